"""Writes feed files in RSS 2.0 (rssboard.org, with the RSS Profile): the items, and the beginning and end of a file."""

from html import escape

from infopage.outputs.feeds.entries import Enclosure, Entry
from infopage.outputs.feeds.generator import RSS_NAMESPACES, Envelope, RssItem
from infopage.outputs.feeds.page import FeedPage
from infopage.outputs.feeds.xml import ends, piece
from infopage.outputs.wording.feed_links import MEDIA_TYPES, PODCAST, RSS


def item(entry: Entry) -> bytes:
    """Return an entry as an RSS item. Its only enclosure is its first audio file, else its first video or PDF.

    Related documents are left out, because some RSS readers treat any ``atom:link`` of an item as the link to its page.
    """
    one = RssItem()
    one.guid(entry.id, permalink=False)
    one.title(entry.title)
    one.link(href=entry.address)
    one.description(escape(entry.summary, quote=False))
    if entry.content:
        one.content(entry.content, type="CDATA")
    one.published(entry.published)
    one.category([{"term": c.term, "scheme": c.scheme, "label": c.label} for c in entry.categories])
    if main := _main(entry):
        one.enclosure(main.address, main.length, main.type)
        one.seconds = main.seconds
    one.creators = tuple(author.name for author in entry.authors)
    one.identifier, one.picture = entry.number, entry.picture
    return _profiled(piece(one.rss_entry(), RSS_NAMESPACES))


def _main(entry: Entry) -> Enclosure | None:
    """Return the file that programs for podcasts play, or else the one that readers may want most."""
    for kind in ("audio/", "video/", "application/pdf"):
        if found := next((file for file in entry.files if file.type.startswith(kind)), None):
            return found
    return None


def _profiled(written: bytes) -> bytes:
    """Return an RSS item, given as its XML, with ``&`` and ``<`` in its title encoded as the RSS Profile recommends.

    So no feed reader takes them for HTML.
    """
    before, title, rest = written.partition(b"<title>")
    text, end, after = rest.partition(b"</title>")
    if b"&" not in text:
        return written
    return before + title + text.replace(b"&amp;", b"&#x26;").replace(b"&lt;", b"&#x3C;") + end + after


def document(page: FeedPage) -> tuple[bytes, bytes]:
    """Return the beginning and the end of the feed file for ``page``. Its items come between them."""
    envelope = Envelope(page.home)
    envelope.title(page.title)
    envelope.description(escape(page.description, quote=False))
    envelope.language(page.lang)
    envelope.generator("infopage")
    envelope.lastBuildDate(page.updated)
    envelope.link(href=page.address(RSS), rel="self", type=MEDIA_TYPES[RSS])
    envelope.history.links = page.history(RSS)
    envelope.history.podcast_author = page.publisher.name if page.slug == PODCAST else ""
    before, after = ends(envelope.rss_str(), b"</channel>", page.path(RSS))
    return _profiled(before), after
