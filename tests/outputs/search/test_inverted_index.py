"""Updating the inverted index after an edit gives the same as building it anew, and rebuilds only affected parts."""

from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from infopage.outputs.search import inverted_index
from infopage.outputs.search.bit_packing import files
from infopage.outputs.search.inverted_index import Edit, InvertedIndex, invert
from infopage.outputs.search.posting_lists import Integers, PostingLists
from infopage.outputs.search.postings import PAIRS, WORDS, Family
from infopage.outputs.search.terms import CODE_BITS, Phrases, TermCounts, Terms
from tests.properties import examples

# Codes (hashes of words) next to each other, and codes spread over the whole range.
CODES = st.sampled_from([*range(1, 30), *range(0, 1 << CODE_BITS, 1 << CODE_BITS - 6)][1:])
TEXTS = st.tuples(st.integers(1, 4000), st.dictionaries(CODES, st.integers(1, 255), max_size=12))


@pytest.fixture(autouse=True)
def many_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lower the limit of a file's size, so that a few codes (hashes of words) fill a file."""
    monkeypatch.setattr("infopage.outputs.search.tuning.SMALLEST_FILE_BITS", 96)


@pytest.fixture(autouse=True)
def low_thresholds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lower the limits: a word of two documents has top documents, and only a few words may have them."""
    monkeypatch.setattr("infopage.outputs.search.tuning.TOP_DOCUMENTS_FREQUENCY", 2)
    monkeypatch.setattr("infopage.outputs.search.tuning.TOP_DOCUMENTS", 2)
    monkeypatch.setattr("infopage.outputs.search.tuning.PAIRS_WITH_TOP_DOCUMENTS", 4)


def terms(length: int, often: dict[int, int]) -> Terms:
    codes = sorted(often)
    counted = TermCounts(np.array(codes, np.uint32), np.array([often[code] for code in codes], np.uint8))
    return Terms(length, counted, counted, Phrases(np.zeros(0, np.int64), counted.counts[:0]))


def plain(one: InvertedIndex) -> list[object]:
    return [field.tolist() if isinstance(field, np.ndarray) else field for field in one]


@examples(150)
@given(
    texts=st.lists(TEXTS, min_size=1, max_size=12),
    edits=st.dictionaries(st.integers(0, 15), TEXTS, max_size=5),
    family=st.sampled_from([WORDS, PAIRS]),
    least=st.sampled_from([1, 2, 3]),
    renamed=st.frozensets(st.integers(0, 11), max_size=2),
)
def test_after_any_edit_a_family_is_the_family_made_anew(
    texts: list[tuple[int, dict[int, int]]],
    edits: dict[int, tuple[int, dict[int, int]]],
    family: Family,
    least: int,
    renamed: frozenset[int],
) -> None:
    before = [terms(*text) for text in texts]
    after = list(before)
    for at, text in sorted(edits.items()):
        if at < len(after):
            after[at] = terms(*text)
        else:
            after.append(terms(*text))
    places = [at for at, (one, other) in enumerate(zip(before, after, strict=False)) if one is not other]
    added = range(len(before), len(after))
    # What results show of an entry may change while its text does not, and the other way round.
    was, shown = (
        [f'"{"mới" if at in renamed else "tin"} {at}"' for at in range(len(after))] for renamed in ((), renamed)
    )
    places = sorted({*places, *(at for at in renamed if at < len(before))})
    edit = Edit(
        {at: before[at] for at in places},
        {at: after[at] for at in (*places, *added)},
        frozenset(renamed & set(places)),
    )
    known = invert(before, family, least, None, None, was[: len(before)])
    anew = invert(after, family, least, None, None, shown)
    assert plain(invert(after, family, least, known, edit, shown)) == plain(anew)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ([(100, 2), (100, 2), (100, 0)], [(85, 2), (100, 2), (100, 0)]),
        ([(100, 3), (100, 2), (100, 1)], [(100, 3), (100, 2), (100, 4)]),
        ([(100, 3), (100, 2), (100, 0)], [(100, 3), (100, 0), (100, 0)]),
        ([(100, 3), (100, 0), (100, 0)], [(100, 3), (100, 1), (100, 1)]),
    ],
    ids=["length alone", "count alone", "below what has them", "up to what has them"],
)
def test_top_documents_after_an_edit_are_those_made_anew(
    before: list[tuple[int, int]], after: list[tuple[int, int]]
) -> None:
    was, now = ([terms(n, {9: often} if often else {5: 1}) for n, often in one] for one in (before, after))
    places = [at for at, (one, other) in enumerate(zip(before, after, strict=True)) if one != other]
    edit = Edit({at: was[at] for at in places}, {at: now[at] for at in places}, frozenset())
    shown = ['"a"', '"b"', '"c"']
    known = invert(was, PAIRS, 1, None, None, shown)
    anew = invert(now, PAIRS, 1, None, None, shown)
    assert plain(invert(now, PAIRS, 1, known, edit, shown)) == plain(anew)
    assert known.texts != anew.texts


def test_where_an_edit_makes_too_many_lists_long_no_file_keeps_its_top_documents() -> None:
    codes = range(1, 1 << CODE_BITS, 1 << CODE_BITS - 4)[:6]
    whole = terms(100, dict.fromkeys(codes, 1))
    part = terms(100, dict.fromkeys(codes[:4], 1))
    known = invert([whole, part], PAIRS, 1, None, None, ['"a"', '"b"'])
    anew = invert([whole, whole], PAIRS, 1, None, None, ['"a"', '"b"'])
    assert "[" in known.texts[0]
    assert "[" not in anew.texts[0]
    edited = invert([whole, whole], PAIRS, 1, known, Edit({1: part}, {1: whole}, frozenset()), ['"a"', '"b"'])
    assert plain(edited) == plain(anew)


def test_only_files_with_a_word_that_an_edit_touches_are_made_again(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[int] = []

    def counting(found: PostingLists, firsts: Integers, family: Family, entries: int) -> Iterator[str]:
        made.extend(firsts.tolist())
        yield from files(found, firsts, family, entries)

    codes = range(1, 1 << CODE_BITS, 1 << CODE_BITS - 6)
    texts = [terms(100, dict.fromkeys(codes, 1 + n % 2)) for n in range(40)]
    known = invert(texts, WORDS, 1, None, None)
    assert len(known.firsts) > 30
    monkeypatch.setattr(inverted_index, "files", counting)
    other = terms(100, dict.fromkeys(codes, 1) | {codes[9]: 200})
    edited = invert([other, *texts[1:]], WORDS, 1, known, Edit({0: texts[0]}, {0: other}, frozenset()))
    assert len(made) == 1
    differing = [
        one for one, old, new in zip(known.firsts.tolist(), known.texts, edited.texts, strict=True) if old != new
    ]
    assert differing == made
    assert invert(texts, WORDS, 1, known, Edit({}, {}, frozenset())).texts == known.texts
    assert len(made) == 1
