"""A family turned round, from what each entry has to what each file holds; after an edit only what it touches."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from infopage.outputs.search.coding import files
from infopage.outputs.search.division import divide
from infopage.outputs.search.lists import Lists, Places, Ranges, lists
from infopage.outputs.search.postings import Collection, Family, postings, span
from infopage.outputs.search.terms import CODE_BITS, Terms


class Basis(NamedTuple):
    """What every list and file depends on: the usual length of a text, about how many there are, and of how many
    documents a list must have to be kept.
    """

    usual: float
    span: int
    least: int


class Turned(NamedTuple):
    """``many`` tells how many documents have each of the ``codes``, ``texts`` what each file holds, by its first code
    in ``firsts``; ``shape`` is as in division.py, in bytes.
    """

    basis: Basis
    codes: Places
    many: Places
    firsts: Places
    shape: bytes
    texts: list[str]

    def kept(self) -> tuple[Places, Places]:
        """Return the codes that have a list, and how many documents are in it."""
        rows = self.many >= self.basis.least
        return self.codes[rows], self.many[rows]


class Edit(NamedTuple):
    """What the entries had that are changed, by their places, and what they have; new ones stand after all others."""

    before: Mapping[int, Terms]
    after: Mapping[int, Terms]


def turn(terms: Sequence[Terms], family: Family, least: int, known: Turned | None, edit: Edit | None) -> Turned:
    """Turn a family of all entries round; ``known`` is how it was before the ``edit``.

    The result does not depend on what was known.
    """
    among = Collection.of([one.length for one in terms])
    basis = Basis(among.usual, span(among.entries), least)
    every = dict(enumerate(terms))
    if known is None or edit is None or known.basis != basis:
        found = _lists_of(every, family, among)
        codes, many = found.codes, found.many
        found = found.having(least)
        shared = divide(found.codes, found.many, family, among.entries)
        texts = list(files(found, shared.firsts, family, among.entries))
        return Turned(basis, codes, many, shared.firsts, np.packbits(shared.shape).tobytes(), texts)
    codes, many, touched = _edited(known, edit, family, among)
    kept = many >= least
    shared = divide(codes[kept], many[kept], family, among.entries)
    ends = _ends(shared.firsts)
    same = _untouched(known, touched, shared.firsts, ends)
    anew = np.array([first not in same for first in shared.firsts.tolist()], np.bool_)
    within = Ranges(shared.firsts[anew], ends[anew])
    found = _lists_of(every, family, among, within).having(least)
    made = files(found, shared.firsts[anew], family, among.entries)
    texts = [same[first] if first in same else next(made) for first in shared.firsts.tolist()]
    return Turned(basis, codes, many, shared.firsts, np.packbits(shared.shape).tobytes(), texts)


def _edited(known: Turned, edit: Edit, family: Family, among: Collection) -> tuple[Places, Places, Places]:
    """Return the codes after an edit, how many documents have each, and the codes of whose lists anything changed."""
    old, new = (_lists_of(part, family, among) for part in edit)
    changed = np.sort(np.concatenate((old.postings, new.postings)))
    # What is there before and after stands twice.
    once = np.diff(changed, prepend=changed[:1] - 1) != 0
    once &= np.diff(changed, append=changed[-1:] + 1) != 0
    touched = (changed[once] >> np.uint64(family.shift(among.entries))).astype(np.int64)
    at = np.searchsorted(known.codes, new.codes)
    first = np.append(known.codes, -1)[at] != new.codes
    codes = np.insert(known.codes, at[first], new.codes[first])
    many = np.insert(known.many, at[first], 0)
    for part, by in ((new, 1), (old, -1)):
        many[np.searchsorted(codes, part.codes)] += by * part.many
    there = many > 0
    return codes[there], many[there], touched


def _lists_of(part: Mapping[int, Terms], family: Family, among: Collection, within: Ranges | None = None) -> Lists:
    """Return the lists of some entries by their places, or of these the codes ``within``."""
    counted = [family.of(terms) for terms in part.values()]
    lengths = [terms.length for terms in part.values()]
    return lists(postings(counted, lengths, family, among, list(part), within), family.shift(among.entries))


def _untouched(known: Turned, touched: Places, firsts: Places, ends: Places) -> dict[int, str]:
    """Return the files that are what they were, by their first codes."""
    old = known.firsts.tolist()
    before = {
        (first, end): text for first, end, text in zip(old, _ends(known.firsts).tolist(), known.texts, strict=True)
    }
    clean = np.searchsorted(touched, firsts) == np.searchsorted(touched, ends)
    rows = zip(zip(firsts.tolist(), ends.tolist(), strict=True), clean.tolist(), strict=True)
    return {of[0]: before[of] for of, is_clean in rows if is_clean and of in before}


def _ends(firsts: Places) -> Places:
    """Return what each file's codes are below."""
    return np.append(firsts[1:], 1 << CODE_BITS) if len(firsts) else firsts
