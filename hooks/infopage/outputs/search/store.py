"""What was read of each entry, kept from build to build: after an edit only what was edited is read again."""

import hashlib
import json
import zipfile
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

import infopage
from infopage.outputs.search.entries import Entry
from infopage.outputs.search.sources import Source
from infopage.outputs.search.terms import Codes, Counted, Counts, Speech, Terms

_COLUMNS = ("words", "pairs")


class Store:
    """Entries by what they were read from. It never changes what an index says: without it all is read again."""

    def __init__(self) -> None:
        """Start with nothing known."""
        self.speech = Speech()
        self.changed = False
        self._known: dict[str, Entry] = {}

    @classmethod
    def read(cls, path: Path) -> "Store":
        """Read what ``write`` wrote; a file that is not there, or not whole, is nothing known."""
        store = cls()
        try:
            with path.open("rb") as opened, np.load(opened, allow_pickle=False) as file:
                told = json.loads(file["told"].tobytes())
                if told["code"] != _code():
                    return store
                words, pairs = (
                    list(_apart(file[name], file[f"{name}-often"], file[f"{name}-sizes"])) for name in _COLUMNS
                )
            rows = zip(told["entries"], words, pairs, strict=True)
            store._known = {
                key: Entry(Terms(length, one, two), record, tuple((short, full) for short, full in introduced))
                for (key, length, record, introduced), one, two in rows
            }
            store.speech.spelt.update((int(code), word) for code, word in told["spelt"].items())
        except (OSError, ValueError, KeyError, TypeError, zipfile.BadZipFile, EOFError):
            return cls()
        return store

    def write(self, path: Path) -> None:
        """Write what is known where it has changed, whole or not at all; raises OSError where it can't be written."""
        if not self.changed:
            return
        entries = list(self._known.values())
        told = {
            "code": _code(),
            "entries": [(key, one.terms.length, one.record, one.introduced) for key, one in self._known.items()],
            "spelt": self.speech.spelt,
        }
        columns: dict[str, Any] = {"told": np.frombuffer(json.dumps(told).encode(), np.uint8)}
        for name in _COLUMNS:
            counted: list[Counted] = [getattr(one.terms, name) for one in entries]
            columns[name] = np.concatenate([np.empty(0, np.uint32), *(one.codes for one in counted)])
            columns[f"{name}-often"] = np.concatenate([np.empty(0, np.uint8), *(one.often for one in counted)])
            columns[f"{name}-sizes"] = np.array([len(one.codes) for one in counted], np.int64)
        path.parent.mkdir(parents=True, exist_ok=True)
        new = path.with_suffix(".new")
        with new.open("wb") as file:
            np.savez(file, **columns)
        new.replace(path)

    def entries(self, found: Sequence[Source], letters: int, read: Callable[[Source], Entry]) -> list[Entry]:
        """Return the entries of the sources, reading those that are not known, and forget all others."""
        known = self._known
        keys = [f"{source.signature}-{letters}" for source in found]
        self._known = {
            key: known[key] if key in known else read(source) for key, source in zip(keys, found, strict=True)
        }
        if self.speech.clashed and known:
            # Which of two syllables with one code is meant must not depend on what once was: read all anew.
            self.speech = Speech()
            self._known = {key: read(source) for key, source in zip(keys, found, strict=True)}
        self.changed = self._known.keys() != known.keys() and not self.speech.clashed
        return [self._known[key] for key in keys]


@cache
def _code() -> str:
    """Return a fingerprint of the code that an entry is a function of."""
    package = Path(infopage.__file__).parent
    digest = hashlib.blake2b(np.__version__.encode(), digest_size=16)
    for path in sorted((*package.glob("language/*.py"), *Path(__file__).parent.glob("*.py"))):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _apart(codes: Codes, often: Counts, sizes: NDArray[np.int64]) -> Iterable[Counted]:
    ends = np.cumsum(sizes).tolist()
    if len(codes) != len(often) or len(codes) != (ends[-1] if ends else 0):
        raise ValueError("columns of different lengths")
    for begin, end in zip([0, *ends], ends, strict=False):
        yield Counted(codes[begin:end], often[begin:end])
