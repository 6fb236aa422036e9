"""Numbers as letters of a JavaScript string: what is small takes one byte of UTF-8, and nothing needs unpacking."""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from infopage.outputs.search.postings import CODE_BITS, VARIANT_BITS, Family
from infopage.outputs.search.terms import Codes

FIRST = 0x24
"""The letter of nought; space, ``!`` and ``#`` before it are marks, and the quotation mark is never met."""

LARGE = 63000
"""From here on a number takes ``#`` and two letters."""

_AT_ONCE = 1 << 16
_SPACE, _BANG, _HASH = 0x20, 0x21, 0x23


def letter(value: int) -> str:
    """Return the letters of a number below 2 ** 30, passing over what a string in a script may not hold."""
    if value >= LARGE:
        return f"#{letter(value >> 15)}{letter(value & 0x7FFF)}"
    point = value + FIRST
    if point >= 0x5C:  # the backslash
        point += 1
    if point >= 0x2028:  # two ends of line, in older browsers
        point += 2
    return chr(point + 0x800 if point >= 0xD800 else point)


def files(found: Codes, family: Family, entries: int) -> Iterator[str]:
    """Yield the text of each file of a family, from its sorted postings.

    A file has the codes that begin with its number. Each code begins with ``!``, the step of its remaining bits from
    the one before, and its variant's letter; a further variant of the same code with a space and its letter; then come
    the documents, each as the step from the one before, and its level.
    """
    bits = family.file_bits(len(found))
    rest = CODE_BITS - bits
    shift = family.shift(entries)
    ends = np.searchsorted(found, np.arange(1, 1 << bits, dtype=np.uint64) << np.uint64(shift + VARIANT_BITS + rest))
    limits = [0, *ends.tolist(), len(found)]
    first = 0
    while first < len(limits) - 1:
        last = first + 1
        while last < len(limits) - 1 and limits[last + 1] - limits[first] <= _AT_ONCE:
            last += 1
        starts = np.array(limits[first:last]) - limits[first]
        yield from _texts(found[limits[first] : limits[last]], starts, shift, family.levels, rest)
        first = last


def _texts(found: Codes, starts: NDArray[np.int64], shift: int, levels: int, rest: int) -> Iterator[str]:
    """Yield the texts of some files side by side; ``starts`` are where each file's postings begin."""
    key = (found >> np.uint64(shift)).astype(np.int64)
    code = key >> VARIANT_BITS
    posting = (found & np.uint64((1 << shift) - 1)).astype(np.int64)
    anew = np.zeros(len(found) + 1, bool)
    anew[starts] = True
    anew = anew[:-1]
    new_code, new_key = anew.copy(), anew.copy()
    new_code[1:] |= code[1:] != code[:-1]
    new_key[1:] |= key[1:] != key[:-1]

    heads = np.flatnonzero(new_code)
    low = code[heads] & (1 << rest) - 1
    before = np.concatenate(([0], low[:-1]))[: len(low)]
    before[anew[heads]] = 0
    step = posting.copy()
    step[1:] -= np.where(new_key[1:], 0, posting[:-1] >> levels << levels)

    # A row for each posting: its mark, the step to its code, its variant, the step to it.
    rows = np.zeros((len(found), 8), np.uint16)
    rows[new_key, 0] = _SPACE
    rows[heads, 0] = _BANG
    rows[heads, 1:4] = _letters(low - before)
    rows[new_key, 4] = _letters(key[new_key] & (1 << VARIANT_BITS) - 1)[:, 2]
    rows[:, 5:8] = _letters(step)
    written = rows != 0
    text = rows[written].tobytes().decode("utf-16-le")
    end = 0
    for first, last in pairwise([*starts.tolist(), len(found)]):
        begin, end = end, end + int(np.count_nonzero(written[first:last]))
        yield text[begin:end]


def _letters(values: NDArray[np.int64]) -> NDArray[np.uint16]:
    """Return three columns for each number: what ``letter`` gives, nought before it where it takes one letter."""
    large = values >= LARGE
    found = np.zeros((len(values), 3), np.uint16)
    found[:, 2] = _points(np.where(large, values & 0x7FFF, values))
    if large.any():
        found[large, 0] = _HASH
        found[large, 1] = _points(values[large] >> 15)
    return found


def _points(values: NDArray[np.int64]) -> NDArray[np.int64]:
    points = values + FIRST
    points += points >= 0x5C
    points += 2 * (points >= 0x2028)
    return points + 0x800 * (points >= 0xD800)
