"""The objects that a PDF file is made of, walked one by one, wherever they hang (ISO 32000-2, 7.3)."""

import io
from collections.abc import Iterator
from typing import Any

import pikepdf

from infopage.files.images import read_image
from infopage.files.markdown_text import line_segments
from infopage.files.markup_text import markup_segments
from infopage.files.reading import Kind, Reading, Trait
from infopage.files.segments import Place, Segment
from infopage.files.xmp import read_xmp

_PEOPLE = frozenset(("/Author", "/Company", "/Manager", "/LastModifiedBy", "/SourceAuthor"))
_COMMENTS = frozenset(("/Text", "/Popup", "/Caret", "/Redact", "/FileAttachment"))
_MEDIA = frozenset(("/Sound", "/Movie", "/RichMedia", "/Screen", "/3D"))
_HEARD_STAMPS = {"/TopSecret": "TOP SECRET", "/Confidential": "CONFIDENTIAL", "/Draft": "DRAFT"}
"""Stamps that the format knows by name (ISO 32000-2, table 184)."""
_PROGRAMS = frozenset(("/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/Rendition", "/GoToE"))
"""Actions that run, fetch or send something (ISO 32000-2, table 201)."""
_SPOKEN = ("/Contents", "/Subj", "/RC", "/V", "/DV", "/Alt", "/ActualText", "/E", "/TU", "/Title")
"""Keys whose strings are words for people."""
_LETTERS_ENOUGH = 2


def dictionaries(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Yield each dictionary and each stream of a file once, those within others included."""
    for one in (pdf.trailer, *pdf.objects):
        stack = [one]
        while stack:
            here = stack.pop()
            if isinstance(here, pikepdf.Dictionary | pikepdf.Stream):
                yield here
                inner = [here[key] for key in list(here.keys())]
            elif isinstance(here, pikepdf.Array):
                inner = list(here)
            else:
                continue
            stack += [each for each in inner if getattr(each, "is_indirect", True) is False]


def read_properties(pdf: pikepdf.Pdf) -> Reading:
    """Yield the words and the traits that a PDF file has outside of its pages' text."""
    for key, value in (pdf.docinfo or {}).items():
        words = str(value)
        if key in _PEOPLE and words.strip():
            yield Trait(Kind.METADATA, "tên người soạn")
        yield Segment(1, words, Place.LINE, "thuộc tính của tệp")
    if len(pdf.attachments):
        yield Trait(Kind.HIDDEN, "có tệp khác đính kèm ở trong")
    for number, page in enumerate(pdf.pages, 1):
        yield from _annotations(page.obj, f"trang {number}")
    for one in dictionaries(pdf):
        yield from _object(one)


def _annotations(page: Any, part: str) -> Reading:
    annotations = page.get("/Annots")
    for note in annotations if isinstance(annotations, pikepdf.Array) else ():
        if not isinstance(note, pikepdf.Dictionary):
            continue
        kind = str(note.get("/Subtype", ""))
        if kind in _COMMENTS:
            yield Trait(Kind.HIDDEN, "có lời nhận xét", part)
        if kind in _MEDIA:
            yield Trait(Kind.HIDDEN, "có âm thanh, hình động hoặc tệp nhúng", part)
        if kind not in ("/Widget", "/Link") and _said(note.get("/T")).strip():
            yield Trait(Kind.METADATA, "tên người ghi chú", part)
        if kind == "/Stamp" and str(note.get("/Name", "")) in _HEARD_STAMPS:
            yield Segment(1, _HEARD_STAMPS[str(note["/Name"])], Place.LINE, part)


def _object(one: Any) -> Reading:
    if one.get("/S") in _PROGRAMS:
        yield Trait(Kind.HIDDEN, "có mã chạy hoặc lệnh mở chương trình, gửi dữ liệu")
    if one.get("/Type") == "/EmbeddedFile" or (one.get("/Type") == "/Filespec" and "/EF" in one):
        yield Trait(Kind.HIDDEN, "có tệp khác đính kèm ở trong")
    for key in _SPOKEN:
        if words := _said(one.get(key)):
            if key == "/RC":
                yield from (Segment(1, each.text, each.place, "ghi chú") for each in markup_segments(words))
            else:
                yield from line_segments(words.replace("\r", "\n"), _PARTS.get(key, "ghi chú"))
    if one.get("/Type") == "/OCG" and (words := _said(one.get("/Name"))):
        yield Segment(1, words, Place.LINE, "tên lớp")
    if isinstance(one, pikepdf.Stream):
        yield from _stream(one)


_PARTS = {
    "/V": "ô biểu mẫu",
    "/DV": "ô biểu mẫu",
    "/Title": "mục lục hoặc tên phần",
    "/Alt": "lời tả hình",
    "/ActualText": "chữ thay thế",
    "/E": "chữ thay thế",
}


def _said(value: Any) -> str:
    """Return a string object's text: as PDF text, or bytes that are no text as none."""
    if not isinstance(value, pikepdf.String):
        return ""
    words = str(value)
    readable = sum(letter.isprintable() or letter in "\r\n\t" for letter in words)
    return words if len(words) >= _LETTERS_ENOUGH and readable >= len(words) * 0.9 else ""


def _stream(one: pikepdf.Stream) -> Reading:
    try:
        if one.get("/Type") == "/Metadata" or one.get("/Subtype") == "/XML":
            yield from read_xmp(one.read_bytes())
        elif one.get("/Subtype") == "/Image" and (picture := jpeg_of(one)) is not None:
            yield from (each for each in read_image(picture) if not _is_broken(each))
    except (pikepdf.PdfError, ValueError, NotImplementedError):
        yield Trait(Kind.UNREADABLE, "một phần của tệp PDF hỏng; hãy xuất lại từ chương trình đã soạn ra nó")


def _is_broken(one: Segment | Trait) -> bool:
    return isinstance(one, Trait) and one.kind is Kind.UNREADABLE


def jpeg_of(image: pikepdf.Stream) -> bytes | None:
    """Return the JPEG file that an image is, other filters before it undone; None where it is none.

    Raises pikepdf.PdfError where it cannot be unpacked.
    """
    filters = [str(each) for each in _listed(image.get("/Filter"))]
    if not filters or filters[-1] not in ("/DCTDecode", "/DCT"):
        return None
    raw = image.read_raw_bytes()
    if len(filters) == 1:
        return raw
    with pikepdf.new() as apart:
        packed = pikepdf.Stream(apart, raw)
        packed.stream_dict = pikepdf.Dictionary(Filter=pikepdf.Array([pikepdf.Name(name) for name in filters[:-1]]))
        return packed.read_bytes()


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return list(value) if isinstance(value, pikepdf.Array) else [value]


def opened(data: bytes) -> pikepdf.Pdf:
    """Return an opened file; raises pikepdf.PdfError, and pikepdf.PasswordError where it wants a password."""
    return pikepdf.open(io.BytesIO(data))


def with_annotations_alone(pdf: pikepdf.Pdf) -> bytes | None:
    """Return the file with only what annotations draw on its pages, None where none draws; changes ``pdf``."""
    drawing = False
    for page in pdf.pages:
        annotations = page.obj.get("/Annots")
        for note in annotations if isinstance(annotations, pikepdf.Array) else ():
            drawing = drawing or (isinstance(note, pikepdf.Dictionary) and "/AP" in note)
        if "/Contents" in page.obj:
            del page.obj.Contents
    if not drawing:
        return None
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()
