"""Reads the content of a PDF file outside its pages' text: properties, notes, forms, names, scripts, removed parts."""

import re
from collections.abc import Iterator
from typing import Any

import pikepdf

from infopage.files.images import read_image
from infopage.files.markdown_text import line_segments
from infopage.files.markup_text import markup_segments
from infopage.files.pdf_objects import dictionaries, jpeg_of, listed, reachable, strings
from infopage.files.reading import HOME, Reading, Trait, TraitKind
from infopage.files.segments import Position, Segment
from infopage.files.types import text_of
from infopage.files.xmp import read_xmp

PEOPLE = frozenset(("/Author", "/Company", "/Manager", "/LastModifiedBy", "/SourceAuthor"))
"""Keys that name persons, in the properties of a file or of an article thread (a reading order across pages)."""
_COMMENTS = frozenset(("/Text", "/Popup", "/Caret", "/Redact", "/FileAttachment"))
_MEDIA = frozenset(("/Sound", "/Movie", "/RichMedia", "/Screen", "/3D"))
_HEARD_STAMPS = {"/TopSecret": "TOP SECRET", "/Confidential": "CONFIDENTIAL", "/Draft": "DRAFT"}
"""Stamps that a file contains by name only, without text (ISO 32000-2, table 184), with the words that viewers show."""
_PROGRAMS = frozenset(("/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/Rendition", "/GoToE"))
"""Actions that run, fetch or send something (ISO 32000-2, table 201)."""
_LEAD_AWAY = frozenset(("/URI", "/GoToR"))
"""Actions that are fine behind a link, but not when they happen without a click."""
_SPOKEN = {
    **dict.fromkeys(("/Contents", "/Subj", "/TU", "/OverlayText", "/CA", "/AC", "/RC"), "ghi chú"),
    **dict.fromkeys(("/V", "/DV", "/Opt"), "ô biểu mẫu"),
    **dict.fromkeys(("/Title", "/P"), "mục lục hoặc tên phần"),
    **dict.fromkeys(("/ActualText", "/E"), "chữ thay thế"),
    "/Alt": "lời tả hình",
}
"""Keys whose strings are words for people, each with a Vietnamese name for what the key contains."""
_TECHNICAL = frozenset(
    "/ID /DA /DS /Lang /CreationDate /ModDate /M /LastModified /CharSet /FontFamily /Registry /Ordering /Lookup /Cert"
    " /CheckSum /O /U /OE /UE /Perms".split()
)
"""Keys whose strings are for programs, so they are not read."""
_LETTERS_ENOUGH = 2
_MARKED = re.compile(rb"/(?:ActualText|Alt|E)\s*(\((?:[^\\()]|\\.)*+\)|<[0-9A-Fa-f\s]*+>)", re.DOTALL)
"""Replacement or alternative text for a piece of a page, written in the page's content stream."""
_COMMENT_LINE = re.compile(rb"(?m)^%(?!PDF-|%EOF)([^\r\n]{3,400})")
_KNOWN_STREAMS = frozenset(("/XObject", "/ObjStm", "/XRef", "/EmbeddedFile", "/CMap"))


def read_properties(pdf: pikepdf.Pdf, data: bytes) -> Reading:
    """Yield the texts and the traits (findings such as scripts) of a PDF file outside its pages' text."""
    for value in (pdf.docinfo or {}).values():
        yield Segment(1, str(value), Position.LINE, "thuộc tính của tệp")
    if len(pdf.attachments):
        yield Trait(TraitKind.HIDDEN, "có tệp khác đính kèm ở trong")
    for number, page in enumerate(pdf.pages, 1):
        yield from _annotations(page.obj, f"trang {number}")
    yield from _strings(pdf)
    seen = reachable(pdf)
    for one in dictionaries(pdf):
        yield from _object(one)
        if one.objgen != (0, 0) and one.objgen not in seen and _is_cut_off(one):
            yield Trait(TraitKind.METADATA, "phần đã bỏ mà còn nằm trong tệp")
    if b"%%EOF" in data and data.rpartition(b"%%EOF")[2].strip(b"\0 \t\r\n"):
        yield Trait(TraitKind.METADATA, "dữ liệu nối thêm sau phần cuối của tệp")
    for found in _COMMENT_LINE.finditer(data):
        if (words := text_of(found[1])) and words.isprintable():
            yield Segment(1, words.strip(), Position.STRING, "chú thích trong mã của tệp")


def _strings(pdf: pikepdf.Pdf) -> Reading:
    """Yield the text of each distinct string once. The same string may occur a thousand times."""
    told = {(key, words): None for key, one in strings(pdf) if key not in _TECHNICAL and (words := _said(one))}
    for key, words in told:
        if HOME.search(words):
            yield Trait(TraitKind.HIDDEN, "có đường dẫn tới thư mục riêng của người soạn")
        if key == "/RC":
            yield from (Segment(1, each.text, each.place, _SPOKEN[key]) for each in markup_segments(words))
        elif key in _SPOKEN:
            yield from line_segments(words.replace("\r", "\n"), _SPOKEN[key])
        else:
            yield Segment(1, words.strip(), Position.STRING, "tên, chuỗi trong tệp")


