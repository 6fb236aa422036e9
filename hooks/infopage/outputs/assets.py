"""Styles, scripts and icons: names that change with the content, so that browsers may keep a file for ever."""

import hashlib
import posixpath
import re
from pathlib import Path

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


ENGINE = f"{ASSETS}search/engine.js"
"""The search engine as pages load it: one script, made of those in the theme's folder ``search``."""

_ENGINE_PARTS = ("analysis", "parts", "query", "score", "spelling", "texts", "search")
_JS_COMMENT = re.compile(r"^\s*/\*\*.*?\*/|^\s*//[^\n]*|^\s+", re.MULTILINE | re.DOTALL)


def engine(theme: Path) -> bytes:
    """Return the search engine: its parts in order, without their comments, which a phone need not load."""
    parts = ((theme / "search" / f"{name}.js").read_text("utf-8") for name in _ENGINE_PARTS)
    return "".join(_JS_COMMENT.sub("", part) for part in parts).encode()
