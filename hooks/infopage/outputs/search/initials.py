"""Initials in the index: abbreviations that no text explains, made of the first letters of the words of titles.

Readers write GTGT for *giá trị gia tăng*. The code (hash) of each such abbreviation is beside that of a word with the
same letters, so that one file of the index has both.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from infopage.language.analysis import syllable, word_code
from infopage.outputs.search import tuning
from infopage.outputs.search.titles import sentences

IN_TITLE, IN_SUMMARY = 7, 3
"""The levels (weights) of initials of words in a title, and of words in a summary or in the name of a topic."""

INITIALS = 0x200
"""The code (hash) of initials differs in this bit from the code of a word with the same letters."""

_DIGITS = re.compile("[0-9]+")

_LEFT_OUT = {"va", "cua", "cac", "ve"}
"""Words that abbreviations often leave out: PCCC is *phòng cháy và chữa cháy*."""


def initial_levels(titles: Iterable[str], others: Iterable[str]) -> dict[int, int]:
    """Return the codes (hashes) of the initials of neighbouring words, each with its level (weight).

    ``titles`` are the names of an index entry, ``others`` are its summary and the names of its topics.
    """
    found = dict.fromkeys((code for text in others for code in _codes(text)), IN_SUMMARY)
    return found | dict.fromkeys((code for title in titles for code in _codes(title)), IN_TITLE)


def _codes(text: str) -> Iterator[int]:
    for initials in _runs(text):
        for length in range(2, tuning.LONGEST_INITIALS + 1):
            yield from (_code(initials[at : at + length]) for at in range(len(initials) - length + 1))


def _runs(text: str) -> Iterator[str]:
    """Yield the initials of the words of each part of a text that has no number and no end of a sentence.

    They come again without the words that abbreviations leave out.
    """
    for sentence in sentences(text):
        said = [word.folded for word in sentence]
        for few in (said, [word for word in said if word not in _LEFT_OUT]):
            if few is said or len(few) < len(said):
                yield from _DIGITS.split("".join(word[0] for word in few))


@lru_cache(1 << 16)
def _code(initials: str) -> int:
    return word_code(f"1{syllable(initials).folded}") ^ INITIALS
