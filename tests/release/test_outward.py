"""What an office is told at a release: the links to other sites, and a licensed page that is not in Việt Nam."""

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest

from infopage.content import registries
from infopage.content.registry_entries import Identity
from infopage.outputs.pages.sharing import on_facebook, on_zalo
from infopage.release.publishing.outward import REPORT, keep_report, kept_links, outward_links, report_of
from infopage.release.publishing.place import is_licensed, warnings_of_domain, warnings_of_host
from tests.sites import BASE

URL = "https://tinh.gov.vn/"
FAR = "https://bao.example/a?b=1&c=2"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a site of two pages, of which both lead to one other site."""
    folder = tmp_path / "site"
    (folder / "tin").mkdir(parents=True)
    shared = "".join(f'<a href="{share(URL)}">x</a>' for share in (on_facebook, on_zalo)).replace("&", "&amp;")
    near = f'<a href="tin/">a</a><a href="{URL}tin/">b</a><link rel="canonical" href="https://khac.example/">{shared}'
    far = '<a\n class="x > y" rel="external noopener" href="https://bao.example/a?b=1&amp;c=2">Báo</a>'
    (folder / "index.html").write_text(near + far, "utf-8")
    (folder / "tin" / "index.html").write_text(f'{far}{far}<A HREF="http://phường.example/%">x</A>', "utf-8")
    return folder


def test_links_to_other_sites_are_found_with_their_pages(site: Path) -> None:
    assert outward_links(site, URL) == {
        FAR: ["index.html", "tin/index.html"],
        "http://phường.example/%": ["tin/index.html"],
    }


def test_the_report_marks_what_the_last_release_did_not_have(site: Path) -> None:
    links = outward_links(site, URL)
    rows = list(csv.DictReader(io.StringIO(report_of(links, {FAR}).removeprefix("\ufeff"))))
    assert [(row["dia_chi"], row["so_trang"], row["trang"], row["moi"]) for row in rows] == [
        (FAR, "2", "index.html", ""),
        ("http://phường.example/%", "1", "tin/index.html", "x"),
    ]
    assert ",x\r\n" not in report_of(links, None)


def test_a_release_keeps_its_report_and_says_what_is_new(site: Path, tmp_path: Path) -> None:
    said: list[str] = []
    keep_report(site, URL, tmp_path / REPORT, said.append)
    assert kept_links(tmp_path / REPORT) == set(outward_links(site, URL))
    (site / "index.html").write_text('<a href="https://moi.example/">x</a>', "utf-8")
    keep_report(site, URL, tmp_path / REPORT, said.append)
    assert said == [
        f"liên kết ra ngoài: 2 địa chỉ ở 2 tên miền; xem {tmp_path / REPORT}",
        f"liên kết ra ngoài: 3 địa chỉ ở 3 tên miền, 1 địa chỉ mới; xem {tmp_path / REPORT}",
    ]


def test_a_report_that_cannot_be_written_or_read_stops_nothing(site: Path, tmp_path: Path) -> None:
    said: list[str] = []
    (tmp_path / "build").write_text("", "utf-8")
    keep_report(site, URL, tmp_path / REPORT, said.append)
    assert said[0].startswith(f"không ghi được {tmp_path / REPORT}: ")
    broken = tmp_path / "hong.csv"
    broken.write_bytes(b"\xff\x00,")
    assert kept_links(broken) is None
    broken.write_text("khac\n1\n", "utf-8")
    assert kept_links(broken) is None


@pytest.fixture(scope="module")
def office() -> Identity:
    """Return the identity of an office with a licence, at a real address."""
    lists, _, _ = registries.load(BASE)
    assert lists
    return replace(lists.identity, demonstration=False, licence="Giấy phép số 12/GP-STTTT, ngày 01/01/2026")


@pytest.mark.parametrize(
    ("licence", "licensed"),
    [
        ("Giấy phép số 12/GP-STTTT", True),
        ("GIẤY PHÉP thiết lập trang, tên miền tinh.gov.vn", True),
        ("Không thuộc diện cấp giấy phép theo Nghị định 147/2024/NĐ-CP", False),
        ("Được miễn giấy phép", False),
        ("Trang nội bộ của cơ quan", False),
    ],
)
def test_a_licence_is_told_from_the_reason_for_having_none(office: Identity, licence: str, licensed: bool) -> None:
    assert is_licensed(replace(office, licence=licence)) is licensed


@pytest.mark.parametrize(
    ("url", "host"),
    [
        (URL, ""),
        ("https://TINH.VN./", ""),
        ("https://tinh.org/", "tinh.org"),
        ("https://ten.github.io/trang/", "ten.github.io"),
        ("https://xn--vn-tinh.com/", "xn--vn-tinh.com"),
        ("https://vn/", "vn"),
        ("https://minhhoa.example/", ""),
        ("http://127.0.0.1:8000/", ""),
    ],
)
def test_a_licensed_page_outside_vn_is_warned_of(office: Identity, url: str, host: str) -> None:
    said = [one.partition(";")[0] for one in warnings_of_domain(office, url)]
    assert said == ([f"cảnh báo: {host} không có tên miền .vn"] if host else [])


def test_a_licensed_page_on_a_host_abroad_is_warned_of_even_in_vn(office: Identity) -> None:
    assert len(list(warnings_of_host(office, URL))) == 1
    assert not list(warnings_of_host(replace(office, demonstration=True), URL))
    assert not list(warnings_of_host(replace(office, licence="Không phải cấp phép"), URL))
    assert not list(warnings_of_host(office, "https://minhhoa.example/"))
