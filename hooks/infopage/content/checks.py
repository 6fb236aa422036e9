"""What must hold of one item by itself and of its text; each check yields faults."""

from collections.abc import Iterator

from infopage.content.diagnostics import Diagnostic, warning
from infopage.content.library import Library, Text
from infopage.content.model import Event, Item, NewsItem, OfficialDocument
from infopage.content.provisions import numbering_faults
from infopage.content.registries import Registries
from infopage.content.validity import starts
from infopage.language.dates import format_date


def check_text(text: Text, library: Library) -> Iterator[Diagnostic]:
    """Yield the faults of one text that can be told without the other texts."""
    yield from _html(text)
    yield from _headings(text)
    yield from _images(text, library)
    if isinstance(text.item, Item):
        yield from _dates(text, text.item)
        yield from _place(text, text.item, library.registries)
    if isinstance(text.item, OfficialDocument):
        yield from _document(text, text.item, library.registries)
        for line, rule, message in numbering_faults(text.rendered.provisions):
            yield warning(text.path, text.page.body_line + line - 1, rule, message)


def _html(text: Text) -> Iterator[Diagnostic]:
    for tag, phrase in text.rendered.lost:
        line = text.line_in_body("<" + tag if f"<{tag}" in text.page.body.casefold() else "](")
        message = f"{phrase} không được dùng vì có thể gây hại cho người đọc; hãy bỏ đi hoặc viết bằng Markdown"
        yield Diagnostic(text.path, line, "html", message)
    for anchor in sorted(text.rendered.anchors):
        if anchor.startswith(("__", "md-")):
            message = f"định danh “{anchor}” trùng với định danh riêng của trang; hãy đặt tên khác"
            yield Diagnostic(text.path, text.line_in_body(anchor), "dinh-danh-phan-tu", message)
    for anchor in text.rendered.repeated:
        message = f"định danh “{anchor}” được đặt hai lần; mỗi chỗ một tên riêng"
        yield Diagnostic(text.path, text.line_in_body(anchor), "dinh-danh-phan-tu", message)


def _headings(text: Text) -> Iterator[Diagnostic]:
    level = 1
    for heading in text.rendered.headings:
        line = text.line_in_body("#" * heading.level + " " + heading.text)
        if heading.level == 1:
            message = "tiêu đề cấp 1 (#) đã là tiêu đề của trang; trong bài hãy bắt đầu từ ##"
            yield Diagnostic(text.path, line, "cap-tieu-de", message)
        elif heading.level > level + 1:
            message = f"tiêu đề nhảy từ cấp {level} xuống cấp {heading.level}; hãy dùng {'#' * (level + 1)}"
            yield Diagnostic(text.path, line, "cap-tieu-de", message)
        level = heading.level


def _images(text: Text, library: Library) -> Iterator[Diagnostic]:
    for image in text.rendered.images:
        line = text.line_in_body(image.link.written)
        if not image.alt.strip():
            message = f"ảnh “{image.link.written}” chưa có lời mô tả; hãy viết như ![Quang cảnh hội nghị](anh.jpg)"
            yield Diagnostic(text.path, line, "chu-thich-anh", message)
        if image.link.kind == "outside":
            message = "ảnh lấy từ trang khác; hãy chép tệp ảnh vào kho, đặt cạnh bài"
            yield Diagnostic(text.path, line, "tep-dinh-kem", message)
        elif image.link.target not in library.files:
            message = f"không có tệp ảnh “{image.link.written}”; hãy đặt ảnh cạnh bài và viết đúng tên"
            yield Diagnostic(text.path, line, "tep-dinh-kem", message)


