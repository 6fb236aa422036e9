"""Postings: for each word and pair, the documents that have it, each with a level that stands for its BM25 weight."""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from operator import attrgetter
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from infopage.outputs.search import tuning
from infopage.outputs.search.posting_lists import CodeRanges, Integers, Postings
from infopage.outputs.search.terms import Codes, Counts, TermCounts, Terms

_TEXTS_AT_ONCE = 64


@dataclass(frozen=True)
class Family:
    """A kind of term: words, or pairs of neighbouring words.

    ``of`` gets the family's terms from an entry; ``levels`` is how many bits a level takes, ``files`` the most files.
    """

    name: str
    of: Callable[[Terms], TermCounts]
    levels: int
    files: int

    def level_bits(self, frequencies: Integers, entries: int) -> Integers:
        """Return how many of a level's bits, the highest, are kept in lists of these document frequencies."""
        coarse = (frequencies >= tuning.COARSE_FREQUENCY) & (self.levels > 2)
        return self.levels - coarse - (coarse & (2 * frequencies > span(entries)))

    def shift(self, entries: int) -> int:
        """Return how many bits of a posting follow its code: the document and its level."""
        return self.levels + max(8, entries.bit_length())


WORDS = Family("tu", attrgetter("words"), tuning.WORD_LEVEL_BITS, tuning.WORD_FILES)
PAIRS = Family("cap", attrgetter("pairs"), tuning.PAIR_LEVEL_BITS, tuning.PAIR_FILES)


def _stepped(value: float) -> int:
    """Round a number up to the next step; four steps double it."""
    return round(2 ** (math.ceil(4 * math.log2(max(value, 1))) / 4))


def span(entries: int) -> int:
    """Return the number of documents, rounded up by ``_stepped``: bits are packed by it, so it should seldom change."""
    return max(entries, _stepped(entries))


def average_length(lengths: Sequence[int]) -> float:
    """Return the average length: the mean, in steps so coarse that one entry more or less hardly ever changes it."""
    mean = sum(lengths) / len(lengths) if lengths else 1
    return float(2 ** (round(2 * math.log2(max(mean, 1))) / 2))


def level_weight(level: int, family: Family) -> float:
    """Return the weight of a level: the saturated count in its middle."""
    return tuning.LEAST_SATURATION + tuning.SATURATION_RANGE * (level + 0.5) / (1 << family.levels)


class Collection(NamedTuple):
    """What the postings of a text depend on besides the text: the number of entries, and their average length."""

    entries: int
    average_length: float

    @classmethod
    def of(cls, lengths: Sequence[int]) -> "Collection":
        """Return the collection of texts of these lengths."""
        return cls(len(lengths), average_length(lengths))


def postings(
    counted: Sequence[TermCounts],
    lengths: Sequence[int],
    family: Family,
    among: Collection | None = None,
    documents: Sequence[int] | None = None,
    within: CodeRanges | None = None,
) -> Postings:
    """Return all postings in ascending order, each ``code << shift | document << levels | level``.

    A level is BM25's saturated count, with lengths in coarse steps. So other entries do not change a posting's level,
    as long as the average length stays in its step. ``documents`` are the numbers of the texts; without it, the texts
    are all documents, in order. ``within`` limits the codes.
    """
    entries, average_length = among or Collection.of(lengths)
    steps = np.array([length_step(length) for length in lengths], np.int64)
    levels = np.array(
        [_levels(step, average_length, family) for step in range(max(steps.tolist(), default=0) + 1)], np.uint64
    )
    numbers = np.arange(entries) if documents is None else np.array(documents, np.int64)
    lowest = numbers.astype(np.uint64) << np.uint64(family.levels)
    # Unused memory of the array stays untouched: the first use of so much memory costs as much again as filling it.
    found = np.empty(sum(len(one.codes) for one in counted), np.uint64)
    at = 0
    for codes, counts, text in batches(counted, within):
        part = found[at : at + len(codes)]
        part[:] = codes
        part <<= np.uint64(family.shift(entries))
        part |= lowest[text]
        part |= levels[steps[text], counts]
        at += len(codes)
    found = found[:at]
    found.sort()
    return found


def batches(
    counted: Sequence[TermCounts], within: CodeRanges | None = None
) -> Iterator[tuple[Codes, Counts, Integers]]:
    """Yield the codes of some texts, with the count of each and its text's number, a few texts at a time.

    ``within`` limits the codes.
    """
    for first in range(0, len(counted), _TEXTS_AT_ONCE):
        texts = counted[first : first + _TEXTS_AT_ONCE]
        codes = np.concatenate([one.codes for one in texts])
        counts = np.concatenate([one.counts for one in texts])
        text = np.repeat(np.arange(first, first + len(texts)), [len(one.codes) for one in texts])
        if within is not None:
            kept = within.positions(codes)
            codes, counts, text = codes[kept], counts[kept], text[kept]
        yield codes, counts, text


def length_step(length: int) -> int:
    """Return a length as a number of steps, four of which double it."""
    return round(4 * math.log2(max(length, 1)))


@cache
def saturated_counts(step: int, average_length: float) -> NDArray[np.float64]:
    """Return BM25's saturated count for each count from 0 to 255, in an entry of this length step."""
    counts = np.arange(256.0)
    return counts / (counts + tuning.K1 * (1 - tuning.B + tuning.B * 2 ** (step / 4) / average_length))


@cache
def _levels(step: int, average_length: float, family: Family) -> Postings:
    """Return the level for each count from 0 to 255, in an entry of this length step."""
    top = (1 << family.levels) - 1
    level = (saturated_counts(step, average_length) - tuning.LEAST_SATURATION) / tuning.SATURATION_RANGE * (top + 1)
    return np.clip(level.astype(np.int64), 0, top).astype(np.uint64)
