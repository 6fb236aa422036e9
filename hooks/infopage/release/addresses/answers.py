"""The addresses of a built site: pages with their anchors, files, moved addresses, and withdrawn ones.

They are read from the built HTML alone, so that a stored release gives the same result at any time. An address counts
when a reader can reach it by a link: every page, and every file that a page links to. Files that pages only load
(styles, scripts, pictures, parts of the search) do not count, nor do the archive pages of feeds, which only programs
find.
"""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from lxml import html

from infopage.outputs.pages.tombstones import FILE as TOMBSTONE
from infopage.release.reading.copies import MISSING
from infopage.release.reading.walk import files_named

_FOOTNOTES = ("fn:", "fnref:")
_HERE = "https://site.invalid/"


class AddressKind(StrEnum):
    """What stands at an address: an editor's page, a list made by the build, a file, or a file that must not return."""

    PAGE = "trang"
    LIST = "danh-sach"
    FILE = "tep"
    FORBIDDEN = "cam"
    """A file, or an attached HTML page, of a kind that is no longer published: its address says that it is gone."""


@dataclass(frozen=True)
class Answer:
    """A living address: what stands there, and its anchors. Only the anchors of editors' pages are kept."""

    kind: AddressKind
    anchors: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Addresses:
    """The addresses of a site, relative to its root. The address of a page ends in ``/`` or is empty.

    ``alive`` are the pages and the linked files, ``moved`` leads from each moved address to its new one, ``gone`` are
    the addresses that say that they were withdrawn, and ``files`` are all files of the site.
    """

    alive: Mapping[str, Answer] = field(default_factory=dict)
    moved: Mapping[str, str] = field(default_factory=dict)
    gone: frozenset[str] = frozenset()
    files: frozenset[str] = frozenset()

    @classmethod
    def of_folder(cls, site: Path) -> "Addresses":
        """Read a built site. Raises ValueError where the folder holds none."""
        if not (site / "index.html").is_file():
            raise ValueError(f"{site.name}: không phải trang đã dựng (thiếu index.html)")
        alive: dict[str, Answer] = {}
        moved: dict[str, str] = {}
        gone: set[str] = set()
        linked: set[str] = set()
        files = list(files_named(site))
        parser = html.HTMLParser(encoding="utf-8")
        for file in files:
            name = file.name
            if name == MISSING or not name.endswith(".html"):
                continue
            address = _address(name)
            page = html.document_fromstring(file.read(), parser=parser)
            if posixpath.basename(name) == TOMBSTONE:
                gone.add(address)
            elif (target := _target(page, name)) is not None:
                moved[address] = target
            else:
                alive[address] = _answer(page)
                linked.update(_links(page, name))
        names = frozenset(file.name for file in files)
        alive |= {name: Answer(AddressKind.FILE) for name in sorted(linked & names - alive.keys())}
        return cls(alive, moved, frozenset(gone), names)

    def end_of(self, address: str) -> str | None:
        """Return where a reader who opens ``address`` arrives: there or where it moved to; None where nothing is."""
        seen: set[str] = set()
        while address in self.moved and address not in seen:
            seen.add(address)
            address = self.moved[address]
        return address if address in self.alive or address in self.gone or address in self.files else None

    def not_alive(self) -> Iterator[tuple[str, AddressKind]]:
        """Yield every moved or withdrawn address, with its kind: page or file."""
        for address in (*self.moved, *sorted(self.gone)):
            if address not in self.alive:
                yield address, AddressKind.PAGE if address.endswith("/") else AddressKind.FILE


def _address(name: str) -> str:
    """Return the address of an HTML file. A folder with a file extension stands in place of the file of that name."""
    folder, last = posixpath.split(name)
    if last not in ("index.html", TOMBSTONE):
        return name
    return folder if "." in posixpath.basename(folder) else (f"{folder}/" if folder else "")


def _target(page: html.HtmlElement, name: str) -> str | None:
    for meta in page.iterfind(".//meta[@http-equiv]"):
        if meta.get("http-equiv", "").lower() == "refresh":
            return _local(name, meta.get("content", "").partition("url=")[2])
    return None


def _answer(page: html.HtmlElement) -> Answer:
    texts = page.findall(".//*[@data-prose]")
    if not texts:
        return Answer(AddressKind.LIST)
    ids = (element.get("id", "") for text in texts for element in text.iter())
    return Answer(AddressKind.PAGE, frozenset(id for id in ids if id and not id.startswith(_FOOTNOTES)))


def _links(page: html.HtmlElement, name: str) -> Iterator[str]:
    alternates = (link for link in page.iterfind(".//link[@href]") if "alternate" in link.get("rel", "").split())
    for element in (*page.iterfind(".//a[@href]"), *alternates):
        target = _local(name, element.get("href", ""))
        if target and not target.endswith("/"):
            yield target


def _local(name: str, link: str) -> str | None:
    """Return the address a link of the file ``name`` leads to; None where it leaves the site."""
    try:
        there = urlsplit(urljoin(_HERE + name.removesuffix("index.html"), link))
    except ValueError:
        return None
    return unquote(there.path).removeprefix("/") if f"{there.scheme}://{there.netloc}/" == _HERE else None
