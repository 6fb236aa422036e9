"""Folding Vietnamese text to plain ASCII for addresses and comparison; official wording itself is never changed."""

import re
import unicodedata

_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_D = str.maketrans({"đ": "d", "Đ": "D"})


def strip_marks(text: str) -> str:
    """Return ``text`` without tone and vowel marks; ``đ`` becomes ``d``, case is kept."""
    decomposed = unicodedata.normalize("NFD", text.translate(_D))
    return unicodedata.normalize("NFC", "".join(c for c in decomposed if not unicodedata.combining(c)))


def _levelled() -> dict[int, str]:
    """Return for each letter with marks the plain small one, for each dash a hyphen, for each odd space a space."""
    table = {ord(letter): letter.lower() for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        plain = strip_marks(chr(code)).lower()
        if len(plain) == 1 and plain.isascii():
            table[code] = plain
    table |= dict.fromkeys(map(ord, "‐‑‒–—−"), "-")
    return table | dict.fromkeys(map(ord, "\u00a0\u00ad\u200b\u200c\u200d\u2060\ufeff"), " ")


_LEVELLED = _levelled()


def level(text: str) -> str:
    """Return NFC text with its letters plain and small, letter for letter: every place in it stays where it was."""
    return text.translate(_LEVELLED)


def fold(text: str) -> str:
    """Return the form two spellings of one text share: no marks, lower case, runs of white space as one space."""
    return " ".join(strip_marks(text).casefold().split())


def slug(text: str) -> str:
    """Return an ASCII slug, ``"Đổi mới 5%"`` -> ``"doi-moi-5"``; empty where nothing of the text is left."""
    return _NOT_SLUG.sub("-", strip_marks(text).casefold()).strip("-")
