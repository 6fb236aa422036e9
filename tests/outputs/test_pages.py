"""Lists and pages of many items, as values: which items, in which order, with which words."""

from datetime import UTC, datetime

import pytest

from infopage.content.catalogue import Catalogue
from infopage.content.loading import build
from infopage.outputs.jobs.fingerprints import Fingerprints
from infopage.outputs.pages.corrections import corrections_page
from infopage.outputs.pages.home import topic_pages
from infopage.outputs.pages.items import item_page
from infopage.outputs.pages.listing import PAGE_SIZE, Listing, jobs
from infopage.outputs.pages.related import related
from infopage.outputs.views.cards import Group
from infopage.outputs.views.page import Page
from infopage.outputs.wording.frame import section
from infopage.outputs.wording.notices import readable_size
from tests.outputs.values import SETTINGS
from tests.sites import BASE, lay_out

RESOLUTION, OTHER = "nq-05-tu-2026", "kh-45-ubnd-2026"
CITED = "Theo [nghị quyết](../../van-ban/tinh-uy/2025-2030/05-nq-tu.md)."
CORRECTED = """dinh_chinh:
  - {{ngay: {0}/11/2026, sai: cũ {0}, dung: mới {0}}}
  - {{ngay: 20/11/2026, sai: cũ, dung: mới}}
"""


def news(number: int) -> str:
    """Return a news item dated by its number; 1 and 2 name the project's resolution in a key, 2 to 5 cite it."""
    topics = "[chuyen-doi-so, khac]" if number < 11 else "[chuyen-doi-so]"
    named = f"van_ban: [{RESOLUTION}]\n" if number < 3 else ""
    corrections = CORRECTED.format(10 + number) if number < 3 else ""
    return (
        f"---\nma: tin-{number}\ntieu_de: Tin {number}\ntom_tat: Tóm tắt.\nchu_de: {topics}\n{named}{corrections}"
        f"pham_vi: cong-khai\nngay_dang: {number:02}/11/2026\n---\n{CITED if 1 < number < 6 else 'Nội dung.'}\n"
    )


def guide(number: int) -> str:
    """Return a guide dated by its number; the first three name the project's resolution."""
    return (
        f"---\nma: hoc-{number}\ntieu_de: Bài {number}\ntom_tat: Tóm tắt.\nchu_de: [chuyen-doi-so]\n"
        f"van_ban: [{RESOLUTION if number < 4 else OTHER}]\n"
        "doi_tuong: [dang-vien]\nhinh_thuc: de-cuong\nthoi_luong: 45\n"
        f"pham_vi: cong-khai\nngay_dang: {number:02}/11/2026\n---\nNội dung.\n"
    )


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """Return the catalogue of the cases' project with eleven more news items and guides."""
    project = lay_out(tmp_path_factory.mktemp("pages") / "project", BASE)
    with (project / "data" / "chu-de.yml").open("a", encoding="utf-8") as topics:
        topics.write("- {ma: khac, ten: Chủ đề khác, mo_ta: Những việc khác.}\n")
    for number in range(1, 12):
        (project / "docs" / "tin-tuc" / "2026" / f"tin-{number}.md").write_text(news(number), encoding="utf-8")
        (project / "docs" / "hoc-tap" / f"hoc-{number}.md").write_text(guide(number), encoding="utf-8")
    found, faults = build(project, datetime(2026, 11, 23, tzinfo=UTC), preview=False)
    assert found is not None, faults
    return found


def pages_of(found: Catalogue, count: int) -> list[Page]:
    """Return the pages of a list of ``count`` items."""
    items = [found.news[0]] * count
    listing = Listing(address="tin-tuc/", title="Tin", unit="tin", items=items, section=section(type(items[0])))
    return [page for job in jobs(listing, found, SETTINGS, Fingerprints(found)) for page in job.make().pages]


@pytest.mark.parametrize(
    ("pages", "at", "shown", "before", "after"),
    [
        (2, 1, "[1] 2", "", "tin-tuc/trang/2/"),
        (2, 2, "1 [2]", "tin-tuc/", ""),
        (12, 1, "[1] 2 3 11 12", "", "tin-tuc/trang/2/"),
        (12, 4, "1 2 3 [4] 5 6 11 12", "tin-tuc/trang/3/", "tin-tuc/trang/5/"),
        (12, 6, "1 2 4 5 [6] 7 8 11 12", "tin-tuc/trang/5/", "tin-tuc/trang/7/"),
        (12, 11, "1 2 9 10 [11] 12", "tin-tuc/trang/10/", "tin-tuc/trang/12/"),
        (12, 12, "1 2 10 11 [12]", "tin-tuc/trang/11/", ""),
    ],
)
def test_a_long_list_leads_to_the_pages_round_this_one_and_at_both_ends(
    found: Catalogue, pages: int, at: int, shown: str, before: str, after: str
) -> None:
    pager = pages_of(found, pages * PAGE_SIZE)[at - 1].view.pager
    assert " ".join(f"[{link.text}]" if link.current else link.text for link in pager.pages) == shown
    assert [link.address for link in pager.pages if link.text == "1"] == ["tin-tuc/"]
    assert ((pager.before and pager.before.address) or "", (pager.after and pager.after.address) or "") == (
        before,
        after,
    )
    assert (pager.number, pager.count) == (at, pages)