def _annotations(page: Any, part: str) -> Reading:
    for note in listed(page.get("/Annots")):
        if not isinstance(note, pikepdf.Dictionary):
            continue
        kind = str(note.get("/Subtype", ""))
        if kind in _COMMENTS:
            yield Trait(TraitKind.HIDDEN, "có lời nhận xét", part)
        if kind in _MEDIA:
            yield Trait(TraitKind.HIDDEN, "có âm thanh, hình động hoặc tệp nhúng", part)
        if kind not in ("/Widget", "/Link") and _said(note.get("/T")).strip():
            yield Trait(TraitKind.METADATA, "tên người ghi chú", part)
        if kind == "/Stamp" and str(note.get("/Name", "")) in _HEARD_STAMPS:
            yield Segment(1, _HEARD_STAMPS[str(note["/Name"])], Position.LINE, part)


def _object(one: Any) -> Reading:
    if one.get("/S") in _PROGRAMS or any(action.get("/S") in _LEAD_AWAY for action in _by_itself(one)):
        yield Trait(TraitKind.HIDDEN, "có mã chạy hoặc lệnh mở chương trình, mở địa chỉ khác, gửi dữ liệu")
    if one.get("/Type") == "/EmbeddedFile" or (one.get("/Type") == "/Filespec" and "/EF" in one):
        yield Trait(TraitKind.HIDDEN, "có tệp khác đính kèm ở trong")
    if any(_said(one.get(key)).strip() for key in PEOPLE):
        yield Trait(TraitKind.METADATA, "tên người soạn")
    if one.get("/Type") == "/OCG" and (words := _said(one.get("/Name"))):
        yield Segment(1, words, Position.LINE, "tên lớp")
    if isinstance(one, pikepdf.Stream):
        yield from _stream(one)


def _by_itself(one: Any) -> Iterator[Any]:
    """Yield the actions that happen without a click, when the file, a page or a field is opened, entered or left."""
    events = one.get("/AA")
    each = [events[key] for key in list(events.keys())] if isinstance(events, pikepdf.Dictionary) else []
    yield from (action for action in (one.get("/OpenAction"), *each) if isinstance(action, pikepdf.Dictionary))


def _is_cut_off(one: Any) -> bool:
    """Tell whether an object is of a kind that may contain words: a page, a drawing, a note or the file's properties.

    It is called for objects that the file no longer refers to, such as a deleted page.
    """
    return one.get("/Type") in ("/Page", "/Annot") or one.get("/Subtype") == "/Form" or "/Producer" in one


def _said(value: Any) -> str:
    """Return the text of a string object; empty if it is a single character, is mostly unreadable, or is no string."""
    if not isinstance(value, pikepdf.String):
        return ""
    words = str(value)
    readable = sum(letter.isprintable() or letter in "\r\n\t" for letter in words)
    return words if len(words) >= _LETTERS_ENOUGH and readable >= len(words) * 0.9 else ""


def _stream(one: pikepdf.Stream) -> Reading:
    try:
        if one.get("/Type") == "/Metadata" or one.get("/Subtype") == "/XML":
            yield from read_xmp(one.read_bytes())
        elif one.get("/Subtype") == "/Image":
            if (picture := jpeg_of(one)) is not None:
                yield from (each for each in read_image(picture) if not _is_broken(each))
        elif not any(key in one for key in ("/Length1", "/FunctionType", "/ShadingType", "/Alternate", "/N")):
            yield from _text_of_stream(one)
    except (pikepdf.PdfError, ValueError, NotImplementedError):
        yield Trait(TraitKind.UNREADABLE, "một phần của tệp PDF hỏng; hãy xuất lại từ chương trình đã soạn ra nó")


def _text_of_stream(one: pikepdf.Stream) -> Reading:
    """Yield alternative text in a page's content stream, and the text of other streams, such as a form's XML."""
    content = one.read_bytes()
    for found in _MARKED.finditer(content):
        if words := _said(pikepdf.Object.parse(found[1])):
            yield from line_segments(words.replace("\r", "\n"), _SPOKEN["/ActualText"])
    if one.get("/Type") in _KNOWN_STREAMS or (text := text_of(content)) is None:
        return
    if text.lstrip().startswith("<"):
        yield from (Segment(1, each.text, each.place, "biểu mẫu") for each in markup_segments(text))
    elif not text.isascii():
        yield from line_segments(text, "dữ liệu trong tệp")


def _is_broken(one: Segment | Trait) -> bool:
    return isinstance(one, Trait) and one.kind is TraitKind.UNREADABLE
