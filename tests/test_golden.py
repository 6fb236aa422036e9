"""The golden site: pages made of known items, compared with texts of these pages that a person has read."""

import os
from pathlib import Path
from urllib.parse import urljoin

import pytest
from lxml import etree

from infopage.outputs.feeds.formats import FORMATS
from infopage.release.hosting.headers import policy
from infopage.release.publishing.checks import checks_before
from tests.pages import dead_links, digest, parse
from tests.sites import GOLDEN, build, golden_project, tree

SITE = "https://minhhoa.example/"
EXPECTED = GOLDEN / "expected"
PAGES = (
    "index.html",
    "404.html",
    "van-ban/index.html",
    "van-ban/huyen-uy-dong/index.html",
    "van-ban/tinh-uy/2025-2030/05-nq-tu/index.html",
    "van-ban/tinh-uy/2025-2030/09-qd-tu/index.html",
    "van-ban/tinh-uy/2025-2030/nghi-quyet-dai-hoi-dai-bieu-lan-thu-i-2026-10-01/index.html",
    "van-ban/tinh-uy/2025-2030/02-nqlt-tu-ubnd/index.html",
    "van-ban/ubnd-tinh/2026/77-cv-ubnd/index.html",
    "van-ban/ubnd-tinh/2026/index.html",
    "van-ban/ngoai-trang/index.html",
    "van-ban/ngoai-trang/nq-11-tw-2025/index.html",
    "van-ban/huyen-uy-dong/2020-2025/03-nq-hu/index.html",
    "van-ban/ubnd-tinh/2026/45-kh-ubnd/index.html",
    "tin-tuc/trang/2/index.html",
    "tin-tuc/2026/hoi-nghi/index.html",
    "tin-tuc/2026/tin-co-anh/index.html",
    "tin-tuc/2026/tin-dang-lai/index.html",
    "tin-tuc/2026/da-het-han/410.html",
    "van-ban/tinh-uy/2025-2030/08-qd-tu/410.html",
    "van-ban/tinh-uy/2025-2030/08-qd-tu.pdf/410.html",
    "van-ban/tinh-uy/2025-2030/Phụ lục 1.pdf/410.html",
    "hoc-tap/de-cuong/index.html",
    "hoi-dap/index.html",
    "hoi-dap/co-quan/ubnd-tinh/index.html",
    "hoi-dap/nop-ho-so/index.html",
    "hoi-dap/da-thu-hoi/410.html",
    "chuyen-trang/index.html",
    "chuyen-trang/nghi-quyet-05/index.html",
    "chuyen-trang/nghi-quyet-05/toan-van/index.html",
    "chuyen-trang/so-tay/chuan-bi/index.html",
    "lay-y-kien/index.html",
    "lay-y-kien/quy-che/index.html",
    "lay-y-kien/ho-so/index.html",
    "lay-y-kien/da-thu-hoi/410.html",
    "lich/index.html",
    "lich/hoi-nghi-truc-tuyen/index.html",
    "chuyen-de/chuyen-doi-so/index.html",
    "so-do-trang/index.html",
    "chuyen-muc/index.html",
    "chuyen-muc/dan-van-kheo/index.html",
    "chuyen-muc/khong-tin-rieng/index.html",
    "tac-gia/index.html",
    "tac-gia/le-minh-hoa/index.html",
    "tim-kiem/index.html",
    "nguon-tin/index.html",
    "du-lieu/index.html",
    "xac-thuc/index.html",
)
FILES = ("khoa-ky.txt", "nguon-tin/tat-ca/rss.xml")
ADDRESSES = "addresses.txt"
"""The file with the addresses of all files of the golden site, as they were when a person last read it."""


