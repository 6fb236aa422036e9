"""Stamps, told from the same words in a sentence: “TỐI MẬT” on a line of its own, not “Luật Bảo vệ bí mật nhà nước”.

A stamp stands alone: on a line, in a cell, in brackets, after its label, or in capitals among words that are not. It
is looked for letter by letter, so that no spelling of it escapes, and every step takes time in proportion to the text.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from infopage.release.guard.patterns import Patterns
from infopage.release.guard.segments import Place, Segment
from infopage.release.guard.spelling import joined, normalised, squeezed

_SHORT = 4
"""Letters up to which a stamp may be part of many words."""

_LONGEST = 160
"""Letters of a segment that may be a stamp as a whole."""

_BEFORE = "(?:tàiliệu|vănbản|bản|loại)?"
_COUNT = "(?:[0-9]+|một|nhất|hai|ba|bốn|tư|năm|sáu|cuối|cuốicùng)"
_AFTER = (
    f"(?:lần(?:thứ)?{_COUNT}|(?:bản)?(?:số|v|version){_COUNT}|{_COUNT}|ngày[0-9]+(?:tháng[0-9]+năm[0-9]+)?|xinýkiến|trình"
    "|tháng[0-9]+(?:năm[0-9]+)?)*"
)
_AFTER_PLAIN = "(?:lan[0-9]+|v[0-9]+|[0-9]+)*"
_BULLET = re.compile(r"\s*(?:[-+*•–·]|[0-9]{1,3}[.)]|[a-zđ][.)])\s+")
_RULER = re.compile(r"[-–—=_*~\s]*")
_BRACKETED = re.compile(r"[(\[{<«]([^()\[\]{}<>«»]{3,80})[)\]}>»]")
_PARTS = re.compile(r"(?<!\s)\s++[-–—/•](?=\s)|[|;\t]|  ++|(?<=\w)[.]\s++|(?<!\s)\s++[-–—](?=\w)|(?<=\w)[-–—]\s++")
_WORD = re.compile(r"[^\W_]+")
_QUOTED = re.compile(r"[“\"]([^“”\"]{3,80})[”\"]")
_NEAR = 12
"""Segments that the head of a paper takes, and within which the picture of a mark of secrecy follows its rule."""
_QUOTES = "“”\"'‘’«»`"
_HARD = re.compile(r"[|:()\[\]{}/;\n\t]|[-–—]\s|\s[-–—]|  ")
_MENTIONS = frozenset("dấu độ mức chữ loại bí bảo là và hoặc hay đóng nhãn cụm từ mục ghi từ có".split())
_FOLLOWS_DRAFT = frozenset(("lần", "ngày", "số", "v", "bản"))
_REMEMBERED = 1000
_SENTENCE = 40
"""Words from which on a lone word in capitals is taken for stress."""


class Stamps:
    """Tells which rule a segment breaks, if any."""

    def __init__(self, patterns: Patterns) -> None:
        self._rules = patterns.stamps
        self._plain = {letters: rule for letters, rule in patterns.plain.items() if letters not in patterns.stamps}
        self._labels = patterns.labels
        self._most_words = 12
        self._whole = self._compiled(patterns.stamps, _BEFORE, _AFTER)
        self._whole_plain = self._compiled(patterns.plain, "(?:tailieu|vanban|ban)?", _AFTER_PLAIN)
        # The longest stamps say nothing that their own beginnings do not; the shortest decide what is looked at.
        plain = {one for one in patterns.plain if len(one) > _SHORT}
        self._signs = tuple(_shortest({*patterns.stamps, *plain, *patterns.labels}))
        # A short word without its marks is many words; only in capitals is it looked at.
        self._capital_signs = tuple(one.upper() for one in patterns.plain if len(one) <= _SHORT)
        self._judge = lru_cache(maxsize=1 << 16)(self._judged)

    def _compiled(self, stamps: dict[str, str], before: str, after: str) -> re.Pattern[str]:
        either = "|".join(sorted(map(re.escape, stamps), key=len, reverse=True)) or r"(?!)"
        labels = "|".join(sorted(map(re.escape, self._labels), key=len, reverse=True)) or r"(?!)"
        return re.compile(f"(?P<label>{labels})?{before}(?P<stamps>(?:{either})+){after}")

    def is_suspect(self, text: str) -> bool:
        """Tell whether a text has the letters of any stamp, however they are written: without them none is there."""
        text = normalised(text)
        return self._has_sign(text, squeezed(text))

    def _has_sign(self, text: str, letters: str) -> bool:
        return any(sign in letters for sign in self._signs) or any(sign in text for sign in self._capital_signs)

    def find(self, segments: Iterator[Segment]) -> Iterator[tuple[Segment, str]]:
        """Yield each segment that is or has a stamp, with the rule; segments come in the order of the text."""
        last = Segment(0, "")
        waiting: tuple[Segment, str] | None = None
        quoted: dict[str, int] = {}
        for at, segment in enumerate(segments):
            judge = self._judge if len(segment.text) < _REMEMBERED else self._judged
            own = judge(segment.text, segment.place)
            if own and at >= _NEAR and self._is_pictured(segment, at, quoted, own):
                last = Segment(0, "")
                continue
            if not own:
                quoted |= dict.fromkeys(self._quoted(segment.text), at)
            if waiting and not self._is_degree(segment):
                yield waiting
            waiting = None
            if own:
                yield segment, own
            elif rule := self._across(last, segment):
                yield segment, rule
            elif rule := self._labelled(last, segment):
                waiting = segment, rule  # a further degree after it, and they are the headings of a form
            last = segment
        if waiting:
            yield waiting

    def _is_pictured(self, segment: Segment, at: int, quoted: dict[str, int], rule: str) -> bool:
        """Tell whether this is the picture of a stamp in rules on how to make one, as in Decree 30/2020/NĐ-CP."""
        described = quoted.get(squeezed(normalised(segment.text)))
        return described is not None and (rule != "dau-mat" or at - described < _NEAR)

    def _quoted(self, text: str) -> Iterator[str]:
        """Yield the letters of the stamps that a sentence speaks of, in quotation marks."""
        if "“" in text or '"' in text:
            for found in _QUOTED.finditer(text):
                if (letters := squeezed(normalised(found[1]))) in self._rules:
                    yield letters

    def _is_degree(self, segment: Segment) -> bool:
        return len(segment.text) < _SHORT * 10 and squeezed(normalised(segment.text)) in self._rules

    def _labelled(self, last: Segment, segment: Segment) -> str | None:
        if len(segment.text) > 60 or len(last.text) > 40 or squeezed(normalised(last.text)) not in self._labels:
            return None
        return self._as_whole(normalised(segment.text), Place.LINE, labelled=True)

    def _across(self, last: Segment, segment: Segment) -> str | None:
        """Return the rule of a stamp in capitals that two short lines share."""
        if len(segment.text) > 60 or len(last.text) > 40 or last.part != segment.part:
            return None
        if not last.place is segment.place is Place.LINE:
            return None
        first, second = normalised(last.text), normalised(segment.text)
        return self._as_whole(f"{first} {second}", Place.CELL) if first.isupper() and second.isupper() else None

    def _judged(self, text: str, place: Place) -> str | None:
        text = normalised(text).strip()
        letters = squeezed(text)
        if not self._has_sign(text, letters):
            return None
        return (
            (self._as_whole(text, place) if len(letters) <= _LONGEST else None)
            or self._in_brackets(text, place)
            or self._in_parts(text, place)
            or self._in_capitals(joined(text), place)
        )

    def _as_whole(self, text: str, place: Place, *, labelled: bool = False) -> str | None:
        """Return the rule where the text is a stamp and nothing else."""
        has_bullet = _BULLET.match(text) is not None
        letters = squeezed(text)
        found = self._whole.fullmatch(letters)
        if not found and text.isascii():
            found = self._whole_plain.fullmatch(letters)
            if found and len(found["stamps"]) <= _SHORT and not (labelled or text.isupper()):
                return None
        if not found:
            return None
        labelled = labelled or bool(found["label"])
        rules = self._named_by(found["stamps"])
        if len(rules) > 1 and all(rule == "dau-mat" for rule in rules):
            return None  # the degrees listed, as in a form
        if text.isupper() or labelled:
            return None if text.endswith((",", ";")) and not labelled else rules[0]
        is_sentence = text.endswith((".", ",", ";", ":")) or has_bullet
        if is_sentence or place in (Place.HEADING, Place.CELL):
            return None
        first = next(letter for letter in text if letter.isalpha())
        needs_capital = place is Place.STRING or len(found["stamps"]) <= _SHORT
        return None if needs_capital and not first.isupper() else rules[0]

    def _named_by(self, letters: str) -> list[str]:
        """Return the rules of the stamps that a run of letters is made of, each stamp once."""
        stamps = self._rules | self._plain
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

    def _in_brackets(self, text: str, place: Place) -> str | None:
        for found in _BRACKETED.finditer(text):
            inner = found[1].strip()
            if len(inner) > _LONGEST or self._is_mentioned(text[max(0, found.start() - 40) : found.start()]):
                continue
            is_at_end = not text[found.end() :].strip(" *_") or not text[: found.start()].strip(" *_")
            first = next((letter for letter in inner if letter.isalpha()), "a")
            is_several = len(inner.split()) > 1
            if inner.isupper() or (
                is_at_end and (first.isupper() or is_several) and not text.endswith((".", ";", ","))
            ):
                rule = self._as_whole(inner, Place.LINE)
                if rule and not (rule == "dau-du-thao" and not first.isupper()):
                    return rule
        return None

    def _in_parts(self, text: str, place: Place) -> str | None:
        """Return the rule where a part of a line, parted from the rest by a dash, a bar or a gap, is a stamp."""
        text = _BULLET.sub("", text, count=1) if _BULLET.match(text) else text
        parts = [part.strip() for part in _PARTS.split(joined(text)) if part and part.strip()]
        if len(parts) < 2 or (place is Place.HEADING and not text.isupper() and len(parts) > 3):
            return None
        rules = [rule for part in parts if len(part) <= _LONGEST and (rule := self._part(part, place))]
        degrees = sum(rule == "dau-mat" for rule in rules)
        return rules[0] if rules and degrees < 2 else None

    def _part(self, part: str, place: Place) -> str | None:
        if part[0] in _QUOTES or part.endswith((",", ":")):
            return None
        first = next((letter for letter in part if letter.isalpha()), "a")
        is_short = " " not in part and not part.isupper()
        labelled = self._whole.fullmatch(squeezed(part))
        if is_short or (not first.isupper() and place is Place.STRING):
            return self._as_whole(part, Place.LINE) if labelled and labelled["label"] else None
        return self._as_whole(part, Place.CELL if place is Place.CELL else Place.LINE)

    def _in_capitals(self, text: str, place: Place) -> str | None:
        """Return the rule where a stamp in capitals stands among words that are not in capitals."""
        words = list(_WORD.finditer(text))
        found: list[tuple[str, str]] = []
        for at, word in enumerate(words):
            if not word[0].isupper():
                continue
            letters = ""
            for end in range(at, min(at + self._most_words, len(words))):
                if not words[end][0].isupper():
                    break
                letters += words[end][0].casefold()
                rule = self._rules.get(letters) or (self._plain.get(letters) if text.isascii() else None)
                if rule and self._stands_out(text, words, at, end, rule, place):
                    found.append((letters, rule))
        degrees = {letters for letters, rule in found if rule == "dau-mat"}
        if len(degrees) > 1:
            found = [one for one in found if one[1] != "dau-mat"]
        return found[0][1] if found else None

    def _stands_out(
        self, text: str, words: list[re.Match[str]], first: int, last: int, rule: str, place: Place
    ) -> bool:
        begin, end = words[first].start(), words[last].end()
        if (text[begin - 1 : begin] in _QUOTES and begin) or self._is_mentioned(text[max(0, begin - 40) : begin]):
            return False
        before = words[first - 1] if first else None
        after = words[last + 1] if last + 1 < len(words) else None
        parted_before = before is None or bool(_HARD.search(text, before.end(), begin))
        parted_after = after is None or bool(_HARD.search(text, end, after.start()))
        # “12-NQ/TU” is in capitals by its nature.
        chunk = text[max(0, begin - 40) : begin].split()[-1:]
        is_symbol = bool(chunk) and any(letter.isdigit() for letter in chunk[0])
        if not parted_before and before is not None and _is_capitals(before[0]) and not is_symbol:
            return False
        if not parted_after and after is not None and _is_capitals(after[0]):
            return False
        if rule == "dau-du-thao":
            return parted_after or after is None or after[0].casefold() in _FOLLOWS_DRAFT or after[0][0].isdigit()
        if first != last:
            return True
        if place is Place.NAME:
            return before is None or after is None
        if len(words) > _SENTENCE:
            return False
        ends = parted_after or (after is not None and (after[0][0].isdigit() or after[0] in ("Số", "Bản", "Ngày")))
        return ends and (parted_before or is_symbol)

    def _is_mentioned(self, before: str) -> bool:
        """Tell whether the words before speak of a stamp, as in “đóng dấu TỐI MẬT”."""
        words = _WORD.findall(before)
        if before.rstrip().endswith(":"):
            return False
        return bool(words) and (words[-1].casefold() in _MENTIONS or before.rstrip().endswith((",", "“", '"')))


def _is_capitals(word: str) -> bool:
    return word.isupper() and len(word) > 1 and word.isalpha()


def _shortest(signs: set[str]) -> Iterator[str]:
    """Yield the signs that have no other within them."""
    for sign in sorted(signs):
        if not any(other != sign and other in sign for other in signs):
            yield sign
