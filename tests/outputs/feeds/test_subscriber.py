"""A subscriber who polls the feeds of successive builds misses no entry and gets none again without a change."""

import re
import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from lxml import etree

from infopage.content.first_published import FirstPublished
from infopage.content.first_published_file import NAME
from infopage.outputs.feeds import archives
from infopage.outputs.site.site import Site
from tests.outputs.feeds import w3c
from tests.outputs.feeds.values import ATOM, JSON, RSS, URL, Read, entries, walk, whole
from tests.outputs.feeds.w3c import ATOM as A
from tests.outputs.values import NOW, gather
from tests.sites import BASE

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
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
    """A project that is built repeatedly, each time with the last build's record of first publications."""

    def __init__(self, project: Path) -> None:
        self.project = project
        self.at = NOW
        self.told: FirstPublished | None = None

    def add(self, id: str, day: str) -> None:
        """Write a news item; ``day`` is its publication date."""
        found = re.search(r"\d{4}", day)
        assert found
        file = self.project / "docs" / "tin-tuc" / found[0] / f"{id}.md"
        file.parent.mkdir(exist_ok=True)
        file.write_text(NEWS.format(id=id, day=day), encoding="utf-8")

    def head(self, id: str, lines: str) -> None:
        """Add lines to the header of a news item."""
        (file,) = (self.project / "docs" / "tin-tuc").rglob(f"{id}.md")
        text = file.read_text("utf-8")
        file.write_text(text.replace("pham_vi: cong-khai\n", f"pham_vi: cong-khai\n{lines}", 1), encoding="utf-8")

    def build(self, later: timedelta = HOUR) -> Site:
        """Build and publish, ``later`` than the last build."""
        self.at += later
        site = gather(self.project, self.at, self.told)[1]
        self.told = FirstPublished.parse(site.files[NAME].decode())
        return site


class Subscriber:
    """Reads a subscription document as the strictest feed readers do: it takes only entries newer than all seen."""

    def __init__(self, slug: str) -> None:
        self.slug = slug
        self.latest = datetime.min.replace(tzinfo=NOW.tzinfo)
        self.built = self.latest

    def poll(self, site: Site) -> list[str]:
        """Return the ids of entries that are new or changed for this reader, sorted."""
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
    """Limit feed files to a few entries, so that a small project has archives."""
    monkeypatch.setattr(archives, "MOST_ENTRIES", 4)
    monkeypatch.setattr(archives, "LEAST", 3)


def everybody(site: Site) -> list[Subscriber]:
    """Return a subscriber to each feed that contains news; each has read all present entries."""
    found = [Subscriber(slug) for slug in HAVING]
    for one in found:
        one.poll(site)
    return found


def polled(readers: list[Subscriber], site: Site) -> list[list[str]]:
    """Return the new entries that each subscriber finds in a site."""
    return [one.poll(site) for one in readers]


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
    assert polled(readers, site) == [["den-muon"]] * len(HAVING)
    assert not any("den-muon" in archive_entries(site, slug) for slug in HAVING)
    again = page.build()
    assert polled(readers, again) == [[]] * len(HAVING)
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
    assert polled(readers, site) == [ids] * len(HAVING)
    files = whole(site)
    for slug in HAVING:
        assert not any(id.startswith("dot-") for id in archive_entries(site, slug))
        for name in (RSS, ATOM, JSON) if slug == "tin-tuc" else (JSON,):
            found = entries(f"nguon-tin/{slug}/{name}", files[f"nguon-tin/{slug}/{name}"])
            long = [one.id.removeprefix(TAG) in one.text and "Nội dung riêng" in one.text for one in found[:150]]
            assert long == [True] * 30 + [False] * 120
            assert all(one.link and one.text for one in found)
    path = f"nguon-tin/tin-tuc/{ATOM}"
    assert list(w3c.faults(files[path], URL + path, page.at)) == []
    later = page.build(8 * DAY)
    assert polled(readers, later) == [[]] * len(HAVING)
    assert any(id.startswith("dot-") for id in archive_entries(later, "tin-tuc"))
    files = whole(later)
    for slug in HAVING:
        (first, *archived) = [entries(path, content) for path, content in walk(slug, JSON, files)]
        held = [entry for page in (first, *archived) for entry in page]
        assert len({entry.id for entry in held}) == len(held)
        assert len([entry for entry in held if entry.id.startswith(f"{TAG}dot-")]) == 150
        assert all("Nội dung riêng" in entry.text for entry in first[:30])
        of_the_day = [entry for page in archived for entry in page if entry.id.startswith(f"{TAG}dot-")]
        assert {"Nội dung riêng" in entry.text for entry in of_the_day} == {slug == "tat-ca"}


