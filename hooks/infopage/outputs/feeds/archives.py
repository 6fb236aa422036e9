"""Archive pages (RFC 5005): divides the entries of a feed into pages, by a rule that needs no memory of earlier builds.

A build does not know the builds before it, so the pages must follow from the entries alone. Counting 20 entries from
the oldest would do if entries only came at the end; but one more among the old would move every entry after it to
another place. So time is halved instead. All time is one span. A span with more entries than a page may have (20, or
500 kB) is halved at its own middle, a minute of the calendar that does not depend on the entries. A half without
entries is joined to the other. Within one minute, ids are halved in the same way. The spans in the end are the pages:
they follow one another without a gap, and each is named by its last minute.

The subscription document has the last pages: as many as hold 30 entries and all entries of the last seven days. The
pages before them are archives. So no entry is in both, no new entry goes straight into an archive, and a program that
follows ``prev-archive`` from the subscription document meets every entry once, the newest first.

* A new entry, the newest: archives stay as they are. Now and then, after newer entries or a week, the oldest page of
  the subscription document becomes one more archive.
* A new entry among the old: the page whose span holds it changes. If the page is then too large, it divides; its later
  part keeps its address, so that the page after it need not change. No other page changes, except that the oldest page
  names the page after it.
* An edit: the page that holds the entry changes, and no other; if it is then too large, it divides.
* A withdrawal: the page of the entry changes. If it now fits on one page with the other half of their span, the two
  join under the later one's address. The earlier address ceases to exist, and no page links to it.
* Smaller limits: pages divide, and all addresses remain. A span that had to be halved under the larger limits must be
  halved under the smaller ones too.

The price is that pages are not all full, as with counting, but two thirds full on average.

An entry that a subscription document shows in full stays in full while it is there; otherwise a program that takes a
changed text for a new one would announce it twice. Of the entries of one minute, that is of one build, the newest 30
are in full from the first day to the last, and the others have a summary and a link from the first. Entries of a later
minute do not change that. (In the feed ordered by change, an entry that gets a new place counts as new.)
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from infopage.language.dates import HANOI, Moment

MOST_ENTRIES, MOST_BYTES = 20, 500_000
"""The most entries and bytes of a page. Bytes are the weights of entries (weights.py), shown in full or not."""

LEAST = 30
"""The fewest entries of a subscription document, if the feed has as many. Also the most entries of one minute that it
shows in full.
"""

FRESH = timedelta(days=7)
"""The least time that an entry is in the subscription document."""

_ID_BYTES = 80
_BEGUN = datetime(1900, 1, 1, tzinfo=HANOI)
_DAY = 24 * 60
_EVER = 1 << (28 + 8 * _ID_BYTES)


@dataclass(frozen=True)
class Span:
    """A page: the positions of its entries in the feed's order, oldest first, and the last key of its span."""

    start: int
    stop: int
    last: int


def key(moment: Moment, id: str) -> int:
    """Return an entry's place among all possible entries as one number: the minute in Hà Nội, then the id."""
    at = moment.at
    minute = (at.toordinal() - _BEGUN.toordinal()) * _DAY + at.hour * 60 + at.minute
    return minute << (8 * _ID_BYTES) | int.from_bytes(id.encode().ljust(_ID_BYTES, b"\0"))


def name(last: int) -> str:
    """Return a page's name: its last minute and, if it ends within a minute, the last id in hexadecimal.

    >>> name(key(Moment.parse("15/3/2026"), "") - 1)
    '2026-03-14-2359'
    """
    minute = _minute(last)
    id = (last % (1 << 8 * _ID_BYTES)).to_bytes(_ID_BYTES).hex().rstrip("f")
    return f"{minute:%Y-%m-%d-%H%M}" + (f"-{id}" if id else "")


def spans(keys: Sequence[int], sizes: Sequence[int]) -> list[Span]:
    """Return the pages of entries that have these keys, in ascending order, and these sizes in bytes."""
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
    """Return the position of the first entry that is no older than ``FRESH``, to the minute; keys are ascending.

    ``has_come`` tells whether a moment is past.
    """
    at = len(keys)
    while at and not has_come(_minute(keys[at - 1]) + FRESH + timedelta(minutes=1)):
        at -= 1
    return at


def _minute(key: int) -> datetime:
    return _BEGUN + timedelta(minutes=key >> (8 * _ID_BYTES))


def archived(pages: Sequence[Span], fresh: int) -> int:
    """Return how many of a feed's pages are archives, counted from the oldest.

    The pages after them hold at least ``LEAST`` entries, and all entries from the position ``fresh`` on.
    """
    count = len(pages)
    held = 0
    while count and (held < LEAST or pages[count - 1].stop > fresh):
        count -= 1
        held += pages[count].stop - pages[count].start
    return count


def in_full(keys: Sequence[int]) -> list[bool]:
    """Tell for each entry whether a subscription document shows it in full; keys are ascending."""
    told: list[bool] = []
    minute = None
    for at in reversed(keys):
        if at >> (8 * _ID_BYTES) != minute:
            minute, count = at >> (8 * _ID_BYTES), 0
        told.append(count < LEAST)
        count += 1
    return told[::-1]
