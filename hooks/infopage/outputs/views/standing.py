"""Views of the home page, of standing pages (such as “about” and “contact”), and of the page at an old address."""

from dataclasses import dataclass

from infopage.outputs.views.cards import Group
from infopage.outputs.views.columns import ColumnView
from infopage.outputs.views.links import Link, TypedLink
from infopage.outputs.views.lists import Facet
from infopage.outputs.views.tables import FeedGroup, FieldTable, KeysView


@dataclass(frozen=True)
class MovedView:
    """The page at an old address: the link to the new address, and its absolute form."""

    to: Link
    absolute: str


@dataclass(frozen=True, kw_only=True)
class HomeView:
    """The home page: examples of searches, a few items of each section, and columns."""

    examples: tuple[str, ...]
    documents: Group
    news: Group
    guides: Group
    events: Group
    columns: tuple[ColumnView, ...]
    topics: tuple[Link, ...]


@dataclass(frozen=True)
class StandingView:
    """What pages such as “search” or “open data” show below their text: lists, feeds, files, JSON keys, public keys."""

    facets: tuple[Facet, ...] = ()
    feeds: tuple["FeedGroup", ...] = ()
    all_feeds: str = ""
    downloads: tuple["TypedLink", ...] = ()
    tables: tuple["FieldTable", ...] = ()
    signing: KeysView | None = None
    sections: tuple[Link, ...] = ()
