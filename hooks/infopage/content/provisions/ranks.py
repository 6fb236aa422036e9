"""The labels of official texts as values (``I-``, ``1.1.``, ``đ)``, ``Điều 5.``), with their ranks and order."""

from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property

LETTERS = "abcdđefghijklmnopqrstuvwxyz"
# Vietnamese lists skip f, j, w and z, and some skip đ; a missing one of these is not a gap.
_OPTIONAL = frozenset(LETTERS.index(letter) + 1 for letter in "đfjwz")


class Rank(IntEnum):
    """The kinds of provision, outermost first. A list may also be nested in a provision of a higher rank."""

    APPENDIX = 0
    FORM = 1
    PART = 2
    CHAPTER = 3
    SECTION = 4
    SUBSECTION = 5
    ARTICLE = 6
    LETTER = 7
    ROMAN = 8
    CLAUSE = 9
    POINT = 10
    ITEM = 11
    STAR = 12
    DASH = 13
    PLUS = 14


@dataclass(frozen=True)
class Label:
    """A label of an official text.

    ``text`` is the label as typed, with its punctuation and, in a quotation, the quotation mark before it. ``key`` is
    its part of the anchor, in ASCII; dashes have none. ``depth`` is the number of levels below its rank: 1 for
    ``1.1.``. ``kind`` and ``sign`` are its form, like ``a`` and its punctuation ``)``; they are the same throughout a
    list. ``order`` is its position in the list; the last number of it is a suffix (``5a``). A ``doubtful`` label counts
    only as part of a list.
    """

    rank: Rank
    text: str
    key: str = ""
    depth: int = 0
    kind: str = ""
    sign: str = ""
    order: tuple[int, ...] = ()
    doubtful: bool = False

    def __hash__(self) -> int:
        """Return a hash of only two fields, which distinguish most labels: lookups are very frequent."""
        return hash((self.text, self.order))

    @cached_property
    def place(self) -> tuple[int, int]:
        """The position of the label in the order of nesting."""
        return (self.rank, self.depth)

    @cached_property
    def first(self) -> bool:
        """Whether the label is the first of a list: 1, 1.1, a, I, (i)."""
        return self.order[-2:] == (1, 0)

    def is_like(self, other: "Label") -> bool:
        """Tell whether both labels belong to the same type of list, apart from their signs."""
        return self.kind == other.kind and self.place == other.place

    def follows(self, before: "Label", gap: int = 0) -> bool:
        """Tell whether the label comes next after ``before``, as 2 or 1a after 1; ``gap`` labels may be missing."""
        order, others = self.order, before.order
        if not order or not self.is_like(before) or order[:-2] != others[:-2]:
            return False
        number, last = order[-2], others[-2]
        if number == last + 1:
            return True
        if number <= last:
            return number == last and order[-1] > others[-1]
        missing = range(last + 1, number)
        if self.kind in ("a", "A"):
            return sum(letter not in _OPTIONAL for letter in missing) <= gap
        return len(missing) <= gap
