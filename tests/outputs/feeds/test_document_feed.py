"""The feed of each document: every event of its life is one entry with its own id, and the feed stays small."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from lxml import etree

from infopage.content.catalogue import Catalogue
from infopage.language.dates import HANOI
from infopage.outputs.feeds.document_feed import MOST
from infopage.outputs.site.site import Site, site
from tests.outputs.feeds import w3c
from tests.outputs.feeds.values import URL, whole
from tests.outputs.feeds.w3c import ATOM as A
from tests.outputs.values import SETTINGS, gather
from tests.sites import INSTANT, golden_project

Values = tuple[Catalogue, Site]
FOLDER = "van-ban/tinh-uy/2025-2030"
FEED = f"{FOLDER}/05-nq-tu/theo-doi.xml"
FILE = f"docs/{FOLDER}/05-nq-tu.md"
NOW = datetime.fromtimestamp(int(INSTANT), HANOI)
PLAN = """\
---
ma: kh-{number}-ubnd-2026
loai: ke-hoach
so_ky_hieu: {number}/KH-UBND
co_quan: ubnd-tinh
ngay_ban_hanh: 20/11/2026
trich_yeu: Thực hiện Nghị quyết số 05-NQ/TU & các chương trình <kèm theo>, phần thứ {number}
cu_the_hoa: [nq-05-tu-2026#I.1.a, nq-05-tu-2026]
pham_vi: cong-khai
ngay_dang: 21/11/2026 08:00
---
Kế hoạch áp dụng trong toàn tỉnh.
"""


def feeds(site: Site) -> dict[str, bytes]:
    return {path: content for path, content in site.files.items() if path.endswith("theo-doi.xml")}


def entries(content: bytes) -> dict[str, tuple[str, str, str]]:
    """Return (title, address, summary) of each feed entry, newest first, by the last part of its id."""
    found = {}
    for one in etree.fromstring(content).findall(f"{A}entry"):
        link = one.find(f"{A}link").get("href")
        found[one.findtext(f"{A}id").partition("/theo-doi/")[2]] = (
            one.findtext(f"{A}title"),
            link.removeprefix(URL),
            one.findtext(f"{A}summary"),
        )
    return found


@pytest.fixture
def changed(tmp_path: Path) -> Callable[[Callable[[Path], object]], dict[str, bytes]]:
    """Return a function that changes the golden project and returns the feeds of its documents."""

    def apply(change: Callable[[Path], object]) -> dict[str, bytes]:
        project = golden_project(tmp_path / "project")
        change(project)
        return feeds(gather(project)[1])

    return apply


def keyed(lines: str, file: str = FILE) -> Callable[[Path], object]:
    """Return a function that adds the keys in ``lines`` to the header of a project's ``file``."""

    def change(project: Path) -> None:
        text = (project / file).read_text("utf-8")
        (project / file).write_text(text.replace("pham_vi: cong-khai\n", f"pham_vi: cong-khai\n{lines}"), "utf-8")

    return change


def plan(number: int) -> Callable[[Path], object]:
    def change(project: Path) -> None:
        (project / f"docs/van-ban/ubnd-tinh/2026/{number}-kh-ubnd.md").write_text(PLAN.format(number=number), "utf-8")

    return change


def test_every_public_document_has_one_that_passes_the_w3c_and_is_small(each_site: Values) -> None:
    catalogue, contents = each_site
    found = feeds(contents)
    grammar = etree.RelaxNG(etree.parse(Path(__file__).parent / "atom.rng"))
    own = {page.follow.address for page in contents.pages.values() if page.follow}
    assert {f"van-ban/{path.partition('van-ban/')[2]}" for path in found} >= own
    assert len(own) >= len(catalogue.documents)
    for path in own:
        assert len(found[path]) <= MOST
        assert list(w3c.faults(found[path], URL + path, NOW)) == [], path
        assert grammar.validate(etree.fromstring(found[path])), grammar.error_log


def test_a_dated_note_of_a_change_keeps_its_entry_when_another_follows(
    changed: Callable[[Callable[[Path], object]], dict[str, bytes]], tmp_path: Path
) -> None:
    first, second = "{ngay: 16/11/2026, noi_dung: Bổ sung phụ lục.}", "{ngay: 18/11/2026, noi_dung: Sửa lỗi gõ.}"
    found = entries(changed(keyed(f"cap_nhat: 16/11/2026 15:30\nghi_chu_sua: [{first}]\n"))[FEED])
    told = "Trang của Nghị quyết số 05-NQ/TU đã được cập nhật"
    assert found["ghi-chu-sua/2026-11-16"] == (told, f"{FOLDER}/05-nq-tu/", "Bổ sung phụ lục.")
    assert not any(id.startswith("cap-nhat/") for id in found)
    shutil.rmtree(tmp_path / "project")
    later = entries(changed(keyed(f"cap_nhat: 18/11/2026 15:30\nghi_chu_sua: [{first}, {second}]\n"))[FEED])
    assert later["ghi-chu-sua/2026-11-16"] == found["ghi-chu-sua/2026-11-16"]
    assert later["ghi-chu-sua/2026-11-18"][2] == "Sửa lỗi gõ."


def test_a_note_without_a_day_is_told_with_the_update(
    changed: Callable[[Callable[[Path], object]], dict[str, bytes]],
) -> None:
    found = entries(changed(keyed("cap_nhat: 18/11/2026 15:30\nghi_chu_sua: Sửa lỗi gõ ở mục I.\n"))[FEED])
    assert found["cap-nhat/2026-11-18-1530"][2] == "Sửa lỗi gõ ở mục I."


def test_a_document_was_published_amended_carried_out_and_taught(golden_values: Values) -> None:
    found = entries(feeds(golden_values[1])[FEED])
    assert list(found) == ["hoc-tap/hoc-de-cuong", "cu-the-hoa/kh-45-ubnd-2026", "sua-doi/qd-09-tu-2026", "dang"]
    assert found["hoc-tap/hoc-de-cuong"][:2] == (
        "Tài liệu học tập Nghị quyết số 05-NQ/TU: Đề cương học tập nghị quyết",
        "hoc-tap/de-cuong/",
    )
    assert found["cu-the-hoa/kh-45-ubnd-2026"] == (
        "Nghị quyết số 05-NQ/TU được cụ thể hóa bởi Kế hoạch số 45/KH-UBND",
        "van-ban/ubnd-tinh/2026/45-kh-ubnd/",
        "Kế hoạch số 45/KH-UBND: Thực hiện Nghị quyết số 05-NQ/TU. Phần liên quan: điểm a, khoản 1, mục I.",
    )
    title, address, summary = found["sua-doi/qd-09-tu-2026"]
    assert title == "Nghị quyết số 05-NQ/TU được sửa đổi, bổ sung bởi Quyết định số 09-QĐ/TU (minh họa)"
    assert address == f"{FOLDER}/09-qd-tu/"
    assert summary.endswith("Có hiệu lực từ ngày 20/10/2026.")
    assert found["dang"][0] == "Đã đăng Nghị quyết số 05-NQ/TU"


def test_an_update_is_a_step_and_all_corrections_of_a_day_are_one(
    golden_values: Values, changed: Callable[[Callable[[Path], object]], dict[str, bytes]]
) -> None:
    before = entries(feeds(golden_values[1])[FEED])
    lines = (
        "cap_nhat: 20/11/2026 09:00\n"
        "dinh_chinh:\n  - {ngay: 21/11/2026, sai: năm 2029, dung: năm <2030>}\n"
        "  - {ngay: 21/11/2026, sai: ba xã, dung: bốn xã}\n"
    )
    after = entries(changed(keyed(lines))[FEED])
    assert list(after) == ["dinh-chinh/2026-11-21", "cap-nhat/2026-11-20-0900", *before]
    assert after["dinh-chinh/2026-11-21"][0] == "Đính chính Nghị quyết số 05-NQ/TU, ngày 21/11/2026"
    assert after["dinh-chinh/2026-11-21"][2] == "Nội dung đúng là “năm &lt;2030&gt;”; “bốn xã”."
    assert {slug: after[slug] for slug in before} == before


def test_one_more_step_changes_no_other_feed_and_no_other_entry(
    golden_values: Values, changed: Callable[[Callable[[Path], object]], dict[str, bytes]]
) -> None:
    before, after = feeds(golden_values[1]), changed(plan(46))
    assert {path for path in before if before[path] != after[path]} == {FEED, "van-ban/tinh-uy/05-nq-tu/theo-doi.xml"}
    old, new = (entries(files[FEED]) for files in (before, after))
    assert list(new) == ["cu-the-hoa/kh-46-ubnd-2026", *old]
    parts = [
        files[FEED].partition(b"<entry>\n<id>tag:minhhoa.example,2026-01-01:nq-05-tu-2026/theo-doi/hoc-tap")[2]
        for files in (before, after)
    ]
    assert parts[0] == parts[1] != b""


def test_what_was_taken_back_says_so_and_nothing_else(
    golden_values: Values, changed: Callable[[Callable[[Path], object]], dict[str, bytes]]
) -> None:
    plan_file = "docs/van-ban/ubnd-tinh/2026/45-kh-ubnd.md"
    after = changed(keyed("thu_hoi: {ngay: 20/11/2026, ly_do: Đăng nhầm bản dự thảo}\n", plan_file))
    found = entries(after["van-ban/ubnd-tinh/2026/45-kh-ubnd/theo-doi.xml"])
    assert list(found) == ["thu-hoi"]
    assert found["thu-hoi"][0].startswith("[Đã thu hồi] ")
    assert "Lý do: Đăng nhầm bản dự thảo." in found["thu-hoi"][2]
    assert "cu-the-hoa/kh-45-ubnd-2026" not in entries(after[FEED])


def test_of_many_steps_the_newest_are_told(changed: Callable[[Callable[[Path], object]], dict[str, bytes]]) -> None:
    def many(project: Path) -> None:
        for number in range(100, 160):
            plan(number)(project)

    content = changed(many)[FEED]
    assert MOST - 900 < len(content) <= MOST
    assert list(w3c.faults(content, URL + FEED, NOW)) == []
    assert all(slug.startswith("cu-the-hoa/kh-1") for slug in entries(content))


def test_the_day_of_the_build_changes_nothing_by_itself(golden_values: Values) -> None:
    catalogue, contents = golden_values
    later = Catalogue(catalogue.library, catalogue.instant + timedelta(hours=5), preview=False)
    turned = replace(catalogue.library, items=tuple(reversed(catalogue.library.items)))
    again = Catalogue(turned, catalogue.instant, preview=False)
    for other in (later, again):
        assert feeds(site(other, SETTINGS)[0]) == feeds(contents)


def test_a_page_leads_to_its_feed_and_no_list_of_feeds_does(golden_values: Values) -> None:
    contents = golden_values[1]
    assert contents.pages[f"{FOLDER}/05-nq-tu/"].follow.address == FEED
    assert contents.pages[f"{FOLDER}/08-qd-tu/"].follow
    assert contents.pages["tin-tuc/2026/hoi-nghi/"].follow is None
    assert b"theo-doi" not in whole(contents)["nguon-tin/danh-sach.opml"]
    assert "theo-doi" not in repr(contents.pages["nguon-tin/"].view)
    assert b"theo-doi" not in contents.files["sitemap.xml"]
