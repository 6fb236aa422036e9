"""The headers, as real nginx sends them with our configuration."""

import re
import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest

from infopage.release.headers import (
    DATA,
    DOWNLOAD,
    FINGERPRINT_FOLDERS,
    IMMUTABLE,
    OPEN,
    OPEN_ENDINGS,
    OPEN_FOLDERS,
    REVALIDATED,
    SANDBOX,
    SECURITY,
    is_fingerprinted,
    policy,
)
from infopage.release.server_files import SERVERS, server_file
from tests.release.lab import SCRIPT, Lab, make_site, tool
from tests.support import ROOT

DEPLOY = ROOT / "deploy"
INSTALLED = {
    "nginx": "nginx/files.conf",
    "apache": "apache/files.conf",
    "iis": "iis/web.config",
    "netlify": "netlify/_headers",
}
STYLE = "assets/css.3e23e816.css"  # of the version "b"
GONE = "van-ban/thu-hoi/"


@pytest.fixture(scope="module", params=["/", "/tuyen-truyen/"])
def lab(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """Return a server that shows a small site, at a host's root and below a folder."""
    folder = tmp_path_factory.mktemp("lab")
    site = make_site(folder / "site", "b")
    files = {
        f"{GONE}410.html": "<!doctype html><title>Đã thu hồi</title>",
        "van-ban/a.pdf": "%PDF-1.7",
        "nguon-tin/tat-ca/rss.xml": "<rss/>" * 300,
        "nguon-tin/tat-ca/atom.xml": "<feed/>",
        "nguon-tin/tat-ca/feed.json": "{}",
        "nguon-tin/danh-sach.opml": "<opml/>",
        "van-ban/05/theo-doi.xml": "<feed/>",
        "van-ban/05/van-ban.txt": "a",
        "lich/hoi-nghi.ics": "BEGIN:VCALENDAR",
        "du-lieu/danh-muc.csv": "a,b",
        "du-lieu/danh-muc.json": "{}",
        "sitemap.xml": "<urlset/>",
        "tim-kiem/opensearch.xml": "<a/>",
        "tim-kiem/chi-muc/0123456789/index.js": "1",
        "tin.bin": "?",
        "tep-khong-duoi": "?",
        **dict.fromkeys(("anh.jpg", "anh.JPG", "anh.avif", "phim.mp4", "so-do.svg", "SO-DO.SVG", "van-ban/B.PDF"), "?"),
        **dict.fromkeys(("bai.docx", "bieu.CSV", "ghi-chu.txt", "lich.ics", "goi.zip", "a.php", "a.xhtml"), "?"),
        **dict.fromkeys(("a.html", "a.xml", "van-ban/x/van-ban.txt", "robots.txt"), "<p>"),
    }
    with Lab(folder, request.param).running() as lab:
        lab.published(site)
        for name, text in files.items():  # beside the release, which would not go out with some of them
            file = lab.served / "current" / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
        yield lab


@pytest.mark.parametrize("server", SERVERS)
def test_what_deploy_holds_is_what_the_command_writes(server: str) -> None:
    assert (DEPLOY / INSTALLED[server]).read_text("utf-8") == server_file(server, "https://tinh.example/")


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("", 200),
        ("trang/1/", 200),
        ("trang/1", 301),
        ("khong-co/", 404),
        ("404.html", 404),
        ("trang/", 404),
        ("assets/css.00000000.css", 404),
        (GONE, 410),
        (GONE.rstrip("/"), 301),
        (f"{GONE}410.html", 410),
        (STYLE, 200),
        ("MANIFEST.sha256", 200),
    ],
)
def test_every_answer_has_the_headers(lab: Lab, address: str, status: int) -> None:
    found, headers, _ = lab.get(address)
    assert found == status
    assert {name: headers.get(name.lower()) for name in SECURITY} == dict(SECURITY)
    assert headers["cache-control"] == (IMMUTABLE if address == STYLE else REVALIDATED)


def test_an_answer_without_a_body_has_the_headers(lab: Lab) -> None:
    for address in ("", STYLE):
        tag = lab.get(address)[1]["etag"]
        status, headers, body = lab.get(address, If_None_Match=tag)
        assert (status, body) == (304, b"")
        assert {name: headers.get(name.lower()) for name in SECURITY} == dict(SECURITY)
        assert headers["etag"] == tag
    assert lab.get("", "HEAD")[0] == 200
    assert lab.get(STYLE, Range="bytes=0-1")[0] == 206
    assert lab.get("", "POST")[0] == 405


def test_no_header_is_sent_twice(lab: Lab) -> None:
    for address in ("", "khong-co/", GONE, STYLE, "van-ban/a.pdf"):
        assert "," not in lab.get(address)[1]["x-content-type-options"]


