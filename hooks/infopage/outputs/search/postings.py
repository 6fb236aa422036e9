"""The terms of all entries turned round: for each word and pair the documents that have it, with a weight."""

import math
from array import array
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

CODE_BITS = 30
K1, B = 1.2, 0.75
LEAST, SPREAD = 0.15, 0.85
"""BM25's saturation runs from about ``LEAST`` up; levels divide what is above it."""

Grouped = Mapping[int, "array[int]"]
"""Codes by how often each occurs in one entry."""


@dataclass(frozen=True)
class Family:
    """Words, or pairs: ``levels`` is how many bits a weight takes, ``size`` how large a file should become."""

    name: str
    levels: int
    size: int


WORDS = Family("tu", 3, 9000)
PAIRS = Family("cap", 2, 7000)


def pivot(lengths: Sequence[int]) -> float:
    """Return the usual length, in steps so coarse that one entry more or less hardly ever changes it."""
    mean = sum(lengths) / len(lengths) if lengths else 1
    return float(2 ** (round(2 * math.log2(max(mean, 1))) / 2))


def level(often: int, length: int, usual: float, family: Family) -> int:
    """Return BM25's saturated count as a level: what a posting carries. Lengths count in coarse steps too."""
    coarse = 2 ** (round(4 * math.log2(max(length, 1))) / 4)
    saturated = often / (often + K1 * (1 - B + B * coarse / usual))
    steps = 1 << family.levels
    return min(steps - 1, max(0, int((saturated - LEAST) / SPREAD * steps)))


def saturation(level: int, family: Family) -> float:
    """Return the middle of a level."""
    return LEAST + SPREAD * (level + 0.5) / (1 << family.levels)


def postings(
    grouped: Sequence[tuple[int, Grouped]], usual: float, family: Family, shift: int, low: int, high: int
) -> list[int]:
    """Return the sorted postings of codes from ``low`` up to ``high``; ``grouped`` are (length, codes) by document."""
    found: list[int] = []
    known: dict[tuple[int, int], int] = {}
    for document, (length, groups) in enumerate(grouped):
        for often, codes in groups.items():
            start = bisect_left(codes, low)
            part = codes[start : bisect_left(codes, high, start)]
            if not part:
                continue
            if (often, length) not in known:
                known[often, length] = level(often, length, usual, family)
            posting = document << family.levels | known[often, length]
            found += [code << shift | posting for code in part]
    found.sort()
    return found
