"""A site folder that takes over, unopened, what the old site has already."""

import contextlib
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from infopage.outputs.rendering.folder import SiteFolder
from infopage.store.store import Store


class Known(NamedTuple):
    """A file as it was written: what it was made of, its size in bytes and its time in nanoseconds."""

    key: str
    size: int
    time: int


class KeptFolder(SiteFolder):
    """A new site's folder, beside the old site: what was made of the same is linked, not made.

    ``known`` is what was told of the old site's files when they were written. A file that has another size or time now
    is not what was written, and is made anew.
    """

    def __init__(self, root: Path, old: Path, known: Mapping[str, Known]) -> None:
        super().__init__(root)
        self._old = f"{old}/"
        self._there = dict(files_of(old))
        self._known = {name: one for name, one in known.items() if self._there.get(name) == one[1:]}
        self._taken: dict[str, Known] = {}
        self._written: dict[str, Known] = {}

    @property
    def known(self) -> dict[str, Known]:
        """All files of the new site, for the next build."""
        return self._taken | self._written

    def keeps(self, names: Iterable[str], key: str) -> bool:
        """Take over files that were all made of the same as now, and tell whether that could be."""
        found = {name: self._known.get(name) for name in names}
        taken = {name: one for name, one in found.items() if one and one.key == key}
        if len(taken) < len(found):
            return False
        self._taken |= taken
        return True

    def put(self, name: str, content: bytes, key: str = "") -> None:
        """Write a file at an address; without a ``key`` it is written again next time."""
        super().put(name, content)
        self._note(name, key)

    def copy(self, name: str, source: Path, key: str = "") -> None:
        """Copy a file to an address."""
        super().copy(name, source)
        self._note(name, key)

    def _note(self, name: str, key: str) -> None:
        found = os.stat(self._root + name)  # noqa: PTH116  # by a string, as all files here
        self._written[name] = Known(key, found.st_size, found.st_mtime_ns)

    def is_as_it_was(self) -> bool:
        """Tell whether the old site is the new one: nothing was written, and nothing is there no more."""
        return not self._written and self._taken.keys() == self._there.keys()

    def fill(self, base: Path) -> Path:
        """Return the folder of the whole new site: this one, or ``base``, the site before the old, brought up to it.

        From one site to the next few files change: what stands in ``base`` as it should, stays.
        """
        if not self._taken.keys() - self._written.keys():
            return Path(self._root)
        left, whole = dict(files_of(base)), SiteFolder(base)
        for name in left.keys() - self.known.keys():
            _remove(base, name)
        for name in self._written:
            os.replace(self._root + name, whole.room_for(name))  # noqa: PTH105  # by a string, as all files here
        for name in self._taken.keys() - self._written.keys():
            if left.get(name) != self._taken[name][1:]:
                target = whole.room_for(name)
                _link(self._old + name, target)
        return base


def _remove(root: Path, name: str) -> None:
    """Remove a file, and the folders that nothing else stands in."""
    (root / name).unlink()
    with contextlib.suppress(OSError):
        for folder in (root / name).relative_to(root).parents:
            if folder.parts:
                (root / folder).rmdir()


def _link(source: str, target: str) -> None:
    with contextlib.suppress(FileNotFoundError):
        os.unlink(target)  # noqa: PTH108  # by a string, as all files here
    try:
        os.link(source, target)  # as above
    except OSError:  # another disk, or one that knows no links
        shutil.copy2(source, target)


_SITES = "trang"


def known_files(store: Store, site: Path) -> dict[str, Known]:
    """Return what the last build told of a site's files."""
    found = store.get(_SITES, str(site.resolve()))
    return found if isinstance(found, dict) else {}


def know_files(store: Store, site: Path, known: dict[str, Known]) -> None:
    """Keep what is told of a site's files."""
    store.put(_SITES, str(site.resolve()), known)


def files_of(site: Path) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield every file of a site with its size and time; hidden ones at the top are not the site's own."""
    yield from _files(f"{site}/", "")


def _files(root: str, below: str) -> Iterator[tuple[str, tuple[int, int]]]:
    try:
        entries = list(os.scandir(root + below))
    except OSError:
        return
    for entry in entries:
        name = below + entry.name
        if entry.is_dir(follow_symlinks=False):
            if below or not entry.name.startswith(".") or entry.name == ".well-known":
                yield from _files(root, f"{name}/")
        elif entry.is_file(follow_symlinks=False) and (below or not entry.name.startswith(".")):
            found = entry.stat(follow_symlinks=False)
            yield name, (found.st_size, found.st_mtime_ns)
