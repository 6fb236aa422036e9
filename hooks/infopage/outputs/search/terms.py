"""What one entry says, counted: a function of its own words alone, so that it can be kept from build to build."""

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from operator import xor

from infopage.language.analysis import half_codes, numbers, syllable, tokens, word_code

_END = 1 << 60
"""Stands for the end of a phrase: the code of a pair with one is beyond all others."""


IN_FORCE, ENDED, MENTIONED = "", "%", "~"
"""The variants of a document's number: the entry is the document, or was, or names it."""


@dataclass(frozen=True)
class Field:
    """Words of an entry that count ``weight`` times."""

    text: str
    weight: int


@dataclass(frozen=True)
class Terms:
    """An entry's words: ``length`` is how many its body has.

    ``words`` and ``pairs`` are codes by how often each occurs, weights counted in; ``spelt`` are the exact words.
    """

    length: int
    words: dict[int, "array[int]"]
    pairs: dict[int, "array[int]"]
    spelt: tuple[str, ...]


class _First(dict[str, int]):
    def __missing__(self, token: str) -> int:
        self[token] = found = half_codes(syllable(token))[0] if token[0].isalnum() else _END
        return found


class _Second(dict[str, int]):
    def __missing__(self, token: str) -> int:
        self[token] = found = half_codes(syllable(token))[1] if token[0].isalnum() else _END
        return found


class _Word(dict[str, tuple[str, int]]):
    def __missing__(self, token: str) -> tuple[str, int]:
        folded, exact = syllable(token)
        self[token] = found = (exact, word_code(f"1{folded}", exact))
        return found


# Nearly every word has been met before: looking it up is a tenth of taking it apart.
_FIRST, _SECOND, _WORD = _First(), _Second(), _Word()


def count(body: str, fields: Sequence[Field], own: Sequence[str] = (), *, in_force: bool = True) -> Terms:
    """Count the words of a body, each once, and of ``fields``, each by its weight.

    ``own`` are the keys of the entry's own number; documents that are no longer in force stand apart under them.
    """
    words, pairs = _counted(body)
    length = words.total()
    for field in fields:
        more, couples = _counted(field.text)
        for token, often in more.items():
            words[token] += often * field.weight
        for code, often in couples.items():
            pairs[code] += often * field.weight
    by_word: Counter[tuple[str, int]] = Counter()
    for token, often in words.items():
        by_word[_WORD[token]] += often
    codes = Counter({code: often for (_, code), often in by_word.items()})
    named = dict.fromkeys(key for text in (body, *(f.text for f in fields)) for key in numbers(text))
    codes.update(word_code(f"#{key}", MENTIONED) for key in named if key not in own)
    codes.update(word_code(f"#{key}", IN_FORCE if in_force else ENDED) for key in own)
    return Terms(length, _grouped(codes), _grouped(pairs), tuple(exact for exact, _ in by_word))


def _counted(text: str) -> tuple[Counter[str], Counter[int]]:
    found = tokens(text)
    second = map(_SECOND.__getitem__, found)
    next(second, None)
    pairs = Counter(map(xor, map(_FIRST.__getitem__, found), second))
    words = Counter(found)
    for end in ".;:!?…\n":
        words.pop(end, None)
    return words, pairs


def _grouped(counted: Counter[int]) -> dict[int, "array[int]"]:
    groups: dict[int, list[int]] = {1: []}
    ones = groups[1]
    for code, often in counted.items():
        if often == 1:
            ones.append(code)
        else:
            groups.setdefault(often, []).append(code)
    found = {}
    for often, codes in sorted(groups.items()):
        codes.sort()
        # Two ends side by side cancel out to nought, which no pair has but by one chance in 2 ** 37.
        kept = codes[bisect_left(codes, 1) : bisect_left(codes, _END)]
        if kept:
            found[often] = array("Q", kept)
    return found
