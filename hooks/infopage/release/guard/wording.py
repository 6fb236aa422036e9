"""Recognises a text that consists of a stamp and nothing else, by comparing letters.

A stamp is a classification marking on a document, such as “MẬT” (secret), “LƯU HÀNH NỘI BỘ” (internal) or “DỰ THẢO”
(draft). A label is the words that may stand before a stamp, such as “Độ mật” in “Độ mật: Tối mật”. Both are listed in
data/bao-ve.yml.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from infopage.files.segments import Position
from infopage.release.guard.patterns import Patterns
from infopage.release.guard.spelling import squeezed

SHORT = 4
"""The most letters of a short stamp, such as “MẬT”. The letters of a short stamp occur within many ordinary words."""

LONG = 12
"""The most letters of a stamp such as “LƯU HÀNH NỘI BỘ” that is taken for a sentence, and not reported, if it ends in a
full stop. A longer stamp is reported with its full stop too.
"""

_PART = 4
"""A quick test first searches for this many letters of a stamp, such as “tốim” of “tốimật”."""

LONGEST = 160
"""A text with more letters than this cannot be a stamp (a marking such as “MẬT”) as a whole."""

BULLET = re.compile(r"\s*(?:[-+*•–·]|[0-9]{1,3}[.)]|[a-zđ][.)])\s+")
"""The bullet or number at the beginning of a list item."""

_BEFORE = "(?:hỏatốc|hoảtốc|thượngkhẩn|khẩn)?(?:tàiliệu|tl|vănbản|bản|loại)?"
_COUNT = "(?:[0-9]+|một|nhất|hai|ba|bốn|tư|năm|sáu|cuối|cuốicùng)"
_AFTER = (
    f"(?:lần(?:thứ)?{_COUNT}|(?:bản)?(?:số|v|version){_COUNT}|{_COUNT}|ngày[0-9]+(?:tháng[0-9]+năm[0-9]+)?|xinýkiến|trình"
    "|tháng[0-9]+(?:năm[0-9]+)?|hỏatốc|hoảtốc|hẹngiờ|thượngkhẩn|tốikhẩn|khẩn)*"
)
_AFTER_PLAIN = "(?:lan[0-9]+|v[0-9]+|[0-9]+)*"


class Wording:
    """The words of stamps (markings such as “TỐI MẬT”) as letters only, ``tốimật``, each with the rule that it breaks.

    ``stamps`` are spelled with diacritics, ``plain`` without.
    """

    def __init__(self, patterns: Patterns) -> None:
        self.stamps = patterns.stamps
        self.plain = {letters: rule for letters, rule in patterns.plain.items() if letters not in patterns.stamps}
        self.labels = patterns.labels
        self._whole = self._compiled(patterns.stamps, _BEFORE, _AFTER)
        self._whole_plain = self._compiled(patterns.plain, "(?:tailieu|vanban|ban)?", _AFTER_PLAIN)
        plain = {one for one in patterns.plain if len(one) > SHORT}
        self._signs = _by_rare_letter(_shortest({*patterns.stamps, *plain, *patterns.labels}))
        self._backward_signs = tuple(
            _shortest({one[::-1] for one, rule in patterns.stamps.items() if rule == "dau-mat"})
        )
        # A short stamp (such as “MAT”) without diacritics may be an ordinary word, so it counts only in capitals.
        self._capital_signs = tuple(one.upper() for one in patterns.plain if len(one) <= SHORT)

    def _compiled(self, stamps: dict[str, str], before: str, after: str) -> re.Pattern[str]:
        either = "|".join(sorted(map(re.escape, stamps), key=len, reverse=True)) or r"(?!)"
        labels = "|".join(sorted(map(re.escape, self.labels), key=len, reverse=True)) or r"(?!)"
        return re.compile(f"(?P<label>{labels})?{before}(?P<stamps>(?:{either})+){after}")

    def is_within(self, text: str) -> bool:
        """Tell whether a text has the letters of any stamp (such as “MẬT”) or label (such as “Độ mật”).

        This quick test rules out most texts.
        """
        letters = squeezed(text)
        # Plain loops, because every line of every file comes here: a generator would take longer than the search.
        for letter, parts in self._signs:
            if letter in letters:
                for part, signs in parts:
                    if part in letters:
                        for sign in signs:
                            if sign in letters:
                                return True
        return any(sign in text for sign in self._capital_signs) or any(
            sign in letters for sign in self._backward_signs
        )

    def is_labelled(self, text: str) -> bool:
        """Tell whether a text is a label followed by a stamp and nothing else, such as “Độ mật: Tối mật”."""
        found = self._whole.fullmatch(squeezed(text))
        return found is not None and bool(found["label"])

    def rule_of(self, text: str, place: Position, *, labelled: bool = False) -> str | None:
        """Return the rule of a text that is a stamp (such as “MẬT”) and nothing else; None for any other text.

        A label such as “Độ mật” may precede the stamp within the text. ``labelled`` means that a label precedes the
        text. ``place`` is where the text stands: in a heading or a table cell the same words may be ordinary.
        """
        if len(text) > 4 * LONGEST:
            return None
        has_bullet = BULLET.match(text) is not None
        letters = squeezed(text)
        found = self._whole.fullmatch(letters)
        if not found and text.isascii():
            found = self._whole_plain.fullmatch(letters)
            if found and len(found["stamps"]) <= SHORT and not (labelled or text.isupper()):
                return None
        if not found:
            return None
        labelled = labelled or bool(found["label"])
        rules = self._named_by(found["stamps"])
        if len(rules) > 1 and all(rule == "dau-mat" for rule in rules):
            return None  # a list of degrees of secrecy to choose from, as in a form, is not a stamp
        if text.isupper() or labelled:
            return None if text.endswith((",", ";")) and not labelled else rules[0]
        is_mark = rules[0] == "dau-noi-bo" and len(letters) > LONG and text.endswith(".") and place is Position.LINE
        is_sentence = has_bullet or (text.endswith((".", ",", ";", ":")) and not is_mark)
        if is_sentence or place in (Position.HEADING, Position.CELL):
            return None
        first = next(letter for letter in text if letter.isalpha())
        needs_capital = place is Position.STRING or len(found["stamps"]) <= SHORT
        return None if needs_capital and not first.isupper() else rules[0]

    def _named_by(self, letters: str) -> list[str]:
        """Return the rules of the stamps (such as “MẬT”) whose letters, without spaces, make up ``letters``.

        A stamp that occurs twice counts once.
        """
        stamps = self.stamps | self.plain
        found: list[str] = []
        told: set[str] = set()
        while letters:
            stamp = max((one for one in stamps if letters.startswith(one)), key=len, default="")
            if not stamp:
                break
            if stamp not in told:
                found.append(stamps[stamp])
            told.add(stamp)
            letters = letters[len(stamp) :]
        return found or ["dau-mat"]


def _by_rare_letter(signs: Iterable[str]) -> tuple[tuple[str, tuple[tuple[str, tuple[str, ...]], ...]], ...]:
    """Group the letters of stamps and labels, called signs, so that a text is searched for only a few of them.

    First they are grouped by a letter that few texts contain, then by a common substring. A text without the letter or
    the substring has none of the group's signs. Letters of stamps that are spelled in legacy encodings are preferred,
    because Vietnamese in Unicode has none of these letters.
    """
    groups: dict[str, list[str]] = {}
    for sign in signs:
        groups.setdefault(max(sign, key=lambda letter: (not "\u1ea0" <= letter <= "\u1ef9", letter)), []).append(sign)
    return tuple((letter, tuple(_by_common_part(each))) for letter, each in groups.items())


def _by_common_part(signs: list[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield common substrings of ``signs``, each with the signs that contain it, so that one search rules out many.

    Signs are the letters of stamps (such as “MẬT”) and of labels before them.
    """
    left = sorted(signs)
    while left:
        parts = Counter(part for sign in left for part in _parts(sign))
        part = max(parts, key=lambda one: (parts[one], len(one), one))
        yield part, tuple(sign for sign in left if part in sign)
        left = [sign for sign in left if part not in sign]


def _parts(sign: str) -> set[str]:
    return {sign[at : at + _PART] for at in range(max(1, len(sign) - _PART + 1))}


def _shortest(signs: set[str]) -> Iterator[str]:
    """Yield the signs (letters of stamps such as “MẬT”, and of labels before them) that contain no other sign.

    They suffice for a quick test, because a text with a longer sign also has the shorter one.
    """
    for sign in sorted(signs):
        if not any(other != sign and other in sign for other in signs):
            yield sign
