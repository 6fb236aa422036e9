"""Replaces docs/, data/ and mkdocs.yml by new ones: either all of them, or, if there is an error, none."""

import shutil
from collections.abc import Mapping
from pathlib import Path

PARTS = ("docs", "data", "mkdocs.yml")
KEPT = "build/truoc-new-site"
"""The folder, relative to the project, to which the old files are moved: into a new subfolder each time."""


def lay_out(root: Path, files: Mapping[str, str], folder: Path) -> None:
    """Prepare the new docs/, data/ and mkdocs.yml in ``folder``: copy data/ from ``root``, then write ``files``.

    ``files`` maps paths (relative to ``folder``) to contents. They overwrite the copied files.
    """
    shutil.copytree(root / "data", folder / "data")
    (folder / "docs").mkdir()
    for path, text in files.items():
        (folder / path).write_text(text, encoding="utf-8", newline="\n")


def replace(root: Path, new: Path) -> Path:
    """Replace docs/, data/ and mkdocs.yml in ``root`` by those in the folder ``new``.

    Return the folder that keeps the old ones. If a step fails, all old ones are moved back.
    """
    kept = _free(root / KEPT)
    kept.mkdir(parents=True)
    moved: list[tuple[Path, Path]] = []

    def move(source: Path, target: Path) -> None:
        moved.append((source, target))
        source.rename(target)

    try:
        for part in PARTS:
            move(root / part, kept / part)
            move(new / part, root / part)
    except BaseException:
        for source, target in reversed(moved):
            if target.exists() and not source.exists():
                target.rename(source)
        raise
    return kept


def _free(folder: Path) -> Path:
    number = 1
    while (found := folder / str(number)).exists():
        number += 1
    return found
