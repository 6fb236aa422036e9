"""The editors' guide is up to date: its tables match the model, and every rule, key and command is described."""

import argparse
import re
from pathlib import Path

import pytest

from infopage.cli import _parser, main
from infopage.content.guidance import page_of, rule_page
from infopage.content.guide import guide_pages
from infopage.content.model import ITEM_TYPES, Item, StandingPage
from infopage.content.registries import ENTRY_TYPES
from infopage.content.registry_entries import Identity
from infopage.content.rules import GUARD_RULES
from infopage.content.rules import RULES as CHECKED
from infopage.content.schema import keys
from tests.cases import CASES, names
from tests.papers import GUIDE, RULES

FAULT = re.compile(r"^(.+?):\d+: (lỗi|cảnh báo) \[([a-z-]+)\]: ", re.MULTILINE)
PARTS = ("**Sai:**", "**Đúng:**", "**Vì sao:**", "**Cách sửa:**")
REPORTS = "".join((CASES / name / "expected.txt").read_text(encoding="utf-8") for name in names())


def test_the_made_pages_are_those_that_infopage_guide_writes() -> None:
    assert {path: GUIDE.get(path) for path in guide_pages()} == guide_pages(), "scripts/infopage guide writes them anew"


@pytest.mark.parametrize("cls", [Item, *ITEM_TYPES, StandingPage, Identity, *ENTRY_TYPES.values()])
def test_the_tables_have_every_key(cls: type) -> None:
    assert [name for name in keys(cls) if not any(f"| `{name}` |" in page for page in guide_pages().values())] == []


def test_every_rule_has_one_page_and_every_page_a_rule() -> None:
    assert set(RULES) == {rule_page(rule) for rule in (*CHECKED, *GUARD_RULES)}


@pytest.mark.parametrize("rule", [*CHECKED, *GUARD_RULES])
def test_a_rules_page_says_what_is_wrong_what_is_right_why_and_what_to_do(rule: str) -> None:
    page = RULES[rule_page(rule)]
    assert page.startswith(f"# `{rule}`: {(CHECKED | GUARD_RULES)[rule]}\n\n*")
    assert [len(re.findall(rf"^{re.escape(part)}", page, re.MULTILINE)) for part in PARTS] == [1, 1, 1, 1]
    assert sorted(map(page.index, PARTS)) == list(map(page.index, PARTS))


@pytest.mark.parametrize("rule", CHECKED)
def test_a_rules_page_says_whether_it_stops_the_build(rule: str) -> None:
    level = re.search(r"^\*(Lỗi|Cảnh báo): ", RULES[rule_page(rule)], re.MULTILINE)
    assert level
    assert level[1].lower() in {severity for _, severity, found in FAULT.findall(REPORTS) if found == rule}


def test_every_report_names_a_page_that_is_there() -> None:
    faults = FAULT.findall(REPORTS)
    assert len(faults) > 500
    assert {page_of(rule, path) for path, _, rule in faults} <= GUIDE.keys()


def test_a_fault_of_a_file_that_is_in_no_table_leads_to_the_list_of_tables() -> None:
    assert page_of("don-vi", "tra-loi.yml") == "huong-dan/khoa/README.md"


def test_infopage_guide_writes_what_is_missing_and_tells_which_rule_has_no_page(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "data").mkdir()
    for path, text in RULES.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    assert main(["--root", str(tmp_path), "guide"]) == 0
    assert capsys.readouterr().out.splitlines() == list(guide_pages())
    assert main(["--root", str(tmp_path), "guide"]) == 0
    assert capsys.readouterr().out == ""
    (tmp_path / rule_page("neo")).rename(tmp_path / rule_page("neo-neo"))
    assert main(["--root", str(tmp_path), "guide"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "huong-dan/quy-tac/neo.md: quy tắc này chưa có trang; hãy viết",
        "huong-dan/quy-tac/neo-neo.md: không có quy tắc nào tên như vậy; hãy bỏ",
    ]


def test_every_command_is_explained() -> None:
    actions = _parser()._actions
    commands = next(action for action in actions if isinstance(action, argparse._SubParsersAction)).choices
    assert commands
    assert [name for name in commands if f"| `scripts/infopage {name}` |" not in GUIDE["huong-dan/lenh.md"]] == []
