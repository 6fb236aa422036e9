"""Finds stamps: classification markings on secret, internal or draft documents, such as “TỐI MẬT” on a line.

The same words in a sentence are not a stamp: “Luật Bảo vệ bí mật nhà nước”. A stamp stands alone on a line, in a table
cell or in brackets, or follows a label such as “Độ mật:”. Or it is in capitals while the words around it are not. Texts
are compared letter by letter, so that unusual spellings are found too. Every step takes time proportional to the length
of the text.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from infopage.files.segments import Position, Segment
from infopage.release.guard.inline import InLine
from infopage.release.guard.masthead import beside_body, beside_state
from infopage.release.guard.patterns import Patterns
from infopage.release.guard.spelling import normalised, squeezed
from infopage.release.guard.wording import BULLET, SHORT, Wording

_QUOTED = re.compile(r"[“\"]([^“”\"]{3,80})[”\"]")
_NEAR = 12
"""How many segments (pieces of text such as a line) count as the beginning of a document. A stamp (such as “MẬT”) there
is always taken for real, never for a mere example.

This is also the greatest distance, in segments, between a sentence that describes a secrecy stamp and an example of it.
"""
_LETTERS = 24
"""The most lines in which a stamp (such as “TỐI MẬT”) that is written vertically, a letter or word a line, is searched
for.
"""
_ANSWER = re.compile(
    r"(?:đáp án(?: đúng)?(?: là)?|(?:câu )?trả lời(?: đúng)?(?: là)?|chọn|câu|phương án|bước|giai đoạn|công đoạn|khâu"
    r"|việc|mục)"
    r"(?=[\s:])[^\W\d_]?\s*(?:\d{1,3}|[IVX]{1,4})?\s*[.:)–-]*\s*(?:[A-Fa-f][.)]\s*)?",
    re.IGNORECASE,
)
"""The beginning of a quiz answer or of a step of a procedure. Words such as “Mật” after it are no secrecy stamp."""
_PAPER = r"(?:văn bản|tài liệu|công văn|báo cáo)"
_DEGREE_OF = re.compile(
    rf"(?:{_PAPER}(?: này)? có )?(?:mức )?độ mật(?: của)?(?: {_PAPER})?(?: này)?\s*(?::|là)\s*(.{{2,30}})",
    re.IGNORECASE,
)
"""A sentence that states the secrecy of its own document: “Văn bản này có độ mật là Tối mật”."""
_NUMBERED = re.compile(r"(?m)^\s*[0-9]{1,2}[.)]\s+(?=\w\s*$)")
"""The number before a single letter, where a stamp (as “MẬT”) is written as a list with a letter in each item."""
_CHOICE = re.compile(r"[A-F][.)]\s+")
_REMEMBERED = 1000
"""The result for a line or cell of fewer letters than this is cached, because pages share their short lines and cells.
"""


class Stamps:
    """Finds stamps (markings such as “MẬT”) in the segments of a text, which are lines, table cells and the like.

    Each stamp is found with the rule of the guard that it breaks.
    """

    def __init__(self, patterns: Patterns) -> None:
        self._wording = Wording(patterns)
        self._in_line = InLine(self._wording)
        self._judge = lru_cache(maxsize=1 << 16)(self._judged)

    def is_suspect(self, text: str) -> bool:
        """Tell whether a text has the letters of any stamp (such as “MẬT”), in any spelling.

        This quick test rules out most texts.
        """
        plain = normalised(text)
        return self._wording.is_within(plain) or (
            _NUMBERED.search(plain) is not None and self._wording.is_within(_NUMBERED.sub("", plain))
        )

    def find(self, segments: Iterator[Segment]) -> Iterator[tuple[Segment, str]]:
        """Yield each segment (line, cell or the like) that is or contains a stamp, with the rule that the stamp breaks.

        A stamp is a marking such as “MẬT”. Segments must be in the order of the text.
        """
        last = Segment(0, "")
        waiting: tuple[Segment, str] | None = None
        quoted: dict[str, int] = {}
        column: list[Segment] = []
        said = (segment for segment in segments if segment.text.strip())
        for at, segment in enumerate(said):
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
            elif (rule := self._across(last, segment)) or (rule := self._downwards(column, segment)):
                yield segment, rule
            elif rule := self._labelled(last, segment):
                # Yielded later, unless another degree follows: then a form lists the degrees to choose from.
                waiting = segment, rule
            last = segment
        if waiting:
            yield waiting

    def _downwards(self, column: list[Segment], segment: Segment) -> str | None:
        """Return the rule of a stamp (such as “MẬT”) that is written vertically, a letter or word in each segment.

        The letters or words must be in capitals. ``column`` holds the segments (such as lines) directly before
        ``segment`` that are only a letter or a word in capitals. If ``segment`` is one too, it is added. The result is
        None where there is no such stamp.
        """
        text = _without_bullet(normalised(segment.text)).strip()
        is_letter = len(text) == 1 and text.isalpha()
        is_word = text.isupper() and text.isalpha() and segment.place is Position.LINE
        if column and (column[-1].part != segment.part or len(column) == _LETTERS):
            column.clear()
        if not (is_letter or is_word):
            column.clear()
            return None
        column.append(segment)
        words = [_without_bullet(normalised(one.text)).strip() for one in column]
        for first in range(len(words) - 2):
            for run in (words[first:], words[: first - 1 : -1] if first else words[::-1]):
                if rule := self._wording.rule_of(" ".join(run), Position.CELL):
                    column.clear()
                    return rule
        return None

    def _is_pictured(self, segment: Segment, at: int, quoted: dict[str, int], rule: str) -> bool:
        """Tell whether a segment (such as a line) only shows an example of a stamp, as Decree 30/2020/NĐ-CP does.

        ``at`` is the segment's position in the text, and ``rule`` the stamp's rule. ``quoted`` has the stamps that the
        text has mentioned in quotation marks, as letters only, each with the position of the segment that mentions it.
        """
        described = quoted.get(squeezed(normalised(segment.text)))
        return described is not None and (rule != "dau-mat" or at - described < _NEAR)

    def _quoted(self, text: str) -> Iterator[str]:
        """Yield, as letters only, each stamp (such as “MẬT”) that a sentence mentions in quotation marks."""
        if "“" in text or '"' in text:
            for found in _QUOTED.finditer(text):
                if (letters := squeezed(normalised(found[1]))) in self._wording.stamps:
                    yield letters

    def _is_degree(self, segment: Segment) -> bool:
        return len(segment.text) < SHORT * 10 and squeezed(normalised(segment.text)) in self._wording.stamps

    def _labelled(self, last: Segment, segment: Segment) -> str | None:
        if len(segment.text) > 60 or len(last.text) > 40 or squeezed(normalised(last.text)) not in self._wording.labels:
            return None
        return self._wording.rule_of(normalised(segment.text), Position.LINE, labelled=True)

    def _across(self, last: Segment, segment: Segment) -> str | None:
        """Return the rule of a stamp (such as “TỐI MẬT”) in capitals that is split into two short lines.

        They are ``last``, then ``segment``. The result is None where there is no such stamp.
        """
        if len(segment.text) > 60 or len(last.text) > 40 or last.part != segment.part:
            return None
        if not last.place is segment.place is Position.LINE:
            return None
        first, second = normalised(last.text), normalised(segment.text)
        return (
            self._wording.rule_of(f"{first} {second}", Position.CELL) if first.isupper() and second.isupper() else None
        )

    def _judged(self, text: str, place: Position) -> str | None:
        text = normalised(text).strip()
        if not self._wording.is_within(text):
            return None
        if (said := _DEGREE_OF.match(text)) and (rule := self._wording.rule_of(said[1], place, labelled=True)):
            return rule
        answer = _ANSWER.match(text) or _CHOICE.match(text)
        if answer and self._wording.rule_of(text[answer.end() :], Position.LINE, labelled=True):
            return None
        return (
            self._wording.rule_of(text, place)
            or self._in_line.rule_of(text, place)
            or self._beside_masthead(text)
            or self._backwards(text)
            or (self._judged(plain, place) if (plain := _without_digits(text)) != text else None)
        )

    def _backwards(self, text: str) -> str | None:
        """Return the rule of a stamp (such as “MẬT”) that is written backwards, as in text turned upside down.

        It must be in capitals. The result is None where there is no such stamp.
        """
        return self._wording.rule_of(text[::-1], Position.CELL) if text.isupper() and len(text) < SHORT * 10 else None

    def _beside_masthead(self, text: str) -> str | None:
        for candidate in beside_state(text):
            if rule := self._wording.rule_of(candidate, Position.LINE):
                return rule
        rules = (self._wording.rule_of(candidate, Position.LINE) for candidate in beside_body(text))
        return next((rule for rule in rules if rule == "dau-mat"), None)


def _without_bullet(text: str) -> str:
    """Return a text without the bullet or number of a list item."""
    found = BULLET.match(text)
    return text[found.end() :] if found else text


def _without_digits(text: str) -> str:
    """Return a text with O or I for the digits and letters that imitate them: ``TỐl`` becomes ``TỐI``."""
    return _FALSE_CAPITAL.sub(lambda found: "O" if found[0] == "0" else "I", text)


_FALSE_CAPITAL = re.compile(r"(?<=[A-ZĐÀ-ỸẬẤỐỒỘỆ])[l1|0](?![a-zà-ỹ0-9])")
