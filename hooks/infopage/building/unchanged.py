"""Tells whether a build has nothing to do: its inputs are those of the last build, and the site has not changed.

This check runs before most modules are imported, so this module must not import any that read or write content.
"""

import os
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from infopage.outputs.site.keeping import files_of, used_files
from infopage.store.digests import digest
from infopage.store.store import Store

_SHELF = "lan-dung"

RECENT, FINE = timedelta(seconds=2), timedelta(milliseconds=50)
"""The age from which a file's timestamp is trusted: if it is in whole seconds (``RECENT``), and otherwise (``FINE``).

A file may change twice within one tick of the file system's clock, and keep its timestamp. The coarsest clocks have a
tick of two seconds. Clocks that show fractions of a second have ticks of a few milliseconds.
"""

_SECOND = 1_000_000_000


class Remembered(NamedTuple):
    """The stored data of the last build, whose result is valid for build times from ``since`` up to ``until``."""

    inputs: str
    """A fingerprint of the build's inputs."""
    since: datetime
    until: datetime
    report: str
    """The report of faults, as shown to the editor."""


def inputs(docs: Path, read: Iterable[Path], told: Iterable[str], now: datetime) -> str:
    """Return a fingerprint of all inputs of a build; empty if some file is too recent to trust its timestamp.

    - ``docs``: the folder of the content. It has many files, so only their names and statuses (size, times) are used.
    - ``read``: other files and folders, whose content is part of the fingerprint.
    - ``told``: the build's settings, as text.
    - ``now``: the time of the machine's clock.
    """
    lines: list[str] = []
    for name, found in _statuses(str(docs), ""):
        if any(_is_recent(at, now) for at in (found.st_mtime_ns, found.st_ctime_ns)):
            return ""
        lines.append(f"{name}\0{found.st_mode} {found.st_size} {found.st_mtime_ns} {found.st_ctime_ns} {found.st_ino}")
    parts = ["\n".join(lines).encode(errors="surrogateescape"), *(one.encode() for one in told)]
    for path in read:
        files = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in (one for one in files if one.is_file()):
            parts += (file.relative_to(path.parent).as_posix().encode(errors="surrogateescape"), file.read_bytes())
    return digest(*parts)


def unchanged(store: Store, site: Path, read: str, instant: datetime) -> str | None:
    """Return the report of the last build of ``site`` if a new build would have the same result; else None.

    ``store`` has the data of the last build. ``read`` is the result of :func:`inputs` for the new build, ``instant``
    the time as of which it builds.
    """
    last = store.get(_SHELF, str(site.resolve()))
    if not read or not isinstance(last, Remembered) or last.inputs != read or not last.since <= instant < last.until:
        return None
    known = {name: one[1:] for name, one in used_files(store, site).items()}
    return last.report if known and known == {name: one[:2] for name, one in files_of(site)} else None


def remember(store: Store, site: Path, build: Remembered) -> None:
    """Store the data of the latest build of ``site`` for :func:`unchanged`."""
    store.put(_SHELF, str(site.resolve()), build)


def _is_recent(at: int, now: datetime) -> bool:
    return at > ((now - (FINE if at % _SECOND else RECENT)).timestamp() * _SECOND)


def _statuses(root: str, below: str) -> Iterator[tuple[str, os.stat_result]]:
    """Yield (name, status) for every file and folder below ``root/below``, in order of name, relative to ``root``."""
    for entry in sorted(os.scandir(f"{root}/{below}"), key=lambda one: one.name):
        yield below + entry.name, entry.stat(follow_symlinks=False)
        if entry.is_dir(follow_symlinks=False):
            yield from _statuses(root, f"{below}{entry.name}/")
