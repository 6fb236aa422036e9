"""Finds lines that only go on with the line above: copying from a page breaks sentences."""

import re

from infopage.content.provisions.outline import TextLine
from infopage.content.provisions.ranks import Rank
from infopage.content.provisions.titles import is_capitals

_OPEN_END = re.compile(r"[\w,\-–/%][*_]*$")
_SYMBOL = re.compile(r"[0-9]{1,4}[A-ZĐ]?\s?[-/–]\s?(?:[0-9]{4}/)?[A-ZĐ][\wĐ]{1,}")
_SMALL = re.compile(r"[^\W\d_]{2,}[\s,.;:]|[^\W\d_]+$")
_LEAST, _REST = 50, 25
"""A line that a page breaks is at least ``_LEAST`` characters long, and what goes on below it at least ``_REST``.

Shorter lines may stand for themselves, such as the units and signs below a formula.
"""


def goes_on(above: str, line: TextLine, number_above: int) -> bool:
    """Tell whether ``line``, which has no label, goes on with the sentence of the line ``above`` it.

    It then begins with a number or with a small letter, and the line above has no end of a sentence.
    """
    if line.number != number_above + 1 or not _OPEN_END.search(above) or is_capitals(above):
        return False
    text = line.text
    if text[0].isdecimal():
        return bool(_SYMBOL.match(text)) or any(label.rank is Rank.CLAUSE for label in line.readings)
    return text[0].islower() and len(above) >= _LEAST and len(text) >= _REST and bool(_SMALL.match(text))
