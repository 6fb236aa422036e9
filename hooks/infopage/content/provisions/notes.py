"""Finds footnotes copied from a page, ``(2) Năm 2020 …`` below a line of dashes: their numbers are no labels."""

import re
from collections.abc import Iterator, Sequence

from infopage.content.provisions.outline import TextLine

_RULE = re.compile(r"[-–_]{3,}")
_NOTE = re.compile(r"(?P<mark>[\[(]\s?[0-9]{1,3}\s?[\])])\s*\S")


def notes_as_text(lines: Sequence[TextLine]) -> list[TextLine]:
    """Return ``lines`` in which footnotes have no label.

    A footnote is below a line of dashes, and its mark stands right after a word above that line: ``thành phố(2)``.
    """
    return list(_read(lines))


def _read(lines: Sequence[TextLine]) -> Iterator[TextLine]:
    page, rule = 0, -1
    for at, line in enumerate(lines):
        if _RULE.fullmatch(line.text):
            rule = at
        elif rule >= page and (note := _NOTE.match(line.text)):
            if line.readings and _is_marked(note["mark"], lines[page:rule]):
                line = line._replace(readings=())
        elif rule >= page:
            page = at
        yield line


def _is_marked(mark: str, lines: Sequence[TextLine]) -> bool:
    """Tell whether a footnote's mark stands after a word in one of the lines: ``thành phố(2)``, ``thành phố (2).``."""
    place = re.compile(rf"\w(?:{re.escape(mark)}|\s{re.escape(mark)}(?=\s?(?:[.,;:]|$)))")
    return any(place.search(line.text) for line in lines)
