"""Views of the home page, of standing pages (such as “about” and “contact”), and of the page at an old address."""

from dataclasses import dataclass

from infopage.outputs.views.announced import BannerView
from infopage.outputs.views.cards import Card, Group
from infopage.outputs.views.columns import ColumnView
from infopage.outputs.views.links import Link, TypedLink
from infopage.outputs.views.lists import Facet
from infopage.outputs.views.pictures import LeadView
from infopage.outputs.views.tables import FeedGroup, FieldTable, KeysView


@dataclass(frozen=True)
class MovedView:
    """The page at an old address: the link to the new address, and its absolute form."""

    to: Link
    absolute: str


@dataclass(frozen=True)
class LeadStory:
    """The story at the top of the home page: its card, and its picture as large as on its own page."""

    card: Card
    picture: LeadView | None


@dataclass(frozen=True, kw_only=True)
class HomeView:
    """The home page: examples of searches, the lead story, a few items of each section, and columns.

    ``news`` are the stories beside the lead story.
    """

    examples: tuple[str, ...]
    banners: tuple[BannerView, ...]
    lead: LeadStory | None
    news: Group
    documents: Group
    drafts: Group
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
