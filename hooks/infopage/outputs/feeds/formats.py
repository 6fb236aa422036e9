"""The formats of every feed: the name of each, and the functions that write its documents."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from infopage.outputs.feeds import atom, json_feed, rss
from infopage.outputs.feeds.entries import Entry
from infopage.outputs.feeds.page import FeedPage
from infopage.outputs.wording.feed_links import ATOM, JSON, RSS


@dataclass(frozen=True)
class Format:
    """One format: ``item`` writes an entry, ``around`` the parts of a document before and after all entries."""

    name: str
    item: Callable[[Entry], bytes]
    around: Callable[[FeedPage], tuple[bytes, bytes]]
    separator: bytes = b""

    def document(self, page: FeedPage, items: Iterable[bytes]) -> bytes:
        """Return a document with entries that are already written."""
        before, after = self.around(page)
        return before + self.separator.join(items) + after


FORMATS = {
    RSS: Format("RSS", rss.item, rss.document),
    ATOM: Format("Atom", atom.item, atom.document),
    JSON: Format("JSON", json_feed.item, json_feed.document, json_feed.SEPARATOR),
}
"""The formats by file name."""
