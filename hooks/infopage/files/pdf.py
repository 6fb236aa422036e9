"""Reads PDF files: text by page, authors, attached or hidden content, and earlier saved versions in the file.

PDFium, the PDF engine of Chrome, reads the text. It gives lines in order, resists malicious files and reads hundreds of
pages a second, so a release can check thousands of files. pikepdf reads everything else, object by object.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from infopage.files.markdown_text import line_segments
from infopage.files.reading import Reading, Trait, TraitKind, no_reader, unreadable
from infopage.files.segments import Segment

_MOST_SAVES = 20
_FEW_LETTERS = 40
"""A page with a full-page picture counts as a scan if it has fewer letters than this, such as a page number."""
_MOST_OF_A_PAGE = 0.5
_NAMED_PAGES = 10


def read_pdf(data: bytes) -> Reading:
    """Yield the texts and the traits (findings such as an author's name) of a PDF file.

    Earlier saved versions within the file are read too, because anybody can recover them.
    """
    try:
        import pypdfium2

        from infopage.files import pdf_objects, pdf_properties, pdf_unseen
    except ImportError:
        yield no_reader("PDF")
        return
    try:
        with pdf_objects.opened(data) as pdf:
            if pdf.is_encrypted:
                yield unreadable("tệp PDF bị khóa; hãy lưu lại không đặt mật khẩu, không đặt quyền")
                return
            yield from pdf_properties.read_properties(pdf, data)
            unseen = pdf_unseen.unseen_alone(pdf)
        yield from _text(pypdfium2, data, told=True)
        for one in _text(pypdfium2, unseen, told=False) if unseen else ():
            yield replace(one, part="phần không trang nào hiện") if isinstance(one, Segment) else one
    except Exception:  # a malicious file may raise any exception, and must be reported as unreadable
        yield unreadable("tệp PDF hỏng hoặc bị khóa; hãy xuất lại từ Word")
        return
    for earlier in _saves(data):
        try:
            with pdf_objects.opened(earlier) as pdf:
                yield from map(_as_earlier, pdf_properties.read_properties(pdf, earlier))
            yield from map(_as_earlier, _text(pypdfium2, earlier, told=False))
        except Exception:  # not an earlier version: a linearized file, for example, has two %%EOF marks
            continue


def _as_earlier(one: Segment | Trait) -> Segment | Trait:
    where = "bản lưu trước còn nằm trong tệp"
    if isinstance(one, Segment):
        return Segment(one.line, one.text, one.place, where)
    return Trait(one.kind, one.about, where, one.mild)


def _saves(data: bytes) -> Iterator[bytes]:
    """Yield the file as it was at each earlier save, the oldest first.

    Programs may save changes by appending them to a PDF file, so each earlier version is a beginning of the file.
    """
    at = data.find(b"%%EOF")
    for _ in range(_MOST_SAVES):
        following = data.find(b"%%EOF", at + 5)
        if at < 0 or following < 0:
            return
        yield data[: at + 5]
        at = following


@dataclass(frozen=True)
class PdfPage:
    """A page of a PDF file: its text, and whether it is a scan (a picture of a page, whose text cannot be read)."""

    text: str
    is_scan: bool


def pages_of(data: bytes) -> Iterator[PdfPage]:
    """Yield the pages of a PDF file; a damaged or locked file raises an error of PDFium."""
    import pypdfium2

    return _pages(pypdfium2, data)


def _pages(pdfium: Any, data: bytes) -> Iterator[PdfPage]:
    document = pdfium.PdfDocument(data)
    try:
        for number in range(len(document)):
            page = document[number]
            text = _text_of(page)
            is_scan = len("".join(text.split())) < _FEW_LETTERS and _is_picture(pdfium, page)
            page.close()
            yield PdfPage(text, is_scan)
    finally:
        document.close()


def _text(pdfium: Any, data: bytes, *, told: bool) -> Reading:
    scans: list[int] = []
    number = 0
    for number, page in enumerate(_pages(pdfium, data), 1):
        yield from line_segments(page.text, f"trang {number}")
        if page.is_scan:
            scans.append(number)
    if scans and told:
        yield Trait(TraitKind.UNREADABLE, _about_scans(scans, number), mild=True)


def _text_of(page: Any) -> str:
    text_page = page.get_textpage()
    text = str(text_page.get_text_range()).replace("\r\n", "\n").replace("\ufffe", "")
    text_page.close()
    return text


def _is_picture(pdfium: Any, page: Any) -> bool:
    """Tell whether one picture covers most of a page, as on a scanned page. ``pdfium`` is the library's module."""
    width, height = page.get_size()
    for shown in page.get_objects(filter=[pdfium.raw.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = shown.get_bounds()
        if (right - left) * (top - bottom) > _MOST_OF_A_PAGE * width * height:
            return True
    return False


def _about_scans(scans: list[int], pages: int) -> str:
    if len(scans) == pages:
        return "tệp PDF chỉ có ảnh quét, máy không đọc được chữ; người duyệt phải xem từng trang"
    named = ", ".join(str(number) for number in scans[:_NAMED_PAGES]) + (", …" if len(scans) > _NAMED_PAGES else "")
    return f"trang {named} chỉ có ảnh quét, máy không đọc được chữ; người duyệt phải xem từng trang ấy"
