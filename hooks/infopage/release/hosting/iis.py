"""Generates the IIS configuration, web.config, from the headers and rules in headers.py."""

from collections.abc import Iterator
from xml.sax.saxutils import quoteattr

from infopage.outputs.feeds.moved import ONCE
from infopage.outputs.feeds.page import ARCHIVE
from infopage.outputs.theme.assets import ASSETS
from infopage.outputs.wording.feed_links import ATOM
from infopage.release.hosting.generated import HEAD
from infopage.release.hosting.headers import (
    IMMUTABLE,
    LEFTOVER_ENDINGS,
    OPEN,
    OPEN_FOLDERS,
    REVALIDATED,
    SECURITY,
    TYPES,
    WITH_CHARSET,
)

_IIS_REFUSED = ("/.", "/~$", "~/", "/#", "/_headers", "/_redirects", "/__MACOSX", "/Thumbs.db", "/desktop.ini")
"""IIS refuses addresses with these substrings, except ``.well-known``. Its filter takes no regular expressions."""


def iis(base: str) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="utf-8"?>'
    yield f"<!-- {HEAD} Save this file in the site's root folder. -->"
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
