"""The lead picture of an item, which is shown above its text and beside its title in lists."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from infopage.content.field_types.addresses import Attachment, FilePath
from infopage.content.field_types.dates import Day
from infopage.content.field_types.places import Focus, FocusPoint
from infopage.content.field_types.plain import Flag, Line
from infopage.content.schema import RecordOf, key

CENTRE = Focus(50, 50)


@dataclass(frozen=True, kw_only=True)
class LeadPicture:
    """A picture that stands for an item, with the words about it.

    ``ground`` says by what right the likeness of the persons in it is published. No page shows it.
    """

    file: FilePath = key("tep", Attachment(), "tệp ảnh đặt cạnh bài")
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
    focus: Focus = key(
        "tam_diem", FocusPoint(), "chỗ chính của ảnh, giữ lại khi cắt ảnh cho vừa khung; thường là giữa", default=CENTRE
    )


@dataclass(frozen=True, kw_only=True)
class Pictured:
    """A base class of items that may have a lead picture."""

    picture: LeadPicture | None = key("anh", RecordOf(LeadPicture), "ảnh chính của bài", default=None)


class _Placed(Protocol):
    @property
    def path(self) -> str: ...


def picture_of(item: object) -> LeadPicture | None:
    """Return the declaration of an item's lead picture; None if it has none."""
    return item.picture if isinstance(item, Pictured) else None


def lead_path(item: _Placed) -> str:
    """Return the path of an item's lead picture, relative to docs/; '' if it has none."""
    picture = picture_of(item)
    return picture.file.within(item.path) if picture else ""
