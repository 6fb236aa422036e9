"""Top documents: the documents in which a frequent pair of words is densest (has the highest BM25 weight).

The data that results show of them is stored in the same file as the pair's posting list. So a reader who searches for
the pair does not wait for another request.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise

import numpy as np

from infopage.outputs.search import tuning
from infopage.outputs.search.posting_lists import CodeRanges, Integers
from infopage.outputs.search.postings import Family, batches, length_step, saturated_counts
from infopage.outputs.search.terms import Terms

_DENSITY_BITS, _DOCUMENT_BITS = 20, 24


def threshold(frequencies: Integers) -> int:
    """Return the document frequency from which pairs have top documents; ``frequencies`` are those of all pairs.

    It is ``TOP_DOCUMENTS_FREQUENCY``, doubled until at most ``PAIRS_WITH_TOP_DOCUMENTS`` pairs reach it.
    """
    found = tuning.TOP_DOCUMENTS_FREQUENCY
    while np.count_nonzero(frequencies >= found) > tuning.PAIRS_WITH_TOP_DOCUMENTS:
        found *= 2
    return found


def top_documents(terms: Sequence[Terms], codes: Integers, family: Family, average_length: float) -> list[list[int]]:
    """Return the numbers of the top documents of each term.

    The terms are given by their ``codes`` (hashes), in ascending order.

    ``terms`` has the terms of each document, and ``family`` tells which of them count (words or pairs). The densest
    document is first; of equally dense ones, the later. Density is BM25's saturated count, which is much finer than the
    levels of a posting list; ``average_length`` is that of all documents in words.
    """
    if not len(codes):
        return []
    steps = np.array([length_step(one.length) for one in terms], np.int64)
    density = np.array([saturated_counts(step, average_length) for step in range(max(steps.tolist()) + 1)])
    sparseness = ((1 - density) * (1 << _DENSITY_BITS)).astype(np.uint64)
    keys = []
    for found, counts, text in batches([family.of(one) for one in terms], CodeRanges(codes, codes + 1)):
        key = np.searchsorted(codes, found).astype(np.uint64) << np.uint64(_DENSITY_BITS)
        key = (key | sparseness[steps[text], counts]) << np.uint64(_DOCUMENT_BITS)
        keys.append(key | ((1 << _DOCUMENT_BITS) - 1 - text).astype(np.uint64))
    order = np.sort(np.concatenate(keys))
    rows = np.arange(len(codes) + 1).astype(np.uint64) << np.uint64(_DENSITY_BITS + _DOCUMENT_BITS)
    borders = np.searchsorted(order, rows).tolist()
    last = (1 << _DOCUMENT_BITS) - 1
    return [
        [last - (key & last) for key in order[begin : min(begin + tuning.TOP_DOCUMENTS, end)].tolist()]
        for begin, end in pairwise(borders)
    ]


def density_changes(
    before: Mapping[int, Terms], after: Mapping[int, Terms], shown: frozenset[int], family: Family
) -> Integers:
    """Return, in ascending order, the term codes whose list of top documents an edit may change.

    A code is the hash of a term. Its list may change if its density (count for the length) changes in any document.
    ``before`` and ``after`` map the numbers of changed documents to their terms. ``shown`` are the numbers of documents
    whose data in results has changed: all codes of these documents are returned, because the lists hold these data.
    """
    changed = [np.zeros(0, np.int64)]
    for at, old in before.items():
        parts = [family.of(old), family.of(after[at])]
        if at in shown or length_step(old.length) != length_step(after[at].length):
            changed += [part.codes.astype(np.int64) for part in parts]
        else:
            one, other = (part.codes.astype(np.int64) << 8 | part.counts for part in parts)
            changed.append(np.setxor1d(one, other, assume_unique=True) >> 8)
    return np.unique(np.concatenate(changed))
