"""The keys of collections: pages on which items of any kind are arranged by hand, in parts with words between them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from infopage.content.field_types.choices import Choice
from infopage.content.field_types.dates import Day
from infopage.content.field_types.plain import Line
from infopage.content.field_types.references import Reference, WholeItemReference
from infopage.content.fields import ListOf
from infopage.content.schema import RecordOf, RecordOrLine, key

BOOK = "sach"
FORMS = {"chuyen-trang": "Chuyên trang", BOOK: "Sách"}


@dataclass(frozen=True, kw_only=True)
class Member:
    """An item in a collection, and the day on which it was added if that was not the day of its publication."""

    item: Reference = key("ma", WholeItemReference(), "mã của một mục thuộc loại bất kỳ")
    added: date | None = key(
        "tu", Day(), "ngày đưa vào chuyên trang, khi mục đã đăng từ trước; nguồn tin xếp theo ngày này", default=None
    )


@dataclass(frozen=True, kw_only=True)
class Part:
    """A part of a collection: some items in the order in which they are shown, with words before them."""

    title: str = key("ten", Line("Trước ngày khai mạc", 200), "tên của phần", usual=True, default="")
    words: str = key("loi_dan", Line("Những việc đã chuẩn bị.", 1000), "lời dẫn, đứng trước các mục", default="")
    members: tuple[Member, ...] = key(
        "muc", ListOf(RecordOrLine(Member, "ma"), least=1), "các mục, theo thứ tự hiện ra trên trang"
    )


@dataclass(frozen=True, kw_only=True)
class Collecting:
    """A base class of items that arrange other items."""

    form: str = key("kieu", Choice(FORMS), "chuyên trang, hay sách gồm các chương", default="chuyen-trang")
    parts: tuple[Part, ...] = key("phan", ListOf(RecordOf(Part), least=1), "các phần, theo thứ tự hiện ra trên trang")

    @property
    def is_book(self) -> bool:
        """Whether the collection is a book, which may have chapters of its own."""
        return self.form == BOOK

    @property
    def members(self) -> Iterator[Member]:
        """The items that the collection names, in order, whether they exist and are public or not."""
        return (member for part in self.parts for member in part.members)
