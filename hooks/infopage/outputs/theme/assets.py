"""Styles, scripts and icons. Their names contain a hash of their content, so that browsers can cache them for ever."""

import hashlib
import posixpath
from collections.abc import Callable, Iterable
from pathlib import Path

import rcssmin
import rjsmin

ASSETS = "assets/"
"""The folder of the theme's files."""


def fingerprinted(path: str, content: bytes) -> str:
    """Return a path with eight hexadecimal digits of the content's SHA-256: ``site.css`` -> ``site.1a2b3c4d.css``."""
    stem, suffix = posixpath.splitext(path)
    return f"{stem}.{hashlib.sha256(content).hexdigest()[:8]}{suffix}"


ENGINE = f"{ASSETS}search/engine.js"
"""The path of the script with the search engine."""

PLACES = f"{ASSETS}search/places.js"
"""The path of the script that the engine loads for a query that may name a provision."""

OPERATORS = f"{ASSETS}search/operators.js"
"""The path of the script that the engine loads for a query with quotation marks or minus signs."""

SLIPS = f"{ASSETS}search/slips.js"
"""The path of the script that the engine loads for a query that may have typing errors."""

LOADED = (PLACES, OPERATORS, SLIPS)
"""The paths of the scripts that the engine itself loads, for some queries only."""

_JOINED = {
    ENGINE: (
        *(
            "tuning",
            "analysis",
            "parts",
            "bits",
            "lookup",
            "sought",
            "misread",
            "numbers",
            "abbreviations",
            "initials",
            "attributes",
            "query",
            "titles",
            "score",
            "following",
            "spelling",
            "texts",
        ),
        *("narrowing", "authority", "ranking", "opening", "search"),
    ),
    PLACES: ("naming", "places", "placing"),
    OPERATORS: ("operators",),
    SLIPS: tuple(f"slips/{name}" for name in ("slip_tuning", "keys", "likeness", "candidates", "lattice", "meant")),
    f"{ASSETS}search/dialog.js": ("results", "dialog"),
    f"{ASSETS}search/page.js": ("results", "facets", "address", "notes", "page"),
}
_MINIFIERS: dict[str, Callable[[str], str]] = {".js": rjsmin.jsmin, ".css": rcssmin.cssmin}


def theme_assets(theme: Path) -> dict[str, bytes]:
    """Return the files of a theme that pages load, by path; the paths do not yet contain hashes."""
    found = (file for file in (theme / ASSETS).rglob("*") if file.is_file())
    read = {file.relative_to(theme).as_posix(): file.read_bytes() for file in found}
    return {path: minified(path, content) for path, content in read.items()} | joined(theme)


def joined(theme: Path) -> dict[str, bytes]:
    """Return by path the search scripts, joined from files of the theme.

    They are the engine, what it loads for some queries only, the dialog and the results page. The engine has the file
    names, with the hash, of what it loads.
    """
    found = {path: _join(theme, parts) for path, parts in _JOINED.items()}
    for path in LOADED:
        hashed = posixpath.basename(fingerprinted(path, found[path]))
        found[ENGINE] = found[ENGINE].replace(f'"{posixpath.basename(path)}"'.encode(), f'"{hashed}"'.encode())
    return found


def minified(path: str, content: bytes) -> bytes:
    """Return a script or style without comments and unneeded spaces, for a smaller download; other files unchanged."""
    minify = _MINIFIERS.get(posixpath.splitext(path)[1])
    return minify(content.decode()).encode() if minify else content


def _join(theme: Path, parts: Iterable[str]) -> bytes:
    names = (f"{part}.js" for part in parts)
    return b"\n".join(minified(name, (theme / "search" / name).read_bytes()) for name in names)
