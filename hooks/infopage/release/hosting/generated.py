"""The parts that all generated server configurations share: their first line, and patterns of file names."""

import re

from infopage.outputs.feeds.moved import ONCE
from infopage.release.hosting.headers import TYPES

SERVER_FOLDER = "/srv/tham-sau"
"""The folder on the server that holds the releases, as deploy/README.md sets it up."""

HEAD = "Written by `infopage headers`; change hooks/infopage/release/hosting/headers.py instead."
CACHE_CONTROL = "Cache-Control"
ANY_ONCE = "|".join(map(re.escape, ONCE))
"""A regular expression that matches the file names that archive pages of feeds once had in formats now gone (``ONCE``).
"""

WITH_EXTENSION = r"\.[^./]+$"
"""A regular expression that matches every address with a file extension."""


def of_ending(*endings: str) -> str:
    """Return a regular expression that matches addresses with one of these file extensions."""
    return rf"\.(?:{'|'.join(endings)})$"


def endings_by_type() -> dict[str, list[str]]:
    """Return the file extensions of each media type in ``TYPES``, both in alphabetical order."""
    endings: dict[str, list[str]] = {}
    for ending, kind in sorted(TYPES.items(), key=lambda one: (one[1], one[0])):
        endings.setdefault(kind, []).append(ending)
    return endings
