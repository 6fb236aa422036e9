"""Turns the folder of an older site into the new site; files that are the same in both stay in place."""

import contextlib
import os
import shutil
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from pathlib import Path

from infopage.outputs.site.folder import SiteFolder


class SiteBeforeLast(SiteFolder):
    """The folder of an older site (the one before the last), which becomes the new site.

    Few files differ between the two, so this takes much less time than filling an empty folder.
    """

    def __init__(self, root: Path, left: dict[str, int]) -> None:
        """Begin with the folder ``root``; ``left`` maps the addresses of the files in it to their inodes."""
        super().__init__(root)
        self._base = root
        self._left = left

    def follow(self, names: Iterable[str]) -> None:
        """Make the folder ready for the new site, whose files have the addresses ``names``.

        First, folders that have another name in the new site are renamed, so that their files stay in place. Then all
        files with addresses not in ``names`` are removed.
        """
        wanted = set(names)
        renamed = {before: now for before, now in _renamed(self._left.keys(), wanted) if self._rename(before, now)}
        if renamed:
            self._left = {_named_anew(name, renamed): marks for name, marks in self._left.items()}
        for name in self._left.keys() - wanted:
            _remove(self._base, name)

    def _rename(self, before: str, now: str) -> bool:
        """Rename the folder ``before`` to ``now`` if it has no subfolders; tell whether it was renamed."""
        try:
            if any(entry.is_dir() for entry in (self._base / before).iterdir()):
                return False
            (self._base / before).rename(self._base / now)
        except OSError:  # the new name may already be in use
            return False
        return True

    def link(self, name: str, source: str, inode: int) -> None:
        """Create a hard link at the address ``name`` to the file ``source``, unless the address has that file already.

        ``inode`` is the inode of ``source``. An unchanged file is one file on disk, hard-linked in both sites. So an
        equal inode shows that the address has it already. Size and time would not be enough, because two files of the
        same size may be written at the same moment. Besides, a listing of a folder gives inodes without a further call.
        """
        if self._left.get(name) == inode:
            return
        target = self.room_for(name)
        with contextlib.suppress(FileNotFoundError):
            os.unlink(target)  # noqa: PTH108  # string paths are faster
        try:
            os.link(source, target)  # string paths are faster than Path objects, for thousands of files
        except OSError:  # on another disk, or on one without hard links, a copy must do
            shutil.copy2(source, target)


def _renamed(before: Set[str], now: Set[str]) -> Iterator[tuple[str, str]]:
    """Yield the old and new names of renamed folders, given the addresses of all files before and now.

    A folder counts as renamed if, in the folder above it, exactly one folder has disappeared and exactly one is new.
    """
    went = _beside(_folders(before - now) - _folders(now))
    came = _beside(_folders(now - before) - _folders(before))
    for within, names in went.items():
        if len(names) == len(came.get(within, ())) == 1:
            yield names[0], came[within][0]


def _named_anew(name: str, renamed: Mapping[str, str]) -> str:
    folder, slash, own = name.rpartition("/")
    return renamed.get(folder, folder) + slash + own


def _folders(files: Iterable[str]) -> set[str]:
    """Return the folders that contain the files, except the site's root."""
    return {file.rpartition("/")[0] for file in files} - {""}


def _beside(folders: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for folder in folders:
        found[folder.rpartition("/")[0]].append(folder)
    return found


def _remove(root: Path, name: str) -> None:
    """Remove the file ``name`` below ``root``, and each folder above it that becomes empty."""
    (root / name).unlink()
    with contextlib.suppress(OSError):
        for folder in (root / name).relative_to(root).parents:
            if folder.parts:
                (root / folder).rmdir()
