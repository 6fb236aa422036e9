"""The site before the last, brought up to the new one: what stands there as it should, stays."""

import contextlib
import os
import shutil
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from infopage.outputs.rendering.folder import SiteFolder

Marks = tuple[int, int, int]
"""A file's size, time and inode."""


class Followed(SiteFolder):
    """The folder of a site that becomes the one after the next: from one to another few files change."""

    def __init__(self, root: Path, left: dict[str, Marks]) -> None:
        """Begin with the files that are ``left`` there."""
        super().__init__(root)
        self._base = root
        self._left = left

    def follow(self, names: Iterable[str]) -> None:
        """Leave no file but those of these names; a folder that has got another name is given it, with what it has."""
        wanted = set(names)
        renamed = {before: now for before, now in _renamed(self._left, wanted) if self._rename(before, now)}
        if renamed:
            self._left = {_named_anew(name, renamed): marks for name, marks in self._left.items()}
        for name in self._left.keys() - wanted:
            _remove(self._base, name)

    def _rename(self, before: str, now: str) -> bool:
        try:
            (self._base / before).rename(self._base / now)
        except OSError:  # something else has the name
            return False
        return True

    def link(self, name: str, source: str, marks: Marks) -> None:
        """Put a file with these marks at an address, unless it is that one which is there.

        Size and time alone do not tell: within a moment files of one size are written, and each may have been moved.
        """
        if marks[-1] and self._left.get(name) == marks:
            return
        target = self.room_for(name)
        with contextlib.suppress(FileNotFoundError):
            os.unlink(target)  # noqa: PTH108  # by a string, as all files here
        try:
            os.link(source, target)  # as above
        except OSError:  # another disk, or one that knows no links
            shutil.copy2(source, target)


def _renamed(before: Iterable[str], now: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the names of a folder before and now, where one without folders in it went, and one came beside it."""
    old, new = _folders(before), _folders(now)
    went, came, outer = _beside(old - new), _beside(new - old), {folder.rpartition("/")[0] for folder in old}
    for within, names in went.items():
        if len(names) == len(came.get(within, ())) == 1 and names[0] not in outer:
            yield names[0], came[within][0]


def _named_anew(name: str, renamed: Mapping[str, str]) -> str:
    folder, slash, own = name.rpartition("/")
    return renamed.get(folder, folder) + slash + own


def _folders(files: Iterable[str]) -> set[str]:
    """Return all folders that files stand in, at any depth."""
    found: set[str] = set()
    for folder in {file.rpartition("/")[0] for file in files}:
        while folder and folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return found


def _beside(folders: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for folder in folders:
        found[folder.rpartition("/")[0]].append(folder)
    return found


def _remove(root: Path, name: str) -> None:
    """Remove a file, and the folders that nothing else stands in."""
    (root / name).unlink()
    with contextlib.suppress(OSError):
        for folder in (root / name).relative_to(root).parents:
            if folder.parts:
                (root / folder).rmdir()