@pytest.fixture(scope="session")
def golden(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the built golden site."""
    folder = tmp_path_factory.mktemp("golden")
    ran = build(golden_project(folder / "project"), folder / "site")
    assert ran.returncode == 0, ran.stderr
    return folder / "site"


@pytest.mark.parametrize("name", [*PAGES, *FILES, ADDRESSES])
def test_a_file_says_what_it_said_when_last_read(golden: Path, name: str) -> None:
    """Compare a file with the text that a person has read.

    To accept changes, run ``INFOPAGE_GOLDEN=write scripts/test -k golden``, then read the diff.
    """
    said, expected = _said(golden, name), (EXPECTED / name).with_suffix(".txt")
    if os.environ.get("INFOPAGE_GOLDEN") == "write":
        expected.parent.mkdir(parents=True, exist_ok=True)
        expected.write_text(said, encoding="utf-8")
    assert said == expected.read_text(encoding="utf-8"), "INFOPAGE_GOLDEN=write writes it anew: read the difference"


def _said(site: Path, name: str) -> str:
    if name == ADDRESSES:
        named_by_content = ("assets/", "tim-kiem/chi-muc/")
        return "\n".join(file for file in tree(site) if not file.startswith(named_by_content)) + "\n"
    return digest((site / name).read_bytes()) if name in PAGES else (site / name).read_text(encoding="utf-8")


def test_no_file_repeats_words_that_were_corrected_for_privacy(golden: Path) -> None:
    texts = [file.read_bytes() for file in golden.rglob("*") if file.is_file()]
    assert any("hai hộ gia đình".encode() in text for text in texts)
    assert not any("hai hộ có tên".encode() in text for text in texts)


def test_every_link_of_every_page_leads_somewhere(golden: Path) -> None:
    assert list(dead_links(golden, SITE)) == []


def test_every_page_carries_the_policy_before_it_loads_anything_and_keeps_to_it(golden: Path) -> None:
    assert list(checks_before(golden)) == []
    for file in golden.rglob("*.html"):
        loaded = parse(file.read_bytes()).xpath(
            '//meta[contains(@content, "default-src")] | //script | //link[@rel="stylesheet"]'
        )
        assert not loaded or loaded[0].get("content") == policy(in_page=True), file


def test_nothing_of_an_unpublished_item_is_anywhere(golden: Path) -> None:
    assert [name for name, content in tree(golden).items() if b"CHUADENNGAY" in content or "CHUADENNGAY" in name] == []


@pytest.mark.parametrize(
    ("folder", "secret", "words"),
    [
        ("tin-tuc/2026/da-het-han", b"DAHETHAN", "đã hết hạn đăng từ ngày 01/11/2026"),
        (
            "van-ban/tinh-uy/2025-2030/08-qd-tu",
            b"DATHUHOI",
            "đã bị thu hồi ngày 30/10/2026. Lý do: Đăng nhầm bản chưa ký.",
        ),
    ],
)
def test_an_item_that_is_gone_keeps_its_addresses_and_the_notice_in_the_feeds(
    golden: Path, folder: str, secret: bytes, words: str
) -> None:
    site = tree(golden)
    assert [name for name, content in site.items() if secret in content] == []
    assert words in digest(site[f"{folder}/410.html"])
    named = {name for name, content in site.items() if folder.encode() in content and not name.startswith(folder)}
    feeds = {"tat-ca", "cap-nhat", folder.split("/")[0]} | ({"dinh-chinh"} if "thu hồi" in words else set())
    if folder.startswith("tin-tuc/"):
        feeds.add("chuyen-trang/nghi-quyet-05")  # this collection shows the item as long as it is current
    if "/tinh-uy/" in folder:
        feeds |= {"co-quan/tinh-uy", "loai/quyet-dinh"}
    assert named == {f"nguon-tin/{slug}/{file}" for slug in feeds for file in FORMATS}


def test_every_address_of_a_withdrawn_document_says_so(golden: Path) -> None:
    folder = "van-ban/tinh-uy/2025-2030/08-qd-tu"
    assert sorted(name for name in tree(golden) if name.startswith(folder)) == [
        f"{folder}.pdf/410.html",
        f"{folder}/410.html",
        f"{folder}/theo-doi.xml",
        f"{folder}/van-ban.akn/410.html",
        f"{folder}/van-ban.json/410.html",
        f"{folder}/van-ban.txt/410.html",
    ]


def test_a_file_that_another_item_uses_stays_when_one_of_its_items_is_withdrawn(golden: Path) -> None:
    assert (golden / "van-ban/tinh-uy/2025-2030/05-nq-tu.pdf").is_file()


def test_a_program_finds_the_same_bytes_at_the_old_address_of_data(golden: Path) -> None:
    site = tree(golden)
    assert site["du-lieu-cu/van-ban.csv"] == site["du-lieu/danh-muc.csv"]
    for name in ("van-ban.json", "van-ban.txt", "van-ban.akn", "theo-doi.xml"):
        assert site[f"van-ban/tinh-uy/05-nq-tu/{name}"] == site[f"van-ban/tinh-uy/2025-2030/05-nq-tu/{name}"]


def test_every_page_names_feeds_that_are_there_under_their_own_titles(golden: Path) -> None:
    for file in golden.rglob("*.html"):
        page = parse(file.read_bytes())
        if page.xpath('//meta[@http-equiv="refresh"]'):
            continue
        links = page.xpath('//link[@rel="alternate" and @type="application/rss+xml"]')
        at = urljoin(SITE, "" if file.name == "404.html" else file.relative_to(golden).as_posix())
        addresses = [urljoin(at, link.get("href")) for link in links]
        assert addresses[0] == f"{SITE}nguon-tin/tat-ca/rss.xml", file
        assert len(set(addresses)) == len(addresses), file
        for address, link in zip(addresses, links, strict=True):
            feed = etree.fromstring((golden / address.removeprefix(SITE)).read_bytes())
            assert feed.findtext("channel/title") == link.get("title"), file


def test_a_reader_that_looks_for_feeds_finds_no_data_among_them(golden: Path) -> None:
    """Miniflux takes every link with a feed's type, NetNewsWire every ``alternate`` whose type ends like one."""
    data = 0
    for file in golden.rglob("*.html"):
        for link in parse(file.read_bytes()).xpath("//link[@href]"):
            name, kind = link.get("href").rpartition("/")[2], link.get("type", "")
            assert kind.endswith(("rss+xml", "atom+xml", "json")) == name.endswith(("rss.xml", "theo-doi.xml")), file
            data += name == "van-ban.json" and link.get("rel") == "describedby"
    assert data == 8


def test_a_link_by_id_is_an_address_wherever_it_is_shown(golden: Path) -> None:
    assert [name for name, content in tree(golden).items() if b"vb:" in content] == []


def test_no_page_loads_anything_from_another_host(golden: Path) -> None:
    for file in golden.rglob("*.html"):
        for element in parse(file.read_bytes()).xpath(
            "//*[@src] | //link[@rel='stylesheet' or @rel='preload' or @rel='icon']"
        ):
            assert "//" not in (element.get("src") or element.get("href")), file


def test_pages_hold_no_inline_script_or_style(golden: Path) -> None:
    for file in golden.rglob("*.html"):
        page = parse(file.read_bytes())
        assert page.xpath("//script[not(@src)][not(@type='application/json' or @type='application/ld+json')]") == [], (
            file
        )
        assert page.xpath("//style | //*[@style]") == [], file
        assert [e for e in page.iter() for a in e.attrib if a.startswith("on")] == [], file


def test_nothing_is_left_of_the_base_theme_but_its_frame(golden: Path) -> None:
    """The theme's script would look for elements that our pages lack; its toggles are not valid HTML."""
    ours = {"early", "site", "moved", "album"}
    for file in golden.rglob("*.html"):
        page = parse(file.read_bytes())
        assert {Path(script.get("src")).name.split(".")[0] for script in page.xpath("//script[@src]")} <= ours, file
        assert page.xpath("//*[contains(@class, 'md-toggle') or contains(@class, 'md-dialog') or @id='__config']") == []
    assert {path.name for path in (golden / "assets").iterdir() if path.is_dir()} == {"search"}
