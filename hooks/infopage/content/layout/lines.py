"""Tells what a single line of prose is: a list item, a label, a table row, a horizontal rule or plain text."""

import re
from typing import NamedTuple

_BLANKS = " \t\xa0\u2002-\u200a\u3000"
_INDENT = re.compile(f"[{_BLANKS}]*")
_ITEM = re.compile(
    rf"(?P<mark>[-+*•·●○▪■◦‣]|\d{{1,3}}\.)[{_BLANKS}]+(?=[^{_BLANKS}])"
    rf"|(?P<tight>[•●▪■◦‣]|[-+](?=[^\W\d_]))(?=\S)"
    rf"|(?P<word>[oØü§v])(?:\t|[{_BLANKS}]{{2,}})[{_BLANKS}]*(?=[^{_BLANKS}])"
)
_LABEL = re.compile(
    r"(?:\(?(?:[a-zđA-ZĐ]|\d{1,3}|[ivx]{1,4})\)|\d{1,2}(?:\.\d{1,2})+\.?|[a-zđA-ZĐ]\.|[IVXL]+[.\-–/]|[–—―✓✔➢►▶→⇒☐☑]"
    r"|Điều \d+[.:])(?=[\s\xa0])|[–—―✓✔➢►▶→⇒☐☑](?=\S)|\d{1,3}\.(?=[^\W\d_])"
)
_RULE = re.compile(r"(?:(?:-[ ]{0,2}){3,}|(?:_[ ]{0,2}){3,}|(?:\*[ ]{0,2}){3,})")
_DELIMITERS = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
_STARS = re.compile(r"(?<=\d)\*(?=\d)|(?<=\()\*+(?=\))")
RANKS = {"1": 0, "*": 1, "•": 2, "-": 3, "+": 4, "o": 5}
"""The usual nesting depth of each type of list mark (``1`` means any number)."""


class LaidLine(NamedTuple):
    """A line that is not blank."""

    indent: int
    """The column, from 0, where the line's text begins, with tab stops every four columns."""
    text: str
    """The line without its indentation."""


class Mark(NamedTuple):
    """The mark (bullet or number) of a list item."""

    family: str
    """The type of mark: ``1`` for any number, or the bullet ``*``, ``•``, ``-``, ``+`` or ``o``."""
    number: int
    """The number of the list item; 0 if its mark is a bullet."""
    text: str
    """The text of the line after the mark."""

    @property
    def rank(self) -> int:
        """The usual nesting depth of the mark in Vietnamese texts: ``+`` is inside ``-``, which is inside ``1.``."""
        return RANKS[self.family]

    def __str__(self) -> str:
        return f"{self.number}. {self.text}" if self.family == "1" else f"- {self.text}"


def read(line: str) -> LaidLine:
    """Return a line split into its indentation and its text."""
    found = _INDENT.match(line)
    assert found
    indent = 0
    for sign in found[0]:
        indent += 4 - indent % 4 if sign == "\t" else 1
    return LaidLine(indent, line[found.end() :])


def item(text: str) -> Mark | None:
    """Return the list mark that a line begins with, including bullets unknown to Markdown; None if there is none.

    >>> item("• Một"), item("12. Hai")
    (Mark(family='•', number=0, text='Một'), Mark(family='1', number=12, text='Hai'))
    """
    if not (found := _ITEM.match(text)) or is_rule(text):
        return None
    rest = text[found.end() :]
    if found["word"]:
        return Mark("o", 0, rest)
    mark = found["mark"] or found["tight"]
    if mark[0].isdigit():
        return Mark("1", int(mark[:-1]), rest)
    return Mark(mark if mark in "*-+" else "•", 0, rest)


def is_label(text: str) -> bool:
    """Tell whether a line begins with a label that is not Markdown, and is kept as typed: ``a)``, ``1.1.``, ``II.``."""
    return _LABEL.match(text) is not None


def is_rule(text: str) -> bool:
    """Tell whether a line is a horizontal rule."""
    return _RULE.fullmatch(text.rstrip()) is not None


def is_delimiter_row(text: str) -> bool:
    """Tell whether a line is the delimiter row of a table: the dashes below its header row."""
    return "-" in text and _DELIMITERS.fullmatch(text.strip()) is not None


def begins_table(text: str, following: str) -> bool:
    """Tell whether ``text`` is the header row of a table, and ``following``, the next line, its delimiter row."""
    return "|" in text and "|" in following and is_delimiter_row(following)


def literal(text: str) -> str:
    """Return a text in which stars that are not emphasis are escaped: in ``3*4*5``, and in ``(*)`` for a remark.

    >>> literal("(*) 3*4")
    '(\\\\*) 3\\\\*4'
    """
    return text if "*" not in text or "`" in text else _STARS.sub(lambda found: found[0].replace("*", "\\*"), text)
