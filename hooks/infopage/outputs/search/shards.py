"""Shards: how codes are divided among files, so that no file is large unless the codes of one name are."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from infopage.outputs.search import tuning
from infopage.outputs.search.letters import letter
from infopage.outputs.search.posting_lists import Integers
from infopage.outputs.search.postings import Family, span
from infopage.outputs.search.terms import CODE_BITS

NAME_BITS = 16
"""A file's name is this many leading bits of its first code. Codes that share these bits, a "name", stay together."""


class Shards(NamedTuple):
    """``firsts`` are the first codes of the files. ``shape`` has a letter for each range of codes, in order.

    The letter is twice the number of names in the range, plus 1 if the range has a file: a range may have no codes.
    """

    firsts: Integers
    shape: str


def shards(codes: Integers, frequencies: Integers, family: Family, entries: int, more: Integers | int = 0) -> Shards:
    """Divide codes among at most as many files as the family may have.

    ``frequencies`` are the codes' document frequencies; ``more`` is how many bits each code takes besides its list.
    Files are filled up to one limit; an edit changes next to nothing in which codes share a file.
    """
    bits = _sizes(frequencies, family, entries) + more
    name = codes >> CODE_BITS - NAME_BITS
    size = np.concatenate(([0], np.cumsum(np.bincount(name, bits, 1 << NAME_BITS)))).tolist()
    limit = tuning.SMALLEST_FILE_BITS
    while limit * family.files < size[-1] or len(borders := _borders(size, limit)) > family.files:
        limit *= tuning.FILE_SIZE_STEP
    counts = np.diff(np.searchsorted(name, [*borders, 1 << NAME_BITS]))
    runs = 2 * np.diff(borders, append=1 << NAME_BITS) + (counts > 0)
    firsts = np.array(borders, np.int64)[counts > 0] << CODE_BITS - NAME_BITS
    return Shards(firsts, "".join(map(letter, runs.tolist())))


def _sizes(frequencies: Integers, family: Family, entries: int) -> NDArray[np.float64]:
    """Return about how many bits each list takes: whole numbers, as their sums are the same on every processor."""
    return np.rint(
        frequencies * (np.log2(span(entries) / frequencies) + 1.5 + family.level_bits(frequencies, entries)) + 20
    )


def _borders(size: Sequence[float], limit: float) -> list[int]:
    """Return the names at which files begin; ``size`` has the bits before each name, and at the end those of all."""
    regions = tuning.FEWEST_REGIONS
    while regions < tuning.MOST_REGIONS and size[-1] > 2 * regions * tuning.FILES_PER_REGION * limit:
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
