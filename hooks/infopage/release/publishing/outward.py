"""The links of a built site to other sites, for the office to look over at each release."""

import csv
import io
import re
from collections.abc import Callable, Collection, Mapping
from html import unescape
from pathlib import Path
from urllib.parse import urlsplit

from infopage.outputs.pages.sharing import SHARERS
from infopage.release.reading.walk import files_named

REPORT = "build/lien-ket-ra-ngoai.csv"
"""Where the report of the last release is usually kept: the next one names what is new since."""

_ADDRESS, _HOST, _PAGES, _FIRST, _NEW = "dia_chi", "ten_mien", "so_trang", "trang", "moi"
_BYTE_ORDER_MARK = "\ufeff"
_LINK = re.compile(rb"<a\s(?:[^>\"]|\"[^\"]*\")*?\bhref=\"(https?://[^\"]+)\"", re.IGNORECASE)


def outward_links(site: Path, url: str) -> dict[str, list[str]]:
    """Return the pages of a built site by the address of another site that they link to, in order.

    ``url`` is the site's own address. The links for sharing a page are left out, because every page has them.
    """
    found: dict[str, list[str]] = {}
    for file in files_named(site, "*.html"):
        content = file.read()
        if b'href="http' in content:
            for address in sorted({unescape(one.decode("utf-8", "replace")) for one in _LINK.findall(content)}):
                if not address.startswith((url, *SHARERS)):
                    found.setdefault(address, []).append(file.name)
    return dict(sorted(found.items(), key=lambda one: (_host(one[0]), one[0])))


def report_of(links: Mapping[str, Collection[str]], before: Collection[str] | None) -> str:
    """Return the links as a CSV file; those that are not among ``before``, the last release's, are marked as new."""
    out = io.StringIO()
    out.write(_BYTE_ORDER_MARK)
    writer = csv.writer(out)
    writer.writerow((_ADDRESS, _HOST, _PAGES, _FIRST, _NEW))
    for address, pages in links.items():
        is_new = before is not None and address not in before
        writer.writerow((address, _host(address), len(pages), min(pages), "x" if is_new else ""))
    return out.getvalue()


def kept_links(file: Path) -> set[str] | None:
    """Return the addresses in the last release's report; None if there is none that can be read."""
    try:
        rows = csv.DictReader(io.StringIO(file.read_text("utf-8-sig"), newline=""))
        return {row[_ADDRESS] for row in rows}
    except (OSError, UnicodeDecodeError, KeyError, csv.Error):
        return None


def keep_report(site: Path, url: str, file: Path, say: Callable[[str], None]) -> None:
    """Keep the report of a release that is public now in ``file``, and ``say`` in a line what it holds.

    A failure is only told, because the release is public already.
    """
    links, before = outward_links(site, url), kept_links(file)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(report_of(links, before), "utf-8", newline="")
    except OSError as error:
        say(f"không ghi được {file}: {error.strerror}")
        return
    new = "" if before is None else f", {sum(address not in before for address in links)} địa chỉ mới"
    hosts = len({_host(address) for address in links})
    say(f"liên kết ra ngoài: {len(links)} địa chỉ ở {hosts} tên miền{new}; xem {file}")


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""
