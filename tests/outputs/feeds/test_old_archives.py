"""Readers who have an old subscription document or archive address still reach every entry.

Archives used to have 100 entries a page and three formats. ``old/`` holds what that code wrote for the same project:
the addresses of all archive pages, and the subscription documents of one feed, reduced to two entries, with the ids
of all their entries.
"""

import json
from pathlib import Path

import pytest

from infopage.content.catalogue import Catalogue
from infopage.outputs.feeds import content as content_module
from infopage.outputs.feeds.formats import FORMATS
from infopage.outputs.feeds.moved import successor
from infopage.outputs.feeds.telling import tellings
from infopage.outputs.site.site import Site
from tests.outputs.feeds.values import ATOM, JSON, RSS, URL, earlier, entries, whole
from tests.outputs.values import SETTINGS

Values = tuple[Catalogue, Site]
OLD = Path(__file__).parent / "old"


def test_every_old_address_is_one_still_or_leads_to_its_page_in_atom(many_values: Values) -> None:
    files = whole(many_values[1])
    addresses = (OLD / "addresses.txt").read_text("utf-8").split()
    assert len(addresses) > 40
    for address in addresses:
        assert (address in files) is address.endswith(ATOM)
        assert successor(address) in files


@pytest.mark.parametrize("name", [RSS, ATOM, JSON])
def test_a_walk_from_an_old_subscription_document_meets_every_older_entry_once(many_values: Values, name: str) -> None:
    files = whole(many_values[1])
    content = (OLD / name).read_bytes()
    at = json.loads(content)["next_url"].removeprefix(URL) if name == JSON else earlier(name, content)
    assert at.endswith(f"/{name}")
    walked: list[str] = []
    while at:
        path = successor(at)
        walked += (entry.id.rpartition(":")[2] for entry in entries(path, files[path]))
        at = earlier(path, files[path])
    assert len(walked) == len(set(walked))
    had = set((OLD / "ids.txt").read_text("utf-8").split())
    assert {entry.id.rpartition(":")[2] for entry in entries(name, content)} <= had
    assert had.isdisjoint(walked)
    assert {f"tin-cu-{number}" for number in range(300)} <= had | set(walked)


def test_an_entry_weighs_at_least_what_it_takes_and_half_of_what_it_once_took(
    each_site: Values, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = tellings(each_site[0], SETTINGS).values()
    for most, share in ((content_module.MOST, 1), (64 * 1024, 2)):
        monkeypatch.setattr(content_module, "MOST", most)
        for one in told:
            entry = one.full()
            assert max(len(kind.item(entry)) for kind in FORMATS.values()) <= share * one.weight, one.item.id
