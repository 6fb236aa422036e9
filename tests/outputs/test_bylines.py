"""The names of those who signed an item are in every output that shows the item, and lead to the authors' pages."""

import json
from collections.abc import Callable

import pytest

from infopage.content.catalogue import Catalogue
from infopage.content.model import Item
from infopage.outputs.feeds import atom, json_feed, rss
from infopage.outputs.feeds.entries import entry
from infopage.outputs.feeds.selection import groups
from infopage.outputs.jobs.fingerprints import Fingerprints
from infopage.outputs.search.sources import outlines
from infopage.outputs.site.site import Site
from infopage.outputs.views.lists import ListingView
from tests.outputs.feeds.values import whole
from tests.outputs.values import SETTINGS

ID, PAGE, OWN = "tin-co-anh", "tin-tuc/2026/tin-co-anh/", "tac-gia/le-minh-hoa/"
PEN_NAME, BODY, GUEST = "Sông Hoạ", "Ban biên tập", "Khách Mời"
ALL = (PEN_NAME, BODY, GUEST)
Golden = tuple[Catalogue, Site]


def item_of(catalogue: Catalogue) -> Item:
    found = catalogue.public[ID].item
    assert isinstance(found, Item)
    return found


def page(_: Catalogue, site: Site) -> str:
    return repr([(link.text, link.address) for link in site.pages[PAGE].view.authors])


def lists(_: Catalogue, site: Site) -> str:
    views = (one.view for one in site.pages.values() if isinstance(one.view, ListingView))
    return repr({card.meta for view in views for group in view.groups for card in group.cards if card.address == PAGE})


def own_page(_: Catalogue, site: Site) -> str:
    view = site.pages[OWN].view
    return repr((site.pages[OWN].title, view.intro, [card.title for group in view.groups for card in group.cards]))


def all_authors(_: Catalogue, site: Site) -> str:
    return repr(site.pages["tac-gia/"].view.facets)


def structured(_: Catalogue, site: Site) -> str:
    graph = json.loads(site.pages[PAGE].structured)["@graph"]
    return json.dumps(next(one for one in graph if one["@type"] == "NewsArticle")["author"], ensure_ascii=False)


def sitemap(_: Catalogue, site: Site) -> str:
    return site.files["sitemap.xml"].decode()


def feed(write: Callable[..., bytes]) -> Callable[[Catalogue, Site], str]:
    return lambda catalogue, _: write(entry(item_of(catalogue), "2026-09-20", catalogue, SETTINGS)).decode()


def own_feed(_: Catalogue, site: Site) -> str:
    return whole(site)["nguon-tin/tac-gia/le-minh-hoa/atom.xml"].decode()


def feeds_of_page(_: Catalogue, site: Site) -> str:
    return repr(site.pages[PAGE].feeds)


def searched(catalogue: Catalogue, _: Site) -> str:
    return next(one for one in outlines(catalogue, Fingerprints(catalogue), "") if one.address == PAGE).read().names


def footer(_: Catalogue, site: Site) -> str:
    return repr(site.view.footer)


AT = "https://minhhoa.example/tac-gia"
SHOWN = {
    "page": (page, (f"('{PEN_NAME}', '{OWN}')", f"('{GUEST}', '')")),
    "lists": (lists, (", ".join(ALL),)),
    "page of the author": (own_page, ("Lê Minh Họa", "Người viết cho bản thử.", "Sân đình thôn Đông sạch đẹp")),
    "list of authors": (all_authors, ("Lê Minh Họa", "Ban biên tập", "count=1")),
    "JSON-LD": (structured, (PEN_NAME, f'"url": "{AT}/le-minh-hoa/"', f'"Organization", "name": "{BODY}"', GUEST)),
    "sitemap": (sitemap, (f"{AT}/le-minh-hoa/", f"<loc>{AT}/</loc>")),
    "RSS": (feed(rss.item), tuple(f"<dc:creator>{name}</dc:creator>" for name in ALL)),
    "Atom": (feed(atom.item), (f"<author><name>{PEN_NAME}</name><uri>{AT}/le-minh-hoa/</uri></author>", GUEST)),
    "JSON Feed": (feed(json_feed.item), (f'{{"name":"{PEN_NAME}","url":"{AT}/le-minh-hoa/"}},', GUEST)),
    "feed of the author": (own_feed, ("Bài của Lê Minh Họa", "Sân đình thôn Đông sạch đẹp")),
    "feeds offered": (feeds_of_page, ("nguon-tin/tac-gia/le-minh-hoa/", "nguon-tin/tac-gia/ban-bien-tap/")),
    "search": (searched, ALL),
    "footer": (footer, ("tac-gia/",)),
}
NOT_SHOWN = {
    "documents, events": "they are of the bodies that issue or hold them",
    "open data": "it is about documents",
    "filters of the search": "the names are words of the index; a filter would be longer than the answer",
}
"""Outputs that do not show bylines, each with the reason."""


@pytest.mark.parametrize("output", SHOWN)
def test_an_output_shows_who_signed(golden_values: Golden, output: str) -> None:
    make, expected = SHOWN[output]
    said = make(*golden_values)
    assert [words for words in expected if words not in said] == []


def test_an_author_without_items_has_no_page_and_no_feed(golden_values: Golden) -> None:
    catalogue, site = golden_values
    assert "chua-co-bai" in catalogue.registries.authors
    assert not any("chua-co-bai" in address for address in (*site.pages, *whole(site)))


def test_an_item_that_nobody_signed_is_by_the_publisher(golden_values: Golden) -> None:
    catalogue, site = golden_values
    others = [one for one in catalogue.news if one.id != ID and not one.origin]
    assert len(others) > 20
    for one in others:
        assert site.pages[one.path.removesuffix(".md") + "/"].view.authors == ()
        assert [author.name for author in entry(one, "", catalogue, SETTINGS).authors] == [
            catalogue.registries.identity.organisation
        ]


def test_each_feed_that_had_an_item_reports_that_it_is_gone(golden_values: Golden) -> None:
    catalogue, _ = golden_values
    feeds = {feed.name: feed for group in groups(catalogue, SETTINGS) for feed in group.feeds}
    assert feeds["Lê Minh Họa"].had(item_of(catalogue))
    assert not feeds["Lê Minh Họa"].had(catalogue.public["tin-so-01"].item)  # type: ignore[arg-type]
