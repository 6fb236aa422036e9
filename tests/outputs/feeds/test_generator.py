"""Known faults of feedgen: they still exist, so each workaround is needed, and our feeds do not have them."""

from datetime import UTC, datetime, timedelta

import pytest
from feedgen.entry import FeedEntry
from feedgen.feed import FeedGenerator
from lxml import etree

from infopage.content.catalogue import Catalogue
from infopage.outputs.feeds.generator import Envelope, RssItem
from infopage.outputs.feeds.instants import changed
from infopage.outputs.feeds.notices import KEPT
from infopage.outputs.feeds.site_notices import notice_changes
from infopage.outputs.site.site import Site
from tests.outputs.feeds.values import ATOM, RSS, whole
from tests.outputs.feeds.w3c import ATOM as A
from tests.outputs.feeds.w3c import CONTENT, DC

Values = tuple[Catalogue, Site]
AT = datetime(2026, 11, 2, tzinfo=UTC)


def described(entry: FeedEntry) -> FeedEntry:
    """Fill an entry with the usual fields and a PDF."""
    entry.id("tag:a.example,2026-01-01:a")
    entry.title("Tên")
    entry.link(href="https://a.example/", rel="alternate")
    entry.link(href="https://a.example/a.pdf", rel="enclosure", type="application/pdf", length="12")
    entry.author(name="Tỉnh ủy")
    entry.description("Tóm tắt", isSummary=True)
    entry.content("<p>Chữ</p>", type="CDATA")
    return entry


def test_what_feedgen_would_lose_of_an_atom_entry_is_there(golden_values: Values) -> None:
    theirs = described(FeedEntry()).atom_entry()
    assert [dict(link.attrib) for link in theirs.findall("link")][1] == {"href": "https://a.example/a.pdf"}
    assert theirs.find("content").get("type") == "CDATA"
    ours = etree.fromstring(whole(golden_values[1])[f"nguon-tin/van-ban/{ATOM}"])
    assert {content.get("type") for content in ours.iter(f"{A}content")} == {"html"}
    files = [link for link in ours.iter(f"{A}link") if link.get("rel") == "enclosure"]
    assert files
    assert all(link.get("type") and link.get("length") and link.get("title") for link in files)


def test_an_author_without_an_address_for_mail_is_not_lost() -> None:
    ours = described(RssItem())
    ours.creators = ("Tỉnh ủy",)
    assert described(FeedEntry()).rss_entry().find("author") is None
    assert ours.rss_entry().findtext(f"{DC}creator") == "Tỉnh ủy"


def channel(feed: FeedGenerator) -> etree._Element:
    feed.title("Tên")
    feed.description("Mô tả")
    feed.link(href="https://a.example/rss.xml", rel="self")
    feed.link(href="https://a.example/luu/rss.xml", rel="self")
    return etree.fromstring(feed.rss_str()).find("channel")


def test_the_channels_link_is_the_page_and_other_links_are_kept() -> None:
    plain = FeedGenerator()
    plain.link(href="https://a.example/", rel="alternate")
    assert channel(plain).findtext("link") != "https://a.example/"
    assert len(channel(plain).findall(f"{A}link")) == 1
    ours = Envelope("https://a.example/")
    ours.history.links = [{"href": "https://a.example/luu/1/rss.xml", "rel": "prev-archive"}]
    found = channel(ours)
    assert found.findtext("link") == "https://a.example/"
    assert [link.get("rel") for link in found.findall(f"{A}link")] == ["self", "prev-archive"]


def test_no_instant_of_a_feed_is_the_clocks(each_site: Values) -> None:
    now = datetime.now(UTC)
    assert abs(FeedGenerator().updated() - now) < timedelta(minutes=5)
    catalogue = each_site[0]
    told = [changed(one, catalogue).at for one in (*catalogue.current, *catalogue.gone)]
    told += [event.end.at for event in catalogue.past_events]
    told += notice_changes(catalogue)
    told += [changed(one, catalogue).at + KEPT for one in catalogue.gone]
    changes = {at.isoformat() for at in told} | {"2026-01-01T00:00:00+07:00"}
    for path, content in whole(each_site[1]).items():
        if path.endswith(ATOM):
            told = etree.fromstring(content).findtext(f"{A}updated")
            assert told in changes or ("/hang-" in path and told.endswith("T00:00:00+07:00")), path


def test_the_newest_entry_comes_first_though_feedgen_puts_the_last_added_there(golden_values: Values) -> None:
    feed = FeedGenerator()
    for id in "ab":
        feed.add_entry().id(id)
    assert [entry.id() for entry in feed.entry()] == ["b", "a"]
    channel = etree.fromstring(whole(golden_values[1])[f"nguon-tin/tin-tuc/{RSS}"]).find("channel")
    dates = [datetime.strptime(one.text, "%a, %d %b %Y %H:%M:%S %z") for one in channel.findall("item/pubDate")]
    assert dates == sorted(dates, reverse=True)


def test_an_item_has_a_description_beside_its_full_text(each_site: Values) -> None:
    lone = FeedEntry()
    lone.content("<p>Chữ</p>", type="CDATA")
    assert lone.rss_entry().findtext("description") == "<p>Chữ</p>"
    for item in etree.fromstring(whole(each_site[1])[f"nguon-tin/tat-ca/{RSS}"]).findall("channel/item"):
        assert item.findtext("description")
        assert item.findtext("description") != item.findtext(f"{CONTENT}encoded")


def test_the_modules_that_write_what_is_not_valid_are_not_used(each_site: Values) -> None:
    for content in whole(each_site[1]).values():
        assert b"/modules/syndication/" not in content
        assert b"<media:group" not in content


@pytest.mark.parametrize("text", ["Tên\x0b", "Tên\x00", "Tên\ufffe"])
def test_feedgen_refuses_control_characters(text: str) -> None:
    entry = described(RssItem())
    entry.title(text)
    with pytest.raises(ValueError, match="XML"):
        entry.rss_entry()


def test_feedgen_refuses_an_instant_without_a_zone() -> None:
    with pytest.raises(ValueError, match="timezone"):
        RssItem().published(AT.replace(tzinfo=None))
