"""Files that stand as they were when a build before this one read them: told from their dates, without reading them."""

import os
import time
from typing import Any

from infopage.store.store import Store

_TICK = 10_000_000_000
"""Nanoseconds that must lie between a file's last change and its reading: two changes nearer than what a file system's
clock can tell have one date, and the second would not be seen. Ten seconds are more than any has."""


class Seen:
    """The fingerprints of files by name, as far as they can be told without reading.

    A file that was changed keeps neither size, dates and place; the date of a change cannot be set by hand but where
    the system has no such date, and there each file is read.
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
        """Return the fingerprint of a file that stands as it was; None where it must be read."""
        known = self._known.get(name)
        if known is None or known[0] != _marks(stat):
            return None
        self._now[name] = known
        return known[1]

    def note(self, name: str, stat: os.stat_result, fingerprint: str) -> None:
        """Remember the fingerprint of a file that was read; ``stat`` is from before."""
        if max(stat.st_mtime_ns, stat.st_ctime_ns) < self._began - _TICK:
            self._now[name] = (_marks(stat), fingerprint)

    def keep(self) -> None:
        """Keep what is known of the files that were asked for."""
        if self._is_told:
            if self._now != self._known:
                self._store.put(self._shelf, "", self._now)
            self._store.keep(self._shelf, ("",))


def _marks(stat: os.stat_result) -> tuple[int, ...]:
    return (stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino, stat.st_dev)
