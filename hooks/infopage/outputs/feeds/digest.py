"""Digests: lists of the items first published in a day or a week, for sending by mail.

A digest is made when its period is over in Hà Nội time. Items published later are not added to it. It changes
only if one of its items expires or is withdrawn, or if a title or summary is edited. A day or week in which no item was
first published has no digest.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from html import escape
from itertools import islice

from infopage.content.catalogue import Catalogue
from infopage.content.languages import in_vietnamese
from infopage.content.model import ITEM_TYPES, Event, Item
from infopage.language.dates import Moment, format_date
from infopage.outputs.feeds.addresses import encoded
from infopage.outputs.feeds.content import fit
from infopage.outputs.wording.described import described
from infopage.outputs.wording.encoding import page_of
from infopage.outputs.wording.feed_links import DAILY, WEEKLY
from infopage.outputs.wording.frame import Settings

MOST = {DAILY: 30, WEEKLY: 26}
"""The most digests in each feed: daily ones for about a month, weekly ones for about half a year."""


@dataclass(frozen=True)
class Period:
    """A day, or a week from Monday to Sunday; ``first`` is its first day, ``after`` the day after its last day."""

    first: date
    after: date

    @classmethod
    def day(cls, day: date) -> "Period":
        """Return the period of one day."""
        return cls(day, day + timedelta(days=1))

    @classmethod
    def week(cls, day: date) -> "Period":
        """Return the week that contains a day."""
        monday = day - timedelta(days=day.weekday())
        return cls(monday, monday + timedelta(days=7))

    @property
    def end(self) -> datetime:
        """The midnight in Hà Nội at which the digest's period (a day or week) ends."""
        return Moment.on(self.after).at

    @property
    def last(self) -> date:
        """The last day of the digest's period."""
        return self.after - timedelta(days=1)

    @property
    def id(self) -> str:
        """The unique name of the digest's period: ``hang-ngay/2026-11-22`` or ``hang-tuan/2026-W47`` (ISO 8601)."""
        if self.first == self.last:
            return f"{DAILY}/{self.first.isoformat()}"
        year, week, _ = self.first.isocalendar()
        return f"{WEEKLY}/{year}-W{week:02}"

    def __str__(self) -> str:
        if self.first == self.last:
            return f"ngày {format_date(self.first)}"
        return f"tuần từ ngày {format_date(self.first)} đến ngày {format_date(self.last)}"


@dataclass(frozen=True)
class DigestLine:
    """An item in a digest. If it is expired or withdrawn, ``title`` says only this, and ``address`` is empty."""

    title: str
    summary: str
    address: str


@dataclass(frozen=True)
class Section:
    """The part of a digest with the items of one type (documents, news, guides or events)."""

    label: str
    lines: tuple[DigestLine, ...]


@dataclass(frozen=True)
class Digest:
    """The items first published in a period. Only a digest with at least one item is published."""

    period: Period
    items: tuple[Item, ...]

    @property
    def title(self) -> str:
        """The title of the digest's feed entry. In the subject of its mail, the site's name comes before it."""
        return f"{len(self.items)} mục mới, {self.period}"

    def sections(self, catalogue: Catalogue, settings: Settings) -> tuple[Section, ...]:
        """Return the digest's items grouped by type, in the order of the site's sections."""
        of = {cls: [item for item in self.items if isinstance(item, cls)] for cls in ITEM_TYPES}
        return tuple(
            Section(cls.label, tuple(_line(item, catalogue, settings) for item in items))
            for cls, items in of.items()
            if items
        )


def _told(catalogue: Catalogue) -> Iterator[Item]:
    """Yield the public items in Vietnamese, also those that have expired or were withdrawn."""
    return in_vietnamese(text.item for text in catalogue.public.values() if isinstance(text.item, Item))


def digests(catalogue: Catalogue) -> Mapping[str, Sequence[Digest]]:
    """Return the digests of past days and weeks, by the slug (folder name) of the daily and of the weekly feed.

    The newest digest is first; each feed has at most ``MOST``.
    """
    found: dict[str, Sequence[Digest]] = {}
    days: dict[date, list[Item]] = defaultdict(list)
    for item in _told(catalogue):
        days[catalogue.first_published(item).date].append(item)
    for slug, around in ((DAILY, Period.day), (WEEKLY, Period.week)):
        items: dict[Period, list[Item]] = defaultdict(list)
        for day, new in days.items():
            items[around(day)] += new
        over = sorted((p for p in items if catalogue.has_come(p.end)), key=lambda p: p.first, reverse=True)
        told = (_digest(period, items[period], catalogue) for period in over)
        found[slug] = list(islice((digest for digest in told if digest.items), MOST[slug]))
    return found


def digest_of(period: Period, catalogue: Catalogue) -> Digest:
    """Return the digest of a period, which has no items if nothing was published in it."""
    new = [item for item in _told(catalogue) if period.first <= catalogue.first_published(item).date < period.after]
    return _digest(period, new, catalogue)


def _digest(period: Period, items: Sequence[Item], catalogue: Catalogue) -> Digest:
    there = (item for item in items if not _went_before(item, period))
    return Digest(period, tuple(sorted(there, key=lambda item: (catalogue.first_published(item), item.id))))


def _went_before(item: Item, period: Period) -> bool:
    """Tell whether an item had expired or been withdrawn before the period ended.

    Then it is not in the period's digest.
    """
    expired = item.expires is not None and item.expires.at <= period.end
    return expired or (item.withdrawn is not None and item.withdrawn.on < period.after)


def _line(item: Item, catalogue: Catalogue, settings: Settings) -> DigestLine:
    if item.withdrawn:
        return DigestLine(f"Một mục đã bị thu hồi ngày {format_date(item.withdrawn.on)}", "", "")
    if item.expires and catalogue.is_gone(item):
        return DigestLine(f"Một mục đã hết hạn đăng từ ngày {format_date(item.expires.date)}", "", "")
    mark = " (minh họa)" if item.illustrative else ""
    when = f"Bắt đầu {item.start}, {item.place}. " if isinstance(item, Event) else ""
    return DigestLine(
        fit(described(item, catalogue).heading + mark), fit(when + item.summary), encoded(page_of(item, settings))
    )


def as_html(sections: Sequence[Section], level: int = 2) -> str:
    """Return the sections of a digest as HTML: a heading for each section, a paragraph for each item.

    The headings are ``h2`` elements if ``level`` is 2.
    """
    blocks = []
    for section in sections:
        blocks.append(f"<h{level}>{escape(section.label, quote=False)}</h{level}>")
        for line in section.lines:
            title = escape(line.title, quote=False)
            linked = f'<a href="{escape(line.address)}">{title}</a>' if line.address else title
            summary = f"<br>{escape(line.summary, quote=False)}" if line.summary else ""
            blocks.append(f"<p>{linked}{summary}</p>")
    return "\n".join(blocks)


def as_text(sections: Sequence[Section]) -> str:
    """Return the sections of a digest as plain text, for mail programs that show no HTML."""
    blocks = []
    for section in sections:
        blocks.append(section.label.upper())
        blocks += ("\n".join(filter(None, (f"- {line.title}", line.summary, line.address))) for line in section.lines)
    return "\n\n".join(blocks) + "\n"
