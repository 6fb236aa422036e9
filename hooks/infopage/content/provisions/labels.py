"""Recognises the label that a line of an official text begins with: ``I-``, ``1.1.``, ``đ)``, ``Điều 5.``."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from infopage.content.provisions.named import TASK_BEGINS, named
from infopage.content.provisions.numerals import key_of, number_of, number_of_letter, number_of_suffix, roman
from infopage.content.provisions.ranks import LETTERS, Label, Rank
from infopage.content.provisions.titles import is_capitals

__all__ = ["Label", "Rank", "label_of", "readings"]

_LONGEST_LABEL, _SPACES = 64, 8
_WORD = r"[\"“(]?[^\W\d_]"
_NO_SYMBOL = r"(?!\s?[A-ZĐ]\w{0,6}[/\-–]\s?[A-ZĐ]|\s?[A-ZĐ]{2}\w{0,5},?\s(?:ngày|của|về|do|năm)\b)"
"""Excludes what follows ``31-`` in the symbol of a document, such as ``31-CTr/TW``: such a line has no label."""
_UPPER = re.compile(rf"(?P<n>[IVX]+|[A-ZĐ])(?P<sign>\.[-–)/]|\s?[-–—.]|[)/])(?=\s|$|{_WORD}{{2}})")
_NUMBER = re.compile(
    r"(?P<n>[0-9]{1,3}(?:\.[1-9][0-9]?)*)(?P<s>[a-zđ]?)"
    rf"(?:(?P<sign>\.[-–)/](?=\s)|\s[-–](?=\s[^\W\d_])|\.(?=\s|$|{_WORD})|\s[.)](?=\s)|\)(?=\s|$|{_WORD})|-{_NO_SYMBOL}(?=\s[^0-9]|{_WORD}{{2}})|/(?=\s)|(?<=\.[0-9]):(?=\s))"
    r"|(?<=\.[0-9])(?=\s)|(?<=\.[0-9][0-9])(?=\s))"
)
_NUMBER_AND_LETTER = re.compile(r"(?P<n>[0-9]{1,2}(?:\.[1-9][0-9]?)*)\.(?P<letter>[a-zđ])(?P<sign>[).])(?=\s+\S)")
_COMPOSITE = re.compile(
    r"(?P<n>(?:[IVX]+|[A-ZĐ])(?:\.[1-9][0-9]?)+)(?:\.(?P<letter>[a-zđ]))?(?P<sign>[-.)/]?)(?=\s+\S)"
)
_BRACKETED = re.compile(
    r"\(\s?(?:(?P<number>[0-9]{1,2}(?:\.[1-9][0-9]?)?)|(?P<n>[a-zđ]|[ivx]+))\s?\)(?:\s?[-–.:])?(?=\s+\S)"
)
_POINT = re.compile(
    r"(?P<n>[a-zđ]{1,5})(?P<s>[0-9]{0,2})(?P<sub>(?:\.[1-9][0-9]?)?)(?P<sign>\.?\)|\s\)(?=\s)|\./(?=\s)|\s[-–](?=\s+\S)|[./-](?=\s+\S)|(?<=\.[0-9])(?=\s))"
)
_THINKER = re.compile(r"C\.\s?Mác\b|V\.\s?I\.\s?Lê")
"""Names that papers of the Party begin sentences with: their initials are no labels."""
_MARKS = {
    **{sign: (Label(Rank.DASH, sign, kind="-"),) for sign in "-–—−‑•●▪·◦‣■□◆♦➢➤►▶→✓✔§"},
    "+": (Label(Rank.PLUS, "+", kind="+"),),
    "*": (Label(Rank.STAR, "*", kind="*"),),
}
_WORD_MARKS = {
    **{sign: (Label(Rank.DASH, sign, kind=sign),) for sign in "vüØ"},
    "o": (Label(Rank.PLUS, "o", kind="o"),),
}
"""The letters that Word's bullets become when they are copied, before a tab or several spaces."""
_AFTER_WORD_MARK = re.compile(r".(?:\t|[ \xa0]{2,})\s*\S")
_AFTER_MARK = re.compile(rf"[^*](?:\s|{_WORD})|\*\s")


