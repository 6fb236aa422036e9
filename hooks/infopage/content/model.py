"""The items that editors write (such as documents, news and events), with one declaration for each key."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import ClassVar

from infopage.content import model_parts as parts
from infopage.content.acts import Effect
from infopage.content.announced import Pin
from infopage.content.asked import Asked
from infopage.content.bylines import Bylined
from infopage.content.collecting import Collecting
from infopage.content.columns import InColumn
from infopage.content.consulted import Consulted
from infopage.content.field_types.addresses import Attachment, FilePath
from infopage.content.field_types.choices import RegistryId
from infopage.content.field_types.dates import Day, DayOrYear, Time
from infopage.content.field_types.plain import Flag, Identifier, Line, Number
from infopage.content.field_types.references import ItemReference, Reference, SymbolText
from infopage.content.fields import ListOf
from infopage.content.languages import InLanguage
from infopage.content.machine_made import MachineMade
from infopage.content.media import WithMedia
from infopage.content.pictured import Pictured
from infopage.content.printed import Printed
from infopage.content.scheduled import Scheduled
from infopage.content.schema import RecordOf, RecordOrLine, key
from infopage.language.dates import IssueDate, Moment
from infopage.language.symbols import Symbol

_FORMER_ANCHORS = ListOf(RecordOf(parts.FormerAnchor))
_FORMER_ANCHORS_HELP = "những địa chỉ trong bài đã công bố mà nay không còn, và chỗ thay cho chúng"


@dataclass(frozen=True, kw_only=True)
class StandingPage:
    """A page about the site itself, such as the contact page. ``path`` is its Markdown file, relative to docs/."""

    section: ClassVar[str] = "trang"
    label: ClassVar[str] = "Trang"

    path: str
    title: str = key("tieu_de", Line("Giới thiệu", 200), "tiêu đề")
    summary: str = key("tom_tat", Line("Một, hai câu về trang này.", 400), "tóm tắt, hiện trên máy tìm kiếm")
    scope: str = key("pham_vi", parts.SCOPE, "phạm vi phổ biến; chỉ nhận công khai")
    updated: Moment | None = key("cap_nhat", Time(), "lần sửa nội dung gần nhất", default=None)
    former_anchors: tuple[parts.FormerAnchor, ...] = key("neo_cu", _FORMER_ANCHORS, _FORMER_ANCHORS_HELP, default=())


ISSUERS = ListOf(RegistryId("co-quan"), least=1)
ISSUERS_HELP = "cơ quan ban hành như in trên văn bản; văn bản liên tịch thì ghi mọi cơ quan, cơ quan chủ trì trước"
_SUMMARY = Line("Một, hai câu nói điều chính.", 500)
_DOCUMENTS = ListOf(ItemReference())


@dataclass(frozen=True, kw_only=True)
class Item:
    """The fields that every item has. ``path`` is its Markdown file, relative to docs/."""

    section: ClassVar[str]
    label: ClassVar[str]
    within: ClassVar["type[Item] | None"] = None  # the type of which this is a part, with the same folder and list

    path: str
    id: str = key("ma", Identifier("nq-05-tu-2026"), "mã vĩnh viễn của mục; không đổi, không dùng lại")
    title: str = key("tieu_de", Line("Hội nghị trực tuyến quán triệt nghị quyết", 300), "tiêu đề")
    summary: str = key("tom_tat", _SUMMARY, "tóm tắt")
    scope: str = key("pham_vi", parts.SCOPE, "phạm vi phổ biến; chỉ nhận công khai")
    published: Moment = key("ngay_dang", Time(), "ngày đăng, giờ Hà Nội; ở tương lai thì chưa công khai")
    expires: Moment | None = key("het_han", Time(), "sau thời điểm này trang chỉ còn lời báo hết hạn", default=None)
    withdrawn: parts.Withdrawal | None = key(
        "thu_hoi", RecordOf(parts.Withdrawal), "mục đã bị thu hồi; trang chỉ còn lời báo thu hồi", default=None
    )
    updated: Moment | None = key("cap_nhat", Time(), "lần sửa nội dung gần nhất", default=None)
    topics: tuple[str, ...] = key("chu_de", ListOf(RegistryId("chu-de")), "chủ đề", default=())
    origin: parts.Origin | None = key("nguon", RecordOf(parts.Origin), "nguồn của bài", default=None)
    illustrative: bool = key(
        "minh_hoa", Flag(), "nội dung minh họa, không phải văn bản hay sự việc có thật", default=False
    )
    corrections: tuple[parts.Correction, ...] = key(
        "dinh_chinh", ListOf(RecordOf(parts.Correction)), "những chỗ đã đăng sai và nội dung đúng", default=()
    )
    change_notes: tuple[parts.ChangeNote, ...] = key(
        "ghi_chu_sua", ListOf(RecordOrLine(parts.ChangeNote, "noi_dung")), "đã sửa những gì sau khi đăng", default=()
    )
    public_list: parts.PublicList | None = key(
        "danh_sach_cong_khai",
        RecordOf(parts.PublicList),
        "danh sách người trong bài được công khai theo luật",
        default=None,
    )
    former_anchors: tuple[parts.FormerAnchor, ...] = key("neo_cu", _FORMER_ANCHORS, _FORMER_ANCHORS_HELP, default=())
    pin: Pin | None = key(
        "ghim", RecordOrLine(Pin, "den"), "ghim mục lên đầu trang chủ, đến hết một ngày", default=None
    )

    @property
    def redacted(self) -> bool:
        """Whether the item is redacted: withdrawn, and not even its title may be shown."""
        return self.withdrawn is not None and self.withdrawn.redacted

    @cached_property
    def changed(self) -> Moment:
        """The last change shown to readers: the latest of the publication, update, corrections and withdrawal."""
        corrected = (Moment.on(correction.on) for correction in self.corrections)
        withdrawn = Moment.on(self.withdrawn.on) if self.withdrawn else None
        return max(filter(None, (self.published, self.updated, withdrawn, *corrected)))

    @cached_property
    def changed_on(self) -> str:
        """The date of the last change, in ISO 8601. Cached, because each listing looks for the latest of its items."""
        return self.changed.date.isoformat()


@dataclass(frozen=True, kw_only=True)
class OfficialDocument(Printed, Item):
    """An official document, such as a resolution or a plan to carry it out, with the data printed on it.

    ``title`` is the heading of its page: the abstract (trích yếu), or a short title if the abstract is too long.
    """

    section: ClassVar[str] = "van-ban"
    label: ClassVar[str] = "Văn bản"

    kind: str = key("loai", RegistryId("loai-van-ban"), "loại văn bản")
    symbol: Symbol | None = key("so_ky_hieu", SymbolText(), "số và ký hiệu như in trên văn bản")
    issuers: tuple[str, ...] = key("co_quan", ISSUERS, ISSUERS_HELP)
    term: str | None = key(
        "nhiem_ky", RegistryId("nhiem-ky"), "nhiệm kỳ; bắt buộc khi cơ quan đánh số theo nhiệm kỳ", default=None
    )
    issued: IssueDate = key("ngay_ban_hanh", DayOrYear(), "ngày ban hành")
    effective: date | None = key("ngay_hieu_luc", Day(), "ngày có hiệu lực, khi khác ngày ban hành", default=None)
    ceased: date | None = key("ngay_het_hieu_luc", Day(), "ngày hết hiệu lực, khi đã biết", default=None)
    abstract: str = key("trich_yeu", Line("về chuyển đổi số tỉnh Minh Họa đến năm 2030", 1000), "trích yếu nội dung")
    under_kind: str = key(
        "duoi_ten_loai", Line("của Bộ Chính trị", 200), "dòng in ngay dưới tên loại, trên trích yếu", default=""
    )
    title: str = key(
        "tieu_de", Line("Chuyển đổi số đến năm 2030", 300), "tiêu đề gọn, khi trích yếu quá dài", default=""
    )
    known_as: tuple[str, ...] = key(
        "ten_goi",
        ListOf(Line("Điều lệ Đảng", 150)),
        "tên mà bài viết hay gọi, chỉ của văn bản này, để nhắc tới thì thành liên kết",
        default=(),
    )
    summary: str = key("tom_tat", _SUMMARY, "tóm tắt", default="")
    signers: tuple[parts.Signer, ...] = key(
        "nguoi_ky", ListOf(RecordOf(parts.Signer)), "người ký; nhiều người thì ghi từ trái sang phải như in", default=()
    )
    recipients: tuple[str, ...] = key(
        "noi_nhan", ListOf(Line("Các đảng ủy trực thuộc Tỉnh ủy", 300)), "nơi nhận, như in ở cuối văn bản", default=()
    )
    based_on: tuple[Reference, ...] = key("can_cu", _DOCUMENTS, "văn bản làm căn cứ", default=())
    implements: tuple[Reference, ...] = key("cu_the_hoa", _DOCUMENTS, "văn bản được cụ thể hóa", default=())
    amends: tuple[Reference, ...] = key("sua_doi", _DOCUMENTS, "văn bản được sửa đổi, bổ sung", default=())
    replaces: tuple[Reference, ...] = key("thay_the", _DOCUMENTS, "văn bản được thay thế", default=())
    repeals: tuple[Reference, ...] = key("bai_bo", _DOCUMENTS, "văn bản bị bãi bỏ", default=())
    consolidates: tuple[Reference, ...] = key("hop_nhat", _DOCUMENTS, "văn bản được hợp nhất chính thức", default=())
    effects: tuple[Effect, ...] = key(
        "tac_dong", ListOf(RecordOf(Effect)), "việc văn bản này làm với từng điều khoản của văn bản khác", default=()
    )
    keeps_words_of: tuple[Reference, ...] = key(
        "giu_loi", _DOCUMENTS, "văn bản mà lời đã được sửa vẫn giữ, dù văn bản sửa nó hết hiệu lực", default=()
    )
    files: tuple[FilePath, ...] = key(
        "tep", ListOf(Attachment()), "bản gốc và tệp đính kèm; tệp đầu là bản chính", default=()
    )

    @property
    def starts(self) -> date:
        """The day on which the document takes effect: the stated day, or else the day of issue."""
        return self.effective or self.issued.earliest


@dataclass(frozen=True, kw_only=True)
class NewsItem(InColumn, Bylined, WithMedia, Pictured, MachineMade, InLanguage, Item):
    """A piece of news."""

    section: ClassVar[str] = "tin-tuc"
    label: ClassVar[str] = "Tin tức"

    rights: str = key(
        "quyen", Line("Trích đăng với sự đồng ý của tác giả."), "quyền sử dụng phần trích dẫn", default=""
    )
    documents: tuple[Reference, ...] = key("van_ban", _DOCUMENTS, "văn bản mà tin nói tới", default=())


@dataclass(frozen=True, kw_only=True)
class StudyGuide(InColumn, Bylined, WithMedia, Pictured, MachineMade, InLanguage, Item):
    """Material for studying a document."""

    section: ClassVar[str] = "hoc-tap"
    label: ClassVar[str] = "Học tập"

    documents: tuple[Reference, ...] = key("van_ban", ListOf(ItemReference(), least=1), "văn bản được học, ít nhất một")
    audience: tuple[str, ...] = key("doi_tuong", ListOf(RegistryId("doi-tuong"), least=1), "người học")
    form: str = key("hinh_thuc", RegistryId("hinh-thuc-hoc"), "hình thức học")
    minutes: int = key("thoi_luong", Number("45", "phút", most=10000), "thời lượng, tính bằng phút")


@dataclass(frozen=True, kw_only=True)
class Event(Scheduled, WithMedia, Pictured, InLanguage, Item):
    """A conference, class or meeting."""

    section: ClassVar[str] = "lich"
    label: ClassVar[str] = "Lịch"


@dataclass(frozen=True, kw_only=True)
class Question(Asked, MachineMade, Item):
    """A question from a reader, with the answer of a body as its text."""


@dataclass(frozen=True, kw_only=True)
class Draft(Consulted, Item):
    """A draft that is put to the people for their opinion."""


@dataclass(frozen=True, kw_only=True)
class Collection(Collecting, Bylined, Pictured, MachineMade, Item):
    """A page that arranges items of any kind by hand, such as those about a congress, or the chapters of a book."""

    section: ClassVar[str] = "chuyen-trang"
    label: ClassVar[str] = "Chuyên trang"


@dataclass(frozen=True, kw_only=True)
class Chapter(Bylined, Pictured, MachineMade, Item):
    """A chapter of a book. Its file is in a folder named like the book's."""

    section: ClassVar[str] = "chuong"
    label: ClassVar[str] = "Chương sách"
    within = Collection


ITEM_TYPES: tuple[type[Item], ...] = (
    *(OfficialDocument, NewsItem, StudyGuide, Event, Question, Draft),
    *(Collection, Chapter),
)
"""The types of item, in the order of the site's sections."""
