"""Postings packed as bits: the browser decodes exactly what Python encodes."""

import json
from collections import defaultdict
from dataclasses import replace
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from infopage.outputs.search.bit_packing import files
from infopage.outputs.search.letters import LARGE, letter
from infopage.outputs.search.posting_lists import PostingLists, Postings, posting_lists
from infopage.outputs.search.postings import PAIRS, WORDS, Family, level_weight, span
from infopage.outputs.search.scripts import MANIFEST, scripts
from infopage.outputs.search.shards import NAME_BITS, Shards, shards
from infopage.outputs.search.terms import CODE_BITS
from tests.outputs.search.conftest import Opener
from tests.properties import examples

LOOK_UP = """async ([family, codes]) => {
  const found = await thamsau.lookup.lookUp(family, codes);
  const plain = ({ documents, levels }) => ({ documents: [...documents], levels: [...levels] });
  return JSON.stringify(codes.map((code) => plain(found.get(code))));
}"""


def test_every_number_is_read_back_and_needs_no_escape_in_a_script(opened: Opener) -> None:
    random = Random(7)
    values = [
        *range(66_000),
        *(random.randrange(1 << bits) for bits in range(17, 31) for _ in range(500)),
        (1 << 30) - 1,
    ]
    letters = [letter(value) for value in values]
    assert set('"\\\n\r\u2028\u2029! ').isdisjoint("".join(letters))
    assert not any("\ud800" <= sign <= "\udfff" for text in letters for sign in text)
    assert all((len(text) > 1) == (value >= LARGE) for text, value in zip(letters, values, strict=True))
    page = opened(MANIFEST, scripts({}, {}))
    read = """text => {
      const one = thamsau.bits.reader(text), all = [];
      while (one.more()) all.push(one.one());
      return JSON.stringify(all);
    }"""
    assert json.loads(page.evaluate(read, "".join(letters))) == values


def made(random: Random, family: Family, entries: int) -> Postings:
    """Make sorted postings: the codes (hashes of words) are close together or far apart, with few or many documents."""
    found = {}
    codes = [random.randrange(1 << CODE_BITS) for _ in range(random.randint(0, 40))]
    codes += [code + step for code in codes[:9] for step in (1, 2) if code + step < 1 << CODE_BITS]
    codes += random.choices([0, (1 << CODE_BITS) - 1], k=random.randint(0, 2))
    for code in codes:
        near = random.randrange(entries)
        documents = {random.randrange(entries) for _ in range(random.choice([1, 2, 30, 400]))}
        for document in documents | set(range(near, min(entries, near + random.choice([1, 1, 300])))):
            level = random.randrange(1 << family.levels)
            found[code, document] = code << family.shift(entries) | document << family.levels | level
    return np.array(sorted(found.values()), np.uint64)


def shared(found: PostingLists, family: Family, entries: int) -> Shards:
    return shards(found.codes, found.frequencies, family, entries)


@pytest.mark.parametrize("family", [WORDS, PAIRS], ids=lambda family: family.name)
@examples(15)
@given(
    seed=st.integers(0, 2**32),
    entries=st.sampled_from([1, 2, 300, 70_000, 900_000]),
    most=st.sampled_from([4, 9, 2000]),
    least=st.sampled_from([80, 16_000]),
    coarse=st.sampled_from([30, 1024]),
)
def test_what_is_written_is_read_back_by_the_browser(
    family: Family, seed: int, entries: int, most: int, least: int, coarse: int, opened: Opener
) -> None:
    family = replace(family, files=most)
    found = made(Random(seed), family, entries)
    expected: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for posting in found.tolist():
        code, rest = posting >> family.shift(entries), posting & (1 << family.shift(entries)) - 1
        expected[code].append((rest >> family.levels, rest & (1 << family.levels) - 1))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("infopage.outputs.search.tuning.SMALLEST_FILE_BITS", least)
        patch.setattr("infopage.outputs.search.tuning.COARSE_FREQUENCY", coarse)
        division = shared(posting_lists(found, family.shift(entries)), family, entries)
        texts = list(files(posting_lists(found, family.shift(entries)), division.firsts, family, entries))
    assert len(division.firsts) <= most
    parts = {
        f"{family.name}-{first >> CODE_BITS - NAME_BITS}": f'"{text}"'
        for first, text in zip(division.firsts.tolist(), texts, strict=True)
    }
    assert len(parts) == len(division.firsts)
    weights = [level_weight(level, family) for level in range(1 << family.levels)]
    about = {"shape": division.shape, "weights": weights}
    page = opened(MANIFEST, scripts(parts, {"span": span(entries), "coarse": coarse, family.name: about}))
    absent = [code for code in (1, 12345, 1 << 29) if code not in expected]
    codes = [*expected, *absent]
    read = json.loads(page.evaluate(LOOK_UP, [family.name, codes]))
    for code, written in expected.items():
        if family.levels > 2 and len(written) >= coarse:
            half = 2 if 2 * len(written) > span(entries) else 1
            expected[code] = [(document, level >> half << half | half) for document, level in written]
    for code, told in zip(codes, read, strict=True):
        assert list(zip(told["documents"], told["levels"], strict=True)) == expected.get(code, [])


def test_postings_beyond_what_is_packed_at_once_fall_into_the_same_files(monkeypatch: pytest.MonkeyPatch) -> None:
    found = posting_lists(made(Random(3), WORDS, 300), WORDS.shift(300))
    monkeypatch.setattr("infopage.outputs.search.tuning.SMALLEST_FILE_BITS", 160)
    firsts = shared(found, WORDS, 300).firsts
    whole = list(files(found, firsts, WORDS, 300))
    monkeypatch.setattr("infopage.outputs.search.bit_packing._AT_ONCE", 5)
    assert list(files(found, firsts, WORDS, 300)) == whole
    assert len(whole) > 9


@examples(40)
@given(random=st.integers(0, 2**64).map(Random), most=st.sampled_from([5, 40, 1000]))
def test_no_file_is_large_but_for_what_one_name_has(random: Random, most: int) -> None:
    family = replace(WORDS, files=most)
    codes = np.array(sorted(random.sample(range(1 << CODE_BITS), 500)), np.int64)
    frequencies = np.array([random.choice([1, 20, 3000]) for _ in codes], np.int64)
    division = shards(codes, frequencies, family, 10_000)
    file = np.searchsorted(division.firsts, codes, "right") - 1
    assert len(division.firsts) <= most
    assert set(file.tolist()) == set(range(len(division.firsts)))  # every file has at least one code
    if most == 1000:
        names = np.bincount(file[np.unique(codes >> CODE_BITS - NAME_BITS, return_index=True)[1]])
        assert np.bincount(file, frequencies)[names > 1].max() < 3500
