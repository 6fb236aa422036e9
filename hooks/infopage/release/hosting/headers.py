"""What every answer of the public server says beside the page: the headers, how long a browser may keep a file, media
types. server_files.py writes them down for each kind of server.
"""

import re
from collections.abc import Mapping

from infopage.outputs.search.scripts import FOLDER
from infopage.outputs.theme.assets import ASSETS
from infopage.outputs.wording.encoding import MEDIA_TYPES

_POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}

_HEADERS_ONLY = frozenset({"frame-ancestors"})

_UNUSED_FEATURES = (
    "accelerometer autoplay camera display-capture encrypted-media geolocation gyroscope magnetometer microphone midi "
    "payment picture-in-picture publickey-credentials-get screen-wake-lock usb xr-spatial-tracking"
).split()


def policy(*, in_page: bool = False) -> str:
    """Return the Content-Security-Policy (W3C CSP 3), or the part of it that a ``meta`` element may hold: browsers
    leave aside who may frame the page there.

    It names no hash of a script: no page has a script, a style or an event handler of its own (see policy.py).
    """
    held = ((name, value) for name, value in _POLICY.items() if not (in_page and name in _HEADERS_ONLY))
    return "; ".join(f"{name} {value}" for name, value in held)


CONTENT_SECURITY_POLICY = "Content-Security-Policy"

SECURITY: Mapping[str, str] = {
    CONTENT_SECURITY_POLICY: policy(),
    # Not the subdomains: they are other bodies' business.
    "Strict-Transport-Security": "max-age=31536000",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in _UNUSED_FEATURES),
    "Cross-Origin-Opener-Policy": "same-origin",
}
"""Headers by name, for every answer whatever its status; a PDF goes without the policy (see ``UNFRAMED``)."""

UNFRAMED = "pdf"
"""The ending of files that go without a Content-Security-Policy: browsers' own readers of PDF run scripts and styles,
and some of them put the file's policy on those.
"""

SANDBOX = "sandbox; default-src 'none'"
"""The policy of what is no page of the site's: nothing in it runs, and it is of no site, whatever it holds."""

DOWNLOAD: Mapping[str, str] = {CONTENT_SECURITY_POLICY: SANDBOX, "Content-Disposition": "attachment"}
"""What a file says that browsers have no need to show: it is saved, and opened by a program of its own."""

DRAWING = "svg"
"""The ending of drawings, which browsers open as pages: they go into the sandbox."""

SHOWN = r"/(?:index|404|410)\.html$|\.(?:css|js|ico|woff2|sha256|sig|avif|gif|jpe?g|png|webp|mp3|mp4)$"
"""A regular expression of the files that are pages, that pages are made of, or that browsers show: all other names with
an ending are saved, if nothing here says otherwise of them.
"""

DATA = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
"""The policy of files for programs, which browsers show: a feed has a style, and none has a script."""

DATA_SHOWN = r"/(?:khoa-ky|lan-dang-dau|robots|security|so-dia-chi|van-ban)\.txt$|\.(?:json|opml|xml)$"
"""A regular expression of those files: feeds, open data, and the texts that the build itself writes."""

OPEN: Mapping[str, str] = {"Access-Control-Allow-Origin": "*"}
"""What files for programs say beside that (Fetch, 3.3): scripts of other pages may read them, without cookies."""

OPEN_ENDINGS = ("csv", "ics", "json", "opml", "txt", "xml")
"""The endings of such files: feeds, calendars, open data, and lists such as the manifest."""

OPEN_FOLDERS = ("du-lieu", "lich", "nguon-tin", "van-ban")
"""The folders that hold them, for servers that do not tell files by their ending."""

HIDDEN = r"/\.(?!well-known/)"
"""A regular expression of addresses below a name that begins with a full stop: repositories, settings, passwords. One
such folder is for what the public may ask for (RFC 8615).
"""

LEFTOVER_ENDINGS = ("bak", "old", "orig", "part", "rej", "save", "swo", "swp", "tmp")
"""The endings of what editors and programs leave beside a file: an older text of it, or a half of one."""

COMPRESSED_ENDING = "gz"
"""What a server adds to a text's name for its compressed form (RFC 9110, 8.4), which has no address of its own."""

REFUSED = (
    rf"{HIDDEN}|~$|/~\$|/#[^/]*#$|\.(?:{'|'.join((*LEFTOVER_ENDINGS, COMPRESSED_ENDING))})$"
    r"|/(?:thumbs\.db|desktop\.ini|__macosx|web\.config|_headers|_redirects)(?:/|$)"
)
"""A regular expression, for whatever capitals, of addresses that are answered with 404 whatever stands there: hidden
files, leftovers, and what is for a server's own use. No release has any; a copy by hand may.
"""

REVALIDATED = "no-cache"
"""Cache-Control (RFC 9111) of all that keeps its address when it changes: kept, but asked for each time."""

IMMUTABLE = "public, max-age=31536000, immutable"
"""Cache-Control (RFC 8246) of files whose address changes with their content."""

FINGERPRINT_FOLDERS = (ASSETS, FOLDER)
"""Folders that hold files whose address changes with their content; the first holds nothing else."""

FINGERPRINTED = rf"(?:{'|'.join(FINGERPRINT_FOLDERS)})(?:.*[./])?[0-9a-f]{{8,16}}[./].+"
"""A regular expression (the same to Python and PCRE) of those files' addresses: a folder or a part of the name says the
content's hash.
"""

TYPES: Mapping[str, str] = {
    **MEDIA_TYPES,
    "atom": "application/atom+xml",
    "css": "text/css",
    "html": "text/html",
    "ico": "image/x-icon",
    "ics": "text/calendar",
    "js": "text/javascript",
    "mp3": "audio/mpeg",
    "mp4": "video/mp4",
    "opml": "text/x-opml",
    "sha256": "text/plain",
    "sig": "text/plain",
    "woff2": "font/woff2",
    "xml": "application/xml",
    "xsl": "text/xsl",
}
"""Media types by a file's ending."""

NAMED_TYPES: Mapping[str, str] = {
    "feed.json": "application/feed+json",
    "opensearch.xml": "application/opensearchdescription+xml",
}
"""Media types by a file's whole name, where its ending says less than programs want to know. Feeds in XML keep the type
of XML: browsers show one that ends in ``+xml`` as source, or download it.
"""

WITH_CHARSET = tuple(sorted({kind for kind in TYPES.values() if kind.startswith("text/") or kind == TYPES["xml"]}))
"""Media types whose answers say that they are UTF-8; the others say it themselves."""

COMPRESSED = tuple(
    sorted(
        {kind for kind in (*TYPES.values(), *NAMED_TYPES.values()) if re.search(r"^text/|\b(?:json|xml)$|\+xml$", kind)}
    )
)
"""Media types that are worth compressing."""

COMPRESSED_FROM = 1024
"""The smallest size in bytes that is: less fits into one packet anyway."""


def is_fingerprinted(address: str) -> bool:
    """Tell whether a file's address, relative to the site's root, changes with its content."""
    return re.fullmatch(FINGERPRINTED, address) is not None