def test_what_stands_in_full_is_not_shortened_while_a_document_has_it(page: Page) -> None:
    seen: dict[tuple[str, str], bool] = {}
    number = 0
    for many in (3, 1, 35, 1, 1, 28, 4, 1):
        for _ in range(many):
            page.add(f"lan-{number:03}", "20/11/2026")
            number += 1
        site = page.build()
        for slug in HAVING:
            path = f"nguon-tin/{slug}/{ATOM}"
            shown = {entry.id: "Nội dung riêng" in entry.text for entry in entries(path, whole(site)[path])}
            told = [is_whole for id, is_whole in shown.items() if "lan-" in id]
            assert len(told) == number
            assert not told[:30].count(False) or many > 30
            for id, is_whole in shown.items():
                assert seen.get((slug, id), is_whole) is is_whole
                seen[slug, id] = is_whole
    assert {is_whole for (_, id), is_whole in seen.items() if "lan-" in id} == {True, False}


def test_an_embargo_that_is_lifted_reaches_everybody_once_with_the_hour_it_was(page: Page) -> None:
    page.add("hen-gio", "23/11/2026 09:30")
    # The builds are an hour apart, from 8:00. The item is due between the second and the third.
    readers = everybody(page.build())
    first = page.build()
    assert polled(readers, first) == [[]] * len(HAVING)
    lifted = page.build()
    assert polled(readers, lifted) == [["hen-gio"]] * len(HAVING)
    entry = next(e for e in entries(f"a/{RSS}", whole(lifted)[f"nguon-tin/tin-tuc/{RSS}"]) if e.id.endswith("hen-gio"))
    assert entry.published == NOW + 3 * HOUR - MINUTE
    assert whole(page.build()) == whole(lifted)


def test_a_day_without_an_hour_is_the_first_build_of_that_day_and_not_midnight(page: Page) -> None:
    page.build()
    page.add("theo-ngay", "24/11/2026")
    page.build()
    site = page.build(17 * HOUR)
    feed = entries(f"a/{RSS}", whole(site)[f"nguon-tin/tin-tuc/{RSS}"])
    assert feed[0].id == f"{TAG}theo-ngay"
    assert feed[0].published == page.at - MINUTE


WITHDRAWN = "thu_hoi:\n  ngay: {day}\n  ly_do: Đăng nhầm bản <chưa ký> & chưa duyệt.\n"
TOLD = (*HAVING, "dinh-chinh")


def entry_of(site: Site, slug: str, id: str, name: str) -> Read:
    path = f"nguon-tin/{slug}/{name}"
    (found,) = (entry for entry in entries(path, whole(site)[path]) if entry.id == f"{TAG}{id}")
    return found


def test_a_withdrawal_reaches_everybody_even_of_what_was_archived_and_is_told_for_90_days(
    page: Page, small: None
) -> None:
    for number in range(12):
        page.add(f"tin-{number:02}", f"{number + 1:02}/11/2026 08:00")
    site = page.build()
    assert "tin-01" in archive_entries(site, "tin-tuc")
    readers = [*everybody(site), Subscriber("dinh-chinh")]
    readers[-1].poll(site)
    page.head("tin-01", WITHDRAWN.format(day="23/11/2026"))
    site = page.build()
    assert polled(readers, site) == [["tin-01"]] * len(TOLD)
    for slug in TOLD:
        for name in (RSS, ATOM, JSON):
            found = entry_of(site, slug, "tin-01", name)
            assert found.title == "[Đã thu hồi] Tin mang mã tin-01"
            assert found.text == (
                "Nội dung này đã bị thu hồi ngày 23/11/2026. Lý do: Đăng nhầm bản <chưa ký> & chưa duyệt."
            )
    assert b"ri\xc3\xaang c\xe1\xbb\xa7a tin-01" not in b"".join(whole(site).values())
    assert polled(readers, page.build(89 * DAY)) == [[]] * len(TOLD)
    last = page.build(2 * DAY)
    assert polled(readers, last) == [[]] * len(TOLD)
    assert f"{TAG}tin-01<".encode() not in b"".join(whole(last).values())


