"""A notice is on every page and in the feeds from its first moment to its last."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from infopage.content.catalogue import Catalogue
from infopage.outputs.feeds.opml import OPML
from infopage.outputs.site.shared import shared_digest
from infopage.outputs.site.site import Site
from infopage.outputs.views.standing import StandingView
from tests.outputs.feeds.values import whole
from tests.outputs.values import NOW, SETTINGS, gather
from tests.sites import golden_project

Golden = tuple[Catalogue, Site]
WORDS = "Trang tạm dừng < 2 giờ & bảo trì tối 25/11/2026."
DAY = timedelta(days=1)
MIDNIGHT = NOW + timedelta(hours=17)
"""24/11/2026 0:00 in Hà Nội."""


@pytest.mark.parametrize(
    ("instant", "shown"),
    [
        (NOW, [WORDS]),
        (MIDNIGHT, [WORDS, "Thông báo sắp hiện."]),
        (MIDNIGHT + 2 * DAY - timedelta(seconds=1), [WORDS, "Thông báo sắp hiện."]),
        (MIDNIGHT + 2 * DAY, ["Thông báo sắp hiện."]),
        (MIDNIGHT + 7 * DAY, []),
    ],
)
def test_a_notice_is_shown_from_its_first_moment_to_the_end_of_its_last_day(
    tmp_path: Path, instant: datetime, shown: list[str]
) -> None:
    catalogue, site = gather(golden_project(tmp_path / "project"), instant)
    assert [line.text for line in site.view.notices] == shown
    since, until = catalogue.span
    assert since <= instant < until
    in_feed = whole(site)["nguon-tin/tat-ca/atom.xml"].decode()
    assert in_feed.count(":thong-bao/") == len(shown)


def test_a_notice_says_since_when_it_is_there_and_leads_on(golden_values: Golden) -> None:
    (line,) = golden_values[1].view.notices
    assert (line.when.text, line.when.iso, line.link_words, line.address) == (
        "20/11/2026",
        "2026-11-20T08:00+07:00",
        "Xem lịch",
        "tin-tuc/2026/tin-co-anh/",
    )


def test_every_page_depends_on_the_notices(golden_values: Golden, tmp_path: Path) -> None:
    catalogue, site = golden_values
    later, after = gather(golden_project(tmp_path / "project"), MIDNIGHT)
    assert shared_digest(site.view, catalogue, SETTINGS) != shared_digest(after.view, later, SETTINGS)


@pytest.mark.parametrize("file", ["rss.xml", "atom.xml", "feed.json"])
def test_the_feed_of_the_whole_site_has_the_notice_above_older_entries(golden_values: Golden, file: str) -> None:
    feed = whole(golden_values[1])[f"nguon-tin/tat-ca/{file}"].decode()
    first = min(feed.index(word) for word in ("<item>", "<entry>", '"items"') if word in feed)
    assert feed.index("Thông báo: Trang ") > first
    assert feed.index("Thông báo: Trang ") < feed.index("tag:minhhoa.example,2026-01-01:tin-")
    assert "https://minhhoa.example/tin-tuc/2026/tin-co-anh/" in feed


def test_the_feed_of_notices_keeps_those_that_are_over(golden_values: Golden) -> None:
    feed = whole(golden_values[1])["nguon-tin/thong-bao/atom.xml"].decode()
    assert feed.index(":thong-bao/bao-tri") < feed.index(":thong-bao/da-het")
    assert "sap-hien" not in feed


def test_no_other_feed_has_notices(golden_values: Golden) -> None:
    feeds = {name for name, content in whole(golden_values[1]).items() if b":thong-bao/" in content}
    assert {name.split("/")[1] for name in feeds} == {"tat-ca", "thong-bao"}


def test_the_feed_of_notices_is_listed(golden_values: Golden) -> None:
    _, site = golden_values
    view = site.pages["nguon-tin/"].view
    assert isinstance(view, StandingView)
    assert any("nguon-tin/thong-bao/" in row.address for group in view.feeds for row in group.feeds)
    assert b"nguon-tin/thong-bao/rss.xml" in whole(site)[OPML]


NOT_SHOWN = {
    "documents as printed": "a document is printed as issued",
    "search, sitemap, open data": "a notice is about the site for some days, not content that is looked for later",
    "JSON-LD": "no type of schema.org says of a whole site what holds for some days",
    "feeds by section, topic, author": "who follows several of them would get each notice several times",
    "digests by day and week": "they list new items",
}
"""Outputs that do not show notices, each with the reason."""
