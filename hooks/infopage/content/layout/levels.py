"""The bullet lists and numbered lists that a line of prose may belong to, and how deep a list item is nested in them.

The depth follows from the item's column and its mark (bullet or number).
"""

from dataclasses import dataclass
from enum import Enum

from infopage.content.layout.lines import RANKS, Mark

_CLEAR = 2
"""The indentation, in columns, from which an item is nested. A difference of one column counts as a typing error."""


class Placed(Enum):
    """The place of an item in its list: the first, the next, or one whose number restarts the numbering."""

    FIRST = "first"
    NEXT = "next"
    ANEW = "anew"


@dataclass
class Level:
    """An open list: the next lines may belong to it."""

    indent: int
    """The column of this list's items."""
    family: str
    """The type of this list's marks (bullets or numbers), as in :class:`Mark`."""
    number: int
    """The number of this list's last item so far; 0 if its marks are bullets."""
    first: int
    """The number of this list's first item; 0 if its marks are bullets."""

    def holds(self, indent: int, mark: Mark, *, after_blank: bool) -> bool:
        """Tell whether an item with a mark of another type, in the column ``indent``, is nested in this list.

        It is if it is clearly indented, or if its mark is usually nested deeper than this list's. A blank line before
        the item (``after_blank``) excludes the second case, except for ``+``.
        """
        if indent >= self.indent + _CLEAR:
            return True
        return mark.rank > RANKS[self.family] and (mark.family == "+" or not after_blank)

    def count(self, mark: Mark) -> bool:
        """Add the next item, which has ``mark``, to the list.

        Return whether Markdown would give it the number that was typed. Markdown ignores the typed numbers after the
        first item, and counts up from it. If its number would be wrong, the item must begin a new list.
        """
        if self.family != "1" or mark.number == self.number + 1:
            self.number = mark.number
            return True
        if mark.number == self.number == self.first:  # typed as 1. 1. 1.: the editor lets Markdown count
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
        """Return how many lists contain a line that is not an item; ``indent`` is the column of the line."""
        return sum(1 for level in self._open if indent > level.indent)

    def keep(self, depth: int) -> None:
        """Close the lists deeper than ``depth``."""
        del self._open[depth:]

    def place(self, indent: int, mark: Mark, *, after_blank: bool) -> Placed:
        """Add an item in the column ``indent`` to the open list that it continues, or open a new list for it.

        ``mark`` is the item's bullet or number. ``after_blank`` tells whether a blank line comes before the item.
        """
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
