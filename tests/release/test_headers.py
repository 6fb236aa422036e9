"""The response headers of real nginx and Apache with our configuration, from one table of requests."""

import gzip
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from urllib.parse import quote, urlsplit

import pytest

from infopage.files.attachable import ATTACHABLE
from infopage.outputs.feeds.moved import successor
from infopage.release.hosting.headers import (
    COMPRESSED,
    COMPRESSED_ENDING,
    COMPRESSED_FROM,
    DATA,
    DOWNLOAD,
    FINGERPRINT_FOLDERS,
    IMMUTABLE,
    OPEN,
    OPEN_ENDINGS,
    OPEN_FOLDERS,
    REFUSED,
    REVALIDATED,
    SANDBOX,
    SECURITY,
    TYPES,
    is_fingerprinted,
    policy,
)
from infopage.release.hosting.server_files import SERVERS, server_file
from tests.release.lab import SCRIPT
from tests.release.web import DEPLOY, Web, showing
from tests.release.web import SERVERS as RUN

RECORDINGS = {
    "quay.mp4": "video/mp4",
    "quay.webm": "video/webm",
    "doc.mp3": "audio/mpeg",
    "doc.m4a": "audio/mp4",
    "doc.ogg": "audio/ogg",
    "doc.oga": "audio/ogg",
}
"""Video and audio files, with their media types."""

INSTALLED = {
    "nginx": "nginx/files.conf",
    "apache": "apache/files.conf",
    "iis": "iis/web.config",
    "netlify": "netlify/_headers",
    "netlify-redirects": "netlify/_redirects",
}
STYLE = "assets/css.3e23e816.css"  # any eight digits of a hash would do
GONE = "van-ban/thu-hoi/"
FEED = "nguon-tin/tat-ca/rss.xml"


FILES = {
    "index.html": "<!doctype html><title>Trang chủ</title>",
    "trang/1/index.html": "<!doctype html><title>Trang 1</title>",
    "404.html": "<!doctype html><title>Không có</title>",
    f"{GONE}410.html": "<!doctype html><title>Đã thu hồi</title>",
    "van-ban/thu-hoi.pdf/410.html": "<!doctype html><title>Đã thu hồi</title>",
    "trang/dai/index.html": f"<!doctype html><title>Trang dài</title>{'<p>Một đoạn.' * 300}",
    STYLE: "a{}" * 400,
    "assets/js.3e23e816.js": "1",
    "MANIFEST.sha256": "",
    "van-ban/a.pdf": "%PDF-1.7",
    FEED: "<rss/>" * 300,
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
    **dict.fromkeys(RECORDINGS, "0123456789" * 300),
    **dict.fromkeys(("bai.docx", "bieu.CSV", "ghi-chu.txt", "lich.ics", "goi.zip", "a.php", "a.xhtml"), "?"),
    **dict.fromkeys(("a.html", "a.xml", "van-ban/x/van-ban.txt", "robots.txt"), "<p>"),
}


REFUSED_FILES = [
    ".git/config", ".git/HEAD", ".GIT/config", ".gitignore", ".env", ".htpasswd", ".htaccess", ".DS_Store",
    ".well-known/.git/config", "trang/.git/config", "trang/1/.index.html.swp", ".svn/entries", ".vscode/sftp.json",
    "trang/1/.an/index.html", "index.html~", "index.html.bak", "index.html.BAK", "trang/1/index.html.orig", "data.old",
    "a.save", "a.rej", "a.part", "a.tmp", "van-ban/~$nghi-quyet.docx", "#index.html#", "Thumbs.db", "van-ban/thumbs.db",
    "desktop.ini", "__MACOSX/index.html", "web.config", "_headers", "_redirects",
]  # fmt: skip
FILES |= dict.fromkeys(REFUSED_FILES, "?") | {
    ".well-known/security.txt": "Contact:",
    "van-ban/b~1.txt": "a",
    "git/index.html": "a",
}


@pytest.fixture(scope="module", params=[(server, base) for server in RUN for base in ("/", "/tuyen-truyen/")], ids=str)
def web(request: pytest.FixtureRequest) -> Iterator[Web]:
    """Yield each web server with a small site, at a host's root and in a subfolder."""
    server, base = request.param
    files = {name: text.encode() for name, text in FILES.items()}
    if server == "nginx":
        # Compress at another level than nginx would, to see that nginx serves these files and does not compress itself.
        files |= {
            f"{name}.gz": gzip.compress(files[name], 1, mtime=0) for name in (FEED, STYLE, "trang/dai/index.html")
        }
    with showing(server, base, files) as web:
        yield web


