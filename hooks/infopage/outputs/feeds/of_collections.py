"""The feed of each collection: the items that were added to it, the latest added first."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from infopage.content.addresses import address_of
from infopage.content.catalogue import Catalogue
from infopage.content.indexes import of_type
from infopage.content.model import Collection, Item
from infopage.language.dates import Moment
from infopage.outputs.feeds.feed import Feed, feed
from infopage.outputs.feeds.instants import gone
from infopage.outputs.wording.feed_links import collection_feed
from infopage.outputs.wording.frame import Settings, section
from infopage.outputs.wording.taken_back import REDACTED


def collection_feeds(catalogue: Catalogue, settings: Settings) -> Iterator[Feed]:
    """Yield the feed of each collection; that of an expired or withdrawn one stays, without entries."""
    for item in of_type(catalogue.current, Collection):
        yield _feed(item, catalogue, settings)
    for item in of_type(catalogue.gone, Collection):
        link = collection_feed(item, REDACTED if item.redacted else item.title, settings)
        yield replace(feed(link, "", section(Collection).address, (), lambda _: False), is_offered=False)


def _feed(collection: Collection, catalogue: Catalogue, settings: Settings) -> Feed:
    named = {member.item.id for member in collection.members}
    since = catalogue.first_published(collection)
    items = tuple(item for part in catalogue.collections.parts[collection.id] for item in part.items)
    return replace(
        feed(
            collection_feed(collection, collection.title, settings),
            collection.summary,
            address_of(collection.path),
            items,
            lambda item: item.id in named and gone(item, catalogue) > since,
            collection.title,
        ),
        has_all_languages=True,
        moment=_added(collection, catalogue),
    )


def _added(collection: Collection, catalogue: Catalogue) -> Callable[[Item], Moment]:
    """Return a function that tells when an item was added to a collection.

    The time is never before the first publication of the item, nor before that of the collection.
    """
    stated = {member.item.id: Moment.on(member.added) for member in collection.members if member.added}
    since = catalogue.first_published(collection)

    def added(item: Item) -> Moment:
        told = stated.get(item.id, since)
        return max(catalogue.first_published(item), since, told if catalogue.has_come(told.at) else since)

    return added
