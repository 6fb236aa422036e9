"""Which columns of a table hold words: those are given room, the others are as narrow as what stands in them."""

from xml.etree import ElementTree

WIDE = "rong"
"""The class of the cells of a column of words."""

_SHORT = 14
"""A column whose cells have no more letters holds numbers, units, marks."""


def mark_wide(table: ElementTree.Element) -> None:
    """Give the cells of each column of words their class; a cell over several columns tells of none."""
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
