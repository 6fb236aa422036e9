"""Attributes of an index entry as codes (hashes): its date, its signers, and the bodies that issued it.

A date has a code for its day, month, quarter and year. hooks/theme/search/attributes.js makes the same codes of the
dates and names in a query.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from infopage.language.analysis import syllables, title_code, word_code
from infopage.outputs.search.titles import word_codes

OWN, KIN = 5, 3
"""The levels (weights) of codes of an entry's own attributes, and of bodies before or after the one that issued it."""

_MARK = "@"
"""The word put before a name when its code (hash) is made. No title begins with it, so no title has the same code."""


def attribute_levels(date: str, own: Iterable[str], kin: Iterable[str]) -> dict[int, int]:
    """Return the codes (hashes) of an entry's attributes, each with its level (weight).

    ``date`` is in ISO 8601, a year, or empty. ``own`` are the names of its signers and issuing bodies, and ``kin``
    those of the bodies' predecessors and successors.
    """
    found = dict.fromkeys((code for name in kin for code in _name_codes(name)), KIN)
    found |= dict.fromkeys((code for name in own for code in _name_codes(name)), OWN)
    return found | dict.fromkeys((word_code(f"@{key}") for key in date_keys(date)), OWN)


def date_keys(date: str) -> Iterator[str]:
    """Yield the keys by which a query finds a date: its day, month, quarter and year.

    Day, month and quarter also have a key without the year. ``date`` is in ISO 8601.

    >>> list(date_keys("2026-10-12"))
    ['2026', '2026-10', '2026q4', '-10', 'q4', '2026-10-12', '-10-12']
    """
    year, *rest = date.split("-")
    if year:
        yield year
    if rest:
        month, quarter = int(rest[0]), (int(rest[0]) + 2) // 3
        yield from (f"{year}-{month}", f"{year}q{quarter}", f"-{month}", f"q{quarter}")
        if len(rest) > 1:
            yield from (f"{year}-{month}-{int(rest[1])}", f"-{month}-{int(rest[1])}")


@lru_cache(1 << 12)
def _name_codes(name: str) -> Sequence[int]:
    words = [word for word in syllables(name) if word]
    if len(words) < 2:
        return ()
    folded, exact = word_codes(words[-1])
    return (
        title_code([_MARK, *(word.folded for word in words)], folded),
        title_code([_MARK, *(word.exact for word in words)], exact),
    )
