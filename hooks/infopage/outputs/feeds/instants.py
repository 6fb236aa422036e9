"""The time of an item's last change, and the unique time, to the millisecond, that its feed entry gives for the change.

Editors write a minute or a day, often the same for many items. But no two entries of an Atom feed should have the same
time. The W3C's validator warns about equal times. A program that reads only entries later than the last one it has seen
would miss another entry of the same time. So the seconds and milliseconds are derived from a hash of the item's id.
Times have no more than three decimals, because Java's library ROME reads further digits as thousands of seconds.
"""

import hashlib
from collections.abc import Iterable
from datetime import datetime, timedelta

from infopage.content.catalogue import Catalogue
from infopage.content.model import Item
from infopage.language.dates import Moment

_MINUTE = 60_000


def changed(item: Item, catalogue: Catalogue) -> Moment:
    """Return when an item last changed.

    Expiry and withdrawal also count as changes, and so does publication again after either. Changes with a date in the
    future do not count.
    """
    if catalogue.is_gone(item):
        return gone(item, catalogue)
    back = catalogue.before.back.get(item.id) if catalogue.before else None
    return max(edited(item, catalogue), Moment(back, has_time=True)) if back else edited(item, catalogue)


def edited(item: Item, catalogue: Catalogue) -> Moment:
    """Return when an item's text last changed; its first publication counts as a change."""
    told = (item.updated, *(Moment.on(correction.on) for correction in item.corrections))
    first = catalogue.first_published(item)
    return max((first, *(moment for moment in told if moment and catalogue.has_come(moment.at))))


def notice_id(item: Item) -> str:
    """Return the name of an expired or withdrawn item's notice in the file of first publication times.

    It contains the day of the expiry or withdrawal, so that a later notice about the same item has another name.
    """
    day = item.withdrawn.on if item.withdrawn else item.expires.date if item.expires else None
    assert day
    return f"{item.id}#{day.isoformat()}{'#giau-ten' if item.redacted else ''}"


def gone(item: Item, catalogue: Catalogue) -> Moment:
    """Return when the notice of an item's expiry or withdrawal was first published.

    The result is always later than the last edit of the item, even if the stated day of expiry or withdrawal is not.
    """
    day = Moment.on(item.withdrawn.on) if item.withdrawn else item.expires
    assert day
    before = catalogue.before
    at = max(day.at, edited(item, catalogue).at + timedelta(minutes=1))
    at = max(at, catalogue.minute) if before else at
    return Moment(before.instants.get(notice_id(item), at) if before else at, has_time=True)


def was_seen(item: Item, catalogue: Catalogue) -> bool:
    """Tell whether an expired or withdrawn item was ever on the live site; if not, it needs no notice.

    Without a file of first publication times, every item counts as seen.
    """
    return catalogue.before is None or item.id in catalogue.before.instants


def instants(changes: Iterable[tuple[str, datetime]]) -> dict[str, str]:
    """Return by item id a unique time within the minute of the item's last change, in the format of RFC 3339.

    ``changes`` are the items' ids and times of change. If two items would get the same time, the later one in the order
    of ids gets the next free millisecond. This is done once for all feeds, because an entry is the same in each feed.
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
