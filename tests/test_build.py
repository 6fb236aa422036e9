"""The build as a whole: reproducible, all or nothing, under any sub-path; a preview is marked as one."""

import os
import shutil
import subprocess
import sys
from datetime import datetime
from pathlib import Path

from infopage.content.first_published import FirstPublished
from infopage.content.first_published_file import NAME
from infopage.language.dates import HANOI
from tests.pages import dead_links, parse
from tests.sites import BASE, build, golden_project, lay_out, tree


def test_one_commit_and_one_instant_give_the_same_bytes_anywhere(tmp_path: Path) -> None:
    first = build(golden_project(tmp_path / "a"), tmp_path / "a-site", TZ="UTC", LC_ALL="C", PYTHONHASHSEED="1")
    elsewhere = golden_project(tmp_path / "thư mục có dấu" / "b")
    settings = (elsewhere / "mkdocs.yml").read_text(encoding="utf-8")
    assert "  name: material\n" in settings  # a theme that comes with the renderer; no page uses it
    (elsewhere / "mkdocs.yml").write_text(settings.replace("  name: material\n", "  name: null\n"), encoding="utf-8")
    second = build(elsewhere, tmp_path / "b-site", TZ="America/New_York", LC_ALL="tr_TR.UTF-8", PYTHONHASHSEED="2")
    assert (first.returncode, second.returncode) == (0, 0), first.stderr + second.stderr
    one, other = tree(tmp_path / "a-site"), tree(tmp_path / "b-site")
    assert one.keys() == other.keys()
    assert [name for name in one if one[name] != other[name]] == []


def test_what_the_last_release_told_is_an_input_and_what_a_release_tells_gives_its_own_bytes(tmp_path: Path) -> None:
    projects = [lay_out(tmp_path / folder, BASE) for folder in ("a", "thư mục/b", "c")]
    told = FirstPublished({"tin-hoi-nghi": datetime(2026, 11, 20, 9, tzinfo=HANOI)})
    (tmp_path / "told.txt").write_text(str(told), encoding="utf-8")
    (projects[1] / "build").mkdir()
    (projects[1] / "build" / NAME).write_text(str(told), encoding="utf-8")
    named = {"INFOPAGE_FIRST_PUBLISHED": str(tmp_path / "told.txt")}
    for project, environment in zip(projects, ({**named, "TZ": "UTC"}, {"TZ": "America/New_York"}, {}), strict=True):
        assert build(project, project / "site", **environment).returncode == 0
    one, same, other = (tree(project / "site") for project in projects)
    assert one == same
    assert one["nguon-tin/tat-ca/rss.xml"] != other["nguon-tin/tat-ca/rss.xml"]
    (projects[2] / "build" / NAME).write_bytes(one[NAME])
    assert build(projects[2], projects[2] / "site").returncode == 0
    assert tree(projects[2] / "site") == one


def test_nonsense_for_what_the_last_release_told_is_said_in_one_line(tmp_path: Path) -> None:
    ran = build(lay_out(tmp_path / "project", BASE), tmp_path / "site", INFOPAGE_FIRST_PUBLISHED="không có.txt")
    assert ran.returncode == 1
    assert "không có.txt: không đọc được" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_a_fault_stops_the_build_with_the_report_of_the_check_and_leaves_the_last_site_whole(tmp_path: Path) -> None:
    project = lay_out(tmp_path / "project", BASE)
    assert build(project, tmp_path / "site").returncode == 0
    before = tree(tmp_path / "site")
    document = project / "docs" / "van-ban" / "tinh-uy" / "2025-2030" / "05-nq-tu.md"
    document.write_text(document.read_text(encoding="utf-8").replace("12/10/2026", "31/2/2026"), encoding="utf-8")
    (project / "docs" / "index.md").write_bytes(b"\xff\xfe")
    ran = build(project, tmp_path / "site")
    check = subprocess.run(
        [sys.executable, "-m", "infopage.cli", "check"],
        cwd=project,
        env={**os.environ, "PYTHONPATH": "hooks", "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, check.returncode) == (1, 1)
    assert "lỗi [ngay-ban-hanh]: “31/2/2026” không phải là ngày" in ran.stderr
    assert check.stdout.strip() in ran.stderr
    assert "Traceback" not in ran.stderr + check.stderr
    assert tree(tmp_path / "site") == before


def test_a_build_that_breaks_off_late_leaves_the_last_site_whole(tmp_path: Path) -> None:
    project = lay_out(tmp_path / "project", BASE)
    assert build(project, tmp_path / "site").returncode == 0
    before = tree(tmp_path / "site")
    template = project / "hooks" / "theme" / "404.html"
    template.unlink()
    template.write_text("{{ 1 // 0 }}", encoding="utf-8")
    assert "ZeroDivisionError" in build(project, tmp_path / "site").stderr
    assert tree(tmp_path / "site") == before


def test_the_site_works_below_a_folder_of_another_site(tmp_path: Path) -> None:
    project = golden_project(tmp_path / "project")
    settings = project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8").replace("https://minhhoa.example/", "https://tinh.example/trang/")
    settings.write_text(text, encoding="utf-8")
    ran = build(project, tmp_path / "site")
    assert ran.returncode == 0, ran.stderr
    assert list(dead_links(tmp_path / "site", "https://tinh.example/trang/")) == []
    missing = parse((tmp_path / "site" / "404.html").read_bytes())
    assert {link.get("href").split("/")[1] for link in missing.xpath("//link[@rel='stylesheet']")} == {"trang"}


def test_a_preview_shows_future_items_and_says_on_every_page_what_it_is(tmp_path: Path) -> None:
    ran = build(golden_project(tmp_path / "project"), tmp_path / "site", INFOPAGE_PREVIEW="1")
    assert ran.returncode == 0, ran.stderr
    future = tmp_path / "site" / "tin-tuc" / "2027" / "chua-den-ngay" / "index.html"
    assert "CHUADENNGAY" in future.read_text(encoding="utf-8")
    for file in (tmp_path / "site").rglob("*.html"):
        page = parse(file.read_bytes())
        assert page.xpath("//meta[@name='robots'][contains(@content, 'noindex')]"), file
        if not page.xpath("//meta[@http-equiv='refresh']"):
            assert "Xem trước" in page.text_content(), file
    assert b"Disallow: /\n" in (tmp_path / "site" / "robots.txt").read_bytes()


def test_nonsense_for_a_build_instant_is_said_in_one_line(tmp_path: Path) -> None:
    ran = build(lay_out(tmp_path / "project", BASE), tmp_path / "site", SOURCE_DATE_EPOCH="hôm nay")
    assert ran.returncode == 1
    assert "SOURCE_DATE_EPOCH" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_a_province_that_has_published_nothing_yet_has_a_whole_site(tmp_path: Path) -> None:
    project = lay_out(tmp_path / "project", BASE)
    for folder in ("van-ban", "tin-tuc", "hoc-tap", "lich"):
        shutil.rmtree(project / "docs" / folder)
    ran = build(project, tmp_path / "site")
    assert ran.returncode == 0, ran.stderr
    assert list(dead_links(tmp_path / "site", "https://minhhoa.example/")) == []
    again = build(project, tmp_path / "again")
    assert again.returncode == 0
    assert tree(tmp_path / "site") == tree(tmp_path / "again")
