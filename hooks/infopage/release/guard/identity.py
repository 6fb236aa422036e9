"""Checks that a real site does not use the demonstration site's identity, and that illustrative items say so."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from infopage.content import registries
from infopage.content.addresses import address_of
from infopage.content.catalogue import Catalogue
from infopage.content.diagnostics import Diagnostic, has_errors
from infopage.content.model import Item, OfficialDocument
from infopage.content.registries import IDENTITY
from infopage.content.schema import keys
from infopage.outputs.data.names import AKN_NAME, TEXT_NAME
from infopage.outputs.wording.notices import illustrative_notice
from infopage.release.guard.findings import finding
from infopage.release.reading.walk import files_named

_FILE = f"data/{IDENTITY}.yml"
_NOBODYS = (".example", ".test", ".invalid", ".localhost", ".local")
"""Endings of host names that are not on the public network (RFC 2606, RFC 6761, RFC 6762)."""
_ENTRY = re.compile(r"<(?:item|entry)[ >]")
_SIGN = "minh họa"
_SILENT = "không có lời báo; hãy dựng lại bằng giao diện có lời báo minh họa"
_NOBODYS_HOSTS = re.compile(r"|localhost|127(?:\.\d+){3}|\[?::1\]?|(?:www\.)?example\.(?:com|net|org)")
_FICTIONAL = re.compile(r"minh h(?:ọa|oạ)|\.example\b|0200 000 000|\(họ và tên\)", re.IGNORECASE)
"""Words that the demonstration site has in its name, address or telephone number, and that no real site has there."""


def is_real(address: str) -> bool:
    """Tell whether a site's address can be reached by the public; false for ``https://tinh.example/``."""
    try:
        host = (urlsplit(address).hostname or "").lower()
    except ValueError:
        return True
    return not (_NOBODYS_HOSTS.fullmatch(host) or f".{host}".endswith(_NOBODYS))


def is_own(root: Path) -> bool:
    """Tell whether the project in ``root`` states in its identity file (in data/) that it is a province's own site."""
    lists, _, _ = registries.load(root)
    return lists is not None and not lists.identity.demonstration


def refuse_identity(root: Path, address: str) -> Iterator[Diagnostic]:
    """Yield a fault for each part of the demonstration site's identity (name, address …) in the project at ``root``.

    No fault is yielded unless ``address``, the site's address, is one that the public can reach.

    At a reserved address, such as one in ``.example``, the demonstration may be published as such.
    """
    if not is_real(address):
        return
    lists, _, faults = registries.load(root)
    if lists is None:
        yield from (fault for fault in faults if has_errors([fault]))
        return
    lines = (root / _FILE).read_text(encoding="utf-8-sig").split("\n")
    identity = lists.identity
    if identity.demonstration:
        about = "trang còn mang danh tính của bản trình diễn; hãy ghi danh tính thật và bỏ khóa “trinh_dien”"
        yield finding(_FILE, _line(lines, "trinh_dien"), "danh-tinh-trinh-dien", about)
    for name, (attribute, _) in keys(type(identity)).items():
        value = getattr(identity, attribute)
        if _FICTIONAL.search(str(value)):
            about = f"khóa “{name}” còn là của bản trình diễn; hãy ghi đúng của cơ quan"
            yield finding(_FILE, _line(lines, name), "danh-tinh-trinh-dien", about)


def refuse_unmarked(catalogue: Catalogue, folder: Path) -> Iterator[Diagnostic]:
    """Yield a fault for each illustrative (invented) item that the built site ``folder`` does not mark as such.

    Documents that the site names but does not have are checked too. The page must contain a notice. The feed entries of
    an item must contain one too, and the plain text and Akoma Ntoso of an official document.
    """
    feeds = [part for file in files_named(folder, "*.xml") for part in _ENTRY.split(file.read().decode("utf-8"))]
    for text in catalogue.public.values():
        item = text.item
        if not isinstance(item, Item) or not item.illustrative or catalogue.is_gone(item):
            continue
        address = address_of(item.path)
        page = folder / address / "index.html"
        if not page.is_file():  # the item has become public since the site was built
            continue
        silent = [] if _says(page, illustrative_notice(item)) else [page.relative_to(folder).as_posix()]
        if isinstance(item, OfficialDocument):
            forms = (folder / address / name for name in (TEXT_NAME, AKN_NAME))
            silent += [form.relative_to(folder).as_posix() for form in forms if not _says(form, _SIGN)]
        if any(_is_about(item, entry) and _SIGN not in entry for entry in feeds):
            silent.append("nguồn tin")
        for name in silent:
            yield finding(
                text.path, text.line_of("minh_hoa"), "thieu-loi-minh-hoa", f"mục minh họa mà {name} {_SILENT}"
            )
    outside = catalogue.registries.outside
    for document in outside:
        address = f"{address_of(document.path)}index.html"
        page = folder / address
        if document.illustrative and page.is_file() and not _says(page, illustrative_notice(document)):
            about = f"văn bản minh họa mà {address} {_SILENT}"
            yield finding(outside.path, outside.lines[document.id], "thieu-loi-minh-hoa", about)


def _is_about(item: Item, entry: str) -> bool:
    """Tell whether a feed entry, given as XML, is about the item, or about an event in the item's own feed."""
    return f":{item.id}</" in entry or f":{item.id}/" in entry.partition("</id>")[0]


def _says(file: Path, words: str) -> bool:
    return file.is_file() and words in file.read_text(encoding="utf-8")


def _line(lines: list[str], key: str) -> int:
    return next((number for number, line in enumerate(lines, 1) if line.startswith(f"{key}:")), 1)
