"""Bit packing: writes posting lists as bits, and the bits as base64.

The index's files are scripts, and a string in a script can hold base64, but not raw bytes. Base64 is longer than the
bytes, but gzip makes up for this. The gaps between the documents of a list are Rice-coded (a Golomb code; R. F. Rice,
1979), which takes nearly as few bits as possible.
"""

from binascii import b2a_base64
from collections.abc import Iterator

import numpy as np

from infopage.outputs.search.posting_lists import Integers, PostingLists
from infopage.outputs.search.postings import Family, span

LONGEST_RUN, RAW_BITS = 8, 20
"""A Rice code begins with a run of ones, which is longer for larger gaps. A gap whose run would have ``LONGEST_RUN``
ones or more is written as exactly ``LONGEST_RUN`` ones and then the gap itself in ``RAW_BITS`` bits.
"""

_LENGTH_BITS = 5

_LEVEL_CODES = np.array([(0b10, 2), (0b0, 1), (0b110, 3), (0b111, 3)], np.int64)
"""The bits written for each level from 0 to 3 (a BM25 weight in steps), as (bits, how many bits). Level 1 is the most
frequent, so it has the shortest code.
"""

_AT_ONCE = 1 << 18
_WORD = 32


def files(found: PostingLists, firsts: Integers, family: Family, entries: int) -> Iterator[str]:
    """Yield each file of a family (words or pairs) as base64.

    ``found`` are the posting lists, ``firsts`` has the lowest term code (hash) that each file may contain, and
    ``entries`` is the number of all documents. A file has the posting lists of its codes (at least one), then zero bits
    up to a whole byte. A list consists of:

    * The step from the code of the list before; for a file's first list, from the lowest code of the file, minus 1.
    * The document frequency, which is the number of postings.
    * The postings. Each is the number of documents skipped since the posting before, Rice-coded, and then the level
      (the BM25 weight in steps), in as many bits as ``Family.level_bits`` says. A level of two bits is coded by
      ``_LEVEL_CODES``.

    The step and the frequency are binary numbers. Before each, five bits say how many bits it has. Its first bit, which
    is always 1, is left out.
    """
    borders = np.searchsorted(found.codes, firsts)
    before = np.concatenate(([0], found.codes[:-1]))[: len(found.codes)]
    before[borders] = firsts - 1
    steps = found.codes - before
    borders = np.concatenate((borders, [len(steps)]))
    limits = np.concatenate(([0], np.cumsum(found.frequencies)))[borders]
    # ``limits`` counts postings. ``ends`` counts all values to pack. Each posting list has two more of these: the step
    # from the code before, and the document frequency.
    ends = limits + 2 * borders
    first = 0
    while first < len(firsts):
        last = first + 1
        while last < len(firsts) and limits[last + 1] - limits[first] <= _AT_ONCE:
            last += 1
        rows = slice(borders[first], borders[last])
        part = PostingLists(steps[rows], found.frequencies[rows], found.postings[limits[first] : limits[last]])
        yield from map(base64, _packed(*_symbols(part, family, entries), ends[first : last + 1] - ends[first]))
        first = last


def rice_bits(frequencies: Integers, entries: int) -> Integers:
    """Return the Rice parameter for each posting list, given the document frequency of each.

    ``entries`` is the number of all documents. The parameter is how many low bits of a gap are written uncoded. It is
    the largest ``k`` for which 2 ** k is at most 11/16 of the mean gap; ln 2, about 11/16, is the best factor.
    """
    bits = np.zeros_like(frequencies)
    for more in range(1, RAW_BITS):
        bits += (frequencies << more) * 16 <= 11 * span(entries)
    return bits


