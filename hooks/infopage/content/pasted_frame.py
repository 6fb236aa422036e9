"""Finds a letterhead and signatures pasted into a document's text.

The site prints both from keys, so they appear twice.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from infopage.content.letterhead_cells import ANNEX, APPENDIX, BLANK, numbered
from infopage.content.model import OfficialDocument
from infopage.content.pasted_end import ONLY_SIGNED, end_in
from infopage.content.pasted_letterhead import letterhead_in
from infopage.content.pasted_part import PastedFrame
from infopage.content.registries import Registries
from infopage.content.texts import Text

_MOST_LINES = 60


def pasted_frames(text: Text, document: OfficialDocument, lists: Registries) -> Iterator[PastedFrame]:
    """Yield the pasted letterhead of a document's text, then its pasted recipients and signatures.

    ``lists`` are the registries.
    """
    return frames_in(list(numbered(text)), text, document, lists)


def frames_in(
    lines: Sequence[tuple[int, str]], text: Text, document: OfficialDocument, lists: Registries
) -> Iterator[PastedFrame]:
    """Yield the result of :func:`pasted_frames`.

    ``lines`` are the lines of the text that have words, as (number, line).
    """
    body = text.page.body
    if head := letterhead_in(lines, document, lists):
        yield _with_rules(head, text)
    ends = len(lines)
    if ANNEX in body:
        ends = next((at for at, (_, line) in enumerate(lines) if at and APPENDIX.match(line)), ends)
    most = _MOST_LINES if "ơi nhận" in body else ONLY_SIGNED
    if end := end_in(lines[max(0, ends - most) : ends], document):
        yield _with_rules(end, text)


def _with_rules(frame: PastedFrame, text: Text) -> PastedFrame:
    """Return a pasted part with the lines right below it that have only signs: a rule, or a table's delimiter row."""
    below = text.page.body.split("\n")[frame.last + 1 - text.page.body_line :]
    rules = sum(1 for _ in takewhile(lambda line: line.strip() and not line.strip(BLANK), below))
    return replace(frame, last=frame.last + rules)
