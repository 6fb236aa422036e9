"""What one cell tells of a person, below a head or behind a label that says what it is about."""

import re
from typing import TypeAlias

from infopage.release.guard.persons.facts import (
    GROWN_UP,
    LATEST,
    PersonFact,
    dates,
    has_identity,
    has_papers,
    mobiles,
)

Kinds: TypeAlias = frozenset[str]
"""What a head or a label is about, as data/bao-ve.yml names it."""

NONE: Kinds = frozenset()
UNKNOWN: Kinds = frozenset(("la",))
"""What a head is about that the data does not know."""
UNDATED: Kinds = frozenset(("khac",))
"""What a key of data is about that the data does not know: a date there is mostly of the data."""
NAMES: Kinds = frozenset(("ho-ten", "nguoi"))
_SILENT: Kinds = frozenset(("viec-chung", "da-mat"))
_LONGEST_DATE = 40
_WORD = re.compile(r"[^\W\d_]{2}")
_OF_THE_WEB = re.compile(r"\s*(?:[a-z][a-z\d+.-]*:\S|\.{0,2}/|#|\S+@\S+\s*$)", re.IGNORECASE)
"""An address that nobody lives at: of a page, of a part of one, of mail."""


def facts_of_cell(
    cell: str, kinds: Kinds, own_numbers: frozenset[str], *, headed: bool, of_office: bool
) -> tuple[set[PersonFact], int]:
    """Return what a cell tells, and the year of birth if it does; ``headed`` where heads stand above the table,
    ``of_office`` where an address there is that of an office.
    """
    facts: set[PersonFact] = set()
    if kinds & _SILENT:
        return facts, 0
    is_open = kinds <= UNKNOWN
    is_unknown = is_open or kinds == UNDATED
    birth, year = _birth(cell, kinds, headed=headed)
    if birth:
        facts.add(birth)
    if "vao-dang" in kinds and any(dates(cell)):
        facts.add(PersonFact.ADMISSION)
    has_words = _WORD.search(cell) is not None and _OF_THE_WEB.match(cell) is None
    if has_words and ("noi-o" in kinds or ("dia-chi" in kinds and not of_office)):
        facts.add(PersonFact.HOME)
    if has_words and "que-quan" in kinds:
        facts.add(PersonFact.ORIGIN)
    if ("giay-to" in kinds and has_papers(cell)) or ((is_unknown or "giay-to" in kinds) and has_identity(cell)):
        facts.add(PersonFact.NUMBER)
    if (is_unknown or "dien-thoai" in kinds) and any(one not in own_numbers for one in mobiles(cell)):
        facts.add(PersonFact.TELEPHONE)
    return facts, year


def _birth(cell: str, kinds: Kinds, *, headed: bool) -> tuple[PersonFact | None, int]:
    """Return what a cell tells of a birth: below no head that is known, only a date that is early enough."""
    when = next(dates(cell), None) if len(cell) < _LONGEST_DATE else None
    if when is None or "vao-dang" in kinds:
        return None, 0
    is_about_birth = "sinh" in kinds or bool(kinds & NAMES)
    if not (is_about_birth or kinds <= UNKNOWN) or when.year > (LATEST if "sinh" in kinds else GROWN_UP):
        return None, 0
    if not (when.whole or is_about_birth or not headed):
        return None, 0
    return (PersonFact.BIRTH_DATE if when.whole else PersonFact.BIRTH_YEAR), when.year
