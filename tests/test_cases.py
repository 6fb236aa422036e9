"""Each faulty input under tests/cases gets exactly the report in its expected.txt."""

from pathlib import Path

import pytest

from infopage.content.model import ITEM_TYPES, StandingPage
from infopage.content.registries import ENTRY_TYPES
from infopage.content.registry_entries import Identity
from infopage.content.rules import RULES
from infopage.content.schema import keys, nested
from tests.cases import CASES, INSTANT, lay, names, options_of, report_of


@pytest.mark.parametrize("name", names())
def test_a_faulty_input_gets_its_report(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", INSTANT)
    lay(name, tmp_path / "project")
    report = report_of(tmp_path / "project", *options_of(name))
    assert report == (CASES / name / "expected.txt").read_text(encoding="utf-8")


def test_the_base_of_all_cases_has_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", INSTANT)
    lay("_base", tmp_path / "project")
    assert report_of(tmp_path / "project") == "0 lỗi, 0 cảnh báo.\n"


def test_every_rule_and_every_key_has_a_case() -> None:
    classes = (*ITEM_TYPES, StandingPage, Identity, *ENTRY_TYPES.values())
    declared = {key.rule for cls in classes for one in (cls, *nested(cls)) for _, key in keys(one).values()}
    reports = "".join((CASES / name / "expected.txt").read_text(encoding="utf-8") for name in names())
    without = [rule for rule in sorted(declared | set(RULES)) if f" [{rule}]: " not in reports]
    assert without == [], "add a folder for each in tests/cases/, then run python -m tests.cases"
