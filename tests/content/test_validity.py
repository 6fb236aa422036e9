"""Whether a document is in force, from its dates and the documents that amend or repeal it."""

from datetime import date
from typing import Any

import pytest

from infopage.content.acts import Action
from infopage.content.effects.folding import Modification
from infopage.content.effects.modifications import SHORT_FORMS
from infopage.content.model import OfficialDocument
from infopage.content.validity import Force, Validity, validity
from infopage.language.dates import IssueDate, Moment
from infopage.language.symbols import Symbol

TODAY = date(2026, 11, 20)


def document(id: str = "nq-05", **values: Any) -> OfficialDocument:
    given: dict[str, Any] = {
        "path": f"van-ban/tinh-uy/2025-2030/{id}.md",
        "id": id,
        "scope": "cong-khai",
        "published": Moment.parse("01/11/2026"),
        "kind": "nghi-quyet",
        "symbol": Symbol.parse("05-NQ/TU"),
        "issuers": ("tinh-uy",),
        "issued": IssueDate.parse("12/10/2026"),
        "abstract": "về chuyển đổi số",
    }
    return OfficialDocument(**(given | values))


LATER = document("nq-09", issued=IssueDate.parse("15/11/2026"))
OF_TODAY = document("nq-11", issued=IssueDate.parse("20/11/2026"))
TO_COME = document("nq-10", issued=IssueDate.parse("15/11/2026"), effective=date(2027, 1, 1))


DOCUMENTS = {one.id: one for one in (LATER, OF_TODAY, TO_COME)}


def of(relation: str, acting: OfficialDocument, anchor: str) -> Modification:
    """Return a modification of the provision at ``anchor``, which the document ``acting`` states by a ``relation``.

    ``relation`` is an attribute such as ``amends``, which front matter states by a short form such as ``sua_doi``.
    """
    return stated(SHORT_FORMS[relation], anchor, acting)


def stated(action: Action, anchor: str = "", acting: OfficialDocument = LATER, **values: Any) -> Modification:
    given = {"document": acting.id, "issued": acting.issued.earliest, "since": acting.starts} | values
    return Modification(action=action, anchor=anchor, **given)


def force(one: OfficialDocument, found: list[Modification]) -> Validity:
    return validity(one, sorted(found, key=lambda modification: modification.order), DOCUMENTS, TODAY)


@pytest.mark.parametrize(
    ("own", "acting", "expected"),
    [
        ({}, {}, Validity(Force.IN_FORCE)),
        ({"effective": date(2026, 12, 1)}, {}, Validity(Force.NOT_YET, (), date(2026, 12, 1))),
        ({"effective": TODAY}, {}, Validity(Force.IN_FORCE)),
        ({"ceased": date(2026, 11, 1)}, {}, Validity(Force.CEASED, (), date(2026, 11, 1))),
        ({"ceased": date(2026, 12, 1)}, {}, Validity(Force.IN_FORCE)),
        ({}, {"amends": [(LATER, "")]}, Validity(Force.AMENDED, (LATER,))),
        ({}, {"amends": [(LATER, "I.1")]}, Validity(Force.AMENDED, (LATER,))),
        ({}, {"replaces": [(LATER, "I.1")]}, Validity(Force.PARTLY, (LATER,))),
        ({}, {"repeals": [(LATER, "I.1")]}, Validity(Force.PARTLY, (LATER,))),
        ({}, {"replaces": [(LATER, "")]}, Validity(Force.REPLACED, (LATER,), date(2026, 11, 15))),
        ({}, {"repeals": [(LATER, "")]}, Validity(Force.REPEALED, (LATER,), date(2026, 11, 15))),
        (
            {},
            {"repeals": [(LATER, "")], "replaces": [(LATER, "")]},
            Validity(Force.REPEALED, (LATER,), date(2026, 11, 15)),
        ),
        ({}, {"replaces": [(OF_TODAY, "")]}, Validity(Force.REPLACED, (OF_TODAY,), TODAY)),
        ({"ceased": TODAY}, {}, Validity(Force.CEASED, (), TODAY)),
        ({}, {"replaces": [(TO_COME, "")]}, Validity(Force.IN_FORCE)),
        ({"ceased": date(2026, 11, 1)}, {"amends": [(LATER, "")]}, Validity(Force.CEASED, (), date(2026, 11, 1))),
    ],
)
def test_a_documents_force_follows_from_what_acts_on_it(
    own: dict[str, Any], acting: dict[str, Any], expected: Validity
) -> None:
    assert (
        force(document(**own), [of(relation, *one) for relation, found in acting.items() for one in found]) == expected
    )


