"""Generates _headers and _redirects for Netlify and Cloudflare Pages from the rules in headers.py."""

from collections.abc import Iterator

from infopage.files.attachable import ATTACHABLE
from infopage.files.types import OFFICE
from infopage.outputs.feeds.moved import ONCE
from infopage.outputs.feeds.page import ARCHIVE
from infopage.outputs.theme.assets import ASSETS
from infopage.outputs.wording.feed_links import ATOM, FOLDER
from infopage.release.hosting.generated import CACHE_CONTROL, HEAD
from infopage.release.hosting.headers import (
    CONTENT_SECURITY_POLICY,
    DOWNLOAD,
    DRAWING,
    IMMUTABLE,
    OPEN,
    OPEN_ENDINGS,
    SANDBOX,
    SECURITY,
)


def netlify(base: str) -> Iterator[str]:
    yield f"# {HEAD}"
    yield "# Save as _headers in the site's root folder (Netlify, Cloudflare Pages). Their default is no-cache."
    yield f"{base}*"
    yield from (f"  {name}: {value}" for name, value in SECURITY.items())
    yield f"{base}{ASSETS}*"
    yield f"  {CACHE_CONTROL}: {IMMUTABLE}"
    for ending in OPEN_ENDINGS:
        yield f"{base}*.{ending}"
        yield from (f"  {name}: {value}" for name, value in OPEN.items())
    # The policy for drawings does not replace that of the whole site: both are sent, and browsers enforce both.
    yield f"{base}*.{DRAWING}"
    yield f"  {CONTENT_SECURITY_POLICY}: {SANDBOX}"
    for ending in (ending for kind, endings in ATTACHABLE.items() if kind in OFFICE for ending in endings):
        yield f"{base}*{ending}"
        yield from (f"  {name}: {value}" for name, value in DOWNLOAD.items())


def netlify_redirects(base: str) -> Iterator[str]:
    yield f"# {HEAD}"
    yield "# Save as _redirects in the site's root folder. Redirects the former formats of feed archive pages to Atom."
    for feed in (":feed", ":group/:feed"):
        folder = f"{base}{FOLDER}{feed}/{ARCHIVE}/:page"
        yield from (f"{folder}/{name} {folder}/{ATOM} 301" for name in ONCE)
