"""The pages of authors: a list of the texts that each has signed, and the list of all authors."""

from collections.abc import Iterator

from infopage.content.catalogue import Catalogue
from infopage.outputs.pages.listing import Listing
from infopage.outputs.views.links import Link
from infopage.outputs.views.lists import Facet, ListingView
from infopage.outputs.views.page import Page
from infopage.outputs.wording.bylines import AUTHORS, address, by_author
from infopage.outputs.wording.feed_links import site_feed
from infopage.outputs.wording.frame import HOME, Settings, last_change


def author_listings(catalogue: Catalogue) -> Iterator[Listing]:
    """Yield the list of the items of each author who has a page."""
    for id, items in by_author(catalogue).items():
        author = catalogue.registries.authors[id]
        yield Listing(
            address=address(author),
            title=author.name,
            unit="bài",
            items=items,
            section=AUTHORS,
            crumbs=(AUTHORS,),
            intro=author.description,
            subject=author,
        )


def authors_pages(catalogue: Catalogue, settings: Settings) -> Iterator[Page]:
    """Yield the list of all authors, if there are any."""
    if not (found := by_author(catalogue)):
        return
    authors = catalogue.registries.authors
    links = tuple(
        Link(authors[id].name, address(authors[id]), count=len(items), title=authors[id].description)
        for id, items in found.items()
    )
    yield Page(
        address=AUTHORS.address,
        template="topic.html",
        title=AUTHORS.text,
        description="Những người viết cho trang, và các bài của từng người.",
        section=AUTHORS.address,
        crumbs=(HOME,),
        feeds=(site_feed(settings),),
        changed=last_change(item for items in found.values() for item in items),
        view=ListingView(total=len(links), unit="tác giả", facets=(Facet(AUTHORS.text, links),)),
    )
