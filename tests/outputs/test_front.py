"""The front page: pinned items in their order and until their day, then the newest news; banners for their days."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from infopage.content.catalogue import Catalogue
from infopage.outputs.site.site import Site
from infopage.outputs.views.standing import HomeView
from tests.outputs.values import NOW, gather
from tests.sites import golden_project

Golden = tuple[Catalogue, Site]
NEXT_DAY = NOW + timedelta(hours=17)
"""24/11/2026 0:00 in Hà Nội."""


def home(site: Site) -> HomeView:
    view = site.pages[""].view
    assert isinstance(view, HomeView)
    return view


def titles(site: Site) -> list[str]:
    view = home(site)
    assert view.lead
    return [view.lead.card.title, *(card.title for card in view.news.cards)]


def pinned(folder: Path, pins: dict[str, str], instant: datetime = NOW) -> Golden:
    """Return the golden site with items pinned: file name -> value of the key."""
    project = golden_project(folder / "project")
    for name, pin in pins.items():
        file = project / "docs" / name
        file.write_text(file.read_text("utf-8").replace("\npham_vi:", f"\nghim: {pin}\npham_vi:", 1), "utf-8")
    return gather(project, instant)


def test_a_pinned_item_is_the_lead_story_with_its_picture(golden_values: Golden) -> None:
    _, site = golden_values
    assert titles(site)[:2] == ["Sân đình thôn Đông sạch đẹp", "Hội nghị quán triệt nghị quyết"]
    lead = home(site).lead
    assert lead
    assert lead.picture
    assert lead.picture.alt == "Sân đình lát gạch đỏ dưới nắng"
    assert len(titles(site)) == 4


def test_pinned_items_are_in_the_order_of_their_numbers_then_newest_first(tmp_path: Path) -> None:
    pins = {
        "tin-tuc/2026/tin-so-07.md": "23/11/2026",
        "tin-tuc/2026/tin-so-09.md": "30/11/2026",
        "van-ban/tinh-uy/2025-2030/05-nq-tu.md": "{den: 23/11/2026, thu_tu: 1}",
    }
    _, site = pinned(tmp_path, pins)
    assert titles(site) == [
        "Về chuyển đổi số tỉnh Minh Họa đến năm 2030",
        "Sân đình thôn Đông sạch đẹp",
        "Tin ngắn số 9",
        "Tin ngắn số 7",
    ]


def test_a_pin_holds_to_the_end_of_its_day(tmp_path: Path) -> None:
    catalogue, site = pinned(tmp_path / "before", {}, NEXT_DAY - timedelta(seconds=1))
    assert titles(site)[0] == "Sân đình thôn Đông sạch đẹp"
    assert catalogue.span[1] <= NEXT_DAY.astimezone(catalogue.instant.tzinfo)
    _, site = pinned(tmp_path / "after", {}, NEXT_DAY)
    assert titles(site)[0] == "Hội nghị quán triệt nghị quyết"


def test_a_page_without_any_news_has_no_lead_story(project: Path) -> None:
    _, site = gather(project)
    assert home(site).lead is None


@pytest.mark.parametrize(
    ("instant", "shown"),
    [
        (NOW, ["Chào mừng Đại hội thử", "Biểu ngữ dẫn ra ngoài"]),
        (NOW + timedelta(minutes=1), ["Chào mừng Đại hội thử", "Biểu ngữ chưa đến", "Biểu ngữ dẫn ra ngoài"]),
        (NEXT_DAY, ["Biểu ngữ chưa đến", "Biểu ngữ dẫn ra ngoài"]),
    ],
)
def test_banners_are_shown_for_their_days_in_the_order_of_the_list(
    tmp_path: Path, instant: datetime, shown: list[str]
) -> None:
    _, site = gather(golden_project(tmp_path / "project"), instant)
    assert [banner.title for banner in home(site).banners] == shown


def test_a_banner_leads_to_an_item_or_to_another_site(golden_values: Golden) -> None:
    _, site = golden_values
    told = [(banner.address, banner.outside) for banner in home(site).banners]
    assert told == [("tin-tuc/2026/tin-co-anh/", ""), ("", "https://vi-du.example/dai-hoi")]


def test_banners_and_pins_are_on_the_front_page_alone(golden_values: Golden) -> None:
    _, site = golden_values
    others = [page for address, page in site.pages.items() if address]
    assert not any("Chào mừng Đại hội thử" in repr(page) for page in others)
