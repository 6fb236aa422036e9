"""The layers of the package depend on each other in one direction only."""

import pytest

from tests.layers import BELOW, layer_faults
from tests.support import ROOT

PACKAGE = ROOT / "hooks" / "infopage"
TURNED = [(low, high) for low in BELOW for high in BELOW if high not in BELOW[low]]


def test_every_import_follows_the_arrows() -> None:
    sources = {p.relative_to(PACKAGE).as_posix(): p.read_text("utf-8") for p in PACKAGE.rglob("*.py")}
    assert len(sources) > 20
    assert list(layer_faults(sources)) == []


@pytest.mark.parametrize(("low", "high"), [pair for pair in TURNED if "__init__" not in pair])
@pytest.mark.parametrize(
    "turned",
    [
        "import infopage.{high}",
        "from infopage import {high}",
        "from infopage.{high} import anything",
        "from infopage.{high}.module import anything",
        "def late():\n    from infopage.{high} import anything",
    ],
)
def test_an_arrow_turned_round_is_found(low: str, high: str, turned: str) -> None:
    path = "cli.py" if low == "cli" else f"{low}/module.py"
    found = list(layer_faults({path: turned.format(high=high)}))
    assert len(found) == 1
    assert found[0].endswith(f": {low} imports {high}")


@pytest.mark.parametrize(
    "turned", ["from ..outputs import feeds", "from .. import outputs", "from ..outputs.a import b"]
)
def test_a_relative_import_is_no_way_round(turned: str) -> None:
    assert list(layer_faults({"content/module.py": turned})) == ["content/module.py:1: content imports outputs"]


@pytest.mark.parametrize("part", [part for part in BELOW if part != "__init__"])
@pytest.mark.parametrize(
    "turned", ["import mkdocs", "from mkdocs.config import base", "import_module('mkdocs.utils')", "import events"]
)
def test_no_part_of_the_package_knows_the_renderer(part: str, turned: str) -> None:
    path = "cli.py" if part == "cli" else f"{part}/module.py"
    assert len(list(layer_faults({path: turned}))) == 1


def test_a_part_without_a_layer_is_found() -> None:
    assert list(layer_faults({"helpers/module.py": ""})) == ["helpers/module.py:1: helpers is in no layer"]
