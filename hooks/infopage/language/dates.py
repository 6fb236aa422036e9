"""Parses and prints dates and times as Vietnamese offices must write them: ``15/3/2025`` (decree 30/2020/NĐ-CP)."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from functools import total_ordering

HANOI = timezone(timedelta(hours=7), "+07")
"""Việt Nam time. Its offset has not changed since 1975, so no time zone database is needed."""

_DATE = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})")
_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_TIME = re.compile(r"([0-9]{1,2})(?::|h|\s*giờ\s*)([0-9]{2})?")
_YEARS = range(1900, 2200)
"""The years accepted in dates: another year, as in ``15/3/0205``, is a typing slip."""


def parse_date(text: str) -> date:
    """Parse ``15/3/2025`` (day first; ``.`` and ``-`` also separate) or ``2025-03-15``.

    Raises ValueError if ``text`` has another form, is not a calendar day, or has a year outside 1900 to 2199.
    """
    if found := _DATE.fullmatch(text.strip()):
        day, month, year = map(int, found.groups())
    elif found := _ISO.fullmatch(text.strip()):
        year, month, day = map(int, found.groups())
    else:
        raise ValueError(text)
    if year not in _YEARS:
        raise ValueError(text)
    return date(year, month, day)


def format_date(day: date) -> str:
    """Return a date in the official form: the day with two digits, a zero before the month only for 1 and 2.

    This is the rule of decree 30/2020/NĐ-CP and of Hướng dẫn 36-HD/VPTW.

    >>> format_date(date(2021, 8, 5))
    '05/8/2021'
    >>> format_date(date(2022, 2, 11))
    '11/02/2022'
    """
    month = f"{day.month:02}" if day.month <= 2 else str(day.month)
    return f"{day.day:02}/{month}/{day.year:04}"


def spell_date(day: date) -> str:
    """Return a day as it stands in the letterhead of a document, zero-padded like :func:`format_date`.

    >>> spell_date(date(2026, 2, 5))
    'ngày 05 tháng 02 năm 2026'
    """
    number, month, year = format_date(day).split("/")
    return f"ngày {number} tháng {month} năm {year}"


def format_month(day: date) -> str:
    """Return the month of a day as ``tháng 01/2026``, zero-padded like :func:`format_date`."""
    month = f"{day.month:02}" if day.month <= 2 else str(day.month)
    return f"tháng {month}/{day.year:04}"


@dataclass(frozen=True, order=True)
class IssueDate:
    """The date printed on a document, or only its year if the day is not known (ISO 8601 reduced precision)."""

    earliest: date
    """The first possible day of issue; equal to ``latest`` if the day is known."""
    latest: date
    """The last possible day of issue; equal to ``earliest`` if the day is known."""

    @classmethod
    def parse(cls, text: str) -> "IssueDate":
        """Parse a date like :func:`parse_date`, or a year of four digits; raises ValueError for any other text."""
        if re.fullmatch("[0-9]{4}", text.strip()) and (year := int(text)) in _YEARS:
            return cls(date(year, 1, 1), date(year, 12, 31))
        day = parse_date(text)
        return cls(day, day)

    @property
    def year(self) -> int:
        """The year, which is always known."""
        return self.earliest.year

    @property
    def iso(self) -> str:
        """``2026-10-12``, or ``1997``: both are valid in HTML's ``datetime`` attribute."""
        return self.earliest.isoformat() if self.earliest == self.latest else f"{self.year:04}"

    @property
    def dated(self) -> str:
        """The date in the form used in citations: ``ngày 12/10/2026``, ``năm 1997``."""
        return f"ngày {self}" if self.earliest == self.latest else f"năm {self}"

    def __str__(self) -> str:
        return format_date(self.earliest) if self.earliest == self.latest else f"{self.year:04}"


@total_ordering
@dataclass(frozen=True)
class Moment:
    """A date in Hà Nội time, with or without a time of day."""

    at: datetime
    """The point in time; the beginning of the day if no time of day was written."""
    has_time: bool
    """Whether a time of day was written."""

    @classmethod
    def parse(cls, text: str) -> "Moment":
        """Parse ``15/3/2025`` or ``15/3/2025 07:30`` (also ``7h30``, ``7 giờ 30``).

        Raises ValueError for any other text, and for a day or time that does not exist.
        """
        day_text, _, time_text = text.strip().partition(" ")
        if "T" in day_text and not time_text:
            day_text, _, time_text = day_text.partition("T")
        day = parse_date(day_text)
        if not time_text:
            return cls.on(day)
        found = _TIME.fullmatch(time_text.strip())
        if not found:
            raise ValueError(text)
        at = datetime(day.year, day.month, day.day, int(found[1]), int(found[2] or 0), tzinfo=HANOI)
        return cls(at, has_time=True)

    @classmethod
    def on(cls, day: date) -> "Moment":
        """Return a day as a moment without a time of day."""
        return cls(datetime(day.year, day.month, day.day, tzinfo=HANOI), has_time=False)

    @property
    def date(self) -> date:
        """The day in Hà Nội."""
        return self.at.date()

    @property
    def iso(self) -> str:
        """The ISO 8601 form, with a time if one was written: ``2025-03-15`` or ``2025-03-15T07:30+07:00``."""
        return self.at.isoformat(timespec="minutes") if self.has_time else self.date.isoformat()

    @property
    def clock(self) -> str:
        """The time of day, ``7 giờ 30`` or ``8 giờ``; empty if none was written."""
        if not self.has_time:
            return ""
        return f"{self.at.hour} giờ" + (f" {self.at.minute:02}" if self.at.minute else "")

    def __str__(self) -> str:
        return f"{format_date(self.date)} {self.at:%H:%M}" if self.has_time else format_date(self.date)

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Moment):
            return NotImplemented
        return (self.at, self.has_time) < (other.at, other.has_time)


def hanoi(at: datetime) -> datetime:
    """Convert a datetime with a time zone to Hà Nội time."""
    return at.astimezone(HANOI)
