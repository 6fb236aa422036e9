"""When an item last changed, and the one instant that its entry gives for that.

Editors tell the minute or the day, and often of many items the same. In an Atom feed no two entries should be of one
instant: the W3C's validator warns of it, and a program that asks for what came after the last it saw would miss the
others. So the seconds and milliseconds are made of the item's id. Nothing finer is written: Java's ROME reads more than
three digits as thousands of seconds.
"""

import hashlib
from collections.abc import Iterable
from datetime import datetime, timedelta

from infopage.content.catalogue import Catalogue
from infopage.content.model import Item
from infopage.language.dates import Moment

_MINUTE = 60_000


def changed(item: Item, catalogue: Catalogue) -> Moment:
    """Return the item's last change; one that is announced for later has not been made yet."""
    told = (item.updated, *(Moment.on(correction.on) for correction in item.corrections))
    first = catalogue.first_published(item)
    return max((first, *(moment for moment in told if moment and moment.at <= catalogue.instant)))


def instants(changes: Iterable[tuple[str, datetime]]) -> dict[str, str]:
    """Return for each item, by its id, one instant of its own within the minute of its change, as RFC 3339 has it.

    Where two would have the same, the later in the order of ids takes the next millisecond that is free: one order for
    all feeds, for an entry is the same in each.
    """
    taken: set[datetime] = set()
    found: dict[str, str] = {}
    for id, minute in sorted(changes):
        at = minute + timedelta(milliseconds=_part(id))
        while at in taken:
            at += timedelta(milliseconds=1)
        taken.add(at)
        found[id] = at.isoformat(timespec="milliseconds")
    return found


def _part(id: str) -> int:
    return int.from_bytes(hashlib.sha256(id.encode()).digest()[:8]) % _MINUTE
