"""The kinds of facts about a person, such as a birth date or an address, and the patterns that find them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum


class PersonFact(Enum):
    """A kind of fact about a person."""

    BIRTH_YEAR = 1
    BIRTH_DATE = 2
    ADMISSION = 3
    """The day of joining the Party, or of full membership."""
    NUMBER = 4
    """The number of an identity card or a Party card."""
    HOME = 5
    ORIGIN = 6
    TELEPHONE = 7


BY_LAW = frozenset((PersonFact.BIRTH_YEAR, PersonFact.ORIGIN))
"""The facts that are allowed beside the names in a list that a law makes public (see :mod:`public_lists`)."""


@dataclass(frozen=True)
class PersonRecord:
    """A person found in one table row, list item or form.

    ``name`` has only letters, for comparison. ``weak`` means that the only fact is a year without a label, which may
    not be one of birth. ``year`` is the year of birth, 0 where it is unknown. ``line`` and ``part`` (page or
    archive member) are where the person was found.
    """

    line: int
    part: str
    name: str
    facts: frozenset[PersonFact]
    weak: bool = False
    year: int = 0


@dataclass(frozen=True)
class DateFound:
    """A date in a text, at the offsets ``start`` to ``end``. ``whole`` means that it has day, month and year."""

    start: int
    end: int
    year: int
    whole: bool


EARLIEST = 1920
"""A person born before this year is historical and is not reported."""
GROWN_UP = 2012
"""The latest year of a date that is taken for a birth date without a heading or label “birth”.

Later dates are mostly those of meetings.
"""
LATEST = 2030

PUBLISHED = re.compile(r"(?<!\w)(?:nxb|nhà xuất bản|tạp chí|tr\.|trang|luận|isbn)", re.IGNORECASE)
"""Words of a bibliography. A name and a year beside them are those of an author and a book, not of a private person."""

_WHEN = re.compile(
    r"(?<![\d/.-])(?:"
    r"(?P<iso>(?:19|20)\d\d)-\d{1,2}-\d{1,2}(?:T[\d:.+Z-]*)?"
    r"|\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?(?P<long>(?:1[89]|20)\d\d|\d\d)"
    r"|(?:ngày\s+)?\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+(?P<said>(?:1[89]|20)\d\d)"
    r"|\d{1,2}\s?[/.-]\s?(?P<month>(?:1[89]|20)\d\d)"
    r"|(?P<year>(?:1[89]|20)\d\d)"
    r")(?![\d/-]|[.]\d)"
)
_SPAN = re.compile(r"(?:1[89]|20)\d\d\s*[-–—]\s*(?:(?:1[89]|20)\d\d|nay|\?)|[-–—]\s*(?:1[89]|20)\d\d\s*\)")
"""A range of years: the life of a dead person, or a term of office. Neither year is a fact about a living person."""
MOBILE = re.compile(r"(?<![\w/])(?:\(?(?:\+|00)?84\)?|0)[ .-]?[35789](?:[ .()-]{0,2}\d){8}(?!\d)")
_PAPERS = re.compile(r"(?<![\w/])(?:[A-Z]{1,2}\d{6,8}|\d(?:[ .-]?\d){5,11})(?![\w/])")
_IDENTITY = re.compile(r"(?<![\w/])0\d{2}[ .-]?[0-3]\d{2}[ .-]?\d{3}[ .-]?\d{3}(?![\w/])")


def dates(text: str) -> Iterator[DateFound]:
    """Yield the dates and years in a text, except ranges such as “2020 - 2025”."""
    text = _SPAN.sub(lambda found: " " * len(found[0]), text)
    for found in _WHEN.finditer(text):
        digits = next(part for part in found.groups() if part)
        year = int(digits)
        if len(digits) == 2:
            year += 1900 if year > LATEST - 2000 else 2000
        yield DateFound(found.start(), found.end(), year, whole=not (found["year"] or found["month"]))


def is_of_life(text: str) -> bool:
    """Tell whether a text has the years of birth and death of a historical person, as in “(1904 - 1931)”.

    A person is historical if born before ``EARLIEST``.
    """
    found = _SPAN.search(text)
    return found is not None and int(found[0].lstrip("-–— ")[:4]) < EARLIEST


def has_papers(text: str) -> bool:
    """Tell whether a cell consists mainly of the number of a card, such as an identity card."""
    found = _PAPERS.search(text)
    return found is not None and len(found[0]) * 3 > len(text.strip())


def has_identity(text: str) -> bool:
    """Tell whether a text has a twelve-digit number in the format of a citizen identity number."""
    return _IDENTITY.search(text) is not None


def mobiles(text: str) -> Iterator[str]:
    """Yield the mobile telephone numbers in a text, as digits that begin with 0."""
    for found in MOBILE.finditer(text):
        yield "0" + re.sub(r"\D", "", found[0])[-9:]
