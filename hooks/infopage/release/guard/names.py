"""Checks file and folder names: drafts, temporary and hidden files, and names with a stamp such as “MẬT”."""

import posixpath
import re
from collections.abc import Iterator
from functools import lru_cache

from infopage.files.segments import Position, Segment
from infopage.language.folding import slug
from infopage.release.guard.patterns import Patterns
from infopage.release.guard.spelling import normalised
from infopage.release.guard.stamps import Stamps

VISIBLE = frozenset((".well-known", ".nojekyll", ".htaccess"))
"""Names that begin with a dot but are allowed on the public server."""


class NameGuard:
    """Finds the rules that the names in a path break. Results are cached, because paths share most of their names."""

    def __init__(self, patterns: Patterns, stamps: Stamps) -> None:
        self._patterns = patterns.names
        self._any = re.compile("|".join(pattern.pattern for pattern, _ in patterns.names) or "(?!)")
        self._stamps = stamps
        self._rules_of = lru_cache(maxsize=1 << 16)(self._judged)

    def rules(self, path: str, *, hidden: bool) -> Iterator[str]:
        """Yield the rules that the names in a path break. With ``hidden``, a name that begins with a dot breaks one."""
        names = path.split("/")
        told = dict.fromkeys(rule for name in names for rule in self._rules_of(name))
        if hidden and any(name.startswith(".") and name not in VISIBLE for name in names):
            told |= {"ten-tep-cam": None}
        yield from told

    def _judged(self, name: str) -> tuple[str, ...]:
        """Return the rules that one name in a path breaks."""
        stem, ending = posixpath.splitext(name)
        plain = slug(stem)
        forms = {normalised(name).lower(), plain, f"{plain}{ending.lower()}"}
        # Most names match no pattern. One pattern that joins all of them shows this quickly.
        suspect = [form for form in forms if self._any.match(form)]
        broken = [rule for pattern, rule in self._patterns if any(map(pattern.match, suspect))] if suspect else []
        spoken = stem.replace("_", " ")
        return (*broken, *(rule for _, rule in self._stamps.find(iter([Segment(1, spoken, Position.NAME)]))))
