"""Indexes over the items of a catalogue: by the document that they amend, cite or are about, and by topic."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import TypeVar

from infopage.content.acts import RELATIONS
from infopage.content.model import Event, Item, OfficialDocument
from infopage.content.texts import Text

T = TypeVar("T", bound=Item)

Acting = dict[str, dict[str, list[tuple[OfficialDocument, str]]]]
"""The documents that amend, replace, repeal or otherwise refer to each document by a relation in their front matter.

The keys are the id of the document referred to, then the relation (an attribute such as ``amends``). The values are
(referring document, anchor of the provision referred to, or '' for the whole document).
"""


def acting(documents: Sequence[OfficialDocument]) -> Acting:
    """Return the documents that refer to each document by a relation, the earliest first.

    ``documents`` are all documents, newest first.
    """
    found: dict[str, dict[str, list[tuple[OfficialDocument, str]]]] = defaultdict(lambda: defaultdict(list))
    for document in reversed(documents):
        for relation in RELATIONS:
            for reference in getattr(document, relation):
                found[reference.id][relation].append((document, reference.anchor))
    return {id: dict(relations) for id, relations in found.items()}


def about(items: Iterable[Item]) -> dict[str, list[Item]]:
    """Return the items whose key ``van_ban`` names a document, by the document's id, in the order of ``items``."""
    found: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        for reference in getattr(item, "documents", ()):
            found[reference.id].append(item)
    return dict(found)


def of_type(items: Iterable[Item], cls: type[T]) -> tuple[T, ...]:
    """Return the items of a type, in the order of ``items``."""
    return tuple(item for item in items if isinstance(item, cls))


def citing(cited: Iterable[tuple[Item, Iterable[str]]]) -> dict[str, list[Item]]:
    """Return the items whose text cites a document, by its id; ``cited`` are the items with what they cite."""
    found: dict[str, list[Item]] = defaultdict(list)
    for item, documents in cited:
        for id in documents:
            found[id].append(item)
    return dict(found)


def of_topics(items: Iterable[Item]) -> dict[str, list[Item]]:
    """Return the items of each topic, by the topic's id, in the order of ``items``."""
    found: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        for topic in item.topics:
            found[topic].append(item)
    return dict(found)


def of_type_and_topic(items: Iterable[Item]) -> dict[tuple[type[Item], str], list[Item]]:
    """Return the items of each type and topic, by (class, topic id), in the order of ``items``."""
    found: dict[tuple[type[Item], str], list[Item]] = defaultdict(list)
    for item in items:
        for topic in item.topics:
            found[type(item), topic].append(item)
    return dict(found)


def near(
    item: Item, about: Mapping[str, list[Item]], alike: Mapping[tuple[type[Item], str], list[Item]], most: int
) -> tuple[Item, ...]:
    """Return at most ``most`` items related to ``item``, not including it.

    First come the items about the same documents, then those of the same type on the same topics. ``about`` and
    ``alike`` are the results of :func:`about` and :func:`of_type_and_topic` for all items.
    """
    documents = sorted({reference.id for reference in getattr(item, "documents", ())})
    same = (other for id in documents for other in about.get(id, ()))
    of_its_type = (other for id in item.topics for other in alike.get((type(item), id), ()))
    found: dict[str, Item] = {}
    for other in chain(same, of_its_type):
        if other.id != item.id:
            found.setdefault(other.id, other)
        if len(found) == most:
            break
    return tuple(found.values())


def newest_first(texts: Iterable[Text]) -> dict[str, Text]:
    """Return the texts of items by id, the newest first. Items with the same date are in order of id."""
    found = [(text.item, text) for text in texts if isinstance(text.item, Item)]
    found.sort(key=lambda one: one[0].id)
    found.sort(key=lambda one: _day(one[0]), reverse=True)
    return {item.id: text for item, text in found}


def _day(item: Item) -> tuple[int, int, int, int, int]:
    if isinstance(item, OfficialDocument):
        return (item.issued.year, item.issued.earliest.month, item.issued.earliest.day, 0, 0)
    at = item.start.at if isinstance(item, Event) else item.published.at
    return (at.year, at.month, at.day, at.hour, at.minute)
