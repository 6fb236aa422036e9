"""The files and folders of a built site, in order.

A name does not tell which of the two it is: the folder that stands in place of a withdrawn file has that file's name.
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
    """A file: its address relative to the site's root, and its path."""

    name: str
    path: str

    def read(self) -> bytes:
        """Return the content of the file. Raises OSError."""
        with FileIO(self.path) as file:  # saves the time of a Path and a buffer, as there are many files
            return file.readall()


def entries(folder: Path) -> Iterator[tuple[str, Entry]]:
    """Yield everything below a folder with its relative address: each folder before its content, links not followed.

    Raises OSError.
    """
    waiting = _inside(folder, "")
    while waiting:
        name, entry = waiting.pop()
        yield name, entry
        if entry.is_dir(follow_symlinks=False):
            waiting += _inside(entry, f"{name}/")


def _inside(folder: "os.PathLike[str]", above: str) -> list[tuple[str, Entry]]:
    """Return the content of a folder in reverse order of name, so that ``pop`` takes the first."""
    with os.scandir(folder) as found:
        return [(above + one.name, one) for one in sorted(found, key=attrgetter("name"), reverse=True)]


def is_plain(entry: Entry) -> bool:
    """Tell whether this is a regular file or a folder: no link, device or the like."""
    return entry.is_file(follow_symlinks=False) or entry.is_dir(follow_symlinks=False)


def is_file(entry: Entry) -> bool:
    """Tell whether this is a file, or a link that leads to one."""
    # For a link that leads to itself the entry raises an error, while the path just says that it is no file.
    return Path(entry.path).is_file() if entry.is_symlink() else entry.is_file()


def files_named(site: Path, pattern: str = "*") -> Iterator[File]:
    """Yield every file, or link to one, below a folder whose name matches a glob pattern, in order. Raises OSError."""
    fits = re.compile(translate(pattern)).match
    for name, entry in entries(site):
        if fits(entry.name) and is_file(entry):
            yield File(name, entry.path)
