"""How codes are shared out among files, so that none is large but for what one name alone has."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from infopage.outputs.search.letters import letter
from infopage.outputs.search.posting_lists import Places
from infopage.outputs.search.postings import Family, span
from infopage.outputs.search.terms import CODE_BITS

NAME_BITS = 16
"""A file is named by so many first bits of its first code: codes that have them in common are never parted."""

_LEAST = 16_000.0
"""Bits; smaller files would spare a reader nothing."""

_FINER = 2 ** (1 / 32)
"""What is too much for a file rises in such steps."""

_FEWEST_REGIONS, _MOST_REGIONS = 4, 64
"""No file has codes of two regions: an edit moves borders in its own regions alone. With so few no step from code to
code takes more than 29 bits.
"""

_FILES_OF_REGION = 8
"""A region is to have so many files or more."""


class Shards(NamedTuple):
    """``firsts`` are the first codes of the files. ``shape`` has a letter for each range of codes, one after the other:
    how many names it has, doubled, and one more where there is a file, for a range may have no codes at all.
    """

    firsts: Places
    shape: str


def shards(codes: Places, many: Places, family: Family, entries: int, more: Places | int = 0) -> Shards:
    """Share codes that ``many`` documents have out among no more files than a family may have.

    ``more`` is how many bits each takes besides its list. Each file takes what it can hold; an edit changes next to
    nothing of who stands with whom.
    """
    bits = _sizes(many, family, entries) + more
    name = codes >> CODE_BITS - NAME_BITS
    size = np.concatenate(([0], np.cumsum(np.bincount(name, bits, 1 << NAME_BITS)))).tolist()
    limit = _LEAST
    while limit * family.files < size[-1] or len(borders := _borders(size, limit)) > family.files:
        limit *= _FINER
    counts = np.diff(np.searchsorted(name, [*borders, 1 << NAME_BITS]))
    runs = 2 * np.diff(borders, append=1 << NAME_BITS) + (counts > 0)
    firsts = np.array(borders, np.int64)[counts > 0] << CODE_BITS - NAME_BITS
    return Shards(firsts, "".join(map(letter, runs.tolist())))


def _sizes(many: Places, family: Family, entries: int) -> NDArray[np.float64]:
    """Return about how many bits the lists take: whole ones, whose sums are the same on every processor."""
    return np.rint(many * (np.log2(span(entries) / many) + 1.5 + family.level_bits(many, entries)) + 20)


def _borders(size: Sequence[float], limit: float) -> list[int]:
    """Return the names at which files begin; ``size`` is what is before each name, and all."""
    regions = _FEWEST_REGIONS
    while regions < _MOST_REGIONS and size[-1] > 2 * regions * _FILES_OF_REGION * limit:
        regions *= 2
    names = len(size) - 1
    found = []
    for end in range(names // regions, names + 1, names // regions):
        at = end - names // regions
        while at < end:
            found.append(at)
            # One name at least, however large.
            at = max(at + 1, bisect_right(size, size[at] + limit, at, end + 1) - 1)
    return found
