"""Finds stamps (markings such as “MẬT” or “DỰ THẢO”) among other words of a line.

Such a stamp is in brackets, separated by a dash or a wide gap, or in capitals among words that are not.
"""

import re

from infopage.files.segments import Position
from infopage.release.guard.spelling import joined
from infopage.release.guard.wording import BULLET, LONGEST, SHORT, Wording

_BRACKETED = re.compile(r"[(\[{<«]([^()\[\]{}<>«»]{3,80})[)\]}>»]")
_PARTS = re.compile(r"(?<!\s)\s++[-–—/•](?=\s)|[|;\t]|  ++|(?<=\w)[.]\s++|(?<!\s)\s++[-–—](?=\w)|(?<=\w)[-–—]\s++")
_NEXT = re.compile(r"[;,.]\s*(?:2[.)]|b\))\s")
_WORD = re.compile(r"[^\W_]+")
_QUOTES = "“”\"'‘’«»`"
_HARD = re.compile(r"[|:()\[\]{}/;\n\t]|[-–—]\s|\s[-–—]|  ")
_MENTIONS = frozenset("dấu độ mức chữ loại bí bảo là và hoặc hay đóng nhãn cụm từ mục ghi từ có".split())
_FOLLOWS_DRAFT = frozenset(("lần", "ngày", "số", "v", "bản"))
_SENTENCE = 40
"""In a text with more words than this, a single word in capitals is taken for emphasis, not for a stamp such as “MẬT”.
"""
_MOST_WORDS = 12
_WORDS_OF_A_LETTER = frozenset("ÝỞÔỦẤỨ")
_MOST_PARTS = 2


