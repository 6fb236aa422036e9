"""Generates the Apache configuration from the headers and rules in headers.py."""

import re
from collections.abc import Iterator

from infopage.outputs.feeds.moved import ARCHIVE_PAGE
from infopage.outputs.wording.feed_links import ATOM
from infopage.release.hosting.generated import ANY_ONCE, CACHE_CONTROL, HEAD, WITH_EXTENSION, endings_by_type, of_ending
from infopage.release.hosting.headers import (
    COMPRESSED,
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
    TYPES,
    UNFRAMED,
    WITH_CHARSET,
)


def apache(base: str) -> Iterator[str]:
    fingerprinted = f"%{{REQUEST_URI}} =~ m#^{re.escape(base)}{FINGERPRINTED}$# && %{{REQUEST_STATUS}} -lt 400"
    yield f"# {HEAD}"
    yield "# Include this file in the site's <Directory> block, or save it as .htaccess in the site's root folder."
    yield "# Required modules: headers, rewrite, mime, dir, deflate."
    yield "Options -Indexes -MultiViews +FollowSymLinks"
    yield "DirectoryIndex index.html"
    yield "FileETag MTIME Size"
    yield "AddDefaultCharset Off"
    yield f"ErrorDocument 404 {base}404.html"
    yield f"AddCharset utf-8 {' '.join(f'.{end}' for end, kind in sorted(TYPES.items()) if kind in WITH_CHARSET)}"
    for kind, endings in endings_by_type().items():
        yield f"AddType {kind} {' '.join(f'.{ending}' for ending in endings)}"
    for name, kind in NAMED_TYPES.items():
        yield f'<Files "{name}">'
        yield f"    ForceType {kind}"
        yield "</Files>"
    yield '<FilesMatch "^[^.]+$">'
    yield "    ForceType application/octet-stream"
    yield "</FilesMatch>"
    yield f"AddOutputFilterByType DEFLATE {' '.join(COMPRESSED)}"
    # Apache adds "-gzip" to an ETag and then does not recognise it. Removed from the request, it gets the answer 304.
    yield r"""RequestHeader edit* If-None-Match '-gzip"' '"'"""
    for name, value in SECURITY.items():
        yield f'Header always set {name} "{value}"'
    shown = "|".join((of_ending(UNFRAMED, DRAWING), SHOWN, DATA_SHOWN))
    for name, value in DOWNLOAD.items():
        yield f'Header always set {name} "{value}" "expr={_uri(WITH_EXTENSION)} && !({_uri(shown)})"'
    yield f'Header always set {CONTENT_SECURITY_POLICY} "{SANDBOX}" "expr={_uri(of_ending(DRAWING))}"'
    yield f'Header always set {CONTENT_SECURITY_POLICY} "{DATA}" "expr={_uri(DATA_SHOWN)}"'
    yield f'Header always unset {CONTENT_SECURITY_POLICY} "expr={_uri(of_ending(UNFRAMED))}"'
    for name, value in OPEN.items():
        yield f'Header always set {name} "{value}" "expr={_uri(of_ending(*OPEN_ENDINGS))}"'
    yield f'Header always set {CACHE_CONTROL} "{REVALIDATED}" "expr=!({fingerprinted})"'
    yield f'Header always set {CACHE_CONTROL} "{IMMUTABLE}" "expr={fingerprinted}"'
    yield "RewriteEngine On"
    yield "RewriteCond %{REQUEST_METHOD} !^(?:GET|HEAD)$"
    yield "RewriteRule ^ - [R=405,L]"
    yield "# Hidden files, leftover files of editors, and server configuration files: 404."
    yield f'RewriteCond %{{REQUEST_URI}} "{REFUSED}" [NC]'
    yield "RewriteRule ^ - [R=404,L]"
    yield "# Requests for an error page by its own name: 404 for 404.html, 410 for a 410.html."
    yield "RewriteCond %{ENV:REDIRECT_STATUS} ^$"
    yield r"RewriteRule ^404\.html$ - [R=404,L]"
    yield "RewriteCond %{ENV:REDIRECT_STATUS} ^$"
    yield rf"RewriteRule ^((?:.*/)?410\.html)$ - [E=NOTE:{base.lstrip('/')}$1,G,L]"
    yield "# Feed archive pages exist only as Atom: redirect the addresses of their former formats."
    yield f"RewriteRule ^({ARCHIVE_PAGE})/(?:{ANY_ONCE})$ {base}$1/{ATOM} [R=301,L]"
    yield "# A withdrawn page: status 410, with the 410.html of its folder as the body."
    yield "RewriteCond %{REQUEST_FILENAME}/index.html !-f"
    yield "RewriteCond %{REQUEST_FILENAME}/410.html -f"
    yield f"RewriteRule ^(.*/)?$ - [E=NOTE:{base.lstrip('/')}$1410.html,G,L]"
    yield 'ErrorDocument 410 "/%{ENV:NOTE}"'
    yield "# A folder without an index.html: 404."
    yield "RewriteCond %{REQUEST_FILENAME} -d"
    yield "RewriteCond %{REQUEST_FILENAME}/index.html !-f"
    yield "RewriteRule (^|/)$ - [R=404,L]"


def _uri(pattern: str) -> str:
    """Return the Apache expression that tests an address against ``pattern``, ignoring case."""
    return f"%{{REQUEST_URI}} =~ m#{pattern}#i"
