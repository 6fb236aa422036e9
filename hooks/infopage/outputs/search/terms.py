"""The terms of one entry, counted. They depend on its own words only, so they can be kept from build to build."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from infopage.language.analysis import half_codes, numbers, syllable, tokens, word_code

Codes = NDArray[np.uint32]
Counts = NDArray[np.uint8]

CODE_BITS = 30

_END = 1 << 31
"""Stands for a token that is not a word, such as a full stop or the end of a text, in the code (hash) of a pair.

The code of a pair joins the parts of its two tokens by exclusive or. With one such token it is larger than the code of
any pair of words, and with two it is 0. So pairs that are not two words can be told by their codes and left out.
"""

GIVEN = 0xF8
"""Counts from ``GIVEN`` on are not numbers of occurrences, but state a level: ``GIVEN + 3`` means level 3.

The posting then gets this level, instead of one computed by BM25.
"""

_MOST = GIVEN - 1
_BYTE = 0xFF
_RUN = 32
"""How many neighbouring words of a long body are sampled together."""
_LONGEST = 7
"""The number of letters of the longest Vietnamese syllable, nghiêng."""

IN_FORCE, ENDED, MENTIONED = 0, 1, 2
"""The role of an entry for a document number that occurs in it.

The entry is this document, in force or no longer (ended), or it only mentions this document. The role is in the last
bits of the number's code (hash).
"""


@dataclass(frozen=True)
class Field:
    """A text of an entry, such as its title. Each occurrence of a word in it adds ``weight`` to the word's count."""

    text: str
    weight: int


@dataclass(frozen=True, eq=False)
class TermCounts:
    """The terms of a text as codes (hashes) in ascending order, and the weighted count of each (see ``Field``), at most
    247, or the given level (see ``GIVEN``).
    """

    codes: Codes
    counts: Counts


@dataclass(frozen=True, eq=False)
class Phrases:
    """Pairs of neighbouring words as they are spelt, from the fields of an entry and from samples of its body.

    Each pair is one number: the code (hash) of the exact form of its first word, shifted by 32 bits, plus that of the
    second word. ``counts`` are as in ``TermCounts``.
    """

    codes: NDArray[np.int64]
    counts: Counts


@dataclass(frozen=True, eq=False)
class Terms:
    """An entry's words and its pairs of neighbouring words; ``length`` is the number of words in its body."""

    length: int
    words: TermCounts
    pairs: TermCounts
    phrases: Phrases


class TokenTable:
    """The tokens (words and signs) of all texts read so far, numbered, each with its codes (hashes).

    It saves time, because each token is analysed only once, and nearly all words of a text occurred in earlier texts.
    """

    def __init__(self) -> None:
        """Begin with an empty table."""
        self.spelt: dict[int, str] = {}
        """The exact forms of syllables (with diacritics), by code (the hash of the form)."""
        self.clashed = False
        """Whether two syllables have the same code. If so, ``spelt`` has only the first of them in
        sorting order, whichever was read first.
        """
        self._places: dict[str, int] = {}
        self._chunks = _Chunks(self._place)
        self._codes = np.zeros((4, 1 << 12), np.uint32)

    def places(self, text: str) -> list[int]:
        """Return the number of each token of a text in this table; new tokens are added to the table.

        The number of a line break comes last, so that no pair of words reaches from one text into the next.
        """
        # No token and no NFC composition crosses a space, so a chunk between two spaces always gives the same tokens.
        chunks = text.replace("\n", " \n ").split(" ")
        return [*chain.from_iterable(map(self._chunks.__getitem__, chunks)), self._place("\n")]

    def codes(self, places: Sequence[int]) -> Codes:
        """Return four rows of codes (hashes) for the tokens with these numbers.

        The first two rows are the codes of the folded word (without diacritics) and of its exact form. The other two
        are the parts that the word gives to the code of a pair as its first word, and as its second.
        """
        return self._codes.take(np.array(places, np.int64), axis=1)

    def _place(self, token: str) -> int:
        if token not in self._places:
            self._learn(token)
        return self._places[token]

    def _learn(self, token: str) -> None:
        place = self._places[token] = len(self._places)
        if place == self._codes.shape[1]:
            self._codes = np.concatenate((self._codes, np.zeros_like(self._codes)), axis=1)
        if token[0].isalnum():
            word = syllable(token)
            exact = 0
            if word.exact != word.folded or is_syllable(token):
                exact = word_code(f"2{word.exact}")
            if exact and token.isalpha() and len(token) <= _LONGEST:
                known = self.spelt.setdefault(exact, word.exact)
                if known != word.exact:
                    self.spelt[exact], self.clashed = min(known, word.exact), True
            self._codes[:, place] = word_code(f"1{word.folded}"), exact, *half_codes(word.folded)
        else:
            self._codes[:, place] = 0, 0, _END, _END


