"""Detects, without reading them, which files are unchanged since an earlier build: by their size and timestamps."""

import os
import time
from typing import Any

from infopage.store.store import Store

_TICK = 10_000_000_000
"""The minimum time, in nanoseconds, between a file's last change and the start of the build that reads the file.

Two changes within one tick of the file system's clock have the same timestamp, so the second change would go
unnoticed. Ten seconds are longer than the tick of any file system.
"""


class Seen:
    """The fingerprints of the contents of files, by path.

    A fingerprint is valid as long as the file's size, timestamps, inode and device are the same.
    Programs cannot set a file's status-change time (ctime), so every change is noticed. On systems without that time
    (such as Windows; then ``is_told`` is false), every file is read.
    """

    def __init__(self, store: Store, shelf: str, *, is_told: bool = os.name == "posix") -> None:
        self._store = store
        self._shelf = shelf
        self._is_told = is_told
        self._began = time.time_ns()
        known: Any = store.get(shelf, "") if is_told else None
        self._known: dict[str, tuple[tuple[int, ...], str]] = known or {}
        self._now: dict[str, tuple[tuple[int, ...], str]] = {}

    def fingerprint(self, name: str, stat: os.stat_result) -> str | None:
        """Return the fingerprint of the file ``name`` if it has not changed; None if the file must be read.

        ``stat`` is the current status of the file.
        """
        known = self._known.get(name)
        if known is None or known[0] != _marks(stat):
            return None
        self._now[name] = known
        return known[1]

    def note(self, name: str, stat: os.stat_result, fingerprint: str) -> None:
        """Remember the fingerprint of a file that was read; ``stat`` is the file's status before it was read.

        A file that changed too recently (see ``_TICK``) is not remembered, so the next build reads it again.
        """
        if max(stat.st_mtime_ns, stat.st_ctime_ns) < self._began - _TICK:
            self._now[name] = (_marks(stat), fingerprint)

    def keep(self) -> None:
        """Store the fingerprints of the files used in this build."""
        if self._is_told:
            if self._now != self._known:
                self._store.put(self._shelf, "", self._now)
            self._store.keep(self._shelf, ("",))


def _marks(stat: os.stat_result) -> tuple[int, ...]:
    return (stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino, stat.st_dev)
