"""Reads the numbers of labels (Roman numerals, letters, ordinals like ``thứ nhất``), and makes parts of anchors."""

import re
from functools import lru_cache

from infopage.content.provisions.ranks import LETTERS
from infopage.language.folding import slug

_ORDINALS = ("", "nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
ORDINAL = "|".join([*_ORDINALS[1:], *(word.upper() for word in _ORDINALS[1:])])
"""A pattern for the Vietnamese ordinals from 1 to 10, in small letters or in capitals."""

_ROMAN = re.compile(r"(XL|L?X{0,3})(IX|IV|V?I{0,3})")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}


@lru_cache(maxsize=1024)
def roman(text: str) -> int:
    """Return the value of a Roman numeral below 90, in upper or lower case; 0 if ``text`` is not one."""
    if not text or not _ROMAN.fullmatch(text.upper()):
        return 0
    values = [_ROMAN_VALUES[sign] for sign in text.upper()]
    return sum(-value if any(v > value for v in values[at + 1 : at + 2]) else value for at, value in enumerate(values))


def number_of(number: str) -> int:
    """Return the value of a number in digits, as a Roman numeral, as a letter or as an ordinal; 0 if it is none."""
    number = in_digits(number)
    if number.isdecimal():
        return int(number)
    return roman(number) or (number_of_letter(number) if len(number) == 1 else 0)


def number_of_letter(letter: str) -> int:
    """Return the place of a letter in the Vietnamese order of lists, from 1: ``đ`` comes after ``d``."""
    return LETTERS.index(letter.lower()) + 1


def in_digits(number: str) -> str:
    """Return an ordinal such as ``nhất`` in digits; any other number as it is."""
    return str(_ORDINALS.index(number.lower())) if number and number.lower() in _ORDINALS else number


def number_of_suffix(suffix: str) -> int:
    """Return the value of the letter or word after a number: 1 for the ``a`` of ``5a``; 0 if ``suffix`` is empty."""
    if suffix.isdecimal():
        return int(suffix)
    return LETTERS.find(suffix[:1].lower()) + 1 if suffix else 0


@lru_cache(maxsize=1024)
def key_of(text: str) -> str:
    """Return the number of a label as a part of an anchor: in ASCII, with ``dd`` for ``đ``."""
    return slug(text.lower().replace("đ", "dd"))
