"""Takes apart the first line of a text in which a converter joined the letterhead, and perhaps the text below it."""

import re
from collections.abc import Iterator, Sequence

from infopage.content.pasted_part import plain

_MOTTO = r"(?:CỘNG HÒA|CỘNG HOÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM|ĐẢNG CỘNG SẢN VIỆT NAM|Độc lập\s*-\s*Tự do\s*-\s*Hạnh phúc"
_PLACE = r"[^\W\d_]+(?: [^\W\d_]+){0,3}"
_PART = re.compile(
    rf"(?P<motto>{_MOTTO})|(?P<number>Số:?\s*[0-9]{{1,6}}\S*[-/]\S+)|(?P<rule>[-–_*=]{{3,}}|(?<=\s)[*](?=\s))"
    rf"|(?P<day>ngày \d{{1,2}}(?: tháng \d{{1,2}} năm |/\d{{1,2}}/)\d{{4}})"
)
_BEFORE_DAY = re.compile(rf"{_PLACE}, \Z")
"""The place before a day: ``Minh Hòa, ngày``. To look for it only before a day takes a quarter of the time."""
_LONGEST_PLACE = 120
_RULE = re.compile(r"\s*[-–_*=]{3,}")
_FIRST_LINES = 2


def parts_of_lines(lines: Sequence[tuple[int, str]], kind: str, abstract: str) -> Iterator[tuple[int, str, str]]:
    """Yield (number, part, rest) for the parts of each line, which has several only if a letterhead is joined in it.

    ``rest`` are the words after the part in its line. ``kind`` and ``abstract`` are those of the document, without
    marks: the abstract shows where the title ends and the text begins.
    """
    for at, (number, line) in enumerate(lines):
        ends = list(_ends(line, kind, abstract)) if at < _FIRST_LINES and "|" not in line else []
        for begin, end in zip([0, *ends], [*ends, len(line)], strict=True):
            if part := line[begin:end].strip():
                yield number, part, line[end:].strip()


def _ends(line: str, kind: str, abstract: str) -> Iterator[int]:
    """Yield the offsets where the parts of a letterhead joined in one ``line`` end; nothing if the line has none.

    ``kind`` and ``abstract`` are as in :func:`parts_of_lines`.
    """
    seen: set[str | None] = set()
    found: list[int] = []
    before = 0
    for part in _PART.finditer(line):
        sort, start = part.lastgroup, part.start()
        if sort == "day" and (place := _BEFORE_DAY.search(line, max(before, start - _LONGEST_PLACE), start)):
            start = place.start()
        before = part.end()
        if sort != "rule" and (sort in seen or "day" in seen):
            continue
        seen.add(sort)
        found += [start, before]
    last = found[-1] if {"motto", "day"} <= seen else 0
    found = [end for end in found if end <= last]
    if end := _title_end(line[last:], kind, abstract):
        rule = _RULE.match(line, last + end)
        found += [last + end, *([rule.end()] if rule else [])]
    yield from sorted(set(found) - {0, len(line)})


def _title_end(text: str, kind: str, abstract: str) -> int:
    """Return the offset where the kind and the whole abstract end, if ``text`` begins with them; 0 if it does not."""
    if not (plain(text[: 2 * len(kind)]).startswith(kind) and text.split(maxsplit=1)[0].isupper()):
        return 0
    for word in re.finditer(r"\S+", text):
        said = plain(text[: word.end()])
        if said.endswith(f" {abstract}"):
            return word.end()
        if len(said) > 3 * len(f"{kind} {abstract}"):
            break
    return 0
