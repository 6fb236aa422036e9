"""The terms of all entries turned round: for each word and pair the documents that have it, with a weight."""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from operator import attrgetter
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from infopage.outputs.search.posting_lists import Places, Postings, Ranges
from infopage.outputs.search.terms import Codes, Counted, Counts, Terms

K1, B = 1.2, 0.75
LEAST, SPREAD = 0.15, 0.85
"""BM25's saturation runs from about ``LEAST`` up; levels divide what is above it."""

COARSE = 1024
"""Of so many documents a word tells little, and how much of it each has still less: half as many levels do, and where
it stands in more than half of all, two.
"""

_TEXTS_AT_ONCE = 64


@dataclass(frozen=True)
class Family:
    """Words, or pairs: ``levels`` is how many bits a weight takes, ``files`` how many there may be, ``of`` which of an
    entry's terms they are.
    """

    name: str
    of: Callable[[Terms], Counted]
    levels: int
    files: int

    def level_bits(self, many: Places, entries: int) -> Places:
        """Return how many bits are told of a level in lists of so many of all documents: the first of ``levels``."""
        coarse = (many >= COARSE) & (self.levels > 2)
        return self.levels - coarse - (coarse & (2 * many > span(entries)))

    def shift(self, entries: int) -> int:
        """Return how many bits of a posting follow its code: the document and its level."""
        return self.levels + max(8, entries.bit_length())


WORDS = Family("tu", attrgetter("words"), 3, 1700)
PAIRS = Family("cap", attrgetter("pairs"), 2, 2285)


def _stepped(value: float) -> int:
    """Return the next of the steps of which four double a number."""
    return round(2 ** (math.ceil(4 * math.log2(max(value, 1))) / 4))


def span(entries: int) -> int:
    """Return about how many documents there are, never fewer: what codes are made for. See ``_stepped``."""
    return max(entries, _stepped(entries))


def pivot(lengths: Sequence[int]) -> float:
    """Return the usual length, in steps so coarse that one entry more or less hardly ever changes it."""
    mean = sum(lengths) / len(lengths) if lengths else 1
    return float(2 ** (round(2 * math.log2(max(mean, 1))) / 2))


def saturation(level: int, family: Family) -> float:
    """Return the middle of a level."""
    return LEAST + SPREAD * (level + 0.5) / (1 << family.levels)


class Collection(NamedTuple):
    """What the postings of a text depend on besides the text: how many entries there are, and their usual length."""

    entries: int
    usual: float

    @classmethod
    def of(cls, lengths: Sequence[int]) -> "Collection":
        """Return that of texts of some lengths."""
        return cls(len(lengths), pivot(lengths))


def postings(
    counted: Sequence[Counted],
    lengths: Sequence[int],
    family: Family,
    among: Collection | None = None,
    documents: Sequence[int] | None = None,
    within: Ranges | None = None,
) -> Postings:
    """Return all postings in ascending order, each ``code << shift | document << levels | level``.

    A level is BM25's saturated count, by lengths in coarse steps. A posting so has the same level whatever other
    entries there are, as long as the usual length stays in its step. Without ``documents`` the texts are all there are,
    in their order; ``within`` leaves out other codes.
    """
    entries, usual = among or Collection.of(lengths)
    steps = np.array([length_step(length) for length in lengths], np.int64)
    levels = np.array([_levels(step, usual, family) for step in range(max(steps.tolist(), default=0) + 1)], np.uint64)
    numbers = np.arange(entries) if documents is None else np.array(documents, np.int64)
    lowest = numbers.astype(np.uint64) << np.uint64(family.levels)
    # Nothing is written to what the texts do not need: an array of this size costs as much again as filling it.
    found = np.empty(sum(len(one.codes) for one in counted), np.uint64)
    at = 0
    for codes, often, text in gathered(counted, within):
        part = found[at : at + len(codes)]
        part[:] = codes
        part <<= np.uint64(family.shift(entries))
        part |= lowest[text]
        part |= levels[steps[text], often]
        at += len(codes)
    found = found[:at]
    found.sort()
    return found


def gathered(counted: Sequence[Counted], within: Ranges | None = None) -> Iterator[tuple[Codes, Counts, Places]]:
    """Yield the codes of some texts, how often each occurs and in which of them, a few texts at a time; ``within``
    leaves out other codes.
    """
    for first in range(0, len(counted), _TEXTS_AT_ONCE):
        texts = counted[first : first + _TEXTS_AT_ONCE]
        codes = np.concatenate([one.codes for one in texts])
        often = np.concatenate([one.often for one in texts])
        text = np.repeat(np.arange(first, first + len(texts)), [len(one.codes) for one in texts])
        if within is not None:
            kept = within.places(codes)
            codes, often, text = codes[kept], often[kept], text[kept]
        yield codes, often, text


def length_step(length: int) -> int:
    """Return a length as a number of steps, four of which double it."""
    return round(4 * math.log2(max(length, 1)))


@cache
def saturations(step: int, usual: float) -> NDArray[np.float64]:
    """Return BM25's saturated count of each count from 0 to 255 in an entry whose length is so many steps."""
    often = np.arange(256.0)
    return often / (often + K1 * (1 - B + B * 2 ** (step / 4) / usual))


@cache
def _levels(step: int, usual: float, family: Family) -> Postings:
    """Return the level of each count from 0 to 255 in an entry whose length is so many steps."""
    top = (1 << family.levels) - 1
    level = (saturations(step, usual) - LEAST) / SPREAD * (top + 1)
    return np.clip(level.astype(np.int64), 0, top).astype(np.uint64)
