"""Computes the addresses of web pages from Markdown files, and resolves the links that editors write in them."""

import posixpath
import re
from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit

from infopage.content.web_addresses import is_web_address, meant

OUTSIDE = frozenset({"http", "https", "mailto", "tel"})
"""The URL schemes that links to other sites may have."""

DOCUMENT = "vb"
"""The scheme of links that name a document by its id: ``vb:nq-16-tu-2026#II.1.a``."""

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def address_of(path: str) -> str:
    """Return the address of the page made from a Markdown file, relative to the site's root.

    ``path`` is the path of the file, relative to docs/.

    >>> address_of("tin-tuc/2026/tin.md"), address_of("index.md")
    ('tin-tuc/2026/tin/', '')
    """
    stem = path.removesuffix(".md")
    if stem == "index" or stem.endswith("/index"):
        return stem.removesuffix("index")
    return f"{stem}/"


def relative(target: str, page: str) -> str:
    """Return the relative link from the page at address ``page`` to the address ``target``.

    Both addresses are relative to the site's root: ``("van-ban/", "tin-tuc/")`` -> ``../van-ban/``.
    """
    here, there = page.split("/")[:-1], target.split("/")
    most = min(len(here), len(there) - 1)
    same = 0
    while same < most and here[same] == there[same]:
        same += 1
    return "../" * (len(here) - same) + "/".join(there[same:]) or "./"


_LINK = re.compile(r'(<[a-z0-9]+(?: [a-z-]+="[^"]*")*? (?:href|src)=")(?!/|[a-z][a-z0-9+.-]*:)([^"#]*)')


def moved(html: str, was: str, now: str, *, with_places: bool = False) -> str:
    """Return HTML of the page at the address ``was`` for the page at ``now``: relative links lead to the same places.

    A link to a place in the page itself leads to that place in the new page, if ``with_places`` tells that it has it.

    >>> moved('<a href="../b/#1">', "van-ban/a/", "van-ban/a/tai/2027-01-01/")
    '<a href="../../../b/#1">'
    """

    def link(found: re.Match[str]) -> str:
        if with_places and not found[2]:
            return found[0]
        target = posixpath.normpath(posixpath.join(was, found[2]))
        ends = "/" if found[2].endswith("/") or not found[2] else ""
        return found[1] + relative(f"{target}{ends}".removeprefix("./"), now)

    return html if was == now else _LINK.sub(link, html)


@dataclass(frozen=True)
class BodyLink:
    """A link in the body of a page, split into its parts."""

    kind: str
    """What the link leads to.

    - ``page``: a Markdown file of docs/
    - ``address``: a web page without a Markdown file, such as a listing of items
    - ``document``: a document named by its id
    - ``file``: an attachment or image
    - ``anchor``: a place in the same page
    - ``outside``: another site
    - ``wrong``: nothing, because the link is invalid
    """
    target: str
    """What the link leads to: the Markdown or other file relative to docs/, the address, or the id of the document.

    For the kind ``anchor``, this is the page itself; for ``outside`` and ``wrong``, the whole link as written.
    """
    anchor: str
    """The part after ``#``; may be empty."""
    href: str
    """The link in the page's HTML. For a document, it has the scheme ``vb:`` until ``Linker`` replaces it."""
    written: str
    """The link as the editor wrote it."""


def resolve(written: str, path: str) -> BodyLink:
    """Return the parts of the link ``written`` in the Markdown file ``path``, relative to docs/.

    A relative link is resolved from the place of the file. An invalid link gets the kind ``wrong``.
    """
    try:
        parts = urlsplit(written)
    except ValueError:
        return BodyLink("wrong", written, "", written, written)
    if parts.scheme == DOCUMENT and _ID.fullmatch(parts.path) and not parts.netloc and not parts.query:
        anchor = unquote(parts.fragment)
        return BodyLink("document", parts.path, anchor, f"{DOCUMENT}:{parts.path}{anchor and '#'}{anchor}", written)
    if parts.scheme or parts.netloc:
        whole = parts.scheme in ("mailto", "tel") or (parts.scheme in OUTSIDE and is_web_address(written))
        kind = "outside" if whole else "wrong"
        return BodyLink(kind, written, "", written, written)
    anchor = unquote(parts.fragment)
    if not parts.path:
        kind = "anchor" if anchor and not parts.query else "wrong"
        return BodyLink(kind, path, anchor, written, written)
    named = unquote(parts.path)
    target = posixpath.normpath(posixpath.join(posixpath.dirname(path), named))
    if named.startswith("/") or target.startswith("..") or "\\" in named or parts.query:
        return BodyLink("wrong", written, anchor, written, written)
    if not named.endswith(".md") and meant(written):
        return BodyLink("wrong", written, anchor, written, written)
    kind, place = "file", target
    if target.endswith(".md"):
        kind, place = "page", address_of(target)
    elif named.endswith("/"):
        kind, target = "address", "" if target == "." else f"{target}/"
        place = target
    href = quote(relative(place, address_of(path)))
    return BodyLink(kind, target, anchor, href + (f"#{parts.fragment}" if parts.fragment else ""), written)
