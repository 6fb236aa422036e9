"""A question from a reader is in every output that shows items, with its answer, and says nowhere who asked."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from infopage.content.catalogue import Catalogue
from infopage.content.model import Question
from infopage.outputs.feeds import atom, json_feed, rss
from infopage.outputs.feeds.digest import Period, digest_of
from infopage.outputs.feeds.entries import entry
from infopage.outputs.feeds.telling import tellings
from infopage.outputs.jobs.fingerprints import Fingerprints
from infopage.outputs.pages.listings import listings
from infopage.outputs.search.sources import outlines
from infopage.outputs.site.site import Site
from infopage.outputs.views.lists import ListingView
from infopage.outputs.wording.described import described
from infopage.outputs.wording.feed_links import site_feed
from infopage.outputs.wording.frame import site_view
from infopage.release.words.record import WordsKey, kept_items, record_of
from tests.outputs.values import SETTINGS

Golden = tuple[Catalogue, Site]
PAGE, ID = "hoi-dap/nop-ho-so/", "hoi-nop-ho-so"
TITLE, BRIEF = "Nộp hồ sơ trên mạng có phải nộp bản giấy?", "Thủ tục trực tuyến toàn trình thì không phải nộp bản giấy."
ASKED, ANSWER = "có phải mang bản giấy đến không?", "Không phải nộp bản giấy, theo"
BODY = "Ủy ban nhân dân tỉnh"


def question(catalogue: Catalogue) -> Question:
    found = catalogue.public[ID].item
    assert isinstance(found, Question)
    return found


def page(_: Catalogue, site: Site) -> str:
    made = site.pages[PAGE]
    return f"{made.title} {made.description} {made.view.asked} {made.view.facts} {made.html}"


def cards(address: str) -> Callable[[Catalogue, Site], str]:
    def said(_: Catalogue, site: Site) -> str:
        view = site.pages[address].view
        groups = view.groups if isinstance(view, ListingView) else view.related
        return " ".join(f"{card.title} {card.summary} {card.meta}" for group in groups for card in group.cards)

    return said


def graph(address: str) -> Callable[[Catalogue, Site], str]:
    return lambda _, site: json.dumps(json.loads(site.pages[address].structured), ensure_ascii=False)


def feed(write: Callable[..., bytes]) -> Callable[[Catalogue, Site], str]:
    return lambda catalogue, _: write(entry(question(catalogue), "2026-08-09", catalogue, SETTINGS)).decode()


def file(path: str) -> Callable[[Catalogue, Site], str]:
    return lambda _, site: site.files[path].decode()


def searched(catalogue: Catalogue, _: Site) -> str:
    found = next(one for one in outlines(catalogue, Fingerprints(catalogue), "") if one.address == PAGE)
    return f"{found.section} {found.read()}"


def digest(catalogue: Catalogue, _: Site) -> str:
    return str(digest_of(Period.day(date(2026, 8, 9)), catalogue).sections(catalogue, SETTINGS))


def words(catalogue: Catalogue, _: Site) -> str:
    return " ".join(record_of(catalogue, WordsKey.of("k" * 32), None).items)


SHOWN: dict[str, tuple[Callable[[Catalogue, Site], str], tuple[str, ...]]] = {
    "description": (lambda c, _: str(described(question(c), c)), (TITLE, BRIEF)),
    "page": (page, (TITLE, BRIEF, ASKED, ANSWER, "Người dân", BODY, "05-nq-tu/#I.1.a")),
    "list": (cards("hoi-dap/"), (TITLE, BRIEF, BODY)),
    "list of a topic": (cards("hoi-dap/chu-de/chuyen-doi-so/"), (TITLE,)),
    "list of a body": (cards("hoi-dap/co-quan/tinh-uy/"), (TITLE,)),
    "page of a topic": (cards("chuyen-de/chuyen-doi-so/"), (TITLE,)),
    "page of a document": (cards("van-ban/tinh-uy/2025-2030/05-nq-tu/"), (TITLE,)),
    "JSON-LD": (graph(PAGE), ('"QAPage"', '"acceptedAnswer"', ASKED, ANSWER, '"2026-08-07"', BODY)),
    "JSON-LD of the list": (graph("hoi-dap/"), ('"FAQPage"', TITLE, BRIEF)),
    "sitemap": (file("sitemap.xml"), (f"/{PAGE}</loc>", "/hoi-dap/co-quan/ubnd-tinh/</loc>")),
    "RSS": (feed(rss.item), (TITLE, BRIEF, "Hỏi đáp")),
    "Atom": (feed(atom.item), (TITLE, BRIEF)),
    "JSON Feed": (feed(json_feed.item), (TITLE, BRIEF)),
    "content of feeds": (lambda c, _: tellings(c, SETTINGS)[ID].full().content, (ASKED, "Người dân", BODY, ANSWER)),
    "digest": (digest, (TITLE, BRIEF)),
    "search": (searched, ("hoi-dap", TITLE, BRIEF, ASKED, ANSWER, BODY)),
    "open data": (file("du-lieu/hoi-dap.json"), (TITLE, BRIEF, ASKED, ANSWER, "nguoi-dan", BODY, "#I.1.a")),
    "record of words": (words, (ID,)),
}
NOT_SHOWN = {
    "first page": "it is edited by hand from documents, news, guides and events; the header leads to the questions",
    "feed of a body": "such a feed announces what the body issues; the feed of the section has the questions",
    "feed of a document": "it tells what becomes of the document, and an answer changes nothing in it",
    "lead picture": "a question has none, so the card and the page are finished without",
    "attached files": "an answer links to what it rests on, which has a page of its own",
    "calendar": "a question has a day on which it was answered, and no day to come",
}
"""Outputs that do not show questions, each with the reason."""


@pytest.mark.parametrize("output", SHOWN)
def test_an_output_shows_the_question_and_its_answer(golden_values: Golden, output: str) -> None:
    make, expected = SHOWN[output]
    said = make(*golden_values)
    assert [words for words in expected if words not in said] == []


def test_a_question_not_yet_public_or_withdrawn_is_in_no_output(golden_values: Golden) -> None:
    catalogue, site = golden_values
    said = "".join(make(*golden_values) for make, _ in SHOWN.values())
    assert "HOIDAP" not in said
    assert "hoi-dap/chua-den-ngay/" not in site.pages
    assert site.pages["hoi-dap/da-thu-hoi/"].gone
    assert "hoi-chua-den-ngay" not in [item.id for item in kept_items(catalogue)]


def test_a_site_without_questions_has_no_section_for_them(golden_values: Golden) -> None:
    catalogue, site = golden_values
    library = catalogue.library
    items = tuple(text for text in library.items if not isinstance(text.item, Question))
    without = Catalogue(replace(library, items=items), catalogue.instant, preview=False)
    view = site_view(without, SETTINGS, site_feed(SETTINGS))
    assert {link.address for link in site.view.sections} - {link.address for link in view.sections} == {"hoi-dap/"}
    assert [one.address for one in listings(without) if one.address.startswith("hoi-dap/")] == []
