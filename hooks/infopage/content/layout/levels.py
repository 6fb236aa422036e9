"""The lists that are open at a line of prose, and how deep an item stands in them: by its column and by its mark."""

from dataclasses import dataclass
from enum import Enum

from infopage.content.layout.lines import RANKS, Mark

_CLEAR = 2
"""Columns from which an item stands within another; one column more or less is a slip."""


class Placed(Enum):
    """What an item does: it begins a list, is the next of one, or has a number that its list would not give it."""

    FIRST = "first"
    NEXT = "next"
    ANEW = "anew"


@dataclass
class Level:
    """An open list: the column of its items, their family of marks, the number of the last, and of the first."""

    indent: int
    family: str
    number: int
    first: int

    def holds(self, indent: int, mark: Mark, *, after_blank: bool) -> bool:
        """Tell whether an item of another family stands within an item of this list."""
        if indent >= self.indent + _CLEAR:
            return True
        return mark.rank > RANKS[self.family] and (mark.family == "+" or not after_blank)

    def count(self, mark: Mark) -> bool:
        """Take in the next item; tell whether it has the number that Markdown would give it."""
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
        """End every list."""
        self._open.clear()

    def depth_at(self, indent: int) -> int:
        """Return how many lists a line that is no item stands in, by its column."""
        return sum(1 for level in self._open if indent > level.indent)

    def keep(self, depth: int) -> None:
        """End the lists deeper than ``depth``."""
        del self._open[depth:]

    def place(self, indent: int, mark: Mark, *, after_blank: bool) -> Placed:
        """Open the list of an item, or go on with it."""
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
