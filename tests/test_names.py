"""One meaning a name: no two classes of the package have the same name."""

import ast
from collections import defaultdict

from tests.support import ROOT


def test_no_two_classes_have_the_same_name() -> None:
    found = defaultdict(list)
    for path in sorted((ROOT / "hooks" / "infopage").rglob("*.py")):
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                found[node.name].append(path.relative_to(ROOT).as_posix())
    assert len(found) > 100
    assert {name: places for name, places in found.items() if len(places) > 1} == {}
