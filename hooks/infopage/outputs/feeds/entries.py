"""An item as a feed entry: the data about the item that all feeds and formats share, prepared once."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from infopage.content.acts import RELATIONS
from infopage.content.attached import attached
from infopage.content.catalogue import Catalogue
from infopage.content.columns import column_of
from infopage.content.designations import heading, issuer_names
from infopage.content.field_types.references import Reference
from infopage.content.media import recordings_of
from infopage.content.model import Item, OfficialDocument
from infopage.content.outside import OUTSIDE_MARK, OutsideDocument
from infopage.content.pictured import lead_path, picture_of
from infopage.content.targets import target
from infopage.outputs.feeds.addresses import encoded
from infopage.outputs.feeds.content import fit
from infopage.outputs.renditions.lead import credits_of
from infopage.outputs.wording.bylines import byline
from infopage.outputs.wording.described import described
from infopage.outputs.wording.encoding import absolute, media_type, page_of
from infopage.outputs.wording.feed_links import COLUMNS, ISSUERS, KINDS, TOPICS
from infopage.outputs.wording.frame import Settings
from infopage.outputs.wording.languages import lang


@dataclass(frozen=True)
class Author:
    """The author of an entry; ``address`` is the absolute address of a page about the author, or empty."""

    name: str
    address: str = ""


@dataclass(frozen=True)
class Category:
    """A category of a feed entry: an id, the vocabulary that it is from (a ``tag:`` URI), and a name for readers."""

    term: str
    scheme: str
    label: str


@dataclass(frozen=True)
class Enclosure:
    """A file attached to a feed entry: its absolute address, media type, name and length in bytes.

    ``seconds`` is how long a recording plays; 0 for other files, and if it is unknown.
    """

    address: str
    type: str
    name: str
    length: int
    seconds: int = 0


@dataclass(frozen=True)
class EntryPicture:
    """The lead picture of a feed entry: the absolute address and media type of its file, and words about it."""

    address: str
    type: str
    alt: str
    credit: str


@dataclass(frozen=True)
class Related:
    """A document that the entry's document changes or implements, or that the entry is about.

    ``title`` begins with the relation, such as “Sửa đổi”, if there is one. ``address`` is absolute.
    """

    address: str
    title: str


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A feed entry about one item.

    ``id`` is a ``tag:`` URI (RFC 4151), ``updated`` a date and time (RFC 3339). ``content`` is HTML, or empty if only
    the summary is shown. ``lang`` is the BCP 47 tag of its language; it is empty if the entry is only in feeds in
    Vietnamese, and need not say so. Other texts are NFC without markup. All addresses are absolute.
    """

    id: str
    title: str
    address: str
    summary: str
    content: str
    published: datetime
    updated: str
    authors: tuple[Author, ...]
    categories: tuple[Category, ...]
    number: str = ""
    files: tuple[Enclosure, ...] = ()
    related: tuple[Related, ...] = ()
    picture: EntryPicture | None = None
    lang: str = ""


def tag(specific: str, catalogue: Catalogue) -> str:
    """Return the permanent id of a feed or feed entry: a ``tag:`` URI (RFC 4151) that ends in ``specific``.

    The URI begins with a domain and a day from data/trang.yml (data about the site's owner). They must never change,
    because then feed readers would treat all entries as new.
    """
    authority = catalogue.registries.identity.feeds
    return f"tag:{authority.domain},{authority.on.isoformat()}:{specific}"


def entry(item: Item, updated: str, catalogue: Catalogue, settings: Settings) -> Entry:
    """Return a published item's feed entry without ``content``; ``updated`` is when it last changed (RFC 3339)."""
    return Entry(
        id=tag(item.id, catalogue),
        title=fit(described(item, catalogue).heading),
        address=encoded(page_of(item, settings)),
        summary=fit(described(item, catalogue).summary),
        content="",
        published=catalogue.first_published(item).at,
        updated=updated,
        authors=authors(item, catalogue, settings),
        categories=tuple(categories(item, catalogue)),
        number=str(item.symbol or "") if isinstance(item, OfficialDocument) else "",
        files=tuple(_files(item, catalogue, settings)),
        related=tuple(_related(item, catalogue, settings)),
        picture=_picture(item, settings),
        lang=lang(item, catalogue),
    )


