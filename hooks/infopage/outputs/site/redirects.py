"""Small pages at old addresses that lead to the new addresses, for servers that cannot redirect."""

import posixpath
import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from urllib.parse import quote, urljoin

from infopage.content.catalogue import Catalogue
from infopage.content.diagnostics import Diagnostic
from infopage.outputs.data.files import downloads
from infopage.outputs.jobs.job import Head
from infopage.outputs.site.generated import PAGE_FILES, Ground
from infopage.outputs.views.links import Link
from infopage.outputs.views.page import Page
from infopage.outputs.views.standing import MovedView
from infopage.outputs.wording.frame import Settings
from infopage.outputs.wording.taken_back import redacted_files

_SEGMENT = r"(?![. ])[^\x00-\x1f\x7f/\\?#%:*\"<>|]+(?<![. ])"
_ADDRESS = re.compile(rf"(?:{_SEGMENT}/)*{_SEGMENT}/?")
_LONGEST = 200
"""The most bytes of a part of an address. Disks allow 255, but files are first written under longer temporary names."""

_ADVICE = "địa chỉ cũ phải không còn trang hay tệp nào và viết như van-ban/cu/"


def redirect_pages(
    catalogue: Catalogue, settings: Settings, pages: Mapping[str, Head], files: Collection[str], ground: Ground
) -> tuple[dict[str, Page], list[Diagnostic]]:
    """Return a small page for each old address, and the faults of data/chuyen-huong.yml (the list of redirects).

    ``pages`` are the heads (title, files and so on) of all pages by address, and ``files`` the addresses of all
    published files. ``ground`` has all addresses in use; those of the small pages are added to it. The old address of a
    file becomes a folder, because each small page is an ``index.html``.
    """
    registry = catalogue.registries.redirects
    unnamed = {path for item in catalogue.gone if item.redacted for path in redacted_files(item, catalogue)}
    moved: dict[str, Page] = {}
    faults: list[Diagnostic] = []
    data = {link.address for page in pages.values() for link in page.files} | {link.address for link in downloads()}
    for redirect in registry:
        line = registry.lines[redirect.id]
        address = f"{redirect.id.rstrip('/')}/"
        page = pages.get(redirect.to)
        written = [f"{address}index.html", *(address + one for one in _data_names(page))]
        if redirect.to in data and _is_of_type(redirect.id, redirect.to):
            written = [address.rstrip("/")]
        if not _is_address(redirect.id):
            faults.append(Diagnostic(registry.path, line, "tu", f"“{redirect.id}” không phải địa chỉ; {_ADVICE}"))
        elif address in moved:
            message = f"“{redirect.id}” đã ghi ở trên; mỗi địa chỉ cũ chỉ dẫn tới một nơi"
            faults.append(Diagnostic(registry.path, line, "tu", message))
        elif address in pages or redirect.id.rstrip("/") in files:
            what = "trang" if address in pages else "tệp"
            faults.append(Diagnostic(registry.path, line, "tu", f"“{redirect.id}” đang là một {what}; {_ADVICE}"))
        elif posixpath.basename(address.rstrip("/")).casefold() in PAGE_FILES or any(map(ground.is_taken, written)):
            message = f"“{redirect.id}” đang là chỗ của trang hoặc tệp khác; {_ADVICE}"
            faults.append(Diagnostic(registry.path, line, "tu", message))
        elif redirect.to in unnamed:
            continue
        elif redirect.to not in pages and redirect.to not in files:
            message = f"không có trang nào ở địa chỉ “{redirect.to}”; hãy viết địa chỉ một trang đang có, như van-ban/"
            faults.append(Diagnostic(registry.path, line, "den", message))
        else:
            title = page.title if page else posixpath.basename(redirect.to)
            moved[address] = _moved(address, Link(title, quote(redirect.to)), settings)
            for file in written:
                ground.take(file)
    return moved, faults


def _is_address(written: str) -> bool:
    """Tell whether an old address, as an editor wrote it, works on every disk and server.

    Invisible control characters are not allowed either.
    """
    return (
        _ADDRESS.fullmatch(written) is not None
        and all(len(part.encode()) <= _LONGEST for part in written.split("/"))
        and not any(unicodedata.category(one).startswith("C") for one in written)
    )


def _is_of_type(old: str, new: str) -> bool:
    """Tell whether two addresses have the same extension, so that a server sends the file with the same type."""
    return posixpath.splitext(old.rstrip("/"))[1] == posixpath.splitext(new)[1]


def _data_names(page: Head | None) -> Iterator[str]:
    """Yield the addresses of a page's data files and feed, relative to the page."""
    for link in page.files if page else ():
        yield link.address.removeprefix(page.address if page else "")


def _moved(address: str, to: Link, settings: Settings) -> Page:
    return Page(
        address=address,
        template="moved.html",
        title="Trang đã chuyển địa chỉ",
        description="",
        indexed=False,
        view=MovedView(to, urljoin(settings.url, to.address)),
    )


def moved_data(
    catalogue: Catalogue, pages: Mapping[str, Head], files: Mapping[str, bytes]
) -> Iterator[tuple[str, bytes]]:
    """Yield the old address and the bytes of each moved data file or feed, whether moved alone or with its page.

    Programs do not follow the link on a page, so they get the same bytes at the old address. A file whose new address
    has another extension is left out: it would be sent with the wrong type.
    """
    for redirect in catalogue.registries.redirects:
        target = pages.get(redirect.to)
        if redirect.to in files:
            if _is_of_type(redirect.id, redirect.to):
                yield redirect.id.rstrip("/"), files[redirect.to]
        elif target and redirect.id.endswith("/"):
            for link in target.files:
                if link.address in files:
                    yield redirect.id + link.address.removeprefix(target.address), files[link.address]
