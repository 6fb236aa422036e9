"""Finds headings of annexes in lines that a converter joined: ``… hạnh phúc. PHỤ LỤC 1 CÁC CHỈ TIÊU (Kèm theo …)``."""

import re
from collections.abc import Iterator, Sequence

from infopage.content.provisions.labels import readings
from infopage.content.provisions.outline import TextLine

_NAME = "PHỤ LỤC"
_HEADING = re.compile(rf"{_NAME}(?:\s+(?:SỐ\s+)?(?:[IVXL]+|[0-9]{{1,2}}|[A-ZĐ])(?![^\W_]))?(?=[\s.:–-]|$)")
_MAY_PRECEDE = re.compile(r"(?:[.;:!?…/_*\-)”\"]|\b[0-9]{1,3})\s+$")
_CITES = re.compile(r"\b(?:THEO|TẠI|CÁC|VÀ|CỦA|TRONG|Ở|XEM|NHƯ|LÀ|VỚI|BỔ SUNG|SỬA ĐỔI|THAY THẾ|BÃI BỎ)\s+$")
_RULE = re.compile(r"[-–_*]{3,}$")
_NEAR, _LEAST_WORDS = 40, 2


def annexes_apart(lines: Sequence[TextLine]) -> list[TextLine]:
    """Return ``lines`` with the heading of each annex, such as ``PHỤ LỤC 1 CÁC CHỈ TIÊU``, as a line of its own."""
    found: list[TextLine] = []
    for line in lines:
        found += _parts(line) if _NAME in line.text else (line,)
    return found


def _parts(line: TextLine) -> Sequence[TextLine]:
    cuts = sorted({place for heading in _headings(line.text) for place in heading} - {0, len(line.text)})
    if not cuts:
        return (line,)
    texts = [line.text[begin:end].strip() for begin, end in zip([0, *cuts], [*cuts, len(line.text)], strict=True)]
    first, *more = (text for text in texts if text)
    return (
        line._replace(text=first, readings=readings(first), marked=""),
        *(TextLine(line.number, text, line.number, readings(text)) for text in more),
    )


def _headings(text: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of each heading of an annex, which has a title in capitals, in a line of text."""
    for found in _HEADING.finditer(text):
        before = text[max(0, found.start() - _NEAR) : found.start()]
        if before.strip() and (_CITES.search(before) or not _ends_part(before)):
            continue
        end, words = found.end(), 0
        for word in re.finditer(r"\S+", text[found.end() :]):
            said = word[0]
            if said[0] == "(" or said != said.upper() or _RULE.match(said):
                break
            words += sum(map(str.isalpha, said)) > 1
            end = found.end() + word.end()
        if words >= _LEAST_WORDS:
            yield found.start(), end


def _ends_part(before: str) -> bool:
    """Tell whether the words before ``PHỤ LỤC`` end a sentence or a signature: if not, they cite an annex."""
    return bool(_MAY_PRECEDE.search(before)) or before.split()[-1].isupper()
