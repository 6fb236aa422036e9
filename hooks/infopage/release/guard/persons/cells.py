"""The facts about a person in one cell, whose subject is given by a head above it or a label before it."""

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
"""The subjects of a head or a label, as data/bao-ve.yml names them."""

NONE: Kinds = frozenset()
UNKNOWN: Kinds = frozenset(("la",))
"""The subject of a head that data/bao-ve.yml does not list."""
UNDATED: Kinds = frozenset(("khac",))
"""The subject of a data file's key that data/bao-ve.yml does not list: a date there is mostly that of the data."""
NAMES: Kinds = frozenset(("ho-ten", "nguoi"))
_SILENT: Kinds = frozenset(("viec-chung", "da-mat"))
_LONGEST_DATE = 40
_WORD = re.compile(r"[^\W\d_]{2}")
_OF_THE_WEB = re.compile(r"\s*(?:[a-z][a-z\d+.-]*:\S|\.{0,2}/|#|\S+@\S+\s*$)", re.IGNORECASE)
"""An address that is no home: of a web page, of a part of one, or of a mailbox."""


def facts_of_cell(
    cell: str, kinds: Kinds, own_numbers: frozenset[str], *, headed: bool, of_office: bool
) -> tuple[set[PersonFact], int]:
    """Return the facts in a cell, and the year of birth, or 0.

    ``headed`` means that the table has heads, ``of_office`` that an address in it is an office's.
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
    """Return the fact about a birth in a cell, and its year. Without a known head only an early date counts."""
    when = next(dates(cell), None) if len(cell) < _LONGEST_DATE else None
    if when is None or "vao-dang" in kinds:
        return None, 0
    is_about_birth = "sinh" in kinds or bool(kinds & NAMES)
    if not (is_about_birth or kinds <= UNKNOWN) or when.year > (LATEST if "sinh" in kinds else GROWN_UP):
        return None, 0
    if not (when.whole or is_about_birth or not headed):
        return None, 0
    return (PersonFact.BIRTH_DATE if when.whole else PersonFact.BIRTH_YEAR), when.year
