"""Recognising the label a line of an official text begins with, as typed: ``I-``, ``1.1.``, ``đ)``, ``Điều 5.``."""

import re
from dataclasses import dataclass
from enum import IntEnum

from infopage.language.folding import slug


class Rank(IntEnum):
    """The kinds of provision, outermost first; a provision belongs to the nearest one before it of a lower rank."""

    APPENDIX = 0
    PART = 1
    CHAPTER = 2
    SECTION = 3
    SUBSECTION = 4
    ARTICLE = 5
    ROMAN = 6
    CLAUSE = 7
    POINT = 9
    DASH = 10
    PLUS = 11


@dataclass(frozen=True)
class Label:
    """A label: ``text`` as typed, with its sign; ``key`` its part of an anchor, ASCII; ``depth`` below its rank."""

    rank: Rank
    text: str
    key: str
    depth: int = 0

    @property
    def place(self) -> tuple[int, int]:
        """Where it stands in the order of nesting."""
        return (self.rank, self.depth)


_NAMED = (
    (
        Rank.APPENDIX,
        "phu-luc",
        re.compile(r"(?:PHỤ LỤC|Phụ lục)(?: (?:số )?([IVXLC]+|[0-9]+[A-Za-z]?))?(?=[.:\s]|$)[.:]?"),
    ),
    (
        Rank.PART,
        "phan",
        re.compile(
            r"(?:PHẦN|Phần) (?:THỨ |thứ )?"
            r"([IVXLC]+|[0-9]+|[A-ZĐ]|NHẤT|HAI|BA|TƯ|NĂM|nhất|hai|ba|tư|năm)(?=[.:\s]|$)[.:]?"
        ),
    ),
    (Rank.CHAPTER, "chuong", re.compile(r"(?:CHƯƠNG|Chương) ([IVXLC]+[a-z]?|[0-9]+[a-z]?)(?=[.:\s]|$)[.:]?")),
    (Rank.SECTION, "muc", re.compile(r"(?:MỤC|Mục) ([0-9]+[a-z]?|[IVXLC]+)(?=[.:]|\s+[A-ZĐÀ-Ỹ]|\s*$)[.:]?")),
    (Rank.SUBSECTION, "tieu-muc", re.compile(r"(?:TIỂU MỤC|Tiểu mục) ([0-9]+[a-z]?)(?=[.:]|\s+[A-ZĐÀ-Ỹ]|\s*$)[.:]?")),
    (Rank.ARTICLE, "dieu", re.compile(r"(?:ĐIỀU|Điều) ([0-9]+[a-zđ]?)(?:[.:]|(?=\s*$))")),
)
_ROMAN = re.compile(r"([IVXLC]+)(?:\s?[-–.]|\))(?=\s|$)")
_CLAUSE = re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,3}){0,4})(?:[.)](?=\s|$)|(?<=\.[0-9])(?=\s)|(?<=\.[0-9][0-9])(?=\s))")
_POINT = re.compile(r"([a-zđ]{1,2}(?:\.[0-9]+)?)\)(?=\s|$)|([a-zđ])\.(?=\s\S)")
_DASH = re.compile(r"[-–](?=\s)")
_PLUS = re.compile(r"\+(?=\s)")
_ORDINALS = {"nhất": "1", "hai": "2", "ba": "3", "tư": "4", "năm": "5"}


def label_of(line: str) -> Label | None:
    """Return the label that ``line``, stripped, begins with; None where it is plain text."""
    for rank, name, pattern in _NAMED:
        if found := pattern.match(line):
            number = _ORDINALS.get((found[1] or "").lower(), found[1] or "")
            return Label(rank, found[0], f"{name}-{slug(_ascii(number))}" if number else name)
    if found := _ROMAN.match(line):
        return Label(Rank.ROMAN, found[0], found[1])
    if found := _CLAUSE.match(line):
        return Label(Rank.CLAUSE, found[0], found[1], found[1].count("."))
    if found := _POINT.match(line):
        return Label(Rank.POINT, found[0], _ascii(found[1] or found[2]))
    if found := _DASH.match(line):
        return Label(Rank.DASH, found[0], "")
    if found := _PLUS.match(line):
        return Label(Rank.PLUS, found[0], "")
    return None


def _ascii(key: str) -> str:
    """Keep ``đ`` apart from ``d``, for a text has both."""
    return key.replace("đ", "dd").replace("Đ", "DD")
