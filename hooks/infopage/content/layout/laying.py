"""Rewrites a prose body line by line, so that Markdown reads each block as the editor meant it."""

import re
from itertools import pairwise, takewhile

from infopage.content.layout.levels import Levels, Placed
from infopage.content.layout.lines import LaidLine, begins_table, is_label, item, literal, read
from infopage.content.layout.parts import (
    STEP,
    as_it_stands,
    begins_part,
    is_code,
    is_note,
    is_reference,
    sets_in_paragraphs,
    stands_alone,
)
from infopage.content.layout.wrapping import Joint, goes_on, joint, width_of

SEPARATOR = "\ue002"
"""A paragraph put between lists to keep Markdown from joining them; removed from the HTML. Editors must not use it."""

_TO_DO = re.compile(
    r"^[ \t\xa0\u2002-\u200a\u3000]|\S[^\S\n]*\n(?=\S)|^(?:[-+*•·●○▪■◦‣oØü§v!]|\d)|\d\*\d|\(\*", re.MULTILINE
)
_YEAR = re.compile(r"(\d{4,})\.(?=[\s\xa0])")
_STAR = re.compile(r"\*(?=[^\s*])")
_CLOSING_STAR = re.compile(r"[^\s*\\]\*(?!\*)")
_LONGEST_VERSE = 40
_FOOTNOTE = re.compile(r"\s*\[\^[^\]]*\]:")  # indented ones too: Markdown has no notes within notes
_FRAME = re.compile(r"!!! ?(?!(?:note|warning|tip|quote)\b)([^\"]*[^\W\d_][ ][^\"]+?)\s*")


def laid_out(body: str) -> str:
    """Return a prose body with its lists, tables, paragraphs and line breaks written as Markdown requires.

    >>> laid_out("Gồm có:\\n• một;\\n• hai.\\nHết.")
    'Gồm có:\\n\\n- một;\\n- hai.\\n\\nHết.'
    """
    if not _TO_DO.search(body):
        return body
    return "\n".join(_Layout(body.split("\n")).run())


