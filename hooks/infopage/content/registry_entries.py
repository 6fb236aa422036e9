"""The types of registry entries (topics, kinds, terms, issuers …), and the data about the site's owner."""

from base64 import b64decode, b64encode
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from infopage.content.field_types.addresses import Contact, DomainName, PublicKey, WebAddress
from infopage.content.field_types.choices import Choice, RegistryId
from infopage.content.field_types.dates import Day
from infopage.content.field_types.plain import Flag, Identifier, Line
from infopage.content.fields import ListOf
from infopage.content.rules import GUARD_PATTERN_RULES, PERSONAL_WORDS
from infopage.content.schema import RecordOf, key
from infopage.content.shapes import Shape

LEVELS = {"trung-uong": "Trung ương", "tinh": "Cấp tỉnh", "huyen": "Cấp huyện", "xa": "Cấp xã", "chi-bo": "Chi bộ"}
BRANCHES = {"dang": "Đảng", "nha-nuoc": "Nhà nước", "doan-the": "Mặt trận và đoàn thể"}
RUNS = {"nhiem-ky": "theo nhiệm kỳ", "nam": "theo năm"}
LAYOUTS = {"dang": "như văn bản của Đảng", "nha-nuoc": "như văn bản hành chính nhà nước"}
PAGE_NUMBERS = {"tren-giua": "giữa, trên đầu trang", "duoi-phai": "bên phải, cuối trang"}
RECIPIENT_MARKS = {"phay": ",", "cham-phay": ";"}
CHANGES = {"hop-nhat": "Hợp nhất", "doi-ten": "Đổi tên", "chia-tach": "Chia tách", "giai-the": "Kết thúc hoạt động"}


@dataclass(frozen=True, kw_only=True)
class Topic:
    """A subject by which items are grouped."""

    id: str = key("ma", Identifier("chuyen-doi-so"), "mã của chủ đề, dùng trong địa chỉ")
    name: str = key("ten", Line("Chuyển đổi số", 80), "tên chủ đề")
    description: str = key("mo_ta", Line("Một câu giới thiệu chủ đề.", 300), "lời giới thiệu")


@dataclass(frozen=True, kw_only=True)
class DocumentKind:
    """A kind of official document, such as a resolution. Several kinds may have the same abbreviation (QĐ)."""

    id: str = key("ma", Identifier("nghi-quyet"), "mã của loại văn bản")
    name: str = key("ten", Line("Nghị quyết", 80), "tên loại văn bản")
    abbreviation: str = key("viet_tat", Line("NQ", 20), "chữ viết tắt trong ký hiệu", default="")
    is_letter: bool = key(
        "cong_van", Flag(), "loại này là công văn, bản in không có tên loại và trích yếu ở dưới số", default=False
    )
    may_lack_number: bool = key(
        "khong_so", Flag(), "loại này có văn bản không đánh số, như nghị quyết đại hội", default=False
    )


@dataclass(frozen=True, kw_only=True)
class Term:
    """A term of office, such as 2025–2030. Some issuers number their documents by term."""

    id: str = key("ma", Identifier("2025-2030"), "mã của nhiệm kỳ")
    name: str = key("ten", Line("Nhiệm kỳ 2025–2030", 80), "tên nhiệm kỳ")
    since: date = key("tu", Day(), "ngày bắt đầu")
    until: date = key("den", Day(), "ngày kết thúc, cả ngày ấy")


@dataclass(frozen=True, kw_only=True)
class Layout:
    """The layout of printed documents (thể thức) that a regulation sets for a branch, such as the Party, from a day on.

    It is named after the regulation.
    """

    id: str = key("ma", Identifier("nha-nuoc-2020"), "mã của thể thức")
    name: str = key("ten", Line("Nghị định số 30/2020/NĐ-CP, ngày 05/3/2020", 200), "văn bản quy định thể thức")
    branch: str = key("khoi", Choice(BRANCHES), "khối cơ quan áp dụng")
    since: date = key("tu", Day(), "ngày bắt đầu áp dụng")
    until: date | None = key("den", Day(), "ngày cuối cùng áp dụng", default=None)
    masthead: tuple[str, ...] = key(
        "tieu_de", ListOf(Line("ĐẢNG CỘNG SẢN VIỆT NAM", 100), least=1), "các dòng ở góc phải đầu trang"
    )
    number_word: str = key("so", Line("Số:", 20), "chữ đứng trước số, ký hiệu")
    style: str = key("mau", Choice(LAYOUTS), "mẫu trình bày")
    page_numbers: str = key("so_trang", Choice(PAGE_NUMBERS), "chỗ in số trang, từ trang thứ hai")
    recipient_mark: str = key("dau_noi_nhan", Choice(RECIPIENT_MARKS), "dấu sau mỗi nơi nhận")


