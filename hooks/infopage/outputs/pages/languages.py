"""The lists of items in other languages than Vietnamese: one for each language, and one of them all."""

from collections.abc import Iterator
from dataclasses import replace

from infopage.content.catalogue import Catalogue
from infopage.content.languages import LANGUAGES, language_of
from infopage.outputs.pages.listing import Listing
from infopage.outputs.views.links import Link
from infopage.outputs.views.lists import Facet
from infopage.outputs.wording.languages import ALL, capital


def language_listings(catalogue: Catalogue) -> Iterator[Listing]:
    """Yield the list of all items that are not in Vietnamese, and one for each language that has any."""
    found = [item for item in catalogue.current if language_of(item)]
    divided = [(one, [item for item in found if language_of(item) == one.id]) for one in catalogue.registries.languages]
    used = [(one, items) for one, items in divided if items]
    if not used:
        return
    links = [Link(capital(one.name), f"{ALL.address}{one.id}/", count=len(items)) for one, items in used]
    whole = Listing(
        address=ALL.address,
        title=ALL.text,
        unit="bài",
        items=found,
        section=ALL,
        facets=_facets(links, ""),
        chosen=(("section", LANGUAGES),),
    )
    yield whole
    for (one, items), link in zip(used, links, strict=True):
        yield replace(
            whole,
            address=link.address,
            title=link.text,
            items=items,
            crumbs=(ALL,),
            facets=_facets(links, link.address),
            subject=one,
            chosen=None,
        )


def _facets(links: list[Link], here: str) -> tuple[Facet, ...]:
    marked = (replace(link, current=True) if link.address == here else link for link in links)
    return (Facet("Ngôn ngữ", tuple(marked)),)
