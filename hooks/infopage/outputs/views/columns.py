"""Columns as templates show them."""

from dataclasses import dataclass

from infopage.outputs.views.cards import Card
from infopage.outputs.views.links import Link


@dataclass(frozen=True)
class ColumnView:
    """A column in a list of columns: its name, its description, and its newest item, if there is one."""

    link: Link
    description: str
    newest: Card | None


@dataclass(frozen=True)
class ColumnsView:
    """The list of all columns."""

    columns: tuple[ColumnView, ...]
