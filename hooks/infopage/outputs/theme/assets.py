"""Styles, scripts and icons: names that change with the content, so that browsers may keep a file for ever."""

import hashlib
import posixpath
from collections.abc import Callable, Iterable
from pathlib import Path

import rcssmin
import rjsmin

ASSETS = "assets/"
"""The folder of the theme's files."""


def fingerprinted(path: str, content: bytes) -> str:
    """Return ``site.1a2b3c4d.css`` for ``site.css``: eight hexadecimal digits of the content's SHA-256."""
    stem, suffix = posixpath.splitext(path)
    return f"{stem}.{hashlib.sha256(content).hexdigest()[:8]}{suffix}"


ENGINE = f"{ASSETS}search/engine.js"
"""The search engine as pages load it."""

_JOINED = {
    ENGINE: (
        *(
            "analysis",
            "parts",
            "bits",
            "lookup",
            "sought",
            "numbers",
            "abbreviations",
            "query",
            "score",
            "spelling",
            "texts",
        ),
        *("narrowing", "ranking", "search"),
    ),
    f"{ASSETS}search/dialog.js": ("results", "dialog"),
    f"{ASSETS}search/page.js": ("results", "facets", "address", "page"),
}
_MINIFIERS: dict[str, Callable[[str], str]] = {".js": rjsmin.jsmin, ".css": rcssmin.cssmin}


def theme_assets(theme: Path) -> dict[str, bytes]:
    """Return the files of a theme's folder that pages load, by path, before their names change."""
    found = (file for file in (theme / ASSETS).rglob("*") if file.is_file())
    read = {file.relative_to(theme).as_posix(): file.read_bytes() for file in found}
    return {path: minified(path, content) for path, content in read.items()} | joined(theme)


def joined(theme: Path) -> dict[str, bytes]:
    """Return the scripts that are made of those in the theme's folder ``search``, by path: the engine, and what
    readers see of it in the dialog and on the results page.
    """
    return {path: _join(theme, parts) for path, parts in _JOINED.items()}


def engine(theme: Path) -> bytes:
    """Return the search engine alone."""
    return _join(theme, _JOINED[ENGINE])


def minified(path: str, content: bytes) -> bytes:
    """Return a script or style without comments and spaces, which a phone need not load; any other file as it is."""
    minify = _MINIFIERS.get(posixpath.splitext(path)[1])
    return minify(content.decode()).encode() if minify else content


def _join(theme: Path, parts: Iterable[str]) -> bytes:
    names = (f"{part}.js" for part in parts)
    return b"\n".join(minified(name, (theme / "search" / name).read_bytes()) for name in names)
