"""Lists by number: every document is in one, under its number."""

from collections.abc import Iterator

from infopage.content.catalogue import Catalogue
from infopage.content.designations import undated
from infopage.outputs.pages.numbers import number_lists
from infopage.outputs.site.site import Site
from infopage.outputs.views.cards import Card


def test_every_document_stands_in_the_list_of_its_number(golden_values: tuple[Catalogue, Site]) -> None:
    catalogue, contents = golden_values
    shown: dict[str, str] = {}
    for listing in number_lists(catalogue):
        for group in contents.pages[listing.address].view.groups:
            shown |= {card.number or card.title: group.title for card in group.cards}
    lists = catalogue.registries
    assert shown.keys() == {str(one.symbol or undated(one, lists)) for one in catalogue.documents}
    assert shown["05-NQ/TU"] == "Số 05"
    assert shown["45/KH-UBND"] == "Số 45"
    congress = "Nghị quyết Đại hội đại biểu Đảng bộ tỉnh Minh Họa lần thứ I"
    assert congress in [card.title for card in _cards(contents, "van-ban/so/khong-so/")]


def _cards(contents: Site, address: str) -> Iterator[Card]:
    return (card for group in contents.pages[address].view.groups for card in group.cards)


def test_the_search_page_leads_to_lists_by_number_year_and_topic(golden_values: tuple[Catalogue, Site]) -> None:
    facets = {facet.title: facet.links for facet in golden_values[1].pages["tim-kiem/"].view.facets}
    assert {"Văn bản theo số", "Văn bản theo năm ban hành", "Tin tức theo năm", "Văn bản theo chủ đề"} <= facets.keys()
    assert facets["Văn bản theo số"][0].address == "van-ban/so/01-09/"
    assert all(link.address in golden_values[1].pages for links in facets.values() for link in links)