def _dates(text: Text, item: Item) -> Iterator[Diagnostic]:
    def fault(key: str, message: str) -> Diagnostic:
        return Diagnostic(text.path, text.line_of(key), key.replace("_", "-"), message)

    if item.updated and item.updated.date < item.published.date:
        yield fault("cap_nhat", f"{item.updated} trước ngày đăng {item.published}; hãy xem lại hai ngày này")
    if item.expires and item.expires <= item.published:
        yield fault("het_han", f"{item.expires} không sau ngày đăng {item.published}; hãy xem lại hai ngày này")
    if isinstance(item, Event) and item.end < item.start:
        yield fault("ket_thuc", f"{item.end} trước lúc bắt đầu {item.start}; hãy xem lại hai thời điểm này")
    if isinstance(item, OfficialDocument) and item.issued.earliest > item.published.date:
        day = item.issued
        yield fault("ngay_ban_hanh", f"{day} sau ngày đăng {item.published}; văn bản phải ban hành rồi mới đăng")


def _place(text: Text, item: Item, lists: Registries) -> Iterator[Diagnostic]:
    folder, _, name = item.path.rpartition("/")
    expected = item.section
    if isinstance(item, NewsItem):
        expected += f"/{item.published.date.year}"
    elif isinstance(item, OfficialDocument):
        expected += f"/{item.issuer}/{run_of(item, lists)}"
        symbol = item.symbol.slug
        if name.removesuffix(".md") != symbol and not name.startswith(f"{symbol}-"):
            message = f"tệp của văn bản số {item.symbol} phải tên là {symbol}.md hoặc {symbol}-….md, không phải {name}"
            yield Diagnostic(text.path, text.line_of("so_ky_hieu"), "duong-dan", message)
    if folder != expected:
        message = f"theo khai báo, tệp này phải nằm ở docs/{expected}/, không phải docs/{folder}/"
        yield Diagnostic(text.path, 1, "duong-dan", message)


def run_of(document: OfficialDocument, lists: Registries) -> str:
    """Return the run a document is numbered in: the id of its term, or the year it was issued."""
    if lists.issuers[document.issuer].run == "nhiem-ky":
        return document.term or "khong-ro-nhiem-ky"
    return str(document.issued.year)


def _document(text: Text, document: OfficialDocument, lists: Registries) -> Iterator[Diagnostic]:
    issuer = lists.issuers[document.issuer]
    day = document.issued
    if issuer.since and document.issued.latest < issuer.since:
        message = f"ngày ban hành {day} trước khi {issuer.short_name} thành lập ({format_date(issuer.since)})"
        yield Diagnostic(text.path, text.line_of("ngay_ban_hanh"), "doi-co-quan", message)
    if issuer.until and document.issued.earliest > issuer.until:
        message = f"ngày ban hành {day} sau khi {issuer.short_name} kết thúc hoạt động ({format_date(issuer.until)})"
        yield Diagnostic(text.path, text.line_of("ngay_ban_hanh"), "doi-co-quan", message)
    if issuer.run == "nhiem-ky" and document.term is None:
        message = f"thiếu khóa “nhiem_ky”, vì {issuer.short_name} đánh số văn bản theo nhiệm kỳ; hãy thêm như 2025-2030"
        yield Diagnostic(text.path, text.page.header.line, "thieu-khoa", message)
    term = lists.terms[document.term] if document.term else None
    if term and (document.issued.latest < term.since or document.issued.earliest > term.until):
        span = f"từ {format_date(term.since)} đến {format_date(term.until)}"
        message = f"ngày ban hành {day} nằm ngoài {term.name} ({span})"
        yield Diagnostic(text.path, text.line_of("nhiem_ky"), "nhiem-ky", message)
    if document.ceased and document.ceased < starts(document):
        message = f"{format_date(document.ceased)} trước ngày văn bản có hiệu lực; hãy xem lại hai ngày này"
        yield Diagnostic(text.path, text.line_of("ngay_het_hieu_luc"), "ngay-het-hieu-luc", message)
    kind = lists.kinds[document.kind]
    printed = document.symbol.suffix.partition("/")[0]
    if document.symbol.party and kind.abbreviation and printed != kind.abbreviation:
        message = f"ký hiệu “{document.symbol}” không phải của loại {kind.name} ({kind.abbreviation}); hãy xem lại loai"
        yield Diagnostic(text.path, text.line_of("loai"), "loai", message)
