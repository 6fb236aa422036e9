"""Every file of the feeds, as pieces to be written in order: an entry is written once, whatever feeds have it."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property

from infopage.content.catalogue import Catalogue
from infopage.content.model import Item
from infopage.language.dates import Moment
from infopage.outputs.encoding import absolute
from infopage.outputs.feeds import atom, json_feed, rss
from infopage.outputs.feeds.addresses import encoded
from infopage.outputs.feeds.archives import FRESH, LEAST, Span, archived, key, name, spans
from infopage.outputs.feeds.content import fit
from infopage.outputs.feeds.digest_files import digest_files
from infopage.outputs.feeds.entries import Entry, entry, publisher, tag
from infopage.outputs.feeds.instants import changed, instants
from infopage.outputs.feeds.links import ATOM, FOLDER, JSON, RSS
from infopage.outputs.feeds.notices import is_told, notice
from infopage.outputs.feeds.opml import OPML, opml
from infopage.outputs.feeds.page import Page
from infopage.outputs.feeds.selection import Feed, Group, digest_feeds
from infopage.outputs.feeds.stylesheet import ADDRESS as STYLESHEET
from infopage.outputs.feeds.stylesheet import stylesheet
from infopage.outputs.pages import Settings

Pieces = Sequence[bytes]
"""A file's content in order; most pieces are shared between files."""

_ENTRY = {RSS: rss.item, ATOM: atom.item, JSON: json_feed.item}
_DOCUMENT = {RSS: rss.document, ATOM: atom.document, JSON: json_feed.document}


@dataclass(frozen=True)
class _Written:
    """An item's entry, its last change, and its place by its first publication."""

    said: Entry
    changed: datetime
    key: int

    @cached_property
    def entries(self) -> Mapping[str, bytes]:
        """The entry in each format."""
        return {file: write(self.said) for file, write in _ENTRY.items()}

    @cached_property
    def brief(self) -> Mapping[str, bytes]:
        """The entry in each format, with its summary alone."""
        said = replace(self.said, content="")
        return {file: write(said) for file, write in _ENTRY.items()}

    @cached_property
    def size(self) -> int:
        """The bytes of the entry in the format that takes most."""
        return max(map(len, self.entries.values()))


def feed_files(groups: Sequence[Group], catalogue: Catalogue, settings: Settings) -> dict[str, Pieces]:
    """Return every feed in every format with its archive pages, the OPML of all, and their style sheet, by path."""
    files: dict[str, Pieces] = {}
    items = (*catalogue.current, *(item for item in catalogue.gone if is_told(item, catalogue)))
    changes = {item.id: changed(item, catalogue).at for item in items}
    updated = instants(changes.items())
    written = {i.id: _write(i, changes[i.id], updated[i.id], catalogue, settings) for i in items}
    for group in groups:
        for feed in group.feeds:
            files |= _files(feed, written, catalogue, settings)
    files |= dict(digest_files(catalogue, settings))
    files[OPML] = (opml((*groups, digest_feeds(settings)), catalogue, settings),)
    files[STYLESHEET] = (stylesheet(settings),)
    return files


def _write(item: Item, changed: datetime, updated: str, catalogue: Catalogue, settings: Settings) -> _Written:
    if catalogue.is_gone(item):
        said, at = notice(item, updated, catalogue, settings), Moment(changed, has_time=True)
    else:
        said, at = entry(item, updated, catalogue, settings), catalogue.first_published(item)
    return _Written(said, changed, key(at, item.id))


def _first_day(catalogue: Catalogue) -> datetime:
    return Moment.on(catalogue.registries.identity.feeds.on).at


def _files(feed: Feed, written: Mapping[str, _Written], catalogue: Catalogue, settings: Settings) -> dict[str, Pieces]:
    moment = feed.moment
    keyed = sorted(
        (key(moment(i), i.id) if moment and not catalogue.is_gone(i) else written[i.id].key, i.id) for i in feed.items
    )
    keys = [key for key, _ in keyed]
    entries = [written[id] for _, id in keyed]
    fresh = bisect_left(keys, key(Moment(catalogue.instant - FRESH, has_time=True), ""))
    pages = spans(keys, [one.size for one in entries])
    archives = pages[: archived(pages, fresh)]
    files: dict[str, Pieces] = {}
    for page, held in _pages(feed, entries, archives, catalogue, settings):
        # A week may bring any number: what is beyond the thirty of every day is there by its summary and its link.
        many = 0 if page.is_archive else len(entries) - fresh
        for file, document in _DOCUMENT.items():
            before, after = document(page)
            newest = enumerate(reversed(held))
            told = [(one.brief if LEAST <= at < many else one.entries)[file] for at, one in newest]
            files[page.path(file)] = (before, *_joined(told, file), after)
    return files


def _pages(
    feed: Feed, entries: Sequence[_Written], archives: Sequence[Span], catalogue: Catalogue, settings: Settings
) -> Iterator[tuple[Page, Sequence[_Written]]]:
    """Yield each document of a feed with the entries it holds, oldest first."""
    names = ["", *(name(span.last) for span in archives), ""]
    begun = archives[-1].stop if archives else 0
    held = [*(entries[span.start : span.stop] for span in archives), entries[begun:]]
    left = [(key(one.place, one.id), one.since) for one in feed.left]
    ends = [-1, *(span.last for span in archives)]
    for number, (own, before, found) in enumerate(zip(names[1:], names, held, strict=False)):
        # A date never goes back: what left a document changed it, and the feed is as new as anything in it.
        changes = [one.changed for one in (found if own else entries)]
        changes += [since for at, since in left if not own or ends[number] < at <= ends[number + 1]]
        yield (
            Page(
                settings=settings,
                slug=feed.slug,
                id=tag(FOLDER + feed.slug, catalogue),
                title=fit(feed.link.title),
                description=fit(feed.description),
                home=encoded(absolute(feed.home, settings)),
                publisher=publisher(catalogue, settings),
                updated=max(changes, default=_first_day(catalogue)),
                name=own,
                before=before,
                hub=catalogue.registries.identity.hub,
                after=names[number + 2] if own else "",
            ),
            found,
        )


def _joined(entries: list[bytes], file: str) -> list[bytes]:
    if file != JSON or not entries:
        return entries
    return [piece for one in entries for piece in (one, json_feed.SEPARATOR)][:-1]
