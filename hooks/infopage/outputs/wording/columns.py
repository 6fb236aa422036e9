"""Columns in words: where their pages are, and which items are in them."""

from infopage.content.catalogue import Catalogue
from infopage.content.columns import Column, column_of
from infopage.content.model import Item
from infopage.outputs.views.links import Link

COLUMNS = Link("Chuyên mục", "chuyen-muc/")


def column_link(item: object, catalogue: Catalogue) -> Link | None:
    """Return the link to the column of an item; None if it is in none."""
    if not (id := column_of(item)):
        return None
    column = catalogue.registries.columns[id]
    return Link(column.name, column_address(column))


def column_address(column: Column) -> str:
    """Return the address of a column's page."""
    return f"{COLUMNS.address}{column.id}/"


def by_column(catalogue: Catalogue) -> dict[str, list[Item]]:
    """Return the current items in Vietnamese of each column that has a page, newest first, by the column's id."""
    return catalogue.once(" theo chuyên mục", _by_column)


def _by_column(catalogue: Catalogue) -> dict[str, list[Item]]:
    columns = catalogue.registries.columns
    found: dict[str, list[Item]] = {column.id: [] for column in columns if column.id in catalogue.met.columns}
    for item in catalogue.in_vietnamese:
        if id := column_of(item):
            found[id].append(item)
    return found
