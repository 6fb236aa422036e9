"""Archive pages: which entries of a feed stand together for ever (RFC 5005), as a rule that needs no memory.

A build knows nothing of the builds before it, so where pages are cut can hang on nothing but the entries themselves.
Counting forty from the oldest would do as long as entries only come at the end; one more among the old would move
every entry after it, in every page. So time is halved instead. All of it is one span; a span that holds more than a
page may, 40 entries or 500 kB, is halved at the middle of the span itself, a day and minute of the calendar that no
entry decides; a half without entries goes to the other. Within a minute the ids are halved in the same way. The spans
that are left are the pages: they follow one another without a gap, and each is called by its last minute.

The subscription document holds the last pages, as many as make 30 entries and have all of the last seven days, however
many came on one of them; the pages before them are archives. So no entry is in both, none is in an archive from birth,
and whoever walks ``prev-archive`` from the subscription document meets every entry once, the newest first.

* A new entry, the newest: archives stay as they are; now and then, when newer ones came or a week has passed, the
  oldest of the subscription document become one more archive.
* An entry among the old: the page whose span holds it has one more. Where that is too many the page divides, and its
  later part keeps its address, so that the page after it need not know. No other page changes, but that the oldest
  names the page after it.
* An edit: the page that holds the entry, and nothing else; one that grows too large divides.
* A withdrawal: the page that held it has one less. Where it then fits on one page with the other half of their span
  they join under the address of the later; the address of the earlier is no more, and no page leads there.
* Smaller limits: pages divide, and every address that stood still stands, for what must be halved under the larger
  limits must be under the smaller too.

Against counting, pages are not all full: two thirds on the average.

What a subscription document shows in full it never shortens while it has it, or programs that take a changed text for
a new one would tell it twice. Of what came in one and the same minute, so in one build, the newest 30 are in full from
the first day to the last, and the others are by summary and link from the first; what comes in a later minute moves no
entry from the one to the other. (An entry that takes a new place, in the feed by change, comes anew.)
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from infopage.language.dates import HANOI, Moment

MOST_ENTRIES, MOST_BYTES = 20, 500_000
"""What a page holds at most; bytes by the weight of its entries (weights.py), wherever they stand in full or not."""

LEAST = 30
"""What the subscription document holds at least, where the feed has so many; what is in full of one minute at most."""

FRESH = timedelta(days=7)
"""How long an entry is in the subscription document at least."""

_ID_BYTES = 80
_BEGUN = datetime(1900, 1, 1, tzinfo=HANOI)
_DAY = 24 * 60
_EVER = 1 << (28 + 8 * _ID_BYTES)


@dataclass(frozen=True)
class Span:
    """Positions of a page's entries in the feed's order, oldest first, and the last key its time reaches to."""

    start: int
    stop: int
    last: int


def key(moment: Moment, id: str) -> int:
    """Return an entry's place among all that are or may come: the minute, in Hà Nội, then the id."""
    at = moment.at
    minute = (at.toordinal() - _BEGUN.toordinal()) * _DAY + at.hour * 60 + at.minute
    return minute << (8 * _ID_BYTES) | int.from_bytes(id.encode().ljust(_ID_BYTES, b"\0"))


def name(last: int) -> str:
    """Return what a page is called: its last minute, and the last id, in hexadecimal, where it ends within a minute.

    >>> name(key(Moment.parse("15/3/2026"), "") - 1)
    '2026-03-14-2359'
    """
    minute = _minute(last)
    id = (last % (1 << 8 * _ID_BYTES)).to_bytes(_ID_BYTES).hex().rstrip("f")
    return f"{minute:%Y-%m-%d-%H%M}" + (f"-{id}" if id else "")


def spans(keys: Sequence[int], sizes: Sequence[int]) -> list[Span]:
    """Return the pages of entries with these keys, ascending, and sizes in bytes."""
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
    """Return the position of the first entry, of keys in ascending order, that is no older than ``FRESH``, to the
    minute; ``has_come`` tells of a moment whether it is past.
    """
    at = len(keys)
    while at and not has_come(_minute(keys[at - 1]) + FRESH + timedelta(minutes=1)):
        at -= 1
    return at


def _minute(key: int) -> datetime:
    return _BEGUN + timedelta(minutes=key >> (8 * _ID_BYTES))


def archived(pages: Sequence[Span], fresh: int) -> int:
    """Return how many of a feed's pages are archives: those before the last that hold ``LEAST`` entries and all from
    the position ``fresh`` on.
    """
    count = len(pages)
    held = 0
    while count and (held < LEAST or pages[count - 1].stop > fresh):
        count -= 1
        held += pages[count].stop - pages[count].start
    return count


def in_full(keys: Sequence[int]) -> list[bool]:
    """Tell of each entry whether a subscription document that has it shows all of it; keys are ascending."""
    told: list[bool] = []
    minute = None
    for at in reversed(keys):
        if at >> (8 * _ID_BYTES) != minute:
            minute, count = at >> (8 * _ID_BYTES), 0
        told.append(count < LEAST)
        count += 1
    return told[::-1]
