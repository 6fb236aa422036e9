"""Shards: divides the codes (hashes of terms) of an index among files, which are all filled up to the same limit."""

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
"""How many leading bits of a code (the hash of a term) are its "name".

Codes of the same name are in the same file, even if it gets large. The file is named by the name of its first code.
"""


class Shards(NamedTuple):
    """The division of codes (hashes of terms) among files; ``firsts`` are the lowest codes of the files.

    ``shape`` describes the division to the browser. It divides all names (the first bits of codes) into ranges, with
    one number for each range, written as a character (letters.py). The number is twice the count of names in the range,
    plus 1 if any codes have these names; then the range has a file.
    """

    firsts: Integers
    shape: str


def shards(codes: Integers, frequencies: Integers, family: Family, entries: int, more: Integers | int = 0) -> Shards:
    """Divide codes (hashes of terms) among at most as many files as the family (words or pairs) may have.

    ``frequencies`` are the codes' document frequencies, and ``entries`` is the number of all documents. ``more`` is the
    number of bits that each code needs besides its posting list. All files are filled up to the same limit, and an edit
    moves hardly any codes between files.
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
    """Return an estimate of the size in bits of each posting list, given the document frequency of each.

    ``entries`` is the number of all documents. The estimates are rounded to whole numbers, because sums of fractions
    could differ between processors.
    """
    return np.rint(
        frequencies * (np.log2(span(entries) / frequencies) + 1.5 + family.level_bits(frequencies, entries)) + 20
    )


def _borders(size: Sequence[float], limit: float) -> list[int]:
    """Return the names (first bits of hashes of terms) at which files begin; ``limit`` is the most bits of a file.

    ``size`` has for each name the number of bits of all names before it, and at the end the number of all bits.
    """
    regions = tuning.FEWEST_REGIONS
    while regions < tuning.MOST_REGIONS and size[-1] > 2 * regions * tuning.FILES_PER_REGION * limit:
        regions *= 2
    names = len(size) - 1
    found = []
    for end in range(names // regions, names + 1, names // regions):
        at = end - names // regions
        while at < end:
            found.append(at)
            # A file has at least one name, even if the codes of that name exceed the limit.
            at = max(at + 1, bisect_right(size, size[at] + limit, at, end + 1) - 1)
    return found
