"""Counts the views of pages and the downloads of files by day, from requests that a server's log has.

Counts under ``LEAST`` are never told, nor anything from which they could be found by subtraction: few views of a page
might be those of one person.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import TypeVar

from infopage.release.hosting.access_log import LoggedRequest

T = TypeVar("T", bound=Hashable)

LEAST = 5
"""The smallest count that is told."""

OTHERS = ""
"""The address under which views are counted when there are too many different addresses."""

_MOST_CELLS = 200_000
_FILES = frozenset(
    ("pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt", "ods", "odp", "rtf", "csv", "zip", "epub", "ics", "akn")
) | {"mp3", "mp4", "m4a", "ogg", "webm", "txt", "json"}
_PARTS = ("/assets/", "/tim-kiem/chi-muc/", "/nguon-tin/", "/.well-known/")
"""Folders of files that belong to pages, or that only programs read."""


class Sort(Enum):
    """What was read: a page, or a file such as a PDF. The value is its name in tables."""

    PAGE = "trang"
    FILE = "tệp"


@dataclass
class Usage:
    """The counts of a period. Its size has a limit, however long the logs are."""

    views: dict[Sort, Counter[tuple[date, str]]] = field(default_factory=lambda: {sort: Counter() for sort in Sort})
    robots: Counter[date] = field(default_factory=Counter)
    unread: int = 0

    def add(self, requests: Iterable[LoggedRequest | None], since: date = date.min, until: date = date.max) -> None:
        """Count the requests from the day ``since`` to the day ``until``; None is a line that could not be read."""
        for request in requests:
            if request is None:
                self.unread += 1
            elif since <= request.day <= until and (sort := sort_of(request.address)):
                if request.is_robot:
                    self.robots[request.day] += 1
                    continue
                counts = self.views[sort]
                cell = (request.day, request.address)
                if cell not in counts and len(counts) >= _MOST_CELLS:
                    cell = (request.day, OTHERS)
                counts[cell] += 1

    @property
    def days(self) -> list[date]:
        """The days with any request, the first one first."""
        return sorted({day for counts in self.views.values() for day, _ in counts} | set(self.robots))


def sort_of(address: str) -> Sort | None:
    """Return what an address is; None for a part of a page, such as a picture, and for what only programs read."""
    name = address.rpartition("/")[2]
    if not address:
        return None
    if not name or name.endswith(".html"):
        return None if name in ("404.html", "410.html") else Sort.PAGE
    if any(part in address for part in _PARTS):
        return None
    deep = address.count("/") > 1
    ending = name.rpartition(".")[2].lower()
    return Sort.FILE if ending in _FILES and (deep or ending not in ("txt", "json")) else None


def told_cells(counts: Counter[tuple[date, str]]) -> Iterator[tuple[date, str, int]]:
    """Yield (day, address, views) of each count that may be told, by day, and then the most viewed first."""
    for (day, address), count in sorted(counts.items(), key=lambda one: (one[0][0], -one[1], one[0][1])):
        if count >= LEAST and address != OTHERS:
            yield day, address, count


def by_day(counts: Counter[tuple[date, str]]) -> dict[date, int]:
    """Return the views of each day; a count that may not be told is 0."""
    return _sums(counts, lambda cell: cell[0])


def by_address(counts: Counter[tuple[date, str]]) -> dict[str, int]:
    """Return the views of each address in the whole period, most viewed first, without those that may not be told."""
    sums = _sums(counts, lambda cell: cell[1])
    found = ((address, count) for address, count in sums.items() if count and address != OTHERS)
    return dict(sorted(found, key=lambda one: (-one[1], one[0])))


def _sums(counts: Counter[tuple[date, str]], part: Callable[[tuple[date, str]], T]) -> dict[T, int]:
    """Return the sums of counts by a part of their cells; 0 where a sum may not be told.

    What is left of a sum after the told counts is told as well only if it is not small itself.
    """
    whole, told = Counter[T](), Counter[T]()
    for cell, count in counts.items():
        whole[part(cell)] += count
        if count >= LEAST and cell[1] != OTHERS:
            told[part(cell)] += count
    return {key: _safe(count, told[key]) for key, count in whole.items()}


def _safe(count: int, told: int) -> int:
    return told if count - told < LEAST else count
