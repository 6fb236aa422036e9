"""Every file of the feeds, as pieces to be written in order: an entry is written once, whatever feeds have it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from infopage.content.catalogue import Catalogue
from infopage.content.model import Item
from infopage.language.dates import Moment
from infopage.outputs.encoding import absolute
from infopage.outputs.feeds import atom, json_feed, rss
from infopage.outputs.feeds.addresses import encoded
from infopage.outputs.feeds.archives import Span, archived, key, name, spans
from infopage.outputs.feeds.content import fit
from infopage.outputs.feeds.entries import entry, publisher, tag
from infopage.outputs.feeds.instants import changed, instants
from infopage.outputs.feeds.links import ATOM, FOLDER, JSON, RSS
from infopage.outputs.feeds.opml import OPML, opml
from infopage.outputs.feeds.page import Page
from infopage.outputs.feeds.selection import Feed, Group, published
from infopage.outputs.feeds.stylesheet import ADDRESS as STYLESHEET
from infopage.outputs.feeds.stylesheet import stylesheet
from infopage.outputs.pages import Settings

Pieces = Sequence[bytes]
"""A file's content in order; most pieces are shared between files."""

_ENTRY = {RSS: rss.item, ATOM: atom.item, JSON: json_feed.item}
_DOCUMENT = {RSS: rss.document, ATOM: atom.document, JSON: json_feed.document}


@dataclass(frozen=True)
class _Written:
    """An item's entry in each format, its last change, and its place by the day it was published."""

    item: Item
    entries: Mapping[str, bytes]
    size: int
    changed: datetime
    key: int


def feed_files(groups: Sequence[Group], catalogue: Catalogue, settings: Settings) -> dict[str, Pieces]:
    """Return every feed in every format with its archive pages, the OPML of all, and their style sheet, by path."""
    files: dict[str, Pieces] = {}
    changes = {item.id: changed(item, catalogue).at for item in catalogue.current}
    updated = instants(changes.items())
    written = {i.id: _write(i, changes[i.id], updated[i.id], catalogue, settings) for i in catalogue.current}
    for group in groups:
        for feed in group.feeds:
            files |= _files(feed, written, catalogue, settings)
    files[OPML] = (opml(groups, catalogue, settings),)
    files[STYLESHEET] = (stylesheet(settings),)
    return files


def _write(item: Item, changed: datetime, updated: str, catalogue: Catalogue, settings: Settings) -> _Written:
    said = entry(item, updated, catalogue, settings)
    entries = {file: write(said) for file, write in _ENTRY.items()}
    return _Written(item, entries, max(map(len, entries.values())), changed, key(item.published, item.id))


def _first_day(catalogue: Catalogue) -> datetime:
    return Moment.on(catalogue.registries.identity.feeds.on).at


def _files(feed: Feed, written: Mapping[str, _Written], catalogue: Catalogue, settings: Settings) -> dict[str, Pieces]:
    by_day = feed.moment is published
    keyed = sorted((written[i.id].key if by_day else key(feed.moment(i), i.id), i.id) for i in feed.items)
    entries = [written[id] for _, id in keyed]
    pages = spans([key for key, _ in keyed], [one.size for one in entries])
    count = archived(pages)
    files: dict[str, Pieces] = {}
    for page, held in _pages(feed, entries, pages[:count], catalogue, settings):
        for file, document in _DOCUMENT.items():
            before, after = document(page)
            files[page.path(file)] = (before, *_joined([one.entries[file] for one in reversed(held)], file), after)
    return files


def _pages(
    feed: Feed, entries: Sequence[_Written], archives: Sequence[Span], catalogue: Catalogue, settings: Settings
) -> Iterator[tuple[Page, Sequence[_Written]]]:
    """Yield each document of a feed with the entries it holds, oldest first."""
    names = ["", *(name(span.last) for span in archives), ""]
    begun = archives[-1].stop if archives else 0
    held = [*(entries[span.start : span.stop] for span in archives), entries[begun:]]
    for number, (own, before, found) in enumerate(zip(names[1:], names, held, strict=False)):
        yield (
            Page(
                settings=settings,
                slug=feed.slug,
                id=tag(FOLDER + feed.slug, catalogue),
                title=fit(feed.link.title),
                description=fit(feed.description),
                home=encoded(absolute(feed.home, settings)),
                publisher=publisher(catalogue, settings),
                updated=max((one.changed for one in found), default=_first_day(catalogue)),
                name=own,
                before=before,
                after=names[number + 2] if own else "",
            ),
            found,
        )


def _joined(entries: list[bytes], file: str) -> list[bytes]:
    if file != JSON or not entries:
        return entries
    return [piece for one in entries for piece in (one, json_feed.SEPARATOR)][:-1]
