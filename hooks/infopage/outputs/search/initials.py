"""Initials in the index: abbreviations that no text explains, made of the first letters of the words of titles.

Readers write GTGT for *giá trị gia tăng*. The code (hash) of each such abbreviation is beside that of a word with the
same letters, so that one file of the index has both.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby

from infopage.language.analysis import Syllable, syllable, syllables, word_code
from infopage.outputs.search import tuning

IN_TITLE, IN_SUMMARY = 7, 3
"""The levels (weights) of initials of words in a title, and of words in a summary or in the name of a topic."""

INITIALS = 0x200
"""The code (hash) of initials differs in this bit from the code of a word with the same letters."""

_LEFT_OUT = {"va", "cua", "cac", "ve"}
"""Words that abbreviations often leave out: PCCC is *phòng cháy và chữa cháy*."""


def initial_levels(titles: Iterable[str], others: Iterable[str]) -> dict[int, int]:
    """Return the codes (hashes) of the initials of neighbouring words, each with its level (weight).

    ``titles`` are the names of an index entry, ``others`` are further short texts about it.
    """
    found = dict.fromkeys((code for text in others for code in _codes(text)), IN_SUMMARY)
    return found | dict.fromkeys((code for text in titles for code in _codes(text)), IN_TITLE)


def _codes(text: str) -> Iterator[int]:
    for initials in _runs(syllables(text)):
        for start in range(len(initials) - 1):
            for end in range(start + 2, min(start + tuning.LONGEST_INITIALS, len(initials)) + 1):
                yield _code(initials[start:end])


def _runs(words: Sequence[Syllable | None]) -> Iterator[str]:
    """Yield the initials of each run of words that no number and no end of a phrase interrupts.

    They come again without the words that abbreviations leave out.
    """
    for is_run, run in groupby(words, lambda word: word is not None and word.folded[0].isalpha()):
        if is_run:
            said = [word.folded for word in run if word is not None]
            yield "".join(word[0] for word in said)
            if not _LEFT_OUT.isdisjoint(said):
                yield "".join(word[0] for word in said if word not in _LEFT_OUT)


@lru_cache(1 << 16)
def _code(initials: str) -> int:
    return word_code(f"1{syllable(initials).folded}") ^ INITIALS