def _symbols(found: PostingLists, family: Family, entries: int) -> tuple[Integers, Integers]:
    """Return the values to pack (symbols) of posting lists, and the length of each in bits, in the order of a file.

    A file has the steps from one term's code (hash) to the next, not the codes, so ``found.codes`` must already be
    these steps. ``family`` is that of the lists (words or pairs), and ``entries`` is the number of all documents.
    """
    shift, levels = family.shift(entries), family.levels
    bits = family.level_bits(found.frequencies, entries)
    heads = np.cumsum(found.frequencies) - found.frequencies
    posting = (found.postings & np.uint64((1 << shift) - 1)).astype(np.int64)
    kept = np.repeat(bits, found.frequencies)
    document, level = posting >> levels, (posting & (1 << levels) - 1) >> levels - kept
    step = document.copy()
    step[1:] -= document[:-1]
    step[heads] = document[heads] + 1
    is_coded = kept == 2
    level[is_coded], kept[is_coded] = _LEVEL_CODES[level[is_coded]].T
    codes, code_lengths = _rice(step - 1, np.repeat(rice_bits(found.frequencies, entries), found.frequencies))
    # In a file, two values come before the postings of each list: the step from the code before, and the document
    # frequency.
    lists = np.arange(len(heads))
    at = np.arange(len(posting)) + 2 * np.repeat(lists + 1, found.frequencies)
    symbols, lengths = (np.empty(len(posting) + 2 * len(heads), np.int64) for _ in range(2))
    symbols[at], lengths[at] = codes << kept | level, code_lengths + kept
    for place, values in enumerate((found.codes, found.frequencies)):
        at = heads + 2 * lists + place
        symbols[at], lengths[at] = _numbers(values)
    return symbols, lengths


def base64(data: bytes) -> str:
    """Return bytes as base64 without line breaks, which a string in a script cannot contain."""
    return b2a_base64(data, newline=False).decode()


def _rice(steps: Integers, low: Integers) -> tuple[Integers, Integers]:
    """Return the Rice code of each gap in ``steps``, and the code's length in bits; ``low`` has the Rice parameters."""
    run = steps >> low
    symbols = ((1 << np.minimum(run, LONGEST_RUN)) - 1 << 1 + low) | steps & (1 << low) - 1
    lengths = run + 1 + low
    long = run >= LONGEST_RUN
    symbols[long] = (1 << LONGEST_RUN) - 1 << RAW_BITS | steps[long]
    lengths[long] = LONGEST_RUN + RAW_BITS
    return symbols, lengths


def _numbers(values: Integers) -> tuple[Integers, Integers]:
    bits = np.frexp(values.astype(np.float64))[1].astype(np.int64)
    below = bits - 1
    return bits << below | values - (1 << below), below + _LENGTH_BITS


def _packed(symbols: Integers, lengths: Integers, ends: Integers) -> Iterator[bytes]:
    """Yield the bytes of each file.

    ``symbols`` are the values to pack, ``lengths`` how many bits each takes, at most 33. ``ends`` has 0, and then for
    each file the position in ``symbols`` at which the file ends.
    """
    all_bits = np.concatenate(([0], np.cumsum(lengths)))
    bits = np.diff(all_bits[ends])
    words = -(-bits // _WORD)
    begins = np.concatenate(([0], np.cumsum(words)))
    offset = all_bits[:-1] + np.repeat(begins[:-1] * _WORD - all_bits[ends[:-1]], np.diff(ends))
    place = offset // _WORD
    # A symbol of at most 33 bits is in one or two words of 32 bits, wherever it begins.
    laid = symbols.astype(np.uint64) << (2 * _WORD - offset % _WORD - lengths).astype(np.uint64)
    packed = np.zeros(begins[-1] + 1, np.uint32)
    groups = np.flatnonzero(np.concatenate(([True], place[1:] != place[:-1]))[: len(place)])
    if len(groups):
        packed[place[groups]] |= np.bitwise_or.reduceat((laid >> np.uint64(_WORD)).astype(np.uint32), groups)
        packed[place[groups] + 1] |= np.bitwise_or.reduceat(laid.astype(np.uint32), groups)
    data = packed.astype(">u4").tobytes()
    for begin, count in zip(begins.tolist(), bits.tolist(), strict=False):
        yield data[4 * begin : 4 * begin - (-count // 8)]
