"""The configuration file of each kind of web server, written from the headers and rules of headers.py.

A withdrawn page has ``410.html`` in place of ``index.html``. Servers answer with it, with status 410 if they can.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from urllib.parse import urlsplit
from xml.sax.saxutils import quoteattr

from infopage.files.attachable import ATTACHABLE
from infopage.files.types import OFFICE
from infopage.outputs.feeds.moved import ARCHIVE_PAGE, ONCE
from infopage.outputs.feeds.page import ARCHIVE
from infopage.outputs.theme.assets import ASSETS
from infopage.outputs.wording.feed_links import ATOM, FOLDER
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
    LEFTOVER_ENDINGS,
    NAMED_TYPES,
    OPEN,
    OPEN_ENDINGS,
    OPEN_FOLDERS,
    REFUSED,
    REVALIDATED,
    SANDBOX,
    SECURITY,
    SHOWN,
    TYPES,
    UNFRAMED,
    WITH_CHARSET,
)

SERVER_FOLDER = "/srv/tham-sau"
"""The folder on the server that holds the releases, as deploy/README.md sets it up."""

_HEAD = "Written by `infopage headers`; change hooks/infopage/release/hosting/headers.py instead."
_CACHE_CONTROL = "Cache-Control"
_ONCE = "|".join(map(re.escape, ONCE))
_NAMED = r"\.[^./]+$"
"""A regular expression that matches every address with a file extension."""


def server_file(server: str, site_url: str) -> str:
    """Return the configuration for ``server``, a key of ``SERVERS``. ``site_url`` is absolute and ends in ``/``."""
    lines = SERVERS[server](urlsplit(site_url).path or "/")
    return "\n".join(lines) + "\n"


def _nginx(base: str) -> Iterator[str]:
    at_root = base == "/"
    root = f"{SERVER_FOLDER}/{'current' if at_root else 'web'}"
    without_policy = {name: value for name, value in SECURITY.items() if name != CONTENT_SECURITY_POLICY}
    yield f"# {_HEAD}"
    yield "# Include it in the server block. A location with an add_header of its own loses those around it: hence they"
    yield "# stand here more than once."
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
        # Not "before": the server's clock may have been set back between two releases.
        "if_modified_since exact;",
        "server_tokens off;",
        "charset utf-8;",
        f"charset_types {' '.join(kind for kind in WITH_CHARSET if kind != 'text/html')};",
        # Send the copies that deploy/bin/tham-sau-server has compressed; compress other files on the fly.
        "gzip_static on;",
        "gzip_vary on;",
        "gzip_proxied any;",
        "gzip on;",
        "gzip_comp_level 6;",
        f"gzip_min_length {COMPRESSED_FROM};",
        f"gzip_types {' '.join(kind for kind in COMPRESSED if kind != 'text/html')};",
        "default_type application/octet-stream;",
        "types {",
        *(f"    {kind} {' '.join(endings)};" for kind, endings in _endings().items()),
        "}",
        *_added({**SECURITY, _CACHE_CONTROL: REVALIDATED}),
        "",
        f'location ~* "{REFUSED}" {{ return 404; }}',
        f'location ~ "^{re.escape(base)}{FINGERPRINTED}$" {{',
        *(f"    {line}" for line in _added(SECURITY)),
        # Without "always": browsers must not keep a passing error for a year.
        f'    add_header {_CACHE_CONTROL} "{IMMUTABLE}";',
        "}",
        *_location(
            rf"^{re.escape(base)}({ARCHIVE_PAGE})/(?:{_ONCE})$",
            {**SECURITY, CONTENT_SECURITY_POLICY: DATA, **OPEN},
            f"return 301 {base}$1/{ATOM};",
        ),
        f"location = {base}404.html {{ internal; }}",
        'location ~ "/410\\.html$" {',
        "    error_page 410 @tham-sau-410;",
        "    return 410;",
        "}",
        *_location(_ending(UNFRAMED), without_policy),
        *_location(_ending(DRAWING), {**SECURITY, CONTENT_SECURITY_POLICY: SANDBOX}),
        f'location ~* "{SHOWN}" {{ }}',
        *_location(
            DATA_SHOWN,
            {**SECURITY, CONTENT_SECURITY_POLICY: DATA, **OPEN},
            *(
                f'location ~ "/{re.escape(name)}$" {{ types {{ }} default_type {kind}; }}'
                for name, kind in NAMED_TYPES.items()
            ),
        ),
        *_location(_ending(*OPEN_ENDINGS), {**SECURITY, **OPEN, **DOWNLOAD}),
        *_location(_NAMED, {**SECURITY, **DOWNLOAD}),
    ):
        yield f"    {line}" if line else ""
    yield "}"
    yield "location @tham-sau-410 {"
    for line in (f"root {root};", "charset utf-8;", *_added({**SECURITY, _CACHE_CONTROL: REVALIDATED})):
        yield f"    {line}"
    yield "}"


def _location(pattern: str, headers: Mapping[str, str], *more: str) -> Iterator[str]:
    """Yield the location block for addresses that match ``pattern``. nginx uses the first block that matches."""
    yield f'location ~* "{pattern}" {{'
    yield from (f"    {line}" for line in (*_added({**headers, _CACHE_CONTROL: REVALIDATED}), *more))
    yield "}"


def _ending(*endings: str) -> str:
    """Return a regular expression that matches addresses with one of these file extensions."""
    return rf"\.(?:{'|'.join(endings)})$"


def _added(headers: Mapping[str, str]) -> Iterator[str]:
    return (f'add_header {name} "{value}" always;' for name, value in headers.items())


def _endings() -> dict[str, list[str]]:
    endings: dict[str, list[str]] = {}
    for ending, kind in sorted(TYPES.items(), key=lambda one: (one[1], one[0])):
        endings.setdefault(kind, []).append(ending)
    return endings


def _apache(base: str) -> Iterator[str]:
    fingerprinted = f"%{{REQUEST_URI}} =~ m#^{re.escape(base)}{FINGERPRINTED}$# && %{{REQUEST_STATUS}} -lt 400"
    yield f"# {_HEAD}"
    yield "# Include it in the <Directory> of the site, or put it as .htaccess at the site's root."
    yield "# Modules: headers, rewrite, mime, dir, deflate."
    yield "Options -Indexes -MultiViews +FollowSymLinks"
    yield "DirectoryIndex index.html"
    yield "FileETag MTIME Size"
    yield "AddDefaultCharset Off"
    yield f"ErrorDocument 404 {base}404.html"
    yield f"AddCharset utf-8 {' '.join(f'.{end}' for end, kind in sorted(TYPES.items()) if kind in WITH_CHARSET)}"
    for kind, endings in _endings().items():
        yield f"AddType {kind} {' '.join(f'.{ending}' for ending in endings)}"
    for name, kind in NAMED_TYPES.items():
        yield f'<Files "{name}">'
        yield f"    ForceType {kind}"
        yield "</Files>"
    yield '<FilesMatch "^[^.]+$">'
    yield "    ForceType application/octet-stream"
    yield "</FilesMatch>"
    yield f"AddOutputFilterByType DEFLATE {' '.join(COMPRESSED)}"
    # Apache adds "-gzip" to the ETag of a compressed answer, but does not remove it to compare If-None-Match.
    yield r"""RequestHeader edit* If-None-Match '-gzip"' '"'"""
    for name, value in SECURITY.items():
        yield f'Header always set {name} "{value}"'
    shown = "|".join((_ending(UNFRAMED, DRAWING), SHOWN, DATA_SHOWN))
    for name, value in DOWNLOAD.items():
        yield f'Header always set {name} "{value}" "expr={_uri(_NAMED)} && !({_uri(shown)})"'
    yield f'Header always set {CONTENT_SECURITY_POLICY} "{SANDBOX}" "expr={_uri(_ending(DRAWING))}"'
    yield f'Header always set {CONTENT_SECURITY_POLICY} "{DATA}" "expr={_uri(DATA_SHOWN)}"'
    yield f'Header always unset {CONTENT_SECURITY_POLICY} "expr={_uri(_ending(UNFRAMED))}"'
    for name, value in OPEN.items():
        yield f'Header always set {name} "{value}" "expr={_uri(_ending(*OPEN_ENDINGS))}"'
    yield f'Header always set {_CACHE_CONTROL} "{REVALIDATED}" "expr=!({fingerprinted})"'
    yield f'Header always set {_CACHE_CONTROL} "{IMMUTABLE}" "expr={fingerprinted}"'
    yield "RewriteEngine On"
    yield "RewriteCond %{REQUEST_METHOD} !^(?:GET|HEAD)$"
    yield "RewriteRule ^ - [R=405,L]"
    yield "# Hidden files, editors' leftovers, and what is for a server's own eyes."
    yield f'RewriteCond %{{REQUEST_URI}} "{REFUSED}" [NC]'
    yield "RewriteRule ^ - [R=404,L]"
    yield "# The notes of pages that are missing or taken back are nobody's address of its own."
    yield "RewriteCond %{ENV:REDIRECT_STATUS} ^$"
    yield r"RewriteRule ^404\.html$ - [R=404,L]"
    yield "RewriteCond %{ENV:REDIRECT_STATUS} ^$"
    yield rf"RewriteRule ^((?:.*/)?410\.html)$ - [E=NOTE:{base.lstrip('/')}$1,G,L]"
    yield "# An archive page of a feed, in a format it is in no more."
    yield f"RewriteRule ^({ARCHIVE_PAGE})/(?:{_ONCE})$ {base}$1/{ATOM} [R=301,L]"
    yield "# A page that was taken back: 410, with its note."
    yield "RewriteCond %{REQUEST_FILENAME}/index.html !-f"
    yield "RewriteCond %{REQUEST_FILENAME}/410.html -f"
    yield f"RewriteRule ^(.*/)?$ - [E=NOTE:{base.lstrip('/')}$1410.html,G,L]"
    yield 'ErrorDocument 410 "/%{ENV:NOTE}"'
    yield "# A folder without a page is no page."
    yield "RewriteCond %{REQUEST_FILENAME} -d"
    yield "RewriteCond %{REQUEST_FILENAME}/index.html !-f"
    yield "RewriteRule (^|/)$ - [R=404,L]"


def _uri(pattern: str) -> str:
    """Return the Apache expression that tests an address against ``pattern``, ignoring case."""
    return f"%{{REQUEST_URI}} =~ m#{pattern}#i"


_IIS_REFUSED = ("/.", "/~$", "~/", "/#", "/_headers", "/_redirects", "/__MACOSX", "/Thumbs.db", "/desktop.ini")
"""Parts of addresses that IIS refuses (it takes no regular expressions here). ``.well-known`` is let through."""


def _iis(base: str) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="utf-8"?>'
    yield f"<!-- {_HEAD} It goes to the site's root. -->"
    yield "<configuration>"
    yield "  <system.webServer>"
    yield '    <directoryBrowse enabled="false" />'
    yield '    <httpRedirect enabled="true" exactDestination="true" httpResponseStatus="Permanent">'
    yield "      <clear />"
    for name in ONCE:
        yield f'      <add wildcard="*/{ARCHIVE}/*/{name}" destination="$0/{ARCHIVE}/$1/{ATOM}" />'
    yield "    </httpRedirect>"
    yield '    <defaultDocument enabled="true">'
    yield '      <files><clear /><add value="index.html" /><add value="410.html" /></files>'
    yield "    </defaultDocument>"
    yield '    <httpErrors errorMode="Custom" existingResponse="Auto">'
    yield '      <remove statusCode="404" />'
    yield '      <error statusCode="404" path="404.html" responseMode="File" />'
    yield "    </httpErrors>"
    yield "    <security>"
    yield "      <requestFiltering>"
    yield "        <fileExtensions>"
    for ending in LEFTOVER_ENDINGS:
        yield f'          <remove fileExtension=".{ending}" /><add fileExtension=".{ending}" allowed="false" />'
    yield "        </fileExtensions>"
    yield "        <denyUrlSequences>"
    for sequence in _IIS_REFUSED:
        yield f'          <remove sequence="{sequence}" /><add sequence="{sequence}" />'
    yield "        </denyUrlSequences>"
    yield "      </requestFiltering>"
    yield "    </security>"
    yield "    <httpProtocol>"
    yield "      <customHeaders>"
    yield '        <remove name="X-Powered-By" />'
    for name, value in SECURITY.items():
        yield f'        <remove name="{name}" /><add name="{name}" value={quoteattr(value)} />'
    yield "      </customHeaders>"
    yield "    </httpProtocol>"
    yield "    <staticContent>"
    yield f'      <clientCache cacheControlMode="NoControl" cacheControlCustom="{REVALIDATED}" />'
    for ending, kind in sorted(TYPES.items()):
        told = f"{kind}; charset=utf-8" if kind in WITH_CHARSET else kind
        yield f'      <remove fileExtension=".{ending}" /><mimeMap fileExtension=".{ending}" mimeType="{told}" />'
    yield "    </staticContent>"
    yield "  </system.webServer>"
    yield '  <location path=".well-known">'
    yield "    <system.webServer>"
    yield "      <security>"
    yield "        <requestFiltering>"
    yield f'          <denyUrlSequences><remove sequence="{_IIS_REFUSED[0]}" /></denyUrlSequences>'
    yield "        </requestFiltering>"
    yield "      </security>"
    yield "    </system.webServer>"
    yield "  </location>"
    yield f'  <location path="{ASSETS.rstrip("/")}">'
    yield "    <system.webServer>"
    yield "      <staticContent>"
    yield f'        <clientCache cacheControlMode="NoControl" cacheControlCustom="{IMMUTABLE}" />'
    yield "      </staticContent>"
    yield "    </system.webServer>"
    yield "  </location>"
    for folder in OPEN_FOLDERS:
        yield f'  <location path="{folder}">'
        yield "    <system.webServer>"
        yield "      <httpProtocol>"
        yield "        <customHeaders>"
        for name, value in OPEN.items():
            yield f'          <remove name="{name}" /><add name="{name}" value={quoteattr(value)} />'
        yield "        </customHeaders>"
        yield "      </httpProtocol>"
        yield "    </system.webServer>"
        yield "  </location>"
    yield "</configuration>"


def _netlify(base: str) -> Iterator[str]:
    yield f"# {_HEAD}"
    yield "# As _headers at the site's root: Netlify, Cloudflare Pages. Such hosts have all else revalidated anyway."
    yield f"{base}*"
    yield from (f"  {name}: {value}" for name, value in SECURITY.items())
    yield f"{base}{ASSETS}*"
    yield f"  {_CACHE_CONTROL}: {IMMUTABLE}"
    for ending in OPEN_ENDINGS:
        yield f"{base}*.{ending}"
        yield from (f"  {name}: {value}" for name, value in OPEN.items())
    # Browsers enforce every policy they get, so this one adds to the policy of the whole site.
    yield f"{base}*.{DRAWING}"
    yield f"  {CONTENT_SECURITY_POLICY}: {SANDBOX}"
    for ending in (ending for kind, endings in ATTACHABLE.items() if kind in OFFICE for ending in endings):
        yield f"{base}*{ending}"
        yield from (f"  {name}: {value}" for name, value in DOWNLOAD.items())


def _netlify_redirects(base: str) -> Iterator[str]:
    yield f"# {_HEAD}"
    yield "# As _redirects at the site's root: archive pages of feeds, in a format they are in no more."
    for feed in (":feed", ":group/:feed"):
        folder = f"{base}{FOLDER}{feed}/{ARCHIVE}/:page"
        yield from (f"{folder}/{name} {folder}/{ATOM} 301" for name in ONCE)


SERVERS: Mapping[str, Callable[[str], Iterator[str]]] = {
    "nginx": _nginx,
    "apache": _apache,
    "iis": _iis,
    "netlify": _netlify,
    "netlify-redirects": _netlify_redirects,
}
"""The kinds of server by their name on the command line, each with the function that writes its file."""
