"""Finds what a reference or link by id leads to: a public item of this site, or a document that is not on it."""

from infopage.content.catalogue import Catalogue
from infopage.content.model import Item, OfficialDocument
from infopage.content.outside import AnyDocument, OutsideDocument


def target(id: str, catalogue: Catalogue) -> Item | OutsideDocument | None:
    """Return the public item or the outside document with an id; None if there is none, or it is not public."""
    outside = catalogue.registries.outside
    if id in outside:
        return outside[id]
    text = catalogue.public.get(id)
    return text.item if text and isinstance(text.item, Item) else None


def document_of(id: str, catalogue: Catalogue) -> AnyDocument | None:
    """Return the official document with an id, on this site or not; None if there is none, or it is not public."""
    found = target(id, catalogue)
    return found if isinstance(found, OfficialDocument | OutsideDocument) else None
