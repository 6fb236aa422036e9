"""The page of links to the sites of bodies above the site's owner, beside it and below it."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from infopage.content.catalogue import Catalogue
from infopage.content.linked_bodies import STANDINGS
from infopage.outputs.views.linked_bodies import BodyGroup, LinkedBodiesView, OutwardLink
from infopage.outputs.views.page import Page
from infopage.outputs.wording.feed_links import site_feed
from infopage.outputs.wording.frame import HOME, LINKED_BODIES, Settings


def linked_bodies_pages(catalogue: Catalogue, settings: Settings) -> Iterator[Page]:
    """Yield the page of links to other bodies' sites, if the site names any."""
    if not catalogue.registries.linked_bodies.entries:
        return
    yield Page(
        address=LINKED_BODIES.address,
        template="linked-bodies.html",
        title=LINKED_BODIES.text,
        description="Trang của các cơ quan cấp trên, cùng cấp và cấp dưới.",
        crumbs=(HOME,),
        feeds=(site_feed(settings),),
        view=LinkedBodiesView(tuple(_groups(catalogue))),
    )


def _groups(catalogue: Catalogue) -> Iterator[BodyGroup]:
    for standing, title in STANDINGS.items():
        links = tuple(
            OutwardLink(one.name, one.address, urlsplit(one.address).hostname or "", one.description)
            for one in catalogue.registries.linked_bodies
            if one.standing == standing
        )
        if links:
            yield BodyGroup(title, links)
