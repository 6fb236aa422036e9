"""Splits lines that a converter joined, such as a heading and its first provision: ``II- NHIỆM VỤ 1. Mở rộng …``.

A line is split only at a label that a list lacks: here ``1.``, if the next line begins with ``2.``. So a citation in a
sentence does not count as a label.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from infopage.content.provisions.labels import readings
from infopage.content.provisions.outline import TextLine
from infopage.content.provisions.ranks import LETTERS, Label, Rank

_FAR, _MOST_MISSING, _NEAR = 400, 3, 30
_FIRST_LETTERS = "abcdđeghiklm"
_ROMANS = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX".split()
_CITES = re.compile(
    r"(?:khoản|điểm|mục|phần|điều|chương|số|và|hoặc|hay|từ|đến|tại|theo|tháng|năm|quý|lần|khóa|khoá|thứ|hội|bảng|hình"
    r"|biểu|lớp|cấp|nhóm|hạng|,)\s*$",
    re.IGNORECASE,
)
_SENTENCE_ENDS = re.compile(r"(?:[.;:!?…][”\"')]?|\.docx? \d+|[-_*]{3,})\s+$")
_BEFORE, _AFTER = r"(?<=\s)", r"(?=\s+[“\"(]?(?P<next>[^\W\d_]))"


def parted(lines: Sequence[TextLine], gaps: Iterable[int]) -> list[TextLine]:
    """Return ``lines``, split before each missing label that is inside a line; empty if there is none to split.

    ``gaps`` are the indexes of lines whose labels do not follow any label in a list.
    """
    cuts: dict[int, set[int]] = {}
    for at in gaps:
        for index, place in _missing(lines, at):
            cuts.setdefault(index, set()).add(place)
    if not cuts:
        return []
    for at, line in enumerate(lines):
        if not line.readings:
            continue
        for index, place in (*_next_inside(lines, at), *_points_inside(lines, at)):
            cuts.setdefault(index, set()).add(place)
    return [part for at, line in enumerate(lines) for part in _cut(line, sorted(cuts.get(at, ())))]


def _cut(line: TextLine, places: Sequence[int]) -> Iterator[TextLine]:
    if not places:
        yield line
        return
    yield line._replace(text=line.text[: places[0]].rstrip(), marked="")
    for begin, end in zip(places, [*places[1:], len(line.text)], strict=True):
        text = line.text[begin:end].rstrip()
        yield TextLine(line.number, text, line.number, readings(text))


def _missing(lines: Sequence[TextLine], at: int) -> list[tuple[int, int]]:
    """Return where the labels are that the list of ``lines[at]`` lacks before this line; empty if one is not found.

    For example, ``1.`` and ``2.`` if ``3.`` is the first label of its list. Each is (index of the line that contains
    it, offset in that line).
    """
    label = next((one for one in lines[at].readings if one.rank in _SIGNS), None)
    if label is None or label.depth:
        return []
    number = label.order[0]
    index, last = at, 0
    while index and index > at - _FAR:
        index -= 1
        other = lines[index].readings[0] if lines[index].readings else None
        if other is None or other.doubtful:
            continue
        if other.is_like(label) and other.sign == label.sign:
            last = other.order[0] if other.order < label.order else 0
            break
        if other.rank < label.rank:
            break
    wanted = [one for one in range(last + 1, number) if _typed(label, one)]
    if not wanted or len(wanted) > _MOST_MISSING:
        return []
    found: list[tuple[int, int]] = []
    place = 0
    for one in wanted:
        pattern = re.compile(_BEFORE + _typed(label, one) + _AFTER)
        while index < at:
            match = next((m for m in pattern.finditer(lines[index].text, place) if _may_begin(lines[index], m)), None)
            if match:
                found.append((index, match.start()))
                place = match.end()
                break
            index, place = index + 1, 0
        else:
            return []
    return found


def _next_inside(lines: Sequence[TextLine], at: int) -> Iterator[tuple[int, int]]:
    """Yield (index of the line, offset in it) of the next label after that of ``lines[at]``, if it is inside a line.

    It must come after the end of a sentence, and no line below may begin with this label.
    """
    label = lines[at].readings[0]
    if label.rank not in _SIGNS or label.depth or label.doubtful or not (typed := _typed(label, label.order[0] + 1)):
        return
    pattern = re.compile(_BEFORE + typed + _AFTER)
    candidate: tuple[int, int] | None = None
    for index in range(at, min(at + _FAR, len(lines))):
        line = lines[index]
        other = line.readings[0] if line.readings and index > at else None
        if other is not None:
            if other.rank < label.rank:
                break
            if other.is_like(label) and other.sign == label.sign:
                candidate = candidate if other.order[0] != label.order[0] + 1 else None
                break
        if candidate is None:
            found = (m for m in pattern.finditer(line.text) if _may_begin(line, m))
            ends = (m for m in found if _SENTENCE_ENDS.search(_words_before(line, m)))
            candidate = next(((index, m.start()) for m in ends), None)
    if candidate:
        yield candidate


def _points_inside(lines: Sequence[TextLine], at: int) -> Sequence[tuple[int, int]]:
    """Return (index of the line, offset in it) of the points a), b) … inside the lines of the clause ``lines[at]``.

    Each is on another line, because several on one line may be part of a sentence: “gồm a) Rừng, b) Ruộng”. The result
    is empty if any point begins a line: then the text is not joined.
    """
    clause = lines[at].readings[0]
    found: list[tuple[int, int]] = []
    if clause.rank is not Rank.CLAUSE or clause.doubtful:
        return found
    for index in range(at, min(at + _FAR, len(lines))):
        line = lines[index]
        label = line.readings[0] if line.readings and index > at else None
        if label and label.rank <= Rank.CLAUSE:
            break
        if label and label.rank is Rank.POINT:
            return []
        pattern = rf"{_BEFORE}{_FIRST_LETTERS[len(found)]}\s?\){_AFTER}" if len(found) < len(_FIRST_LETTERS) else "(?!)"
        match = next((m for m in re.finditer(pattern, line.text) if _may_begin(line, m)), None)
        if match:
            found.append((index, match.start()))
    return found if len(found) > 1 else []


def _words_before(line: TextLine, match: re.Match[str]) -> str:
    """Return the few words before a match: at most ``_NEAR`` characters of the line."""
    return line.text[max(0, match.start() - _NEAR) : match.start()]


def _may_begin(line: TextLine, match: re.Match[str]) -> bool:
    return match["next"].isupper() and not _CITES.search(_words_before(line, match))


def _typed(label: Label, number: int) -> str:
    """Return a pattern for the label with ``number`` in the list of ``label``; '' if the list has no such label.

    For example, it matches ``c)`` if ``label`` is ``a)`` and ``number`` is 3.
    """
    kind = _SIGNS[label.rank]
    if kind == "I":
        numeral = _ROMANS[number - 1] if number <= len(_ROMANS) else ""
    elif kind == "a":
        numeral = LETTERS[number - 1] if number <= len(LETTERS) and LETTERS[number - 1] not in "fjwz" else ""
    else:
        numeral = str(number)
    if not numeral or label.kind not in ("I", "1", "a"):
        return ""
    if label.sign == "()":
        return rf"\({numeral}\)"
    return rf"{numeral}\s?{re.escape(label.sign)}" if label.sign else ""


_SIGNS = {Rank.ROMAN: "I", Rank.CLAUSE: "1", Rank.POINT: "a", Rank.ITEM: "1"}
