"""Finds lines that only go on with the line above: copying from a page breaks sentences."""

import re

from infopage.content.provisions.outline import TextLine
from infopage.content.provisions.ranks import Rank
from infopage.content.provisions.titles import is_capitals

_OPEN_ENDS = ",-–/%"
_SYMBOL = re.compile(r"[0-9]{1,4}[A-ZĐ]?\s?[-/–]\s?(?:[0-9]{4}/)?[A-ZĐ][\wĐ]{1,}")
_HANGS = re.compile(
    r"\b(?:số|ngày|tháng|năm|quý|khoản|điểm|điều|mục|là|được|đạt|có|khoảng|trên|dưới|gần|hơn|từ|đến|và|của|theo|tại|các|với"
    r"|trong|về|thành|còn|ít nhất|tối thiểu|tối đa|bình quân|tổng cộng|,|-|–)$",
    re.IGNORECASE,
)
_SMALL = re.compile(r"[^\W\d_]{2,}[\s,.;:]|[^\W\d_]+$")
_LEAST, _REST = 50, 25
"""A line that a page breaks is at least ``_LEAST`` characters long, and what goes on below it at least ``_REST``.

Shorter lines may stand for themselves, such as the units and signs below a formula.
"""


def goes_on(above: str, line: TextLine, number_above: int) -> bool:
    """Tell whether ``line``, which has no label, goes on with the sentence of the line ``above`` it.

    It then begins with a number or with a small letter, and the line above has no end of a sentence.
    """
    first = line.text[0]
    is_number = first.isdecimal()
    if not (is_number or first.islower()) or line.number != number_above + 1:
        return False
    end = above.rstrip("*_")[-1:]
    if not (end.isalnum() or end in _OPEN_ENDS) or is_capitals(above):
        return False
    if is_number:
        begins = bool(_SYMBOL.match(line.text)) or any(label.rank is Rank.CLAUSE for label in line.readings)
        return (begins and len(above) >= _LEAST) or bool(_HANGS.search(above))
    return len(above) >= _LEAST and len(line.text) >= _REST and bool(_SMALL.match(line.text))
