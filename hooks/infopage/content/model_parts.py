"""The parts of items: groups of keys in front matter. Each group is a dataclass with one declaration for each key."""

from dataclasses import dataclass
from datetime import date

from infopage.content.field_types.addresses import WebAddress
from infopage.content.field_types.choices import Choice
from infopage.content.field_types.dates import Day, Time
from infopage.content.field_types.plain import Flag, Line
from infopage.content.field_types.references import Anchor
from infopage.content.schema import RecordOf, key
from infopage.language.dates import Moment

PUBLIC = "cong-khai"
SCOPE = Choice(
    {PUBLIC: "công khai"}, advice="trang chỉ nhận nội dung cong-khai, nội dung khác không được để trong kho này"
)
"""The field type of ``pham_vi`` (who may read a text). Its only value is ``cong-khai``: everybody.

Texts for anybody else must not be in this repository.
"""


VERBATIM, EXCERPT, RETOLD = "nguyen-van", "trich-dang", "thuat-lai"
MANNERS = {
    RETOLD: "Thuật lại bằng lời của trang này",
    EXCERPT: "Trích đăng",
    VERBATIM: "Đăng lại nguyên văn",
}
"""The ways to use a text that was first published elsewhere."""


@dataclass(frozen=True, kw_only=True)
class Agreement:
    """The agreement by which a text is reprinted. It is kept for the office: no output includes it."""

    name: str = key("ten", Line("Thỏa thuận số 05/TT-BMH", 200), "số, ký hiệu hoặc tên của thỏa thuận")
    on: date = key("ngay", Day(), "ngày thỏa thuận")
    until: date | None = key("het_han", Day(), "ngày cuối cùng được đăng; không ghi khi không có hạn", default=None)


@dataclass(frozen=True, kw_only=True)
class Origin:
    """Where a text was first published, if that was not on this site, and how it is used here."""

    name: str = key("ten", Line("Báo Minh Họa", 200), "tên cơ quan báo chí hoặc trang đã đăng")
    author: str = key("tac_gia", Line("Nguyễn Văn A", 200), "tác giả", default="")
    address: str = key("dia_chi", WebAddress(), "địa chỉ bài gốc", default="")
    at: Moment | None = key("thoi_gian", Time(), "thời gian đăng lần đầu", default=None)
    manner: str | None = key(
        "cach_dung",
        Choice(MANNERS),
        "bài gốc được dùng thế nào; chỉ văn bản chính thức không phải ghi",
        usual=True,
        default=None,
    )
    agreement: Agreement | None = key(
        "thoa_thuan",
        RecordOf(Agreement),
        "thỏa thuận với nơi đăng bài gốc, phải có khi đăng nguyên văn; chỉ để lưu, không hiện trên trang",
        default=None,
    )


@dataclass(frozen=True, kw_only=True)
class Signer:
    """The signer of a document, as printed in the signature block."""

    name: str = key("ten", Line("Nguyễn Văn A", 120), "họ và tên người ký")
    title: str = key("chuc_vu", Line("Bí thư", 120), "chức vụ", default="")
    on_behalf: str = key("thay_mat", Line("T/M BAN THƯỜNG VỤ", 120), "quyền hạn ký", default="")


@dataclass(frozen=True, kw_only=True)
class ProgrammePart:
    """One part of an event's programme: its time and what happens then."""

    time: str = key("gio", Line("7 giờ 30", 40), "giờ")
    content: str = key("noi_dung", Line("Khai mạc"), "nội dung")


@dataclass(frozen=True, kw_only=True)
class Correction:
    """A correction: the wrong wording in a published item and the right one.

    ``wrong`` is always empty where the correction protects somebody's privacy (``private``), so that no output can
    repeat it. A correction ``is_of_origin`` if the source of a reprint corrected its text, and this site follows.
    """

    on: date = key("ngay", Day(), "ngày đính chính")
    wrong: str = key(
        "sai",
        Line("hoàn thành trước ngày 31/12/2025"),
        "nội dung đã đăng sai; chỉ bỏ khi có vi_rieng_tu",
        usual=True,
        default="",
    )
    right: str = key("dung", Line("hoàn thành trước ngày 31/12/2026"), "nội dung đúng")
    private: bool = key(
        "vi_rieng_tu",
        Flag(),
        "sửa để giữ đời tư của người được nêu; không nơi nào nhắc lại nội dung sai",
        default=False,
    )
    is_of_origin: bool = key(
        "cua_nguon", Flag(), "nơi đăng bài gốc (nguon) đã đính chính, trang đính chính theo", default=False
    )

    def __post_init__(self) -> None:
        """Drop the wrong wording of a correction made for privacy."""
        if self.private:
            object.__setattr__(self, "wrong", "")


@dataclass(frozen=True, kw_only=True)
class ChangeNote:
    """A public note of what was changed in a published item, for a change that needs no correction.

    ``on`` is None where the editor gave no day: the note is then about the item's last update.
    """

    on: date | None = key("ngay", Day(), "ngày sửa; không ghi thì là ngày của cap_nhat", default=None)
    note: str = key("noi_dung", Line("Sửa lỗi gõ ở khoản 2 Điều 5.", 300), "đã sửa những gì, bạn đọc sẽ thấy")


@dataclass(frozen=True, kw_only=True)
class Withdrawal:
    """The withdrawal of a published item, and the reason. The item's address stays and shows a notice."""

    on: date = key("ngay", Day(), "ngày thu hồi")
    reason: str = key("ly_do", Line("Đăng nhầm bản chưa ký.", 300), "lý do, bạn đọc sẽ thấy trừ khi giấu tên")
    redacted: bool = key(
        "giau_ten",
        Flag(),
        "không nơi nào nêu tên, số, tóm tắt, lý do, tệp của mục; chỉ báo có một mục bị thu hồi",
        default=False,
    )


@dataclass(frozen=True, kw_only=True)
class PublicList:
    """The legal ground for publishing a list of persons in an item: the law, the decision, and until which day.

    Only the release guard (the checks before publication) uses this. The open data does not include it: it says nothing
    about the item, and is only needed while the list is public.
    """

    law: str = key(
        "can_cu", Line("Luật Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân", 300), "luật buộc công khai"
    )
    decision: str = key("quyet_dinh", Line("Nghị quyết số 12/NQ-UBBC ngày 10/3/2026", 300), "văn bản công bố danh sách")
    until: date = key("het_han", Day(), "ngày cuối cùng được công khai")


@dataclass(frozen=True, kw_only=True)
class FormerAnchor:
    """A published anchor that the text no longer has, and the anchor that replaces it ('' for the top of the text)."""

    id: str = key("cu", Anchor(), "địa chỉ cũ của một chỗ trong bài")
    to: str = key("moi", Anchor(), "chỗ trong bài nay thay cho địa chỉ ấy; bỏ trống là đầu bài", default="")
