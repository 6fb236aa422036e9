"""A draft put to the people is in every output that shows items, with its stage, and opinions only as counts."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

import pytest

from infopage.content.catalogue import Catalogue
from infopage.content.model import Draft
from infopage.content.stages import Stage, stage_of
from infopage.language.dates import HANOI
from infopage.outputs.feeds import atom, json_feed, rss
from infopage.outputs.feeds.digest import Period, digest_of
from infopage.outputs.feeds.entries import entry
from infopage.outputs.feeds.telling import tellings
from infopage.outputs.jobs.fingerprints import Fingerprints
from infopage.outputs.search.authority import authority
from infopage.outputs.search.sources import outlines
from infopage.outputs.site.site import Site
from infopage.outputs.views.lists import ListingView
from infopage.outputs.wording.described import described
from infopage.release.words.record import WordsKey, record_of
from tests.outputs.values import SETTINGS

Golden = tuple[Catalogue, Site]
OPEN, ISSUED = "lay-y-kien/quy-che/", "lay-y-kien/ho-so/"
OPEN_ID, ISSUED_ID = "y-kien-quy-che", "y-kien-ho-so"
TITLE, BRIEF = "Lấy ý kiến về dự thảo Quy chế trả lời bạn đọc", "Dự thảo nói câu hỏi được trả lời trong bao lâu."
BODY, WORDS, PLACE = "Tỉnh ủy Minh Họa", "Câu hỏi được trả lời trong 10 ngày.", "Văn phòng Tỉnh ủy"
OPINION, USE = "Đề nghị rút thời hạn", "Chưa tiếp thu, vì còn thủ tục cần bản chính."


def draft(catalogue: Catalogue, id: str = OPEN_ID) -> Draft:
    found = catalogue.public[id].item
    assert isinstance(found, Draft)
    return found


def page(address: str) -> Callable[[Catalogue, Site], str]:
    def said(_: Catalogue, site: Site) -> str:
        made = site.pages[address]
        view = made.view
        shown = (view.facts, view.notices, view.files, view.send_to, view.reception)
        return f"{made.title} {made.description} {shown} {made.html}"

    return said


def cards(address: str) -> Callable[[Catalogue, Site], str]:
    def said(_: Catalogue, site: Site) -> str:
        view = site.pages[address].view
        groups = (view.drafts,) if not address else view.groups if isinstance(view, ListingView) else view.related
        return " ".join(f"{card.title} {card.meta} {card.badge}" for group in groups for card in group.cards)

    return said


def feed(write: Callable[..., bytes]) -> Callable[[Catalogue, Site], str]:
    return lambda catalogue, _: write(entry(draft(catalogue, ISSUED_ID), "2026-08-10", catalogue, SETTINGS)).decode()


def content(id: str) -> Callable[[Catalogue, Site], str]:
    return lambda catalogue, _: tellings(catalogue, SETTINGS)[id].full().content


def searched(catalogue: Catalogue, _: Site) -> str:
    found = [one for one in outlines(catalogue, Fingerprints(catalogue), "") if one.address in (OPEN, ISSUED)]
    return " ".join(f"{one.section} {one.read()}" for one in found)


def file(path: str) -> Callable[[Catalogue, Site], str]:
    return lambda _, site: site.files[path].decode()


SHOWN: dict[str, tuple[Callable[[Catalogue, Site], str], tuple[str, ...]]] = {
    "description": (lambda c, _: str(described(draft(c), c)), (TITLE, BRIEF, "Đang lấy ý kiến")),
    "page": (page(OPEN), (TITLE, BRIEF, "chưa phải văn bản đã ban hành", "15-TB/TU", "23/11/2026", PLACE, WORDS)),
    "page of an issued one": (
        page(ISSUED),
        ("Đã ban hành", "van-ban/ubnd-tinh/2026/45-kh-ubnd/", OPINION, USE, ".pdf"),
    ),
    "list": (cards("lay-y-kien/"), (TITLE, BODY, "đến 23/11/2026", "Đang lấy ý kiến", "Đã ban hành")),
    "list of a topic": (cards("lay-y-kien/chu-de/chuyen-doi-so/"), (TITLE,)),
    "list of a body": (cards("lay-y-kien/co-quan/tinh-uy/"), (TITLE,)),
    "page of a topic": (cards("chuyen-de/chuyen-doi-so/"), (TITLE,)),
    "page of a document": (cards("van-ban/tinh-uy/2025-2030/05-nq-tu/"), (TITLE,)),
    "first page": (cards(""), (TITLE, "Đang lấy ý kiến")),
    "JSON-LD": (
        lambda _, site: json.dumps(json.loads(site.pages[ISSUED].structured), ensure_ascii=False),
        ('"DigitalDocument"', '"dự thảo"', '"2026-07-02/2026-07-30"', "45-kh-ubnd", "application/pdf"),
    ),
    "sitemap": (file("sitemap.xml"), (f"/{OPEN}</loc>", "/lay-y-kien/co-quan/ubnd-tinh/</loc>")),
    "RSS": (feed(rss.item), ("Dự thảo Quyết định", "application/pdf", "Lấy ý kiến")),
    "Atom": (feed(atom.item), ("Dự thảo Quyết định", "application/pdf")),
    "JSON Feed": (feed(json_feed.item), ("Dự thảo Quyết định", "application/pdf")),
    "content of feeds": (content(OPEN_ID), ("15-TB/TU", "15/7/2026", PLACE, WORDS)),
    "content of feeds with opinions": (content(ISSUED_ID), ("đã nhận 20 ý kiến", OPINION, USE)),
    "digest": (
        lambda c, _: str(digest_of(Period.day(date(2026, 7, 15)), c).sections(c, SETTINGS)),
        (TITLE, BRIEF),
    ),
    "search": (searched, ("lay-y-kien", TITLE, BRIEF, BODY, WORDS, PLACE, OPINION, USE)),
    "open data": (
        file("du-lieu/lay-y-kien.json"),
        (TITLE, "dang-lay-y-kien", "da-ban-hanh", WORDS, OPINION, USE, ".pdf"),
    ),
    "record of words": (lambda c, _: " ".join(record_of(c, WordsKey.of("k" * 32), None).items), (OPEN_ID, ISSUED_ID)),
}
NOT_SHOWN = {
    "feed of a body": "such a feed announces what the body issues, and a draft is not issued",
    "feed of a document": "it tells what becomes of the document; the document that is issued from a draft has its own",
    "lead picture": "a draft has none, so the card and the page are finished without",
    "Akoma Ntoso": "it describes acts, and a draft is none yet",
    "calendar": "the days stand on the page and in the list, and nobody has to be anywhere",
}
"""Outputs that do not show drafts, each with the reason."""


@pytest.mark.parametrize("output", SHOWN)
def test_an_output_shows_the_draft(golden_values: Golden, output: str) -> None:
    make, expected = SHOWN[output]
    said = make(*golden_values)
    assert [words for words in expected if words not in said] == []


def test_a_withdrawn_draft_is_in_no_output_but_its_notice(golden_values: Golden) -> None:
    assert "THUHOIDUTHAO" not in "".join(make(*golden_values) for make, _ in SHOWN.values())
    assert golden_values[1].pages["lay-y-kien/da-thu-hoi/"].gone


@pytest.mark.parametrize(
    ("at", "stage"),
    [
        (datetime(2026, 7, 14, 23, 59, tzinfo=HANOI), Stage.COMING),
        (datetime(2026, 7, 15, tzinfo=HANOI), Stage.OPEN),
        (datetime(2026, 11, 23, 23, 59, tzinfo=HANOI), Stage.OPEN),
        (datetime(2026, 11, 24, tzinfo=HANOI), Stage.CLOSED),
    ],
)
def test_the_stage_follows_the_days(golden_values: Golden, at: datetime, stage: Stage) -> None:
    catalogue = Catalogue(golden_values[0].library, at, preview=True)
    one = draft(catalogue)
    assert stage_of(one, catalogue) is stage
    assert authority(one, catalogue) == (0 if stage is Stage.CLOSED else 1)
    assert catalogue.span[0] <= at < catalogue.span[1]


def test_what_shows_a_draft_is_made_again_when_its_stage_changes(golden_values: Golden) -> None:
    library = golden_values[0].library
    told = {
        Fingerprints(Catalogue(library, datetime(2026, 11, day, 12, tzinfo=HANOI), preview=False))("item", OPEN_ID)
        for day in (22, 23, 24, 25)
    }
    assert len(told) == 2


def test_an_issued_draft_is_issued_whatever_the_days(golden_values: Golden) -> None:
    catalogue = golden_values[0]
    late = replace(draft(catalogue, ISSUED_ID), until=date(2030, 1, 1))
    assert stage_of(late, catalogue) is Stage.ISSUED
    assert stage_of(replace(late, issued_as=()), catalogue) is Stage.OPEN
