"""The store: a file that caches the values computed by builds. The key of a value is a fingerprint of all its inputs.

The store is never the only copy. If its file is missing, truncated, corrupt or written by other code, the values are
computed again. The file may be deleted at any time, and copied between machines. Concurrent or killed builds do not
corrupt it: SQLite writes a value completely or not at all, and a value depends on nothing but its key.
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
"""The name of the store's file. It contains a fingerprint of the code, so that different code uses different files."""

_PATIENCE = 10
"""Seconds to wait while another build is writing."""

_PAGE = 32_768
"""SQLite's page size in bytes: most values would need many pages of the usual 4,096."""

_MOST_HELD = 32_000_000
"""The most bytes of new values kept in memory before they are written, so that memory use stays limited."""

_TABLE = "CREATE TABLE IF NOT EXISTS made (shelf TEXT, key TEXT, crc INT, value BLOB, PRIMARY KEY (shelf, key))"

T = TypeVar("T")


class Store:
    """A cache of values. Each type of value has a named shelf (a namespace), on which a value is found by its key."""

    def __init__(self, folder: Path | None = None) -> None:
        """Open the store in a folder. Without a folder, the store is empty and keeps nothing after the build."""
        self._file = file = folder / _NAMED.format(code_digest()) if folder else None
        self._new: dict[tuple[str, str], bytes] = {}
        self._held = 0
        self._put: dict[str, set[str]] = {}
        self._kept: dict[str, set[str]] = {}
        self._known = _opened(file) if file else None

    def get(self, shelf: str, key: str) -> object | None:
        """Return the value with a key on a shelf (a namespace); None if there is none."""
        if (data := self._new.get((shelf, key))) is None:
            data = next(self._read("SELECT crc, value FROM made WHERE shelf = ? AND key = ?", shelf, key), None)
        return None if data is None else _value(data)

    def all(self, shelf: str) -> dict[str, object]:
        """Return all values that earlier builds stored on a shelf (a namespace), by key."""
        if self._known is None:
            return {}
        try:
            rows = self._known.execute("SELECT key, crc, value FROM made WHERE shelf = ?", (shelf,)).fetchall()
        except sqlite3.Error:
            return {}
        found = ((key, _value(data)) for key, crc, data in rows if zlib.crc32(data) == crc)
        return {key: value for key, value in found if value is not None}

    def put(self, shelf: str, key: str, value: object) -> None:
        """Store a value of plain types (see ``values``) under ``key`` on a shelf, which is a namespace.

        The caller must not change the value afterwards.
        """
        self._new[shelf, key] = data = packed(value)
        self._put.setdefault(shelf, set()).add(key)
        self._held += len(data)
        if self._held > _MOST_HELD and self._file:
            self._write({})

    def made(self, shelf: str, key: str, make: Callable[[], T]) -> T:
        """Return the value with a key on a shelf (a namespace).

        If there is none, compute it with ``make`` and store it.
        """
        self.keep(shelf, (key,))
        known = self.get(shelf, key)
        if known is not None:
            return cast(T, known)
        value = make()
        self.put(shelf, key, value)
        return value

    def keep(self, shelf: str, keys: Iterable[str]) -> None:
        """Mark keys of a shelf (a namespace) as used by this build; :meth:`commit` deletes the shelf's other values.

        A shelf of which no key was marked keeps all its values, because this build may not have used the shelf.
        """
        self._kept.setdefault(shelf, set()).update(keys)

    def commit(self) -> None:
        """Write new values into the file and delete unused ones (see :meth:`keep`).

        If that fails, the file stays unchanged.
        """
        self._write(self._kept)

    def _write(self, kept: Mapping[str, set[str]]) -> None:
        """Write new values. ``kept`` has keys by shelf (a namespace).

        On each shelf named there, delete the old values whose keys are not listed.
        """
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
        """Close the file that holds the stored values."""
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
    """Return a connection to the store in ``file``; None if the file does not exist or is not a store."""
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
    """Return a connection to a new, empty database in ``file``.

    First delete the old file, which is unusable, and the files of other versions of the code.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    for old in file.parent.glob(_NAMED.format("*") + "*"):
        old.unlink(missing_ok=True)
    known = _connected(file)
    known.execute(f"PRAGMA page_size = {_PAGE}")
    known.execute(_TABLE)
    return known


def _connected(file: Path) -> sqlite3.Connection:
    # A preview server finishes a build in another thread than it began in, but never uses the store in two at once.
    known = sqlite3.connect(file, timeout=_PATIENCE, isolation_level=None, check_same_thread=False)
    # SQLite does not wait until the disk has the data, which is faster. A killed build still loses nothing. A power
    # failure may damage values, which check sums detect.
    known.execute("PRAGMA synchronous = OFF")
    return known
