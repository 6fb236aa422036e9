"""Folding Vietnamese text to plain ASCII for addresses and comparison; official wording itself is never changed."""

import re
import unicodedata

_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_D = str.maketrans({"đ": "d", "Đ": "D"})


def strip_marks(text: str) -> str:
    """Return ``text`` without tone and vowel marks; ``đ`` becomes ``d``, case is kept."""
    decomposed = unicodedata.normalize("NFD", text.translate(_D))
    return unicodedata.normalize("NFC", "".join(c for c in decomposed if not unicodedata.combining(c)))


def fold(text: str) -> str:
    """Return the form two spellings of one text share: no marks, lower case, runs of white space as one space."""
    return " ".join(strip_marks(text).casefold().split())


def slug(text: str) -> str:
    """Return an ASCII slug, ``"Đổi mới 5%"`` -> ``"doi-moi-5"``; empty where nothing of the text is left."""
    return _NOT_SLUG.sub("-", strip_marks(text).casefold()).strip("-")
