"""The site's RSS 2.0 feed, by feedgen, with full content and absolute addresses."""

import re
from collections.abc import Iterable
from datetime import date, datetime
from urllib.parse import quote, urljoin

from feedgen.feed import FeedGenerator

from infopage.content.catalogue import Catalogue
from infopage.content.model import Event, Item, NewsItem, OfficialDocument, StudyGuide
from infopage.content.safe_html import clean
from infopage.language.dates import Moment
from infopage.outputs.items import heading, summary
from infopage.outputs.pages import WHOLE_SITE_FEED, Settings

NEWEST = 30
"""Entries in the feed."""

_NOTICE = "<p><strong>Nội dung minh họa, không phải của cơ quan nào có thật.</strong></p>\n"


def whole_site_feed(catalogue: Catalogue, settings: Settings) -> bytes:
    """Return the RSS document of the newest items of all sections, by the day they were made public."""
    identity = catalogue.registries.identity
    items = sorted(catalogue.current, key=lambda item: (item.published.at, item.id), reverse=True)[:NEWEST]
    feed = FeedGenerator()
    feed.title(settings.name)
    feed.description(identity.description)
    feed.language("vi")
    feed.link(href=urljoin(settings.url, WHOLE_SITE_FEED), rel="self", type="application/rss+xml")
    feed.link(href=settings.url, rel="alternate")  # the last link added becomes the channel's <link>
    feed.generator("infopage")
    feed.lastBuildDate(_changed(items, identity.feeds.on))
    for item in reversed(items):  # feedgen puts each new entry first
        _entry(feed, item, catalogue, settings)
    rss: bytes = feed.rss_str(pretty=True)
    return rss


def _changed(items: Iterable[Item], begun: date) -> datetime:
    """Return the last change of any entry, so that an unchanged feed keeps its bytes; without any, its first day."""
    return max((item.changed.at for item in items), default=Moment.on(begun).at)


def _entry(feed: FeedGenerator, item: Item, catalogue: Catalogue, settings: Settings) -> None:
    assert isinstance(item, OfficialDocument | NewsItem | StudyGuide | Event)
    authority = catalogue.registries.identity.feeds
    page = urljoin(settings.url, quote(item.path.removesuffix(".md") + "/"))
    entry = feed.add_entry()
    entry.guid(f"tag:{authority.domain},{authority.on.isoformat()}:{item.id}", permalink=False)
    entry.title(heading(item, catalogue))
    entry.link(href=page)
    entry.published(item.published.at)
    entry.description(summary(item, catalogue))
    content = (_NOTICE if item.illustrative else "") + _absolute(catalogue.html(item), page)
    if content.strip():
        entry.content(content, type="CDATA")
    for topic in item.topics:
        entry.category(term=catalogue.registries.topics[topic].name)


def _absolute(html: str, page: str) -> str:
    """Return a body for reading elsewhere: addresses absolute, no ids."""

    def attribute(tag: str, name: str, value: str) -> str | None:
        if name in ("href", "src"):
            return urljoin(page, value)
        return None if name in ("id", "tabindex", "role", "aria-label", "class", "loading") else value

    return re.sub(r"</?div>\n?", "", clean(html, attribute))
