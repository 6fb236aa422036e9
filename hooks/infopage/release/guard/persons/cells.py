"""Finds the facts about a person in one cell of a table or form.

The subject of the cell (birth, address, telephone) comes from the column heading above it or the label before it.
"""

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
"""The subjects of a column heading or label, as named in the guard's word list data/bao-ve.yml: ``sinh`` is birth."""

NONE: Kinds = frozenset()
UNKNOWN: Kinds = frozenset(("la",))
"""The subject of a column heading that is not in the guard's word list. A date below it may be a birth date."""
UNDATED: Kinds = frozenset(("khac",))
"""The subject of a label beside a value, or of a key of a data file, that is not in the guard's word list.

A date beside such a label or key is rarely a birth date, so it does not count.
"""
NAMES: Kinds = frozenset(("ho-ten", "nguoi"))
_SILENT: Kinds = frozenset(("viec-chung", "da-mat"))
_LONGEST_DATE = 40
_WORD = re.compile(r"[^\W\d_]{2}")
_OF_THE_WEB = re.compile(r"\s*(?:[a-z][a-z\d+.-]*:\S|\.{0,2}/|#|\S+@\S+\s*$)", re.IGNORECASE)
"""Matches an address of a web page, of a part of a page, or of a mailbox: it is not a home address."""


def facts_of_cell(
    cell: str, kinds: Kinds, own_numbers: frozenset[str], *, headed: bool, of_office: bool
) -> tuple[set[PersonFact], int]:
    """Return the facts about a person in a cell, and the year of birth (0 where the cell has none).

    ``kinds`` are the subjects of the cell's column heading or label. ``headed`` means that there is such a heading or
    label. ``of_office`` means that an address in the table is an office's, not a home. The ``own_numbers`` are the
    site's telephone numbers, which do not count.
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
    """Return the birth date or year in a cell as a fact, and the year as a number; None and 0 where it has none.

    ``kinds`` and ``headed`` are as in :func:`facts_of_cell`. Under a heading other than “birth”, a date counts only up
    to the year ``GROWN_UP``: later ones are mostly of meetings.
    """
    when = next(dates(cell), None) if len(cell) < _LONGEST_DATE else None
    if when is None or "vao-dang" in kinds:
        return None, 0
    is_about_birth = "sinh" in kinds or bool(kinds & NAMES)
    if not (is_about_birth or kinds <= UNKNOWN) or when.year > (LATEST if "sinh" in kinds else GROWN_UP):
        return None, 0
    if not (when.whole or is_about_birth or not headed):
        return None, 0
    return (PersonFact.BIRTH_DATE if when.whole else PersonFact.BIRTH_YEAR), when.year
