"""A reprint names its source, how it is used and what the source corrected; a machine's text is labelled everywhere."""

import json
from collections.abc import Callable

import pytest

from infopage.content.catalogue import Catalogue
from infopage.content.model import Item
from infopage.content.model_parts import Origin
from infopage.outputs.feeds.content import notes
from infopage.outputs.pages.corrections import corrections_page
from infopage.outputs.site.site import Site
from infopage.outputs.views.lists import ListingView
from infopage.outputs.wording.facts import facts
from infopage.outputs.wording.notices import changes
from tests.outputs.values import SETTINGS

PAGE = "tin-tuc/2026/tin-dang-lai/"
FOLLOWING, GENERATED = ", theo Báo Minh Họa", "do máy tạo ra (AI)"
Golden = tuple[Catalogue, Site]


def item_of(catalogue: Catalogue) -> Item:
    found = catalogue.public["tin-dang-lai"].item
    assert isinstance(found, Item)
    return found


def box(catalogue: Catalogue, _: Site) -> str:
    return " ".join(f"{fact.label}: {fact.values[0].text}" for fact in facts(item_of(catalogue), catalogue))


def page(_: Catalogue, site: Site) -> str:
    view = site.pages[PAGE].view
    return " ".join((*(one.text for one in view.notices), *(one.following for one in view.corrections)))


def history(catalogue: Catalogue, _: Site) -> str:
    return " ".join(line.text for line in changes(item_of(catalogue)))


def list_of_corrections(catalogue: Catalogue, _: Site) -> str:
    return " ".join(one.following for one in corrections_page(catalogue, SETTINGS).view.corrections)


def lists(_: Catalogue, site: Site) -> str:
    views = (one.view for one in site.pages.values() if isinstance(one.view, ListingView))
    return " ".join({c.label for view in views for group in view.groups for c in group.cards if c.address == PAGE})


def feeds(catalogue: Catalogue, _: Site) -> str:
    told = notes(item_of(catalogue), catalogue, SETTINGS)
    return "\n".join((*told.before, *told.after))


def structured(_: Catalogue, site: Site) -> str:
    graph = json.loads(site.pages[PAGE].structured)["@graph"]
    return json.dumps(next(one for one in graph if one["@type"] == "NewsArticle"), ensure_ascii=False)


SHOWN: dict[str, tuple[Callable[[Catalogue, Site], str], tuple[str, ...]]] = {
    "box of facts": (box, ("Nguồn: Báo Minh Họa", "Tác giả: Trần Thị B", "Cách dùng: Đăng lại nguyên văn")),
    "page": (page, (f"Bài {GENERATED}.", FOLLOWING)),
    "history": (history, (f"Đính chính{FOLLOWING}: đã đăng “chi bộ có 30 đảng viên”",)),
    "list of corrections": (list_of_corrections, (FOLLOWING,)),
    "lists": (lists, (GENERATED,)),
    "feeds": (feeds, (f"<strong>Bài {GENERATED}.</strong>", f"18/9/2026{FOLLOWING}:", "Đăng lại nguyên văn.")),
    "JSON-LD": (structured, ("TrainedAlgorithmicMediaDigitalSource", "https://bao.example/thon-tay")),
}
NOT_SHOWN = {
    "manner and label in the open data": "it is about documents, which are neither reprints nor made by machines",
    "label in search results": "a result shows the words that were asked for, and leads to the page with the label",
    "label of an event": "an event is no work, and schema.org has no such property for it",
    "agreement": "it is kept for the office",
}
"""What outputs do not show of a reprint, each with the reason."""


@pytest.mark.parametrize("output", SHOWN)
def test_an_output_tells_where_a_text_is_from(golden_values: Golden, output: str) -> None:
    make, expected = SHOWN[output]
    said = make(*golden_values)
    assert [words for words in expected if words not in said] == []


def test_the_agreement_is_in_no_output(golden_values: Golden) -> None:
    catalogue, site = golden_values
    origin = item_of(catalogue).origin
    assert isinstance(origin, Origin)
    assert origin.agreement
    everything = " ".join(make(*golden_values) for make, _ in SHOWN.values()) + repr(site.pages[PAGE])
    assert origin.agreement.name not in everything


def test_a_text_of_people_has_no_label(golden_values: Golden) -> None:
    _, site = golden_values
    graph = json.loads(site.pages["tin-tuc/2026/hoi-nghi/"].structured)["@graph"]
    assert not any("digitalSourceType" in one for one in graph)
    assert not any("AI" in one.text for one in site.pages["tin-tuc/2026/hoi-nghi/"].view.notices)
