"""A value class for the labels of provisions (``I-``, ``1.1.``, ``đ)``, ``Điều 5.``), with their rank and order."""

from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property

LETTERS = "abcdđefghijklmnopqrstuvwxyz"
# Vietnamese lists skip the letters f, j, w and z, and some skip đ, so these may be missing without a fault.
_OPTIONAL = frozenset(LETTERS.index(letter) + 1 for letter in "đfjwz")


class Rank(IntEnum):
    """The kinds of provision, outermost first. Usually a provision contains only provisions of later ranks."""

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
    """The label of a provision."""

    rank: Rank
    text: str
    """The label as typed, with its punctuation and, in a quotation, the quotation mark before it."""
    key: str = ""
    """The part of an anchor made from this label, such as ``dieu-5``; '' for dashes, which have no anchors."""
    depth: int = 0
    """The number of levels below the first level of its rank: 0 for ``1.``, 1 for ``1.1.``, which has the same rank."""
    kind: str = ""
    """The label's form without punctuation, such as ``a`` for all small letters. It is the same throughout a list."""
    sign: str = ""
    """The label's punctuation, such as ``)``. Usually, all labels of a list have the same punctuation."""
    order: tuple[int, ...] = ()
    """The numbers that order a list: (1, 2, 0) for ``1.2.``. The last one is that of a suffix: (5, 1) for ``5a.``."""
    doubtful: bool = False
    """Whether it may be no label, but for example a person's initial. It then counts as a label only within a list."""
    group: str = ""
    """The heading above the list, if it has no label and distinguishes this label from an equal one; else ''."""

    def __hash__(self) -> int:
        """Return a hash of only two fields, in which most labels differ. This saves time: lookups are very frequent."""
        return hash((self.text, self.order))

    @cached_property
    def place(self) -> tuple[int, int]:
        """The (rank, depth) of the label. A provision usually contains only provisions whose values are larger."""
        return (self.rank, self.depth)

    @cached_property
    def first(self) -> bool:
        """Whether the label is the first of a list: 1, 1.1, a, I, (i)."""
        return self.order[-2:] == (1, 0)

    def is_like(self, other: "Label") -> bool:
        """Tell whether both labels may be in one list: they have the same form and rank. Punctuation may differ."""
        return self.kind == other.kind and self.place == other.place

    def follows(self, before: "Label", gap: int = 0) -> bool:
        """Tell whether the label comes next after ``before`` in a list, as 2 or 1a after 1.

        Up to ``gap`` labels may be missing between the two.
        """
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
