"""A column is in every output that shows its items, in the order of the registry; adding one is one entry of data."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from infopage.content.catalogue import Catalogue
from infopage.content.model import Item
from infopage.outputs.feeds import atom, json_feed, rss
from infopage.outputs.feeds.entries import entry
from infopage.outputs.jobs.fingerprints import Fingerprints
from infopage.outputs.search.facets import facets
from infopage.outputs.search.sources import outlines
from infopage.outputs.site.site import Site
from tests.outputs.feeds.values import whole
from tests.outputs.values import SETTINGS, gather
from tests.sites import golden_project

ID, PAGE, OWN, NAME = "tin-co-anh", "tin-tuc/2026/tin-co-anh/", "chuyen-muc/dan-van-kheo/", "Dân vận khéo"
SITE = "https://minhhoa.example/"
Golden = tuple[Catalogue, Site]


def item_of(catalogue: Catalogue) -> Item:
    found = catalogue.public[ID].item
    assert isinstance(found, Item)
    return found


def crumbs(_: Catalogue, site: Site) -> str:
    return " > ".join(link.address or "/" for link in site.pages[PAGE].crumbs)


def own_page(_: Catalogue, site: Site) -> str:
    page = site.pages[OWN]
    titles = [card.title for group in page.view.groups for card in group.cards]
    return repr((page.title, page.view.intro, page.view.narrow, titles, page.feeds))


def home(_: Catalogue, site: Site) -> str:
    return repr(site.pages[""].view.columns)


def all_columns(_: Catalogue, site: Site) -> str:
    return repr(site.pages["chuyen-muc/"].view)


def graph(_: Catalogue, site: Site) -> str:
    found = json.loads(site.pages[PAGE].structured)["@graph"]
    return json.dumps(next(one for one in found if one["@type"] == "NewsArticle"), ensure_ascii=False)


def sitemap(_: Catalogue, site: Site) -> str:
    return site.files["sitemap.xml"].decode()


def feed(write: Callable[..., bytes]) -> Callable[[Catalogue, Site], str]:
    return lambda catalogue, _: write(entry(item_of(catalogue), "2026-09-20", catalogue, SETTINGS)).decode()


def own_feed(_: Catalogue, site: Site) -> str:
    return whole(site)["nguon-tin/chuyen-muc/dan-van-kheo/atom.xml"].decode()


def feeds_of_page(_: Catalogue, site: Site) -> str:
    return repr(site.pages[PAGE].feeds)


def filters(catalogue: Catalogue, _: Site) -> str:
    return facets(outlines(catalogue, Fingerprints(catalogue), ""), catalogue)


def header(_: Catalogue, site: Site) -> str:
    return repr(site.view.sections)


SHOWN = {
    "breadcrumbs": (crumbs, (f"/ > chuyen-muc/ > {OWN}",)),
    "page of the column": (
        own_page,
        (
            NAME,
            "Bàn với dân, làm cùng dân.",
            "chuyen-muc=dan-van-kheo",
            "Sân đình thôn Đông",
            f"nguon-tin/{OWN}rss.xml",
        ),
    ),
    "home page": (home, (NAME, "Sân đình thôn Đông sạch đẹp", "san-dinh.png.320x240.webp")),
    "list of columns": (all_columns, (NAME, "Bàn với dân, làm cùng dân.", "count=1")),
    "JSON-LD": (graph, (f'"articleSection": "{NAME}"', f'"name": "{NAME}", "url": "{SITE}{OWN}"')),
    "sitemap": (sitemap, (f"<loc>{SITE}{OWN}</loc>", f"<loc>{SITE}chuyen-muc/</loc>")),
    "RSS": (feed(rss.item), (f':chuyen-muc">{NAME}</category>',)),
    "Atom": (feed(atom.item), (f'label="{NAME}"',)),
    "JSON Feed": (feed(json_feed.item), (f'"tags":["Tin tức","{NAME}"]',)),
    "feed of the column": (own_feed, (f"Chuyên mục {NAME}", "Sân đình thôn Đông sạch đẹp")),
    "feeds offered": (feeds_of_page, (f"nguon-tin/{OWN}rss.xml",)),
    "filters of the search": (filters, (f'"column":[["dan-van-kheo","{NAME}"]',)),
    "header": (header, ("chuyen-muc/",)),
}
NOT_SHOWN = {
    "documents, events": "a column is a series of texts that the site itself writes",
    "open data": "it is about documents",
    "cards": "the list in which a card stands, or its picture and title, say enough",
}
"""Outputs that do not show columns, each with the reason."""


@pytest.mark.parametrize("output", SHOWN)
def test_an_output_shows_the_column(golden_values: Golden, output: str) -> None:
    make, expected = SHOWN[output]
    said = make(*golden_values)
    assert [words for words in expected if words not in said] == []


def test_a_column_whose_items_are_gone_keeps_its_page(golden_values: Golden) -> None:
    _, site = golden_values
    assert site.pages["chuyen-muc/khong-tin-rieng/"].view.total == 0


def test_a_column_may_be_without_a_feed_and_not_on_the_home_page(golden_values: Golden) -> None:
    catalogue, site = golden_values
    assert not any("khong-tin-rieng" in address for address in whole(site))
    assert "Không tin riêng" not in home(catalogue, site)


def test_a_column_without_items_is_nowhere(golden_values: Golden) -> None:
    _, site = golden_values
    assert not any("chua-co-bai" in address for address in (*site.pages, *whole(site)))


def test_a_site_without_columns_says_nothing_of_them(tmp_path: Path) -> None:
    project = golden_project(tmp_path / "project")
    (project / "data/chuyen-muc.yml").unlink()
    for file in project.glob("docs/tin-tuc/2026/*.md"):
        lines = file.read_text("utf-8").split("\n")
        file.write_text("\n".join(line for line in lines if not line.startswith("chuyen_muc:")), "utf-8")
    catalogue, site = gather(project)
    assert "chuyen-muc" not in header(catalogue, site) + home(catalogue, site) + sitemap(catalogue, site)
    assert "/ > tin-tuc/ > tin-tuc/2026/" in crumbs(catalogue, site)
