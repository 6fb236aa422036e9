"""Finds a letterhead and signatures pasted into a document's text.

The site prints both from keys, so they appear twice.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from infopage.content.letterhead_cells import BLANK, annex_at, numbered
from infopage.content.model import OfficialDocument
from infopage.content.pasted_end import ONLY_SIGNED, end_in
from infopage.content.pasted_letterhead import letterhead_above, letterhead_in
from infopage.content.pasted_part import PastedFrame
from infopage.content.registries import Registries
from infopage.content.texts import Text

_MOST_LINES = 60


def pasted_frames(text: Text, document: OfficialDocument, lists: Registries) -> Iterator[PastedFrame]:
    """Yield the pasted letterhead of a document's text, that of its first annex, then its recipients and signatures.

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
    annex = annex_at(text, lines, after=1)
    ends = letterhead_above(annex, lines, document, lists) if annex < len(lines) else annex
    if ends < annex:
        yield _with_rules(PastedFrame(lines[ends][0], lines[annex - 1][0], is_end=False, is_said=True), text)
    most = _MOST_LINES if "ơi nhận" in body else ONLY_SIGNED
    if end := end_in(lines[max(0, ends - most) : ends], document):
        yield _with_rules(end, text)


def _with_rules(frame: PastedFrame, text: Text) -> PastedFrame:
    """Return a pasted part with the lines around it that have no words: dashes below, empty first rows of a table."""
    lines = text.page.body.split("\n")
    first, last = frame.first - text.page.body_line, frame.last - text.page.body_line
    while lines[first - 1 : first] and lines[first - 1].strip() and not lines[first - 1].strip(BLANK):
        first -= 1
    below = list(takewhile(lambda line: not line.strip(BLANK), lines[last + 1 :]))
    while below and not below[-1].strip():
        below.pop()
    return replace(frame, first=first + text.page.body_line, last=frame.last + len(below))
