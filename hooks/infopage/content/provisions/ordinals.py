"""Follows lists whose lines begin with an ordinal and no label: ``Một là, …``, ``Hai là, …``, ``Thứ ba: …``."""

import re
from collections.abc import Sequence

from infopage.content.provisions.outline import Open

_COUNTED = "một hai ba bốn năm sáu bảy tám chín mười".split()
_ORDERED = "nhất hai ba tư năm sáu bảy tám chín mười".split()
_LINE = re.compile(
    rf"[*_]*(?:(?P<counted>{'|'.join(_COUNTED)}) là|thứ (?P<ordered>{'|'.join(_ORDERED)}))"
    r"(?=\s*[*_]*(?:[,:.]|[-–]\s| là\b))",
    re.IGNORECASE,
)
_BEGINS = frozenset("MHBNSTCmhbnstc*_")
"""The characters with which such a line may begin, for a quick test."""


class Ordinals:
    """Finds which provisions contain the next line of such a list: those that contain its first line."""

    def __init__(self) -> None:
        self._holders: dict[bool, tuple[int, tuple[Open, ...]]] = {}
        """For both forms of list (whether it is ``Một là``): the last number, and the holders of the first line."""

    def holders(self, line: str, open: Sequence[Open]) -> int:
        """Return how many of the ``open`` provisions, from the outermost, contain a ``line`` without a label.

        All do, unless the line goes on with a list that began before some of them: ``Ba là, …`` is not inside the
        point b) of ``Hai là: …``.
        """
        found = _LINE.match(line) if line[0] in _BEGINS else None
        if not found:
            return len(open)
        is_counted = found["counted"] is not None
        words = _COUNTED if is_counted else _ORDERED
        number = words.index((found["counted"] or found["ordered"]).lower()) + 1
        last, holders = self._holders.get(is_counted, (0, ()))
        if number == 1 or number != last + 1 or tuple(open[: len(holders)]) != holders:
            holders = tuple(open)
        self._holders[is_counted] = number, holders
        return len(holders)