# A quick test: it excludes nine in ten lines that begin with a capital but have no label.
_MAY_BEGIN = re.compile(
    r"(?:PHẦN|Phần|MỤC|Mục|MẪU|Mẫu|CHƯƠNG|Chương|TIỂU|Tiểu|ĐIỀU|Điều|Điểm|Khoản|PHỤ|Phụ)(?=[\s0-9])"
    r"|[A-ZĐ]{1,6}(?:\s?[-–—.]|[)/])|[IVXA-ZĐ]{1,6}\.[0-9]"
)


def label_of(line: str) -> Label | None:
    """Return the label that ``line`` (without spaces around it) most likely begins with; None if it has no label."""
    return next(iter(readings(line)), None)


def readings(line: str) -> Sequence[Label]:
    """Return every label that ``line`` (without spaces around it) may begin with, the likeliest first.

    For example, ``i)`` may be a Roman numeral or a letter.
    """
    if unicodedata.is_normalized("NFC", line[:_LONGEST_LABEL]):
        return _readings(line)
    return [replace(label, text=_typed(line, label.text)) for label in _readings(unicodedata.normalize("NFC", line))]


def _typed(line: str, composed: str) -> str:
    end = len(composed)
    while unicodedata.normalize("NFC", line[:end]) != composed and end < len(line):
        end += 1
    while unicodedata.combining(line[end : end + 1] or " "):
        end += 1
    return line[:end]


def _readings(line: str) -> Sequence[Label]:
    """Return the result of :func:`readings` for an NFC line, trying only the patterns that fit its first character."""
    first = line[:1]
    if first in _WORD_MARKS and _AFTER_WORD_MARK.match(line):
        return _WORD_MARKS[first]
    if first in LETTERS:
        return _point(found) if (found := _POINT.match(line)) else ()
    if first.isdecimal():
        return _clause(found, line) if (found := _NUMBER.match(line)) else ()
    if first == "(":
        return _bracketed(*found.group("number", "n", 0)) if (found := _BRACKETED.match(line)) else ()
    if first.isupper():
        return list(_capital(line)) if _MAY_BEGIN.match(line) or line[:3] in TASK_BEGINS else ()
    return _MARKS.get(first, ()) if _AFTER_MARK.match(line) else ()


def _capital(line: str) -> Iterator[Label]:
    if _THINKER.match(line):
        return
    yield from named(line)
    if found := _UPPER.match(line):
        yield from _upper(found, line[found.end() :])
    if not (found := _COMPOSITE.match(line)):
        return
    if found["letter"]:
        yield _inner_point(found)
    else:
        *outer, number = found["n"].split(".")
        order = (number_of(outer[0]), *map(int, outer[1:]), int(number), 0)
        yield Label(Rank.CLAUSE, found[0], found["n"], len(outer) - 1, "A.1", found["sign"], order, doubtful=True)


def _upper(found: re.Match[str], rest: str) -> Iterator[Label]:
    """Yield the possible labels for the capital letter or Roman numeral ``found``; ``rest`` is the line after it.

    ``V.`` and ``C.`` may be a person's initial, so they count as labels only within a list, unless the rest of the line
    is in capitals.
    """
    number, sign, doubtful = found["n"], found["sign"].strip(), not is_capitals(rest)
    if number != "L" and (value := roman(number)):
        yield Label(Rank.ROMAN, found[0], number, 0, "I", sign, (value, 0), doubtful and number in ("V", "X"))
    if len(number) == 1:
        order = (number_of_letter(number), 0)
        yield Label(Rank.LETTER, found[0], number.replace("Đ", "DD"), 0, "A", sign, order, doubtful)
    # Some documents label their points with capitals, such as ``A)``, so this may also be a point.
    if len(number) == 1 and sign == ")":
        order = (number_of_letter(number), 0)
        yield Label(Rank.POINT, found[0], key_of(number), 0, "a", sign, order, doubtful=True)


