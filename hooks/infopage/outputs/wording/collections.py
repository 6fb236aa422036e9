"""Where the whole of a collection stands, on one page for printing and as an EPUB, and what its parts are called."""

import posixpath
from collections.abc import Iterator
from html import escape

from infopage.content.addresses import address_of
from infopage.content.catalogue import Catalogue
from infopage.content.collected import ShownPart
from infopage.content.model import Collection, Item
from infopage.language.folding import slug
from infopage.outputs.views.links import TypedLink
from infopage.outputs.wording.encoding import MEDIA_TYPES

WHOLE = "toan-van/"
"""The address, relative to the collection's, of the page with all its items."""


def whole_address(collection: Collection) -> str:
    """Return the address of the page with all items of a collection, for reading in one go and for printing."""
    return address_of(collection.path) + WHOLE


def epub_link(collection: Collection) -> TypedLink:
    """Return the link to the EPUB with all items of a collection."""
    address = address_of(collection.path)
    return TypedLink("EPUB", f"{address}{posixpath.basename(address.rstrip('/'))}.epub", MEDIA_TYPES["epub"])


def anchored_parts(item: Item, catalogue: Catalogue) -> tuple[tuple[str, ShownPart], ...]:
    """Return the parts of a current collection that have current items, each with the anchor of its heading.

    Other items have none. The anchor is made from the name of the part, so that it stays if other parts change.
    """
    if not isinstance(item, Collection):
        return ()
    taken = set(catalogue.text(item).rendered.anchors)
    found: list[tuple[str, ShownPart]] = []
    for shown in catalogue.collections.parts.get(item.id, ()):
        anchor = slug(shown.part.title) or "phan"
        while anchor in taken:
            anchor += "~"
        taken.add(anchor)
        found.append((anchor, shown))
    return tuple(found)


def parts_html(item: Item, catalogue: Catalogue) -> Iterator[str]:
    """Yield the headings and words of a current collection's parts as HTML; nothing for other items."""
    for anchor, shown in anchored_parts(item, catalogue):
        if shown.part.title:
            yield f'<h2 id="{escape(anchor)}">{escape(shown.part.title, quote=False)}</h2>\n'
        if shown.part.words:
            yield f"<p>{escape(shown.part.words, quote=False)}</p>\n"