@dataclass(frozen=True, kw_only=True)
class Named:
    """A registry entry with only an id and a name: an audience, or a form of study."""

    id: str = key("ma", Identifier("dang-vien"), "mã")
    name: str = key("ten", Line("Đảng viên", 80), "tên")


@dataclass(frozen=True, kw_only=True)
class IssuerChange:
    """A change of an issuer: a merger, a new name, a division, or its dissolution. ``into`` are its successors."""

    kind: str = key("loai", Choice(CHANGES), "việc đã xảy ra")
    on: date = key("ngay", Day(), "ngày có hiệu lực")
    into: tuple[str, ...] = key("thanh", ListOf(RegistryId("co-quan")), "cơ quan kế tục", default=())
    decision: str = key(
        "van_ban", Line("Quyết định số 12-QĐ/TU, ngày 30/6/2025", 300), "văn bản quyết định", default=""
    )


@dataclass(frozen=True, kw_only=True)
class Issuer:
    """A body that issues documents, with its name as printed on them, and its mergers, new names and other changes."""

    id: str = key("ma", Identifier("tinh-uy"), "mã của cơ quan, dùng trong địa chỉ")
    name: str = key("ten", Line("Ban Chấp hành Đảng bộ tỉnh Minh Họa", 200), "tên đầy đủ như in trên văn bản")
    short_name: str = key("ten_ngan", Line("Tỉnh ủy Minh Họa", 100), "tên gọi ngắn")
    level: str = key("cap", Choice(LEVELS), "cấp")
    branch: str = key("khoi", Choice(BRANCHES), "khối")
    run: str = key("danh_so", Choice(RUNS), "cách đánh số văn bản")
    since: date | None = key("tu", Day(), "ngày thành lập", default=None)
    until: date | None = key("den", Day(), "ngày hoạt động cuối cùng", default=None)
    parents: tuple[str, ...] = key(
        "truc_thuoc", ListOf(RegistryId("co-quan")), "cơ quan cấp trên trực tiếp", default=()
    )
    printed_name: tuple[str, ...] = key(
        "ten_in", ListOf(Line("Tỉnh ủy Minh Họa", 200)), "các dòng tên ở đầu bản in, khi khác tên đầy đủ", default=()
    )
    printed_above: tuple[str, ...] = key(
        "ten_tren", ListOf(Line("Đảng bộ tỉnh Minh Họa", 200)), "các dòng trên tên cơ quan ở đầu bản in", default=()
    )
    place: str = key("dia_danh", Line("Minh Họa", 100), "địa danh trước ngày tháng ở đầu bản in", default="")
    changes: tuple[IssuerChange, ...] = key("su_kien", ListOf(RecordOf(IssuerChange)), "các thay đổi", default=())

    @property
    def successors(self) -> tuple[str, ...]:
        """The ids of the bodies that took over the issuer's tasks in its latest change that has any; may be empty."""
        return next((c.into for c in sorted(self.changes, key=lambda c: c.on, reverse=True) if c.into), ())


@dataclass(frozen=True, kw_only=True)
class Abbreviation:
    """An abbreviation used in the texts, and its full form."""

    id: str = key("viet_tat", Line("BTV", 30), "chữ viết tắt")
    full: str = key("day_du", Line("Ban Thường vụ", 200), "cách đọc đầy đủ")


@dataclass(frozen=True, kw_only=True)
class Redirect:
    """A redirect from an old address (``id``) to its replacement (``to``), both relative to the site's root."""

    id: str = key("tu", Line("van-ban/cu/", 300), "địa chỉ cũ của trang hoặc tệp, tính từ gốc trang")
    to: str = key("den", Line("van-ban/moi/", 300), "địa chỉ mới của trang hoặc tệp ấy, tính từ gốc trang")


@dataclass(frozen=True, kw_only=True)
class SigningKey:
    """The public key of a key pair that signs releases.

    The key is in use from the day ``since`` to the end of the day ``until`` (Hà Nội time). ``until`` is only set when
    another key replaces this one.
    """

    id: str = key("ma", Identifier("phat-hanh-2026"), "mã của khóa, tự đặt")
    public: str = key("khoa", PublicKey(), "khóa công khai; khóa bí mật không bao giờ để trong kho này")
    since: date = key("tu", Day(), "ngày bắt đầu dùng")
    until: date | None = key("den", Day(), "ngày dùng cuối cùng, cả ngày ấy; ghi khi thay khóa", default=None)

    @property
    def fingerprint(self) -> str:
        """The key's fingerprint as OpenSSH writes it: ``SHA256:`` and 43 characters."""
        return "SHA256:" + b64encode(sha256(b64decode(self.public.split(" ")[1])).digest()).decode().rstrip("=")


