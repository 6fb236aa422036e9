"""Checks on a single item and its text. Each check yields faults."""

import re
from collections.abc import Iterator

from infopage.content.addresses import BodyLink
from infopage.content.change_checks import check_changes
from infopage.content.characters import check_body_letters
from infopage.content.date_checks import check_dates
from infopage.content.designations import file_stem, is_file_stem
from infopage.content.diagnostics import Diagnostic, warning
from infopage.content.document_checks import check_document
from infopage.content.exchanges import check_exchange
from infopage.content.fields import nearest, quote
from infopage.content.former_anchors import OURS, check_former_anchors
from infopage.content.label_faults import label_faults
from infopage.content.letterhead import check_letterhead
from infopage.content.letterhead_cells import numbered
from infopage.content.model import Chapter, Item, NewsItem, OfficialDocument
from infopage.content.origin_checks import check_origin
from infopage.content.pasted_frame_faults import check_pasted_frame
from infopage.content.registries import Registries
from infopage.content.rendered import Heading, Rendered
from infopage.content.safe_html import TAGS, Removed
from infopage.content.shown.faults import unshown
from infopage.content.source import check_references
from infopage.content.texts import Body, Text
from infopage.content.torn_words import check_torn

_HASHTAG = re.compile(r"\s*#[^\s#]")
_DOCUMENTS = f"docs/{OfficialDocument.section}/"
NOTES = ("#fn:", "#fnref:")
"""Prefixes of the links between a footnote and its reference, which the Markdown renderer makes."""


def check_body(text: Body) -> Iterator[Diagnostic]:
    """Yield the faults of one body that can be found without other texts."""
    yield from check_body_letters(text.path, text.page.body_line, text.page.body)
    yield from check_torn(text)
    yield from check_references(text.path, text.page.body_line, text.page.body)
    html = list(_html(text))
    yield from html
    yield from unshown(text, {one.line for one in html})
    yield from _headings(text)
    yield from _own_anchors(text)
    if text.path.startswith(_DOCUMENTS):
        for line, rule, message in label_faults(text.page.body, text.rendered.provisions):
            yield warning(text.path, text.page.body_line + line - 1, rule, message)


def check_item(text: Text, lists: Registries) -> Iterator[Diagnostic]:
    """Yield the faults of one item or standing page that can be found without other texts.

    ``lists`` are the registries, such as that of the issuers.
    """
    if isinstance(text.item, Item):
        yield from check_dates(text, text.item)
        yield from check_changes(text, text.item)
        yield from check_origin(text, text.item)
        yield from _place(text, text.item, lists)
    yield from check_former_anchors(text)
    yield from check_exchange(text)
    if isinstance(text.item, OfficialDocument):
        yield from check_document(text, text.item, lists)
        lines = list(numbered(text))
        yield from check_letterhead(lines, text, text.item, lists)
        yield from check_pasted_frame(lines, text, text.item, lists)


def _html(text: Body) -> Iterator[Diagnostic]:
    for tag in text.rendered.unpaired:
        if tag.message:
            yield Diagnostic(text.path, text.page.body_line + tag.line, tag.rule, tag.message)
    for lost in text.rendered.lost:
        if text.rendered.unpaired and lost.tag in TAGS and not lost.attribute:
            continue  # the lost words were within an unpaired tag, which has a fault already
        if words := list(_words_as_marks(text, lost)):
            yield from words
            continue
        if (lost.tag, lost.attribute) == ("div", "class") and "!!!" in text.page.body:
            message = f"không có kiểu khung “{lost.value}”; hãy dùng note, tip, warning hoặc quote"
        else:
            message = f"{lost} không được dùng trong bài; {lost.instead}"
        lines = text.lines_in_body(*lost.traces)
        yield from (Diagnostic(text.path, line, "html", message) for line in lines[: 1 if lost.attribute else None])
    for anchor in sorted(text.rendered.anchors):
        if anchor.startswith(OURS):
            message = f"định danh “{anchor}” trùng với định danh riêng của trang; hãy đặt tên khác"
            yield Diagnostic(text.path, text.line_in_body(f"#{anchor}", anchor), "dinh-danh-phan-tu", message)
    for anchor in text.rendered.repeated:
        message = f"định danh “{anchor}” được đặt hai lần; mỗi chỗ một tên riêng"
        yield Diagnostic(text.path, text.line_in_body(f"#{anchor}", anchor), "dinh-danh-phan-tu", message)


def _words_as_marks(text: Body, lost: Removed) -> Iterator[Diagnostic]:
    """Yield a fault for each place where words, as in ``<b hoặc c>``, were taken for attributes and removed.

    ``lost`` is one of the attributes that cleaning removed.
    """
    if not lost.attribute or lost.value not in ("", lost.attribute):
        return
    bare = re.compile(rf"(?<![\w=\"'-]){re.escape(lost.attribute)}(?![\w-]*\s*=)", re.IGNORECASE)
    shapes = (
        (rf"<{re.escape(lost.tag)}\b([^<>]*)>", "thẻ HTML nên không hiện; nếu là chữ thì viết &lt; thay dấu <"),
        (r"\{:([^}\n]*)\}", "thuộc tính nên không hiện; nếu là chữ thì bỏ dấu hai chấm sau dấu {"),
    )
    for shape, message in shapes:
        for found in re.finditer(shape, text.page.body, re.IGNORECASE):
            if bare.search(found[1]):
                line = text.page.body_line + text.page.body.count("\n", 0, found.start())
                yield Diagnostic(text.path, line, "html", f"{quote(found[0])} bị đọc là {message}")