@pytest.mark.parametrize("server", SERVERS)
def test_what_deploy_holds_is_what_the_command_writes(server: str) -> None:
    expected = server_file(server, "https://tinh.example/")
    written = f"scripts/infopage headers --server {server} --output deploy/{INSTALLED[server]}"
    assert (DEPLOY / INSTALLED[server]).read_text("utf-8") == expected, written


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
        ("van-ban/thu-hoi.pdf/", 410),
        (f"{GONE}410.html", 410),
        (STYLE, 200),
        ("MANIFEST.sha256", 200),
    ],
)
def test_every_answer_has_the_headers(web: Web, address: str, status: int) -> None:
    found, headers, _ = web.get(address)
    assert found == status
    assert {name: headers.get(name.lower()) for name in SECURITY} == dict(SECURITY)
    assert headers["cache-control"] == (IMMUTABLE if address == STYLE else REVALIDATED)


@pytest.mark.parametrize("name", RECORDINGS)
def test_a_part_of_a_recording_is_sent_for_players_and_not_to_be_saved(web: Web, name: str) -> None:
    status, headers, body = web.get(name, Range="bytes=2005-2009", Accept_Encoding="gzip")
    assert (status, body, headers["content-range"]) == (206, b"56789", "bytes 2005-2009/3000")
    assert headers["content-type"].partition(";")[0] == RECORDINGS[name]
    assert "content-disposition" not in headers


def test_an_answer_without_a_body_has_the_headers(web: Web) -> None:
    for address in ("", STYLE):
        tag = web.get(address)[1]["etag"]
        status, headers, body = web.get(address, If_None_Match=tag)
        assert (status, body) == (304, b"")
        assert {name: headers.get(name.lower()) for name in SECURITY} == dict(SECURITY)
        assert headers["etag"] == tag
    assert web.get("", "HEAD")[0] == 200
    assert web.get(STYLE, Range="bytes=0-1")[0] == 206
    assert web.get("", "POST")[0] == 405


def test_no_header_is_sent_twice(web: Web) -> None:
    for address in ("", "khong-co/", GONE, STYLE, "van-ban/a.pdf"):
        assert "," not in web.get(address)[1]["x-content-type-options"]


def test_missing_and_withdrawn_pages_say_so_in_our_words(web: Web) -> None:
    assert "Không có" in web.get("khong-co/")[2].decode()
    assert "Đã thu hồi" in web.get(GONE)[2].decode()
    # A client with an old copy must not be told that it is still valid.
    status, headers, _ = web.get(GONE, If_Modified_Since="Sat, 24 Nov 2096 00:00:00 GMT")
    assert (status, headers["content-type"]) == (410, "text/html; charset=utf-8")


def test_hidden_files_and_leftovers_are_not_there(web: Web) -> None:
    shown = []
    for address in (*REFUSED_FILES, ".git", ".git/", ".well-known", ".well-known/", "__MACOSX/"):
        spelt = "/".join("".join(f"%{ord(one):02x}" for one in part) for part in address.split("/"))
        for asked in (quote(address), spelt):
            status, headers, body = web.get(asked)
            held = {name: headers.get(name.lower()) for name in SECURITY} == dict(SECURITY)
            if status != 404 or "Không có" not in body.decode() or not held:
                shown.append(asked)
    assert shown == []


@pytest.mark.parametrize("address", [".well-known/security.txt", "van-ban/b~1.txt", "git/"])
def test_their_neighbours_are(web: Web, address: str) -> None:
    assert web.get(address)[0] == 200


def test_nothing_that_may_be_attached_is_refused() -> None:
    endings = {ending for many in ATTACHABLE.values() for ending in many} | {f".{ending}" for ending in TYPES}
    assert [end for end in sorted(endings) if re.search(REFUSED, f"/tin-tuc/anh{end}", re.IGNORECASE)] == []


def test_a_file_that_was_taken_back_leads_to_its_note(web: Web) -> None:
    status, headers, _ = web.get("van-ban/thu-hoi.pdf")
    assert (status, urlsplit(headers["location"]).path) == (301, f"{web.base}van-ban/thu-hoi.pdf/")


def test_a_pdf_has_all_headers_but_the_policy(web: Web) -> None:
    for address in ("van-ban/a.pdf", "van-ban/B.PDF"):
        headers = web.get(address)[1]
        assert {name for name in SECURITY if name.lower() not in headers} == {"Content-Security-Policy"}
        assert "content-disposition" not in headers


