"""What collections show: their parts with the current items, and for each item where it stands in collections."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from infopage.content.collecting import Part
from infopage.content.model import Chapter, Collection, Item


@dataclass(frozen=True)
class ShownPart:
    """A part of a collection with those of its items that are current; it has at least one."""

    part: Part
    items: tuple[Item, ...]


@dataclass(frozen=True)
class PlaceInCollection:
    """Where an item stands in a collection: its number, from 1, of ``count`` items, and the items before and after."""

    collection: Collection
    number: int
    count: int
    before: Item | None
    after: Item | None


@dataclass(frozen=True)
class Collected:
    """The current collections. ``parts`` are by the id of the collection, ``places`` by the id of the item."""

    parts: Mapping[str, tuple[ShownPart, ...]]
    places: Mapping[str, tuple[PlaceInCollection, ...]]


def collected(current: Sequence[Item]) -> Collected:
    """Return what the collections among the ``current`` items show.

    Items that they name but that are not current are left out.
    """
    collections = [item for item in current if isinstance(item, Collection)]
    by_id = {item.id: item for item in current} if collections else {}
    parts: dict[str, tuple[ShownPart, ...]] = {}
    places: dict[str, list[PlaceInCollection]] = defaultdict(list)
    for collection in sorted(collections, key=lambda one: one.id):
        found = [(part, [by_id.get(member.item.id) for member in part.members]) for part in collection.parts]
        shown = [ShownPart(part, tuple(item for item in items if item)) for part, items in found]
        parts[collection.id] = tuple(part for part in shown if part.items)
        order = [item for part in shown for item in part.items]
        for at, item in enumerate(order):
            before = order[at - 1] if at else None
            after = order[at + 1] if at + 1 < len(order) else None
            places[item.id].append(PlaceInCollection(collection, at + 1, len(order), before, after))
    return Collected(parts, {id: tuple(found) for id, found in places.items()})


def book_path(chapter: Chapter) -> str:
    """Return the path of the Markdown file of a chapter's book, relative to docs/."""
    return f"{chapter.path.rpartition('/')[0]}.md"