def test_what_was_published_and_withdrawn_on_one_day_is_told_too(page: Page) -> None:
    page.build()
    page.add("tin-vua-dang", "23/11/2026")
    readers = everybody(page.build())
    page.head("tin-vua-dang", WITHDRAWN.format(day="23/11/2026"))
    site = page.build()
    assert polled(readers, site) == [["tin-vua-dang"]] * len(HAVING)
    assert polled(readers, page.build()) == [[]] * len(HAVING)


def test_what_is_withdrawn_before_anybody_saw_it_is_told_to_nobody(page: Page) -> None:
    readers = everybody(page.build())
    page.add("tin-chua-ai-thay", "23/11/2026")
    page.head("tin-chua-ai-thay", WITHDRAWN.format(day="23/11/2026"))
    for _ in range(2):
        assert polled(readers, page.build()) == [[]] * len(HAVING)


def test_an_expiry_reaches_everybody_once_in_one_line(page: Page) -> None:
    page.add("tin-co-han", "20/11/2026 08:00")
    page.head("tin-co-han", "het_han: 23/11/2026 09:30\n")
    # The builds are an hour apart, from 8:00. The item expires between the second and the third.
    readers = everybody(page.build())
    assert polled(readers, page.build()) == [[]] * len(HAVING)
    site = page.build()
    assert polled(readers, site) == [["tin-co-han"]] * len(HAVING)
    found = entry_of(site, "tin-tuc", "tin-co-han", RSS)
    assert (found.title, found.text) == (
        "[Đã hết hạn] Tin mang mã tin-co-han",
        "Nội dung này đã hết hạn đăng từ ngày 23/11/2026.",
    )
    assert polled(readers, page.build()) == [[]] * len(HAVING)


def test_what_stands_there_again_is_told_again(page: Page) -> None:
    page.add("tin-tro-lai", "20/11/2026 08:00")
    readers = everybody(page.build())
    withdrawal = WITHDRAWN.format(day="23/11/2026")
    page.head("tin-tro-lai", withdrawal)
    assert polled(readers, page.build()) == [["tin-tro-lai"]] * len(HAVING)
    (file,) = (page.project / "docs" / "tin-tuc").rglob("tin-tro-lai.md")
    file.write_text(file.read_text("utf-8").replace(withdrawal, ""), encoding="utf-8")
    site = page.build()
    assert polled(readers, site) == [["tin-tro-lai"]] * len(HAVING)
    assert "Nội dung riêng" in entry_of(site, "tin-tuc", "tin-tro-lai", JSON).text


def test_the_dates_of_feeds_do_not_go_back_when_events_end(page: Page) -> None:
    reader = Subscriber("sap-dien-ra")
    for later in (HOUR, 5 * DAY, 30 * DAY, 400 * DAY):
        reader.poll(page.build(later))


def test_a_notice_that_named_the_item_is_replaced_by_one_that_does_not(page: Page) -> None:
    page.add("tin-mat", "20/11/2026 08:00")
    readers = everybody(page.build())
    withdrawal = WITHDRAWN.format(day="23/11/2026")
    page.head("tin-mat", withdrawal)
    assert polled(readers, page.build()) == [["tin-mat"]] * len(HAVING)
    (file,) = (page.project / "docs" / "tin-tuc").rglob("tin-mat.md")
    file.write_text(file.read_text("utf-8").replace(withdrawal, f"{withdrawal}  giau_ten: co\n"), encoding="utf-8")
    site = page.build()
    assert polled(readers, site) == [["tin-mat"]] * len(HAVING)
    for name in (RSS, ATOM, JSON):
        found = entry_of(site, "tin-tuc", "tin-mat", name)
        assert (found.title, found.text) == ("Một mục đã bị thu hồi", "Một mục đã bị thu hồi ngày 23/11/2026.")
        assert found.link == f"{URL}dinh-chinh/"
    assert "Tin mang mã tin-mat".encode() not in b"".join(whole(site).values())


def test_builds_of_one_minute_keep_the_order_in_which_they_told(page: Page) -> None:
    page.build(timedelta(0))
    page.add("dung-gio", "23/11/2026 08:00")
    page.build(HOUR + timedelta(seconds=10))
    first = page.told
    page.add("ngay-sau-do", "23/11/2026 07:30")
    page.build(timedelta(seconds=20))
    assert first
    assert page.told
    assert page.told.follows(first)
