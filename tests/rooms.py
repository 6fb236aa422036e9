"""The rooms (subpackages) of a part of the package, and the arrows (imports) between them, found in the source code."""

from collections import defaultdict
from pathlib import Path

from tests.layers import imports


def arrows(package: Path, part: str) -> dict[str, set[str]]:
    """Return, for each room (subpackage) and single module of a part, the others in that part that it imports."""
    found: dict[str, set[str]] = defaultdict(set)
    prefix = f"infopage.{part}."
    for path in (package / part).rglob("*.py"):
        here = path.relative_to(package / part).with_suffix("").parts[0]
        named = (name for _, name in imports(path.relative_to(package).as_posix(), path.read_text("utf-8")))
        there = {name.removeprefix(prefix).split(".")[0] for name in named if name.startswith(prefix)}
        found[here] |= there - {here}
    return found
