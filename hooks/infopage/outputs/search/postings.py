"""The terms of all entries turned round: for each word and pair the documents that have it, with a weight."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from infopage.outputs.search.terms import Counted

K1, B = 1.2, 0.75
LEAST, SPREAD = 0.15, 0.85
"""BM25's saturation runs from about ``LEAST`` up; levels divide what is above it."""

Postings = NDArray[np.uint64]
Places = NDArray[np.int64]


@dataclass(frozen=True)
class Family:
    """Words, or pairs: ``levels`` is how many bits a weight takes, ``files`` how many there may be."""

    name: str
    levels: int
    files: int

    def shift(self, entries: int) -> int:
        """Return how many bits of a posting follow its code: the document and its level."""
        return self.levels + max(8, entries.bit_length())


WORDS = Family("tu", 3, 1720)
PAIRS = Family("cap", 2, 1740)


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


def postings(counted: Sequence[Counted], lengths: Sequence[int], family: Family) -> Postings:
    """Return all postings in ascending order, each ``code << shift | document << levels | level``.

    A level is BM25's saturated count, by lengths in coarse steps. A posting so has the same level whatever other
    entries there are, as long as the usual length stays in its step.
    """
    usual = pivot(lengths)
    found = np.empty(sum(len(one.codes) for one in counted), np.uint64)
    shift = np.uint64(family.shift(len(counted)))
    at = 0
    for document, (one, length) in enumerate(zip(counted, lengths, strict=True)):
        part = found[at : at + len(one.codes)]
        part[:] = one.codes
        part <<= shift
        part |= _levels(_steps(length), usual, family)[one.often]
        part |= np.uint64(document << family.levels)
        at += len(part)
    found.sort()
    return found


def by_code(found: Postings, family: Family, entries: int) -> tuple[Places, Places]:
    """Return where each code of sorted postings begins, and how many it has."""
    codes = found >> np.uint64(family.shift(entries))
    starts = np.flatnonzero(np.concatenate(([True], codes[1:] != codes[:-1]))[: len(codes)])
    return starts, np.diff(starts, append=len(codes))


def _steps(length: int) -> int:
    """Return a length as a number of steps, four of which double it."""
    return round(4 * math.log2(max(length, 1)))


@cache
def _levels(steps: int, usual: float, family: Family) -> Postings:
    """Return the level of each count from 0 to 255 in an entry of a length."""
    added = K1 * (1 - B + B * 2 ** (steps / 4) / usual)
    top = (1 << family.levels) - 1
    saturated = (often / (often + added) for often in range(256))
    return np.array([min(top, max(0, int((value - LEAST) / SPREAD * (top + 1)))) for value in saturated], np.uint64)
