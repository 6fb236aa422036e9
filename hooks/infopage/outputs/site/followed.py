"""The site before the last, brought up to the new one: what stands there as it should, stays."""

import contextlib
import os
import shutil
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from pathlib import Path

from infopage.outputs.site.folder import SiteFolder


class Followed(SiteFolder):
    """The folder of a site that becomes the one after the next: from one to another few files change."""

    def __init__(self, root: Path, left: dict[str, int]) -> None:
        """Begin with the files that are ``left`` there, with their inodes."""
        super().__init__(root)
        self._base = root
        self._left = left

    def follow(self, names: Iterable[str]) -> None:
        """Leave no file but those of these names; a folder that has got another name is given it, with what it has."""
        wanted = set(names)
        renamed = {before: now for before, now in _renamed(self._left.keys(), wanted) if self._rename(before, now)}
        if renamed:
            self._left = {_named_anew(name, renamed): marks for name, marks in self._left.items()}
        for name in self._left.keys() - wanted:
            _remove(self._base, name)

    def _rename(self, before: str, now: str) -> bool:
        """Rename a folder that has none in it, and tell whether that could be."""
        try:
            if any(entry.is_dir() for entry in (self._base / before).iterdir()):
                return False
            (self._base / before).rename(self._base / now)
        except OSError:  # something else has the name
            return False
        return True

    def link(self, name: str, source: str, inode: int) -> None:
        """Put the file of a site with this inode at an address, unless it is that one which is there.

        From site to site a file that stays is one file with two names, and its inode is at hand without asking for its
        size and time, which do not even tell: within a moment files of one size are written, and each may have moved.
        """
        if self._left.get(name) == inode:
            return
        target = self.room_for(name)
        with contextlib.suppress(FileNotFoundError):
            os.unlink(target)  # noqa: PTH108  # by a string, as all files here
        try:
            os.link(source, target)  # as above
        except OSError:  # another disk, or one that knows no links
            shutil.copy2(source, target)


def _renamed(before: Set[str], now: Set[str]) -> Iterator[tuple[str, str]]:
    """Yield the names of a folder before and now, where one went and one came beside it."""
    went = _beside(_folders(before - now) - _folders(now))
    came = _beside(_folders(now - before) - _folders(before))
    for within, names in went.items():
        if len(names) == len(came.get(within, ())) == 1:
            yield names[0], came[within][0]


def _named_anew(name: str, renamed: Mapping[str, str]) -> str:
    folder, slash, own = name.rpartition("/")
    return renamed.get(folder, folder) + slash + own


def _folders(files: Iterable[str]) -> set[str]:
    """Return the folders that files stand in, the site's own aside."""
    return {file.rpartition("/")[0] for file in files} - {""}


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
