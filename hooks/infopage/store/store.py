"""The store: a file that keeps what builds have made, by the fingerprint of all it was made of.

It is a help and never a source. Whatever is wrong with it, a file that is not there, cut short, filled with other bytes
or made by other code, everything is made anew. It may be deleted at any time, and carried between machines. Builds that
run at once, or are killed, do not spoil it: SQLite writes a value whole or not at all, and what one says is all in its
key.
"""

import contextlib
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TypeVar, cast

from infopage.store.code import code_digest
from infopage.store.values import packed, unpacked

_NAMED = "kho-{}.sqlite"
"""The store's file: each state of the code has its own, so builds by different code do not meet."""

_PATIENCE = 10
"""Seconds to wait for another build that is writing."""

_PAGE = 32_768
"""Bytes that SQLite reads and writes at once: most values take many of the usual 4,096."""

_MOST_HELD = 32_000_000
"""So many bytes of new values are held at most; then they are written, so that memory does not grow with them."""

_TABLE = "CREATE TABLE IF NOT EXISTS made (shelf TEXT, key TEXT, crc INT, value BLOB, PRIMARY KEY (shelf, key))"

T = TypeVar("T")


class Store:
    """What is known, on shelves by what it is, on each by the fingerprint of what it was made of."""

    def __init__(self, folder: Path | None = None) -> None:
        """Open the store in a folder; without one nothing is known and nothing is kept."""
        self._file = file = folder / _NAMED.format(code_digest()) if folder else None
        self._new: dict[tuple[str, str], bytes] = {}
        self._held = 0
        self._put: dict[str, set[str]] = {}
        self._kept: dict[str, set[str]] = {}
        self._known = _opened(file) if file else None

    def get(self, shelf: str, key: str) -> object | None:
        """Return what is known by a key, None where nothing is."""
        if (data := self._new.get((shelf, key))) is None:
            data = next(self._read("SELECT crc, value FROM made WHERE shelf = ? AND key = ?", shelf, key), None)
        return None if data is None else _value(data)

    def all(self, shelf: str) -> dict[str, object]:
        """Return all that is known on a shelf before this build, by key."""
        if self._known is None:
            return {}
        try:
            rows = self._known.execute("SELECT key, crc, value FROM made WHERE shelf = ?", (shelf,)).fetchall()
        except sqlite3.Error:
            return {}
        found = ((key, _value(data)) for key, crc, data in rows if zlib.crc32(data) == crc)
        return {key: value for key, value in found if value is not None}

    def put(self, shelf: str, key: str, value: object) -> None:
        """Keep a plain value; it may not be changed any more."""
        self._new[shelf, key] = data = packed(value)
        self._put.setdefault(shelf, set()).add(key)
        self._held += len(data)
        if self._held > _MOST_HELD and self._file:
            self._write({})

    def made(self, shelf: str, key: str, make: Callable[[], T]) -> T:
        """Return what is known by a key, made now where nothing is."""
        self.keep(shelf, (key,))
        known = self.get(shelf, key)
        if known is not None:
            return cast(T, known)
        value = make()
        self.put(shelf, key, value)
        return value

    def keep(self, shelf: str, keys: Iterable[str]) -> None:
        """Say what a build has used of a shelf; of a shelf of which anything was used the rest is forgotten."""
        self._kept.setdefault(shelf, set()).update(keys)

    def commit(self) -> None:
        """Write what is new and forget what was not used; where that can't be, the store stays as it was."""
        self._write(self._kept)

    def _write(self, kept: Mapping[str, set[str]]) -> None:
        """Write what is new, and of the shelves that are named forget all that is not ``kept`` there."""
        self._held = 0
        if self._file is None:
            return
        with contextlib.suppress(sqlite3.Error, OSError):
            known = self._known or _created(self._file)
            self._known = known
            with known:
                known.execute("BEGIN IMMEDIATE")
                known.executemany(
                    "INSERT OR REPLACE INTO made VALUES (?, ?, ?, ?)",
                    ((*name, zlib.crc32(data), data) for name, data in self._new.items()),
                )
                for shelf, used in kept.items():
                    here = {key for (key,) in known.execute("SELECT key FROM made WHERE shelf = ?", (shelf,))}
                    gone = [(shelf, key) for key in here - used - self._put.get(shelf, set())]
                    known.executemany("DELETE FROM made WHERE shelf = ? AND key = ?", gone)
            self._new.clear()

    def close(self) -> None:
        """Let go of the file."""
        if self._known is not None:
            self._known.close()
            self._known = None

    def _read(self, query: str, *values: str) -> Iterator[bytes]:
        if self._known is not None:
            with contextlib.suppress(sqlite3.Error):
                for crc, data in self._known.execute(query, values):
                    if isinstance(data, bytes) and zlib.crc32(data) == crc:
                        yield data


def _value(data: bytes) -> object | None:
    try:
        return unpacked(data)
    except ValueError:
        return None


def _opened(file: Path) -> sqlite3.Connection | None:
    """Return the file's database, if it is one."""
    if not file.is_file():
        return None
    known = None
    try:
        known = _connected(file)
        known.execute("SELECT count(*) FROM made WHERE shelf = ''")
    except sqlite3.Error:
        if known is not None:
            known.close()
        return None
    return known


def _created(file: Path) -> sqlite3.Connection:
    """Return an empty database in the place of what is there, and of what other code has left."""
    file.parent.mkdir(parents=True, exist_ok=True)
    for old in file.parent.glob(_NAMED.format("*") + "*"):
        old.unlink(missing_ok=True)
    known = _connected(file)
    known.execute(f"PRAGMA page_size = {_PAGE}")
    known.execute(_TABLE)
    return known


def _connected(file: Path) -> sqlite3.Connection:
    known = sqlite3.connect(file, timeout=_PATIENCE, isolation_level=None)
    # A build that is killed loses nothing by this; only a machine that loses power may, and then a check sum tells.
    known.execute("PRAGMA synchronous = OFF")
    return known
