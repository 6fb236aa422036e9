"""A site folder that takes over, unopened, what the old site has already."""

import contextlib
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple, cast

from infopage.outputs.site.folder import SiteFolder
from infopage.outputs.site.followed import Followed
from infopage.store.store import Store


class WrittenFile(NamedTuple):
    """A file as it was written: what it was made of, its size in bytes and its time in nanoseconds."""

    key: str
    size: int
    time: int


class KeptFolder(SiteFolder):
    """A new site's folder, beside the old site: what was made of the same is linked, not made.

    ``known`` is what was told of the old site's files when they were written. A file that has another size or time now
    is not what was written, and is made anew.
    """

    def __init__(self, root: Path, old: Path, known: Mapping[str, WrittenFile]) -> None:
        super().__init__(root)
        self._old = f"{old}/"
        self._there = dict(files_of(old))
        found = self._there.get
        self._known = {name: one for name, one in known.items() if (there := found(name)) and there[:2] == one[1:]}
        self._taken: dict[str, WrittenFile] = {}
        self._moved: dict[str, str] = {}
        self._written: dict[str, WrittenFile] = {}

    @property
    def known(self) -> dict[str, WrittenFile]:
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

    def keeps_bytes(self, name: str, key: str) -> bool:
        """Take over a file whose ``key`` is the fingerprint of its bytes, wherever it stood, and tell whether that
        could be.
        """
        if self.keeps((name,), key):
            return True
        if (before := self._by_key.get(key)) is None:
            return False
        self._taken[name], self._moved[name] = self._known[before], before
        return True

    @cached_property
    def _by_key(self) -> Mapping[str, str]:
        return {one.key: name for name, one in self._known.items()}

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
        self._written[name] = WrittenFile(key, found.st_size, found.st_mtime_ns)

    def is_as_it_was(self) -> bool:
        """Tell whether the old site is the new one: nothing was written or moved, and nothing is there no more."""
        return not self._written and not self._moved and self._taken.keys() == self._there.keys()

    def fill(self, base: Path) -> Path:
        """Return the folder of the whole new site: this one, or ``base``, the site before the old, brought up to it."""
        taken = self._taken.keys() - self._written.keys()
        if not taken:
            return Path(self._root)
        if base.is_dir() and base.stat().st_dev != os.stat(self._old).st_dev:  # noqa: PTH116  # as above
            shutil.rmtree(base)  # on another disk no file is one of the old site's
        whole = Followed(base, {name: entry.inode() for name, entry in entries_of(base)})
        whole.follow(self.known)
        for name in self._written:
            os.replace(self._root + name, whole.room_for(name))  # noqa: PTH105  # by a string, as all files here
        for name in taken:
            before = self._moved.get(name, name)
            whole.link(name, self._old + before, self._there[before][-1])
        return base


_SITES = "trang"


def known_files(store: Store, site: Path) -> dict[str, WrittenFile]:
    """Return what the last build told of a site's files."""
    names, *columns = cast(Any, store.get(_SITES, str(site.resolve()))) or ((), (), (), ())
    return dict(zip(names, map(WrittenFile, *columns), strict=True))


def know_files(store: Store, site: Path, known: dict[str, WrittenFile]) -> None:
    """Keep what is told of a site's files, in columns: one by one they take three times as long to keep and read."""
    store.put(_SITES, str(site.resolve()), (tuple(known), *zip(*known.values(), strict=True)) if known else None)


def files_of(site: Path) -> Iterator[tuple[str, tuple[int, int, int]]]:
    """Yield every file of a site with its size, time and inode."""
    for name, entry in entries_of(site):
        found = entry.stat(follow_symlinks=False)
        yield name, (found.st_size, found.st_mtime_ns, entry.inode())


def entries_of(site: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Yield every file of a site, without asking more of it; hidden ones at the top are not the site's own."""
    ahead = [""]
    while ahead:
        below = ahead.pop()
        with contextlib.suppress(OSError), os.scandir(f"{site}/{below}") as entries:
            for entry in entries:
                name = below + entry.name
                if not below and name.startswith(".") and name != ".well-known":
                    continue
                if entry.is_dir(follow_symlinks=False):
                    ahead.append(f"{name}/")
                elif entry.is_file(follow_symlinks=False):
                    yield name, entry
