"""Bylines: the names under which texts are signed, and the authors who have a page of their own."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from infopage.content.field_types.names import AuthorName
from infopage.content.field_types.plain import Flag, Identifier, Line
from infopage.content.fields import ListOf
from infopage.content.schema import key
from infopage.language.analysis import syllables


@dataclass(frozen=True, kw_only=True)
class Writer:
    """An author who has a page, which lists the texts signed with the author's name or with one of the pen names."""

    id: str = key("ma", Identifier("ha-my"), "mã của tác giả, dùng trong địa chỉ")
    name: str = key("ten", AuthorName(), "tên hoặc bút danh, là tên trang của tác giả")
    pen_names: tuple[str, ...] = key(
        "but_danh",
        ListOf(AuthorName(), has_spaces=True),
        "tên khác mà tác giả ký dưới bài; ai cũng thấy là cùng một người",
        default=(),
    )
    description: str = key(
        "mo_ta", Line("Cộng tác viên, viết về xây dựng Đảng ở cơ sở.", 300), "lời giới thiệu", default=""
    )
    is_body: bool = key("tap_the", Flag(), "tác giả là một tập thể, như ban biên tập", default=False)

    @property
    def names(self) -> tuple[str, ...]:
        """All names that the author signs with."""
        return (self.name, *self.pen_names)


@dataclass(frozen=True, kw_only=True)
class Bylined:
    """A base class of items that are signed by their authors."""

    authors: tuple[str, ...] = key(
        "tac_gia",
        ListOf(AuthorName(), has_spaces=True),
        "tác giả, như ký dưới bài; ai có trong data/tac-gia.yml thì tên dẫn tới trang của người ấy",
        default=(),
    )


def signed(item: object) -> tuple[str, ...]:
    """Return the names under which an item is signed; empty if it is not signed."""
    return item.authors if isinstance(item, Bylined) else ()


def author_of(name: str, authors: Iterable[Writer]) -> Writer | None:
    """Return the author who signs with ``name``; None if it is none of ``authors``.

    Capitals, and the letter on which a tone mark stands, make no difference: ``HOÀ AN`` is ``Hòa An``.
    """
    wanted = exact(name)
    return next((one for one in authors if any(exact(own) == wanted for own in one.names)), None)


@lru_cache(maxsize=4096)
def exact(name: str) -> str:
    """Return a form of a name that is the same for all correct spellings of the name."""
    return " ".join(one.exact for one in syllables(name) if one)


def folded(name: str) -> str:
    """Return a name without marks. By this form, names with a typing error in their marks are found."""
    return " ".join(one.folded for one in syllables(name) if one)
