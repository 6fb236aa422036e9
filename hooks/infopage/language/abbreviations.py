"""Finds abbreviations in plain text: where one is introduced, as in ``Ban Thường vụ (BTV)``, and where it is used."""

import re
from collections.abc import Iterable, Iterator

from infopage.language.folding import level
from infopage.language.symbol_keys import is_in_symbol

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
    """Return the abbreviations that an NFC text introduces, each with its full form, both as written.

    ``"của Ban Thường vụ (BTV)"`` -> ``{"BTV": "Ban Thường vụ"}``
    """
    found: dict[str, str] = {}
    for match in _INTRODUCED.finditer(text):
        if full := _stands_for(match["short"], text[max(0, match.start() - _FURTHEST) : match.start()], match["said"]):
            found.setdefault(match["short"], full)
    return found


def _stands_for(short: str, before: str, said: str | None) -> str:
    """Return the words at the end of ``before`` whose initials make up the abbreviation ``short``; '' if none match.

    ``before`` is the text before the bracket with ``short``. ``said`` are the words in the bracket that announce an
    abbreviation, such as ``gọi tắt là``; None if there are none. With them, the matching words may be followed by
    others, which are returned too: ``Ban Chỉ đạo chuyển đổi số (gọi tắt là BCĐ)`` -> ``Ban Chỉ đạo chuyển đổi số``.
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
    """Tell whether the last ``words`` begin with the letters in ``groups``, one word for each group.

    ``["b", "t", "v"]`` matches ``["của", "Ban", "Thường", "vụ"]``. Linking words like ``và`` may be skipped,
    because abbreviations often leave them out. Returns the index of the first matching word (here 1); None if the words
    do not match.
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
    """Return a pattern that finds any of the abbreviations ``shorts`` as whole words; None if ``shorts`` is empty."""
    choices = "|".join(re.escape(short) for short in sorted(shorts, key=lambda s: (-len(s), s)))
    return re.compile(rf"(?<![\w/.&–-])(?:{choices})(?![\w/&–-])") if choices else None


def first_places(text: str, found: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of the first use of each abbreviation in an NFC text.

    An abbreviation within a document symbol does not count, such as ``TU`` in ``05-NQ/TU``. ``found`` is the
    :func:`pattern` of the abbreviations.
    """
    seen: set[str] = set()
    for match in found.finditer(text):
        if match[0] not in seen and not is_in_symbol(text, match.start()):
            seen.add(match[0])
            yield match.span()