def authors(item: Item, catalogue: Catalogue, settings: Settings) -> tuple[Author, ...]:
    """Return the authors of an item: those who signed it, or else its issuers, its source or the site's publisher.

    Several issuers are one author by name, with the page of the one in charge.
    """
    if signed := byline(item, catalogue):
        return tuple(
            Author(fit(link.text), encoded(absolute(link.address, settings)) if link.address else "") for link in signed
        )
    if isinstance(item, OfficialDocument):
        names = issuer_names(item, catalogue.registries)
        return (Author(fit(names), encoded(absolute(f"van-ban/{item.issuer}/", settings))),)
    if item.origin:
        return (Author(fit(item.origin.author or item.origin.name)),)
    return (publisher(catalogue, settings),)


def publisher(catalogue: Catalogue, settings: Settings) -> Author:
    """Return the organisation that publishes the site, as the author of feeds and entries."""
    return Author(fit(catalogue.registries.identity.organisation), encoded(settings.url))


def categories(item: Item, catalogue: Catalogue) -> Iterator[Category]:
    """Yield the categories of an item's feed entry; the section of the item is the first."""
    lists = catalogue.registries
    yield Category(item.section, tag("muc", catalogue), item.label)
    if isinstance(item, OfficialDocument):
        yield Category(item.kind, tag(KINDS, catalogue), fit(lists.kinds[item.kind].name))
        for id in item.issuers:
            yield Category(id, tag(ISSUERS, catalogue), fit(lists.issuers[id].short_name))
    if id := column_of(item):
        yield Category(id, tag(COLUMNS, catalogue), fit(lists.columns[id].name))
    for id in item.topics:
        yield Category(id, tag(TOPICS, catalogue), fit(lists.topics[id].name))


def _picture(item: Item, settings: Settings) -> EntryPicture | None:
    if not (picture := picture_of(item)):
        return None
    path = lead_path(item)
    address = encoded(absolute(path, settings))
    return EntryPicture(address, media_type(path), fit(picture.alt), fit("; ".join(credits_of(picture))))


def _files(item: Item, catalogue: Catalogue, settings: Settings) -> Iterator[Enclosure]:
    for path in attached(item):
        length = catalogue.library.files[path]
        yield Enclosure(encoded(absolute(path, settings)), media_type(path), fit(posixpath.basename(path)), length)

    for one in recordings_of(item):
        path = one.file.within(item.path)
        file = catalogue.file(path)
        seconds = round(file.recording.seconds) if file.recording else 0
        yield Enclosure(encoded(absolute(path, settings)), media_type(path), fit(one.title), file.size, seconds)


def _related(item: Item, catalogue: Catalogue, settings: Settings) -> Iterator[Related]:
    for relation, (words, _) in RELATIONS.items():
        for reference in dict.fromkeys(getattr(item, relation, ())):
            yield from _target(reference, f"{words}: ", catalogue, settings)
    for reference in dict.fromkeys(getattr(item, "documents", ())):
        yield from _target(reference, "", catalogue, settings)


def _target(reference: Reference, words: str, catalogue: Catalogue, settings: Settings) -> Iterator[Related]:
    found = target(reference.id, catalogue)
    if isinstance(found, OutsideDocument):
        named = f"{heading(found, catalogue.registries)} ({OUTSIDE_MARK})"
        yield Related(encoded(page_of(found, settings)), fit(words + named))
    elif found:
        address = encoded(page_of(found, settings, reference.anchor))
        yield Related(address, fit(words + described(found, catalogue).heading))
