"""Analyses text for the search: splits it into syllables with and without marks, and finds document numbers.

It is made for Vietnamese, and also finds the words of texts in languages of Việt Nam's ethnic minorities.

hooks/theme/search/analysis.js does the same with queries in the browser, so both must give the same results. The cases
in tests/language/analysis.json are tested with both.
"""

import re
import unicodedata
import zlib
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

_TONES = {"\u0300": "1", "\u0301": "2", "\u0309": "3", "\u0303": "4", "\u0323": "5"}
# Khmer and Chinese have no spaces between words. So each Khmer syllable and each Chinese character is a word, and the
# search finds longer words as neighbours. In Ê Đê, Gia Rai and Cham, the marks of a letter may be separate characters.
_KHMER = r"\u1780-\u17b3"
_CHINESE = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_LETTERS = rf"[^\W_{_KHMER}{_CHINESE}]+"
_MARKS = r"[\u0300-\u036f\uaa29-\uaa36\uaa43\uaa4c\uaa4d\uaab0-\uaac1]+"
_TOKEN = re.compile(
    rf"{_LETTERS}(?:{_MARKS}(?:{_LETTERS})?)*|[{_KHMER}](?:\u17d2[{_KHMER}]|[\u17b4-\u17d1\u17d3\u17dd])*|[{_CHINESE}]"
    r"|[.;:!?…\n។。！？；：]"
)
_STRUCK = str.maketrans("đƀɓ", "dbb")
"""Letters that are a letter with a stroke or hook in one character; ƀ and ɓ are of Ê Đê, Gia Rai and Mnông."""
_I_FOR_Y = re.compile(r"(?<=[hklmst])y$|(?<=^qu)y$")
_NUMBER = re.compile(
    r"(?<![0-9a-z/-])([0-9]{1,5})[a-z]?(?: ?[/-] ?((?:19|20)[0-9]{2}))? ?[/-] ?"
    r"([a-z][a-z0-9]{0,9}(?: ?[/-] ?[a-z][a-z0-9]{0,9}){0,3})(?![0-9a-z])"
)
_NEAR_NUMBER = re.compile(r"[0-9][\u0300-\u036f]*[^\W\d_]?[\u0300-\u036f]* ?[\u0300-\u036f]*[/‐‑‒–—−-]")
_PIECE = re.compile(r"[^.,;:()\n]+")
_MARK = re.compile(r"[\u0300-\u036f]+")
_APART = re.compile(r" ?[/-] ?")
_DASH = re.compile("[‐‑‒–—−]")


class Syllable(NamedTuple):
    """The two forms of a word that the search uses."""

    folded: str
    """The word without any marks, and with ``d`` for ``đ``, ``b`` for ``ƀ``: ``hoa``."""
    exact: str
    """The word with the marks of its letters, and with its tone as a digit at the end.

    So it does not matter which letter has the tone mark: ``hoà`` and ``hòa`` are both ``hoa1``.
    """


def syllable(token: str) -> Syllable:
    """Return the two forms of a word. The word must be in NFC and lower case.

    >>> syllable("hoà") == syllable("hòa") == ("hoa", "hoa1")
    True
    >>> [syllable(token).exact for token in ("mỹ", "quý", "đảng", "05")]
    ['mi4', 'qui2', 'đang3', '5']
    """
    if token.isascii():
        # Numbers occur with and without leading zeros, so these are removed. Some writers use i for y after h, k, l, m,
        # s, t and qu, so y becomes i.
        plain = token.lstrip("0") or "0" if token.isdigit() else _I_FOR_Y.sub("i", token)
        return Syllable(plain, plain)
    letters, tones = "", ""
    for letter in unicodedata.normalize("NFD", token):
        if letter in _TONES:
            tones += _TONES[letter]
        else:
            letters += letter
    folded = _I_FOR_Y.sub("i", _MARK.sub("", letters.translate(_STRUCK)))
    return Syllable(folded, _I_FOR_Y.sub("i", unicodedata.normalize("NFC", letters)) + tones)


def tokens(text: str) -> list[str]:
    """Return the words of a text, in NFC and lower case, and the characters that end a phrase, in order.

    The characters that end a phrase are ``. ; : ! ? …``, their Khmer and Chinese forms, and the newline. A comma does
    not: ``phòng, chống`` is one term.

    >>> tokens("mơ̆ng ខេត្ត 越南。")
    ['mơ̆ng', 'ខេ', 'ត្ត', '越', '南', '。']
    """
    # İ and ς are replaced, because analysis.js, which lowers each word separately, would get another result for them.
    return _TOKEN.findall(_lower(text).replace("ς", "σ"))


