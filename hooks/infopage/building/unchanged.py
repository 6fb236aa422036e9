"""Whether a build has nothing to do: it would read what the last one read, and its site stands as it was written.

This is asked before anything else is even imported, so it knows nothing of texts and pages.
"""

import os
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from infopage.outputs.site.keeping import files_of, known_files
from infopage.store.digests import digest
from infopage.store.store import Store

_SHELF = "lan-dung"

RECENT, FINE = timedelta(seconds=2), timedelta(milliseconds=50)
"""A file may change twice within the time that its disk tells apart, and look the same: what is younger is not
trusted. The coarsest disks count two seconds; one whose times have fractions of a second, some thousandths.
"""

_SECOND = 1_000_000_000


class Remembered(NamedTuple):
    """A build: the fingerprint of all it read, the time in which the clock changes nothing, and its report."""

    inputs: str
    since: datetime
    until: datetime
    report: str


def inputs(docs: Path, read: Iterable[Path], told: Iterable[str], now: datetime) -> str:
    """Return a fingerprint of all that a build reads; empty where that cannot be told by the files' times.

    Of the files in ``docs`` it takes their names, sizes and times, for they are many; ``read`` are other files, or
    folders of them, that are read whole; ``told`` is what the build is told besides. ``now`` is the machine's time.
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
    """Return the report of the last build of a site where this one would say and make the same; else None."""
    last = store.get(_SHELF, str(site.resolve()))
    if not read or not isinstance(last, Remembered) or last.inputs != read or not last.since <= instant < last.until:
        return None
    known = {name: one[1:] for name, one in known_files(store, site).items()}
    return last.report if known and known == {name: one[:2] for name, one in files_of(site)} else None


def remember(store: Store, site: Path, build: Remembered) -> None:
    """Keep what a build of a site read and said."""
    store.put(_SHELF, str(site.resolve()), build)


def _is_recent(at: int, now: datetime) -> bool:
    return at > ((now - (FINE if at % _SECOND else RECENT)).timestamp() * _SECOND)


def _statuses(root: str, below: str) -> Iterator[tuple[str, os.stat_result]]:
    """Yield every file and folder below a folder with its status, in order of name."""
    for entry in sorted(os.scandir(f"{root}/{below}"), key=lambda one: one.name):
        yield below + entry.name, entry.stat(follow_symlinks=False)
        if entry.is_dir(follow_symlinks=False):
            yield from _statuses(root, f"{below}{entry.name}/")
