"""The HTTP headers of the public server: security headers, how long a browser may keep a file, and media types.

The configuration files of each kind of web server are written from them.
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
    """Return the Content-Security-Policy (W3C CSP 3), or the part that a ``meta`` element may hold (``in_page``).

    Browsers ignore frame-ancestors in a ``meta`` element. The policy names no hash of a script, because no page has an
    inline script, style or event handler (see policy.py).
    """
    held = ((name, value) for name, value in _POLICY.items() if not (in_page and name in _HEADERS_ONLY))
    return "; ".join(f"{name} {value}" for name, value in held)


CONTENT_SECURITY_POLICY = "Content-Security-Policy"

SECURITY: Mapping[str, str] = {
    CONTENT_SECURITY_POLICY: policy(),
    # Without includeSubDomains: the subdomains belong to other bodies.
    "Strict-Transport-Security": "max-age=31536000",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in _UNUSED_FEATURES),
    "Cross-Origin-Opener-Policy": "same-origin",
}
"""Headers by name, for answers of every status. PDF files go without the policy (see ``UNFRAMED``)."""

UNFRAMED = "pdf"
"""The extension of files without a Content-Security-Policy: browsers' own PDF viewers run scripts and styles, and some
viewers apply the file's policy to these.
"""

SANDBOX = "sandbox; default-src 'none'"
"""The policy of files that are not the site's pages: nothing in such a file runs, and its origin is not the site."""

DOWNLOAD: Mapping[str, str] = {CONTENT_SECURITY_POLICY: SANDBOX, "Content-Disposition": "attachment"}
"""The headers of files that browsers need not show: such a file is saved, and opened by its own program."""

DRAWING = "svg"
"""The extension of drawings. Browsers open them as pages, so they get the policy ``SANDBOX``."""

SHOWN = r"/(?:index|404|410)\.html$|\.(?:css|js|ico|woff2|sha256|sig|avif|gif|jpe?g|png|webp|mp3|mp4)$"
"""A regular expression of pages, of files that pages load, and of files that browsers show. Other files with an
extension are saved, unless another rule here applies to them.
"""

DATA = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
"""The policy of data files that browsers show: a feed has a style, and no data file has a script."""

DATA_SHOWN = r"/(?:khoa-ky|lan-dang-dau|robots|security|so-dia-chi|van-ban)\.txt$|\.(?:json|opml|xml)$"
"""A regular expression of the files with the policy ``DATA``: feeds, open data, and texts that the build writes."""

OPEN: Mapping[str, str] = {"Access-Control-Allow-Origin": "*"}
"""A further header of data files (Fetch, 3.3): scripts of other sites may read them, without cookies."""

OPEN_ENDINGS = ("csv", "ics", "json", "opml", "txt", "xml")
"""The extensions of files with the header ``OPEN``: feeds, calendars, open data, and lists such as the manifest."""

OPEN_FOLDERS = ("du-lieu", "lich", "nguon-tin", "van-ban")
"""The folders that hold these files, for servers that do not set headers by extension."""

HIDDEN = r"/\.(?!well-known/)"
"""A regular expression of addresses with a name that begins with a full stop: repositories, settings, passwords. The
folder ``.well-known`` is an exception, because it is for the public (RFC 8615).
"""

LEFTOVER_ENDINGS = ("bak", "old", "orig", "part", "rej", "save", "swo", "swp", "tmp")
"""The extensions of files that editors and programs leave beside a file: an older version of it, or an incomplete one.
"""

COMPRESSED_ENDING = "gz"
"""The extension that the server adds to a text's name for its compressed copy (RFC 9110, 8.4), which has no address."""

REFUSED = (
    rf"{HIDDEN}|~$|/~\$|/#[^/]*#$|\.(?:{'|'.join((*LEFTOVER_ENDINGS, COMPRESSED_ENDING))})$"
    r"|/(?:thumbs\.db|desktop\.ini|__macosx|web\.config|_headers|_redirects)(?:/|$)"
)
"""A regular expression (case is ignored) of addresses that are always answered with 404: hidden files, leftovers, and
files for the server's own use. No release has such a file; a copy made by hand may.
"""

REVALIDATED = "no-cache"
"""Cache-Control (RFC 9111) of files that keep their address when they change: browsers keep them, but ask each time."""

IMMUTABLE = "public, max-age=31536000, immutable"
"""Cache-Control (RFC 8246) of files whose address changes with their content."""

FINGERPRINT_FOLDERS = (ASSETS, FOLDER)
"""Folders that hold files whose address changes with their content; the first holds nothing else."""

FINGERPRINTED = rf"(?:{'|'.join(FINGERPRINT_FOLDERS)})(?:.*[./])?[0-9a-f]{{8,16}}[./].+"
"""A regular expression (for Python and PCRE alike) of the addresses of such files: a folder or a part of the name is
the content's hash.
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
"""Media types by file extension."""

NAMED_TYPES: Mapping[str, str] = {
    "feed.json": "application/feed+json",
    "opensearch.xml": "application/opensearchdescription+xml",
}
"""Media types by a file's whole name, where its extension is not specific enough for programs. Feeds in XML keep the
type of XML: browsers show a type that ends in ``+xml`` as source, or download it.
"""

WITH_CHARSET = tuple(sorted({kind for kind in TYPES.values() if kind.startswith("text/") or kind == TYPES["xml"]}))
"""Media types that are sent with ``charset=utf-8``. Other files state their encoding themselves or need none."""

COMPRESSED = tuple(
    sorted(
        {kind for kind in (*TYPES.values(), *NAMED_TYPES.values()) if re.search(r"^text/|\b(?:json|xml)$|\+xml$", kind)}
    )
)
"""Media types that are worth compressing."""

COMPRESSED_FROM = 1024
"""The smallest size in bytes that is worth compressing: a smaller file fits into one packet anyway."""


def is_fingerprinted(address: str) -> bool:
    """Tell whether a file's address, relative to the site's root, changes with its content."""
    return re.fullmatch(FINGERPRINTED, address) is not None
