"""Collects the faults of a body that would not appear on its web page completely, or not as it was meant."""

import re
from collections.abc import Container, Iterator

from infopage.content.diagnostics import Diagnostic, warning
from infopage.content.layout.parts import STEP, as_it_stands, is_code
from infopage.content.nesting import as_text
from infopage.content.shown import marks, notes, tables, words
from infopage.content.texts import Body

_QUOTED = re.compile(r"\A(?:\s*>)+\s?")


def unshown(text: Body, told: Container[int]) -> Iterator[Diagnostic]:
    """Yield the faults of a body that would not appear on its web page as it was meant.

    ``told`` are the lines (of the file, from 1) that already have a fault from an earlier check. Words missing on these
    lines are not reported, because they usually have the same cause.
    """
    body, rendered, first = text.page.body, text.rendered, text.page.body_line
    found: list[Diagnostic] = []
    if "\t" in body:
        found += (
            Diagnostic(text.path, first + n, tables.RULE, said) for n, said in tables.pasted_faults(body.split("\n"))
        )
    if rendered.is_plain or not body.strip():
        yield from found
        return
    lines = _without_code(as_text(body, rendered.unpaired))
    if "|" in body:
        found += (Diagnostic(text.path, first + n, tables.RULE, said) for n, said in tables.table_faults(lines))
    if "[^" in body:
        found += (Diagnostic(text.path, first + n, notes.RULE, said) for n, said in notes.note_faults(lines))
    yield from found
    known = {one.line - first for one in found}
    for number, said in words.word_faults(body, rendered):
        if number not in known and first + number not in told:
            yield Diagnostic(text.path, first + number, words.RULE, said)
    for number, said in marks.mark_faults(lines, rendered.html):
        if number not in known:
            yield warning(text.path, first + number, marks.RULE, said)


def _without_code(body: str) -> list[str]:
    """Return the lines of a body without the signs of quotations (``>``). Lines of code or HTML become empty.

    Text in code or HTML may look like Markdown without being a mistake. The line numbers stay the same.
    """
    lines = body.split("\n")
    at = 0
    while at < len(lines):
        count = as_it_stands(lines, at)
        if not count and lines[at].startswith((" " * STEP, "\t")) and is_code([lines[at]]):
            count = 1
        lines[at : at + count] = [""] * count
        at += count or 1
    return [_QUOTED.sub("", line) for line in lines]
