"""The pictures that an item's keys name: the lead picture above its text and in lists, and those below its text."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from infopage.content.field_types.addresses import Attachment, FilePath
from infopage.content.field_types.dates import Day
from infopage.content.field_types.places import Focus, FocusPoint
from infopage.content.field_types.plain import Flag, Line
from infopage.content.fields import ListOf
from infopage.content.long_texts import InWords
from infopage.content.schema import RecordOf, key
from infopage.files.attachable import ATTACHABLE
from infopage.files.pixels import FORMATS

CENTRE = Focus(50, 50)
PICTURE_FILE = Attachment("hoi-nghi.jpg", "tệp ảnh", tuple(ending for kind in FORMATS for ending in ATTACHABLE[kind]))
"""The field type of a picture that is published in several sizes."""


@dataclass(frozen=True, kw_only=True)
class ShownPicture:
    """A picture with the words about it.

    ``ground`` says by what right the likeness of the persons in it is published. No page shows it.
    """

    file: FilePath = key("tep", PICTURE_FILE, "tệp ảnh đặt cạnh bài")
    alt: str = key("mo_ta", Line("Các đại biểu ngồi kín hội trường", 300), "ảnh cho thấy gì, cho người không nhìn thấy")
    caption: str = key(
        "chu_thich", Line("Toàn cảnh hội nghị sáng 12/10", 400), "việc trong ảnh, hiện dưới ảnh", default=""
    )
    credit: str = key("tac_gia", Line("Lê Minh Họa", 120), "người chụp hoặc vẽ, hiện sau chú thích", default="")
    taken: date | None = key("ngay", Day(), "ngày chụp", default=None)
    ground: str = key(
        "can_cu",
        Line("Người trong ảnh đồng ý, biên bản ngày 10/10/2026", 300),
        "căn cứ để đăng hình của người trong ảnh; chỉ để lưu, không hiện trên trang",
        default="",
    )
    is_generated: bool = key("ai", Flag(), "ảnh do máy tạo ra (AI); trang ghi rõ dưới ảnh", default=False)


@dataclass(frozen=True, kw_only=True)
class LeadPicture(ShownPicture):
    """A picture that represents an item: above its text, and beside its title in lists."""

    focus: Focus = key(
        "tam_diem", FocusPoint(), "chỗ chính của ảnh, giữ lại khi cắt ảnh cho vừa khung; thường là giữa", default=CENTRE
    )


@dataclass(frozen=True, kw_only=True)
class Infographic(InWords, ShownPicture):
    """A picture with figures and words in it, which is opened large and also told in words."""


@dataclass(frozen=True, kw_only=True)
class Pictured:
    """A base class of items that may have a lead picture, infographics and an album."""

    picture: LeadPicture | None = key("anh", RecordOf(LeadPicture), "ảnh chính của bài", default=None)
    infographics: tuple[Infographic, ...] = key(
        "do_hoa",
        ListOf(RecordOf(Infographic)),
        "đồ họa thông tin, hiện dưới bài cùng lời thay cho hình; mở lớn và tải về được",
        default=(),
    )
    album: tuple[ShownPicture, ...] = key(
        "album",
        ListOf(RecordOf(ShownPicture)),
        "các ảnh hiện thành lưới dưới bài, theo đúng thứ tự ghi; mỗi ảnh mở ra thành ảnh lớn",
        default=(),
    )


class _Placed(Protocol):
    @property
    def path(self) -> str: ...


def lead_of(item: object) -> tuple[ShownPicture, ...]:
    """Return the declaration of an item's lead picture as a list; empty if it has none."""
    picture = picture_of(item)
    return (picture,) if picture else ()


def picture_of(item: object) -> LeadPicture | None:
    """Return the declaration of an item's lead picture; None if it has none."""
    return item.picture if isinstance(item, Pictured) else None


def lead_path(item: _Placed) -> str:
    """Return the path of an item's lead picture, relative to docs/; '' if it has none."""
    picture = picture_of(item)
    return picture.file.within(item.path) if picture else ""


def album_of(item: object) -> tuple[ShownPicture, ...]:
    """Return the declarations of the pictures of an item's album; empty if it has none."""
    return item.album if isinstance(item, Pictured) else ()


def infographics_of(item: object) -> tuple[Infographic, ...]:
    """Return the declarations of an item's infographics; empty if it has none."""
    return item.infographics if isinstance(item, Pictured) else ()


def album_paths(item: _Placed) -> Iterator[str]:
    """Yield the paths, relative to docs/, of the pictures of an item's album."""
    yield from (picture.file.within(item.path) for picture in album_of(item))


def shown_pictures(item: object) -> Iterator[tuple[str, ShownPicture]]:
    """Yield each picture that an item's keys name, with the key: the lead picture, infographics, the album."""
    yield from (("anh", picture) for picture in lead_of(item))
    yield from (("do_hoa", picture) for picture in infographics_of(item))
    yield from (("album", picture) for picture in album_of(item))


def picture_paths(item: _Placed) -> Iterator[str]:
    """Yield the paths, relative to docs/, of the pictures that an item's keys name."""
    yield from (picture.file.within(item.path) for _, picture in shown_pictures(item))
