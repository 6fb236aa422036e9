"""A text as a reader meets it: lines, headings, cells of tables, strings of data, each with the line of the file."""

from dataclasses import dataclass
from enum import Enum


class Place(Enum):
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
    place: Place = Place.LINE
    part: str = ""