class InLine:
    """Finds stamps (markings such as “MẬT”) within a line. Sentences that only mention a stamp do not count."""

    def __init__(self, wording: Wording) -> None:
        self._wording = wording

    def rule_of(self, text: str, place: Position) -> str | None:
        """Return the rule of a stamp (a marking such as “MẬT”) within a line of text; None where there is none.

        The rule is the one that the stamp breaks. ``place`` is where the line stands, such as in a heading or a table
        cell, where ordinary words may look alike.
        """
        return self._in_brackets(text) or self._in_parts(text, place) or self._in_capitals(joined(text), place)

    def _in_brackets(self, text: str) -> str | None:
        for found in _BRACKETED.finditer(text):
            inner = found[1].strip()
            if len(inner) > LONGEST or self._is_mentioned(text[max(0, found.start() - 40) : found.start()]):
                continue
            is_at_end = not text[found.end() :].strip(" *_") or not text[: found.start()].strip(" *_")
            first = next((letter for letter in inner if letter.isalpha()), "a")
            is_several = len(inner.split()) > 1
            if inner.isupper() or (
                is_at_end and (first.isupper() or is_several) and not text.endswith((".", ";", ","))
            ):
                rule = self._wording.rule_of(inner, Position.LINE)
                if rule and not (rule == "dau-du-thao" and not first.isupper()):
                    return rule
        return None

    def _in_parts(self, text: str, place: Position) -> str | None:
        """Return the rule of a stamp (a marking such as “MẬT”) that is separated from the rest of the line.

        The separator is a dash, a vertical bar or a wide gap. The result is None where there is no such stamp.
        ``place`` is where the line stands, such as in a heading.
        """
        if BULLET.match(text) and _NEXT.search(text):
            return None  # Several list items on one line: a word after a dash is an item, not a stamp (such as “MẬT”).
        text = BULLET.sub("", text, count=1) if BULLET.match(text) else text
        parts = [part.strip() for part in _PARTS.split(joined(text)) if part and part.strip()]
        if len(parts) < 2 or (place is Position.HEADING and not text.isupper() and len(parts) > 3):
            return None
        if place is Position.STRING and len(parts) > _MOST_PARTS:
            # The string may be a whole text without line breaks, in which dashes also separate ordinary list items.
            parts = [part for part in parts if part.isupper() or self._wording.is_labelled(part)]
        rules = [rule for part in parts if len(part) <= LONGEST and (rule := self._part(part, place))]
        degrees = sum(rule == "dau-mat" for rule in rules)
        return rules[0] if rules and degrees < 2 else None

    def _part(self, part: str, place: Position) -> str | None:
        if part[0] in _QUOTES or part.endswith((",", ":")):
            return None
        first = next((letter for letter in part if letter.isalpha()), "a")
        is_short = " " not in part and not part.isupper()
        if is_short or (not first.isupper() and place is Position.STRING):
            return self._wording.rule_of(part, Position.LINE) if self._wording.is_labelled(part) else None
        return self._wording.rule_of(part, Position.CELL if place is Position.CELL else Position.LINE)

    def _in_capitals(self, text: str, place: Position) -> str | None:
        """Return the rule of a stamp (such as “MẬT”) in capitals among words that are not; None where there is none.

        ``place`` is where the line stands, such as in a heading.
        """
        words = list(_WORD.finditer(text))
        found: list[tuple[str, str]] = []
        for at, word in enumerate(words):
            if not word[0].isupper():
                continue
            letters = ""
            for end in range(at, min(at + _MOST_WORDS, len(words))):
                if not words[end][0].isupper():
                    break
                letters += words[end][0].casefold()
                rule = self._wording.stamps.get(letters) or (
                    self._wording.plain.get(letters) if text.isascii() else None
                )
                if rule and self._stands_out(text, words, at, end, rule, place):
                    found.append((letters, rule))
        degrees = {letters for letters, rule in found if rule == "dau-mat"}
        if len(degrees) > 1:
            found = [one for one in found if one[1] != "dau-mat"]
        return found[0][1] if found else None

    def _stands_out(
        self, text: str, words: list[re.Match[str]], first: int, last: int, rule: str, place: Position
    ) -> bool:
        begin, end = words[first].start(), words[last].end()
        if (text[begin - 1 : begin] in _QUOTES and begin) or self._is_mentioned(text[max(0, begin - 40) : begin]):
            return False
        before = words[first - 1] if first else None
        after = words[last + 1] if last + 1 < len(words) else None
        parted_before = before is None or bool(_HARD.search(text, before.end(), begin))
        parted_after = after is None or bool(_HARD.search(text, end, after.start()))
        # Words in capitals before a stamp (such as “MẬT”) make it part of a title, but a document's symbol such as
        # “12-NQ/TU” does not.
        chunk = text[max(0, begin - 40) : begin].split()[-1:]
        is_symbol = bool(chunk) and any(letter.isdigit() for letter in chunk[0])
        if not parted_before and before is not None and _is_capitals(before[0]) and not is_symbol:
            return False
        if not parted_after and after is not None and _is_capitals(after[0]):
            return False
        if rule == "dau-du-thao":
            return parted_after or after is None or after[0].casefold() in _FOLLOWS_DRAFT or after[0][0].isdigit()
        if end - begin > SHORT:
            return True
        if place is Position.NAME:
            return before is None or after is None
        if place is Position.STRING and before is not None and after is not None:
            # A search index has a whole text as one string: a stamp (such as “MẬT”) between two sentences was a line of
            # its own.
            follows = text[before.end() : begin].lstrip('”")').startswith((".", ";"))
            if follows and after[0][0].isupper():
                return True
        if len(words) > _SENTENCE:
            return False
        ends = parted_after or (after is not None and (after[0][0].isdigit() or after[0] in ("Số", "Bản", "Ngày")))
        return ends and (parted_before or is_symbol)

    def _is_mentioned(self, before: str) -> bool:
        """Tell whether a sentence only mentions a stamp (such as “MẬT”), as in “đóng dấu TỐI MẬT”.

        ``before`` are the words before the stamp.
        """
        words = _WORD.findall(before)
        if before.rstrip().endswith(":"):
            return False
        return bool(words) and (words[-1].casefold() in _MENTIONS or before.rstrip().endswith((",", "“", '"')))


def _is_capitals(word: str) -> bool:
    return word.isupper() and word.isalpha() and (len(word) > 1 or word in _WORDS_OF_A_LETTER)