@pytest.mark.parametrize(("count", "sizes"), [(29, [29]), (30, [30]), (31, [30, 1]), (61, [30, 30, 1])])
def test_a_list_is_cut_into_pages_of_thirty_and_one_page_has_no_pager(
    found: Catalogue, count: int, sizes: list[int]
) -> None:
    pages = pages_of(found, count)
    assert [sum(len(group.cards) for group in page.view.groups) for page in pages] == sizes
    assert [page.title for page in pages] == ["Tin", "Tin (trang 2)", "Tin (trang 3)"][: len(sizes)]
    assert {page.view.total for page in pages} == {count}
    assert all((page.view.pager is None) is (len(sizes) == 1) for page in pages)


def told(groups: tuple[Group, ...]) -> dict[str, tuple[list[str], str]]:
    """Return, by the title of each group, the titles of the items shown and the text of the link to the rest."""
    return {one.title: ([card.title for card in one.cards], one.more.text if one.more else "") for one in groups}


def test_beside_a_document_stand_three_of_a_sort_and_the_way_to_more_only_where_there_are_more(
    found: Catalogue,
) -> None:
    shown = told(related(found.public[RESOLUTION].item, found))
    assert shown["Học văn bản này"] == (
        ["Bài 3", "Đề cương học tập nghị quyết", "Bài 2"],
        "Xem tất cả 4 tài liệu",
    )
    assert shown["Tin về văn bản này"] == (["Tin 2", "Hội nghị quán triệt nghị quyết", "Tin 1"], "")


def test_what_cites_a_document_stands_beside_it_once_the_newest_first(found: Catalogue) -> None:
    shown = told(related(found.public[RESOLUTION].item, found))
    assert "Tin 2" in [one.title for one in found.citing[RESOLUTION]]
    assert shown["Được dẫn trong"] == (["Tin 5", "Tin 4", "Tin 3"], "")


def test_a_topic_shows_ten_of_a_kind_and_all_where_no_list_has_the_rest(found: Catalogue) -> None:
    pages = {page.address: page for page in topic_pages(found, SETTINGS)}
    shown = told(pages["chuyen-de/chuyen-doi-so/"].view.groups)
    assert shown["Tin tức"] == ([f"Tin {number}" for number in range(11, 1, -1)], "Tất cả 11")
    assert (len(shown["Học tập"][0]), shown["Học tập"][1]) == (11, "")
    shown = told(pages["chuyen-de/khac/"].view.groups)
    assert shown == {"Tin tức": ([f"Tin {number}" for number in range(10, 0, -1)], "")}
    assert [(link.text, link.count) for link in pages["chuyen-de/"].view.facets[0].links][-1] == ("Chủ đề khác", 10)


@pytest.mark.parametrize(
    ("size", "said"),
    [
        *((0, "1 KB"), (1, "1 KB"), (1024, "1 KB"), (1535, "1 KB"), (1537, "2 KB"), (412 * 1024, "412 KB")),
        *((1024**2 - 1, "1024 KB"), (1024**2, "1,0 MB"), (1_300_000, "1,2 MB"), (25 * 1024**2, "25,0 MB")),
    ],
)
def test_a_files_size_is_said_as_people_read_it(size: int, said: str) -> None:
    assert readable_size(size) == said


def test_a_file_is_offered_with_its_name_its_type_and_its_size(found: Catalogue) -> None:
    (file,) = item_page(found.public[RESOLUTION].item, found, SETTINGS).view.files
    assert (file.name, file.type, file.size) == ("05-nq-tu.pdf", "PDF", "1 KB")


def test_corrections_are_told_the_latest_first_on_the_item_and_in_the_list_of_all(found: Catalogue) -> None:
    page = item_page(found.public["tin-2"].item, found, SETTINGS)
    assert [one.when.text for one in page.view.corrections] == ["20/11/2026", "12/11/2026"]
    listed = corrections_page(found, SETTINGS).view.corrections
    assert [(one.when.text, one.link.text) for one in listed] == [
        ("20/11/2026", "Tin 2"),
        ("20/11/2026", "Tin 1"),
        ("12/11/2026", "Tin 2"),
        ("11/11/2026", "Tin 1"),
    ]