def _lower(text: str) -> str:
    """Return a text in NFC and lower case, with đ for the lookalikes ð and ɖ, which old keyboards and fonts type."""
    return unicodedata.normalize("NFC", text).replace("İ", "i").lower().replace("ð", "đ").replace("ɖ", "đ")


def syllables(text: str) -> list[Syllable | None]:
    """Return the two forms of each word of a text, in order, with None for each character that ends a phrase."""
    return [syllable(token) if token[0].isalnum() else None for token in tokens(text)]


def pairs(text: str) -> Iterator[tuple[Syllable, Syllable]]:
    """Yield each pair of neighbouring words of a text, but no pair across the end of a phrase (see :func:`tokens`)."""
    found = syllables(text)
    for first, second in pairwise(found):
        if first and second:
            yield first, second


def numbers(text: str) -> list[str]:
    """Return the search keys of all document numbers in a text: one for each form in which people write the number.

    The number ``05-NQ/TU`` is also written ``05-NQ``, so it has two keys.

    >>> numbers("Nghị quyết số 05-NQ/TU và Luật số 03/2022/QH15")
    ['5nq', '5nqtu', '3.2022', '3qh15', '3.2022qh15']
    """
    found: dict[str, None] = {}
    # Removing diacritics is slow, so it is done only for the pieces of text that may contain a number.
    near = "\n".join(_near_numbers(text))
    for number, year, rest in _NUMBER.findall(_DASH.sub("-", _folded(near))) if near else ():
        found |= dict.fromkeys(number_keys(number, year, _APART.split(rest)))
    return list(found)


def _near_numbers(text: str) -> Iterator[str]:
    """Yield the pieces of a text that may contain a document number. Line ends and punctuation separate the pieces."""
    end = 0
    for found in _NEAR_NUMBER.finditer(text):
        if found.start() < end:
            continue  # An earlier match was in the same line, whose pieces have all been yielded already.
        begin = max(end, text.rfind("\n", end, found.start()) + 1)
        end = text.find("\n", found.end())
        end = len(text) if end < 0 else end
        yield from filter(_NEAR_NUMBER.search, _PIECE.findall(text, begin, end))


def number_keys(number: str, year: str, parts: list[str]) -> Iterator[str]:
    """Yield the search keys of a document number, the least specific first.

    ``year`` is '' if the number has none. ``parts`` are the letters after the number, split at ``-`` and ``/``:
    ``("16", "", ["nq", "tu"])``, from ``16-NQ/TU``, gives ``16nq`` and ``16nqtu``.
    """
    plain = number.lstrip("0") or "0"
    if year:
        yield f"{plain}.{year}"
    yield plain + parts[0]
    if len(parts) > 1:
        yield plain + "".join(parts)
    if year:
        yield f"{plain}.{year}{''.join(parts)}"


def _folded(text: str) -> str:
    lower = _lower(text).replace("đ", "d")
    return lower if lower.isascii() else _MARK.sub("", unicodedata.normalize("NFD", lower))


def word_code(key: str) -> int:
    """Return the 30-bit hash of a search key.

    The first character of the key shows its kind: ``1hoa`` is a folded word, ``2hoa1`` an exact word, ``#5nq`` a key
    of :func:`numbers`.
    """
    return _mixed(zlib.crc32(key.encode()))


def half_codes(folded: str) -> tuple[int, int]:
    """Return two hashes of a word without marks: for its use as the first word of a pair (bigram), and as the second.

    The hash of a pair is ``first ^ second``: the first hash of its first word, combined with the second hash of its
    second word. So all pairs of a long text can be hashed at once, without a loop.
    """
    plain = zlib.crc32(folded.encode())
    return _mixed(plain), _mixed(plain + 0x9E3779B9 & 0xFFFFFFFF)


def title_code(words: Sequence[str], last: int) -> int:
    """Return the hash of a whole title, given its ``words`` and the hash ``last`` of its last word.

    The hash of the title differs from ``last`` in the last 14 bits only, so the index has both hashes in the same file.
    These two are never equal. Two titles with the same last word have the same hash with a probability of 1 in 16,383.
    """
    return last & ~0x3FFF | last + 1 + zlib.crc32(" ".join(words).encode()) % 0x3FFF & 0x3FFF


def _mixed(code: int) -> int:
    """Return a 30-bit mix of a CRC-32 value, so that similar values become very different (MurmurHash3's finalizer)."""
    code ^= code >> 16
    code = code * 0x85EBCA6B & 0xFFFFFFFF
    code ^= code >> 13
    code = code * 0xC2B2AE35 & 0xFFFFFFFF
    return (code ^ code >> 16) >> 2
