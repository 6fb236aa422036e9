"""Pages left at old addresses that lead on to the new ones, for hosts that know no redirects."""

import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from urllib.parse import quote, urljoin

from infopage.content.catalogue import Catalogue
from infopage.content.diagnostics import Diagnostic
from infopage.outputs.pages import Settings
from infopage.outputs.taken_back import redacted_files
from infopage.outputs.views import Link, MovedView, Page

_SEGMENT = r"(?!\.{1,2}(?:/|$))[^\x00-\x1f/\\?#%:*\"<>|]+"
_ADDRESS = re.compile(rf"(?:{_SEGMENT}/)*{_SEGMENT}/?")
_ADVICE = "địa chỉ cũ phải không còn trang hay tệp nào và viết như van-ban/cu/"


def redirect_pages(
    catalogue: Catalogue, settings: Settings, pages: Mapping[str, Page], files: Collection[str]
) -> tuple[dict[str, Page], list[Diagnostic]]:
    """Return a small page for each old address, a file's being taken for a folder, and the faults of
    data/chuyen-huong.yml; ``files`` are the addresses of the files that go out.
    """
    registry = catalogue.registries.redirects
    unnamed = {path for item in catalogue.gone if item.redacted for path in redacted_files(item, catalogue)}
    moved: dict[str, Page] = {}
    faults: list[Diagnostic] = []
    for redirect in registry:
        line = registry.lines[redirect.id]
        address = f"{redirect.id.rstrip('/')}/"
        if not _ADDRESS.fullmatch(redirect.id):
            faults.append(Diagnostic(registry.path, line, "tu", f"“{redirect.id}” không phải địa chỉ; {_ADVICE}"))
        elif address in moved:
            message = f"“{redirect.id}” đã ghi ở trên; mỗi địa chỉ cũ chỉ dẫn tới một nơi"
            faults.append(Diagnostic(registry.path, line, "tu", message))
        elif address in pages or redirect.id.rstrip("/") in files:
            what = "trang" if address in pages else "tệp"
            faults.append(Diagnostic(registry.path, line, "tu", f"“{redirect.id}” đang là một {what}; {_ADVICE}"))
        elif redirect.to in unnamed:
            continue
        elif redirect.to not in pages and redirect.to not in files:
            message = f"không có trang nào ở địa chỉ “{redirect.to}”; hãy viết địa chỉ một trang đang có, như van-ban/"
            faults.append(Diagnostic(registry.path, line, "den", message))
        else:
            page = pages.get(redirect.to)
            title = page.title if page else posixpath.basename(redirect.to)
            moved[address] = _moved(address, Link(title, quote(redirect.to)), settings)
    return moved, faults


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
    catalogue: Catalogue, pages: Mapping[str, Page], files: Mapping[str, bytes]
) -> Iterator[tuple[str, bytes]]:
    """Yield, by its old address, each file that a program reads and that moved, alone or with its page: programs
    follow no page, so they find the same bytes there.
    """
    for redirect in catalogue.registries.redirects:
        target = pages.get(redirect.to)
        if redirect.to in files:
            yield redirect.id, files[redirect.to]
        elif target and redirect.id.endswith("/"):
            for link in target.files:
                if link.address in files:
                    yield redirect.id + link.address.removeprefix(target.address), files[link.address]
