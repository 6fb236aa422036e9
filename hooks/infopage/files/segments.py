"""The pieces of a file's text: lines, headings, table cells and rows, strings of data, each with its line number."""

from dataclasses import dataclass
from enum import Enum


class Position(Enum):
    """Where a segment stands: words that are a stamp on a line of their own may be a mere entry in a table."""

    LINE = 1
    HEADING = 2
    CELL = 3
    """A table cell or list item, where a single word is normal."""
    STRING = 4
    """A string in data or an attribute; it may be a key, or one word of an index."""
    NAME = 5
    """A file name without its ending."""


@dataclass(frozen=True)
class Segment:
    """A separate piece of text; ``line`` is its line in the file, from 1; ``part`` names the page or part it is in."""

    line: int
    text: str
    place: Position = Position.LINE
    part: str = ""


@dataclass(frozen=True)
class Row:
    """A row of a table, or a key of data with its value; ``cells`` run from left to right, empty ones included.

    A cell that spans several columns is repeated in each. ``table`` numbers the tables of one file.
    """

    line: int
    cells: tuple[str, ...]
    table: int = 0
    part: str = ""
