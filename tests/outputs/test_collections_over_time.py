"""What becomes of collections when their items, or they themselves, are published, withdrawn or expire."""

import io
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest

from infopage.content.catalogue import Catalogue
from infopage.outputs.feeds.selection import groups
from infopage.outputs.feeds.telling import tellings
from infopage.outputs.site.site import Site
from infopage.outputs.wording.taken_back import REDACTED
from tests.outputs.values import NOW, SETTINGS, gather
from tests.sites import BASE, golden_project, lay_out

HOME, BOOK = "chuyen-trang/nghi-quyet-05/", "chuyen-trang/so-tay/"
TITLE = "Nghị quyết 05 & việc làm"
Values = tuple[Catalogue, Site]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return golden_project(tmp_path / "project")


def withdraw(project: Path, path: str, *, redacted: bool = False) -> None:
    file = project / "docs" / path
    text = file.read_text("utf-8")
    more = "  giau_ten: co\n" if redacted else ""
    said = f"thu_hoi:\n  ngay: 20/11/2026\n  ly_do: Đăng nhầm.\n{more}pham_vi:"
    file.write_text(text.replace("pham_vi:", said, 1), encoding="utf-8")


def book_of(site: Site, name: str) -> str:
    with ZipFile(io.BytesIO(site.files[name])) as archive:
        return " ".join(archive.read(one).decode() for one in archive.namelist() if not one.endswith(".jpg"))


def test_an_item_comes_into_its_collections_on_its_day(project: Path) -> None:
    _, site = gather(project, datetime(2027, 1, 2, tzinfo=UTC))
    assert [part.title for part in site.pages[HOME].view.collection.parts] == ["Đọc trước", "Đã làm", "Phần chưa có gì"]
    assert site.pages[HOME].view.collection.total == "7 mục"
    assert "CHUADENNGAY" in book_of(site, f"{BOOK}so-tay.epub")
    (place,) = [one for one in site.pages[f"{BOOK}ke-lai/"].view.standing if one.kind == "Sách"]
    assert (place.at, place.after.text) == ("2 trên 3", "Chương 3: CHUADENNGAY")


@pytest.mark.parametrize("redacted", [False, True])
def test_a_withdrawn_collection_keeps_its_addresses_and_no_page_names_it(project: Path, redacted: bool) -> None:
    withdraw(project, "chuyen-trang/nghi-quyet-05.md", redacted=redacted)
    catalogue, site = gather(project)
    gone = {address for address, page in site.pages.items() if page.gone and address.startswith(HOME)}
    assert gone == {HOME, f"{HOME}toan-van/", f"{HOME}nghi-quyet-05.epub/"}
    assert f"{HOME}nghi-quyet-05.epub" not in site.files
    assert site.pages["hoc-tap/de-cuong/"].view.standing == ()
    assert TITLE not in site.files["du-lieu/chuyen-trang.json"].decode()
    (feed,) = (one for group in groups(catalogue, SETTINGS) for one in group.feeds if one.slug == HOME.rstrip("/"))
    assert (feed.name, feed.items) == (REDACTED if redacted else TITLE, ())


def test_a_withdrawn_member_leaves_the_collection_and_its_packs(project: Path) -> None:
    withdraw(project, "hoc-tap/de-cuong.md")
    lich = project / "docs/lich/hoi-nghi-truc-tuyen.md"
    lines = lich.read_text("utf-8").splitlines(keepends=True)
    lich.write_text("".join(line for line in lines if "hoc-de-cuong" not in line), encoding="utf-8")
    catalogue, site = gather(project)
    assert site.pages[HOME].view.collection.total == "4 mục"
    assert "hoc-de-cuong" not in book_of(site, f"{HOME}nghi-quyet-05.epub")
    (feed,) = (one for group in groups(catalogue, SETTINGS) for one in group.feeds if one.slug == HOME.rstrip("/"))
    assert "hoc-de-cuong" in {item.id for item in feed.items}  # its notice tells the subscribers
    assert "thu hồi" in tellings(catalogue, SETTINGS)["hoc-de-cuong"].brief.title


def _not_yet(project: Path) -> None:
    file = project / "docs/chuyen-trang/so-tay.md"
    text = file.read_text("utf-8")
    file.write_text(text.replace("ngay_dang: 22/8/2026", "ngay_dang: 22/8/2027"), encoding="utf-8")


@pytest.mark.parametrize("change", [_not_yet, lambda project: withdraw(project, "chuyen-trang/so-tay.md")])
def test_a_chapter_whose_book_is_not_there_stands_alone(project: Path, change: Callable[[Path], None]) -> None:
    change(project)
    _, site = gather(project, NOW)
    page = site.pages[f"{BOOK}chuan-bi/"]
    assert [link.address for link in page.crumbs] == ["", "chuyen-trang/"]
    assert page.view.standing == ()
    assert '"isPartOf"' not in page.structured


def test_a_site_without_collections_has_no_section_for_them(tmp_path: Path) -> None:
    _, site = gather(lay_out(tmp_path / "project", BASE))
    assert not [address for address in site.pages if address.startswith("chuyen-trang")]
    assert "Chuyên trang" not in {link.text for link in site.view.sections}


def test_packs_mark_an_item_in_another_language(project: Path) -> None:
    file = project / "docs/chuyen-trang/nghi-quyet-05.md"
    named = file.read_text("utf-8").replace("      - tin-co-anh\n", "      - tin-co-anh\n      - tin-tieng-e-de\n")
    file.write_text(named, encoding="utf-8")
    catalogue, site = gather(project)
    tag = catalogue.registries.languages["e-de"].tag
    items = {one.anchor: one for part in site.pages[f"{HOME}toan-van/"].view.parts for one in part.items}
    assert (items["tin-tieng-e-de"].lang, items["tin-co-anh"].lang) == (tag, "")
    assert book_of(site, f"{HOME}nghi-quyet-05.epub").count(f'<div lang="{tag}" xml:lang="{tag}">') == 1
