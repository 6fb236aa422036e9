"""Finds hidden content in a part of an office file: edits, comments, hidden text and sheets, names of persons."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from infopage.files.office_text import attribute, local
from infopage.files.reading import Trait, TraitKind

PEOPLE = frozenset(("creator", "lastModifiedBy", "Manager", "initial-creator", "printed-by"))
"""The names of document properties that contain the name of a person."""
_EDITS = frozenset(
    ("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge", "changed-region", "tracked-changes")
)
_COMMENTS = re.compile(r"(?:word/comments|ppt/comments/|xl/comments|xl/threadedComments/)[^/]*\.xml", re.IGNORECASE)
_COMMENT = frozenset(("comment", "cm", "threadedComment"))
_AUTHORS = ("author", "cmAuthor", "person", "chgData", "userInfo")
_HIDDEN_TEXTS = frozenset(("hidden-text", "hidden-paragraph"))
_VANISH = frozenset(("vanish", "specVanish"))
_ROWS = frozenset(("table-row", "table-column"))
_OFF = ("false", "0", "none", "off")


def hidden(name: str, root: Element) -> Iterator[Trait]:
    """Yield a trait (finding) for each kind of hidden content in the part called ``name``, each kind once."""
    told: dict[str, TraitKind] = {}
    for element in root.iter():
        tag = local(element.tag)
        if _names_person(name, tag, element):
            told["tên người soạn hoặc người sửa cuối"] = TraitKind.METADATA
        if about := _about(name, tag, element):
            told[about] = TraitKind.HIDDEN
    yield from (Trait(kind, about) for about, kind in told.items())


def _about(name: str, tag: str, element: Element) -> str:
    """Return a message on the kind of hidden content that an element is or reveals; empty if there is none.

    ``name`` is the name of the part (a file within the office file), and ``tag`` that of the element without its
    namespace.
    """
    if tag in _EDITS:
        return "còn các chỗ sửa chưa chấp nhận (Track Changes)"
    if (tag in _COMMENT and _COMMENTS.fullmatch(name)) or (tag == "annotation" and _is_odf(element)):
        return "có lời nhận xét"
    if (tag == "r" and _is_hidden_run(element)) or tag in _HIDDEN_TEXTS or attribute(element, "display") == "none":
        return "có chữ bị ẩn"
    if tag == "style" and attribute(element, "customStyle") == "1" and _hides(element):
        return "có chữ bị ẩn"
    if tag == "numFmt" and attribute(element, "formatCode") == ";;;":
        return "có ô bị ẩn chữ bằng định dạng ;;;"
    if tag == "cNvPr" and name.startswith("ppt/slides/") and attribute(element, "hidden") in ("1", "true"):
        return "có hình, khung chữ bị ẩn trên trang chiếu"
    if _is_program(name, tag, element):
        return "có đoạn chương trình (macro)"
    if _is_hidden_sheet(tag, element):
        return "có trang tính hoặc trang chiếu bị ẩn"
    if (tag == "worksheet" and _has_hidden_cells(element)) or (tag in _ROWS and _is_folded(element)):
        return "có dòng hoặc cột bị ẩn"
    if _is_speakers_note(name, tag, element):
        return "có ghi chú của người trình bày"
    return ""


def _is_program(name: str, tag: str, element: Element) -> bool:
    is_kept = name.startswith(("Basic/", "Scripts/", "xl/macrosheets/", "word/activeX/", "xl/activeX/", "ppt/activeX/"))
    return is_kept or (tag in ("script", "event-listener") and "opendocument" in str(element.tag))


def _is_hidden_sheet(tag: str, element: Element) -> bool:
    if tag == "sheet":
        return attribute(element, "state") in ("hidden", "veryHidden")
    if tag == "sld":
        return attribute(element, "show") in ("0", "false")
    return tag in ("table-properties", "drawing-page-properties") and (
        attribute(element, "display") == "false" or attribute(element, "visibility") == "hidden"
    )


def _is_speakers_note(name: str, tag: str, element: Element) -> bool:
    if "/notesSlides/" in name:
        return tag == "r" and bool("".join(element.itertext()).strip())
    words = (one.text or "" for one in element.iter() if local(one.tag) in ("p", "h", "span", "a"))
    return tag == "notes" and _is_odf(element) and any(one.strip() for one in words)


def _is_folded(element: Element) -> bool:
    return attribute(element, "visibility") in ("collapse", "filter")


def _is_odf(element: Element) -> bool:
    return "opendocument" in str(element.tag)


def _hides(element: Element) -> bool:
    """Tell whether the element of a text run or of a style has the property “hidden”."""
    marks = [one for properties in element if local(properties.tag) == "rPr" for one in properties]
    return any(local(one.tag) in _VANISH and attribute(one, "val").lower() not in _OFF for one in marks)


def _is_hidden_run(run: Element) -> bool:
    return _hides(run) and any(local(one.tag) == "t" and (one.text or "").strip() for one in run)


def _names_person(name: str, tag: str, element: Element) -> bool:
    if name.startswith("docProps/") or name == "meta.xml":
        return tag in PEOPLE and bool((element.text or "").strip())
    if tag in _AUTHORS and name.startswith(("ppt/", "xl/persons/", "xl/revisions/", "word/people")):
        return bool(attribute(element, "name") or attribute(element, "displayName") or attribute(element, "author"))
    if name.startswith("xl/") and tag in ("fileSharing", "header", "scenario"):
        return bool(attribute(element, "userName") or attribute(element, "user"))
    return bool(attribute(element, "author")) and tag != "author"


def _has_hidden_cells(sheet: Element) -> bool:
    """Tell whether a hidden row or column has content. Hidden empty ones are harmless."""
    columns = [
        (int(attribute(one, "min") or 0), int(attribute(one, "max") or 0))
        for one in sheet.iter()
        if local(one.tag) == "col" and (attribute(one, "hidden") in ("1", "true") or attribute(one, "width") == "0")
    ]
    for row in (one for one in sheet.iter() if local(one.tag) == "row"):
        is_hidden = attribute(row, "hidden") in ("1", "true") or attribute(row, "ht") == "0"
        for at, cell in enumerate((one for one in row if local(one.tag) == "c"), 1):
            if not "".join(cell.itertext()).strip():
                continue
            column = _column(attribute(cell, "r")) or at
            if is_hidden or any(first <= column <= last for first, last in columns):
                return True
    return False


def _column(reference: str) -> int:
    """Return a cell's column number from its reference (``AB12`` gives 28); 0 if there is none."""
    number = 0
    for letter in reference.upper():
        if not "A" <= letter <= "Z":
            break
        number = number * 26 + ord(letter) - 64
    return number
