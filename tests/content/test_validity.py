"""Whether a document is in force, from its dates and the documents that amend or repeal it."""

from datetime import date
from typing import Any

import pytest

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
        ({}, {"replaces": [(LATER, "I.1")]}, Validity(Force.AMENDED, (LATER,))),
        ({}, {"repeals": [(LATER, "I.1")]}, Validity(Force.AMENDED, (LATER,))),
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
        ({}, {"based_on": [(LATER, "")], "implements": [(LATER, "")]}, Validity(Force.IN_FORCE)),
        ({"ceased": date(2026, 11, 1)}, {"amends": [(LATER, "")]}, Validity(Force.CEASED, (), date(2026, 11, 1))),
    ],
)
def test_a_documents_force_follows_from_what_acts_on_it(
    own: dict[str, Any], acting: dict[str, Any], expected: Validity
) -> None:
    assert validity(document(**own), acting, TODAY) == expected


def test_a_document_that_acts_twice_is_named_once() -> None:
    found = validity(document(), {"amends": [(LATER, "I.1"), (LATER, "I.2")], "repeals": [(LATER, "II")]}, TODAY)
    assert found == Validity(Force.AMENDED, (LATER,))


def test_every_standing_is_told_by_some_case() -> None:
    cases = test_a_documents_force_follows_from_what_acts_on_it.pytestmark[0].args[1]  # type: ignore[attr-defined]
    assert {case[2].force for case in cases} == set(Force)
