"""The files of a built site, told from folders: one that stands for a file that is gone is named like that file."""

from pathlib import Path


def files_named(site: Path, pattern: str) -> list[Path]:
    """Return every file below a folder whose name fits a pattern, in order."""
    return sorted(file for file in site.rglob(pattern) if file.is_file())
