"""Titles in the index: the words of a title, and the whole title, as codes that are found beside the words' own.

The level of such a code (hash) is given here and is no BM25 weight. For a word it says how long the title is, or that
the word is in the name of the document's kind. The words of an item's topics count as words of a very long title.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from infopage.language.analysis import Syllable, syllables, title_code, word_code
from infopage.outputs.search import tuning
from infopage.outputs.search.terms import is_syllable

WHOLE, PART = 7, 0
"""The levels of a code of a whole title, and of a code of one sentence of a title."""

KIND = 7
"""The level of a word in the name of the document's kind. Lower levels are lengths, see ``tuning.TITLE_LENGTHS``."""

IN_TITLE = 0x100
"""The code of a word of a title differs from the word's own code in this bit, and is in the same file. No code of a
whole title (``title_code``) is the same.
"""


@dataclass(frozen=True, kw_only=True)
class Titles:
    """What an entry is called: its title, its other names, and the kind and number of a document (empty if none).

    ``topics`` are the names of its topics, which say in other words what it is about.
    """

    title: str
    others: tuple[str, ...] = ()
    topics: str = ""
    kind: str = ""
    number: str = ""


def title_levels(titles: Titles) -> dict[int, int]:
    """Return the codes of an entry's titles, each with its level.

    A code is that of a word in a title, or that of a whole title or of a sentence of it, by which a search for exactly
    this title finds the entry. Each word and title has two codes: one with its diacritics and one without.
    """
    words = _words(titles.title)
    length = bisect_left(tuning.TITLE_LENGTHS, len(words))
    found = dict.fromkeys(_word_codes(_words(titles.topics)), len(tuning.TITLE_LENGTHS))
    found |= dict.fromkeys(_word_codes(words + _words(titles.number)), length)
    found |= dict.fromkeys(_word_codes(_words(titles.kind)), KIND)
    names = (titles.title, *titles.others)
    found |= dict.fromkeys((code for name in names for part in _sentences(name) for code in _title_codes(part)), PART)
    found |= dict.fromkeys((code for name in names for code in _whole_codes(name, titles)), WHOLE)
    return found


def _sentences(title: str) -> Iterator[tuple[Syllable, ...]]:
    for is_word, group in groupby(syllables(title), bool):
        if is_word:
            yield tuple(word for word in group if word)


def _whole_codes(title: str, titles: Titles) -> Iterator[int]:
    """Yield the codes of a title alone, after the kind, and after kind and number, as people write and copy it."""
    words = _words(title)
    # Titles of documents often begin with "Về" ("Về việc …"), but queries do not. So both forms get codes.
    for part in (words, words[1:]) if words and words[0].folded == "ve" else (words,):
        yield from _title_codes(part)
        if titles.kind:
            yield from _title_codes(_words(titles.kind) + part)
        if titles.number:
            for named in (titles.number, f"{titles.kind} {titles.number}", f"{titles.kind} số {titles.number}"):
                yield from _title_codes(_words(named) + part)


def _words(text: str) -> tuple[Syllable, ...]:
    return tuple(word for word in syllables(text) if word)


def _title_codes(words: tuple[Syllable, ...]) -> tuple[int, ...]:
    """Return the two codes of a title; none if it has only one word, because its word finds it as well."""
    words = words[: tuning.MOST_QUERY_WORDS]
    if len(words) < 2:
        return ()
    folded, exact = _codes(words[-1])
    return (
        title_code([word.folded for word in words], folded),
        title_code([word.exact for word in words], exact),
    )


def _word_codes(words: tuple[Syllable, ...]) -> Iterator[int]:
    for word in words:
        folded, exact = _codes(word)
        yield folded ^ IN_TITLE
        yield exact ^ IN_TITLE


def _codes(word: Syllable) -> tuple[int, int]:
    """Return the codes of a word without and with its diacritics; the same twice if it can have none."""
    folded = word_code(f"1{word.folded}")
    has_exact = word.exact != word.folded or is_syllable(word.folded)
    return folded, word_code(f"2{word.exact}") if has_exact else folded
