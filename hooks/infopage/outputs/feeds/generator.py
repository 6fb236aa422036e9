"""Corrects the faults of feedgen, the library that writes RSS.

The faults of feedgen 1.0.0, unchanged since 2023:

* An RSS item drops authors without a mail address.
* The channel's ``<link>`` is the last link added.
* Of the links to other feed files (``atom:link``), only the first with ``rel="self"`` is written.
* A missing date becomes the current time.
* Control characters raise an error (content.py removes them).

These parts of feedgen are not used: ``add_entry``, which puts new entries first; the modules for syndication and media,
whose output is invalid; and Atom, which atom.py writes.
"""

from typing import Any

from feedgen.entry import FeedEntry
from feedgen.ext.base import BaseExtension
from feedgen.feed import FeedGenerator
from lxml import etree

from infopage.outputs.feeds.entries import EntryPicture

ATOM = "http://www.w3.org/2005/Atom"
CONTENT = "http://purl.org/rss/1.0/modules/content/"
DC = "http://purl.org/dc/elements/1.1/"
ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd"
MEDIA = "http://search.yahoo.com/mrss/"
RSS_NAMESPACES = {"atom": ATOM, "content": CONTENT, "dc": DC, "itunes": ITUNES, "media": MEDIA}

Element = Any
"""An lxml element; the library is not typed."""


class RssItem(FeedEntry):  # type: ignore[misc]  # feedgen is not typed
    """An RSS item, without feedgen's fault that drops authors."""

    creators: tuple[str, ...] = ()
    identifier = ""
    picture: EntryPicture | None = None
    seconds = 0

    def rss_entry(self, extensions: bool = True) -> Element:
        """Return the RSS item, with its authors and number (Dublin Core) and its lead picture (Media RSS).

        Programs for podcasts read the length of a recording in the elements of iTunes.
        """
        item = super().rss_entry(extensions)
        for name, text in (*(("creator", one) for one in self.creators), ("identifier", self.identifier)):
            if text:
                etree.SubElement(item, f"{{{DC}}}{name}").text = text
        if self.seconds:
            etree.SubElement(item, f"{{{ITUNES}}}duration").text = str(self.seconds)
        if self.picture:
            about = {"url": self.picture.address, "type": self.picture.type, "medium": "image"}
            media = etree.SubElement(item, f"{{{MEDIA}}}content", about)
            etree.SubElement(media, f"{{{MEDIA}}}description", {"type": "plain"}).text = self.picture.alt
            if self.picture.credit:
                etree.SubElement(media, f"{{{MEDIA}}}credit").text = self.picture.credit
        return item


class _History(BaseExtension):  # type: ignore[misc]  # feedgen is not typed
    """A feedgen extension that writes the links to a feed's archive pages (RFC 5005), and what podcasts need."""

    def __init__(self) -> None:
        self.links: list[dict[str, str]] = []
        self.podcast_author = ""

    def extend_ns(self) -> dict[str, str]:
        return {"dc": DC, "itunes": ITUNES, "media": MEDIA}

    def extend_rss(self, feed: Element) -> None:
        channel = feed.find("channel")
        for link in self.links:
            etree.SubElement(channel, f"{{{ATOM}}}link", link)
        if self.podcast_author:
            etree.SubElement(channel, f"{{{ITUNES}}}author").text = self.podcast_author
            etree.SubElement(channel, f"{{{ITUNES}}}explicit").text = "false"
            etree.SubElement(channel, f"{{{ITUNES}}}category", {"text": "Government"})


class Envelope(FeedGenerator):  # type: ignore[misc]  # feedgen is not typed
    """An RSS file without its entries; ``home`` is the address of the web page to which the feed belongs.

    All dates must be set, because feedgen replaces a missing date by the current time.
    """

    history: _History

    def __init__(self, home: str) -> None:
        super().__init__()
        self.register_extension("history", _History)
        self.link(href=home, rel="alternate", type="text/html")
        self._home = home

    def _create_rss(self, extensions: bool = True) -> tuple[Element, Element]:
        feed, document = super()._create_rss(extensions)
        feed.find("channel/link").text = self._home
        return feed, document
