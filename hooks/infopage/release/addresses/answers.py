"""The addresses of a built site: pages with their anchors, linked files, redirects, and withdrawn addresses.

They are read from the built HTML alone, so that a stored release gives the same result at any time. An address counts
where a reader can reach it by a link. This is so for every page and for every file that a page links to. Files that
pages only load (styles, scripts, pictures, parts of the search index) do not count, nor do the archive pages of feeds,
which only programs request.
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
    """The kind of content at an address: a page by editors, a generated list of pages, or a file."""

    PAGE = "trang"
    LIST = "danh-sach"
    FILE = "tep"
    FORBIDDEN = "cam"
    """A file, or an attached HTML page, of a type that is no longer published. Its address answers with status 410."""


@dataclass(frozen=True)
class Answer:
    """The content at an address that is neither redirected nor withdrawn: its kind and its anchors.

    Only the anchors in text written by editors are stored, without those of footnotes.
    """

    kind: AddressKind
    anchors: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Addresses:
    """The addresses of a site, relative to its root. The address of a page ends in ``/`` or is empty.

    ``alive`` are the pages and the linked files. ``moved`` maps each redirected address to its target. ``gone`` are the
    withdrawn addresses (status 410). ``files`` are all files of the site.
    """

    alive: Mapping[str, Answer] = field(default_factory=dict)
    moved: Mapping[str, str] = field(default_factory=dict)
    gone: frozenset[str] = frozenset()
    files: frozenset[str] = frozenset()

    @classmethod
    def of_folder(cls, site: Path) -> "Addresses":
        """Read a built site. Raises ValueError where the folder is no built site."""
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
        """Return the address to which ``address`` leads, directly or by redirects.

        The result is None where the site has nothing there.
        """
        seen: set[str] = set()
        while address in self.moved and address not in seen:
            seen.add(address)
            address = self.moved[address]
        return address if address in self.alive or address in self.gone or address in self.files else None

    def not_alive(self) -> Iterator[tuple[str, AddressKind]]:
        """Yield every redirected or withdrawn address, with its kind: page or file."""
        for address in (*self.moved, *sorted(self.gone)):
            if address not in self.alive:
                yield address, AddressKind.PAGE if address.endswith("/") else AddressKind.FILE


def _address(name: str) -> str:
    """Return the address of an HTML file.

    A withdrawn file ``a.pdf`` is replaced by ``a.pdf/410.html``, whose address is ``a.pdf``.
    """
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
    """Return the address that ``link`` in the file ``name`` leads to; None where it leads to another site."""
    try:
        there = urlsplit(urljoin(_HERE + name.removesuffix("index.html"), link))
    except ValueError:
        return None
    return unquote(there.path).removeprefix("/") if f"{there.scheme}://{there.netloc}/" == _HERE else None
