"""The layers of the package: which part may import which, checked against the import statements."""

import ast
from collections.abc import Iterator, Mapping

BELOW = {
    "language": {"language"},
    "files": {"files"},
    "store": {"store"},
    "progress": {"progress"},
    "content": {"content", "language", "files", "progress", "store"},
    "outputs": {"outputs", "content", "language", "files", "progress", "store"},
    "release": {"release", "outputs", "content", "language", "files", "progress"},
    "intake": {"intake", "content", "language", "files"},
    "adoption": {"adoption", "content", "language", "files"},
    "commands": {
        "commands",
        "environment",
        "adoption",
        "release",
        "intake",
        "outputs",
        "content",
        "language",
        "files",
        "progress",
    },
    "building": {"building", "release", "outputs", "content", "language", "files", "progress", "store"},
    "environment": set(),
    "cli": {
        "cli",
        "environment",
        "commands",
        "adoption",
        "release",
        "intake",
        "outputs",
        "content",
        "language",
        "files",
    },
    "__init__": set(),
}
"""For each part of infopage, the parts it may import. Only hooks/events.py, above them all, may import MkDocs."""

RENDERER = {"mkdocs", "material", "materialx", "properdocs", "zensical", "events"}


def layer_faults(sources: Mapping[str, str]) -> Iterator[str]:
    """Yield ``path:line: …`` for each import that is not allowed; paths are relative to hooks/infopage."""
    for path, source in sorted(sources.items()):
        part = path.removesuffix(".py").partition("/")[0]
        if part not in BELOW:
            yield f"{path}:1: {part} is in no layer"
            continue
        for line, name in imports(path, source):
            top, _, rest = name.partition(".")
            if top in RENDERER:
                yield f"{path}:{line}: {part} imports {top}"
            elif top == "infopage" and (other := rest.partition(".")[0]) and other not in BELOW[part]:
                yield f"{path}:{line}: {part} imports {other}"


def imports(path: str, source: str) -> Iterator[tuple[int, str]]:
    """Yield (line, module) for each import in a source of the package; ``path`` is relative to hooks/infopage."""
    package = ("infopage", *path.split("/")[:-1])
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else ()
            module = ".".join((*above, *filter(None, (node.module,))))
            # `from infopage import outputs` names the part only after "import".
            yield from ((node.lineno, f"{module}.{alias.name}") for alias in node.names)
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith(("import_module", "__import__")):
            named = [a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
            yield from ((node.lineno, name) for name in named)
