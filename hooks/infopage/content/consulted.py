"""The keys of a draft that is put to the people for their opinion, besides those of every item.

The item's text is the draft, or the words that present it if the draft is an attached file.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from infopage.content.field_types.addresses import Attachment, FilePath
from infopage.content.field_types.choices import RegistryId
from infopage.content.field_types.dates import Day
from infopage.content.field_types.plain import Line, Number
from infopage.content.field_types.references import ItemReference, Reference
from infopage.content.fields import ListOf
from infopage.content.schema import RecordOf, key
from infopage.language.dates import Moment


@dataclass(frozen=True, kw_only=True)
class Opinion:
    """Opinions of the same kind, in sum: what they say, how many they are, and what was done with them."""

    content: str = key("noi_dung", Line("Đề nghị rút thời hạn nộp hồ sơ", 600), "ý kiến, tóm lại, không nêu tên ai")
    count: int | None = key("so_y_kien", Number("12", "ý kiến"), "bao nhiêu ý kiến như vậy", default=None)
    use: str = key("tiep_thu", Line("Đã tiếp thu ở Điều 5", 600), "đã tiếp thu ở đâu, hoặc vì sao chưa tiếp thu")


@dataclass(frozen=True, kw_only=True)
class Reception:
    """What was received in a consultation and how it was used."""

    on: date = key("ngay", Day(), "ngày công bố kết quả")
    count: int = key("so_y_kien", Number("120", "ý kiến", least=0), "tất cả bao nhiêu ý kiến đã nhận")
    opinions: tuple[Opinion, ...] = key(
        "tong_hop", ListOf(RecordOf(Opinion)), "các ý kiến tóm lại theo từng việc", default=()
    )


@dataclass(frozen=True, kw_only=True)
class Consulted:
    """A base class of items that put a draft to the people."""

    section: ClassVar[str] = "lay-y-kien"
    label: ClassVar[str] = "Lấy ý kiến"

    bodies: tuple[str, ...] = key(
        "co_quan", ListOf(RegistryId("co-quan"), least=1), "cơ quan soạn thảo, lấy ý kiến, ít nhất một"
    )
    ground: str = key(
        "can_cu",
        Line("Thông báo số 15-TB/TU ngày 02/11/2026 của Ban Thường vụ Tỉnh ủy", 300),
        "ai quyết định đưa dự thảo ra lấy ý kiến, ở văn bản nào",
    )
    since: date = key("tu_ngay", Day(), "ngày bắt đầu lấy ý kiến")
    until: date = key("han", Day(), "ngày cuối cùng nhận ý kiến")
    send_to: tuple[str, ...] = key(
        "gui_ve", ListOf(Line("Văn phòng Tỉnh ủy", 300), least=1), "nơi nhận ý kiến, cách gửi"
    )
    files: tuple[FilePath, ...] = key("tep", ListOf(Attachment()), "tệp dự thảo và tài liệu kèm theo", default=())
    documents: tuple[Reference, ...] = key(
        "van_ban", ListOf(ItemReference()), "văn bản mà dự thảo cụ thể hóa, sửa đổi hoặc thay thế", default=()
    )
    issued_as: tuple[Reference, ...] = key(
        "ban_hanh", ListOf(ItemReference()), "văn bản đã ban hành từ dự thảo này", default=()
    )
    reception: Reception | None = key(
        "ket_qua", RecordOf(Reception), "đã nhận bao nhiêu ý kiến, tiếp thu thế nào", default=None
    )

    @property
    def begins(self) -> Moment:
        """The moment from which opinions are taken: the midnight at which the first day begins."""
        return Moment.on(self.since)

    @property
    def ends(self) -> Moment:
        """The moment from which opinions are taken no more: the midnight after the last day."""
        return Moment.on(self.until + timedelta(days=1))