def test_a_document_that_acts_twice_is_named_once() -> None:
    twice = [of("amends", LATER, "I.1"), of("amends", LATER, "I.2"), of("repeals", LATER, "II")]
    assert force(document(), twice) == Validity(Force.PARTLY, (LATER,))


ENDED = date(2026, 11, 1)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ([stated(Action.ANNULMENT)], Validity(Force.ANNULLED, (LATER,), LATER.starts)),
        ([stated(Action.ANNULMENT), stated(Action.REPEAL)], Validity(Force.ANNULLED, (LATER,), LATER.starts)),
        ([stated(Action.SUSPENSION)], Validity(Force.SUSPENDED, (LATER,), LATER.starts)),
        ([stated(Action.SUSPENSION, until=TODAY)], Validity(Force.SUSPENDED, (LATER,), LATER.starts)),
        ([stated(Action.SUSPENSION, until=date(2026, 11, 19))], Validity(Force.IN_FORCE)),
        ([stated(Action.SUSPENSION, "I.1")], Validity(Force.PARTLY_SUSPENDED, (LATER,))),
        ([stated(Action.SUSPENSION, since=ENDED), stated(Action.RESUMPTION)], Validity(Force.IN_FORCE)),
        (
            [stated(Action.SUSPENSION, since=ENDED), stated(Action.RESUMPTION, since=date(2027, 1, 1))],
            Validity(Force.SUSPENDED, (LATER,), ENDED),
        ),
        ([stated(Action.REPEAL, since=ENDED), stated(Action.RESUMPTION)], Validity(Force.IN_FORCE)),
        ([stated(Action.REPEAL, "I.1", since=ENDED), stated(Action.RESUMPTION, "I.1")], Validity(Force.IN_FORCE)),
        (
            [stated(Action.REPEAL, "I.1", since=ENDED), stated(Action.RESUMPTION, "I.2")],
            Validity(Force.PARTLY, (LATER,)),
        ),
        (
            [stated(Action.SUBSTITUTION, "I.2", OF_TODAY), stated(Action.REPEAL, "I.1")],
            Validity(Force.PARTLY, (LATER, OF_TODAY)),
        ),
        ([stated(Action.SUBSTITUTION, "I.2", TO_COME)], Validity(Force.IN_FORCE)),
        ([stated(Action.CORRECTION, "I.2")], Validity(Force.AMENDED, (LATER,))),
    ],
)
def test_effects_on_provisions_and_documents_decide_the_force(found: list[Modification], expected: Validity) -> None:
    assert force(document(), found) == expected


def test_a_prolonged_document_is_in_force_until_the_new_day() -> None:
    short = document(ceased=ENDED)
    assert force(short, []).force is Force.CEASED
    assert force(short, [stated(Action.PROLONGATION, new_end=date(2027, 6, 1))]) == Validity(Force.IN_FORCE)
    ended = force(short, [stated(Action.PROLONGATION, new_end=date(2026, 11, 15))])
    assert ended == Validity(Force.CEASED, (), date(2026, 11, 15))


def test_every_standing_is_told_by_some_case() -> None:
    tests = (
        test_a_documents_force_follows_from_what_acts_on_it,
        test_effects_on_provisions_and_documents_decide_the_force,
    )
    cases = [case for test in tests for case in test.pytestmark[0].args[1]]  # type: ignore[attr-defined]
    assert {case[-1].force for case in cases} == set(Force)