@pytest.mark.parametrize("name", ["rss.xml", "feed.json"])
@pytest.mark.parametrize("feed", ["tat-ca", "chu-de/chuyen-doi-so"])
def test_an_archive_page_of_once_leads_to_itself_in_atom(web: Web, feed: str, name: str) -> None:
    page = f"nguon-tin/{feed}/luu/2025-08-08-0447-6b/"
    status, headers, _ = web.get(page + name)
    assert (status, urlsplit(headers["location"]).path) == (301, f"{web.base}{page}atom.xml")
    assert {header: headers.get(header.lower()) for header in SECURITY} == {**SECURITY, "Content-Security-Policy": DATA}
    assert headers["access-control-allow-origin"] == "*"
    assert successor(page + name) == f"{page}atom.xml"


@pytest.mark.parametrize(
    "address", ["nguon-tin/tat-ca/rss.xml", "nguon-tin/danh-sach.opml", "nguon-tin/a%0d%0aX:y/luu/1/rss.xml"]
)
def test_no_other_address_leads_to_an_archive(web: Web, address: str) -> None:
    assert web.get(address)[0] == (404 if "/luu/" in address else 200)
    assert successor(address) == address


def test_other_servers_lead_on_from_the_archive_pages_of_once() -> None:
    apache, iis, netlify = (server_file(one, "https://a.vn/tin/") for one in ("apache", "iis", "netlify-redirects"))
    rule = re.search(r"^RewriteRule (\^\(nguon-tin\S+) (\S+) \[R=301,L\]$", apache, re.MULTILINE)
    assert rule
    for name in ("rss.xml", "feed.json"):
        page = "nguon-tin/chu-de/a-b/luu/2025-08-08-0447"
        assert re.sub(rule[1], rule[2].replace("$1", r"\1"), f"{page}/{name}") == f"/tin/{page}/atom.xml"
        rules = {one.get("wildcard"): one.get("destination") for one in ET.fromstring(iis).iter("add")}
        assert rules[f"*/luu/*/{name}"] == "$0/luu/$1/atom.xml"
        for feed in (":feed", ":group/:feed"):
            folder = f"/tin/nguon-tin/{feed}/luu/:page"
            assert f"\n{folder}/{name} {folder}/atom.xml 301\n" in netlify


@pytest.mark.parametrize("address", ["anh.jpg", "anh.JPG", "anh.avif", "phim.mp4"])
def test_pictures_and_media_are_shown(web: Web, address: str) -> None:
    headers = web.get(address)[1]
    assert {name: headers.get(name.lower()) for name in SECURITY} == dict(SECURITY)
    assert "content-disposition" not in headers


@pytest.mark.parametrize("address", ["so-do.svg", "SO-DO.SVG"])
def test_a_drawing_is_shown_in_a_sandbox(web: Web, address: str) -> None:
    headers = web.get(address)[1]
    assert headers["content-security-policy"] == SANDBOX
    assert headers["content-type"] == "image/svg+xml"
    assert "content-disposition" not in headers


@pytest.mark.parametrize(
    "address", ["bai.docx", "bieu.CSV", "ghi-chu.txt", "lich.ics", "goi.zip", "tin.bin", "a.html", "a.php", "a.xhtml"]
)
def test_all_else_is_saved_and_runs_nothing(web: Web, address: str) -> None:
    status, headers, _ = web.get(address)
    assert status == 200
    expected = {**SECURITY, **DOWNLOAD}
    assert {name: headers.get(name.lower()) for name in expected} == expected


@pytest.mark.parametrize("address", ["a.xml", "van-ban/x/van-ban.txt", "robots.txt", "nguon-tin/tat-ca/feed.json"])
def test_files_for_programs_are_shown_without_scripts(web: Web, address: str) -> None:
    headers = web.get(address)[1]
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
def test_scripts_of_other_pages_may_read_feeds_calendars_and_open_data(web: Web, address: str) -> None:
    status, headers, _ = web.get(address, Origin="https://noi-khac.example")
    assert (status, headers["access-control-allow-origin"]) == (200, "*")
    held = SECURITY.keys() - {"Content-Security-Policy"}
    assert {name: headers.get(name.lower()) for name in held} == {name: SECURITY[name] for name in held}
    assert headers["content-security-policy"] in (DATA, SANDBOX)
    assert headers["cache-control"] == REVALIDATED
    again = web.get(address, If_None_Match=headers["etag"])
    assert (again[0], again[1]["access-control-allow-origin"]) == (304, "*")


@pytest.mark.parametrize(
    "address", ["", "trang/1/", STYLE, "van-ban/a.pdf", "tim-kiem/chi-muc/0123456789/index.js", GONE]
)
def test_they_may_read_nothing_else(web: Web, address: str) -> None:
    assert "access-control-allow-origin" not in web.get(address, Origin="https://noi-khac.example")[1]


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
def test_every_file_has_its_media_type(web: Web, address: str, kind: str) -> None:
    assert web.get(address)[1]["content-type"] == kind


