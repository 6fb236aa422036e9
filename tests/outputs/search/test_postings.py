"""Postings: the documents that contain a word, and its weight in each."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from infopage.outputs.search.posting_lists import posting_lists
from infopage.outputs.search.postings import PAIRS, WORDS, Family, average_length, level_weight, postings, span
from infopage.outputs.search.terms import GIVEN, TermCounts
from tests.properties import examples


def counted(often: dict[int, int]) -> TermCounts:
    codes = sorted(often)
    return TermCounts(np.array(codes, np.uint32), np.array([often[code] for code in codes], np.uint8))


def levels(often: int, length: int, family: Family, others: int = 0) -> int:
    """Return the weight level of a word that occurs ``often`` times in a text of ``length`` words.

    The index also has ``others`` texts of 1,000 words without this word.
    """
    entries = [counted({128: often}), *[counted({}) for _ in range(others)]]
    return int(postings(entries, [length, *[1000] * others], family)[0]) & (1 << family.levels) - 1


@pytest.mark.parametrize("family", [WORDS, PAIRS], ids=lambda family: family.name)
def test_a_word_weighs_more_the_oftener_it_stands_and_less_the_longer_the_text(family: Family) -> None:
    by_count = [levels(often, 1000, family, 9) for often in range(1, GIVEN)]
    by_length = [levels(3, length, family, 9) for length in (1, 10, 100, 1000, 10_000, 100_000)]
    assert by_count == sorted(by_count)
    assert by_length == sorted(by_length, reverse=True)
    assert (by_count[0], by_count[-1]) == (1 if family is PAIRS else 2, (1 << family.levels) - 1)
    assert by_length[0] > by_length[-1]


def test_a_weight_is_the_middle_of_its_level() -> None:
    for family in (WORDS, PAIRS):
        weights = [level_weight(level, family) for level in range(1 << family.levels)]
        assert weights == sorted(weights)
        assert 0.15 < weights[0] < weights[-1] < 1


@examples(50)
@given(lengths=st.lists(st.integers(1, 5000), min_size=20, max_size=60), more=st.integers(1, 5000))
def test_one_more_text_hardly_ever_changes_the_average_length(lengths: list[int], more: int) -> None:
    before, after = average_length(lengths), average_length([*lengths, more])
    assert after in (before, pytest.approx(before * 2**0.5), pytest.approx(before / 2**0.5))


def test_no_text_and_empty_texts_have_an_average_length() -> None:
    assert average_length([]) == average_length([0, 0]) == 1


@examples(60)
@given(
    texts=st.lists(st.dictionaries(st.integers(1, 2**30 - 1), st.integers(1, 255), max_size=20), max_size=20),
    family=st.sampled_from([WORDS, PAIRS]),
)
def test_postings_are_sorted_and_hold_each_word_of_each_text_once(texts: list[dict[int, int]], family: Family) -> None:
    found = postings([counted(text) for text in texts], [100] * len(texts), family).tolist()
    shift = family.shift(len(texts))
    assert found == sorted(found)
    assert {(one >> shift, (one & (1 << shift) - 1) >> family.levels) for one in found} == {
        (code, document) for document, text in enumerate(texts) for code in text
    }
    assert len(found) == sum(map(len, texts))


def test_the_postings_of_each_code_are_counted() -> None:
    texts = [counted({5: 1, 6: 1, 9: 2}), counted({6: 1})]
    found = postings(texts, [9, 9], WORDS)
    whole = posting_lists(found, WORDS.shift(2))
    assert (whole.codes.tolist(), whole.frequencies.tolist()) == ([5, 6, 9], [1, 2, 1])
    expected = found[1:3].tolist()
    often = whole.at_least(2)
    assert (often.codes.tolist(), often.frequencies.tolist()) == ([6], [2])
    assert often.postings.tolist() == expected
    empty = posting_lists(found[:0], WORDS.shift(0))
    assert [column.tolist() for column in empty] == [[], [], []]


@examples(60)
@given(entries=st.integers(0, 2_000_000))
def test_a_span_is_no_smaller_than_what_there_is_and_hardly_ever_changes(entries: int) -> None:
    assert entries <= span(entries) <= max(1, entries * 2**0.25 + 1)
    assert len({span(entries + more) for more in range(50)}) <= (2 if entries > 300 else 51)
