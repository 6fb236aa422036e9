"""Finds the letterhead and signature of a document pasted into its text: the site prints both from keys too."""

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
    """Yield the letterhead, and the recipients and signature, pasted into the text; ``lists`` are the registries."""
    return frames_in(list(numbered(text)), text, document, lists)


def frames_in(
    lines: Sequence[tuple[int, str]], text: Text, document: OfficialDocument, lists: Registries
) -> Iterator[PastedFrame]:
    """Yield the :func:`pasted_frames` of a text, given its ``lines`` with words as (number, line)."""
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
    """Return a frame with the lines right below it that are only signs: a rule, or the second row of a table."""
    below = text.page.body.split("\n")[frame.last + 1 - text.page.body_line :]
    rules = sum(1 for _ in takewhile(lambda line: line.strip() and not line.strip(BLANK), below))
    return replace(frame, last=frame.last + rules)
