"""Titles in the index: the words of a title, and the whole title, as codes that are found beside the words' own.

The level of such a code (hash) is given here and is no BM25 weight. For a word it says how long the title is, or that
the word is in the name of the document's kind. The words of an item's topics count as words of a very long title.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, groupby, zip_longest

from infopage.language.analysis import Syllable, syllables, title_code, word_code
from infopage.outputs.search import tuning
from infopage.outputs.search.terms import is_syllable

WHOLE, PART = 7, 0
"""The levels (weights) of the code (hash) of a whole title, and of the code of one sentence of a title."""

KIND = 7
"""The level (weight) of a word in the name of the document's kind. Lower levels are lengths of titles, in steps."""

IN_TITLE = 0x100
"""The code (hash) of a word as part of a title differs in this bit from the word's own code. Both are in one file."""


@dataclass(frozen=True, kw_only=True)
class Titles:
    """What an index entry is called: its title, its other names, and the kind and number of a document (empty if none).

    ``topics`` are the names of its topics, which say in other words what it is about.
    """

    title: str
    others: tuple[str, ...] = ()
    topics: str = ""
    kind: str = ""
    number: str = ""


def title_levels(titles: Titles) -> dict[int, int]:
    """Return the codes (hashes) of an entry's titles, each with its level (weight).

    There is a code for each word of a title, for the whole title, and for each of its sentences. By the last two, a
    search for exactly this title or sentence finds the entry. Each word and title has two codes: one with its
    diacritics and one without.
    """
    names = [sentences(name) for name in (titles.title, *titles.others)]
    wholes = [tuple(chain.from_iterable(name)) for name in names]
    kind, number = _words(titles.kind), _words(titles.number)
    length = bisect_left(tuning.TITLE_LENGTHS, len(wholes[0]))
    found = dict.fromkeys(_title_word_codes(_words(titles.topics)), len(tuning.TITLE_LENGTHS))
    found |= dict.fromkeys(_title_word_codes(wholes[0] + number), length)
    found |= dict.fromkeys(_title_word_codes(kind), KIND)
    found |= dict.fromkeys(
        (code for name in names if len(name) > 1 for part in name for code in _title_codes(part)), PART
    )
    before = [(), kind, number, kind + number] if number else [(), kind]
    found |= dict.fromkeys((code for whole in wholes for code in _whole_codes(whole, dict.fromkeys(before))), WHOLE)
    return found


def _whole_codes(words: tuple[Syllable, ...], before: Iterable[tuple[Syllable, ...]]) -> Iterator[int]:
    """Yield the codes (hashes) of a title alone, and after each of ``before``: kind and number, as people copy it."""
    # Titles of documents often begin with "Về" ("Về việc …"), but queries do not. So both forms get codes.
    for part in (words, words[1:]) if words and words[0].folded == "ve" else (words,):
        for named in before:
            yield from _title_codes(named + part)


@lru_cache(1 << 8)
def sentences(title: str) -> Sequence[tuple[Syllable, ...]]:
    """Return the words of each sentence of a title."""
    parts = groupby(syllables(title), bool)
    return [tuple(word for word in words if word) for is_word, words in parts if is_word]


@lru_cache(1 << 10)
def _words(text: str) -> tuple[Syllable, ...]:
    return tuple(chain.from_iterable(sentences(text)))


def _title_codes(words: tuple[Syllable, ...]) -> tuple[int, ...]:
    """Return the two codes (hashes) of a title: one with diacritics and one without.

    A title of one word has none, because a search for this word finds the entry anyway.
    """
    if len(words) < 2:
        return ()
    words = words[: tuning.MOST_QUERY_WORDS]
    # People write "Nghị quyết số 16" and "Nghị quyết 16", so the engine and this function leave out the word "số".
    words = tuple(word for word, after in zip_longest(words, words[1:]) if not _is_number_sign(word, after))
    folded, exact = word_codes(words[-1])
    return title_code([word.folded for word in words], folded), title_code([word.exact for word in words], exact)


def _is_number_sign(word: Syllable, after: Syllable | None) -> bool:
    return word.folded == "so" and after is not None and after.folded[0].isdigit()


def _title_word_codes(words: tuple[Syllable, ...]) -> Iterator[int]:
    return (code ^ IN_TITLE for word in words for code in word_codes(word))


@lru_cache(1 << 14)
def word_codes(word: Syllable) -> tuple[int, int]:
    """Return the two codes (hashes) of a word, without and with its diacritics; they are equal if it can have none."""
    folded = word_code(f"1{word.folded}")
    has_exact = word.exact != word.folded or is_syllable(word.folded)
    return folded, word_code(f"2{word.exact}") if has_exact else folded
