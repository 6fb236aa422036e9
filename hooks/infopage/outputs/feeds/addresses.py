"""Makes addresses fit for feeds: absolute, and in ASCII only (RFC 3986)."""

import re
from functools import lru_cache
from urllib.parse import quote, urljoin, urlsplit

_SAFE = "%/:?=&+,;@!$'()*~"
_SCHEME = re.compile("[a-zA-Z][a-zA-Z0-9+.-]*:")
_STRAY = re.compile("%(?![0-9A-Fa-f]{2})")


def resolved(address: str, page: str) -> str:
    """Return ``address`` as an absolute, percent-encoded address; it may be relative to the web page at ``page``."""
    return encoded(address if _SCHEME.match(address) else urljoin(page, address))


@lru_cache(maxsize=4096)
def encoded(address: str) -> str:
    """Return an address in which all characters not allowed in a URI are encoded, in the host name by IDNA.

    >>> encoded("https://tỉnh.vn/trang/Đảng bộ?q=50%#mục")
    'https://xn--tnh-dlz.vn/trang/%C4%90%E1%BA%A3ng%20b%E1%BB%99?q=50%25#m%E1%BB%A5c'
    """
    before, hash, fragment = address.partition("#")
    return _quoted(_ascii_host(before)) + hash + _quoted(fragment)


def _quoted(text: str) -> str:
    return quote(_STRAY.sub("%25", text), safe=_SAFE)


def _ascii_host(address: str) -> str:
    try:
        host = urlsplit(address).hostname or ""
        return address if host.isascii() else address.replace(host, host.encode("idna").decode(), 1)
    except (ValueError, UnicodeError):
        return address
