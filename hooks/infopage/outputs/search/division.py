"""How codes are shared out among files: halves of halves, so that no file is large but for what one code alone has."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from infopage.outputs.search.lists import Places
from infopage.outputs.search.postings import Family, span
from infopage.outputs.search.terms import CODE_BITS

NAME_BITS = 22
"""A file is named by so many first bits of its first code: halving goes no further."""

_LEAST = 2000.0
"""Bytes; smaller files would spare a reader nothing."""

_SHALLOWEST = 2
"""So that no step from code to code takes more than 29 bits."""


@dataclass(frozen=True)
class Division:
    """``firsts`` are the first codes of the files. ``shape`` are bits: 1 where a range of codes is halved, then its
    halves, the lower first; 0 where it is not, then whether there is a file, for a range may have no codes at all.
    """

    firsts: Places
    shape: Sequence[int]


def divide(codes: Places, many: Places, family: Family, entries: int) -> Division:
    """Share codes that ``many`` documents have out among no more files than a family may have.

    What is too much for a file is halved wherever the other codes lie, and what is too much rises in steps: so an edit
    changes next to nothing of who stands with whom.
    """
    size = np.concatenate(([0], np.cumsum(_sizes(many, family, entries))))
    limit = _LEAST
    # Halves are rarely full.
    while size[-1] / limit * 1.25 > family.files:
        limit *= 2**0.125
    while len((found := _halved(codes, size, limit)).firsts) > family.files:
        limit *= 2**0.125
    return found


def _sizes(many: Places, family: Family, entries: int) -> NDArray[np.float64]:
    """Return about how many bytes the lists take."""
    return (many * (np.log2(span(entries) / many) + 1.5 + family.level_bits(many)) + 20) / 8


def _halved(codes: Places, size: NDArray[np.float64], limit: float) -> Division:
    firsts: list[int] = []
    shape: list[int] = []
    todo = [(0, 0, 0, len(codes))]
    while todo:
        first, depth, begin, end = todo.pop()
        small = size[end] - size[begin] <= limit or end - begin == 1 or depth == NAME_BITS
        if begin == end or (small and depth >= _SHALLOWEST):
            shape += (0, int(begin < end))
            if begin < end:
                firsts.append(first)
            continue
        middle = first + (1 << CODE_BITS - depth - 1)
        between = begin + int(np.searchsorted(codes[begin:end], middle))
        shape.append(1)
        todo += ((middle, depth + 1, between, end), (first, depth + 1, begin, between))
    return Division(np.array(firsts, np.int64), shape)
