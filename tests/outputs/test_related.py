"""Related items: a few, with a link to all of them; an event that is over is marked as over."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from infopage.content import loading
from infopage.content.catalogue import Catalogue
from infopage.content.model import Item, NewsItem
from infopage.outputs.jobs.fingerprints import Fingerprints
from infopage.outputs.jobs.tracking import Tracked
from infopage.outputs.pages.items import item_page
from infopage.outputs.pages.listing import jobs
from infopage.outputs.pages.related import related, related_lists
from infopage.outputs.search.facets import facets
from infopage.outputs.site.site import Site
from infopage.outputs.wording.described import described
from infopage.outputs.wording.facts import facts
from infopage.outputs.wording.frame import Settings
from tests.outputs.search.values import outlined
from tests.sites import BASE, lay_out

SETTINGS = Settings("Trang thử", "https://minhhoa.example/")
RESOLUTION = "nq-05-tu-2026"


def gathered(folder: Path, news: int, day: int = 23) -> Catalogue:
    """Return the catalogue of the base project of tests/cases, with ``news`` more news about its resolution."""
    project = lay_out(folder / "project", BASE)
    for number in range(news):
        text = (
            f"---\nma: tin-{number}\ntieu_de: Tin {number}\ntom_tat: Tóm tắt.\npham_vi: cong-khai\n"
            f"ngay_dang: {number + 1:02}/11/2026\nvan_ban: [{RESOLUTION}]\n---\nNội dung tin.\n"
        )
        (project / "docs" / "tin-tuc" / "2026" / f"tin-{number}.md").write_text(text, encoding="utf-8")
    found, faults = loading.build(project, datetime(2026, 12 if day < 20 else 11, day, tzinfo=UTC), preview=False)
    assert found is not None, faults
    return found


def test_a_long_list_is_short_beside_a_document_and_leads_to_all_of_it(tmp_path: Path) -> None:
    found = gathered(tmp_path, 4)
    groups = {group.title: group for group in related(found.public[RESOLUTION].item, found)}
    news = groups["Tin về văn bản này"]
    assert len(news.cards) == 3
    assert not any(one.summary for one in news.cards)
    assert news.more is not None
    (listing,) = related_lists(found)
    assert news.more.text == f"Xem tất cả {len([o for o in found.about[RESOLUTION] if o.section == 'tin-tuc'])} tin"
    assert news.more.address == listing.address
    assert groups["Học văn bản này"].more is None
    (job,) = jobs(listing, found, SETTINGS, Fingerprints(found))
    (page,) = job.make().pages
    shown = [one.title for group in page.view.groups for one in group.cards]
    assert {one.title for group in groups.values() for one in group.cards} < set(shown)
    assert len(shown) == len(set(shown)) == page.view.total
    assert [group.title for group in page.view.groups][:2] == ["Học văn bản này", "Tin về văn bản này"]


def test_short_lists_need_no_other(tmp_path: Path) -> None:
    found = gathered(tmp_path, 1)
    assert list(related_lists(found)) == []
    assert all(group.more is None for group in related(found.public[RESOLUTION].item, found))


class Counted(list[Item]):
    """A list that counts how many items loops have taken from it, to show that not all are read."""

    taken = 0

    def __iter__(self) -> Iterator[Item]:
        for item in super().__iter__():
            self.taken += 1
            yield item


def test_to_show_a_few_no_more_than_a_few_are_looked_at(tmp_path: Path) -> None:
    found = gathered(tmp_path, 20)
    guide = found.guides[0]
    alike = found.once("#alike", lambda _: {(NewsItem, "x"): Counted(found.news)})
    vars(found)["about"] = about = {RESOLUTION: Counted(found.about[RESOLUTION])}
    (group,) = related(replace(found.news[0], topics=("x",), documents=()), found)
    assert [one.title for one in group.cards] == [one.title for one in found.news[1:6]]
    assert alike[NewsItem, "x"].taken == 6
    (group,) = related(guide, found)
    assert len(group.cards) == 5
    assert about[RESOLUTION].taken <= 6


@pytest.mark.parametrize(("day", "over"), [(23, False), (10, True)])
def test_an_event_says_that_it_is_over_from_its_end_on(tmp_path: Path, day: int, over: bool) -> None:
    found = gathered(tmp_path, 0, day)
    (event,) = found.events
    badge = described(event, found).card.badge
    assert (badge.text if badge else "") == ("Đã diễn ra" if over else "")
    notices = [notice.text for notice in item_page(event, found, SETTINGS).view.notices]
    assert ("Sự kiện này đã diễn ra, kết thúc ngày 01/12/2026." in notices) is over
    (source,) = [one for one in outlined(found) if one.section == "lich"]
    assert bool(source.read().status) is over
    section, kind, issuer, _, status, *_ = json.loads(facets([source], found))["rows"][0]
    assert (section, kind, issuer, status) == (4, -1, [], -1), "an event is no document out of force"


def test_a_folded_box_says_who_when_and_whether_in_force(tmp_path: Path) -> None:
    found = gathered(tmp_path, 0)
    brief = [fact.brief for fact in facts(found.public[RESOLUTION].item, found) if fact.brief]
    told = [one.badge.text if one.badge else one.text for one in brief]
    assert told == ["Tỉnh ủy Minh Họa", "12/10/2026", "Còn hiệu lực"]


def test_what_is_near_an_item_is_among_what_its_page_asks_for(golden_values: tuple[Catalogue, Site]) -> None:
    found = golden_values[0]
    asked = Tracked(found, Fingerprints(found))
    news = found.news[0]
    near = asked.near(news, 5)
    assert near
    assert asked.trace() == (("near", f"5 {news.id}", Fingerprints(found).of_items(near)),)
    for item in found.current:
        assert related(item, Tracked(found, Fingerprints(found))) == related(item, found)
