"""The time of an item's last change, and the unique instant that its entry gives for it.

Editors give a minute or a day, often the same for many items. But no two entries of an Atom feed should have the same
instant: the W3C's validator warns about it, and a program that asks for everything after the last entry it saw would
miss the others. So the seconds and milliseconds are derived from the item's id. Nothing finer is written, as Java's
ROME reads more than three digits as thousands of seconds.
"""

import hashlib
from collections.abc import Iterable
from datetime import datetime, timedelta

from infopage.content.catalogue import Catalogue
from infopage.content.model import Item
from infopage.language.dates import Moment

_MINUTE = 60_000


def changed(item: Item, catalogue: Catalogue) -> Moment:
    """Return when the item last changed. Expiry, withdrawal and return count as changes; announced ones do not yet."""
    if catalogue.is_gone(item):
        return gone(item, catalogue)
    back = catalogue.before.back.get(item.id) if catalogue.before else None
    return max(edited(item, catalogue), Moment(back, has_time=True)) if back else edited(item, catalogue)


def edited(item: Item, catalogue: Catalogue) -> Moment:
    """Return when the item's text last changed; its first publication counts as a change."""
    told = (item.updated, *(Moment.on(correction.on) for correction in item.corrections))
    first = catalogue.first_published(item)
    return max((first, *(moment for moment in told if moment and catalogue.has_come(moment.at))))


def notice_id(item: Item) -> str:
    """Return the key that the record of first publications has for a gone item's notice."""
    day = item.withdrawn.on if item.withdrawn else item.expires.date if item.expires else None
    assert day
    return f"{item.id}#{day.isoformat()}{'#giau-ten' if item.redacted else ''}"


def gone(item: Item, catalogue: Catalogue) -> Moment:
    """Return when the public first saw a gone item's notice; this is always later than the item's last edit."""
    day = Moment.on(item.withdrawn.on) if item.withdrawn else item.expires
    assert day
    before = catalogue.before
    at = max(day.at, edited(item, catalogue).at + timedelta(minutes=1))
    at = max(at, catalogue.minute) if before else at
    return Moment(before.instants.get(notice_id(item), at) if before else at, has_time=True)


def was_seen(item: Item, catalogue: Catalogue) -> bool:
    """Tell whether the public ever saw a gone item; if not, it needs no notice."""
    return catalogue.before is None or item.id in catalogue.before.instants


def instants(changes: Iterable[tuple[str, datetime]]) -> dict[str, str]:
    """Return for each item, by id, a unique instant within the minute of its change, in the format of RFC 3339.

    If two items would have the same instant, the later one in the order of ids takes the next free millisecond. All
    feeds share this order, because an entry is the same in each feed.
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
