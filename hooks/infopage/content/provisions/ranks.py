"""The labels of official texts as values: ``I-``, ``1.1.``, ``đ)``, ``Điều 5.``, their ranks and their order."""

from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property

LETTERS = "abcdđefghijklmnopqrstuvwxyz"
# Vietnamese lists leave these out, and some leave đ out: no gap is seen between their neighbours.
_OPTIONAL = frozenset(LETTERS.index(letter) + 1 for letter in "đfjwz")


class Rank(IntEnum):
    """The kinds of provision, outermost first; a list may still open inside one of a higher rank."""

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

    ``text`` is the label as typed, with its sign and, in a quoted passage, the quotation mark before it. ``key`` is its
    part of an anchor, ASCII; dashes have none. ``depth`` is how far it goes below its rank: 1 for ``1.1.``. ``kind``
    and ``sign`` say how it is written, like ``a`` and ``)``: one list keeps to them. ``order`` is its place in its
    list, the last number being a suffix (``5a``). A ``doubtful`` label is one only where it stands in a list.
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
        """Return the hash of what tells most labels apart: they are looked up by the thousand."""
        return hash((self.text, self.order))

    @cached_property
    def place(self) -> tuple[int, int]:
        """Where it stands in the order of nesting."""
        return (self.rank, self.depth)

    @cached_property
    def first(self) -> bool:
        """Whether it opens a list: 1, 1.1, a, I, (i)."""
        return self.order[-2:] == (1, 0)

    def is_like(self, other: "Label") -> bool:
        """Whether both belong to one sort of list, whatever sign follows them."""
        return self.kind == other.kind and self.place == other.place

    def follows(self, before: "Label", gap: int = 0) -> bool:
        """Whether it comes next after ``before``: 2 after 1, 1a after 1, e after d; ``gap`` numbers may be missing."""
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
