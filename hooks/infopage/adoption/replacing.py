"""Putting new docs/, data/ and mkdocs.yml in the place of those that stand, all or nothing."""

import shutil
from collections.abc import Mapping
from pathlib import Path

PARTS = ("docs", "data", "mkdocs.yml")
KEPT = "build/truoc-new-site"
"""Where what stood before is kept; each time in a folder of its own."""


def lay_out(root: Path, files: Mapping[str, str], folder: Path) -> None:
    """Make the new parts in ``folder``: the lists and settings of ``root``, and over them the ``files``."""
    shutil.copytree(root / "data", folder / "data")
    (folder / "docs").mkdir()
    for path, text in files.items():
        (folder / path).write_text(text, encoding="utf-8", newline="\n")


def replace(root: Path, new: Path) -> Path:
    """Put the parts in ``new`` in the place of those of ``root``, and return where those are kept. Whatever stops it
    midway, all stands as it stood.
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
