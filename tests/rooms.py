"""The dependencies between the subpackages ("rooms") of a part of the package, read from the imports."""

import ast
from collections import defaultdict
from pathlib import Path


def arrows(package: Path, part: str) -> dict[str, set[str]]:
    """Return, for each room or single module of a part, the rooms and modules of the same part that it imports."""
    found: dict[str, set[str]] = defaultdict(set)
    prefix = f"infopage.{part}."
    for path in (package / part).rglob("*.py"):
        here = path.relative_to(package / part).with_suffix("").parts[0]
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                modules = [f"{node.module}.{alias.name}" for alias in node.names]
                there = {module.removeprefix(prefix).split(".")[0] for module in modules if module.startswith(prefix)}
                found[here] |= there - {here}
    return found
