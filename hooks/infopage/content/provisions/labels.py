"""Recognises the label that a line of an official text begins with: ``I-``, ``1.1.``, ``đ)``, ``Điều 5.``."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from infopage.content.provisions.ranks import LETTERS, Label, Rank
from infopage.language.folding import slug

__all__ = ["Label", "Rank", "is_capitals", "is_title", "label_of", "readings"]

_ORDINALS = ("", "nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_ORDINAL = "|".join([*_ORDINALS[1:], *(word.upper() for word in _ORDINALS[1:])])
_THE = r"\s+(?:(?:THỨ|thứ)\s+)?"
_AFTER_NAME = r"(?P<sign>\s?[.:]-?|\s?[-–](?=\s|$))?(?=\s|$)"
_NAMED = tuple(
    (rank, name, re.compile(pattern + _AFTER_NAME))
    for rank, name, pattern in (
        (
            Rank.APPENDIX,
            "phu-luc",
            r"(?:PHỤ LỤC|Phụ lục)"
            r"(?:\s+(?:(?:SỐ|số)\s*)?(?P<n>[IVXLC]+|[0-9]+|[A-ZĐ])(?P<s>[a-zđA-Z]?(?:[.\-/]\w{1,3})?))?",
        ),
        (Rank.FORM, "mau", r"(?:MẪU|Mẫu)\s+(?:SỐ|số)[:\s]+(?P<n>[0-9]+)(?P<s>[a-zđA-Z]?(?:[.\-/]\w{1,8})?)"),
        (Rank.PART, "phan", rf"(?:PHẦN|Phần){_THE}(?P<n>[IVXLC]+|[0-9]+|[A-ZĐ]|{_ORDINAL})"),
        (Rank.PART, "phan", r"PHẦN\s+(?P<n>MỞ ĐẦU|NỘI DUNG|KẾT LUẬN)"),
        (Rank.CHAPTER, "chuong", rf"(?:CHƯƠNG|Chương){_THE}(?P<n>[IVXLC]+|[0-9]+|{_ORDINAL})(?P<s>[a-zđ]?)"),
        (Rank.SECTION, "muc", r"(?:MỤC|Mục)\s+(?P<n>[IVXLC]+|[0-9]+|[A-ZĐ])(?P<s>[a-zđ]?)"),
        (Rank.SUBSECTION, "tieu-muc", r"(?:TIỂU MỤC|Tiểu mục)\s+(?P<n>[IVXLC]+|[0-9]+|[A-ZĐ])(?P<s>[a-zđ]?)"),
        (Rank.ARTICLE, "dieu", rf"(?:ĐIỀU|Điều)(?:{_THE}|(?=[0-9]))(?P<n>[0-9]{{1,4}})(?P<s>[a-zđA-ZĐ]?)"),
        (Rank.CLAUSE, "1", r"Khoản\s+(?P<n>[0-9]{1,3})(?P<s>[a-zđ]?)(?=\s?[.:])"),
        (Rank.POINT, "a", r"Điểm\s+(?P<n>[a-zđ])(?P<s>[0-9]?)(?:\)|(?=\s?[.:]))"),
    )
)
_NAMES_BEGIN = frozenset("PMCTĐK")
_CITED = re.compile(r"(?:Hiến pháp|Bộ|Luật|Pháp lệnh|Nghị|Thông tư|Quyết|Chỉ thị|Quy|Điều|Chương|Mục|Phần|Phụ lục)\b")

_WORD = r"[\"“(]?[^\W\d_]"
_UPPER = re.compile(rf"(?P<n>[IVX]+|[A-ZĐ])(?P<sign>\s?[-–—.]|[)/])(?=\s|$|{_WORD}{{2}})")
_NUMBER = re.compile(
    r"(?P<n>[0-9]{1,3}(?:\.[1-9][0-9]?)*)(?P<s>[a-zđ]?)"
    rf"(?:(?P<sign>\.(?=\s|$|{_WORD})|\s\.(?=\s)|\)(?=\s|$|{_WORD})|-(?=\s[^0-9]|{_WORD}{{2}})|/(?=\s))|(?<=\.[0-9])(?=\s)|(?<=\.[0-9][0-9])(?=\s))"
)
_COMPOSITE = re.compile(r"(?P<n>(?:[IVX]+|[A-ZĐ])(?:\.[1-9][0-9]?)+)(?P<sign>[.)]?)(?=\s+\S)")
_BRACKETED = re.compile(r"\((?:(?P<number>[0-9]{1,2})|(?P<n>[a-zđ]|[ivx]+))\)(?=\s+\S)")
_POINT = re.compile(
    r"(?P<n>[a-zđ]{1,5})(?P<s>[0-9]{0,2})(?P<sub>(?:\.[1-9][0-9]?)?)(?P<sign>\)|[./-](?=\s+\S)|(?<=\.[0-9])(?=\s))"
)
_MARKS = (
    (Rank.DASH, "-", re.compile(rf"[-–—−‑•●▪·](?=\s|{_WORD})")),
    (Rank.PLUS, "+", re.compile(rf"\+(?=\s|{_WORD})")),
    (Rank.STAR, "*", re.compile(r"\*(?=\s)")),
)
_ROMAN = re.compile(r"(XL|L?X{0,3})(IX|IV|V?I{0,3})")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}


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
    if line.isascii() or unicodedata.is_normalized("NFC", line):
        return _readings(line)
    return [replace(label, text=_typed(line, label.text)) for label in _readings(unicodedata.normalize("NFC", line))]


def _typed(line: str, composed: str) -> str:
    end = len(composed)
    while unicodedata.normalize("NFC", line[:end]) != composed and end < len(line):
        end += 1
    while unicodedata.combining(line[end : end + 1] or " "):
        end += 1
    return line[:end]


def is_title(text: str) -> bool:
    """Tell whether ``text`` looks like a title, and not like a sentence or the end of a citation.

    It must be in capitals, or be short, begin with a capital letter, and not end like a clause.
    """
    return is_capitals(text) or (
        text[:1].isupper() and len(text) <= 200 and not text.endswith((".", ";", ",", ":")) and not _CITED.match(text)
    )


def is_capitals(text: str) -> bool:
    """Tell whether ``text`` has letters and all of them are capitals."""
    return text == text.upper() and text != text.lower()


def _readings(line: str) -> Sequence[Label]:
    """Return the result of :func:`readings` for an NFC line, trying only the patterns that fit its first character."""
    first = line[:1]
    if first in LETTERS:
        return _point(found) if (found := _POINT.match(line)) else ()
    if first.isdecimal():
        return _clause(found, line[found.end() :].strip()) if (found := _NUMBER.match(line)) else ()
    if first == "(":
        return list(_bracketed(found)) if (found := _BRACKETED.match(line)) else ()
    if first.isupper():
        return list(_capital(line)) if _MAY_BEGIN.match(line) else ()
    return list(_mark(line))


def _capital(line: str) -> Iterator[Label]:
    if line[0] in _NAMES_BEGIN:
        yield from _named(line)
    if found := _UPPER.match(line):
        yield from _upper(found, line[found.end() :])
    if found := _COMPOSITE.match(line):
        *outer, number = found["n"].split(".")
        order = (_number(outer[0]), *map(int, outer[1:]), int(number), 0)
        yield Label(Rank.CLAUSE, found[0], found["n"], len(outer) - 1, "A.1", found["sign"], order, doubtful=True)


def _mark(line: str) -> Iterator[Label]:
    for rank, kind, pattern in _MARKS:
        if found := pattern.match(line):
            yield Label(rank, found[0], kind=kind)


def _named(line: str) -> Iterator[Label]:
    for rank, name, pattern in _NAMED:
        if not (found := pattern.match(line)):
            continue
        groups = found.groupdict()
        number, suffix, rest = groups["n"] or "", groups.get("s") or "", line[found.end() :].strip()
        ends = bool(found["sign"]) or rank >= Rank.CLAUSE or not rest or (rank is Rank.APPENDIX and rest[0] == "(")
        if not ends and (not is_title(rest) or (not number and not is_capitals(rest))):
            continue
        key = slug(number) if " " in number else _key(_numeral(number) + suffix)
        if rank < Rank.CLAUSE:
            key = f"{name}-{key}" if key else name
        order = (_number(number), _suffix(suffix))
        sign = "" if rank < Rank.CLAUSE else "."
        yield Label(rank, found[0], key, 0, name, sign, order, doubtful=rank is Rank.ARTICLE and not ends)


def _upper(found: re.Match[str], rest: str) -> Iterator[Label]:
    """Yield the possible labels for a capital letter or Roman numeral; ``rest`` is the line after it.

    ``V.`` and ``C.`` may be a person's initial, so they count as labels only within a list, unless
    the rest of the line is in capitals.
    """
    number, sign, doubtful = found["n"], found["sign"].strip(), not is_capitals(rest)
    if number != "L" and (value := roman(number)):
        yield Label(Rank.ROMAN, found[0], number, 0, "I", sign, (value, 0), doubtful and number in ("V", "X"))
    if len(number) == 1:
        order = (_letter(number), 0)
        yield Label(Rank.LETTER, found[0], number.replace("Đ", "DD"), 0, "A", sign, order, doubtful)
    # Some documents label their points with capitals: ``A)``.
    if len(number) == 1 and sign == ")":
        order = (_letter(number), 0)
        yield Label(Rank.POINT, found[0], _key(number), 0, "a", sign, order, doubtful=True)


def _clause(found: re.Match[str], rest: str) -> Sequence[Label]:
    # “1.5” before a small letter is a number (“1.5 triệu”); before a capital it may be a label (“1.5 Nội dung”).
    return _clauses(found["n"], found["s"], (found["sign"] or "").strip(), found[0], rest[:1].isupper())


@lru_cache(maxsize=4096)
def _clauses(number: str, suffix: str, sign: str, typed: str, before_capital: bool) -> tuple[Label, ...]:
    numbers = [int(one) for one in number.split(".")]
    order = (*numbers, _suffix(suffix))
    doubtful = not sign and not before_capital
    return (Label(Rank.CLAUSE, typed, number + _key(suffix), len(numbers) - 1, "1", sign, order, doubtful),)


def _bracketed(found: re.Match[str]) -> Iterator[Label]:
    if found["number"]:
        yield Label(Rank.ITEM, found[0], found["number"], 0, "1", "()", (int(found["number"]), 0))
        return
    if found["n"] != "l" and (value := roman(found["n"])):
        yield Label(Rank.ITEM, found[0], found["n"], 0, "i", "()", (value, 0))
    if len(found["n"]) == 1:
        yield Label(Rank.POINT, found[0], _key(found["n"]), 0, "a", "()", (_letter(found["n"]), 0))


def _point(found: re.Match[str]) -> Sequence[Label]:
    return _points(*found.group("n", "s", "sub", "sign", 0))


@lru_cache(maxsize=4096)
def _points(letters: str, suffix: str, sub: str, sign: str, typed: str) -> tuple[Label, ...]:
    # A letter with a full stop may be an abbreviation: it counts as a label only as part of a list.
    doubtful = sign != ")"
    sub = sub.removeprefix(".")
    found: list[Label] = []
    if letters != "l" and (value := roman(letters)) and not suffix and not sub:
        found.append(Label(Rank.ITEM, typed, letters, 0, "i", sign, (value, 0), doubtful))
    if len(letters) == 1 or (len(letters) == 2 and letters[0] == letters[1]):
        number = _letter(letters[0]) + len(LETTERS) * (len(letters) - 1)
        key = _key(letters + suffix)
        if sub:
            found.append(Label(Rank.POINT, typed, f"{key}.{sub}", 1, "a.1", sign, (number, int(sub), 0), doubtful))
        elif sign:
            found.append(Label(Rank.POINT, typed, key, 0, "a", sign, (number, _suffix(suffix)), doubtful))
    return tuple(found)


@lru_cache(maxsize=1024)
def roman(text: str) -> int:
    """Return the value of a Roman numeral below 90, in upper or lower case; 0 if ``text`` is not one."""
    if not text or not _ROMAN.fullmatch(text.upper()):
        return 0
    values = [_ROMAN_VALUES[sign] for sign in text.upper()]
    return sum(-value if any(v > value for v in values[at + 1 : at + 2]) else value for at, value in enumerate(values))


def _number(number: str) -> int:
    number = _numeral(number)
    if number.isdecimal():
        return int(number)
    return roman(number) or (_letter(number) if len(number) == 1 else 0)


def _letter(letter: str) -> int:
    return LETTERS.index(letter.lower()) + 1


def _numeral(number: str) -> str:
    return str(_ORDINALS.index(number.lower())) if number and number.lower() in _ORDINALS else number


def _suffix(suffix: str) -> int:
    if suffix.isdecimal():
        return int(suffix)
    return LETTERS.find(suffix[:1].lower()) + 1 if suffix else 0


@lru_cache(maxsize=1024)
def _key(text: str) -> str:
    return slug(text.lower().replace("đ", "dd"))
