"""The offline copy: a folder with the whole site that a browser opens without a web server.

Without a server, the address of a folder does not lead to its index.html, so every link names that file. Files that
only servers and feed readers use are left out, and links to them lead to the live site.
"""

import posixpath
import re
import shutil
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from html import escape, unescape
from pathlib import Path
from urllib.parse import quote, unquote, urljoin, urlsplit

from lxml import html

from infopage.content.addresses import relative
from infopage.content.first_published_file import NAME as FIRST_PUBLISHED
from infopage.outputs.metadata.security_txt import ADDRESS as SECURITY_TXT
from infopage.outputs.pages.tombstones import FILE as TOMBSTONE
from infopage.release.proof.manifest import NAME, SIGNATURE
from infopage.release.reading.copies import MISSING, NOT_SERVED
from infopage.release.reading.walk import files_named

START = "MO-TRANG-NAY.html"
"""The file that a reader opens first. It lies beside the folder ``FOLDER``."""

FOLDER = "trang/"
"""The folder with the site's files in the offline copy."""

_SCRIPT = "ngoai-tuyen.js"
_ONLINE = NOT_SERVED | {MISSING, "robots.txt", "sitemap.xml", SECURITY_TXT, FIRST_PUBLISHED, NAME, SIGNATURE}
_FEED = (".xml", ".ics")
_HERE = "https://site.invalid/"
_ATTRIBUTE = re.compile(r' (href|src|action)="([^"]*)"')
_TAG = re.compile(r'<(?:a|link|form|img|script|area|use|source) (?:[^>"]|"[^"]*")*>')
_REFRESH = re.compile(r'(<meta http-equiv="refresh" content="0; url=)([^"]*)"')
_POLICY = re.compile(r'<meta http-equiv="content-security-policy"[^>]*>\n?', re.IGNORECASE)
_SEARCH = re.compile(r'<link rel="search"[^>]*>\n?')
_LINKS = """// From a folder no server turns an address into its index.html; scripts still make links to addresses.
for (const act of ["click", "auxclick", "contextmenu"]) {
  addEventListener(act, (event) => {
    const link = event.target.closest?.("a[href]");
    if (link && link.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
  }, true);
}
"""
_START = """<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
{styles}</head>
<body>
<main class="wrap page prose">
<h1>{title}</h1>
<p class="lead"><a href="{folder}index.html">Mở trang</a></p>
<p>Nếu bấm mà không mở được: tệp nén chưa được giải nén. Hãy bấm chuột phải vào tệp nén, chọn <em>Giải nén tất cả</em>
(<em>Extract All</em>), rồi mở lại tệp {start} trong thư mục vừa giải nén.</p>
<p>Đây là bản sao để đọc khi không có mạng, ngày {day}. Bản mới nhất ở <a href="{address}">{address}</a>.</p>
</main>
</body>
</html>
"""


@dataclass(frozen=True)
class About:
    """A site's absolute address (ending in ``/``), its title and the addresses of its style sheets.

    They are read from its home page.
    """

    address: str
    title: str
    styles: tuple[str, ...]

    @classmethod
    def of_folder(cls, site: Path) -> "About":
        """Read the home page of a site. Raises ValueError where there is none or it has no canonical address."""
        if not (site / "index.html").is_file():
            raise ValueError(f"{site}: không phải trang đã dựng (thiếu index.html)")
        page = html.document_fromstring((site / "index.html").read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
        links = [(link.get("rel"), link.get("href", "")) for link in page.iter("link")]
        canonical = [href for rel, href in links if rel == "canonical"]
        if not canonical:
            raise ValueError("trang chủ không có địa chỉ chính thức; hãy đặt site_url trong mkdocs.yml rồi dựng lại")
        styles = tuple(href for rel, href in links if rel == "stylesheet")
        return cls(canonical[0], (page.findtext(".//title") or "").strip(), styles)


def write_offline(site: Path, copy: Path, about: About, day: str) -> None:
    """Write the offline copy of a built site into the folder ``copy``.

    ``about`` has the site's address, title and style sheets. ``day`` is the day of the copy, in words, shown on its
    first page.
    """
    kept = [file.name for file in files_named(site) if not _only_online(file.name)]
    files = frozenset(kept)
    for name in kept:
        to = copy / FOLDER / name
        to.parent.mkdir(parents=True, exist_ok=True)
        if name.endswith(".html"):
            page = (site / name).read_bytes().decode()
            to.write_bytes(_page(page, name, files, about.address).encode())
        else:
            shutil.copyfile(site / name, to)
    (copy / FOLDER / _SCRIPT).write_bytes(_LINKS.encode())
    styles = "".join(f'<link rel="stylesheet" href="{escape(FOLDER + style)}">\n' for style in about.styles)
    title, address = escape(about.title), escape(about.address)
    start = _START.format(title=title, folder=FOLDER, styles=styles, start=START, day=day, address=address)
    (copy / START).write_bytes(start.encode())


def _only_online(name: str) -> bool:
    return name in _ONLINE or name.endswith(_FEED)


def _page(page: str, name: str, files: Collection[str], address: str) -> str:
    """Return an HTML page with links that work without a server.

    A script is added, which corrects the links that other scripts make. ``name`` is the page's file, ``files`` are all
    files of the copy, and ``address`` is the live site's, to which links to other files lead.
    """

    def link(written: str) -> str:
        return escape(_link(unescape(written), name, files, address))

    page = _POLICY.sub("", _SEARCH.sub("", page))
    page = _TAG.sub(lambda tag: _ATTRIBUTE.sub(lambda one: f' {one[1]}="{link(one[2])}"', tag[0]), page)
    page = _REFRESH.sub(lambda one: f'{one[1]}{link(one[2])}"', page)
    script = f'<script src="{quote(relative(_SCRIPT, name))}"></script>\n'
    return page.replace("</head>", f"{script}</head>", 1)


def _link(written: str, name: str, files: Collection[str], address: str) -> str:
    there = urlsplit(urljoin(_HERE + quote(name), written))
    if f"{there.scheme}://{there.netloc}/" != _HERE or not urlsplit(written).path:
        return written
    target = unquote(there.path.removeprefix("/"))
    rest = (f"?{there.query}" if there.query else "") + (f"#{there.fragment}" if there.fragment else "")
    for file in _candidates(target):
        if file in files:
            return quote(posixpath.relpath(file, posixpath.dirname(name) or ".")) + rest
    return urljoin(address, quote(target)) + rest


def _candidates(target: str) -> Iterator[str]:
    folder = target.rstrip("/") + "/" if target else ""
    yield target
    yield f"{folder}index.html"
    yield f"{folder}{TOMBSTONE}"
