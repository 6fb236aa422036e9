"""A text as a reader meets it: lines, headings, cells and rows of tables, strings of data, each with its line."""

from dataclasses import dataclass
from enum import Enum


class Position(Enum):
    """Where a segment stands: the same words may be a stamp on a line of their own and a mere entry in a table."""

    LINE = 1
    HEADING = 2
    CELL = 3
    """A cell of a table, an entry of a list: a word alone is nothing strange there."""
    STRING = 4
    """A string of a program's data, an attribute: it may be a key, or one word of an index."""
    NAME = 5
    """A file's name without its ending."""


@dataclass(frozen=True)
class Segment:
    """A piece of text that stands by itself; ``line`` of the file, from 1; ``part`` says where in a file of parts."""

    line: int
    text: str
    place: Position = Position.LINE
    part: str = ""


@dataclass(frozen=True)
class Row:
    """A row of a table, or a key of data with its value: ``cells`` from left to right, empty ones too.

    A cell that spans several columns stands in each of them. ``table`` tells the tables of one file apart.
    """

    line: int
    cells: tuple[str, ...]
    table: int = 0
    part: str = ""
