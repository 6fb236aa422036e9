"""The map of the site for readers: each part of the site with its lists, and all other pages."""

from collections.abc import Iterator

from infopage.content.catalogue import Catalogue
from infopage.outputs.pages.listings import listings
from infopage.outputs.pages.numbers import number_facet
from infopage.outputs.views.links import Link
from infopage.outputs.views.lists import Facet
from infopage.outputs.views.page import Page
from infopage.outputs.views.site_map import Branch, MapView
from infopage.outputs.wording.bylines import AUTHORS, address, by_author
from infopage.outputs.wording.columns import COLUMNS, by_column, column_address
from infopage.outputs.wording.feed_links import site_feed
from infopage.outputs.wording.frame import HOME, SITE_MAP, TOPICS, Settings, site_view

_DOCUMENTS = "van-ban/"


def site_map(catalogue: Catalogue, settings: Settings, topics: tuple[Link, ...]) -> Page:
    """Return the map of the site; ``topics`` are the links to the topics. It links to lists, and to no single item."""
    frame = site_view(catalogue, settings, site_feed(settings))
    facets = {listing.address: listing.facets for listing in listings(catalogue) if not listing.crumbs}
    facets[_DOCUMENTS] = (*facets.get(_DOCUMENTS, ()), number_facet(catalogue))
    facets[TOPICS.address] = (Facet("", topics),)
    facets[COLUMNS.address] = tuple(of_columns(catalogue))
    facets[AUTHORS.address] = tuple(of_authors(catalogue))
    branches = [Branch(link, facets.get(link.address, ())) for link in frame.sections if link != HOME]
    branches += (Branch(link, facets[link.address]) for link in frame.footer if link == AUTHORS)
    others = tuple(link for link in frame.footer if link not in (AUTHORS, SITE_MAP))
    return Page(
        address=SITE_MAP.address,
        template="map.html",
        title=SITE_MAP.text,
        description="Mọi mục, mọi danh sách và mọi trang chung của trang, xếp theo mục.",
        crumbs=(HOME,),
        feeds=(site_feed(settings),),
        view=MapView((*branches, Branch(None, (Facet("", others),)))),
    )


def of_columns(catalogue: Catalogue) -> Iterator[Facet]:
    """Yield the links to all columns, if there are any."""
    if found := by_column(catalogue):
        columns = ((catalogue.registries.columns[id], len(items)) for id, items in found.items())
        yield Facet(COLUMNS.text, tuple(Link(one.name, column_address(one), count=count) for one, count in columns))


def of_authors(catalogue: Catalogue) -> Iterator[Facet]:
    """Yield the links to all authors with a page, if there are any."""
    if found := by_author(catalogue):
        authors = ((catalogue.registries.authors[id], len(items)) for id, items in found.items())
        yield Facet(AUTHORS.text, tuple(Link(one.name, address(one), count=count) for one, count in authors))
