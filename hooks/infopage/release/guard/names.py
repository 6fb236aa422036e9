"""Names of files and folders: drafts, temporary and hidden files, and names that say the content is not public."""

import posixpath
from collections.abc import Iterator

from infopage.files.segments import Place, Segment
from infopage.language.folding import slug
from infopage.release.guard.patterns import Patterns
from infopage.release.guard.spelling import normalised
from infopage.release.guard.stamps import Stamps

VISIBLE = frozenset((".well-known", ".nojekyll", ".htaccess"))
"""Names that begin with a dot and are for the public server."""


def name_rules(path: str, patterns: Patterns, stamps: Stamps, *, hidden: bool) -> Iterator[str]:
    """Yield the rules that a path breaks; ``hidden`` names, beginning with a dot, are one of them where asked for."""
    names = path.split("/")
    told = dict.fromkeys(rule for name in names for rule in rules_of_name(name, patterns, stamps))
    if hidden and any(name.startswith(".") and name not in VISIBLE for name in names):
        told |= {"ten-tep-cam": None}
    yield from told


def rules_of_name(name: str, patterns: Patterns, stamps: Stamps) -> Iterator[str]:
    """Yield the rules that one name in a path breaks."""
    stem, ending = posixpath.splitext(name)
    plain = slug(stem)
    forms = {normalised(name).lower(), plain, f"{plain}{ending.lower()}"}
    yield from (rule for pattern, rule in patterns.names if any(pattern.match(form) for form in forms))
    spoken = stem.replace("_", " ")
    yield from (rule for _, rule in stamps.find(iter([Segment(1, spoken, Place.NAME)])))
