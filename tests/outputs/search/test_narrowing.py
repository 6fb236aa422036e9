"""Each list's link to the results page has exactly the filters that its items have in common."""

from urllib.parse import parse_qsl

import pytest

from infopage.content.addresses import address_of
from infopage.content.catalogue import Catalogue
from infopage.outputs.pages.listings import listings
from infopage.outputs.pages.numbers import number_lists
from infopage.outputs.search.facets import PARAMETERS, results
from infopage.outputs.search.sources import SourceOutline
from infopage.outputs.site.site import Site
from infopage.outputs.wording.issuers import predecessors
from tests.outputs.search.values import outlined


def values(source: SourceOutline, facet: str, catalogue: Catalogue) -> set[str]:
    """Return an entry's values of a facet; documents of a body also count for its successor bodies."""
    if facet == "issuer":
        later = {
            one.id
            for one in catalogue.registries.issuers
            if not {o.id for o in predecessors(one, catalogue)}.isdisjoint(source.issuers)
        }
        return {*source.issuers} | later
    if facet == "topic":
        return set(source.topics)
    found = getattr(source, "tone" if facet == "status" else facet)
    return set(found) if isinstance(found, tuple) else {str(found)}


def narrowed(asked: str, catalogue: Catalogue) -> set[str]:
    facet_of = {parameter: facet for facet, parameter in PARAMETERS.items()}
    chosen = [(facet_of[parameter], id) for parameter, id in parse_qsl(asked.partition("?")[2])]
    assert chosen
    return {
        source.address
        for source in outlined(catalogue)
        if all(id in values(source, facet, catalogue) for facet, id in chosen)
    }


def test_a_list_and_the_results_it_leads_to_are_the_same(golden_values: tuple[Catalogue, Site]) -> None:
    catalogue, site = golden_values
    told = 0
    for listing in (*listings(catalogue), *number_lists(catalogue)):
        page = site.pages[listing.address]
        if not page.view.narrow:
            continue
        told += 1
        items = {address_of(item.path) for item in listing.items}
        found = narrowed(page.view.narrow, catalogue)
        assert items <= found, listing.address
        if not listing.address.startswith("van-ban/so/"):
            assert items == found or "co-quan" in page.view.narrow, listing.address
    assert told > 15
    topic = site.pages["chuyen-de/chuyen-doi-so/"]
    assert len(narrowed(topic.view.narrow, catalogue)) == topic.view.total


def test_what_is_asked_is_written_as_an_address_is() -> None:
    assert results(("section", "van-ban"), ("issuer", "tinh-uy")) == "tim-kiem/?muc=van-ban&co-quan=tinh-uy"


@pytest.mark.parametrize("address", ["lich/", "hoc-tap/van-ban/nq-05-tu-2026/"])
def test_a_list_that_the_search_cannot_tell_leads_nowhere(golden_values: tuple[Catalogue, Site], address: str) -> None:
    assert golden_values[1].pages[address].view.narrow == ""
