"""The formats of feeds (RSS, Atom, JSON Feed): the name of each, and the functions that write its files."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from infopage.outputs.feeds import atom, json_feed, rss
from infopage.outputs.feeds.entries import Entry
from infopage.outputs.feeds.page import FeedPage
from infopage.outputs.wording.feed_links import ATOM, JSON, RSS


@dataclass(frozen=True)
class Format:
    """A feed format.

    ``item`` writes one entry. ``around`` returns the beginning and the end of a feed file, between which the entries
    come. ``separator`` stands between two entries.
    """

    name: str
    item: Callable[[Entry], bytes]
    around: Callable[[FeedPage], tuple[bytes, bytes]]
    separator: bytes = b""

    def document(self, page: FeedPage, items: Iterable[bytes]) -> bytes:
        """Return the content of the feed file for ``page``; ``items`` are its entries, already written."""
        before, after = self.around(page)
        return before + self.separator.join(items) + after


FORMATS = {
    RSS: Format("RSS", rss.item, rss.document),
    ATOM: Format("Atom", atom.item, atom.document),
    JSON: Format("JSON", json_feed.item, json_feed.document, json_feed.SEPARATOR),
}
"""The formats, by the name of a feed's file in each."""
