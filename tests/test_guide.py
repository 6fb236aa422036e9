"""The editors' guide cannot go stale: its tables are the model's, and every rule, command and example holds."""

import argparse
import re

import pytest

from infopage.cli import _parser
from infopage.content.guide import guide_tables
from infopage.content.model import ITEM_TYPES, Item, StandingPage
from infopage.content.registries import ENTRY_TYPES
from infopage.content.registry_entries import Identity
from infopage.content.rules import GUARD_RULES, RULES
from infopage.content.schema import keys
from tests.guide import BEGIN, END, GUIDE_FILE

GUIDE = GUIDE_FILE.read_text(encoding="utf-8")
BEFORE, _, REST = GUIDE.partition(BEGIN)
TABLES, _, AFTER = REST.partition(END)


def test_the_tables_are_those_that_infopage_guide_prints() -> None:
    assert TABLES.strip() == guide_tables().strip(), "python -m tests.guide writes them anew"


@pytest.mark.parametrize("cls", [Item, *ITEM_TYPES, StandingPage, Identity, *ENTRY_TYPES.values()])
def test_the_tables_have_every_key(cls: type) -> None:
    assert [name for name in keys(cls) if f"| `{name}` |" not in guide_tables()] == []


def test_the_tables_have_every_rule() -> None:
    assert [rule for rule in (*RULES, *GUARD_RULES) if f"| `{rule}` |" not in guide_tables()] == []


@pytest.mark.parametrize("rule", [*RULES, *GUARD_RULES])
def test_every_rule_has_a_paragraph_with_a_wrong_and_a_right_example(rule: str) -> None:
    paragraphs = [text for text in AFTER.split("\n\n") if text.startswith(f"**`{rule}`**")]
    assert len(paragraphs) == 1
    assert "Sai:" in paragraphs[0]
    assert "Đúng:" in paragraphs[0]


def test_no_paragraph_is_about_a_rule_that_is_not_there() -> None:
    assert set(re.findall(r"^\*\*`([a-z-]+)`\*\*", AFTER, re.MULTILINE)) == {*RULES, *GUARD_RULES}


def test_every_command_is_explained() -> None:
    actions = _parser()._actions
    commands = next(action for action in actions if isinstance(action, argparse._SubParsersAction)).choices
    assert commands
    assert [name for name in commands if f"| `scripts/infopage {name}` |" not in BEFORE] == []


def test_the_guides_links_to_its_own_parts_lead_somewhere() -> None:
    headings = re.findall(r"^#+ (.+)$", GUIDE, re.MULTILINE)
    anchors = {re.sub(r"[^\w\- ]", "", heading).lower().replace(" ", "-") for heading in headings}
    assert set(re.findall(r"\]\(#([^)]+)\)", BEFORE)) <= anchors
