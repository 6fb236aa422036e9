"""Generates the nginx configuration from the headers and rules in headers.py."""

import re
from collections.abc import Iterator, Mapping

from infopage.outputs.feeds.moved import ARCHIVE_PAGE
from infopage.outputs.wording.feed_links import ATOM
from infopage.release.hosting.generated import (
    ANY_ONCE,
    CACHE_CONTROL,
    HEAD,
    SERVER_FOLDER,
    WITH_EXTENSION,
    endings_by_type,
    of_ending,
)
from infopage.release.hosting.headers import (
    COMPRESSED,
    COMPRESSED_FROM,
    CONTENT_SECURITY_POLICY,
    DATA,
    DATA_SHOWN,
    DOWNLOAD,
    DRAWING,
    FINGERPRINTED,
    IMMUTABLE,
    NAMED_TYPES,
    OPEN,
    OPEN_ENDINGS,
    REFUSED,
    REVALIDATED,
    SANDBOX,
    SECURITY,
    SHOWN,
    UNFRAMED,
    WITH_CHARSET,
)


def nginx(base: str) -> Iterator[str]:
    at_root = base == "/"
    root = f"{SERVER_FOLDER}/{'current' if at_root else 'web'}"
    without_policy = {name: value for name, value in SECURITY.items() if name != CONTENT_SECURITY_POLICY}
    yield f"# {HEAD}"
    yield "# Include this file in the server block. The headers are repeated in several locations, because a location"
    yield "# with its own add_header inherits none from the block around it."
    if not at_root:
        yield f"location = {base.rstrip('/')} {{ return 301 {base}; }}"
    yield f"location {'' if at_root else '^~ '}{base} {{"
    for line in (
        f"root {root};",
        "index index.html 410.html;",
        f"error_page 403 404 =404 {base}404.html;",
        # A reader behind a proxy or a forwarded port must not be sent to this server's own name and port.
        "absolute_redirect off;",
        # The cache would keep serving old pages for a while after a release.
        "open_file_cache off;",
        # A new page may have an older date, after the server's clock was set back. With "before" it would not be sent.
        "if_modified_since exact;",
        "server_tokens off;",
        "charset utf-8;",
        f"charset_types {' '.join(kind for kind in WITH_CHARSET if kind != 'text/html')};",
        # Send the gzip copies that deploy/bin/tham-sau-server has made of text files; compress other files on the fly.
        "gzip_static on;",
        "gzip_vary on;",
        "gzip_proxied any;",
        "gzip on;",
        "gzip_comp_level 6;",
        f"gzip_min_length {COMPRESSED_FROM};",
        f"gzip_types {' '.join(kind for kind in COMPRESSED if kind != 'text/html')};",
        "default_type application/octet-stream;",
        "types {",
        *(f"    {kind} {' '.join(endings)};" for kind, endings in endings_by_type().items()),
        "}",
        *_added({**SECURITY, CACHE_CONTROL: REVALIDATED}),
        "",
        f'location ~* "{REFUSED}" {{ return 404; }}',
        f'location ~ "^{re.escape(base)}{FINGERPRINTED}$" {{',
        *(f"    {line}" for line in _added(SECURITY)),
        # Without "always", errors are sent without this header: browsers must not cache them for a year.
        f'    add_header {CACHE_CONTROL} "{IMMUTABLE}";',
        "}",
        *_location(
            rf"^{re.escape(base)}({ARCHIVE_PAGE})/(?:{ANY_ONCE})$",
            {**SECURITY, CONTENT_SECURITY_POLICY: DATA, **OPEN},
            f"return 301 {base}$1/{ATOM};",
        ),
        f"location = {base}404.html {{ internal; }}",
        'location ~ "/410\\.html$" {',
        "    error_page 410 @tham-sau-410;",
        "    return 410;",
        "}",
        *_location(of_ending(UNFRAMED), without_policy),
        *_location(of_ending(DRAWING), {**SECURITY, CONTENT_SECURITY_POLICY: SANDBOX}),
        f'location ~* "{SHOWN}" {{ }}',
        *_location(
            DATA_SHOWN,
            {**SECURITY, CONTENT_SECURITY_POLICY: DATA, **OPEN},
            *(
                f'location ~ "/{re.escape(name)}$" {{ types {{ }} default_type {kind}; }}'
                for name, kind in NAMED_TYPES.items()
            ),
        ),
        *_location(of_ending(*OPEN_ENDINGS), {**SECURITY, **OPEN, **DOWNLOAD}),
        *_location(WITH_EXTENSION, {**SECURITY, **DOWNLOAD}),
    ):
        yield f"    {line}" if line else ""
    yield "}"
    yield "location @tham-sau-410 {"
    for line in (f"root {root};", "charset utf-8;", *_added({**SECURITY, CACHE_CONTROL: REVALIDATED})):
        yield f"    {line}"
    yield "}"


def _location(pattern: str, headers: Mapping[str, str], *more: str) -> Iterator[str]:
    """Yield the location block for addresses that match ``pattern``. nginx uses the first block that matches.

    ``headers`` are the HTTP headers of its responses, and ``more`` further lines of the block.
    """
    yield f'location ~* "{pattern}" {{'
    yield from (f"    {line}" for line in (*_added({**headers, CACHE_CONTROL: REVALIDATED}), *more))
    yield "}"


def _added(headers: Mapping[str, str]) -> Iterator[str]:
    return (f'add_header {name} "{value}" always;' for name, value in headers.items())
