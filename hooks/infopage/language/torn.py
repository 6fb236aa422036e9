"""Finds words that conversion from PDF tore apart, such as “th ắng” and “XI V”, and what page footers left."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from infopage.language.syllables import is_syllable

_VOWEL = "".join(
    one for one in map(chr, range(0x61, 0x1EFA)) if one.isalpha() and unicodedata.normalize("NFD", one)[0] in "aeiouy"
)
_ONSETS = "ngh|ng|nh|gh|kh|ph|th|tr|ch|qu|[bcdđghklmnpqrstvx]"
_ONSET = re.compile(rf" ((?:{_ONSETS}) [{_VOWEL}][^\W\d_]*)")
_CAPITAL = re.compile(rf"(?<=[.;:)]) ((?:Ngh|Ng|Nh|Gh|Kh|Ph|Th|Tr|Ch|Qu|[BCDĐGHKLMNPQRSTVX]) [{_VOWEL}][^\W\d_]*)")
_CODA = re.compile(rf" (ng|nh|ch|[cghmnpt])(?![\w)/])(?! [{_VOWEL}])")
_VOWELS = re.compile(
    r"(?:[iyu] [êếềểễệ](?:ng|nh|[cmnptu])?|ư [ơớờởỡợ](?:ng|[cmnptui])|o (?:àn|ại|ài|ản)|u (?:ật|ất|ận|ần))(?!\w)",
    re.IGNORECASE,
)
"""Where a word is torn apart between two vowels: ``bi ển``, ``trư ờng``."""
_MAYBE_VOWELS = re.compile(r" (?<=[iyuưoIYUƯO] )[êếềểễệơớờởỡợàạảậấầÊẾỀỂỄỆƠỚỜỞỠỢÀẠẢẬẤẦ]")
"""A quick test for ``_VOWELS``: it begins with a fixed character, so it is four times as fast."""
_VOWEL_WORDS = frozenset("êm ếm ếch ế ê êu ơn ơi ớt ớn ờm".split())
"""Words that begin with a vowel that may also end a torn word: ``êm`` is a word, ``ển`` is none."""
_CONSONANTS = re.compile(r" [bcdđghklmnpqrstvxBCDĐGHKLMNPQRSTVX]{1,3}(?!\w)")
"""One to three consonants alone between spaces: a text without them has no torn word, and most have none."""
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_ROMAN = re.compile(r" ([XVI]+ [XVI]+)(?![\w).:/-])")
_NUMERAL = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")
_FOOTER = re.compile(r" ([^ \n]*[\w)]\.docx? \d{1,3})(?!\S)")
_PAGE = re.compile(r"^[ \t]*([0-9]{1,3})[ \t]*$", re.MULTILINE)
_LONGEST, _LINES_OF_PAGE = 8, 12
_STOPS = ("c", "ch", "p", "t")
_STOP_TONES = ("\u0301", "\u0323")
_LIST_WORDS = frozenset(
    "điểm khoản mục tiết nhóm loại hạng ý phần và hoặc hay đến từ tới lớp thứ số trị chữ cột".split()
)
"""Words that may come before a single letter that is a name, such as the label of a point: ``điểm a``.

Such a letter is not part of a torn word.
"""


class Torn(NamedTuple):
    """A word that was torn apart when a text was copied from a PDF, or a page's footer that stands within the text."""

    at: int
    """The offset in the text where the torn word or the footer begins."""
    written: str
    """The parts of the torn word, or the footer, as written."""
    whole: str
    """The whole word; '' for a page's footer."""


def torn(text: str) -> list[Torn]:
    """Return the torn words of an NFC text and the footers of pages in it, in order.

    >>> [one.written for one in torn("lần thứ XI V thành công, quyết th ắng, phức tạ p. K iên định 2.doc 3")]
    ['XI V', 'th ắng', 'tạ p', 'K iên', '2.doc 3']
    """
    apart = (*_onsets(text), *_codas(text)) if _CONSONANTS.search(text) else ()
    return sorted({*_numerals(text), *apart, *_vowels(text), *_footers(text)})


def _numerals(text: str) -> Iterator[Torn]:
    for found in _ROMAN.finditer(text):
        if _NUMERAL.fullmatch(whole := found[1].replace(" ", "")):
            yield Torn(found.start(1), found[1], whole)


def _onsets(text: str) -> Iterator[Torn]:
    for pattern in (_ONSET, _CAPITAL):
        for found in pattern.finditer(text):
            before = _LAST_WORD.search(text, max(0, found.start() - _LONGEST), found.start())
            is_named = pattern is _ONSET and (not before or before[0].lower() in _LIST_WORDS)
            if not is_named and is_syllable(whole := found[1].replace(" ", "")):
                yield Torn(found.start(1), found[1], whole)


def _codas(text: str) -> Iterator[Torn]:
    for found in _CODA.finditer(text):
        before = _LAST_WORD.search(text, max(0, found.start() - _LONGEST), found.start())
        if before and before[0].lower() not in _LIST_WORDS and is_syllable(before[0]):
            whole = before[0] + found[1]
            marks = unicodedata.normalize("NFD", before[0])
            may_stop = not whole.endswith(_STOPS) or any(tone in marks for tone in _STOP_TONES)
            if may_stop and is_syllable(whole):
                yield Torn(before.start(), f"{before[0]} {found[1]}", whole)


def _vowels(text: str) -> Iterator[Torn]:
    for found in _VOWELS.finditer(text) if _MAYBE_VOWELS.search(text) else ():
        at = found.start() + 1
        before = _LAST_WORD.search(text, max(0, at - _LONGEST), at)
        second = text[at + 1 : found.end()]
        if not before or second.lower() in _VOWEL_WORDS or not is_syllable(before[0]):
            continue
        if is_syllable(whole := before[0] + second):
            yield Torn(before.start(), f"{before[0]} {second}", whole)


def _footers(text: str) -> Iterator[Torn]:
    if ".doc" in text:
        yield from (Torn(found.start(1), found[1], "") for found in _FOOTER.finditer(text))
    pages = [found for found in _PAGE.finditer(text) if int(found[1]) > 1]
    for one, after in pairwise(pages):
        lines = text.count("\n", one.end(), after.start())
        if int(after[1]) == int(one[1]) + 1 and lines >= _LINES_OF_PAGE:
            yield from (Torn(page.start(1), page[1], "") for page in (one, after))