class _Chunks(dict[str, list[int]]):
    """The numbers of the tokens of each chunk (a text between two spaces); each different chunk is read once."""

    def __init__(self, place: Callable[[str], int]) -> None:
        super().__init__()
        self._place = place

    def __missing__(self, chunk: str) -> list[int]:
        found = self[chunk] = [self._place(token) for token in tokens(chunk)]
        return found


def is_syllable(token: str) -> bool:
    """Tell whether a word without diacritics may be a syllable.

    If so, words with diacritics may have the same folded form, so the word needs a second code (hash) for its exact
    form.
    """
    return token.isascii() and token.isalpha() and len(token) <= _LONGEST


def count(
    body: str,
    fields: Sequence[Field],
    token_table: TokenTable,
    given: Mapping[int, int],
    own: Sequence[str] = (),
    *,
    in_force: bool = True,
    attached: str = "",
    sampled: int = 1000,
) -> Terms:
    """Return the counted terms (words, pairs of words and so on) of an index entry.

    An occurrence of a word counts once in the body, and as often as the field's weight in ``fields``. Each document
    number is a term too. ``own`` are the search keys of the entry's own number. Their codes tell whether the document
    is still ``in_force``. ``given`` has the codes of further terms, such as titles, each with its level.
    ``token_table`` has the words of the entries read before, and gets new ones. Each word of ``attached``, the text of
    attached files, counts once, however often it is there. The phrases of a body are taken from about ``sampled`` of
    its words.
    """
    said = [token_table.places(body), *(token_table.places(field.text) for field in fields)]
    codes = token_table.codes([place for part in said for place in part])
    each = np.array([1, *(field.weight for field in fields)], np.uint8)
    weights = np.repeat(each, [len(part) for part in said])
    named = dict.fromkeys(key for text in (body, *(field.text for field in fields), attached) for key in numbers(text))
    numbered = [number_code(key, MENTIONED) for key in named if key not in own]
    numbered += [number_code(key, IN_FORCE if in_force else ENDED) for key in own]
    once = token_table.codes(token_table.places(attached) if attached else [])
    single = np.concatenate((np.unique(once[:2]), np.array([*numbered, *given], np.uint32)))
    words = np.concatenate((codes[0], codes[1], single))
    counted = _counted(words, np.concatenate((weights, weights, np.ones(len(single), weights.dtype))))
    places = np.searchsorted(counted.codes, np.array(list(given), np.uint32))
    counted.counts[places] = GIVEN + np.array(list(given.values()), np.uint8)
    beside = np.concatenate((codes[2, :-1] ^ codes[3, 1:], np.unique(once[2, :-1] ^ once[3, 1:])))
    pairs = _counted(beside, np.concatenate((weights[:-1], np.ones(len(beside) - len(weights) + 1, weights.dtype))))
    phrases = _phrases(codes[1], weights, len(said[0]), sampled)
    return Terms(int(np.count_nonzero(codes[0, : len(said[0]) - 1])), counted, pairs, phrases)


def _phrases(exact: Codes, weights: NDArray[np.uint8], body: int, sampled: int) -> Phrases:
    """Return the phrases (pairs of neighbouring words) of an entry.

    ``exact`` has the codes of the exact forms of the entry's tokens, 0 for tokens without one, and ``weights`` how much
    each counts. The first ``body`` tokens are those of the body. From a body of more than ``sampled`` tokens, runs of
    32 words at equal distances are taken.
    """
    step = max(1, -(-body // sampled))
    runs = np.arange(len(exact) - 1)
    kept = (runs >= body) | (runs // _RUN % step == 0)
    first, second = exact[:-1], exact[1:]
    kept &= (first > 0) & (second > 0)
    codes = first[kept].astype(np.int64) << 32 | second[kept]
    order = np.argsort(codes, kind="stable")
    ordered, said = codes[order], weights[:-1][kept][order].astype(np.int64)
    starts = np.flatnonzero(np.diff(ordered, prepend=-1))
    counts = np.minimum(np.add.reduceat(said, starts), _MOST) if len(starts) else said
    return Phrases(ordered[starts], counts.astype(np.uint8))


def number_code(key: str, role: int) -> int:
    """Return the code (hash) of a document's number, given by its search key such as ``5nq``.

    ``role`` is the role of the entry that has the number, such as ``MENTIONED``. The codes for all roles differ only in
    the last bits, so one file of the index has them all.
    """
    return word_code(f"#{key}") & ~3 | role


def _counted(codes: Codes, weights: NDArray[np.uint8]) -> TermCounts:
    # The code (hash) and the weight of each term are joined into one number. Sorting these takes a third of the time of
    # an argsort of the codes.
    both = np.sort(codes.astype(np.uint64) << 8 | weights)
    ordered = (both >> 8).astype(np.uint32)
    starts = np.flatnonzero(np.concatenate(([True], ordered[1:] != ordered[:-1])))
    counts = np.minimum(np.add.reduceat(both & _BYTE, starts), _MOST).astype(np.uint8)
    found = ordered[starts]
    kept = slice(int(np.searchsorted(found, 1)), int(np.searchsorted(found, _END)))
    return TermCounts(found[kept], counts[kept])
