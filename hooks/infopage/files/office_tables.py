"""Reads the rows of tables and sheets in Word, Excel, PowerPoint and LibreOffice files (ISO/IEC 29500, 26300).

A merged cell is repeated in each column that it covers. Excel stores a date as the number of days since 1899-12-30,
which is converted to a date.
"""

import re
import zipfile
from collections.abc import Iterator
from datetime import date, timedelta
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from infopage.files.segments import Row

_TABLES = re.compile(
    r"(?:word/(?:document|header\d*|footer\d*)|ppt/slides/slide\d+|xl/worksheets/[^/]+|content|styles)\.xml"
)
_ROWS = frozenset(("tr", "table-row", "row"))
_CELLS = frozenset(("tc", "table-cell", "covered-table-cell", "c"))
_BREAKS = frozenset(("p", "br", "line-break", "tab", "s"))
_DAY_FORMATS = frozenset((*range(14, 18), 22, *range(27, 37), *range(45, 48), *range(50, 59)))
_DAY_LETTERS = re.compile(r"[dmy]", re.IGNORECASE)
_EPOCH = date(1899, 12, 30)
_WIDEST = 60
_COLUMN = re.compile(r"([A-Z]{1,3})\d+")


def office_rows(archive: zipfile.ZipFile) -> Iterator[Row]:
    """Yield the rows of every table of an office file. Stop at a broken part, which ``read_office`` reports."""
    names = archive.namelist()
    try:
        shared = _shared(archive, names)
        days = _day_styles(archive, names)
        for number, name in enumerate(names):
            if _TABLES.fullmatch(name):
                yield from _rows(ElementTree.fromstring(archive.read(name)), number * 1000, shared, days)
    except Exception:  # a malicious file may raise any exception; read_office reports it as unreadable
        return


def _rows(root: Element, table: int, shared: list[str], days: frozenset[str]) -> Iterator[Row]:
    for element in root.iter():
        tag = _local(element)
        if tag in ("tbl", "table", "sheetData"):
            table += 1
        elif tag in _ROWS:
            cells = _cells(element, shared, days)
            if any(cells):
                yield Row(1, tuple(cells), table, "bảng")


def _cells(row: Element, shared: list[str], days: frozenset[str]) -> list[str]:
    cells: list[str] = []
    for cell in row:
        if _local(cell) not in _CELLS:
            continue
        if column := _COLUMN.fullmatch(cell.get("r", "")):
            # Excel leaves out empty cells. They are added, so that each value is in its own column.
            cells += [""] * (min(_number_of(column[1]), _WIDEST) - len(cells))
        repeated = _attribute(cell, "number-columns-repeated")
        spanned = next((_attribute(one, "val") for one in cell.iter() if _local(one) == "gridSpan"), "")
        spanned = spanned or _attribute(cell, "gridSpan")
        text = _sheet_text(cell, shared, days) if _local(cell) == "c" else _text(cell)
        if _local(cell) == "covered-table-cell" and not text and cells:
            text = cells[-1]
        cells += [text] * min(int(repeated or spanned or 1), _WIDEST)
    return cells[:_WIDEST]


def _number_of(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _sheet_text(cell: Element, shared: list[str], days: frozenset[str]) -> str:
    value = next((one.text or "" for one in cell if _local(one) == "v"), "")
    if cell.get("t") == "s":
        return shared[int(value)] if value.isdecimal() and int(value) < len(shared) else ""
    if cell.get("t") == "inlineStr":
        return _text(cell)
    if cell.get("s") in days and re.fullmatch(r"\d{1,6}(?:\.\d+)?", value):
        return (_EPOCH + timedelta(days=int(float(value)))).strftime("%d/%m/%Y")
    return value


def _text(cell: Element) -> str:
    parts: list[str] = []
    for one in cell.iter():
        if _local(one) in _BREAKS:
            parts.append(" ")
        if one.text:
            parts.append(one.text)
        if one.tail and one is not cell:
            parts.append(one.tail)
    return " ".join("".join(parts).split())


def _shared(archive: zipfile.ZipFile, names: list[str]) -> list[str]:
    if "xl/sharedStrings.xml" not in names:
        return []
    return [_text(one) for one in ElementTree.fromstring(archive.read("xl/sharedStrings.xml"))]


def _day_styles(archive: zipfile.ZipFile, names: list[str]) -> frozenset[str]:
    """Return the numbers of the Excel cell styles that show a number as a date.

    ``names`` are the names of the archive's parts.
    """
    if "xl/styles.xml" not in names:
        return frozenset()
    root = ElementTree.fromstring(archive.read("xl/styles.xml"))
    formats = {
        _attribute(one, "numFmtId")
        for one in root.iter()
        if _local(one) == "numFmt"
        and _DAY_LETTERS.search(re.sub(r"\"[^\"]*\"|\[[^\]]*\]", "", one.get("formatCode", "")))
    } | {str(number) for number in _DAY_FORMATS}
    styles = next((one for one in root if _local(one) == "cellXfs"), ())
    return frozenset(str(n) for n, one in enumerate(styles) if one.get("numFmtId") in formats)


def _local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _attribute(element: Element, name: str) -> str:
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")
