"""The site's notices as feed entries: in a feed of their own and, while shown, in the feed of the whole site."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from functools import partial
from html import escape
from textwrap import shorten

from infopage.content.announced import SiteNotice
from infopage.content.catalogue import Catalogue
from infopage.outputs.feeds.addresses import encoded
from infopage.outputs.feeds.content import fit
from infopage.outputs.feeds.document import Document
from infopage.outputs.feeds.entries import Category, Entry, publisher, tag
from infopage.outputs.feeds.feed_page import feed_page
from infopage.outputs.feeds.formats import FORMATS
from infopage.outputs.feeds.page import FeedPage
from infopage.outputs.feeds.selection import notice_feeds
from infopage.outputs.wording.announced import notice_line
from infopage.outputs.wording.encoding import absolute
from infopage.outputs.wording.feed_links import NOTICES
from infopage.outputs.wording.frame import Settings
from infopage.store.digests import digest

_TITLE = 120


def shown_notices(catalogue: Catalogue, settings: Settings) -> tuple[Entry, ...]:
    """Return the entries of the notices that every page shows now, the newest first."""
    return _entries(
        (one for one in catalogue.registries.notices if one.is_shown(catalogue.has_come)), catalogue, settings
    )


def notice_changes(catalogue: Catalogue) -> Iterator[datetime]:
    """Yield each point in time, until now, at which a notice began or ended."""
    for one in catalogue.registries.notices:
        yield from (moment for moment in (one.since.at, one.end) if catalogue.has_come(moment))


def notice_files(catalogue: Catalogue, settings: Settings) -> Iterator[Document]:
    """Yield the files of the feed of notices: of all that have begun, also those that are over."""
    begun = (one for one in catalogue.registries.notices if catalogue.has_come(one.since.at))
    entries = _entries(begun, catalogue, settings)
    (feed,) = notice_feeds(settings).feeds
    page = replace(feed_page(feed, catalogue, settings), description="Thông báo về hoạt động của trang.")
    page = replace(page, updated=max((entry.published for entry in entries), default=page.updated))
    known = digest(repr((page, entries)).encode())
    for file in FORMATS:
        yield Document(page.path(file), known, partial(_document, page, file, entries))


def _document(page: FeedPage, file: str, entries: tuple[Entry, ...]) -> bytes:
    return FORMATS[file].document(page, map(FORMATS[file].item, entries))


def _entries(notices: Iterable[SiteNotice], catalogue: Catalogue, settings: Settings) -> tuple[Entry, ...]:
    found = sorted(notices, key=lambda one: (one.since.at, one.id), reverse=True)
    return tuple(_entry(one, catalogue, settings) for one in found)


def _entry(notice: SiteNotice, catalogue: Catalogue, settings: Settings) -> Entry:
    line = notice_line(notice, catalogue)
    address = encoded(line.outside or absolute(line.address, settings))
    linked = line.outside or line.address
    link = f' <a href="{escape(address)}">{escape(fit(line.link_words), quote=False)}</a>' if linked else ""
    words = fit(line.text)
    return Entry(
        id=tag(f"{NOTICES}/{notice.id}", catalogue),
        title=f"Thông báo: {shorten(words, _TITLE, placeholder=' …')}",
        address=address,
        summary=words,
        content=f"<p>{escape(words, quote=False)}{link}</p>",
        published=notice.since.at,
        updated=notice.since.at.isoformat(timespec="milliseconds"),
        authors=(publisher(catalogue, settings),),
        categories=(Category(NOTICES, tag("muc", catalogue), "Thông báo"),),
    )
