"""Finds the topics, kinds, issuers, authors, columns that a published item uses (“met” ones). Only they have a page.

Their registries, in data/, may contain more entries.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from infopage.content.bylines import author_of, signed
from infopage.content.columns import column_of
from infopage.content.languages import in_vietnamese, language_of
from infopage.content.model import Item, OfficialDocument
from infopage.content.registries import Registries


@dataclass(frozen=True)
class Met:
    """The ids of the registry entries that have a page: those met in items that are public, withdrawn or expired."""

    topics: frozenset[str]
    languages: frozenset[str]
    """The ids of the languages other than Vietnamese that have a page."""
    kinds: frozenset[str]
    """The ids of the kinds of official document that have a page."""
    issuers: frozenset[str]
    """The ids of issuers that have a page: those of documents, those in redirected addresses, and all successors."""
    authors: frozenset[str]
    columns: frozenset[str]
    sections: frozenset[str]
    """The sections, such as ``hoi-dap``, in which an item was ever published."""


def met(items: Sequence[object], registries: Registries) -> Met:
    """Return the registry entries that have a page, given all items that are public, withdrawn or expired."""
    moved = (redirect.id.split("/") for redirect in registries.redirects)
    before = [parts[1] for parts in moved if parts[0] == OfficialDocument.section and len(parts) > 2]
    issuers = registries.issuers
    ahead = [id for id in before if id in issuers]
    ahead += dict.fromkeys(id for item in items if isinstance(item, OfficialDocument) for id in item.issuers)
    found: set[str] = set()
    while ahead:
        found.update(ahead)
        ahead = [id for one in ahead for id in issuers[one].successors if id not in found]
    named = [item for item in items if isinstance(item, Item) and not item.redacted]
    names = {name for item in named for name in signed(item)}
    return Met(
        topics=frozenset(topic for item in in_vietnamese(items) if isinstance(item, Item) for topic in item.topics),
        languages=frozenset(map(language_of, items)) - {""},
        kinds=frozenset(item.kind for item in items if isinstance(item, OfficialDocument)),
        issuers=frozenset(found),
        authors=frozenset(author.id for name in names if (author := author_of(name, registries.authors))),
        columns=frozenset(filter(None, map(column_of, named))),
        sections=frozenset(item.section for item in items if isinstance(item, Item)),
    )
