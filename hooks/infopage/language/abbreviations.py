"""Finds abbreviations in plain text: those that the text introduces, ``Ban Thường vụ (BTV)``, and their first uses."""

import re
from collections.abc import Iterable, Iterator

from infopage.language.citations import is_in_symbol
from infopage.language.folding import level

_UPPER = "A-ZĐÀ-ỴƯƠĂÂÊÔ"
_INTRODUCED = re.compile(
    rf"\(\s*(?P<said>(?:sau đây |dưới đây )?(?:được )?(?:viết tắt|gọi tắt|gọi|viết) (?:là|thành)\s*:?\s*)?"
    rf"[“\"]?(?P<short>[{_UPPER}][{_UPPER}a-z]{{1,9}})[”\"]?\s*\)"
)
_GROUP = re.compile(r"[A-Z][a-z]*")
_CLAUSE_ENDS = re.compile(r"[.;:()\[\]“”\"\0]")
_WORD = re.compile(r"[^\s,/-]+")
_LINKING = frozenset("và của các về cho".split())
_FURTHEST = 160


def introduced(text: str) -> dict[str, str]:
    """Return the abbreviations that an NFC text introduces, with their full forms, both as written."""
    found: dict[str, str] = {}
    for match in _INTRODUCED.finditer(text):
        if full := _stands_for(match["short"], text[max(0, match.start() - _FURTHEST) : match.start()], match["said"]):
            found.setdefault(match["short"], full)
    return found


def _stands_for(short: str, before: str, said: str | None) -> str:
    """Return the words right before the bracket whose initials make up ``short``; '' if they do not match.

    If the text says that it abbreviates (``said``), more words may follow the matching ones: ``Ban Chỉ đạo chuyển đổi
    số (gọi tắt là BCĐ)``.
    """
    levelled = re.sub("[^A-Za-z]", "", "".join(level(c).upper() if c.isupper() else c for c in short))
    groups = [group.lower() for group in _GROUP.findall(levelled)]
    if len(groups) < 2:
        return ""
    clause = before[max((m.end() for m in _CLAUSE_ENDS.finditer(before)), default=0) :]
    words = [(m.start(), m.end(), m[0]) for m in _WORD.finditer(clause)]
    for last in range(len(words), 0 if said else len(words) - 1, -1):
        if (first := _matching(groups, [word for _, _, word in words[:last]])) is not None:
            return " ".join(clause[words[first][0] :].split())
    return ""


def _matching(groups: list[str], words: list[str]) -> int | None:
    """Match the last of ``words`` with the initials ``groups``; return the index of the first word that matches.

    Linking words may be skipped. Returns None if the words do not match.
    """
    at = len(words)
    for group in reversed(groups):
        at -= 1
        while 0 < at < len(words) - 1 and words[at] in _LINKING and not level(words[at]).startswith(group):
            at -= 1
        if at < 0 or not level(words[at]).startswith(group):
            return None
    return at


def pattern(shorts: Iterable[str]) -> re.Pattern[str] | None:
    """Return a pattern that finds any of the abbreviations as whole words; None if there are none."""
    choices = "|".join(re.escape(short) for short in sorted(shorts, key=lambda s: (-len(s), s)))
    return re.compile(rf"(?<![\w/.&–-])(?:{choices})(?![\w/&–-])") if choices else None


def first_places(text: str, found: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Yield the span of each abbreviation's first match with the pattern ``found``, outside document symbols."""
    seen: set[str] = set()
    for match in found.finditer(text):
        if match[0] not in seen and not is_in_symbol(text, match.start()):
            seen.add(match[0])
            yield match.span()
