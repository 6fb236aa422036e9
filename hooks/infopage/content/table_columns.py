"""Gives a CSS class to table columns that contain words: they need a minimum width, unlike columns of numbers."""

from xml.etree import ElementTree

WIDE = "rong"
"""The CSS class of the cells in a column of words."""

_SHORT = 14
"""The most characters of a cell in a column without words, which has only numbers, units or signs."""


def mark_wide(table: ElementTree.Element) -> None:
    """Give the CSS class ``WIDE`` to the cells in each column of words.

    Tables with merged cells stay unchanged: a cell's place in its row does not tell its column.
    """
    rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr")]
    if any(cell.get("colspan", "1") != "1" or cell.get("rowspan", "1") != "1" for row in rows for cell in row):
        return
    for column in range(max(map(len, rows), default=0)):
        cells = [row[column] for row in rows if len(row) > column]
        if any(_letters(cell) > _SHORT for cell in cells if cell.tag == "td"):
            for cell in cells:
                cell.set("class", " ".join(filter(None, (cell.get("class"), WIDE))))


def _letters(cell: ElementTree.Element) -> int:
    return len(" ".join("".join(cell.itertext()).split()))
