"""The examples in docstrings are true."""

import doctest
from importlib import import_module

import pytest

from tests.support import ROOT

HOOKS = ROOT / "hooks"
MODULES = [
    ".".join(path.relative_to(HOOKS).with_suffix("").parts)
    for path in sorted((HOOKS / "infopage").rglob("*.py"))
    if ">>> " in path.read_text("utf-8")
]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_a_module_give_what_they_say(name: str) -> None:
    failed, tried = doctest.testmod(import_module(name))
    assert tried
    assert not failed
