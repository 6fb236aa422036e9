"""Posting lists: all postings grouped by code (the hash of a word or pair), and ranges that select some codes."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from infopage.outputs.search.terms import CODE_BITS, Codes

_AT_ONCE = 1 << 16
_NEAR_BITS = 16
_FAR_BITS = CODE_BITS - _NEAR_BITS

Postings = NDArray[np.uint64]
Integers = NDArray[np.int64]


class PostingLists(NamedTuple):
    """The posting lists of some codes (hashes of terms), one after the other in ``postings``.

    ``frequencies`` has the document frequency of each code, which is the length of its list.
    """

    codes: Integers
    frequencies: Integers
    postings: Postings

    def at_least(self, frequency: int) -> "PostingLists":
        """Return the lists of at least ``frequency`` postings, that is, of terms that are frequent enough.

        They overwrite the array ``postings`` of this object, which must not be used afterwards. A new array would take
        as much memory again.
        """
        rows = self.frequencies >= frequency
        kept = np.repeat(rows, self.frequencies)
        end = 0
        for first in range(0, len(kept), _AT_ONCE):
            piece = self.postings[first : first + _AT_ONCE][kept[first : first + _AT_ONCE]]
            self.postings[end : end + len(piece)] = piece
            end += len(piece)
        return PostingLists(self.codes[rows], self.frequencies[rows], self.postings[:end])


class CodeRanges:
    """Ranges of codes (hashes of terms), in ascending order: range ``i`` is from ``firsts[i]`` to below ``ends[i]``."""

    def __init__(self, firsts: Integers, ends: Integers) -> None:
        """Prepare the look-up of codes. ``firsts`` and ``ends`` have the first code of each range and the code after
        its last.

        The ranges must not overlap.
        """
        self._firsts, self._ends = firsts, ends
        self._near = np.zeros(1 << _NEAR_BITS, np.bool_)
        for first, end in zip((firsts >> _FAR_BITS).tolist(), (ends - 1 >> _FAR_BITS).tolist(), strict=True):
            self._near[first : end + 1] = True

    def positions(self, codes: Codes) -> Integers:
        """Return the positions in the array ``codes`` of the codes (hashes of terms) that are in one of the ranges."""
        near = np.flatnonzero(self._near[codes >> np.uint32(_FAR_BITS)])
        found = codes[near].astype(np.int64)
        at = np.searchsorted(self._firsts, found, "right") - 1
        inside: Integers = near[(at >= 0) & (found < self._ends[at])]
        return inside


def posting_lists(found: Postings, shift: int) -> PostingLists:
    """Group sorted postings by code, which is the hash of a term.

    A posting is a number whose first bits are the code. The last ``shift`` bits are the number of its document and its
    level (a BM25 weight in steps).
    """
    bits = np.uint64(shift)
    begins = [np.zeros(min(1, len(found)), np.int64)]
    # The postings are shifted slice by slice, because to shift all at once would need a second array of the same size.
    for first in range(0, len(found) - 1, _AT_ONCE):
        piece = found[first : first + _AT_ONCE + 1] >> bits
        begins.append(np.flatnonzero(piece[1:] != piece[:-1]) + (first + 1))
    starts = np.concatenate(begins)
    return PostingLists((found[starts] >> bits).astype(np.int64), np.diff(starts, append=len(found)), found)