def test_missing_and_withdrawn_pages_say_so_in_our_words(lab: Lab) -> None:
    assert "Không có" in lab.get("khong-co/")[2].decode()
    assert "Đã thu hồi" in lab.get(GONE)[2].decode()
    # Whoever has an old copy must not be told that it is still good.
    status, headers, _ = lab.get(GONE, If_Modified_Since="Sat, 24 Nov 2096 00:00:00 GMT")
    assert (status, headers["content-type"]) == (410, "text/html; charset=utf-8")


def test_a_pdf_has_all_headers_but_the_policy(lab: Lab) -> None:
    for address in ("van-ban/a.pdf", "van-ban/B.PDF"):
        headers = lab.get(address)[1]
        assert {name for name in SECURITY if name.lower() not in headers} == {"Content-Security-Policy"}
        assert "content-disposition" not in headers


@pytest.mark.parametrize("address", ["anh.jpg", "anh.JPG", "anh.avif", "phim.mp4"])
def test_pictures_and_media_are_shown(lab: Lab, address: str) -> None:
    headers = lab.get(address)[1]
    assert {name: headers.get(name.lower()) for name in SECURITY} == dict(SECURITY)
    assert "content-disposition" not in headers


@pytest.mark.parametrize("address", ["so-do.svg", "SO-DO.SVG"])
def test_a_drawing_is_shown_in_a_sandbox(lab: Lab, address: str) -> None:
    headers = lab.get(address)[1]
    assert headers["content-security-policy"] == SANDBOX
    assert headers["content-type"] == "image/svg+xml"
    assert "content-disposition" not in headers


@pytest.mark.parametrize(
    "address", ["bai.docx", "bieu.CSV", "ghi-chu.txt", "lich.ics", "goi.zip", "tin.bin", "a.html", "a.php", "a.xhtml"]
)
def test_all_else_is_saved_and_runs_nothing(lab: Lab, address: str) -> None:
    status, headers, _ = lab.get(address)
    assert status == 200
    expected = {**SECURITY, **DOWNLOAD}
    assert {name: headers.get(name.lower()) for name in expected} == expected


@pytest.mark.parametrize("address", ["a.xml", "van-ban/x/van-ban.txt", "robots.txt", "nguon-tin/tat-ca/feed.json"])
def test_files_for_programs_are_shown_without_scripts(lab: Lab, address: str) -> None:
    headers = lab.get(address)[1]
    assert headers["content-security-policy"] == DATA
    assert "script-src" not in DATA
    assert "content-disposition" not in headers


@pytest.mark.parametrize(
    "address",
    [
        "nguon-tin/tat-ca/rss.xml",
        "nguon-tin/tat-ca/atom.xml",
        "nguon-tin/tat-ca/feed.json",
        "nguon-tin/danh-sach.opml",
        "van-ban/05/theo-doi.xml",
        "van-ban/05/van-ban.txt",
        "lich/hoi-nghi.ics",
        "du-lieu/danh-muc.csv",
        "du-lieu/danh-muc.json",
    ],
)
def test_scripts_of_other_pages_may_read_feeds_calendars_and_open_data(lab: Lab, address: str) -> None:
    status, headers, _ = lab.get(address, Origin="https://noi-khac.example")
    assert (status, headers["access-control-allow-origin"]) == (200, "*")
    held = SECURITY.keys() - {"Content-Security-Policy"}
    assert {name: headers.get(name.lower()) for name in held} == {name: SECURITY[name] for name in held}
    assert headers["content-security-policy"] in (DATA, SANDBOX)
    assert headers["cache-control"] == REVALIDATED
    again = lab.get(address, If_None_Match=headers["etag"])
    assert (again[0], again[1]["access-control-allow-origin"]) == (304, "*")


@pytest.mark.parametrize(
    "address", ["", "trang/1/", STYLE, "van-ban/a.pdf", "tim-kiem/chi-muc/0123456789/index.js", GONE]
)
def test_they_may_read_nothing_else(lab: Lab, address: str) -> None:
    assert "access-control-allow-origin" not in lab.get(address, Origin="https://noi-khac.example")[1]


