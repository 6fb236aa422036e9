"""Reads the lines above and below the text of a document as cells: the number, the date, names of bodies, people."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from infopage.content.registries import Registries
from infopage.content.registry_entries import Issuer
from infopage.content.texts import Text
from infopage.language.folding import fold
from infopage.language.spacing import spaced
from infopage.language.symbols import Symbol

_CELLS = re.compile(r"\||<[Bb][Rr] ?/?>|\t| {3,}|(?<=[A-ZĐ\d])\s+(?=[A-ZĐ]\S*(?: [^\s,|]+){0,4}, ngày \d)")
_TRIM = " *_#>\\-–—=.\u00a0"
BLANK = f"{_TRIM}|:"
_APPENDIX = re.compile(r"\W*PHỤ LỤC\b")
_ANNEXES = ("phu-luc", "mau-", "kem-theo")
"""The beginnings of the anchors of appendices, forms and attached texts."""
_DATE = re.compile(
    r"(?:[^\d,]{2,40},\s*)?ngày\s+(\d{1,2})(?:\s+tháng\s+(\d{1,2})\s+năm\s+|/(\d{1,2})/)(\d{4})", re.IGNORECASE
)
_LONGEST_DATE = len("ngày 30 tháng 11 năm 2026") + 42
_NUMBER = re.compile(r"Số\s*:?\s*(\d[^,]*?)", re.IGNORECASE)
_BOTH = re.compile(rf"({_NUMBER.pattern}),?\s+({_DATE.pattern})", re.IGNORECASE)
NAME = re.compile(r"(?:[^\W\d_]+\.\s?){0,3}(?:[^\W\d_’']+(?:[’'][^\W\d_]+)?(?: |$)){2,6}")


Lines = Sequence[tuple[int, str]]
"""Lines of a text, each with its number in the file."""


class Cell(NamedTuple):
    """One of the parts of a line that are printed side by side."""

    line: int
    """The number of the cell's line in the file, from 1."""
    text: str
    """The words of the cell, without Markdown signs around them."""


def cells(lines: Iterable[tuple[int, str]]) -> Iterator[Cell]:
    """Yield the cells of lines, which are given as (number, line)."""
    for number, line in lines:
        for part in _CELLS.split(line) if _may_part(line) else (line,):
            if not (cell := spaced(part.strip(_TRIM))):
                continue
            if cell[0] in "Ss" and (both := _BOTH.fullmatch(cell)):
                yield from (Cell(number, both[1]), Cell(number, both[3]))
            else:
                yield Cell(number, cell)


def _may_part(line: str) -> bool:
    """Tell whether a line has a separator of cells (parts of a line that are printed side by side).

    Searching for the separators is faster than splitting every line.
    """
    return "|" in line or "<" in line or "\t" in line or "   " in line or ", ngày " in line


def numbered(text: Text) -> Iterator[tuple[int, str]]:
    """Return the lines of a text's body that have words, each with its number in the file."""
    lines = enumerate(text.page.body.split("\n"), text.page.body_line)
    return ((number, line) for number, line in lines if line.strip(BLANK))


def annex_at(text: Text, lines: Sequence[tuple[int, str]], after: int = 0) -> int:
    """Return the index of the line, of ``lines`` of a text, where its first annex begins; their number if it has none.

    The lines before the index ``after`` are not searched.
    """
    begins = 0
    if any(anchor.startswith(_ANNEXES) for anchor in text.rendered.anchors):
        annexes = (p for p in text.rendered.provisions if p.anchor.startswith(_ANNEXES))
        begins = next(annexes).number + text.page.body_line - 1
    elif "PHỤ LỤC" not in text.page.body:
        return len(lines)
    found = (at for at, (number, line) in enumerate(lines) if number == begins or _APPENDIX.match(line))
    return next((at for at in found if at >= after), len(lines))


def symbol_in(cell: str) -> Symbol | None:
    """Return the number and symbol that a cell consists of: ``Số: 05-NQ/TU``; None if it is something else."""
    try:
        return Symbol.parse(found[1]) if (found := _NUMBER.fullmatch(cell)) else None
    except ValueError:
        return None


def is_same(one: Symbol, other: Symbol | None) -> bool:
    """Tell whether two symbols are the same, however they are spelled."""
    return (
        other is not None
        and one.ordinal == other.ordinal
        and fold(str(one)).lstrip("0") == fold(str(other)).lstrip("0")
    )


def day_in(cell: str) -> date | None:
    """Return the date that a cell consists of, with or without a place before it; None if it is something else."""
    if len(cell) > _LONGEST_DATE or not (found := _DATE.fullmatch(cell)):
        return None
    try:
        return date(int(found[4]), int(found[2] or found[3]), int(found[1]))
    except ValueError:
        return None


@lru_cache(maxsize=10_000)
def plain_name(name: str) -> str:
    """Return the name of an issuer in lower case without Vietnamese marks. Cached, because every document needs it."""
    return fold(name)


def names_of(issuer: Issuer) -> set[str]:
    """Return the names of an issuer, and the names printed above its own, in the form of :func:`plain_name`."""
    printed = " ".join(issuer.printed_name)
    above = (*issuer.printed_above, " ".join((*issuer.printed_above, printed)))
    return {
        plain_name(name) for name in (issuer.name, issuer.short_name, printed, *issuer.printed_name, *above) if name
    }


def bodies_above(issuer: Issuer, lists: Registries) -> set[str]:
    """Return the ids of all bodies above an issuer in the registries ``lists``."""
    found: set[str] = set()
    ahead = set(issuer.parents)
    while ahead := {id for id in ahead if id in lists.issuers} - found:
        found |= ahead
        ahead = {parent for id in ahead for parent in lists.issuers[id].parents}
    return found


def is_named(name: str, signed: str) -> bool:
    """Tell whether ``name`` and ``signed`` name the same person: they are equal, or one is the end of the other."""
    one, other = fold(name), fold(signed)
    return one.endswith(other) or other.endswith(one)
