"""Styles, scripts and icons: names that change with the content, so that browsers may keep a file for ever."""

import hashlib
import posixpath
import re

ASSETS = "assets/"
"""The folder of the theme's files."""

_NEEDED = re.compile(
    r"assets/javascripts/(?:bundle\.\w+\.min\.js|workers/search\.\w+\.min\.js|lunr/min/lunr\.(?:stemmer\.support|multi|vi)\.min\.js)"
)
_FINGERPRINT = re.compile(r"\.[0-9a-f]{8}(?=\.\w+$)")


def is_needed(path: str) -> bool:
    """Tell whether a file of the base theme is used: its script and its search, without source maps or languages."""
    return _NEEDED.fullmatch(path) is not None


def fingerprinted(path: str, content: bytes) -> str:
    """Return ``site.1a2b3c4d.css`` for ``site.css``: eight hexadecimal digits of the content's SHA-256."""
    stem, suffix = posixpath.splitext(path)
    return f"{stem}.{hashlib.sha256(content).hexdigest()[:8]}{suffix}"


def plain(path: str) -> str:
    """Return the name without its fingerprint."""
    return _FINGERPRINT.sub("", path)