def test_servers_without_a_test_of_their_own_open_the_same_files() -> None:
    (name, value), endings = next(iter(OPEN.items())), "|".join(OPEN_ENDINGS)
    apache, netlify, iis = (server_file(server, "https://tinh.example/tin/") for server in ("apache", "netlify", "iis"))
    assert rf'Header always set {name} "{value}" "expr=%{{REQUEST_URI}} =~ m#\.(?:{endings})$#i"' in apache.split("\n")
    assert re.findall(rf"^/tin/\*\.(\w+)\n  {name}: \*$", netlify, re.MULTILINE) == list(OPEN_ENDINGS)
    opened = [
        one.get("path")
        for one in ET.fromstring(iis).iterfind("location")
        if one.find(f".//add[@name='{name}']") is not None
    ]
    assert opened == list(OPEN_FOLDERS)


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("", "text/html; charset=utf-8"),
        (STYLE, "text/css; charset=utf-8"),
        ("assets/js.3e23e816.js", "text/javascript; charset=utf-8"),
        ("nguon-tin/tat-ca/rss.xml", "application/xml; charset=utf-8"),
        ("nguon-tin/tat-ca/atom.xml", "application/xml; charset=utf-8"),
        ("nguon-tin/tat-ca/feed.json", "application/feed+json"),
        ("tim-kiem/opensearch.xml", "application/opensearchdescription+xml"),
        ("sitemap.xml", "application/xml; charset=utf-8"),
        ("du-lieu/danh-muc.csv", "text/csv; charset=utf-8"),
        ("van-ban/a.pdf", "application/pdf"),
        ("MANIFEST.sha256", "text/plain; charset=utf-8"),
        ("tin.bin", "application/octet-stream"),
        ("tep-khong-duoi", "application/octet-stream"),
    ],
)
def test_every_file_has_its_media_type(lab: Lab, address: str, kind: str) -> None:
    assert lab.get(address)[1]["content-type"] == kind


def test_texts_are_compressed_on_the_way(lab: Lab) -> None:
    headers = lab.get("nguon-tin/tat-ca/rss.xml", Accept_Encoding="gzip")[1]
    assert (headers["content-encoding"], headers["vary"]) == ("gzip", "Accept-Encoding")


def test_a_redirect_names_no_host_or_port(lab: Lab) -> None:
    assert lab.get("trang/1")[1]["location"] == f"{lab.base}trang/1/"


def test_only_files_whose_address_says_their_content_are_kept_for_good() -> None:
    assert all(
        is_fingerprinted(address)
        for address in (STYLE, "assets/javascripts/bundle.a5f9d56c.min.js", "tim-kiem/chi-muc/0123456789/tu-1.js")
    )
    assert not any(
        is_fingerprinted(address)
        for address in ("index.html", "assets/site.css", "tin-tuc/2026/anh.20261124.jpg", "tim-kiem/chi-muc/3.js")
    )


def test_a_page_cannot_be_told_in_itself_who_may_frame_it() -> None:
    assert "frame-ancestors" in policy()
    assert "frame-ancestors" not in policy(in_page=True)
    assert "unsafe" not in policy()


def test_the_servers_script_carries_the_same_folders_over() -> None:
    (folders,) = re.findall(r"^carried='\((\S+)\)/'$", SCRIPT.read_text("utf-8"), re.MULTILINE)
    assert [f"{folder}/" for folder in folders.split("|")] == list(FINGERPRINT_FOLDERS)


def test_nginx_takes_the_site_of_deploy(tmp_path: Path) -> None:
    certificate = [tool("openssl"), "req", "-x509", "-nodes", "-newkey", "rsa:2048", "-subj", "/CN=tinh.example"]
    files = ["-keyout", str(tmp_path / "privkey.pem"), "-out", str(tmp_path / "fullchain.pem")]
    subprocess.run([*certificate, *files], check=True, capture_output=True)
    site = (DEPLOY / "nginx" / "site.conf").read_text("utf-8")
    # A test of a configuration opens its ports too.
    site = re.sub(r"listen (\d+)", rf"listen unix:{tmp_path}/\1", re.sub(r".*listen \[::\].*\n", "", site))
    site = site.replace("/etc/letsencrypt/live/tuyentruyen.tinh.vn", str(tmp_path))
    site = site.replace("/etc/nginx/snippets/tham-sau-files.conf", str(DEPLOY / INSTALLED["nginx"]))
    configuration = tmp_path / "nginx.conf"
    configuration.write_text(f"pid {tmp_path}/pid; error_log {tmp_path}/log; events {{}} http {{ {site} }}", "utf-8")
    check = [tool("nginx"), "-t", "-p", str(tmp_path), "-c", str(configuration)]
    ran = subprocess.run(check, capture_output=True, text=True, check=False)
    assert (ran.returncode, "[warn]" in ran.stderr) == (0, False), ran.stderr


def test_iis_gets_well_formed_xml_with_every_header() -> None:
    root = ET.fromstring(server_file("iis", "https://tinh.example/"))
    added = root.iterfind("./system.webServer/httpProtocol/customHeaders/add")
    assert {one.get("name"): one.get("value") for one in added} == dict(SECURITY)
    assert [one.get("path") for one in root.iterfind("./location")] == ["assets", *OPEN_FOLDERS]
