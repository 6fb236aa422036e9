"""The inverted index of words or of pairs, as the texts of its files. An edit remakes only files that it changes."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from infopage.outputs.search import tuning
from infopage.outputs.search.bit_packing import files
from infopage.outputs.search.posting_lists import CodeRanges, Integers, PostingLists, posting_lists
from infopage.outputs.search.postings import CollectionStatistics, Family, postings, span
from infopage.outputs.search.shards import Shards, shards
from infopage.outputs.search.terms import CODE_BITS, Terms
from infopage.outputs.search.top_documents import density_changes, threshold, top_documents


class Basis(NamedTuple):
    """The values on which all posting lists depend. If one of them changes, the whole index is made anew.

    They are the average length of a text, and the number of entries as rounded by ``postings.span``. The third,
    ``least``, is the lowest document frequency with which a term has a posting list.
    """

    average_length: float
    span: int
    least: int


class InvertedIndex(NamedTuple):
    """The inverted index of one family (words or pairs).

    ``codes`` are the codes (hashes) of all terms, even of terms too rare for a posting list. ``frequencies`` has the
    document frequency of each. ``texts`` has the JSON of each file, and ``firsts`` the lowest code of each, in the same
    order. ``shape`` is explained in shards.py. A posting list with a document frequency of ``top_frequency`` or more
    comes with top documents (top_documents.py); if ``top_frequency`` is 0, none does.
    """

    basis: Basis
    top_frequency: int
    codes: Integers
    frequencies: Integers
    firsts: Integers
    shape: str
    texts: list[str]

    def kept(self) -> tuple[Integers, Integers]:
        """Return the codes (hashes) of the terms that have a posting list, and their document frequencies."""
        rows = self.frequencies >= self.basis.least
        return self.codes[rows], self.frequencies[rows]


class Edit(NamedTuple):
    """The differences between the entries of the last build and the present ones.

    ``before`` and ``after`` map the number (position) of each changed entry to its terms. New entries are only in
    ``after``, and have the highest numbers. ``shown`` are the numbers of the entries whose data in results has changed.
    """

    before: Mapping[int, Terms]
    after: Mapping[int, Terms]
    shown: frozenset[int]


def invert(
    terms: Sequence[Terms],
    family: Family,
    least: int,
    known: InvertedIndex | None,
    edit: Edit | None,
    shown: Sequence[str] = (),
) -> InvertedIndex:
    """Return the inverted index of a family over all entries.

    ``terms`` has the terms of each entry. ``least`` is the lowest document frequency with which a term has a posting
    list. ``known`` is the index from before the ``edit``; it saves work and never changes the result. ``shown`` is the
    data that a result shows at once of each entry, as a JSON array without its brackets. If ``shown`` is empty, the
    family gets no top documents.
    """
    among = CollectionStatistics.of([one.length for one in terms])
    basis = Basis(among.average_length, span(among.entries), least)
    every = dict(enumerate(terms))
    if known is None or edit is None or known.basis != basis:
        found = _lists_of(every, family, among)
        codes, frequencies = found.codes, found.frequencies
        same: dict[int, str] = {}
        top_frequency = threshold(frequencies) if shown else 0
        found = found.at_least(least)
        shared = _shared(found.codes, found.frequencies, family, among, top_frequency)
        anew = np.ones(len(shared.firsts), np.bool_)
    else:
        codes, frequencies, touched = _edited(known, edit, family, among)
        top_frequency = threshold(frequencies) if shown else 0
        if top_frequency != known.top_frequency:
            return invert(terms, family, least, None, None, shown)
        if top_frequency:
            changed = density_changes(edit.before, edit.after, edit.shown, family)
            touched = np.union1d(touched, np.intersect1d(changed, codes[frequencies >= top_frequency]))
        kept = frequencies >= least
        shared = _shared(codes[kept], frequencies[kept], family, among, top_frequency)
        ends = _ends(shared.firsts)
        same = _untouched(known, touched, shared.firsts, ends)
        anew = np.array([first not in same for first in shared.firsts.tolist()], np.bool_)
        found = _lists_of(every, family, among, CodeRanges(shared.firsts[anew], ends[anew])).at_least(least)
    made = _written(found, shared.firsts[anew], family, terms, among, shown, top_frequency)
    texts = [same[first] if first in same else next(made) for first in shared.firsts.tolist()]
    return InvertedIndex(basis, top_frequency, codes, frequencies, shared.firsts, shared.shape, texts)


def _shared(
    codes: Integers, frequencies: Integers, family: Family, among: CollectionStatistics, top_frequency: int
) -> Shards:
    """Return the division of the codes (hashes of terms) among files of about equal size.

    ``frequencies`` are the codes' document frequencies. ``family`` is that of the terms (words or pairs), and ``among``
    describes all entries. From ``top_frequency`` on, a posting list counts as larger, because its file also has its top
    documents; 0 means that none has any.
    """
    return shards(
        codes,
        frequencies,
        family,
        among.entries,
        tuning.TOP_DOCUMENTS_BITS * (frequencies >= top_frequency) if top_frequency else 0,
    )


def _written(
    found: PostingLists,
    firsts: Integers,
    family: Family,
    terms: Sequence[Terms],
    among: CollectionStatistics,
    shown: Sequence[str],
    top_frequency: int,
) -> Iterator[str]:
    """Yield the content of each file as JSON: a string with its packed posting lists, or an array with top documents.

    The array has this string and a list of the top documents. The list has an array for each code with top documents:
    the code, then for each document an array of its number and the data that a result shows at once. The parameters are
    those of ``invert``; ``found`` are the posting lists, and ``firsts`` the lowest codes of the files.
    """
    codes = found.codes[found.frequencies >= top_frequency] if top_frequency else firsts[:0]
    borders = [*np.searchsorted(codes, firsts).tolist(), len(codes)]
    documents = top_documents(terms, codes, family, among.average_length)
    for bits, begin, end in zip(files(found, firsts, family, among.entries), borders, borders[1:], strict=False):
        rows = [
            f"[{code},{','.join(f'[{at},{shown[at]}]' for at in places)}]"
            for code, places in zip(codes[begin:end].tolist(), documents[begin:end], strict=True)
        ]
        yield f'["{bits}",[{",".join(rows)}]]' if rows else f'"{bits}"'


def _edited(
    known: InvertedIndex, edit: Edit, family: Family, among: CollectionStatistics
) -> tuple[Integers, Integers, Integers]:
    """Return the codes after an edit, their document frequencies, and the codes whose posting lists changed.

    ``known`` is the index of the family before the edit, and ``among`` describes all entries after it. A code is the
    hash of a term.
    """
    old, new = (_lists_of(part, family, among) for part in (edit.before, edit.after))
    changed = np.sort(np.concatenate((old.postings, new.postings)))
    # A posting that is the same before and after the edit is twice in the sorted array. It has not changed.
    once = np.diff(changed, prepend=changed[:1] - 1) != 0
    once &= np.diff(changed, append=changed[-1:] + 1) != 0
    touched = (changed[once] >> np.uint64(family.shift(among.entries))).astype(np.int64)
    at = np.searchsorted(known.codes, new.codes)
    first = np.append(known.codes, -1)[at] != new.codes
    codes = np.insert(known.codes, at[first], new.codes[first])
    frequencies = np.insert(known.frequencies, at[first], 0)
    for part, by in ((new, 1), (old, -1)):
        frequencies[np.searchsorted(codes, part.codes)] += by * part.frequencies
    there = frequencies > 0
    return codes[there], frequencies[there], touched


def _lists_of(
    part: Mapping[int, Terms], family: Family, among: CollectionStatistics, within: CodeRanges | None = None
) -> PostingLists:
    """Return the posting lists of some entries; ``part`` maps their numbers to their terms.

    ``family`` says which terms (words or pairs), and ``among`` describes all entries. If ``within`` is given, the
    result has only lists of terms whose codes (hashes) are in these ranges.
    """
    counted = [family.of(terms) for terms in part.values()]
    lengths = [terms.length for terms in part.values()]
    return posting_lists(postings(counted, lengths, family, among, list(part), within), family.shift(among.entries))


def _untouched(known: InvertedIndex, touched: Integers, firsts: Integers, ends: Integers) -> dict[int, str]:
    """Return the files of the index ``known`` that need not be made anew, by the first code (hash of a term) of each.

    They have the same range of codes as before, and none of the codes in ``touched``, whose posting lists changed.
    ``firsts`` and ``ends`` are the ranges of codes of the new files.
    """
    old = known.firsts.tolist()
    before = {
        (first, end): text for first, end, text in zip(old, _ends(known.firsts).tolist(), known.texts, strict=True)
    }
    clean = np.searchsorted(touched, firsts) == np.searchsorted(touched, ends)
    rows = zip(zip(firsts.tolist(), ends.tolist(), strict=True), clean.tolist(), strict=True)
    return {of[0]: before[of] for of, is_clean in rows if is_clean and of in before}


def _ends(firsts: Integers) -> Integers:
    """Return for each file the code (hash) after the last one that it may have, given the first code of each file."""
    return np.append(firsts[1:], 1 << CODE_BITS) if len(firsts) else firsts
