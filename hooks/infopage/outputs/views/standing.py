"""The first page, the standing pages, and what stands at an old address."""

from dataclasses import dataclass

from infopage.outputs.views.cards import Group
from infopage.outputs.views.links import Link, TypedLink
from infopage.outputs.views.lists import Facet
from infopage.outputs.views.tables import FeedGroup, FieldTable, KeysView


@dataclass(frozen=True)
class MovedView:
    """Where an old address leads: the link, and its absolute address."""

    to: Link
    absolute: str


@dataclass(frozen=True, kw_only=True)
class HomeView:
    """The first page: the search's examples and a short group for each section."""

    examples: tuple[str, ...]
    documents: Group
    news: Group
    guides: Group
    events: Group
    topics: tuple[Link, ...]


@dataclass(frozen=True)
class StandingView:
    """A standing page, and the lists, feeds, files of data, tables of their keys and keys of signatures it is about.

    ``all_feeds`` is the address of the file that names all feeds; ``sections`` lead to the results page with all items
    of a section, to be narrowed.
    """

    facets: tuple[Facet, ...] = ()
    feeds: tuple["FeedGroup", ...] = ()
    all_feeds: str = ""
    downloads: tuple["TypedLink", ...] = ()
    tables: tuple["FieldTable", ...] = ()
    signing: KeysView | None = None
    sections: tuple[Link, ...] = ()
