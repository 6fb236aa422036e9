"""Tells whether a document is in force on a day, from its dates and from what other documents do to it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from infopage.content.acts import ENDING, Action
from infopage.content.effects.folding import Modification
from infopage.content.model import OfficialDocument


class Force(StrEnum):
    """Whether a document is in force. The values must never change: addresses and open data use them."""

    IN_FORCE = "con-hieu-luc"
    NOT_YET = "chua-hieu-luc"
    AMENDED = "da-sua-doi"
    PARTLY = "het-hieu-luc-mot-phan"
    SUSPENDED = "tam-ngung-hieu-luc"
    PARTLY_SUSPENDED = "tam-ngung-mot-phan"
    REPLACED = "bi-thay-the"
    REPEALED = "bi-bai-bo"
    ANNULLED = "bi-huy-bo"
    CEASED = "het-hieu-luc"


OVER = (Force.REPLACED, Force.REPEALED, Force.ANNULLED, Force.CEASED)
"""The values for a document that is no longer in force, not even in part."""


@dataclass(frozen=True)
class Validity:
    """The result of :func:`validity`: whether a document is in force, and why."""

    force: Force
    by: tuple[OfficialDocument, ...] = ()
    """The documents that decide the validity, such as one that repeals this document; empty if there are none."""
    on: date | None = None
    """The day on which the document will enter into force, ceased to be in force, or was suspended.

    None if it is in force, in whole or in part.
    """


_ENDED = (
    (Action.ANNULMENT, Force.ANNULLED),
    (Action.REPEAL, Force.REPEALED),
    (Action.REPLACEMENT, Force.REPLACED),
)


def validities(
    documents: Iterable[OfficialDocument],
    current: Iterable[OfficialDocument],
    effects: Mapping[str, Sequence[Modification]],
    today: date,
) -> dict[str, Validity]:
    """Return the validity of each of ``documents`` on the day ``today``, by id; see :func:`validity`.

    ``current`` are the documents whose effects count, and ``effects`` the modifications by the id of the document that
    they change.
    """
    acting = {one.id: one for one in current}
    return {one.id: validity(one, effects.get(one.id, ()), acting, today) for one in documents}


def validity(
    document: OfficialDocument,
    modifications: Sequence[Modification],
    documents: Mapping[str, OfficialDocument],
    today: date,
) -> Validity:
    """Return whether a document is in force on the day ``today``.

    ``modifications`` are all that concern the document; those not in effect on that day are ignored. ``documents`` are
    all documents by id.
    """
    acting = [one for one in modifications if one.acts_on(today)]

    def by(found: Sequence[Modification]) -> tuple[OfficialDocument, ...]:
        return tuple(dict.fromkeys(documents[one.document] for one in found if one.document in documents))

    for action, force in _ENDED:
        if ended := [one for one in acting if one.action is action and not one.anchor and not _is_over(one, acting)]:
            return Validity(force, by(ended), min(one.since for one in ended))
    if (ceased := ceases(document, acting)) and ceased <= today:
        return Validity(Force.CEASED, (), ceased)
    if document.starts > today:
        return Validity(Force.NOT_YET, (), document.starts)
    suspended = [one for one in acting if one.action is Action.SUSPENSION and not _is_over(one, acting)]
    if whole := [one for one in suspended if not one.anchor]:
        return Validity(Force.SUSPENDED, by(whole), min(one.since for one in whole))
    if partly := [one for one in acting if one.action in ENDING and one.anchor and not _is_over(one, acting)]:
        return Validity(Force.PARTLY, by([*partly, *(one for one in acting if one not in partly)]))
    if suspended:
        return Validity(Force.PARTLY_SUSPENDED, by(suspended))
    amended = [one for one in acting if one.action not in (Action.RESUMPTION, Action.PROLONGATION)]
    amended = [one for one in amended if not _is_over(one, acting)]
    return Validity(Force.AMENDED, by(amended)) if amended else Validity(Force.IN_FORCE)


def _is_over(one: Modification, acting: Sequence[Modification]) -> bool:
    """Tell whether a later resumption of the same place undoes a modification."""
    return any(
        other.action is Action.RESUMPTION and other.anchor == one.anchor and other.since > one.since for other in acting
    )


def ceases(document: OfficialDocument, acting: Sequence[Modification]) -> date | None:
    """Return the day on which a document ceases to be in force; None if it is not known.

    ``acting`` are the modifications in effect. The end date in the document's front matter counts, unless a
    modification prolongs the document: then the latest one does.
    """
    prolonged = [one for one in acting if one.action is Action.PROLONGATION and not one.anchor and one.new_end]
    return prolonged[-1].new_end if prolonged else document.ceased
