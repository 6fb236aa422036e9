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
        self._known = cast(dict[str, dict[str, T]], store.all(shelf))
        self._lots: dict[str, dict[str, T]] = {}

    def get(self, name: str) -> T | None:
        """Return what was known by a name before this build."""
        return self._known.get(_lot(name), {}).get(name)

    def set(self, name: str, value: T) -> None:
        """Say what is known by a name, new or as it was."""
        self._lots.setdefault(_lot(name), {})[name] = value

    def keep(self) -> None:
        """Keep what was set, and nothing else."""
        for lot, values in self._lots.items():
            if values != self._known.get(lot):
                self._store.put(self._shelf, lot, values)
        self._store.keep(self._shelf, self._lots)


def _lot(name: str) -> str:
    return f"{zlib.crc32(os.fsencode(name)) % _LOTS:02x}"
