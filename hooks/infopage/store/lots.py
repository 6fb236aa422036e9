"""Stores small named values in batches (lots): single values are slow to read, one batch of all is slow to write."""

import os
import zlib
from typing import Generic, TypeVar, cast

from infopage.store.store import Store

_LOTS = 256

T = TypeVar("T")


class Lots(Generic[T]):
    """The values on one shelf of the store, by name. A shelf is a namespace for one type of value.

    A name does not change with the inputs of its value. So the value must record its inputs, and the caller must check
    that they are unchanged.
    """

    def __init__(self, store: Store, shelf: str) -> None:
        self._store = store
        self._shelf = shelf
        lots = cast(dict[str, dict[str, T]], store.all(shelf))
        self._known = {name: value for lot in lots.values() for name, value in lot.items()}
        self._now: dict[str, T] = {}

    def get(self, name: str) -> T | None:
        """Return the value that an earlier build stored under a name; None if there is none."""
        return self._known.get(name)

    def set(self, name: str, value: T) -> None:
        """Set the value of a name for the next build. An unchanged value must be set too, or :meth:`keep` drops it."""
        self._now[name] = value

    def keep(self) -> None:
        """Store the values set in this build, and drop all others. Batches without changes are not written."""
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
