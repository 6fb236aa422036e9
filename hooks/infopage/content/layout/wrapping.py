"""Tells whether a line continues the line above (a program wrapped the text there) or is a line of its own."""

import re
from collections.abc import Iterable
from enum import Enum

_ENDS = frozenset('.:;!?…”"')
_SHORT = 50
_BREAKS = re.compile(r"(?:  |<br\s*/?>)\s*\Z", re.IGNORECASE)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


class Joint(Enum):
    """How two successive lines of one block are joined."""

    ONE_LINE = "one line"
    LINE_BREAK = "line break"
    PARAGRAPHS = "paragraphs"


def goes_on(above: str, below: str) -> bool:
    """Tell whether the line ``below`` continues a sentence that the line ``above`` has not ended."""
    return below[:1].islower() and above[-1:] not in _ENDS


def width_of(pairs: Iterable[tuple[str, str]]) -> int:
    """Return the width, in characters, at which a program wrapped a text; 0 if every line break is intended.

    ``pairs`` are the pairs of successive lines of the text.
    """
    return max((len(above) for above, below in pairs if len(above) >= _SHORT and goes_on(above, below)), default=0)


def joint(above: str, below: str, width: int) -> Joint:
    """Return how the line ``below`` is joined to the line ``above``; ``width`` is the result of :func:`width_of`.

    >>> joint("Câu thứ nhất, dài hơn năm mươi chữ cái một chút để đủ.", "Câu thứ hai.", 0)
    <Joint.PARAGRAPHS: 'paragraphs'>
    >>> joint("Địa chỉ: số 1", "Điện thoại: 0200", 0)
    <Joint.LINE_BREAK: 'line break'>
    """
    bare = above.rstrip()
    if _BREAKS.search(above) or _BREAK.match(below):
        return Joint.ONE_LINE
    ended = bare[-1:] in _ENDS
    if width:
        is_full = len(bare) + 1 + len(below.split(maxsplit=1)[0]) > width
        if is_full or (not ended and len(bare) >= 0.7 * width):
            return Joint.ONE_LINE
    return Joint.PARAGRAPHS if ended and max(len(bare), len(below)) >= _SHORT else Joint.LINE_BREAK
