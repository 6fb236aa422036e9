"""Postings as letters: what Python writes, the reader's browser reads, whatever the numbers."""

import json
from collections import defaultdict
from dataclasses import replace
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from infopage.outputs.search.coding import LARGE, files, letter
from infopage.outputs.search.index import MANIFEST, scripts
from infopage.outputs.search.postings import CODE_BITS, PAIRS, VARIANT_BITS, WORDS, Family, saturation
from tests.outputs.search.conftest import Opener
from tests.properties import examples

LOOK_UP = """async ([family, codes]) => {
  const found = await thamsau.parts.lookUp(family, codes);
  return JSON.stringify(codes.map((code) => found.get(code)));
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
      const one = thamsau.parts.reader(text), all = [];
      while (one.more()) all.push(one.one());
      return JSON.stringify(all);
    }"""
    assert json.loads(page.evaluate(read, "".join(letters))) == values


def made(random: Random, family: Family, entries: int) -> "np.ndarray[tuple[int], np.dtype[np.uint64]]":
    """Make sorted postings: some codes side by side, some far apart, some of many variants or documents."""
    found = {}
    codes = [random.randrange(1 << CODE_BITS) for _ in range(random.randint(0, 40))]
    codes += [code + step for code in codes[:9] for step in (1, 2) if code + step < 1 << CODE_BITS]
    codes += random.choices([0, (1 << CODE_BITS) - 1], k=random.randint(0, 2))
    for code in codes:
        for variant in random.sample(range(1 << VARIANT_BITS), random.choice([1, 1, 2, 9])):
            for document in {random.randrange(entries) for _ in range(random.choice([1, 2, 30]))}:
                level = random.randrange(1 << family.levels)
                key = code << VARIANT_BITS | variant
                found[key, document] = key << family.shift(entries) | document << family.levels | level
    return np.array(sorted(found.values()), np.uint64)


@pytest.mark.parametrize("family", [WORDS, PAIRS], ids=lambda family: family.name)
@examples(15)
@given(
    seed=st.integers(0, 2**32),
    entries=st.sampled_from([1, 2, 300, 70_000, 900_000]),
    size=st.sampled_from([20, 900, 9000]),
)
def test_what_is_written_is_read_back_by_the_browser(
    family: Family, seed: int, entries: int, size: int, opened: Opener
) -> None:
    family = replace(family, size=size)
    found = made(Random(seed), family, entries)
    expected: dict[int, dict[int, list[tuple[int, int]]]] = defaultdict(lambda: defaultdict(list))
    for posting in found.tolist():
        key, rest = posting >> family.shift(entries), posting & (1 << family.shift(entries)) - 1
        documents = expected[key >> VARIANT_BITS][key & (1 << VARIANT_BITS) - 1]
        documents.append((rest >> family.levels, rest & (1 << family.levels) - 1))
    bits = family.file_bits(len(found))
    texts = list(files(found, family, entries))
    assert len(texts) == 1 << bits
    parts = {f"{family.name}-{number}": text for number, text in enumerate(texts)}
    weights = [saturation(level, family) for level in range(1 << family.levels)]
    page = opened(MANIFEST, scripts(parts, {family.name: [bits, *weights]}))
    absent = [code for code in (1, 12345, 1 << 29) if code not in expected]
    codes = [*expected, *absent]
    read = json.loads(page.evaluate(LOOK_UP, [family.name, codes]))
    for code, lists in zip(codes, read, strict=True):
        told = {one["variant"]: list(zip(one["documents"], one["levels"], strict=True)) for one in lists}
        assert told == expected.get(code, {})


def test_postings_beyond_what_is_packed_at_once_fall_into_the_same_files(monkeypatch: pytest.MonkeyPatch) -> None:
    found = made(Random(3), WORDS, 300)
    family = replace(WORDS, size=20)
    whole = list(files(found, family, 300))
    monkeypatch.setattr("infopage.outputs.search.coding._AT_ONCE", 5)
    assert list(files(found, family, 300)) == whole
    assert len(whole) > 16
