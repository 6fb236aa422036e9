"""The feeds of digests: an entry for each day or week that is over, in the three formats."""

from collections.abc import Iterator
from textwrap import shorten

from infopage.content.catalogue import Catalogue
from infopage.language.dates import Moment
from infopage.outputs.encoding import absolute
from infopage.outputs.feeds import atom, json_feed, rss
from infopage.outputs.feeds.addresses import encoded
from infopage.outputs.feeds.content import MOST as MOST_BYTES
from infopage.outputs.feeds.content import fit
from infopage.outputs.feeds.cutting import cut
from infopage.outputs.feeds.digest import Digest, as_html, digests
from infopage.outputs.feeds.entries import Entry, publisher, tag
from infopage.outputs.feeds.links import ATOM, FOLDER, JSON, RSS
from infopage.outputs.feeds.page import Page
from infopage.outputs.feeds.selection import digest_feeds
from infopage.outputs.pages import Settings

_FORMATS = {RSS: rss, ATOM: atom, JSON: json_feed}
_SUMMARY = 400


def digest_files(catalogue: Catalogue, settings: Settings) -> Iterator[tuple[str, bytes]]:
    """Yield each file of the feeds of digests by its path."""
    told, home = digests(catalogue), encoded(absolute("", settings))
    for feed in digest_feeds(settings).feeds:
        entries = [_entry(digest, home, catalogue, settings) for digest in told[feed.slug]]
        last = told[feed.slug][0].period.end if entries else Moment.on(catalogue.registries.identity.feeds.on).at
        page = Page(
            settings=settings,
            slug=feed.slug,
            id=tag(FOLDER + feed.slug, catalogue),
            title=fit(feed.link.title),
            description=fit(feed.description),
            home=home,
            publisher=publisher(catalogue, settings),
            updated=last,
            hub=catalogue.registries.identity.hub,
        )
        for file, written in _FORMATS.items():
            before, after = written.document(page)
            pieces = [written.item(entry) for entry in entries]
            yield page.path(file), before + (json_feed.SEPARATOR if file == JSON else b"").join(pieces) + after


def _entry(digest: Digest, home: str, catalogue: Catalogue, settings: Settings) -> Entry:
    """Return a digest's entry; it has no page of its own, so it leads to the first page of the site."""
    sections = digest.sections(catalogue, settings)
    titles = "; ".join(line.title for section in sections for line in section.lines)
    html = cut(as_html(sections), MOST_BYTES)
    return Entry(
        id=tag(digest.period.id, catalogue),
        title=digest.title,
        address=home,
        summary=shorten(titles, _SUMMARY, placeholder=" …"),
        content=html.replace("]]>", "]]&gt;"),  # it would end the CDATA that entries are written in
        published=digest.period.end,
        updated=digest.period.end.isoformat(timespec="milliseconds"),
        author=publisher(catalogue, settings),
        categories=(),
        number="",
        files=(),
        related=(),
    )
