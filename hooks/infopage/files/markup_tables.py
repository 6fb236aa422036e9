"""Reads the rows of tables and definition lists in HTML. A merged cell is repeated wherever it extends to."""

import re
from collections.abc import Iterator
from html import unescape

from infopage.files.segments import Row

_TOKEN = re.compile(r"<(/?)(table|tr|td|th|dl|dt|dd)(?=[\s/>])([^<>]*+)>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*+>")
_SPAN = re.compile(r"\b(col|row)span\s*=\s*[\"']?(\d{1,3})", re.IGNORECASE)
_CELLS = frozenset(("td", "th", "dt", "dd"))
_WIDEST = 60


def markup_rows(text: str) -> Iterator[Row]:
    """Yield the rows of tables in HTML. In a definition list, each term with its descriptions is a row."""
    at, line, table = 0, 1, 0
    cells: list[str] = []
    below: dict[int, tuple[int, str]] = {}
    opened: tuple[int, int, int] | None = None
    for token in _TOKEN.finditer(text):
        tag = token[2].lower()
        if opened:
            start, columns, rows = opened
            _put(cells, below, " ".join(unescape(_TAG.sub(" ", text[start : token.start()])).split()), columns, rows)
            opened = None
        is_end = tag in ("tr", "table", "dl") or (tag == "dt" and not token[1])
        if is_end and cells:
            yield Row(line, _filled(cells, below), table)
            cells = []
        if tag in ("table", "dl"):
            table += 1
            below = {}
        line += text.count("\n", at, token.start())
        at = token.start()
        if tag in _CELLS and not token[1]:
            spans = {name.lower(): int(number) for name, number in _SPAN.findall(token[3])}
            opened = token.end(), min(spans.get("col", 1), _WIDEST), spans.get("row", 1)
    if cells:
        yield Row(line, _filled(cells, below), table)


def _put(cells: list[str], below: dict[int, tuple[int, str]], text: str, columns: int, rows: int) -> None:
    """Add a cell with ``text`` to the row ``cells``, after the cells of earlier rows that extend down into this row.

    ``below`` has the cells that extend down, by column, as (number of rows still covered, text). If the new cell
    extends down, it is added there. ``columns`` and ``rows`` are how many columns and rows the new cell covers.
    """
    _fill(cells, below)
    for _ in range(columns):
        if rows > 1:
            below[len(cells)] = rows, text
        cells.append(text)


def _filled(cells: list[str], below: dict[int, tuple[int, str]]) -> tuple[str, ...]:
    """Return the complete row, and decrement in ``below`` the number of rows that each merged cell still covers."""
    _fill(cells, below)
    for at, (rows, text) in list(below.items()):
        if rows > 1:
            below[at] = rows - 1, text
        else:
            del below[at]
    return tuple(cells)


def _fill(cells: list[str], below: dict[int, tuple[int, str]]) -> None:
    while len(cells) in below and len(cells) < _WIDEST:
        cells.append(below[len(cells)][1])