@pytest.mark.parametrize("via", [{}, {"Via": "1.1 cong.example"}], ids=["straight", "by a proxy"])
@pytest.mark.parametrize("address", [FEED, "trang/dai/", STYLE])
def test_texts_come_compressed_to_whom_takes_them_so(web: Web, address: str, via: dict[str, str]) -> None:
    _, plain, text = web.get(address, **via)
    status, headers, body = web.get(address, Accept_Encoding="gzip", **via)
    assert (status, headers["content-encoding"]) == (200, "gzip")
    assert gzip.decompress(body) == text
    assert headers["etag"] != plain["etag"]
    # A compressed file on disk has its own strong tag; if nginx compressed on the fly, the tag would be weak.
    assert not headers["etag"].startswith("W/")
    for one in (headers, plain):
        assert "Accept-Encoding" in one["vary"]
        assert one["content-type"] == plain["content-type"]
        assert one["cache-control"] == plain["cache-control"]
    assert "content-encoding" not in plain


@pytest.mark.parametrize("taken", ["gzip", "identity"])
def test_a_reader_who_has_a_text_in_either_form_is_told_that_it_still_holds(web: Web, taken: str) -> None:
    for address in (FEED, "trang/dai/"):
        tag = web.get(address, Accept_Encoding=taken)[1]["etag"]
        status, _, body = web.get(address, Accept_Encoding=taken, If_None_Match=tag)
        assert (status, body) == (304, b"")
        assert web.get(address, Accept_Encoding=taken, If_None_Match='"0-0"')[0] == 200


def test_a_part_of_a_text_is_a_part_of_the_form_whose_tag_was_named(web: Web) -> None:
    _, headers, body = web.get(FEED)
    status, part, some = web.get(FEED, Range="bytes=6-11", If_Range=headers["etag"])
    assert (status, some, part["content-range"]) == (206, body[6:12], f"bytes 6-11/{len(body)}")
    # A client that accepts gzip must get the whole text, or a part of that version of the file (plain or gzip) whose
    # ETag it sent.
    for asked in ({"Range": "bytes=6-11", "If_Range": headers["etag"]}, {"Range": "bytes=6-11"}):
        status, part, some = web.get(FEED, Accept_Encoding="gzip", **asked)
        whole = web.get(FEED, Accept_Encoding="gzip")[2] if part.get("content-encoding") == "gzip" else body
        assert some == (whole[6:12] if status == 206 else whole)


def test_a_compressed_form_is_not_at_an_address_of_its_own(web: Web) -> None:
    assert [name for name in (f"{FEED}.gz", "trang/dai/index.html.gz", f"{STYLE}.gz") if web.get(name)[0] != 404] == []


def test_a_redirect_leads_to_no_other_host_or_port(web: Web) -> None:
    there = urlsplit(web.get("trang/1", Host="tinh.example:81")[1]["location"])
    assert there.path == f"{web.base}trang/1/"
    assert there.netloc in ("", "tinh.example:81")


def test_only_files_whose_address_says_their_content_are_kept_for_good() -> None:
    assert all(
        is_fingerprinted(address)
        for address in (STYLE, "assets/javascripts/bundle.a5f9d56c.min.js", "tim-kiem/chi-muc/0123456789/tu-1.js")
    )
    assert not any(
        is_fingerprinted(address)
        for address in ("index.html", "assets/site.css", "tin-tuc/2026/anh.20261124.jpg", "tim-kiem/chi-muc/4.js")
    )


def test_a_page_cannot_be_told_in_itself_who_may_frame_it() -> None:
    assert "frame-ancestors" in policy()
    assert "frame-ancestors" not in policy(in_page=True)
    assert "unsafe" not in policy()


def test_the_servers_script_compresses_the_same_texts() -> None:
    script = SCRIPT.read_text("utf-8")
    (endings,) = re.findall(r'^text="\\\.\((\S+)\)\\\$"$', script, re.MULTILINE)
    # The manifest and its signature are left out, because programs request them uncompressed.
    assert set(endings.split("|")) == {end for end, kind in TYPES.items() if kind in COMPRESSED} - {"sha256", "sig"}
    assert f"-size +{COMPRESSED_FROM - 1}c" in script
    assert f"*.{COMPRESSED_ENDING}'" in script


def test_the_servers_script_carries_the_same_folders_over() -> None:
    (folders,) = re.findall(r"^carried='\((\S+)\)/'$", SCRIPT.read_text("utf-8"), re.MULTILINE)
    assert [f"{folder}/" for folder in folders.split("|")] == list(FINGERPRINT_FOLDERS)
