"""Walks the files and folders of a built site, sorted by name.

A name alone does not show whether it is a file or a folder: a withdrawn file ``a.pdf`` is replaced by a folder named
``a.pdf`` with a page for status 410.
"""

import os
import re
from collections.abc import Iterator
from fnmatch import translate
from io import FileIO
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple, TypeAlias

Entry: TypeAlias = "os.DirEntry[str]"


class File(NamedTuple):
    """A file of a site: ``name`` is its address relative to the site's root, ``path`` its path on disk."""

    name: str
    path: str

    def read(self) -> bytes:
        """Return the content of the file. Raises OSError."""
        with FileIO(self.path) as file:  # faster than Path.read_bytes, as there are many files
            return file.readall()


def entries(folder: Path) -> Iterator[tuple[str, Entry]]:
    """Yield each file and folder below ``folder`` with its path relative to ``folder``.

    A folder comes before its content. Symbolic links are not followed. Raises OSError.
    """
    waiting = _inside(folder, "")
    while waiting:
        name, entry = waiting.pop()
        yield name, entry
        if entry.is_dir(follow_symlinks=False):
            waiting += _inside(entry, f"{name}/")


def _inside(folder: "os.PathLike[str]", above: str) -> list[tuple[str, Entry]]:
    """Return the files and folders in a folder, the last name first, so that ``list.pop`` takes them by name.

    ``above`` is the folder's own path below the site's root; it is put before each name.
    """
    with os.scandir(folder) as found:
        return [(above + one.name, one) for one in sorted(found, key=attrgetter("name"), reverse=True)]


def is_plain(entry: Entry) -> bool:
    """Tell whether this is a regular file or a folder, not a symbolic link, device or the like."""
    return entry.is_file(follow_symlinks=False) or entry.is_dir(follow_symlinks=False)


def is_file(entry: Entry) -> bool:
    """Tell whether this is a regular file, or a symbolic link to one."""
    # For a symbolic link to itself, ``entry.is_file`` raises an exception, while ``Path.is_file`` returns False.
    return Path(entry.path).is_file() if entry.is_symlink() else entry.is_file()


def files_named(site: Path, pattern: str = "*") -> Iterator[File]:
    """Yield every file below ``site`` whose last name matches the glob ``pattern``, in order. Raises OSError."""
    fits = re.compile(translate(pattern)).match
    for name, entry in entries(site):
        if fits(entry.name) and is_file(entry):
            yield File(name, entry.path)
