"""Defines segments and rows, the pieces into which the readers of files split a text.

A segment is a line, a heading, a table cell or a string of data, with its line number.
"""

from dataclasses import dataclass
from enum import Enum


class Position(Enum):
    """Where a segment (a piece of text such as a line) stands in a file.

    The guard, which searches releases for secrets, needs it: “MẬT” alone on a line is a secrecy marking, but in a table
    cell it may be ordinary.
    """

    LINE = 1
    HEADING = 2
    CELL = 3
    """A table cell or list item, where a single word is normal."""
    STRING = 4
    """A string in data or an attribute. It may be a JSON key, or one word of a search index."""
    NAME = 5
    """A file name without its extension."""


@dataclass(frozen=True)
class Segment:
    """A piece of a file's text.

    ``line`` is its line in the file, from 1; formats without lines, such as PDF, have 1. ``part`` names the page or
    archive member that it is in, or the kind of content; it is empty for the text of a text file.
    """

    line: int
    text: str
    place: Position = Position.LINE
    part: str = ""


@dataclass(frozen=True)
class Row:
    """A row of a table, or a key of JSON or YAML with its value.

    ``cells`` are in order from left to right, including empty ones. A cell that spans several columns is repeated in
    each. ``table`` is the number of the table within its file. ``line`` and ``part`` are as in :class:`Segment`.
    """

    line: int
    cells: tuple[str, ...]
    table: int = 0
    part: str = ""
