"""Archive pages (RFC 5005): divides the entries of a feed into pages by a rule that depends on the entries alone.

A build has no data about earlier builds, so the division may depend only on the present entries. Pages of 20 entries,
counted from the oldest, would work if new entries were always the newest. But one new entry among older ones would
shift all later entries. So time itself is divided by halving:

* At first, one interval covers all time.
* An interval with more entries than a page may have (20 entries or 500 kB) is halved at its middle. The middle is a
  minute of the calendar and does not depend on the entries.
* A half without entries is joined to the other half.
* The entries of one minute are divided by halving the range of their ids in the same way.

Each remaining interval is one page, named by its last minute. The intervals cover all time without gaps.

The subscription document is the file that feed readers load regularly. It has the entries of the newest pages: of as
many pages as are needed for 30 entries and for all entries of the last seven days. The older pages are archives. So no
entry is in both, and an entry of the last seven days is never in an archive. A program that follows the
``prev-archive`` links from the subscription document gets every entry once, the newest first.

How the pages change:

* A new entry that is the newest: no archive changes. Now and then, after more entries or a week, the oldest page in the
  subscription document becomes one more archive.
* A new entry among older ones: the page whose interval contains it changes. If that page becomes too large, it is
  divided, and the later part keeps the address, so that the next page need not change. No other page changes, with one
  exception: the oldest page changes when the page after it is divided, because it links to that page's new address.
* An edited entry: only its page changes. If that page becomes too large, it is divided.
* A withdrawn entry: its page changes. If the page and the other half of the halved interval now fit on one page, the
  two are joined at the address of the later one. The earlier address no longer exists, and no page links to it.
* Limits made smaller: pages are divided, and all addresses remain. An interval that was halved under the larger limits
  is also halved under the smaller ones.

The cost of this rule: pages are two thirds full on average, where counting would fill them.

A subscription document shows an entry in full (with its content) or in brief (with a summary and a link). The choice
never changes while the entry is there, because some programs would announce a changed entry a second time. Entries
first published in the same minute come from one build, which sets that time. The newest 30 of them are shown in full,
and the others in brief. Entries of other minutes do not affect this. (In the feed ordered by last change, an entry that
moves counts as a new one.)
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from infopage.language.dates import HANOI, Moment

MOST_ENTRIES, MOST_BYTES = 20, 500_000
"""The most entries and bytes of a feed page. The bytes are estimates for entries shown in full (weights.py)."""

LEAST = 30
"""The fewest entries of a subscription document (the main file of a feed), unless the feed has fewer in all.

It is also the most entries of one minute that the subscription document shows in full.
"""

FRESH = timedelta(days=7)
"""The shortest time that an entry stays in the subscription document, the file that feed readers load regularly."""

_ID_BYTES = 80
_BEGUN = datetime(1900, 1, 1, tzinfo=HANOI)
_DAY = 24 * 60
_EVER = 1 << (28 + 8 * _ID_BYTES)


@dataclass(frozen=True)
class Span:
    """A feed page: its entries and its interval of time.

    The entries are those at the positions from ``start`` to before ``stop`` in the feed, the oldest first. ``last`` is
    the last sort key (see ``key``) of the interval, which begins after ``last`` of the page before.
    """

    start: int
    stop: int
    last: int


def key(moment: Moment, id: str) -> int:
    """Return the sort key of a feed entry, as one number.

    It is made of the minutes from 1900 to ``moment``, by which the feed is ordered, and the bytes of the id.
    """
    at = moment.at
    minute = (at.toordinal() - _BEGUN.toordinal()) * _DAY + at.hour * 60 + at.minute
    return minute << (8 * _ID_BYTES) | int.from_bytes(id.encode().ljust(_ID_BYTES, b"\0"))


def name(last: int) -> str:
    """Return the name of the page whose last sort key is ``last``.

    The name is the last minute of the page. If the page ends within a minute, the last id follows in hexadecimal.

    >>> name(key(Moment.parse("15/3/2026"), "") - 1)
    '2026-03-14-2359'
    """
    minute = _minute(last)
    id = (last % (1 << 8 * _ID_BYTES)).to_bytes(_ID_BYTES).hex().rstrip("f")
    return f"{minute:%Y-%m-%d-%H%M}" + (f"-{id}" if id else "")


def spans(keys: Sequence[int], sizes: Sequence[int]) -> list[Span]:
    """Divide entries into pages; ``keys`` are the entries' sort keys, ascending, and ``sizes`` their sizes in bytes."""
    total = [0]
    for size in sizes:
        total.append(total[-1] + size)

    def divided(start: int, stop: int, last: int) -> Iterator[Span]:
        if stop - start <= 1 or (stop - start <= MOST_ENTRIES and total[stop] - total[start] <= MOST_BYTES):
            yield Span(start, stop, last)
            return
        bit = (keys[start] ^ keys[stop - 1]).bit_length() - 1
        middle = keys[stop - 1] >> bit << bit
        at = bisect_left(keys, middle, start, stop)
        yield from divided(start, at, middle - 1)
        yield from divided(at, stop, last)

    return list(divided(0, len(keys), _EVER - 1))


def fresh(keys: Sequence[int], has_come: Callable[[datetime], bool]) -> int:
    """Return the position of the oldest entry that is no older than ``FRESH``, to the minute.

    If all entries are older, that is the number of entries. ``keys`` are the entries' sort keys (see ``key``),
    ascending. ``has_come`` tells whether a moment is past at the time of the build.
    """
    at = len(keys)
    while at and not has_come(_minute(keys[at - 1]) + FRESH + timedelta(minutes=1)):
        at -= 1
    return at


def _minute(key: int) -> datetime:
    return _BEGUN + timedelta(minutes=key >> (8 * _ID_BYTES))


def archived(pages: Sequence[Span], fresh: int) -> int:
    """Return how many of a feed's ``pages``, counted from the oldest, are archives.

    The remaining pages have at least ``LEAST`` entries, among them all entries from the position ``fresh`` on.
    """
    count = len(pages)
    held = 0
    while count and (held < LEAST or pages[count - 1].stop > fresh):
        count -= 1
        held += pages[count].stop - pages[count].start
    return count


def in_full(keys: Sequence[int]) -> list[bool]:
    """Tell for each entry whether a subscription document shows it in full, and not in brief.

    It does if the entry is one of the newest ``LEAST`` entries of its minute. ``keys`` are the entries' sort keys (see
    ``key``), ascending.
    """
    told: list[bool] = []
    minute = None
    for at in reversed(keys):
        if at >> (8 * _ID_BYTES) != minute:
            minute, count = at >> (8 * _ID_BYTES), 0
        told.append(count < LEAST)
        count += 1
    return told[::-1]
