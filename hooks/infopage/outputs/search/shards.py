"""Shards: how codes are divided among files, so that no file is large unless the codes of one name are."""

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
"""A file's name is this many leading bits of its first code. Codes that share these bits, a "name", stay together."""

_LEAST = 16_000.0
"""The lowest limit of a file's size, in bits: smaller files would save a reader nothing."""

_FINER = 2 ** (1 / 32)
"""The factor by which the limit of a file's size is raised."""

_FEWEST_REGIONS, _MOST_REGIONS = 4, 64
"""No file has codes of two regions, so an edit moves borders only in its own regions. Already with the fewest regions,
no step between codes takes more than 29 bits.
"""

_FILES_OF_REGION = 8
"""A region should have at least this many files."""


class Shards(NamedTuple):
    """``firsts`` are the first codes of the files. ``shape`` has a letter for each range of codes, in order.

    The letter is twice the number of names in the range, plus 1 if the range has a file: a range may have no codes.
    """

    firsts: Places
    shape: str


def shards(codes: Places, many: Places, family: Family, entries: int, more: Places | int = 0) -> Shards:
    """Divide codes, ``many`` being their document frequencies, among at most as many files as the family may have.

    ``more`` is how many bits each code takes besides its list. Files are filled up to one limit; an edit changes next
    to nothing in which codes share a file.
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
    """Return about how many bits each list takes: whole numbers, as their sums are the same on every processor."""
    return np.rint(many * (np.log2(span(entries) / many) + 1.5 + family.level_bits(many, entries)) + 20)


def _borders(size: Sequence[float], limit: float) -> list[int]:
    """Return the names at which files begin; ``size`` has the bits before each name, and at the end those of all."""
    regions = _FEWEST_REGIONS
    while regions < _MOST_REGIONS and size[-1] > 2 * regions * _FILES_OF_REGION * limit:
        regions *= 2
    names = len(size) - 1
    found = []
    for end in range(names // regions, names + 1, names // regions):
        at = end - names // regions
        while at < end:
            found.append(at)
            # A file has at least one name, however large.
            at = max(at + 1, bisect_right(size, size[at] + limit, at, end + 1) - 1)
    return found
