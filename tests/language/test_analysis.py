"""Text analysis of the search in Python and in the browser: both pass analysis.json and agree on random texts."""

import json
import re
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser

from infopage.language.analysis import half_codes, numbers, pairs, syllables, title_code, word_code
from tests.properties import examples
from tests.support import ROOT

VECTORS: list[dict[str, Any]] = json.loads(Path(__file__).with_name("analysis.json").read_text("utf-8"))
TWIN = """texts => JSON.stringify(texts.map((text) => {
  const { words, numbers, wordCode, pairCode, titleCode } = thamsau.analysis;
  const normal = text.normalize("NFC"), found = words(normal), exact = found.filter(Boolean).map((word) => word.exact);
  return {
    text,
    words: found.map(
      (word) => word && [word.folded, word.exact, wordCode("1" + word.folded), wordCode("2" + word.exact)],
    ),
    pairs: found
      .slice(1)
      .map((word, i) => word && found[i] && pairCode(found[i].folded, word.folded))
      .filter((code) => code !== null),
    numbers: numbers(text).map((key) => [key, wordCode("#" + key)]),
    title: titleCode(exact, wordCode("2" + (exact[exact.length - 1] || ""))),
    alike: found.every((word) => !word || normal.slice(word.start, word.end) === word.text),
  };
}))"""
Analyse = Callable[[Sequence[str]], list[dict[str, Any]]]


def analysed(text: str) -> dict[str, Any]:
    """Return Python's analysis of a text, in the form that analysis.js gives it in a browser."""
    words = [
        word and [word.folded, word.exact, word_code(f"1{word.folded}"), word_code(f"2{word.exact}")]
        for word in syllables(text)
    ]
    codes = [half_codes(one.folded)[0] ^ half_codes(two.folded)[1] for one, two in pairs(text)]
    keys = [[key, word_code(f"#{key}")] for key in numbers(text)]
    exact = [word.exact for word in syllables(text) if word]
    title = title_code(exact, word_code(f"2{exact[-1] if exact else ''}"))
    return {"text": text, "words": words, "pairs": codes, "numbers": keys, "title": title, "alike": True}


@pytest.fixture(scope="module")
def twin(browser: Browser) -> Analyse:
    """Return a function that runs the theme's text analysis (analysis.js) in a browser."""
    page = browser.new_page()
    page.add_script_tag(path=ROOT / "hooks/theme/search/analysis.js")
    # The result is returned as one string, as Playwright is slow with nested lists.
    return lambda texts: json.loads(page.evaluate(TWIN, list(texts)))  # type: ignore[no-any-return]


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["why"])
def test_python_makes_of_a_text_what_the_vectors_say(vector: dict[str, Any]) -> None:
    found = analysed(vector["text"])
    assert {**found, "why": vector["why"]} == {**vector, "alike": True}


def test_the_browser_makes_of_each_text_what_the_vectors_say(twin: Analyse) -> None:
    for vector, found in zip(VECTORS, twin([vector["text"] for vector in VECTORS]), strict=True):
        assert {**found, "why": vector["why"]} == {**vector, "alike": True}


# ---- Random Vietnamese text ----

ONSETS = [*"b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x".split(), "", ""]
RIMES = (
    "a ă â e ê i o ô ơ u ư y ai ao au ay âu ây eo êu ia iê iêu iu oa oai oay oe oi oo ôi ơi ua uâ uây uê ui uô uôi uơ "
    "uy uya uyê uyêu ưa ươ ươi ươu ưi ưu"
).split()
CODAS = ["", "", "c", "ch", "m", "n", "ng", "nh", "p", "t"]
TONES = ["", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"]
NUMBER = (
    ["", "số ", "x", "1", "-", "/"],
    ["5", "05", "16", "116", "99999", "100000"],
    ["", "", "a", "b", "đ", "á", "A", "\u0301"],
    ["-", "/", " - ", " / ", "–", "‑", "−", "\u00a0-", " ", "--"],
    ["", "", "2022/", "1997-", "2022 / ", "2101/"],
    ["NQ", "nq", "Nghị", "QĐ", "qđ", "CTr", "QH15", "KH", "N\u0301Q", "N1234567890", ""],
    ["/", "-", " / ", "", "–"],
    ["TU", "ĐU", "BTGTU", "UBND-KTXH", "a-b-c-d-e", "CP", ""],
)
ODD = "½ Ⅷ ² ① 000 İ ΟΔΟΣ Σ ß ﬁ ẞ ǅ 🎉 👩‍👩‍👧 𝔸 漢字 العربية ไทย K Å ı̇".split()
GAPS = [*"     .,;:…_-(", " ", "", "\n", "\r\n", "\0", "\u00a0", "\u200b", "\u2028"]
KNOWN = [c for c in map(chr, range(0x110000)) if unicodedata.category(c) not in ("Cn", "Co", "Cs")]
"""The characters known to Python's Unicode version; newer letters are not yet letters for Python."""


def vietnamese(random: Random) -> str:
    """Make a syllable in a random spelling: tone mark in the old, new or any place; any case; NFC or NFD."""
    rime = random.choice(RIMES)
    place = random.randint(1, len(rime))
    word = random.choice(ONSETS) + rime[:place] + random.choice(TONES) + rime[place:] + random.choice(CODAS)
    word = random.choice([str, str.upper, str.title, str.swapcase])(word)
    return unicodedata.normalize(random.choice(["NFC", "NFD"]), word)


PIECES: list[Callable[[Random], str]] = [
    vietnamese,
    vietnamese,
    lambda random: "".join(map(random.choice, NUMBER)),
    lambda random: random.choice(ODD),
    lambda random: "".join(random.choices(KNOWN, k=random.randint(1, 6))),
    lambda random: "".join(random.choices("aăâđeêioôơuưyQ\u0300\u0301\u0302\u031b\u0309\u0323_'’.-/0159 ", k=8)),
]


def some_text(random: Random) -> str:
    parts = range(random.randint(0, 12))
    return "".join(random.choice(PIECES)(random) + random.choice(GAPS) for _ in parts)


@examples(30)
@given(random=st.integers(0, 2**64).map(Random))
def test_python_and_the_browser_agree_on_six_thousand_random_texts(random: Random, twin: Analyse) -> None:
    texts = [some_text(random) for _ in range(200)]
    for text, found in zip(texts, twin(texts), strict=True):
        assert found == analysed(text)


def test_they_agree_on_every_letter_and_sign_of_unicode(twin: Analyse) -> None:
    # Take only one in 16 of the letters without case, such as ideographs and Hangul: there are a hundred thousand.
    known = [c for n, c in enumerate(KNOWN) if unicodedata.category(c) != "Lo" or n % 16 == 0]
    texts = [" ".join(f"{c} x{c}1 5{c}-nq" for c in known[at : at + 64]) for at in range(0, len(known), 64)]
    different = [text for text, found in zip(texts, twin(texts), strict=True) if found != analysed(text)]
    assert different == []


@examples(200)
@given(
    st.lists(
        st.sampled_from(
            ("05", "3/2022", "-NQ/TU", "NQ", " – ", "/", "-", ".", ",", "; ", "\n", " ", "QH15", "số ", "đ", "(")
        ),
        max_size=14,
    ).map("".join)
)
def test_no_number_goes_beyond_a_comma_or_a_line(text: str) -> None:
    apart = [key for piece in re.split(r"[.,;:()\n]", text) for key in numbers(piece)]
    assert numbers(text) == list(dict.fromkeys(apart))
