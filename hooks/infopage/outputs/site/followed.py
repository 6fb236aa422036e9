"""Turns the folder of the site before the last into the new site: files that are already right stay in place."""

import contextlib
import os
import shutil
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from pathlib import Path

from infopage.outputs.site.folder import SiteFolder


class Followed(SiteFolder):
    """The folder of an older site that becomes the new site; only few files differ between the two."""

    def __init__(self, root: Path, left: dict[str, int]) -> None:
        """Begin with the files in the folder, ``left``, and their inodes."""
        super().__init__(root)
        self._base = root
        self._left = left

    def follow(self, names: Iterable[str]) -> None:
        """Remove all files except those of these names; a folder with another name in the new site is renamed."""
        wanted = set(names)
        renamed = {before: now for before, now in _renamed(self._left.keys(), wanted) if self._rename(before, now)}
        if renamed:
            self._left = {_named_anew(name, renamed): marks for name, marks in self._left.items()}
        for name in self._left.keys() - wanted:
            _remove(self._base, name)

    def _rename(self, before: str, now: str) -> bool:
        """Rename a folder if it has no subfolders; tell whether it was renamed."""
        try:
            if any(entry.is_dir() for entry in (self._base / before).iterdir()):
                return False
            (self._base / before).rename(self._base / now)
        except OSError:  # something else already has the name
            return False
        return True

    def link(self, name: str, source: str, inode: int) -> None:
        """Link the file ``source``, which has this inode, at an address, unless the address has that file already.

        A file that stays from site to site is one file with two names. So inodes show whether it is there; they are
        known without asking for size and time. Those would not be enough: files of one size may be written in the same
        moment.
        """
        if self._left.get(name) == inode:
            return
        target = self.room_for(name)
        with contextlib.suppress(FileNotFoundError):
            os.unlink(target)  # noqa: PTH108  # by a string, as all files here
        try:
            os.link(source, target)  # by a string, as all files here
        except OSError:  # another disk, or one without hard links
            shutil.copy2(source, target)


def _renamed(before: Set[str], now: Set[str]) -> Iterator[tuple[str, str]]:
    """Yield the old and new name of a folder where just one folder has gone and just one has come in one place."""
    went = _beside(_folders(before - now) - _folders(now))
    came = _beside(_folders(now - before) - _folders(before))
    for within, names in went.items():
        if len(names) == len(came.get(within, ())) == 1:
            yield names[0], came[within][0]


def _named_anew(name: str, renamed: Mapping[str, str]) -> str:
    folder, slash, own = name.rpartition("/")
    return renamed.get(folder, folder) + slash + own


def _folders(files: Iterable[str]) -> set[str]:
    """Return the folders of files, except the site's root."""
    return {file.rpartition("/")[0] for file in files} - {""}


def _beside(folders: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for folder in folders:
        found[folder.rpartition("/")[0]].append(folder)
    return found


def _remove(root: Path, name: str) -> None:
    """Remove a file, and the folders that are then empty."""
    (root / name).unlink()
    with contextlib.suppress(OSError):
        for folder in (root / name).relative_to(root).parents:
            if folder.parts:
                (root / folder).rmdir()