class _Layout:
    """Rewrites the lines of a body, or of a quotation or note inside a body."""

    def __init__(self, lines: list[str]) -> None:
        self._lines = lines
        self._at = 0
        self._out: list[str] = []
        self._levels = Levels()
        self._above: str | None = None  # the line above in the same block; None if a new block begins
        self._is_item = False  # whether the current block began as a list item
        texts = [read(line).text.rstrip() for line in lines]
        self._width = width_of(pair for pair in pairwise(texts) if all(pair) and not begins_part(pair[1]))
        self._is_indented = sets_in_paragraphs(lines)

    def run(self) -> list[str]:
        """Return the lines of the body, rewritten so that Markdown reads each block as it was meant."""
        while self._at < len(self._lines):
            line = read(self._lines[self._at])
            if not line.text.strip():
                if self._out[-1:] != [""]:
                    self._out.append("")
                self._above = None
                self._at += 1
            else:
                self._part(line)
        return self._out

    def _part(self, line: LaidLine) -> None:
        following = self._lines[self._at + 1] if self._at + 1 < len(self._lines) else ""
        text = line.text
        if count := as_it_stands(self._lines, self._at):
            self._verbatim(count)
        elif text.startswith(">"):
            self._quotation(line)
        elif begins_table(text, following):
            self._rows(line)
        elif is_note(text):
            self._note(text)
        elif is_reference(text) or stands_alone(text, below_text=self._above is not None):
            self._own_line(text)
        elif not (self._item(line) or self._is_code_block(line)):
            self._plain(line)

    def _blank(self) -> None:
        """End the current block with a blank line, unless there is one already."""
        if self._out and self._out[-1] != "":
            self._out.append("")

    def _take(self, line: str, above: str | None) -> None:
        self._out.append(line)
        self._above = above
        self._at += 1

    def _own_line(self, text: str) -> None:
        """Rewrite a heading, rule, link definition or attributes (``{: … }``), which stay on lines of their own."""
        self._levels.clear()
        if not (is_reference(text) and (text.startswith("{:") or is_reference("".join(self._out[-1:])))):
            self._blank()
        self._take(text, None)
        if not (self._at < len(self._lines) and is_reference(read(self._lines[self._at]).text)):
            self._blank()

    def _verbatim(self, count: int) -> None:
        self._blank()
        self._out += self._lines[self._at : self._at + count]
        self._at += count
        self._above = None
        self._levels.clear()
        self._blank()

    def _quotation(self, line: LaidLine) -> None:
        inside = self._inside(line.indent)
        if self._above is not None or not inside:
            self._blank()
        quoted: list[str] = []
        while self._at < len(self._lines):
            text = read(self._lines[self._at]).text
            if text.startswith(">"):
                quoted.append(text[1:].removeprefix(" "))
            elif not (quoted and text and self._is_one_line(quoted[-1], text)):
                break
            else:
                quoted.append(text)
            self._at += 1
        self._out += (f"{inside}> {one}" if one else f"{inside}>" for one in _Layout(quoted).run())
        self._above = None
        self._blank()

    def _is_one_line(self, above: str, below: str) -> bool:
        return (
            bool(above.strip() and below.strip())
            and not begins_part(below)
            and joint(above.lstrip(), below, self._width) is Joint.ONE_LINE
        )

    def _rows(self, line: LaidLine) -> None:
        inside = self._inside(line.indent)
        self._blank()
        while self._at < len(self._lines) and "|" in (row := self._lines[self._at]):
            self._out.append(inside + literal(read(row).text))
            self._at += 1
        self._above = None
        self._blank()

    def _note(self, text: str) -> None:
        """Rewrite a footnote, definition or admonition, together with the indented lines below, which belong to it."""
        self._levels.clear()
        if self._above is not None and not text.startswith(":"):
            self._blank()
        frame = _FRAME.fullmatch(text)
        self._take(f'!!! note "{frame[1][:1].upper()}{frame[1][1:]}"' if frame else text, text)
        inner: list[str] = []
        while self._at < len(self._lines):
            line = self._lines[self._at]
            if line.strip() and (not read(line).indent or _FOOTNOTE.match(line)):
                break
            if self._is_indented and not text.startswith("!!!") and inner and not inner[-1].strip():
                break
            inner.append(line)
            self._at += 1
        indents = [read(line).indent for line in inner if line.strip()]
        shift = min([STEP, *indents])
        laid = _Layout([" " * max(0, read(one).indent - shift) + read(one).text for one in inner]).run()
        self._out += (" " * STEP + one if one else "" for one in laid)
        following = read(self._lines[self._at]).text if self._at < len(self._lines) else ""
        if inner or text.startswith("!!!") or not self._is_one_line(text, following):
            self._above = None
            if not following.startswith(":"):
                self._blank()

    def _item(self, line: LaidLine) -> bool:
        mark = item(line.text)
        if mark is None:
            return False
        depth = len(self._levels)
        placed = self._levels.place(line.indent, mark, after_blank=self._above is None)
        if self._above is not None and not (self._is_item and (placed is Placed.NEXT or len(self._levels) > depth)):
            self._blank()
        inside = " " * STEP * (len(self._levels) - 1)
        if placed is Placed.ANEW:
            self._blank()
            self._out += [inside + SEPARATOR, ""]
        self._take(inside + _literal(str(mark)), mark.text)
        self._is_item = True
        return True

    def _is_code_block(self, line: LaidLine) -> bool:
        if self._above is not None or line.indent < STEP or (self._levels and not self._is_indented):
            return False
        count = 0
        while self._at + count < len(self._lines) and self._lines[self._at + count].strip():
            count += 1
        block = self._lines[self._at : self._at + count]
        if not is_code(block):
            return False
        self._verbatim(count)
        return True

    def _inside(self, indent: int) -> str:
        """Close the lists that do not contain a line in column ``indent``; return the spaces to put before the line."""
        self._levels.keep(self._levels.depth_at(indent))
        return " " * STEP * len(self._levels)

    def _is_closed(self) -> bool:
        """Tell whether the emphasis that a star opens at the beginning of the current line ends in the same block."""
        rest = takewhile(str.strip, self._lines[self._at : self._at + _LONGEST_VERSE])
        return any(_CLOSING_STAR.search(line) for line in rest)

    def _plain(self, line: LaidLine) -> None:
        text = _literal(line.text)
        if _STAR.match(text) and not self._is_closed():
            text = f"\\{text}"
        if self._above is None:
            if self._is_indented:
                self._levels.clear()
            self._is_item = False
            self._take(self._inside(line.indent) + text, line.text)
            return
        how = self._joint(line, self._above)
        if how is Joint.PARAGRAPHS:
            self._levels.clear()
            self._blank()
            self._is_item = False
        elif self._out[-1].endswith("\\"):
            self._out[-1] = f"{self._out[-1][:-1]}  "
        elif how is Joint.LINE_BREAK:
            self._out[-1] = f"{self._out[-1].rstrip()}  "
        self._take(" " * STEP * len(self._levels) + text, line.text)

    def _joint(self, line: LaidLine, above: str) -> Joint:
        """Return how ``line`` joins the line ``above`` it: as one line, after a line break, or as a new paragraph."""
        how = Joint.PARAGRAPHS if is_label(line.text) else joint(above, line.text, self._width)
        if how is Joint.ONE_LINE:
            return how
        if self._levels:
            if not self._levels.depth_at(line.indent):
                return Joint.PARAGRAPHS
            goes_on_here = goes_on(above, line.text) and not is_label(line.text)
            return Joint.ONE_LINE if goes_on_here else Joint.LINE_BREAK
        set_in = line.indent >= STEP - 1 and not read(self._lines[self._at - 1]).indent
        return Joint.PARAGRAPHS if set_in else how


def _literal(text: str) -> str:
    """Return a line in which characters not meant as Markdown are escaped: stars, and the full stop of ``2025.``."""
    return literal(_YEAR.sub(r"\1\\.", text) if _YEAR.match(text) else text)
