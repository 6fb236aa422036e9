"""The age of a release, from the newest date in its signed files.

A server can change the times of files, but not the dates in signed text.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from infopage.content.first_published_file import NAME as FIRST
from infopage.language.dates import format_date
from infopage.release.addresses.ledger import NAME as LEDGER
from infopage.release.addresses.ledger import Ledger

TELLING = (LEDGER, FIRST, "sitemap.xml")
"""The files that contain dates: of the first publication of addresses and items, and of changes to pages."""

_DAY = re.compile(r"(?:^[^#\t\n]*\t|<lastmod>)(\d{4}-\d\d-\d\d)", re.MULTILINE)


def newest(texts: Mapping[str, str]) -> date | None:
    """Return the newest date in ``texts``; None where there is none.

    ``texts`` has the contents of the files ``TELLING`` by name.
    """
    found: list[date] = []
    for text in texts.values():
        for day in _DAY.findall(text):
            try:
                found.append(date.fromisoformat(day))
            except ValueError:
                continue
    return max(found, default=None)


@dataclass(frozen=True)
class KnownLedger:
    """The ledger of the newest release known on this machine, to recognise an older release that is served again.

    ``redacted`` is a function that removes redacted items (withdrawn, with their titles hidden) from a ledger. A newer
    release may lack these items.
    """

    ledger: Ledger
    redacted: Callable[[Ledger], Ledger]


def replayed(text: str | None, known: KnownLedger) -> str:
    """Return a message where a release is older than the ``known`` one (an old release served again), else "".

    ``text`` is the release's ledger (list of all published addresses), None where it has none. A ledger loses entries
    only by redaction, so a release is older where its ledger lacks any other address or anchor of the known ledger.
    """
    try:
        own = Ledger.parse(text or "")
    except ValueError:
        own = Ledger()
    missing = known.ledger.more_than(own, known.redacted)
    if not missing:
        return ""
    return (
        f"{LEDGER}: đây là bản cũ được phát lại, hay đã mất sổ: sổ có {len(own.entries)} địa chỉ, thiếu {len(missing)} "
        f"địa chỉ đã công bố, như “{missing[0] or '.'}”"
    )


def age_line(day: date, today: date) -> str:
    """Return a line for people with the newest date of a release, ``day``, and its age in days."""
    days = (today - day).days
    ago = f"cách đây {days} ngày" if days > 0 else "hôm nay"
    return f"Ngày mới nhất ghi trong bản này: {format_date(day)}, {ago}."
