"""PDF files: their text page by page, who wrote them, what is attached or hidden, and what older saves left inside.

Text is read by PDFium, the engine most readers see the file with: it gives lines in order, is made for hostile files
and reads hundreds of pages a second, so that a site of thousands of files is checked in its release. Properties are
read by pikepdf.
"""

import io
from collections.abc import Iterator
from typing import Any

from infopage.files.images import read_image, read_xmp
from infopage.files.markdown_text import line_segments
from infopage.files.reading import Kind, Reading, Trait, no_reader, unreadable
from infopage.files.segments import Place, Segment

_MOST_SAVES = 20
_HEARD_STAMPS = {"/TopSecret": "TOP SECRET", "/Confidential": "CONFIDENTIAL", "/Draft": "DRAFT"}
"""Stamps that the format knows by name (ISO 32000-2, table 184)."""
_SPEAKING = frozenset(("/Text", "/Popup", "/Caret", "/Redact", "/FileAttachment", "/Sound", "/Movie", "/RichMedia"))


def read_pdf(data: bytes) -> Reading:
    """Yield the text and the traits of a PDF file, of each state it was saved in: older ones can be opened again."""
    try:
        import pikepdf
        import pypdfium2
    except ImportError:
        yield no_reader("PDF")
        return
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            if pdf.is_encrypted:
                yield unreadable("tệp PDF bị khóa; hãy lưu lại không đặt mật khẩu, không đặt quyền")
                return
            yield from _properties(pdf)
        yield from _text(pypdfium2, data, "", told=True)
    except Exception:  # a hostile file can make the readers raise anything, and what cannot be read must not pass
        yield unreadable("tệp PDF hỏng hoặc bị khóa; hãy xuất lại từ Word")
        return
    for earlier in _saves(data):
        try:
            with pikepdf.open(io.BytesIO(earlier)) as pdf:
                yield from (_as_earlier(one) for one in _properties(pdf))
            yield from (_as_earlier(one) for one in _text(pypdfium2, earlier, "", told=False))
        except Exception:  # not a state of its own, such as the first part of a file made for the web
            continue


def _as_earlier(one: Segment | Trait) -> Segment | Trait:
    where = "bản lưu trước còn nằm trong tệp"
    if isinstance(one, Segment):
        return Segment(one.line, one.text, one.place, where)
    return Trait(one.kind, one.about, where, one.mild)


def _saves(data: bytes) -> Iterator[bytes]:
    """Yield the file as it was at each earlier save: a PDF may be changed by adding to its end."""
    at = data.find(b"%%EOF")
    for _ in range(_MOST_SAVES):
        following = data.find(b"%%EOF", at + 5)
        if at < 0 or following < 0:
            return
        yield data[: at + 5]
        at = following


def _text(pdfium: Any, data: bytes, part: str, *, told: bool) -> Reading:
    document = pdfium.PdfDocument(data)
    try:
        is_empty = True
        for number in range(len(document)):
            page = document[number]
            text_page = page.get_textpage()
            text = text_page.get_text_range().replace("\r\n", "\n").replace("\ufffe", "")
            text_page.close()
            page.close()
            is_empty = is_empty and not text.strip()
            yield from line_segments(text, part or f"trang {number + 1}")
        if is_empty and told:
            about = "tệp PDF chỉ có ảnh quét, máy không đọc được chữ; người duyệt phải xem từng trang"
            yield Trait(Kind.UNREADABLE, about, mild=True)
    finally:
        document.close()


def _properties(pdf: Any) -> Reading:
    info = {str(key): str(value) for key, value in dict(pdf.docinfo).items()} if pdf.docinfo is not None else {}
    for key, value in info.items():
        if key in ("/Author", "/Company", "/Manager", "/LastModifiedBy", "/SourceAuthor") and value.strip():
            yield Trait(Kind.METADATA, "tên người soạn")
        yield Segment(1, value, Place.LINE, "thuộc tính của tệp")
    metadata = pdf.Root.get("/Metadata")
    if metadata is not None:
        yield from read_xmp(metadata.read_bytes())
    if len(pdf.attachments):
        yield Trait(Kind.HIDDEN, "có tệp khác đính kèm ở trong")
    names = pdf.Root.get("/Names")
    if "/AA" in pdf.Root or (names is not None and "/JavaScript" in names) or _runs(pdf.Root.get("/OpenAction")):
        yield Trait(Kind.HIDDEN, "có mã chạy khi mở tệp")
    for number, page in enumerate(pdf.pages, 1):
        yield from _annotations(page, f"trang {number}")
    for one in pdf.objects:
        if hasattr(one, "read_raw_bytes") and one.get("/Subtype") == "/Image" and one.get("/Filter") == "/DCTDecode":
            yield from (trait for trait in read_image(one.read_raw_bytes()) if not _is_broken(trait))


def _is_broken(one: Segment | Trait) -> bool:
    return isinstance(one, Trait) and one.kind is Kind.UNREADABLE


def _runs(action: Any) -> bool:
    return hasattr(action, "keys") and action.get("/S") in ("/JavaScript", "/Launch")


def _annotations(page: Any, part: str) -> Reading:
    for note in page.get("/Annots") or ():
        kind = str(note.get("/Subtype", ""))
        if kind in _SPEAKING:
            yield Trait(Kind.HIDDEN, "có lời nhận xét", part)
        if kind == "/Stamp" and str(note.get("/Name", "")) in _HEARD_STAMPS:
            yield Segment(1, _HEARD_STAMPS[str(note["/Name"])], Place.LINE, part)
        for key in ("/Contents", "/Subj", "/V"):
            value = note.get(key)
            if value is not None and not hasattr(value, "keys"):
                yield from line_segments(str(value).replace("\r", "\n"), part)
