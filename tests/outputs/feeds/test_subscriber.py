"""Somebody polls the feeds of one build after the other: no entry is missed, none comes again without a change."""

import re
import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from lxml import etree

from infopage.content.first_published import NAME, FirstPublished
from infopage.outputs.feeds import archives, tree
from infopage.outputs.site import Site
from tests.outputs.feeds.values import ATOM, JSON, RSS, entries, walk, whole
from tests.outputs.feeds.w3c import ATOM as A
from tests.outputs.values import NOW, gather
from tests.sites import BASE

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
TAG = "tag:minhhoa.example,2026-01-01:"
NEWS = """\
---
ma: {id}
tieu_de: Tin mang mã {id}
tom_tat: Tóm tắt của {id}.
pham_vi: cong-khai
ngay_dang: {day}
chu_de: [chuyen-doi-so]
---
Nội dung riêng của {id}.
"""
HAVING = ("tat-ca", "cap-nhat", "tin-tuc", "chu-de/chuyen-doi-so")


class Page:
    """A project that is built again and again, each time with what the last build told."""

    def __init__(self, project: Path) -> None:
        self.project = project
        self.at = NOW
        self.told: FirstPublished | None = None

    def add(self, id: str, day: str) -> None:
        """Write a piece of news; ``day`` is what its editor says of when it goes out."""
        found = re.search(r"\d{4}", day)
        assert found
        file = self.project / "docs" / "tin-tuc" / found[0] / f"{id}.md"
        file.parent.mkdir(exist_ok=True)
        file.write_text(NEWS.format(id=id, day=day), encoding="utf-8")

    def build(self, later: timedelta = HOUR) -> Site:
        """Build some time after the last build, and publish."""
        self.at += later
        site = gather(self.project, self.at, self.told)[1]
        self.told = FirstPublished.parse(site.files[NAME].decode())
        return site


class Subscriber:
    """Reads a subscription document as the strictest programs do: what it takes is newer than all it has seen."""

    def __init__(self, slug: str) -> None:
        self.slug = slug
        self.latest = datetime.min.replace(tzinfo=NOW.tzinfo)
        self.built = self.latest

    def poll(self, site: Site) -> list[str]:
        """Return the ids that are new or newly changed, sorted."""
        feed = etree.fromstring(whole(site)[f"nguon-tin/{self.slug}/{ATOM}"])
        built = datetime.fromisoformat(feed.findtext(f"{A}updated"))
        assert built >= self.built, "the feed's date went back"
        times = {one.findtext(f"{A}id"): one.findtext(f"{A}updated") for one in feed.findall(f"{A}entry")}
        fresh = [id for id, at in times.items() if datetime.fromisoformat(at) > self.latest]
        self.latest = max([self.latest, *map(datetime.fromisoformat, times.values())])
        self.built = built
        return sorted(id.removeprefix(TAG) for id in fresh)


@pytest.fixture
def page(tmp_path: Path) -> Page:
    """Return a small project."""
    return Page(Path(shutil.copytree(BASE, tmp_path / "project")))


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make documents of a few entries, so that a small project has archives."""
    monkeypatch.setattr(archives, "MOST_ENTRIES", 4)
    monkeypatch.setattr(archives, "LEAST", 3)
    monkeypatch.setattr(tree, "LEAST", 3)


def everybody(site: Site) -> list[Subscriber]:
    """Return a subscriber to each feed that a piece of news is in, who has read what is there."""
    found = [Subscriber(slug) for slug in HAVING]
    for one in found:
        one.poll(site)
    return found


def archive_entries(site: Site, slug: str) -> Iterator[str]:
    files = whole(site)
    for path, content in list(walk(slug, ATOM, files))[1:]:
        yield from (entry.id.removeprefix(TAG) for entry in entries(path, content))


def test_what_is_dated_back_reaches_everybody_once(page: Page, small: None) -> None:
    for number in range(12):
        page.add(f"tin-{number:02}", f"{number + 1:02}/11/2026 08:00")
    readers = everybody(page.build())
    page.add("den-muon", "05/6/2024")
    site = page.build()
    assert [one.poll(site) for one in readers] == [["den-muon"]] * len(HAVING)
    assert not any("den-muon" in archive_entries(site, slug) for slug in HAVING)
    again = page.build()
    assert [one.poll(again) for one in readers] == [[]] * len(HAVING)
    assert whole(again) == whole(site)


def test_without_what_releases_tell_the_date_of_the_item_counts(page: Page, small: None) -> None:
    for number in range(12):
        page.add(f"tin-{number:02}", f"{number + 1:02}/11/2026 08:00")
    page.add("den-muon", "05/6/2024")
    assert "den-muon" in archive_entries(page.build(), "tin-tuc")


def test_150_of_one_day_reach_everybody_and_are_archived_when_a_week_has_passed(page: Page) -> None:
    readers = everybody(page.build())
    ids = [f"dot-{number:03}" for number in range(150)]
    for id in ids:
        page.add(id, "23/11/2026")
    site = page.build()
    assert [one.poll(site) for one in readers] == [ids] * len(HAVING)
    files = whole(site)
    for slug in HAVING:
        assert not any(id.startswith("dot-") for id in archive_entries(site, slug))
        for name in (RSS, ATOM, JSON):
            found = entries(f"nguon-tin/{slug}/{name}", files[f"nguon-tin/{slug}/{name}"])
            long = [one.id.removeprefix(TAG) in one.text and "Nội dung riêng" in one.text for one in found[:150]]
            assert long == [True] * 30 + [False] * 120
            assert all(one.link and one.text for one in found)
    later = page.build(8 * DAY)
    assert [one.poll(later) for one in readers] == [[]] * len(HAVING)
    assert any(id.startswith("dot-") for id in archive_entries(later, "tin-tuc"))
    files = whole(later)
    held = [entry for path, content in walk("tin-tuc", RSS, files) for entry in entries(path, content)]
    assert len({entry.id for entry in held}) == len(held)
    of_the_day = [entry for entry in held if entry.id.startswith(f"{TAG}dot-")]
    assert len(of_the_day) == 150
    assert all("Nội dung riêng" in entry.text for entry in of_the_day)


def test_an_embargo_that_is_lifted_reaches_everybody_once_with_the_hour_it_was(page: Page) -> None:
    page.add("hen-gio", "23/11/2026 09:30")
    readers = everybody(page.build())  # 8 giờ
    first = page.build()  # 9 giờ
    assert [one.poll(first) for one in readers] == [[]] * len(HAVING)
    lifted = page.build()  # 10 giờ
    assert [one.poll(lifted) for one in readers] == [["hen-gio"]] * len(HAVING)
    entry = next(e for e in entries(f"a/{RSS}", whole(lifted)[f"nguon-tin/tin-tuc/{RSS}"]) if e.id.endswith("hen-gio"))
    assert entry.published == NOW + 3 * HOUR
    assert whole(page.build()) == whole(lifted)


def test_a_day_without_an_hour_is_the_first_build_of_that_day_and_not_midnight(page: Page) -> None:
    page.build()
    page.add("theo-ngay", "24/11/2026")
    page.build()
    site = page.build(17 * HOUR)
    feed = entries(f"a/{RSS}", whole(site)[f"nguon-tin/tin-tuc/{RSS}"])
    assert feed[0].id == f"{TAG}theo-ngay"
    assert feed[0].published == page.at
