"""The HTTP headers of the public web server: security headers, cache lifetimes and media types.

The configuration files for each kind of web server are generated from them.
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
    "media-src": "'self'",
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
    """Return the site's Content-Security-Policy (W3C CSP 3). With ``in_page``, return the form for a ``meta`` element.

    That form lacks frame-ancestors, which browsers ignore in a ``meta`` element. The policy lists no hashes of scripts,
    because no page has an inline script, style or event handler (see policy.py).
    """
    held = ((name, value) for name, value in _POLICY.items() if not (in_page and name in _HEADERS_ONLY))
    return "; ".join(f"{name} {value}" for name, value in held)


CONTENT_SECURITY_POLICY = "Content-Security-Policy"

SECURITY: Mapping[str, str] = {
    CONTENT_SECURITY_POLICY: policy(),
    # Without includeSubDomains, because the subdomains belong to other organisations.
    "Strict-Transport-Security": "max-age=31536000",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in _UNUSED_FEATURES),
    "Cross-Origin-Opener-Policy": "same-origin",
}
"""The security headers by name, sent with every response. PDF files have no policy (see ``UNFRAMED``)."""

UNFRAMED = "pdf"
"""The extension of files that are sent without a Content-Security-Policy.

The PDF viewers of browsers run scripts and styles, and some viewers would apply the file's policy to them.
"""

SANDBOX = "sandbox; default-src 'none'"
"""The policy of files other than pages: browsers run nothing in them, and treat them as from another site."""

DOWNLOAD: Mapping[str, str] = {CONTENT_SECURITY_POLICY: SANDBOX, "Content-Disposition": "attachment"}
"""The headers of files that browsers save instead of showing them."""

DRAWING = "svg"
"""The extension of SVG drawings. Browsers open them as pages, so they get the policy ``SANDBOX``."""

SHOWN = (
    r"/(?:index|404|410)\.html$|\.(?:css|js|ico|woff2|sha256|sig|avif|gif|jpe?g|png|webp|mp3|mp4|m4a|webm|og[ga]|vtt)$"
)
"""Matches the addresses of pages, of files that pages load, and of files that browsers show.

Browsers save other files with an extension, unless another rule here applies to them.
"""

DATA = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
"""The policy of data files that browsers show. A feed may load its style sheet; no data file may run scripts."""

DATA_SHOWN = r"/(?:khoa-ky|lan-dang-dau|robots|security|so-dia-chi|van-ban)\.txt$|\.(?:akn|json|opml|xml)$"
"""Matches the files with the policy ``DATA``: feeds, open data, and text files that the build generates."""

OPEN: Mapping[str, str] = {"Access-Control-Allow-Origin": "*"}
"""An additional header of data files (Fetch, 3.3): scripts on other sites may read them, without cookies."""

OPEN_ENDINGS = ("akn", "csv", "ics", "json", "opml", "txt", "xml")
"""The extensions of files with the header ``OPEN``: feeds, calendars, open data, and generated text files."""

OPEN_FOLDERS = ("du-lieu", "lich", "nguon-tin", "van-ban")
"""The folders with the files that get the header ``OPEN``, so that scripts on other sites may read them.

They are for servers that cannot set headers by extension.
"""

HIDDEN = r"/\.(?!well-known/)"
"""Matches addresses with a hidden name, such as ``.git`` or ``.env``.

The folder ``.well-known`` is an exception, because it is public (RFC 8615).
"""

LEFTOVER_ENDINGS = ("bak", "old", "orig", "part", "rej", "save", "swo", "swp", "tmp")
"""The extensions of old versions and incomplete files that editors and other programs leave beside a file."""

COMPRESSED_ENDING = "gz"
"""The extension of the gzip copy (RFC 9110, 8.4) of a text file.

Servers send the copy at the address of the text file, never at its own address.
"""

REFUSED = (
    rf"{HIDDEN}|~$|/~\$|/#[^/]*#$|\.(?:{'|'.join((*LEFTOVER_ENDINGS, COMPRESSED_ENDING))})$"
    r"|/(?:thumbs\.db|desktop\.ini|__macosx|web\.config|_headers|_redirects)(?:/|$)"
)
"""Matches, ignoring case, the addresses that are always answered with 404.

They are hidden files, files left by editors, and configuration files of the server. No release contains such a file,
but a copy made by hand may.
"""

REVALIDATED = "no-cache"
"""Cache-Control (RFC 9111) of files whose content may change at the same address: browsers revalidate each time."""

IMMUTABLE = "public, max-age=31536000, immutable"
"""Cache-Control (RFC 8246) of files whose address changes with their content."""

FINGERPRINT_FOLDERS = (ASSETS, FOLDER)
"""The folders with files whose address changes with their content: styles and scripts, and the search index.

The folder ``ASSETS`` has no other files.
"""

FINGERPRINTED = rf"(?:{'|'.join(FINGERPRINT_FOLDERS)})(?:.*[./])?[0-9a-f]{{8,16}}[./].+"
"""Matches, in Python and PCRE, addresses that change with the content.

A folder or a part of the file name is a hash of the content.
"""

TYPES: Mapping[str, str] = {
    **MEDIA_TYPES,
    "atom": "application/atom+xml",
    "css": "text/css",
    "html": "text/html",
    "ico": "image/x-icon",
    "ics": "text/calendar",
    "js": "text/javascript",
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
"""Media types by a file's whole name, where its extension is too general.

Feeds in XML keep the type application/xml, because browsers show a type that ends in ``+xml`` as source code or
download it.
"""

WITH_CHARSET = tuple(sorted({kind for kind in TYPES.values() if kind.startswith("text/") or kind == TYPES["xml"]}))
"""Media types that are sent with ``charset=utf-8``. Other files state their encoding themselves or need none."""

COMPRESSED = tuple(
    sorted(
        {kind for kind in (*TYPES.values(), *NAMED_TYPES.values()) if re.search(r"^text/|\b(?:json|xml)$|\+xml$", kind)}
    )
)
"""Media types of files that servers compress."""

COMPRESSED_FROM = 1024
"""The minimum size in bytes of files that servers compress. A smaller file fits into one packet anyway."""


def is_fingerprinted(address: str) -> bool:
    """Tell whether a file's address, relative to the site's root, contains a hash of its content."""
    return re.fullmatch(FINGERPRINTED, address) is not None
