"""Converts Vietnamese text to letters without marks, for addresses and comparisons. Published text is not changed."""

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise

_NOT_SLUG = re.compile(r"[^a-z0-9]+")


class _WithoutMarks(dict[int, int | None]):
    """A translation table of decomposed text, which drops marks. Entries are made when they are first needed."""

    def __missing__(self, code: int) -> int | None:
        self[code] = found = None if unicodedata.combining(chr(code)) else code
        return found


STROKES = str.maketrans("ÐðƉɖ", "ĐđĐđ")
"""A translation table of lookalikes of Đ and đ, which old keyboards and fonts type, to these letters."""

_WITHOUT_MARKS = _WithoutMarks({ord(a): ord(b) for a, b in zip("ĐđÐðƉɖɃƀƁɓ", "DdDdDdBbBb", strict=True)})


def strip_marks(text: str) -> str:
    """Return ``text`` without marks; ``đ`` and its lookalikes become ``d``, ``ƀ`` becomes ``b``; case is kept."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", text).translate(_WITHOUT_MARKS))


def _levelled() -> dict[int, str]:
    """Return a translation table from character to character, for :func:`level`.

    It maps letters to lower-case letters without marks, dashes to hyphens, and special spaces to spaces.
    """
    table = {ord(letter): letter.lower() for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
    for code in (*range(0xC0, 0x260), *range(0x1E00, 0x1F00)):
        plain = strip_marks(chr(code)).lower()
        if len(plain) == 1 and plain.isascii():
            table[code] = plain
    table |= dict.fromkeys(map(ord, "‐‑‒–—−"), "-")
    return table | dict.fromkeys(map(ord, "\u00a0\u00ad\u200b\u200c\u200d\u2060\ufeff"), " ")


_LEVELLED = _levelled()


def level(text: str) -> str:
    """Return an NFC text in lower case without marks. Each character gives one character, so offsets stay the same.

    ``"Nghị quyết–Đảng"`` -> ``"nghi quyet-dang"``
    """
    return text.translate(_LEVELLED)


def fold(text: str) -> str:
    """Return a form of a text for comparing spellings: lower case, without marks, with single spaces."""
    return " ".join(strip_marks(text).casefold().split())


def slug(text: str) -> str:
    """Return an ASCII slug, ``"Đổi mới 5%"`` -> ``"doi-moi-5"``; empty if the text has no letters or digits."""
    return _NOT_SLUG.sub("-", strip_marks(text).casefold()).strip("-")


def recomposed(text: str) -> tuple[str, Sequence[int]]:
    """Return a text as NFC, and for each offset in it the offset in the text as given.

    A text that is NFC already is returned as it is.
    """
    if unicodedata.is_normalized("NFC", text):
        return text, range(len(text) + 1)
    starts = [at for at, letter in enumerate(text) if not unicodedata.combining(letter)] + [len(text)]
    whole = [unicodedata.normalize("NFC", text[a:b]) for a, b in pairwise(starts)]
    places = [at for at, letters in zip(starts, whole, strict=False) for _ in letters] + [len(text)]
    return unicodedata.normalize("NFC", "".join(whole)), places
