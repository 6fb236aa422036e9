"""Languages other than Vietnamese: their registry entries, and the keys of items written in them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from infopage.content.field_types.choices import RegistryId
from infopage.content.field_types.languages import LanguageTag
from infopage.content.field_types.plain import Identifier, Line
from infopage.content.field_types.references import ItemReference, Reference
from infopage.content.schema import key

LANGUAGES = "ngon-ngu"
"""The name of the registry. Its file in data/ may be missing: then all items are in Vietnamese."""

VIETNAMESE = "vi"

T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class Language:
    """A language of items other than Vietnamese. ``tag`` is its BCP 47 language tag, such as ``rad`` for Ê Đê."""

    id: str = key("ma", Identifier("e-de"), "mã của ngôn ngữ, dùng trong địa chỉ")
    name: str = key("ten", Line("tiếng Ê Đê", 60), "tên ngôn ngữ bằng tiếng Việt")
    tag: str = key("the", LanguageTag("rad"), "thẻ ngôn ngữ theo BCP 47, để máy đọc và trình duyệt nhận ra")
    own_name: str = key("ten_goc", Line("Klei Êđê", 60), "tên ngôn ngữ bằng chính tiếng ấy", default="")


@dataclass(frozen=True, kw_only=True)
class InLanguage:
    """A base class of items that may be in another language than Vietnamese, and a translation of another item."""

    language: str = key("ngon_ngu", RegistryId(LANGUAGES), "ngôn ngữ của bài; bỏ trống là tiếng Việt", default="")
    translation_of: Reference | None = key(
        "ban_dich_cua", ItemReference(), "mục tiếng Việt mà bài này là bản dịch", default=None
    )


def language_of(item: object) -> str:
    """Return the registry id of an item's language; empty if it is in Vietnamese."""
    return item.language if isinstance(item, InLanguage) else ""


def translated_by(item: object) -> str:
    """Return the id of the item of which ``item`` is a translation; empty if it is none."""
    return item.translation_of.id if isinstance(item, InLanguage) and item.translation_of else ""


def in_vietnamese(items: Iterable[T]) -> Iterator[T]:
    """Yield the items that are in Vietnamese. Lists and feeds of all items have only these."""
    return (item for item in items if not language_of(item))
