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
    told: set[str] = set()
    for name in path.split("/"):
        stem, ending = posixpath.splitext(name)
        plain = slug(stem)
        forms = {normalised(name).lower(), plain, f"{plain}{ending.lower()}"}
        rules = [rule for pattern, rule in patterns.names if any(pattern.match(form) for form in forms)]
        if hidden and name.startswith(".") and name not in VISIBLE:
            rules.append("ten-tep-cam")
        spoken = stem.replace("_", " ")
        rules += (rule for _, rule in stamps.find(iter([Segment(1, spoken, Place.NAME)])))
        for rule in rules:
            if rule not in told:
                told.add(rule)
                yield rule
