"""The terms of all entries turned round: for each word and pair the documents that have it, with a weight."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from infopage.outputs.search.terms import Counted

K1, B = 1.2, 0.75
LEAST, SPREAD = 0.15, 0.85
"""BM25's saturation runs from about ``LEAST`` up; levels divide what is above it."""

_AT_ONCE, _TEXTS_AT_ONCE = 1 << 16, 64

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


class Lists(NamedTuple):
    """The postings of some codes: ``many`` tells how many of the ``postings`` each of the ``codes`` has."""

    codes: Places
    many: Places
    postings: Postings

    def having(self, least: int) -> "Lists":
        """Return the lists of at least so many postings, in the place of these: one more array costs as much again."""
        rows = self.many >= least
        kept = np.repeat(rows, self.many)
        end = 0
        for first in range(0, len(kept), _AT_ONCE):
            piece = self.postings[first : first + _AT_ONCE][kept[first : first + _AT_ONCE]]
            self.postings[end : end + len(piece)] = piece
            end += len(piece)
        return Lists(self.codes[rows], self.many[rows], self.postings[:end])


WORDS = Family("tu", 3, 1900)
PAIRS = Family("cap", 2, 1990)


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
    sizes = np.array([len(one.codes) for one in counted], np.int64)
    found = np.empty(sizes.sum(), np.uint64)
    steps = [_steps(length) for length in lengths]
    levels = np.array([_levels(step, usual, family) for step in range(max(steps, default=0) + 1)], np.uint64)
    documents = np.arange(len(counted), dtype=np.uint64) << np.uint64(family.levels)
    at = 0
    for first in range(0, len(counted), _TEXTS_AT_ONCE):
        texts = slice(first, first + _TEXTS_AT_ONCE)
        part = found[at : at + sizes[texts].sum()]
        np.concatenate([one.codes for one in counted[texts]], out=part)
        part <<= np.uint64(family.shift(len(counted)))
        part |= np.repeat(documents[texts], sizes[texts])
        often = np.concatenate([one.often for one in counted[texts]])
        part |= levels[np.repeat(steps[texts], sizes[texts]), often]
        at += len(part)
    found.sort()
    return found


def lists(found: Postings, family: Family, entries: int) -> Lists:
    """Return sorted postings as a list for each code."""
    shift = np.uint64(family.shift(entries))
    begins = [np.zeros(min(1, len(found)), np.int64)]
    # Piece by piece: an array of this size more costs as much again in memory first used.
    for first in range(0, len(found) - 1, _AT_ONCE):
        piece = found[first : first + _AT_ONCE + 1] >> shift
        begins.append(np.flatnonzero(piece[1:] != piece[:-1]) + (first + 1))
    starts = np.concatenate(begins)
    return Lists((found[starts] >> shift).astype(np.int64), np.diff(starts, append=len(found)), found)


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
