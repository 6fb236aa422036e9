"""What pages show of collections: the parts on a collection's own page, and where an item stands on the item's page."""

from collections.abc import Iterator

from infopage.content.addresses import address_of
from infopage.content.catalogue import Catalogue
from infopage.content.collected import book_path
from infopage.content.model import Chapter, Collection, Item
from infopage.content.rendered import Heading
from infopage.outputs.views.collections import CollectionPlaceView, CollectionView, PartView
from infopage.outputs.views.links import Link
from infopage.outputs.wording.cards import kind_of
from infopage.outputs.wording.collections import anchored_parts, epub_link, whole_address
from infopage.outputs.wording.described import described


def collection_view(collection: Collection, catalogue: Catalogue) -> CollectionView:
    """Return the parts of a collection with the cards of its items, and the links to the whole of it."""
    parts = anchored_parts(collection, catalogue)
    items = [item for _, shown in parts for item in shown.items]
    unit = "chương" if items and all(isinstance(item, Chapter) for item in items) else "mục"
    return CollectionView(
        parts=tuple(
            PartView(
                anchor,
                shown.part.title,
                shown.part.words,
                tuple(described(item, catalogue).card for item in shown.items),
            )
            for anchor, shown in parts
        ),
        total=f"{len(items)} {unit}",
        whole=whole_address(collection),
        epub=epub_link(collection),
        is_numbered=collection.is_book,
    )


def part_headings(item: Item, catalogue: Catalogue) -> Iterator[Heading]:
    """Yield the headings of a collection's parts for the contents of its page; nothing for other items."""
    for anchor, shown in anchored_parts(item, catalogue):
        if shown.part.title:
            yield Heading(2, anchor, shown.part.title)


def standing(item: Item, catalogue: Catalogue) -> tuple[CollectionPlaceView, ...]:
    """Return where an item stands in each collection that shows it, with links to the items before and after it."""
    return tuple(
        CollectionPlaceView(
            Link(one.collection.title, address_of(one.collection.path)),
            kind_of(one.collection),
            f"{one.number} trên {one.count}",
            _link(one.before, catalogue),
            _link(one.after, catalogue),
        )
        for one in catalogue.collections.places.get(item.id, ())
    )


def book_of(chapter: Chapter, catalogue: Catalogue) -> Collection | None:
    """Return the book of a chapter; None if it is not public, or no longer."""
    books = (one.collection for one in catalogue.collections.places.get(chapter.id, ()))
    return next((book for book in books if book.path == book_path(chapter)), None)


def _link(item: Item | None, catalogue: Catalogue) -> Link | None:
    if item is None:
        return None
    told = described(item, catalogue)
    return Link(told.heading, told.address)