@dataclass(frozen=True, kw_only=True)
class Protection:
    """Patterns of content that must not be published, all for one rule of the guard (the checks before publication).

    They are words of stamps (classification markings such as MẬT), labels before stamps (``Độ mật``), file names,
    shapes of secret keys and card numbers, or words that point to personal data.
    """

    id: str = key("ma", Identifier("do-mat"), "mã của mục")
    rule: str = key("quy_tac", Choice(GUARD_PATTERN_RULES), "quy tắc của tường bảo vệ mà mục này thuộc về")
    since: date = key("tu", Day(), "ngày quy định có hiệu lực, hoặc ngày đưa vào danh mục")
    source: str = key("can_cu", Line("Luật Bảo vệ bí mật nhà nước số 117/2025/QH15", 200), "căn cứ")
    stamps: tuple[str, ...] = key(
        "dau", ListOf(Line("Tối mật", 60)), "lời của con dấu, của chữ đóng trên tài liệu", default=()
    )
    labels: tuple[str, ...] = key("nhan", ListOf(Line("Độ mật", 60)), "chữ đứng trước lời của con dấu", default=())
    names: tuple[str, ...] = key(
        "ten_tep", ListOf(Line("~$*", 60)), "tên tệp hoặc thư mục; * thay cho nhiều ký tự, ? thay cho một", default=()
    )
    shapes: tuple[str, ...] = key("hinh_dang", ListOf(Shape()), "hình dạng của chuỗi ký tự", default=())
    words_of: str = key("ve", Choice(PERSONAL_WORDS), "các từ ngữ dưới đây nói về điều gì của một người", default="")
    words: tuple[str, ...] = key(
        "tu_ngu",
        ListOf(Line("Ngày vào Đảng", 60)),
        "từ ngữ trong danh sách người; hoa thường, dấu như nhau",
        default=(),
    )


@dataclass(frozen=True, kw_only=True)
class FeedAuthority:
    """The base of feed ids (RFC 4151): a domain name, and a day on which it belonged to the site's owner.

    It must never change, even if the site moves to another domain: all ids in the feeds would change with it.
    """

    domain: str = key("ten_mien", DomainName(), "tên miền khi bắt đầu phát nguồn tin, không bao giờ đổi")
    on: date = key("ngay", Day(), "một ngày mà tên miền ấy thuộc về cơ quan")


@dataclass(frozen=True, kw_only=True)
class Identity:
    """The data about the site's owner: what the law requires in the footer, and the text at the top of each page."""

    demonstration: bool = key("trinh_dien", Flag(), "đây là bản trình diễn, không phải trang có thật", default=False)
    organisation: str = key("don_vi", Line("Tỉnh ủy Minh Họa", 120), "tên đơn vị ở đầu trang")
    emblem: str = key("huy_hieu", Line("MH", 4), "chữ trong huy hiệu ở đầu trang")
    description: str = key("mo_ta", Line("Văn bản, tin tức, tài liệu học tập nghị quyết.", 300), "giới thiệu trang")
    governing_body: str = key("co_quan_chu_quan", Line("Ban Tuyên giáo và Dân vận Tỉnh ủy", 200), "cơ quan chủ quản")
    responsible: str = key("chiu_trach_nhiem", Line("Nguyễn Văn A, Trưởng ban", 200), "người chịu trách nhiệm nội dung")
    postal_address: str = key("dia_chi", Line("Số 1, đường Minh Họa", 300), "địa chỉ")
    telephone: str = key("dien_thoai", Line("0200 000 000", 40), "điện thoại")
    email: str = key("thu_dien_tu", Line("banbientap@minhhoa.example", 120), "thư điện tử của ban biên tập")
    licence: str = key("giay_phep", Line("Giấy phép số …, ngày …", 300), "giấy phép hoạt động")
    security_contact: str = key(
        "bao_loi_an_toan",
        Contact(),
        "nơi nhận tin báo về lỗ hổng an toàn của trang, đăng ở .well-known/security.txt; bỏ trống là không đăng",
        default="",
    )
    search_examples: tuple[str, ...] = key(
        "goi_y_tim", ListOf(Line("16-NQ/TU", 60)), "từ gợi ý dưới ô tìm kiếm", default=()
    )
    hub: str = key(
        "may_chu_websub",
        WebAddress(),
        "máy chủ WebSub báo ngay cho ứng dụng khi nguồn tin đổi; bỏ trống là không dùng",
        default="",
    )
    feeds: FeedAuthority = key("nguon_tin", RecordOf(FeedAuthority), "gốc của mã mục tin, không bao giờ đổi")
