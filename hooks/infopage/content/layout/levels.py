"""The lists that are open at a line of prose. The depth of an item follows from its column and its bullet."""

from dataclasses import dataclass
from enum import Enum

from infopage.content.layout.lines import RANKS, Mark

_CLEAR = 2
"""The indentation, in columns, that makes an item a nested one. A difference of one column is a typing slip."""


class Placed(Enum):
    """The place of an item: the first of a list, the next of a list, or one whose number restarts the list."""

    FIRST = "first"
    NEXT = "next"
    ANEW = "anew"


@dataclass
class Level:
    """An open list: the column of its items, their family of marks, and the numbers of the last and first item."""

    indent: int
    family: str
    number: int
    first: int

    def holds(self, indent: int, mark: Mark, *, after_blank: bool) -> bool:
        """Tell whether an item with another family of marks is nested in this list."""
        if indent >= self.indent + _CLEAR:
            return True
        return mark.rank > RANKS[self.family] and (mark.family == "+" or not after_blank)

    def count(self, mark: Mark) -> bool:
        """Add the next item; tell whether its number is the one that Markdown would give it."""
        if self.family != "1" or mark.number == self.number + 1:
            self.number = mark.number
            return True
        if mark.number == self.number == self.first:  # 1. 1. 1.: the editor leaves the counting to Markdown
            return True
        self.number = self.first = mark.number
        return False


class Levels:
    """The open lists, the outermost first."""

    def __init__(self) -> None:
        self._open: list[Level] = []

    def __len__(self) -> int:
        return len(self._open)

    def clear(self) -> None:
        """Close every list."""
        self._open.clear()

    def depth_at(self, indent: int) -> int:
        """Return how many lists contain a line that is not an item, judged by its column."""
        return sum(1 for level in self._open if indent > level.indent)

    def keep(self, depth: int) -> None:
        """Close the lists deeper than ``depth``."""
        del self._open[depth:]

    def place(self, indent: int, mark: Mark, *, after_blank: bool) -> Placed:
        """Add an item to the open list that it continues, or open a list for it."""
        while len(self._open) > 1 and indent <= self._open[-1].indent - _CLEAR:
            self._open.pop()
        if len(self._open) == 1:
            self._open[0].indent = min(indent, self._open[0].indent)
        for number in reversed(range(len(self._open))):
            level = self._open[number]
            if level.family == mark.family and abs(level.indent - indent) < _CLEAR:
                self.keep(number + 1)
                return Placed.NEXT if level.count(mark) else Placed.ANEW
        while self._open and not self._open[-1].holds(indent, mark, after_blank=after_blank):
            self._open.pop()
        self._open.append(Level(indent, mark.family, mark.number, mark.number))
        return Placed.FIRST
