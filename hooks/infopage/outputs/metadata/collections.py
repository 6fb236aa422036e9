"""Collections as JSON-LD entities of schema.org: Collection, or Book with its Chapters."""

from infopage.content.catalogue import Catalogue
from infopage.content.model import Chapter, Collection, Event
from infopage.outputs.metadata.works import TERMS, Entity, work
from infopage.outputs.wording.collections import epub_link
from infopage.outputs.wording.described import described
from infopage.outputs.wording.encoding import absolute, page_of, stamp
from infopage.outputs.wording.frame import Settings


def collection_entity(collection: Collection, catalogue: Catalogue, settings: Settings) -> Entity:
    """Return the entity of a collection, which has its items as parts, in order.

    Events are mentioned only, because schema.org has no events as parts of works.
    """
    items = [item for part in catalogue.collections.parts[collection.id] for item in part.items]
    named = [
        {"@type": _type(item), "@id": page_of(item, settings), "name": described(item, catalogue).heading}
        for item in items
        if not isinstance(item, Event)
    ]
    events = [
        {"@type": "Event", "@id": page_of(item, settings), "name": item.title, "startDate": stamp(item.start)}
        for item in items
        if isinstance(item, Event)
    ]
    link = epub_link(collection)
    entity: Entity = {
        "@type": "Book" if collection.is_book else "Collection",
        **work(collection, catalogue, settings),
        "hasPart": named,
        "mentions": events,
        "encoding": [
            {"@type": "MediaObject", "contentUrl": absolute(link.address, settings), "encodingFormat": link.type}
        ],
    }
    if collection.is_book:
        entity["bookFormat"] = f"{TERMS}EBook"
    return entity


def chapter_entity(chapter: Chapter, catalogue: Catalogue, settings: Settings) -> Entity:
    """Return the entity of a chapter, with its book and its position there if the book is public."""
    places = catalogue.collections.places.get(chapter.id, ())
    own = next((one for one in places if one.collection.is_book), None)
    entity: Entity = {"@type": "Chapter", **work(chapter, catalogue, settings)}
    if own:
        book = {"@type": "Book", "@id": page_of(own.collection, settings), "name": own.collection.title}
        entity |= {"isPartOf": book, "position": own.number}
    return entity


def _type(item: object) -> str:
    if isinstance(item, Collection):
        return "Book" if item.is_book else "Collection"
    return "Chapter" if isinstance(item, Chapter) else "CreativeWork"
