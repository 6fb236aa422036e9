"""Collections and chapters are in every output that shows items of their kinds, and say nothing of hidden items."""

import io
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from types import SimpleNamespace
from typing import cast
from zipfile import ZIP_STORED, ZipFile

import pytest
from lxml import etree

from infopage.content.catalogue import Catalogue
from infopage.content.indexes import of_type
from infopage.content.model import Chapter, Collection, Item
from infopage.outputs.feeds.of_collections import collection_feeds
from infopage.outputs.feeds.selection import groups
from infopage.outputs.feeds.telling import tellings
from infopage.outputs.jobs.fingerprints import Fingerprints
from infopage.outputs.search.sources import outlines
from infopage.outputs.site.site import Site
from tests.outputs.values import SETTINGS

Golden = tuple[Catalogue, Site]
HOME, BOOK = "chuyen-trang/nghi-quyet-05/", "chuyen-trang/so-tay/"
EPUB = f"{HOME}nghi-quyet-05.epub"
TITLE, HIDDEN = "Nghị quyết 05 & việc làm", ("CHUADENNGAY", "Phần chưa có gì", "Không ai được đọc", "DAHETHAN")


def page(_: Catalogue, site: Site) -> str:
    view = site.pages[HOME].view
    parts = [(part.title, part.words, *(card.title for card in part.cards)) for part in view.collection.parts]
    return f"{site.pages[HOME].title} {[h.text for h in site.pages[HOME].contents]} {parts} {view.collection}"


def list_page(_: Catalogue, site: Site) -> str:
    groups_of = site.pages["chuyen-trang/"].view.groups
    return " ".join(card.title for group in groups_of for card in group.cards)


def member(_: Catalogue, site: Site) -> str:
    (place,) = site.pages["hoc-tap/de-cuong/"].view.standing
    return f"{place.collection.text} {place.at} {place.before.text} {place.after.text}"


def chapter(_: Catalogue, site: Site) -> str:
    made = site.pages[f"{BOOK}chuan-bi/"]
    (place,) = made.view.standing
    return f"{made.crumbs[-1]} {place.kind} {place.at} {place.before} {place.after.address}"


def whole(_: Catalogue, site: Site) -> str:
    made = site.pages[f"{HOME}toan-van/"]
    items = (f"{one.title} {one.meta} {one.html}" for part in made.view.parts for one in part.items)
    return f"{made.html} {' '.join(items)} indexed={made.indexed} {made.canonical}"


def epub(_: Catalogue, site: Site) -> str:
    with ZipFile(io.BytesIO(site.files[EPUB])) as archive:
        return " ".join(archive.read(name).decode() for name in archive.namelist() if not name.endswith(".jpg"))


def feed(catalogue: Catalogue, _: Site) -> str:
    (found,) = (one for group in groups(catalogue, SETTINGS) for one in group.feeds if one.slug == HOME.rstrip("/"))
    assert found.moment
    moments = {item.id: found.moment(item).date.isoformat() for item in found.items}
    return f"{found.name} {found.home} {moments}"


def site_feed(catalogue: Catalogue, _: Site) -> str:
    told = tellings(catalogue, SETTINGS)
    return " ".join(told[id].full().title for id in ("chuyen-trang-nq-05", "sach-so-tay", "sach-so-tay-1"))


def search(catalogue: Catalogue, _: Site) -> str:
    found = outlines(catalogue, Fingerprints(catalogue), "")
    (own,) = (one.read() for one in found if one.address == HOME)
    return f"{own.section} {own.title} {own.html} {[one.section for one in found if one.section == 'chuong']}"


def sitemap(_: Catalogue, site: Site) -> str:
    return site.files["sitemap.xml"].decode()


def structured(_: Catalogue, site: Site) -> str:
    graphs = (json.loads(site.pages[at].structured)["@graph"] for at in (HOME, BOOK, f"{BOOK}chuan-bi/"))
    return json.dumps([node for graph in graphs for node in graph], ensure_ascii=False)


