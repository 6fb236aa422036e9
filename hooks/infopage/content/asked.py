"""The keys of a question from a reader, besides those of every item. The item's text is the answer."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from infopage.content.field_types.choices import Choice, RegistryId
from infopage.content.field_types.dates import Day
from infopage.content.field_types.plain import Line
from infopage.content.field_types.references import ItemReference, Reference
from infopage.content.fields import ListOf
from infopage.content.schema import key

ASKERS = {
    "ban-doc": "Bạn đọc",
    "nguoi-dan": "Người dân",
    "dang-vien": "Đảng viên",
    "can-bo": "Cán bộ, công chức, viên chức",
    "bao-cao-vien": "Báo cáo viên, tuyên truyền viên",
    "doan-vien-hoi-vien": "Đoàn viên, hội viên",
    "giao-vien-hoc-sinh": "Giáo viên, học sinh, sinh viên",
    "chi-bo": "Chi bộ, đảng bộ",
    "co-quan": "Cơ quan, đơn vị",
    "doanh-nghiep": "Doanh nghiệp, hợp tác xã",
}
"""Who may ask. A question names a group of persons and never a person."""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A base class of items with a question and who answered it."""

    section: ClassVar[str] = "hoi-dap"
    label: ClassVar[str] = "Hỏi đáp"

    question: str = key(
        "cau_hoi",
        Line("Chi bộ sinh hoạt trực tuyến thì ghi biên bản như thế nào?", 1500),
        "lời hỏi, không có họ tên, số điện thoại, nơi ở của người hỏi",
    )
    asker: str = key(
        "nguoi_hoi",
        Choice(ASKERS, f"trang không nêu tên người hỏi, chỉ nêu nhóm: {', '.join(ASKERS)}"),
        "nhóm người hỏi; trang không nêu tên",
        default="ban-doc",
    )
    asked_on: date | None = key("ngay_hoi", Day(), "ngày nhận câu hỏi", default=None)
    bodies: tuple[str, ...] = key("co_quan", ListOf(RegistryId("co-quan"), least=1), "cơ quan trả lời, ít nhất một")
    answered_on: date = key("ngay_tra_loi", Day(), "ngày trả lời")
    documents: tuple[Reference, ...] = key(
        "van_ban", ListOf(ItemReference()), "văn bản, điều khoản mà lời trả lời dựa vào", default=()
    )
