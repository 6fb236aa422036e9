"""Finds characters that only look like Vietnamese letters, such as the Icelandic Ð, Cyrillic and Greek letters."""

import re
import unicodedata
from collections.abc import Iterator

from infopage.language.folding import STROKES
from infopage.language.syllables import is_syllable

_STROKE = re.compile("[ÐðƉɖ]")
_CYRILLIC = "АВЕЅІЈКМНОРСТУХаеорсухіјѕһԁԛԝ"
_GREEK = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο"
_TWINS = str.maketrans(_CYRILLIC + _GREEK, "ABESIJKMHOPCTYXaeopcyxijshdqw" + "ABEZHIKMNOPTYXo")
_TWIN = re.compile(f"[{_CYRILLIC}{_GREEK}]")
_STYLED = re.compile("[\U0001d400-\U0001d7ff\uff21-\uff3a\uff41-\uff5a]")
_HYPHEN = re.compile("(?<=[0-9])\xad(?=[^\\W_])|^\xad$")  # the soft hyphen, which PDFs may have in place of a hyphen
_SUSPECT = re.compile(f"{_STROKE.pattern}|{_TWIN.pattern}|{_STYLED.pattern}|\xad")
_WORD = re.compile(r"[\w\u0300-\u036f\xad]+(?:[-/.][\w\u0300-\u036f\xad]+)*\)?")


def suspect(text: str) -> bool:
    """Tell whether a text has a character that may be a lookalike. If not, its lines need not be checked."""
    return _SUSPECT.search(text) is not None


def lookalikes(text: str) -> Iterator[tuple[str, str]]:
    """Yield (word as written, corrected word) for each word of an NFC text with a lookalike character.

    >>> list(lookalikes("Ðảng ủy, nghị quy\u0435t, xe 05-\u041dQ/TU"))
    [('Ðảng', 'Đảng'), ('quyеt', 'quyet'), ('05-НQ/TU', '05-HQ/TU')]
    """
    if not suspect(text):
        return
    for found in _WORD.finditer(text):
        if (meant := _meant(found[0])) != found[0]:
            yield found[0].rstrip(")"), meant.rstrip(")")


def without_lookalikes(line: str) -> str:
    """Return a line of NFC text with each lookalike replaced by the Vietnamese letter that it looks like.

    >>> without_lookalikes("Ðảng ủy xã")
    'Đảng ủy xã'
    """
    return _WORD.sub(lambda found: _meant(found[0]), line)


def _meant(word: str) -> str:
    if _STYLED.search(word):
        word = unicodedata.normalize("NFC", _STYLED.sub(lambda one: unicodedata.normalize("NFKC", one[0]), word))
    if _STROKE.search(word):
        word = "đ)" if word == "ð)" else re.sub(r"[^\W\d_]+", lambda part: _stroked(part[0]), word)
    if _HYPHEN.search(word):
        word = _HYPHEN.sub("-", word)
    if _TWIN.search(word):
        plain = word.translate(_TWINS)
        letters = [a for a, b in zip(word, plain, strict=True) if a == b and a.isalpha()]
        if letters and all("LATIN" in unicodedata.name(letter, "") for letter in letters):
            word = plain
    return word


def _stroked(part: str) -> str:
    plain = part.translate(STROKES)
    return plain if part.isupper() or is_syllable(plain) else part
