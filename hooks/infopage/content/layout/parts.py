"""Recognises headings, notes, code, HTML and other parts of a body by their first lines, and finds where they end."""

import re
from collections.abc import Sequence

from markdown.util import BLOCK_LEVEL_ELEMENTS

from infopage.content.layout.lines import is_label, is_rule, item, read

STEP = 4
"""The indentation of nested blocks in Markdown, in columns."""

DEEPEST = 100
"""The deepest nesting of elements accepted. Real texts have less, and deeper nesting takes too long to process."""

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
    """Tell whether a line begins a footnote, an admonition or a definition. Indented lines below it belong to it."""
    return _NOTE.match(text) is not None


def is_reference(text: str) -> bool:
    """Tell whether a line defines a link (``[a]: …``) or an abbreviation, or is a line of attributes (``{: … }``)."""
    return _REFERENCE.match(text) is not None


def stands_alone(text: str, *, below_text: bool) -> bool:
    """Tell whether a line is a heading or a horizontal rule. ``below_text`` tells whether it is right below text.

    Markdown reads dashes below text as the underline of a heading. Text from Word has no such headings, so even one or
    two dashes below text count as a rule.
    """
    return bool(_HEADING.match(text) or is_rule(text) or (below_text and _DASHES.fullmatch(text)))


def begins_part(text: str) -> bool:
    """Tell whether a line begins a new part (list item, heading, note …) and does not continue the line above."""
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
    """Tell whether lines indented by four columns are program code, not a paragraph that Word has indented."""
    text = _QUOTED.sub("", "\n".join(lines))
    return bool(_CODE.search(text)) and not _PROSE.search(text)


def sets_in_paragraphs(lines: Sequence[str]) -> bool:
    """Tell whether the paragraphs in ``lines`` have indented first lines, as in Word.

    If so, indentation does not mean nesting or code here.
    """
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
    """Return how many lines (0 or more) from the index ``at`` are code or an HTML block, and must be kept unchanged."""
    text = read(lines[at]).text
    if _FENCE.match(text):
        rest = lines[at + 1 :]
        return next((n for n, line in enumerate(rest, 2) if _FENCE.match(line.strip())), len(rest) + 1)
    return _block_of_html(text, lines, at) if _RAW.match(text) else 0


def _block_of_html(text: str, lines: Sequence[str], at: int) -> int:
    """Return the number of lines of the HTML block that begins at the index ``at``; 1 if its element is not closed."""
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