def _inner_point(found: re.Match[str]) -> Label:
    """Return the label ``found`` by a pattern of a point that names the provision it is in: ``I.1.a.``, ``1.b)``."""
    letter = found["letter"]
    order = (number_of_letter(letter), 0)
    key = f"{found['n']}.{key_of(letter)}"
    return Label(Rank.POINT, found[0], key, 0, "a", found["sign"], order, doubtful=True)


def _clause(found: re.Match[str], line: str) -> Sequence[Label]:
    # “1.5” before a small letter is a number (“1.5 triệu”); before a capital it may be a label (“1.5 Nội dung”).
    # “31. của” may be the end of a sentence whose line was broken.
    number, suffix, sign, typed = found.group("n", "s", "sign", 0)
    end = found.end()
    before = line[end : end + _SPACES].lstrip()[:1]
    is_small = before.islower()
    labels = _clauses(number, suffix, sign or "", typed, before.isupper(), is_small or before.isdecimal())
    if is_small and (point := _NUMBER_AND_LETTER.match(line)):
        return (_inner_point(point), *labels)
    return labels


@lru_cache(maxsize=4096)
def _clauses(number: str, suffix: str, sign: str, typed: str, before_capital: bool, goes_on: bool) -> tuple[Label, ...]:
    numbers = [int(one) for one in number.split(".")]
    order = (*numbers, number_of_suffix(suffix))
    sign = sign.strip()
    doubtful = not before_capital if not sign else sign == ":" or (goes_on and sign in ".-" and order != (1, 0))
    return (Label(Rank.CLAUSE, typed, number + key_of(suffix), len(numbers) - 1, "1", sign, order, doubtful),)


@lru_cache(maxsize=1024)
def _bracketed(number: str | None, letters: str | None, typed: str) -> tuple[Label, ...]:
    if number:
        numbers = tuple(map(int, number.split(".")))
        return (Label(Rank.ITEM, typed, number, len(numbers) - 1, "1", "()", (*numbers, 0)),)
    found: list[Label] = []
    if letters and letters != "l" and (value := roman(letters)):
        found.append(Label(Rank.ITEM, typed, letters, 0, "i", "()", (value, 0)))
    if letters and len(letters) == 1:
        found.append(Label(Rank.POINT, typed, key_of(letters), 0, "a", "()", (number_of_letter(letters), 0)))
    return tuple(found)


def _point(found: re.Match[str]) -> Sequence[Label]:
    letters, suffix, sub, sign, typed = found.group("n", "s", "sub", "sign", 0)
    return _points(letters, suffix, sub, sign.strip(), typed)


@lru_cache(maxsize=4096)
def _points(letters: str, suffix: str, sub: str, sign: str, typed: str) -> tuple[Label, ...]:
    # A letter with a full stop may be an abbreviation: it counts as a label only as part of a list.
    doubtful = sign != ")"
    sub = sub.removeprefix(".")
    found: list[Label] = []
    if letters != "l" and (value := roman(letters)) and not suffix and not sub:
        found.append(Label(Rank.ITEM, typed, letters, 0, "i", sign, (value, 0), doubtful))
    if len(letters) == 1 or (len(letters) == 2 and letters[0] == letters[1]):
        number = number_of_letter(letters[0]) + len(LETTERS) * (len(letters) - 1)
        key = key_of(letters + suffix)
        if sub:
            found.append(Label(Rank.POINT, typed, f"{key}.{sub}", 1, "a.1", sign, (number, int(sub), 0), doubtful))
        elif sign:
            found.append(Label(Rank.POINT, typed, key, 0, "a", sign, (number, number_of_suffix(suffix)), doubtful))
    return tuple(found)
