"""The files of a built site, in order, told from folders: one that stands for a file that is gone is named like it."""

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
        """Return what is in it; raises OSError."""
        with FileIO(self.path) as file:  # without what a Path and a buffer add for each of many files
            return file.readall()


def entries(folder: Path) -> Iterator[tuple[str, Entry]]:
    """Yield all that is below a folder with its address relative to it: each folder before what is in it, links as they
    are. Raises OSError.
    """
    waiting = _inside(folder, "")
    while waiting:
        name, entry = waiting.pop()
        yield name, entry
        if entry.is_dir(follow_symlinks=False):
            waiting += _inside(entry, f"{name}/")


def _inside(folder: "os.PathLike[str]", above: str) -> list[tuple[str, Entry]]:
    """Return what is in a folder, the first last."""
    with os.scandir(folder) as found:
        return [(above + one.name, one) for one in sorted(found, key=attrgetter("name"), reverse=True)]


def is_plain(entry: Entry) -> bool:
    """Tell whether this is a file or a folder: no link, and nothing that is neither."""
    return entry.is_file(follow_symlinks=False) or entry.is_dir(follow_symlinks=False)


def is_file(entry: Entry) -> bool:
    """Tell whether this is a file, or a link that leads to one."""
    # A link that leads round in a circle is an error to the entry itself, and no file to a path.
    return Path(entry.path).is_file() if entry.is_symlink() else entry.is_file()


def files_named(site: Path, pattern: str = "*") -> Iterator[File]:
    """Yield every file below a folder whose name fits a pattern, in order; links lead to files too. Raises OSError."""
    fits = re.compile(translate(pattern)).match
    for name, entry in entries(site):
        if fits(entry.name) and is_file(entry):
            yield File(name, entry.path)
