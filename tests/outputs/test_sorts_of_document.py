"""Every sort of document (with a number, without, joint, not on the site) is in every output, under its own name."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from infopage.content.addresses import address_of
from infopage.content.catalogue import Catalogue
from infopage.content.checks import runs_of
from infopage.content.designations import designation, heading, title_in_list, undated
from infopage.content.model import OfficialDocument
from infopage.content.outside import AnyDocument, OutsideDocument
from infopage.content.targets import document_of
from infopage.language.dates import IssueDate
from infopage.outputs.feeds.entries import entry
from infopage.outputs.feeds.selection import groups
from infopage.outputs.jobs.tracking import Fingerprints
from infopage.outputs.search.sources import outlines
from infopage.outputs.site.site import Site
from infopage.outputs.views.lists import ListingView
from tests.outputs.values import SETTINGS

NAMES = {
    "nq-05-tu-2026": "Nghị quyết số 05-NQ/TU: Về chuyển đổi số tỉnh Minh Họa đến năm 2030",
    "nq-dai-hoi-i": "Nghị quyết Đại hội đại biểu Đảng bộ tỉnh Minh Họa lần thứ I, ngày 01/10/2026",
    "nq-dat-ten-duong-1997": "Nghị quyết về đặt tên đường, năm 1997",
    "nqlt-02-tu-ubnd-2026": "Nghị quyết số 02-NQLT/TU-UBND: Về phối hợp tuyên truyền",
    "nq-11-tw-2025": "Nghị quyết số 11-NQ/TW: Về một việc minh họa",
}
"""The id of a document of each sort, with the heading of its page."""

Output = Callable[[AnyDocument, Catalogue, Site], str]
"""A function that returns the name under which one output shows a document."""


def page(document: AnyDocument, _: Catalogue, site: Site) -> str:
    return site.pages[address_of(document.path)].title


def cards(document: AnyDocument, _: Catalogue, site: Site) -> str:
    """Return the number and title of a document in the site's lists; fails if two lists differ."""
    views = (one.view for one in site.pages.values() if isinstance(one.view, ListingView))
    address = address_of(document.path)
    shown = (card for view in views for group in view.groups for card in group.cards if card.address == address)
    (said,) = {f"{card.number} {card.title}".strip() for card in shown}
    return said


def structured(document: AnyDocument, _: Catalogue, site: Site) -> str:
    graph = json.loads(site.pages[address_of(document.path)].structured)["@graph"]
    return next(str(one["name"]) for one in graph if one["@type"] == "Legislation")


def open_data(document: AnyDocument, _: Catalogue, site: Site) -> str:
    listed = json.loads(site.files["du-lieu/danh-muc.json"])["van_ban"]
    listed += json.loads(site.files["du-lieu/van-ban-ngoai.json"])["van_ban_ngoai"]
    return next(str(one["ten"]) for one in listed if one["ma"] == document.id)


def search(document: AnyDocument, catalogue: Catalogue, _: Site) -> str:
    found = outlines(catalogue, Fingerprints(catalogue), "")
    source = next(one.read() for one in found if one.address == address_of(document.path))
    issuers = [catalogue.registries.issuers[id] for id in document.issuers]
    assert all(one.name in source.names and one.short_name in source.names for one in issuers)
    assert document.symbol or document.issued.dated in source.names
    return f"{source.number} {source.title}".strip()


def feed(document: AnyDocument, catalogue: Catalogue, _: Site) -> str:
    assert isinstance(document, OfficialDocument)
    made = entry(document, "2026-11-20T00:00:00+07:00", catalogue, SETTINGS)
    assert set(document.issuers) <= {category.term for category in made.categories}
    return made.title


def follow_feed(document: AnyDocument, _: Catalogue, site: Site) -> str:
    return site.files[f"{address_of(document.path)}theo-doi.xml"].decode()


def text_file(document: AnyDocument, _: Catalogue, site: Site) -> str:
    return site.files[f"{address_of(document.path)}van-ban.txt"].decode()


def sitemap(document: AnyDocument, _: Catalogue, site: Site) -> str:
    return site.files["sitemap.xml"].decode()


def said(document: AnyDocument, catalogue: Catalogue) -> Iterator[tuple[Output, str]]:
    """Yield (output, text) for each output that contains a document: the text is the name that it must show."""
    lists = catalogue.registries
    whole, short = heading(document, lists), f"{document.symbol or ''} {title_in_list(document, lists)}".strip()
    yield from ((page, whole), (structured, whole), (open_data, whole), (cards, short), (search, short))
    yield sitemap, f"<loc>{SETTINGS.url}{address_of(document.path)}</loc>"
    if not isinstance(document, OutsideDocument):
        yield from ((feed, whole), (follow_feed, designation(document, lists)), (text_file, undated(document, lists)))


@pytest.mark.parametrize("id", NAMES)
def test_a_document_of_any_sort_is_in_every_output(id: str, golden_values: tuple[Catalogue, Site]) -> None:
    catalogue, site = golden_values
    document = document_of(id, catalogue)
    assert document
    assert heading(document, catalogue.registries) == NAMES[id]
    for output, name in said(document, catalogue):
        found = output(document, catalogue, site)
        contains = output in (follow_feed, text_file, sitemap)
        assert name in found if contains else name == found, output.__name__


def test_each_body_of_a_joint_document_has_it_in_its_own_run(golden_values: tuple[Catalogue, Site]) -> None:
    catalogue, _ = golden_values
    plan = document_of("kh-45-ubnd-2026", catalogue)
    assert isinstance(plan, OfficialDocument)
    joint = replace(plan, issuers=("ubnd-tinh", "tinh-uy"))
    assert list(runs_of(joint, catalogue.registries)) == [("ubnd-tinh", "2026"), ("tinh-uy", "2025-2030")]
    before = replace(joint, issued=IssueDate.parse("01/10/1997"))
    assert list(runs_of(before, catalogue.registries)) == [("ubnd-tinh", "1997")]


def test_a_joint_document_is_in_the_lists_and_feeds_of_each_body(golden_values: tuple[Catalogue, Site]) -> None:
    catalogue, site = golden_values
    for folder in ("tinh-uy/", "tinh-uy/2025-2030/", "ubnd-tinh/", "ubnd-tinh/2026/"):
        numbers = [card.number for group in site.pages[f"van-ban/{folder}"].view.groups for card in group.cards]
        assert "02-NQLT/TU-UBND" in numbers, folder
    for body in ("tinh-uy", "ubnd-tinh"):
        items = {
            item.id
            for feeds in (group.feeds for group in groups(catalogue, SETTINGS))
            for one in feeds
            if one.link.address.endswith(f"co-quan/{body}/rss.xml")
            for item in one.items
        }
        assert "nqlt-02-tu-ubnd-2026" in items, body
