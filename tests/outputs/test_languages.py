"""An item in another language, and its original, are in every output with their languages, and in no general list."""

import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from infopage.content.catalogue import Catalogue
from infopage.content.model import Item
from infopage.outputs.feeds import atom, json_feed
from infopage.outputs.feeds.entries import entry
from infopage.outputs.feeds.notices import notice
from infopage.outputs.feeds.selection import groups
from infopage.outputs.jobs.tracking import Fingerprints
from infopage.outputs.site.site import Site
from infopage.outputs.views.lists import ListingView
from infopage.outputs.views.page import Page
from tests.outputs.values import SETTINGS

ID, PAGE, OWN_TITLE = "tin-tieng-e-de", "tin-tuc/2026/tin-tieng-e-de/", "Hriăm klei mtrŭn ƀuôn sang"
ORIGINAL, TITLE = "tin-tuc/2026/tin-co-anh/", "Sân đình thôn Đông sạch đẹp"
Golden = tuple[Catalogue, Site]


def item_of(catalogue: Catalogue) -> Item:
    found = catalogue.public[ID].item
    assert isinstance(found, Item)
    return found


def facts(page: Page) -> str:
    return " | ".join(f"{one.label}: {v.text} {v.address} {v.lang}" for one in page.view.facts for v in one.values)


def versions(page: Page) -> str:
    return " ".join(f"{one.text}={one.address}" for one in page.versions)


def graph(page: Page) -> str:
    return json.dumps(next(one for one in json.loads(page.structured)["@graph"] if one["@type"] == "NewsArticle"))


def listed(site: Site, address: str) -> list[str]:
    view = site.pages[address].view
    assert isinstance(view, ListingView)
    return [f"{card.lang} {' · '.join(card.meta)} {card.title}" for group in view.groups for card in group.cards]


def feeds(catalogue: Catalogue) -> str:
    """Return the slug and language of each feed that has the item."""
    found = [one for group in groups(catalogue, SETTINGS) for one in group.feeds if item_of(catalogue) in one.items]
    return " ".join(f"{one.slug}:{one.lang}" for one in found)


def indexed(site: Site) -> str:
    return "".join(content.decode() for name, content in site.files.items() if name.startswith("tim-kiem/chi-muc/"))


SHOWN: dict[str, tuple[Callable[[Catalogue, Site], object], str]] = {
    "page": (lambda _, site: site.pages[PAGE].view.lang, "rad"),
    "page, facts": (
        lambda _, site: facts(site.pages[PAGE]),
        f"Ngôn ngữ: tiếng Ê Đê (klei Êđê)   | Bản tiếng Việt: {TITLE} {ORIGINAL}",
    ),
    "original, facts": (lambda _, site: facts(site.pages[ORIGINAL]), f"Bản dịch: {OWN_TITLE} {PAGE} rad"),
    "original, page": (lambda _, site: site.pages[ORIGINAL].view.lang or "none", "none"),
    "links to versions": (lambda _, site: versions(site.pages[PAGE]), f"vi={ORIGINAL} rad={PAGE}"),
    "original, links to versions": (lambda _, site: versions(site.pages[ORIGINAL]), f"vi={ORIGINAL} rad={PAGE}"),
    "list": (lambda _, site: " ".join(listed(site, "ngon-ngu/e-de/")), f"rad Tiếng Ê Đê {OWN_TITLE}"),
    "list of all languages": (lambda _, site: " ".join(listed(site, "ngon-ngu/")), OWN_TITLE),
    "feeds": (lambda catalogue, _: feeds(catalogue), "ngon-ngu/e-de:rad"),
    "JSON-LD": (lambda _, site: graph(site.pages[PAGE]), '"inLanguage": "rad", "translationOfWork"'),
    "JSON-LD of the original": (lambda _, site: graph(site.pages[ORIGINAL]), '"workTranslation": [{"@id"'),
    "sitemap": (lambda _, site: site.files["sitemap.xml"].decode(), PAGE),
    "Atom": (lambda c, _: atom.item(entry(item_of(c), "2026-09-22", c, SETTINGS)).decode(), '<entry xml:lang="rad">'),
    "JSON Feed": (
        lambda c, _: json_feed.item(entry(item_of(c), "2026-09-22", c, SETTINGS)).decode(),
        '"language":"rad"',
    ),
    "search": (lambda _, site: indexed(site), f'"{PAGE}","{OWN_TITLE}","","Tiếng Ê Đê"'),
}
NOT_SHOWN = {
    "official documents": "they are issued in Vietnamese; a translation of one is a news item or a study guide",
    "open data": "it is about documents",
    "RSS items": "RSS has a language for a feed only: the feed of the language has it",
    "search facet": "each language has a list and a feed of its own, and results name the language",
}
"""Outputs without languages, each with the reason."""


@pytest.mark.parametrize("output", SHOWN)
def test_an_output_tells_the_language_and_the_other_versions(golden_values: Golden, output: str) -> None:
    make, expected = SHOWN[output]
    assert expected in str(make(*golden_values))


def test_no_general_list_or_feed_has_items_in_other_languages(golden_values: Golden) -> None:
    catalogue, site = golden_values
    item = item_of(catalogue)
    assert feeds(catalogue) == "ngon-ngu/e-de:rad"
    assert item not in (*catalogue.news, *catalogue.in_vietnamese)
    for address, page in site.pages.items():
        if isinstance(page.view, ListingView) and not address.startswith("ngon-ngu/"):
            assert OWN_TITLE not in " ".join(listed(site, address))


def test_the_page_of_an_original_is_made_again_when_a_translation_changes(golden_values: Golden) -> None:
    catalogue, _ = golden_values
    original = item_of(catalogue).translation_of.id  # type: ignore[attr-defined]
    before = Fingerprints(catalogue)("translations", original)
    removed = catalogue.translations.pop(original)
    try:
        assert Fingerprints(catalogue)("translations", original) != before
    finally:
        catalogue.translations[original] = removed


def test_the_notice_that_an_item_has_expired_states_that_it_is_in_vietnamese(golden_values: Golden) -> None:
    catalogue, _ = golden_values
    item = replace(item_of(catalogue), expires=item_of(catalogue).published)
    said = notice(item, "2026-09-23T00:00:00+07:00", catalogue, SETTINGS)
    assert '<entry xml:lang="vi">' in atom.item(said).decode()
    assert '"language":"vi"' in json_feed.item(said).decode()