def data(_: Catalogue, site: Site) -> str:
    return site.files["du-lieu/chuyen-trang.json"].decode()


def topic(_: Catalogue, site: Site) -> str:
    return " ".join(card.title for group in site.pages["chuyen-de/chuyen-doi-so/"].view.groups for card in group.cards)


def header(_: Catalogue, site: Site) -> str:
    return " ".join(link.text for link in site.view.sections)


SHOWN: dict[str, tuple[Callable[[Catalogue, Site], str], tuple[str, ...]]] = {
    "page": (page, (TITLE, "Đọc trước", "Nghị quyết trước", "Đã làm", "Sổ tay chi bộ", "5 mục", EPUB)),
    "list": (list_page, (TITLE, "Sổ tay chi bộ")),
    "page of a member": (member, (TITLE, "2 trên 5", "Nghị quyết số 05-NQ/TU", "Sân đình thôn Đông")),
    "page of a chapter": (chapter, ("Sổ tay chi bộ", "Sách 1 trên 2 None", "ke-lai/")),
    "whole on a page": (whole, ("Mục tiêu chung", "#nq-05-tu-2026--I.1", "7 giờ 30", "indexed=False", HOME)),
    "EPUB": (epub, ("Mục tiêu chung", "bai-nq-05-tu-2026.xhtml#I.1", "Ghế đá mới", "cover-image", "https://bao.")),
    "feed": (feed, (TITLE, HOME, "'nq-05-tu-2026': '2026-10-15'", "'sach-so-tay': '2026-11-20'")),
    "feeds of the site": (site_feed, (TITLE, "Sổ tay chi bộ", "Chương 1")),
    "search": (search, ("chuyen-trang", TITLE, "Nghị quyết trước, đề cương sau", "'chuong', 'chuong'")),
    "sitemap": (sitemap, (f"{HOME}<", f"{BOOK}chuan-bi/<", "<image:loc>https://minhhoa.example/chuyen-trang/bia.png")),
    "JSON-LD": (structured, ('"Collection"', '"Book"', '"Chapter"', '"isPartOf"', '"position": 1', "epub+zip")),
    "open data": (data, (TITLE, '"muc":[{"ma":"nq-05-tu-2026"', '"tu":"2026-11-20"', EPUB)),
    "page of a topic": (topic, (TITLE,)),
    "header": (header, ("Chuyên trang",)),
}
NOT_SHOWN = {
    "home page": "the front page has blocks for what is new; a collection is on it by its columns and pinned items",
    "catalogue of documents": "it is about documents; collections have a data file of their own",
    "words kept between releases": "a collection is arranged anew each day; the words of chapters are kept",
    "content of its feed entry": "the items of a collection have entries of their own, in its own feed",
}
"""Outputs that do not show collections, each with the reason."""


@pytest.mark.parametrize("output", SHOWN)
def test_an_output_shows_collections(golden_values: Golden, output: str) -> None:
    make, expected = SHOWN[output]
    said = make(*golden_values)
    assert [words for words in expected if words not in said] == []


@pytest.mark.parametrize("output", SHOWN)
def test_no_output_says_anything_of_items_that_are_not_public_yet_or_no_longer(
    golden_values: Golden, output: str
) -> None:
    said = SHOWN[output][0](*golden_values)
    assert [words for words in HIDDEN if words in said] == []


def test_the_sitemap_leaves_out_the_whole_on_a_page(golden_values: Golden) -> None:
    assert "toan-van" not in sitemap(*golden_values)


def _book(site: Site, name: str) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(site.files[name])) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type, archive.read(first)) == (
            *("mimetype", ZIP_STORED),
            b"application/epub+zip",
        )
        return {one: archive.read(one) for one in archive.namelist()}


