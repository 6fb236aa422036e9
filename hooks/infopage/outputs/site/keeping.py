"""A site folder that reuses unchanged files of the old site (the one built last) without opening them."""

import contextlib
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple, cast

from infopage.outputs.site.folder import SiteFolder
from infopage.outputs.site.site_before_last import SiteBeforeLast
from infopage.store.store import Store


class WrittenFile(NamedTuple):
    """A file as it was when written: the fingerprint of its inputs, its size in bytes, its time of change in ns."""

    key: str
    size: int
    time: int


class KeptFolder(SiteFolder):
    """The folder of a new site next to the old site. A file with unchanged inputs is hard-linked instead of made again.

    ``root`` is the new folder, and ``old`` the old one. ``known`` describes the old site's files when they were
    written. A file whose size or time has changed since then is not trusted, and is made again.
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
        """The description of all files of the new site by address, for the next build."""
        return self._taken | self._written

    def keeps(self, names: Iterable[str], key: str) -> bool:
        """Reuse the old files at the addresses ``names`` if all were made with this ``key``; tell whether they were."""
        found = {name: self._known.get(name) for name in names}
        taken = {name: one for name, one in found.items() if one and one.key == key}
        if len(taken) < len(found):
            return False
        self._taken |= taken
        return True

    def keeps_bytes(self, name: str, key: str) -> bool:
        """Reuse an old file with the same bytes for the address ``name``; tell whether there is one.

        The old file may have any address. ``key`` is the fingerprint of the bytes.
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
        """Write the file ``content`` at the address ``name``. ``key`` is the fingerprint of its inputs.

        Without a ``key`` the next build cannot reuse the file, and writes it again.
        """
        super().put(name, content)
        self._note(name, key)

    def copy(self, name: str, source: Path, key: str = "") -> None:
        """Copy the file ``source`` to the address ``name``. ``key`` is the fingerprint of its content or status.

        Without a ``key`` the next build cannot reuse the copy, and copies the file again.
        """
        super().copy(name, source)
        self._note(name, key)

    def _note(self, name: str, key: str) -> None:
        found = os.stat(self._root + name)  # noqa: PTH116  # string paths are faster
        self._written[name] = WrittenFile(key, found.st_size, found.st_mtime_ns)

    def is_as_it_was(self) -> bool:
        """Tell whether the new site is the same as the old site: no file was written, moved or removed."""
        return not self._written and not self._moved and self._taken.keys() == self._there.keys()

    def fill(self, base: Path) -> Path:
        """Complete the new site, and return its folder.

        If nothing was reused, that is this folder. Otherwise it is ``base``, the folder of an older site: it gets the
        files written here and links to the reused files.
        """
        taken = self._taken.keys() - self._written.keys()
        if not taken:
            return Path(self._root)
        if base.is_dir() and base.stat().st_dev != os.stat(self._old).st_dev:  # noqa: PTH116  # a string path
            shutil.rmtree(base)  # it is on another disk than the old site, whose files cannot be hard-linked there
        whole = SiteBeforeLast(base, {name: entry.inode() for name, entry in entries_of(base)})
        whole.follow(self.known)
        for name in self._written:
            os.replace(self._root + name, whole.room_for(name))  # noqa: PTH105  # string paths are faster
        for name in taken:
            before = self._moved.get(name, name)
            whole.link(name, self._old + before, self._there[before][-1])
        return base


_SITES = "trang"


def used_files(store: Store, site: Path) -> dict[str, WrittenFile]:
    """Return the description of a site's files that the last build stored, by address."""
    names, *columns = cast(Any, store.get(_SITES, str(site.resolve()))) or ((), (), (), ())
    return dict(zip(names, map(WrittenFile, *columns), strict=True))


def know_files(store: Store, site: Path, known: dict[str, WrittenFile]) -> None:
    """Store the description ``known`` of a site's files for the next build.

    It is stored by columns, because storing and reading it by rows takes three times as long.
    """
    store.put(_SITES, str(site.resolve()), (tuple(known), *zip(*known.values(), strict=True)) if known else None)


def files_of(site: Path) -> Iterator[tuple[str, tuple[int, int, int]]]:
    """Yield every file of a site with its size, time and inode."""
    for name, entry in entries_of(site):
        found = entry.stat(follow_symlinks=False)
        yield name, (found.st_size, found.st_mtime_ns, entry.inode())


def entries_of(site: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Yield the address and directory entry of every file of a site, without reading its size or time.

    Hidden files at the root are left out, except .well-known: they do not belong to the site.
    """
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
