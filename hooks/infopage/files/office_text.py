"""Reads the text of a part (an XML file) of an office file: paragraphs, headings, cells, words in attributes."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from infopage.files.reading import HOME, Trait, TraitKind
from infopage.files.segments import Position, Segment

_PARAGRAPHS = frozenset(("p", "h", "si", "is"))
_HEADING = re.compile("heading|title|^h[1-6]$|^[1-6]$", re.IGNORECASE)
_SPACES = {
    "tab": "\t",
    "noBreakHyphen": "-",
    "s": " ",
    **dict.fromkeys(("br", "cr", "line-break", "rt", "rPh", "rubyBase", "ruby-text", "ruby-base", "note-body"), "\n"),
}
_RUNNING = frozenset(
    (
        "oddHeader",
        "oddFooter",
        "evenHeader",
        "evenFooter",
        "firstHeader",
        "firstFooter",
    )  # the XML elements for the printed headers and footers of a sheet
)
_RUNNING_CODES = re.compile(r"&(?:\"[^\"]*\"|K[0-9A-Fa-f]{6}|[0-9]+|[A-BD-KM-QS-Za-z])")
_SECTIONS = re.compile(r"&[LCR]|\n")
_WORDED = frozenset(("descr", "title", "alt", "tooltip", "prompt", "promptTitle", "error", "errorTitle", "string"))
_WORDED_ELEMENTS = {
    "docVar": "val",
    "alias": "val",
    "tag": "val",
    "sheet": "name",
    "table": "name",
    "user-field-decl": "string-value",
    "variable-set": "string-value",
    "tableColumn": "name",
    "s": "v",
    "cmAuthor": "",
    "lvlText": "val",
}
"""By the name of an element, its attribute that contains words."""
_SPOKEN_ELEMENTS = frozenset(
    ("definedName", "instrText", "desc", "title", "formula1", "formula", "hidden-text", "docPartBody")
)
_QUOTED = re.compile(r"[\"'`]([^\"'`]{2,200})[\"'`]")
_LEVEL = re.compile(r"%[1-9]")
"""The placeholder for the number in the pattern of a list label, as in ``Điều %1.``. It is removed from the text."""
_SYMBOLS = 0xF000
"""Code points from this one on are symbols that mean something else in each font."""
_TOLD_BY_SHAPE = re.compile(r"://|=|@|\d{9}")
"""Matches an ASCII string that may be an address, a secret key, a password or a telephone number.

:func:`other_words` skips other ASCII strings, which are mostly technical names.
"""


def local(tag: object) -> str:
    """Return an element's name, given its ``tag``, without the namespace."""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Element, name: str) -> str:
    """Return the value of an element's attribute with this ``name``, in any namespace; empty if there is none."""
    return next((value for key, value in element.attrib.items() if local(key) == name), "")


def paragraphs(root: Element) -> Iterator[Segment]:
    """Yield the paragraphs and cells of a part (an XML file in an office file), in the order of the text."""
    stack: list[tuple[Element, Position]] = [(root, Position.LINE)]
    while stack:
        element, place = stack.pop()
        tag = local(element.tag)
        if tag in ("tc", "table-cell", "c", "si"):
            place = Position.CELL
        if tag in _PARAGRAPHS:
            here = Position.HEADING if tag == "h" or _is_heading(element) else place
            lines = "".join(_words(element)).split("\n")
            yield from (Segment(1, line, here, "nội dung") for line in lines if line.strip())
            # A text box is inside a paragraph and has paragraphs of its own.
            stack += [(one, Position.LINE) for one in _boxes(element)]
            continue
        stack += [(child, place) for child in reversed(element)]


