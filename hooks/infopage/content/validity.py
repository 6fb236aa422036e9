"""Tells whether a document is in force on a day, from its dates and the documents that amend, replace or repeal it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from infopage.content.model import OfficialDocument


class Force(StrEnum):
    """Whether a document is in force. The values must never change: addresses and open data use them."""

    IN_FORCE = "con-hieu-luc"
    NOT_YET = "chua-hieu-luc"
    AMENDED = "da-sua-doi"
    REPLACED = "bi-thay-the"
    REPEALED = "bi-bai-bo"
    CEASED = "het-hieu-luc"


@dataclass(frozen=True)
class Validity:
    """The result of :func:`validity`: whether a document is in force, and why."""

    force: Force
    by: tuple[OfficialDocument, ...] = ()
    """The documents that have amended, replaced or repealed the document; empty if there are none."""
    on: date | None = None
    """The day on which the document will be or ceased to be in force; None if it is in force now, amended or not."""


Acting = Mapping[str, Sequence[tuple[OfficialDocument, str]]]
"""The documents that refer to one document by a relation, such as ``amends``: relation -> (document, anchor).

The anchor is that of the provision referred to; '' if it is the whole document.
"""


def starts(document: OfficialDocument) -> date:
    """Return the day a document takes effect: the stated day, or else the day of issue."""
    return document.effective or document.issued.earliest


def validity(document: OfficialDocument, acting: Acting, today: date) -> Validity:
    """Return whether a document is in force on the day ``today``.

    ``acting`` are the documents that amend, replace or repeal it; those not in effect on that day are ignored.
    """

    def acts(relation: str, *, whole: bool) -> tuple[OfficialDocument, ...]:
        found = acting.get(relation)
        return tuple(d for d, anchor in found if bool(anchor) is not whole and starts(d) <= today) if found else ()

    if by := acts("repeals", whole=True):
        return Validity(Force.REPEALED, by, min(map(starts, by)))
    if by := acts("replaces", whole=True):
        return Validity(Force.REPLACED, by, min(map(starts, by)))
    if document.ceased and document.ceased <= today:
        return Validity(Force.CEASED, (), document.ceased)
    if starts(document) > today:
        return Validity(Force.NOT_YET, (), starts(document))
    changes = (acts("amends", whole=w) for w in (True, False))
    partial = (acts(relation, whole=False) for relation in ("replaces", "repeals"))
    by = tuple(dict.fromkeys(d for group in (*changes, *partial) for d in group))
    if by:
        return Validity(Force.AMENDED, by)
    return Validity(Force.IN_FORCE)
