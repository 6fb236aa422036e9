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
    """Return the item's last change, be it that it is gone or there again; one that is announced has not been made."""
    if catalogue.is_gone(item):
        return gone(item, catalogue)
    back = catalogue.before.back.get(item.id) if catalogue.before else None
    return max(edited(item, catalogue), Moment(back, has_time=True)) if back else edited(item, catalogue)


def edited(item: Item, catalogue: Catalogue) -> Moment:
    """Return the last change of the item's text, its first publication being one."""
    told = (item.updated, *(Moment.on(correction.on) for correction in item.corrections))
    first = catalogue.first_published(item)
    return max((first, *(moment for moment in told if moment and catalogue.has_come(moment.at))))


def notice_id(item: Item) -> str:
    """Return what first publications call the notice in a gone item's place."""
    day = item.withdrawn.on if item.withdrawn else item.expires.date if item.expires else None
    assert day
    return f"{item.id}#{day.isoformat()}{'#giau-ten' if item.redacted else ''}"


def gone(item: Item, catalogue: Catalogue) -> Moment:
    """Return when the public first saw the notice in a gone item's place: later, always, than what it had last seen."""
    day = Moment.on(item.withdrawn.on) if item.withdrawn else item.expires
    assert day
    before = catalogue.before
    at = max(day.at, edited(item, catalogue).at + timedelta(minutes=1))
    at = max(at, catalogue.minute) if before else at
    return Moment(before.instants.get(notice_id(item), at) if before else at, has_time=True)


def was_seen(item: Item, catalogue: Catalogue) -> bool:
    """Tell whether the public ever saw a gone item: else there is nothing to tell of it."""
    return catalogue.before is None or item.id in catalogue.before.instants


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
