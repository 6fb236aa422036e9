"""Atom 1.0 (RFC 4287): an entry, a document round its entries."""

from infopage.outputs.feeds.entries import Author, Entry
from infopage.outputs.feeds.generator import Envelope, Item
from infopage.outputs.feeds.links import ATOM, MEDIA_TYPES
from infopage.outputs.feeds.page import Page
from infopage.outputs.feeds.xml import ends, piece


def item(entry: Entry) -> bytes:
    """Return an entry; all its files are enclosures."""
    one = Item()
    one.id(entry.id)
    one.title(entry.title)
    one.updated_text = entry.updated
    one.published(entry.published)
    one.author(_person(entry.author))
    one.link(href=entry.address, rel="alternate", type="text/html")
    for file in entry.files:
        one.link(href=file.address, rel="enclosure", type=file.type, title=file.name, length=str(file.length))
    for related in entry.related:
        one.link(href=related.address, rel="related", type="text/html", title=related.title)
    one.category([{"term": c.term, "scheme": c.scheme, "label": c.label} for c in entry.categories])
    one.summary(entry.summary)
    if entry.content:
        one.content(entry.content, type="CDATA")
    return piece(one.atom_entry(), {})


def _person(author: Author) -> dict[str, str]:
    return {"name": author.name, "uri": author.address} if author.address else {"name": author.name}


def document(page: Page) -> tuple[bytes, bytes]:
    """Return what comes before and after the entries."""
    envelope = Envelope(page.home)
    envelope.id(page.id)
    envelope.title(page.title)
    envelope.subtitle(page.description)
    envelope.language("vi")
    envelope.generator("infopage")
    envelope.updated(page.updated)
    envelope.author(_person(page.publisher))
    envelope.link(href=page.address(ATOM), rel="self", type=MEDIA_TYPES[ATOM])
    envelope.history.links = page.history(ATOM)
    envelope.history.archive = page.is_archive
    return ends(envelope.atom_str(), b"</feed>", page.path(ATOM))
