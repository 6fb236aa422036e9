"""The feeds of digests: one entry for each past day or week with new items, in RSS, Atom and JSON Feed."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from textwrap import shorten

from infopage.content.catalogue import Catalogue
from infopage.outputs.feeds.content import MOST as MOST_BYTES
from infopage.outputs.feeds.cutting import cut
from infopage.outputs.feeds.digest import Digest, as_html, digests
from infopage.outputs.feeds.document import Document
from infopage.outputs.feeds.entries import Entry, publisher, tag
from infopage.outputs.feeds.feed_page import feed_page
from infopage.outputs.feeds.formats import FORMATS
from infopage.outputs.feeds.page import FeedPage
from infopage.outputs.feeds.selection import digest_feeds
from infopage.outputs.wording.frame import Settings
from infopage.store.digests import digest

_SUMMARY = 400


def digest_files(catalogue: Catalogue, settings: Settings) -> Iterator[Document]:
    """Yield the files of the daily and the weekly feed, one in each format."""
    told = digests(catalogue)
    around = repr((settings, catalogue.registries)).encode()
    for feed in digest_feeds(settings).feeds:
        held = told[feed.slug]
        page = feed_page(feed, catalogue, settings)
        page = replace(page, updated=held[0].period.end) if held else page
        made_of = digest(around, repr(page).encode(), *(_made_of(one, catalogue).encode() for one in held))
        for file in FORMATS:
            yield Document(page.path(file), made_of, partial(_document, page, file, held, catalogue, settings))


def _made_of(held: Digest, catalogue: Catalogue) -> str:
    return repr((held.period, [(catalogue.by_path[i.path].head, catalogue.is_gone(i)) for i in held.items]))


def _document(page: FeedPage, file: str, held: Sequence[Digest], catalogue: Catalogue, settings: Settings) -> bytes:
    kind = FORMATS[file]
    return kind.document(page, (kind.item(_entry(one, page.home, catalogue, settings)) for one in held))


def _entry(told: Digest, home: str, catalogue: Catalogue, settings: Settings) -> Entry:
    """Return the feed entry of the digest ``told``, the list of the new items of a past day or week.

    The entry links to the home page, whose address is ``home``, because a digest has no page of its own.
    """
    sections = told.sections(catalogue, settings)
    titles = "; ".join(line.title for section in sections for line in section.lines)
    html = cut(as_html(sections), MOST_BYTES)
    return Entry(
        id=tag(told.period.id, catalogue),
        title=told.title,
        address=home,
        summary=shorten(titles, _SUMMARY, placeholder=" …"),
        content=html.replace("]]>", "]]&gt;"),  # entries are written as CDATA, which "]]>" would end
        published=told.period.end,
        updated=told.period.end.isoformat(timespec="milliseconds"),
        authors=(publisher(catalogue, settings),),
        categories=(),
    )
