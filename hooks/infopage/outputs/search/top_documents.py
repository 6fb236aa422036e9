"""Top documents: those in which a frequent pair is densest, kept with their records beside the pair's posting list.

A reader who searches for the pair need not wait another round trip for these records.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise

import numpy as np

from infopage.outputs.search.posting_lists import Places, Ranges
from infopage.outputs.search.postings import Family, gathered, length_step, saturations
from infopage.outputs.search.terms import Terms

MANY = 32
"""A pair of fewer documents has no top documents: such pairs are too many, and each is seldom searched for."""

DOCUMENTS = 5
"""How many results are shown first. Each one's text is in its own file; a browser loads six at once over HTTP/1.1."""

BITS = 3000
"""About how many bits the top documents of a list take, once the server has compressed them."""

_MOST = 8000
"""The most pairs with top documents: about 5 MB on a server, of which a reader loads a file or two."""

_DENSITY_BITS, _DOCUMENT_BITS = 20, 24


def threshold(many: Places) -> int:
    """Return the document frequency from which pairs have top documents; ``many`` is the frequency of each pair.

    It is ``MANY``, doubled until at most ``_MOST`` pairs reach it.
    """
    found = MANY
    while np.count_nonzero(many >= found) > _MOST:
        found *= 2
    return found


def top_documents(terms: Sequence[Terms], codes: Places, family: Family, usual: float) -> list[list[int]]:
    """Return the top documents of each of some codes, given in ascending order: densest first, among equals the later.

    Density is BM25's saturated count, much finer than the levels of a posting list.
    """
    if not len(codes):
        return []
    steps = np.array([length_step(one.length) for one in terms], np.int64)
    density = np.array([saturations(step, usual) for step in range(max(steps.tolist()) + 1)])
    sparseness = ((1 - density) * (1 << _DENSITY_BITS)).astype(np.uint64)
    keys = []
    for found, often, text in gathered([family.of(one) for one in terms], Ranges(codes, codes + 1)):
        key = np.searchsorted(codes, found).astype(np.uint64) << np.uint64(_DENSITY_BITS)
        key = (key | sparseness[steps[text], often]) << np.uint64(_DOCUMENT_BITS)
        keys.append(key | ((1 << _DOCUMENT_BITS) - 1 - text).astype(np.uint64))
    order = np.sort(np.concatenate(keys))
    rows = np.arange(len(codes) + 1).astype(np.uint64) << np.uint64(_DENSITY_BITS + _DOCUMENT_BITS)
    borders = np.searchsorted(order, rows).tolist()
    last = (1 << _DOCUMENT_BITS) - 1
    return [
        [last - (key & last) for key in order[begin : min(begin + DOCUMENTS, end)].tolist()]
        for begin, end in pairwise(borders)
    ]


def denser(before: Mapping[int, Terms], after: Mapping[int, Terms], shown: frozenset[int], family: Family) -> Places:
    """Return, in ascending order, the codes whose density an edit changes in any document.

    Every code of a document counts if the document is one of ``shown``, whose records have changed.
    """
    changed = [np.zeros(0, np.int64)]
    for at, old in before.items():
        parts = [family.of(old), family.of(after[at])]
        if at in shown or length_step(old.length) != length_step(after[at].length):
            changed += [part.codes.astype(np.int64) for part in parts]
        else:
            one, other = (part.codes.astype(np.int64) << 8 | part.often for part in parts)
            changed.append(np.setxor1d(one, other, assume_unique=True) >> 8)
    return np.unique(np.concatenate(changed))
