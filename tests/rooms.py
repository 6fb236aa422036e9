"""The rooms of a part of the package, and the arrows between them, drawn from the imports."""

import ast
from collections import defaultdict
from pathlib import Path


def arrows(package: Path, part: str) -> dict[str, set[str]]:
    """Return, for each room or module that stands by itself in a part, those of that part which it imports from."""
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
