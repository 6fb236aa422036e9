"""Finds abbreviations in plain text: where one is introduced, as in ``Ban Thường vụ (BTV)``, and where it is used."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from infopage.language.folding import level
from infopage.language.symbol_keys import is_in_symbol

_UPPER = "A-ZĐÀ-ỴƯƠĂÂÊÔ"
_SHORT = rf"[“\"]?(?P<lead>(?:[^\W\d_]+ ){{0,2}})(?P<short>[{_UPPER}][{_UPPER}a-z]{{1,9}})[”\"]?"
_SAID = (
    r"(?:(?:sau|dưới) đây,? )?(?:được )?(?:tên |từ |chữ )?"
    r"(?:(?:viết|gọi)(?: tắt)? (?:là|thành)|gọi chung là|viết tắt|gọi tắt)\s*:?\s*"
)
_INTRODUCED = re.compile(rf"\(\s*(?P<said>{_SAID})?{_SHORT}\s*\)")
_ANNOUNCED = re.compile(rf",\s(?P<said>(?:sau đây )?(?:được )?(?:viết|gọi) tắt (?:là|thành)\s*:?\s*){_SHORT}(?![\w/-])")
_EXPLANATION = re.compile(r" \((?P<full>[^().;:]{5,80})\)")
_EXPLAINED = re.compile(rf"(?<![\w/-])[{_UPPER}]{{2,10}}\Z")
_LONGEST_EXPLAINED = 10
"""The most letters of an abbreviation before its explanation: ``BHYT (bảo hiểm y tế)``.

Explanations are sought first, because a pattern that begins with fixed characters is found many times as fast.
"""
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
    for match in chain(_INTRODUCED.finditer(text), _ANNOUNCED.finditer(text) if " tắt " in text else ()):
        before = text[max(0, match.start() - _FURTHEST) : match.start()]
        if full := _stands_for(match["short"], before, match["said"], match["lead"].split()):
            found.setdefault(match["short"], full)
    for match in _EXPLANATION.finditer(text):
        short = _EXPLAINED.search(text, max(0, match.start() - _LONGEST_EXPLAINED), match.start())
        words = match["full"].split()
        if short and len(groups := _groups(short[0])) > 1 and _matching(groups, words) == 0:
            found.setdefault(short[0], " ".join(words))
    return found


def _groups(short: str) -> list[str]:
    """Return the letters that begin the words of an abbreviation, without marks: ``CTr`` has ``c`` and ``tr``."""
    levelled = re.sub("[^A-Za-z]", "", "".join(level(c).upper() if c.isupper() else c for c in short))
    return [group.lower() for group in _GROUP.findall(levelled)]


def _stands_for(short: str, before: str, said: str | None, lead: Sequence[str]) -> str:
    """Return the words at the end of ``before`` whose initials make up the abbreviation ``short``; '' if none match.

    ``before`` is the text before the bracket with ``short``. ``said`` are the words in the bracket that announce an
    abbreviation, such as ``gọi tắt là``; None if there are none. With them, the matching words may be followed by
    others, which are returned too: ``Ban Chỉ đạo chuyển đổi số (gọi tắt là BCĐ)`` -> ``Ban Chỉ đạo chuyển đổi số``.
    ``lead`` are words in the bracket before the abbreviation. They must also stand before the matching words:
    ``thuế giá trị gia tăng (thuế GTGT)``.
    """
    groups = _groups(short)
    if len(groups) < 2:
        return ""
    clause = before[max((m.end() for m in _CLAUSE_ENDS.finditer(before)), default=0) :]
    words = [(m.start(), m.end(), m[0]) for m in _WORD.finditer(clause)]
    for last in range(len(words), 0 if said else len(words) - 1, -1):
        first = _matching(groups, [word for _, _, word in words[:last]])
        if first is not None and [level(word) for _, _, word in words[:first]][-len(lead) or first :] == list(
            map(level, lead)
        ):
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
