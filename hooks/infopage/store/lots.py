"""Small values by name, kept in lots: one by one it would take longer to find them, all in one to write them."""

import os
import zlib
from typing import Generic, TypeVar, cast

from infopage.store.store import Store

_LOTS = 256

T = TypeVar("T")


class Lots(Generic[T]):
    """The values of one shelf. Whoever keeps one says in it what it was made of, and looks whether that still holds."""

    def __init__(self, store: Store, shelf: str) -> None:
        self._store = store
        self._shelf = shelf
        lots = cast(dict[str, dict[str, T]], store.all(shelf))
        self._known = {name: value for lot in lots.values() for name, value in lot.items()}
        self._now: dict[str, T] = {}

    def get(self, name: str) -> T | None:
        """Return what was known by a name before this build."""
        return self._known.get(name)

    def set(self, name: str, value: T) -> None:
        """Say what is known by a name, new or as it was."""
        self._now[name] = value

    def keep(self) -> None:
        """Keep what was set, and nothing else."""
        lots: dict[str, dict[str, T]] = {}
        for name, value in self._now.items():
            lots.setdefault(_lot(name), {})[name] = value
        gone = {_lot(name) for name in self._known.keys() - self._now.keys()}
        for lot, values in lots.items():
            if lot in gone or any(self._known.get(name) is not value for name, value in values.items()):
                self._store.put(self._shelf, lot, values)
        self._store.keep(self._shelf, lots)


def _lot(name: str) -> str:
    return f"{zlib.crc32(os.fsencode(name)) % _LOTS:02x}"
