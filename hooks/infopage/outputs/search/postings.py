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
from infopage.outputs.search.terms import GIVEN, Codes, Counts, TermCounts, Terms

_TEXTS_AT_ONCE = 64


@dataclass(frozen=True)
class Family:
    """A kind of term: words, or pairs of neighbouring words.

    ``name`` begins the names of the family's files. ``of`` returns the terms of this kind from an entry's terms.
    ``levels`` is the number of bits of a level (the BM25 weight in steps), and ``files`` the most files that the
    posting lists may take.
    """

    name: str
    of: Callable[[Terms], TermCounts]
    levels: int
    files: int

    def level_bits(self, frequencies: Integers, entries: int) -> Integers:
        """Return how many bits of each level (a BM25 weight in steps) are written in a term's posting list.

        ``frequencies`` are the document frequencies of terms, and the result has a number for each.

        The lists of very frequent words, which matter less, leave out the lowest bit or two. ``entries`` is the number
        of all entries.
        """
        coarse = (frequencies >= tuning.COARSE_FREQUENCY) & (self.levels > 2)
        return self.levels - coarse - (coarse & (2 * frequencies > span(entries)))

    def shift(self, entries: int) -> int:
        """Return how many bits of a posting follow the code (hash) of its term.

        They hold the number of one of ``entries`` documents, and the level (the BM25 weight in steps).
        """
        return self.levels + max(8, entries.bit_length())


WORDS = Family("tu", attrgetter("words"), tuning.WORD_LEVEL_BITS, tuning.WORD_FILES)
PAIRS = Family("cap", attrgetter("pairs"), tuning.PAIR_LEVEL_BITS, tuning.PAIR_FILES)


def _stepped(value: float) -> int:
    """Round a number up to the next step, so that small changes of it rarely matter. Four steps double it."""
    return round(2 ** (math.ceil(4 * math.log2(max(value, 1))) / 4))


def span(entries: int) -> int:
    """Return the number of entries, rounded up by ``_stepped``.

    Bit packing uses this number, and a change of it changes every file. So it should seldom change.
    """
    return max(entries, _stepped(entries))


def average_length(lengths: Sequence[int]) -> float:
    """Return the mean length of texts in words, rounded to a power of the square root of two; 1 if there are no texts.

    These steps are so coarse that one entry more or less hardly ever changes the result.
    """
    mean = sum(lengths) / len(lengths) if lengths else 1
    return float(2 ** (round(2 * math.log2(max(mean, 1))) / 2))


def level_weight(level: int, family: Family) -> float:
    """Return the BM25 weight that all postings of a level get, in a family (words or pairs).

    It is the middle of the range of weights for which the level stands.
    """
    return tuning.LEAST_SATURATION + tuning.SATURATION_RANGE * (level + 0.5) / (1 << family.levels)


class CollectionStatistics(NamedTuple):
    """The data about all entries on which every posting depends: their number, and their mean length in words."""

    entries: int
    average_length: float

    @classmethod
    def of(cls, lengths: Sequence[int]) -> "CollectionStatistics":
        """Return the data about a collection of texts, given the length of each in words."""
        return cls(len(lengths), average_length(lengths))


def postings(
    counted: Sequence[TermCounts],
    lengths: Sequence[int],
    family: Family,
    among: CollectionStatistics | None = None,
    documents: Sequence[int] | None = None,
    within: CodeRanges | None = None,
) -> Postings:
    """Return all postings in ascending order, each ``code << shift | document << levels | level``.

    ``counted`` and ``lengths`` have the terms and the length of each text. ``family`` tells which terms count (words or
    pairs). ``among`` describes all entries, and ``documents`` has the numbers of the texts among them; without these,
    the texts are all entries, in order. If ``within`` is given, only terms with codes in these ranges have postings.

    A level is BM25's saturated count in a few steps. The average length enters it only in coarse steps, so other
    entries hardly ever change a posting's level.
    """
    entries, average_length = among or CollectionStatistics.of(lengths)
    steps = np.array([length_step(length) for length in lengths], np.int64)
    levels = np.array(
        [_levels(step, average_length, family) for step in range(max(steps.tolist(), default=0) + 1)], np.uint64
    )
    numbers = np.arange(entries) if documents is None else np.array(documents, np.int64)
    lowest = numbers.astype(np.uint64) << np.uint64(family.levels)
    # With ``within``, the end of the array stays unused. This costs nothing: memory is allocated when first written to.
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
    """Yield the terms of a few texts at a time, as three arrays: codes (hashes), counts, and positions of texts.

    ``counted`` has the terms of each text. If ``within`` is given, only terms with codes in these ranges are yielded.
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
    """Return a length on a logarithmic scale of whole steps; four steps double the length."""
    return round(4 * math.log2(max(length, 1)))


@cache
def saturated_counts(step: int, average_length: float) -> NDArray[np.float64]:
    """Return BM25's saturated count for each count of a term from 0 to 255.

    It rises from 0 towards 1: each further occurrence of a term adds less. An occurrence in a text that is longer than
    ``average_length`` (in words) adds less too; ``step`` is the length of the text as ``length_step`` returns it.
    """
    counts = np.arange(256.0)
    return counts / (counts + tuning.K1 * (1 - tuning.B + tuning.B * 2 ** (step / 4) / average_length))


@cache
def _levels(step: int, average_length: float, family: Family) -> Postings:
    """Return the level (the BM25 weight in steps) for each count of a term in a text.

    Counts from ``GIVEN`` on are no numbers of occurrences, but state the level themselves. ``step`` is the length of
    the text as ``length_step`` returns it, and ``average_length`` that of all texts in words. ``family`` says how many
    levels there are.
    """
    top = (1 << family.levels) - 1
    level = (saturated_counts(step, average_length) - tuning.LEAST_SATURATION) / tuning.SATURATION_RANGE * (top + 1)
    found = np.clip(level.astype(np.int64), 0, top)
    found[GIVEN:] = np.minimum(np.arange(len(found) - GIVEN), top)
    return found.astype(np.uint64)