def words_elsewhere(root: Element) -> Iterator[Segment]:
    """Yield the words of a part outside its paragraphs: printed headers and footers, formulas, names, descriptions."""
    for element in root.iter():
        tag = local(element.tag)
        text = element.text or ""
        if tag in _RUNNING:
            for section in _SECTIONS.split(text):
                yield Segment(1, _RUNNING_CODES.sub("", section).strip(), Position.LINE, "đầu trang, chân trang in")
        elif tag == "v" and text and not _is_number(text):
            yield Segment(1, text, Position.CELL, "giá trị của ô")
        elif tag == "f":
            yield from (Segment(1, quoted, Position.CELL, "công thức") for quoted in _QUOTED.findall(text))
        elif tag in _SPOKEN_ELEMENTS:
            yield from (
                Segment(1, each, Position.LINE, "tên, mô tả") for each in (text, *_QUOTED.findall(text)) if each
            )
        for key, value in element.attrib.items():
            if local(key) in _WORDED or local(key) == _WORDED_ELEMENTS.get(tag):
                yield Segment(1, _LEVEL.sub("", value), Position.LINE, "tên, mô tả")


def other_words(root: Element) -> Iterator[Segment | Trait]:
    """Yield each distinct string of an XML part, apart from its body text, that may hold words for people.

    Examples are names, labels, values and link targets.
    """
    told: dict[str, None] = {}
    for element in root.iter():
        told |= dict.fromkeys(value for value in element.attrib.values() if _may_tell(value))
        if element.text and local(element.tag) not in _SHOWN and _may_tell(element.text):
            told[element.text] = None
    for value in told:
        if HOME.search(value):
            yield Trait(TraitKind.METADATA, "đường dẫn tới thư mục riêng của người soạn")
        for words in (value, *_QUOTED.findall(value)):
            yield Segment(1, words.strip(" \"'"), Position.STRING, "tên, chuỗi trong tệp")


def _may_tell(value: str) -> bool:
    return not value.isascii() or _TOLD_BY_SHAPE.search(value) is not None or HOME.search(value) is not None


_SHOWN = frozenset(("t", "delText", "p", "h", "span", "a"))
"""Elements whose text :func:`paragraphs` reads, so :func:`other_words` skips it."""


def every_word(root: Element) -> Iterator[Segment]:
    """Yield every text and attribute of a part that is never shown, such as the source data of a pivot table."""
    for element in root.iter():
        for value in (element.text, *element.attrib.values()):
            if value and value.strip() and not _is_number(value):
                yield Segment(1, value.strip(), Position.STRING, "dữ liệu kèm theo")


def _is_number(text: str) -> bool:
    return not any(letter.isalpha() for letter in text)


def _is_heading(paragraph: Element) -> bool:
    for properties in paragraph:
        if local(properties.tag) == "pPr":
            for one in properties:
                if local(one.tag) == "numPr":
                    return True
                value = attribute(one, "val")
                if local(one.tag) == "pStyle" and (_HEADING.search(value) or "list" in value.lower()):
                    return True
    return False


def _boxes(paragraph: Element) -> list[Element]:
    return [one for one in paragraph.iter() if local(one.tag) in ("txbxContent", "text-box")]


def _words(element: Element) -> Iterator[str]:
    stack: list[Element | str] = [element]
    is_odf = "opendocument" in str(element.tag)
    capitals: set[int] = set()
    while stack:
        one = stack.pop()
        if isinstance(one, str):
            yield one
            continue
        tag = local(one.tag)
        if tag in ("txbxContent", "text-box", "pPr", "rPr", "instrText") and one is not element:
            continue
        if one is not element and is_odf and one.tail:
            stack.append(one.tail)
        yield _SPACES.get(tag, "")
        if tag == "sym" and (sign := _sign(one)):
            yield sign
        if one.text and (tag in ("t", "delText") or is_odf):
            yield one.text.upper() if tag == "t" and id(one) in capitals else one.text
        if tag == "r" and _is_in_capitals(one):
            capitals.update(id(text) for text in one)
        stack += list(reversed(one))


def _is_in_capitals(run: Element) -> bool:
    """Tell whether a run's format shows it in capitals."""
    marks = [one for properties in run if local(properties.tag) == "rPr" for one in properties]
    return any(local(one.tag) in ("caps", "smallCaps") and attribute(one, "val") not in ("0", "false") for one in marks)


def _sign(element: Element) -> str:
    """Return the character that a ``sym`` element names by its code point; empty for a font's private symbol."""
    try:
        number = int(attribute(element, "char"), 16)
    except ValueError:
        return ""
    return chr(number) if number < _SYMBOLS else ""
