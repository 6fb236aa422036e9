"""The map of the site leads to every part, list and page that is not about a single item."""

from infopage.content.catalogue import Catalogue
from infopage.outputs.site.site import Site
from infopage.outputs.views.lists import ListingView
from infopage.outputs.views.site_map import MapView

Golden = tuple[Catalogue, Site]
MAP = "so-do-trang/"


def view(site: Site) -> MapView:
    found = site.pages[MAP].view
    assert isinstance(found, MapView)
    return found


def linked(site: Site) -> set[str]:
    branches = view(site).branches
    heads = {branch.link.address for branch in branches if branch.link}
    return heads | {link.address for branch in branches for facet in branch.facets for link in facet.links}


def test_the_map_leads_to_every_part_and_every_standing_page(golden_values: Golden) -> None:
    _, site = golden_values
    others = {link.address for link in (*site.view.sections, *site.view.footer)}
    assert others - linked(site) == {"", MAP}


def test_the_map_leads_to_every_list_to_which_a_list_of_a_part_leads(golden_values: Golden) -> None:
    _, site = golden_values
    parts = [site.pages[link.address].view for link in site.view.sections if link.address in site.pages]
    lists = {
        link.address for one in parts if isinstance(one, ListingView) for facet in one.facets for link in facet.links
    }
    assert len(lists) > 20
    assert lists - linked(site) == set()
    assert {"van-ban/so/01-09/", "chuyen-muc/dan-van-kheo/", "tac-gia/le-minh-hoa/"} <= linked(site)


def test_every_page_leads_to_the_map(golden_values: Golden) -> None:
    _, site = golden_values
    assert MAP in {link.address for link in site.view.footer}
    assert site.pages[MAP].indexed
