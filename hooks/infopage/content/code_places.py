"""Finds the code in a Markdown body, because an HTML tag within code does not count as a tag."""

import re
from dataclasses import dataclass, field
from functools import cached_property

from infopage.content.layout.lines import item
from infopage.content.layout.parts import STEP, begins_part, is_code, is_note

BLANK_LINE = re.compile(r"\n[ \t]*\n")


@dataclass
class CodePlaces:
    """Finds the lines and the code of one body. All positions are offsets in ``body``."""

    body: str
    official: bool
    """Whether this is the text of an official document, in which indented lines are not code."""
    _no_ticks: dict[int, int] = field(default_factory=dict)
    """A cache of failed searches for closing backticks: number of backticks -> offset where the search ended.

    Later backticks of this number, up to that offset, open no code either, so they need no search.
    """

    def begins_line(self, at: int) -> bool:
        """Tell whether at most three spaces, and nothing else, come before the offset ``at`` on its line."""
        start = self.body.rfind("\n", max(0, at - STEP), at) + 1
        return (start > 0 or at < STEP) and not self.body[start:at].strip(" ")

    def end_of_line(self, at: int) -> int:
        """Return the offset of the end of the line that contains the offset ``at``."""
        end = self.body.find("\n", at)
        return end if end >= 0 else len(self.body)

    def is_indented_code(self, at: int) -> bool:
        """Tell whether the offset ``at`` is on a line of indented code."""
        return not self.official and (self.body.rfind("\n", 0, at) + 1) in self._indented

    @cached_property
    def _indented(self) -> frozenset[int]:
        """The offsets of the lines of indented code: lines that are indented after a blank line, outside lists."""
        found: list[int] = []
        at, is_after_blank, is_list = 0, True, False
        for line in self.body.split("\n"):
            text = line.strip()
            is_set_in = line.startswith((" " * STEP, "\t")) and (text.startswith("<") or not begins_part(text))
            if text and not line.startswith((" ", "\t")):
                is_list = item(text) is not None or is_note(text)
            elif text and is_after_blank and not is_list and is_set_in and is_code([line]):
                found.append(at)
                text = ""  # so that an indented line below is code too, as after a blank line
            is_after_blank = not text
            at += len(line) + 1
        return frozenset(found)

    def end_of_code(self, ticks: re.Match[str]) -> int:
        """Return the offset where the code opened by the backticks ``ticks`` ends.

        If they do not open any code, this is the end of the backticks.
        """
        length = len(ticks[0])
        blank = BLANK_LINE.search(self.body, ticks.end())
        end = blank.start() if blank else len(self.body)
        if self._no_ticks.get(length, -1) >= ticks.end():
            return ticks.end()
        found = re.compile(rf"(?<!`)`{{{length}}}(?!`)").search(self.body, ticks.end(), end)
        if found:
            return found.end()
        self._no_ticks[length] = end
        return ticks.end()