@pytest.mark.parametrize("name", [EPUB, f"{BOOK}so-tay.epub"])
def test_an_epub_is_well_formed_and_its_links_lead_to_places_that_it_has(golden_values: Golden, name: str) -> None:
    files = _book(golden_values[1], name)
    pages = {n.removeprefix("sach/"): etree.fromstring(c) for n, c in files.items() if n.endswith(".xhtml")}
    ids = {n: set(root.xpath("//@id")) for n, root in pages.items()}
    package = etree.fromstring(files["sach/goi.opf"])
    listed = package.xpath("//*[local-name()='item']/@href")
    assert sorted(listed) == sorted(n.removeprefix("sach/") for n in files if n.startswith("sach/") and "opf" not in n)
    links = [link for root in pages.values() for link in root.xpath("//@href | //@src") if "://" not in link]
    assert len(links) > 6
    for link in links:
        file, _, anchor = link.partition("#")
        assert f"sach/{file}" in files
        assert not anchor or anchor in ids[file], link


def _words(text: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", text).split())


def test_packs_have_all_words_of_all_items(golden_values: Golden) -> None:
    catalogue, _ = golden_values
    books, prints = _words(epub(*golden_values)), _words(whole(*golden_values))
    items = [item for part in catalogue.collections.parts["chuyen-trang-nq-05"] for item in part.items]
    assert len(items) == 5
    for item in items:
        words = _words(catalogue.html(item))
        assert words
        assert words in books
        assert words in prints


def test_an_epub_made_twice_has_the_same_bytes(golden_values: Golden) -> None:
    site = golden_values[1]
    assert site.files[EPUB] == site.files[EPUB]


def test_ids_on_the_whole_page_are_unique(golden_values: Golden) -> None:
    made = golden_values[1].pages[f"{HOME}toan-van/"]
    items = [one for part in made.view.parts for one in part.items]
    html = made.html + "".join(one.html for one in items)
    found = [*re.findall(r' id="([^"]*)"', html), *(one.anchor for one in items), *(p.anchor for p in made.view.parts)]
    assert len(found) > 8
    assert len(found) == len(set(found))


def _current(catalogue: Catalogue, cls: type[Item]) -> Iterator[Item]:
    return (item for item in catalogue.current if isinstance(item, cls))


def test_a_place_changes_when_its_neighbour_does(golden_values: Golden) -> None:
    catalogue, _ = golden_values
    answers = Fingerprints(catalogue)
    known = {id: answers("places", id) for id in ("hoc-de-cuong", "tin-hoi-nghi")}
    assert known["hoc-de-cuong"]
    assert known["tin-hoi-nghi"] == ""
    assert answers("parts", "chuyen-trang-nq-05") != answers("parts", "sach-so-tay")
    assert len(list(_current(catalogue, Collection))) == 2
    assert len(list(_current(catalogue, Chapter))) == 2


def test_the_search_reads_a_book_again_when_a_chapter_of_it_comes(golden_values: Golden) -> None:
    catalogue, _ = golden_values
    (chapter,) = (one.item for one in catalogue.library.items if one.item.path == f"{BOOK}chua-den-ngay.md")
    assert isinstance(chapter, Chapter)
    after = replace(catalogue, instant=chapter.published.at)
    before, now = (
        {one.address: one.signature for one in outlines(each, Fingerprints(each), "")} for each in (catalogue, after)
    )
    assert before[BOOK] != now[BOOK]
    assert before[HOME] != now[HOME]


def test_the_feed_of_a_collection_that_is_gone_stays_and_is_offered_to_nobody(golden_values: Golden) -> None:
    catalogue, _ = golden_values
    found = of_type(catalogue.current, Collection)
    gone = cast("Catalogue", SimpleNamespace(current=(), gone=found))
    for feeds, is_offered in ((collection_feeds(catalogue, SETTINGS), True), (collection_feeds(gone, SETTINGS), False)):
        told = {one.slug: one.is_offered for one in feeds}
        assert told == dict.fromkeys(("chuyen-trang/nghi-quyet-05", "chuyen-trang/so-tay"), is_offered)