def _headings(text: Body) -> Iterator[Diagnostic]:
    level = 1
    for heading, line in _heading_lines(text):
        if heading.level == 1:
            message = "tiêu đề cấp 1 (#) đã là tiêu đề của trang; trong bài hãy bắt đầu từ ##"
            if _HASHTAG.match(text.page.body.split("\n")[line - text.page.body_line]):
                message += ", còn nếu dấu # là chữ thì viết \\#"
            yield Diagnostic(text.path, line, "cap-tieu-de", message)
        elif heading.level > level + 1:
            above = f"tiêu đề cấp {level}" if level > 1 else "tiêu đề của trang"
            right = f"cấp {level + 1} ({'#' * (level + 1)})"
            message = f"tiêu đề cấp {heading.level} đứng ngay dưới {above}; hãy dùng {right}"
            yield Diagnostic(text.path, line, "cap-tieu-de", message)
        level = heading.level


def _heading_lines(text: Body) -> Iterator[tuple[Heading, int]]:
    """Yield each heading with its line in the file.

    The search for a heading starts below the one before, because two headings may be equal.
    """
    lines = text.page.body.split("\n")
    numbers = {p.anchor: p.number for p in text.rendered.provisions if p.heading}
    at = 0
    for heading in text.rendered.headings:
        sign = re.compile(rf"[\s>*+\-\d.]*(?:#{{{heading.level}}}(?!#)|<h{heading.level}\b)", re.IGNORECASE)
        here = numbers.get(heading.anchor, 0) - 1
        if here < 0:
            here = next((n for n in range(at, len(lines)) if sign.match(lines[n])), -1)
        at = here + 1 if here >= 0 else at
        yield heading, text.page.body_line + here if here >= 0 else text.line_in_body(heading.text)


def _own_anchors(text: Body) -> Iterator[Diagnostic]:
    links = text.rendered.links
    for index, link in enumerate(links):
        if link.kind == "anchor" and not link.href.startswith(NOTES) and link.anchor not in text.rendered.anchors:
            yield Diagnostic(text.path, text.line_of_link(links, index), "neo", no_such_place(link, text.rendered))


def no_such_place(link: BodyLink, target: Rendered) -> str:
    """Return the message that a link's anchor does not exist in its target page."""
    return f"liên kết {quote(link.written)} trỏ tới một chỗ không có trong trang{near_place(link.anchor, target)}"


def near_place(anchor: str, target: Rendered) -> str:
    """Return the end of a message that ``target`` does not have ``anchor``.

    It names the most similar anchor, or says how to find the right one.
    """
    near = nearest(anchor, target.anchors)
    return f"; có phải “#{near}”?" if near else "; hãy mở trang xem trước và sao đúng địa chỉ của chỗ ấy"


def _place(text: Text, item: Item, lists: Registries) -> Iterator[Diagnostic]:
    folder, _, name = item.path.rpartition("/")
    expected = folder if isinstance(item, Chapter) else item.section
    if isinstance(item, NewsItem):
        expected += f"/{item.published.date.year}"
    elif isinstance(item, OfficialDocument):
        run = run_of(item, lists)
        expected += f"/{item.issuer}/{run}" if run else folder.removeprefix(expected)
        if not is_file_stem(name.removesuffix(".md"), item):
            stem = file_stem(item, lists)
            if item.symbol:
                right = f"tệp của văn bản số {item.symbol} phải tên là {stem}.md hoặc {stem}-….md"
            else:
                right = f"tệp của văn bản không số phải tên là loại, tên gọi, rồi ngày ban hành, như {stem}.md"
            yield Diagnostic(text.path, text.line_of("so_ky_hieu"), "duong-dan", f"{right}, không phải {name}")
    if folder != expected:
        message = f"theo khai báo, tệp này phải nằm ở docs/{expected}/, không phải docs/{folder}/"
        yield Diagnostic(text.path, 1, "duong-dan", message)


def run_of(document: OfficialDocument, lists: Registries) -> str:
    """Return the period within which a document's number is unique: the id of the term, or the year of issue.

    Some issuers number their documents by term of office, the others by year. If the issuer numbers them by term, but
    the document has no term, the result is ''.
    """
    if lists.issuers[document.issuer].run == "nhiem-ky":
        return document.term or ""
    return str(document.issued.year)


def runs_of(document: OfficialDocument, lists: Registries) -> Iterator[tuple[str, str]]:
    """Yield (issuer's id, run) for each issuer of a document; see :func:`run_of`.

    The header names the term of the issuer in charge only. If another issuer numbers its documents by term of office,
    its term on the day of issue is taken. If the registry has no such term, there is no run for this issuer.
    """
    yield document.issuer, run_of(document, lists)
    for id in document.issuers[1:]:
        run = str(document.issued.year)
        if lists.issuers[id].run == "nhiem-ky":
            day = document.issued.earliest
            run = document.term or next((term.id for term in lists.terms if term.since <= day <= term.until), "")
        if run:
            yield id, run
