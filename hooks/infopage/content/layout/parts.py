"""The parts of a body that are no plain paragraph: what a line of them begins with, and how far they reach."""

import re
from collections.abc import Sequence

from markdown.util import BLOCK_LEVEL_ELEMENTS

from infopage.content.layout.lines import is_label, is_rule, item, read

STEP = 4
"""Columns that Markdown sets in for what stands within."""

DEEPEST = 100
"""How many elements may stand in one another; what goes deeper is no text, and takes browsers and us too long."""

_RAW = re.compile(
    rf"<(?P<tag>{'|'.join(sorted({*BLOCK_LEVEL_ELEMENTS, 'dialog', 'svg', 'template'} - {'hr'}))})(?=[\s>/])"
    r"|<!--|<\?(?=[a-z])|<!(?=[a-z\[])",
    re.IGNORECASE,
)
_FENCE = re.compile(r"(?:```|~~~)")
_NOTE = re.compile(r"\[\^[^\]]*\]:|!!!(?= ?\w)|:(?=[ \t])")
_REFERENCE = re.compile(r"\*?\[[^\]]*\]:|\{:")
_HEADING = re.compile(r"#{1,6}(?!#)")
_DASHES = re.compile(r"-{1,2}\s*")
_CODE = re.compile(r"[{}\[\]<>$\\/_=]|\w[.:]\w|--")
_QUOTED = re.compile(r"\"[^\"]*\"")
_PROSE = re.compile(r"[^\x00-\x7f…–—“”]")


def is_note(text: str) -> bool:
    """Tell whether a line begins a footnote, an admonition or a definition, which what is set in below belongs to."""
    return _NOTE.match(text) is not None


def is_reference(text: str) -> bool:
    """Tell whether a line is an address that links refer to, an abbreviation or a list of attributes."""
    return _REFERENCE.match(text) is not None


def stands_alone(text: str, *, below_text: bool) -> bool:
    """Tell whether a line is a heading or a rule; dashes right below text are no underline of it, as Word has none."""
    return bool(_HEADING.match(text) or is_rule(text) or (below_text and _DASHES.fullmatch(text)))


def begins_part(text: str) -> bool:
    """Tell whether a line begins a part of its own, and so does not go on with the one above."""
    return (
        item(text) is not None
        or is_label(text)
        or is_note(text)
        or is_reference(text)
        or stands_alone(text, below_text=False)
        or text.startswith((">", "|"))
        or bool(_RAW.match(text) or _FENCE.match(text))
    )


def is_code(lines: Sequence[str]) -> bool:
    """Tell whether lines that are set in four columns are for a machine, not a paragraph that Word has indented."""
    text = _QUOTED.sub("", "\n".join(lines))
    return bool(_CODE.search(text)) and not _PROSE.search(text)


def sets_in_paragraphs(lines: Sequence[str]) -> bool:
    """Tell whether the first lines of paragraphs are set in, as Word does, so that this says nothing else."""
    is_list = False
    for number, line in enumerate(lines):
        if not line.strip():
            continue
        indent, text = read(line)
        is_first = number == 0 or not lines[number - 1].strip()
        if is_first and indent >= STEP - 1 and not (is_list or begins_part(text) or is_code([text])):
            return True
        if is_first or begins_part(text):
            is_list = item(text) is not None or is_note(text) or (is_list and indent > 0)
    return False


def as_it_stands(lines: Sequence[str], at: int) -> int:
    """Return how many of the lines from ``at`` are fenced code or a block of HTML, which is left as it is."""
    text = read(lines[at]).text
    if _FENCE.match(text):
        rest = lines[at + 1 :]
        return next((n for n, line in enumerate(rest, 2) if _FENCE.match(line.strip())), len(rest) + 1)
    return _block_of_html(text, lines, at) if _RAW.match(text) else 0


def _block_of_html(text: str, lines: Sequence[str], at: int) -> int:
    """Return how many of the lines from ``at`` a block of HTML has: up to where its element ends."""
    found = _RAW.match(text)
    tag = found["tag"] if found else None
    end = "-->" if text.startswith("<!--") else ">"
    opened = 0
    for count, number in enumerate(range(at, len(lines)), 1):
        line = lines[number]
        if tag and "<" in line:
            opened += len(re.findall(rf"<{tag}(?=[\s>/])", line, re.IGNORECASE))
            opened -= len(re.findall(rf"</{tag}\s*>", line, re.IGNORECASE))
        if opened <= 0 if tag else end in line:
            return count
        if opened > DEEPEST:
            break
    return 1
