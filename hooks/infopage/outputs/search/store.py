"""Keeps index entries and inverted indexes from build to build, so that only changed entries are processed again."""

import json
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np

from infopage.outputs.search import pieces, tuning
from infopage.outputs.search.entries import IndexedEntry
from infopage.outputs.search.inverted_index import Basis, Edit, InvertedIndex
from infopage.outputs.search.pieces import Column, Piece
from infopage.outputs.search.sources import IndexSource, SourceOutline
from infopage.outputs.search.terms import Phrases, TermCounts, Terms, TokenTable
from infopage.store.code import code_digest

_LIST = "danh-muc.json"


class IndexStore:
    """Index entries by the fingerprint of their source, and the last inverted index of each family (words, pairs).

    The store only saves time. Without it, all entries are read again, and the index is the same.
    """

    def __init__(self) -> None:
        """Begin with an empty store."""
        self.token_table = TokenTable()
        self.indexes: dict[str, InvertedIndex] = {}
        """The inverted indexes (of words and of pairs) from the last build, by the name of their family.

        The attribute ``edit`` has the differences since then; it is None if the indexes must be made anew.
        """
        self.edit: Edit | None = None
        self._known: dict[str, IndexedEntry] = {}
        self._pieces: dict[tuple[str, ...], Piece] = {}
        self._is_written = False

    @classmethod
    def read(cls, folder: Path) -> "IndexStore":
        """Read the store that ``write`` wrote into a folder.

        The result is an empty store if it is missing, damaged or of another code version.
        """
        store = cls()
        try:
            told = json.loads((folder / _LIST).read_bytes())
            if told["code"] != code_digest():
                return store
            for file, crc, columns in told["pieces"]:
                piece = Piece(file, crc, tuple(map(tuple, columns)))
                found = dict(_entries(pieces.read(folder, piece)))
                store._known |= found
                store._pieces[tuple(found)] = piece
            for name, (basis, top_frequency, shape, (file, crc, columns)) in told["indexes"].items():
                piece = Piece(file, crc, tuple(map(tuple, columns)))
                store.indexes[name] = _inverted_index(Basis(*basis), top_frequency, shape, pieces.read(folder, piece))
            store.token_table.spelt.update((int(code), word) for code, word in told["spelt"].items())
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return cls()
        store._is_written = True
        return store

    def write(self, folder: Path) -> None:
        """Write the store if it has changed. If writing fails, the old store remains, and OSError is raised."""
        if self._is_written:
            return
        keys = list(self._known)
        size = tuning.ENTRIES_PER_PIECE
        groups = [tuple(keys[first : first + size]) for first in range(0, len(keys), size)]
        written = [self._pieces.get(group) or pieces.write(folder, self._columns(group)) for group in groups]
        indexes = {
            name: (one.basis, one.top_frequency, one.shape, pieces.write(folder, _index_columns(one)))
            for name, one in self.indexes.items()
        }
        told = {"code": code_digest(), "pieces": written, "indexes": indexes, "spelt": self.token_table.spelt}
        folder.mkdir(parents=True, exist_ok=True)
        new = folder / f"{_LIST}.new"
        new.write_text(json.dumps(told), "utf-8")
        new.replace(folder / _LIST)
        pieces.clean(folder, (*(one.file for one in written), *(piece.file for *_, piece in indexes.values())))

    def entries(
        self, found: Sequence[SourceOutline], letters: int, read: Callable[[IndexSource], IndexedEntry]
    ) -> list[IndexedEntry]:
        """Return the entries of the sources ``found``, in the same order.

        Only sources that are new or changed since the last build are read, by the function ``read``. Entries of other
        sources are removed from the store. ``letters`` is how many characters of its text an entry keeps.
        """
        known = self._known
        keys = [f"{source.signature}-{letters}" for source in found]
        self._known = {
            key: known[key] if key in known else read(source.read()) for key, source in zip(keys, found, strict=True)
        }
        if self.token_table.clashed and known:
            # Two syllables have the same hash, and only one is kept. Which one must not depend on earlier builds, so
            # everything is read again.
            self.token_table = TokenTable()
            self._known = {key: read(source.read()) for key, source in zip(keys, found, strict=True)}
        self.edit = _edit(known, self._known)
        self._is_written = (self._is_written and known.keys() == self._known.keys()) or self.token_table.clashed
        return [self._known[key] for key in keys]

    def _columns(self, group: Sequence[str]) -> dict[str, Column]:
        """Return some entries as columns, to be written into one file of the store.

        ``group`` has their keys, which are the fingerprints of their sources.
        """
        entries = [self._known[key] for key in group]
        told = [
            (
                key,
                one.terms.length,
                len(one.terms.words.codes),
                len(one.terms.pairs.codes),
                len(one.terms.phrases.codes),
                one.shown,
                one.text,
                one.places,
                one.introduced,
            )
            for key, one in zip(group, entries, strict=True)
        ]
        counted = [one.terms.words for one in entries] + [one.terms.pairs for one in entries]
        return {
            "codes": np.concatenate([one.codes for one in counted]),
            "counts": np.concatenate([one.counts for one in counted]),
            "phrases": np.concatenate([one.terms.phrases.codes for one in entries]),
            "phrase_counts": np.concatenate([one.terms.phrases.counts for one in entries]),
            "told": np.frombuffer(json.dumps(told).encode(), np.uint8),
        }


def _entries(columns: dict[str, Column]) -> Iterator[tuple[str, IndexedEntry]]:
    """Yield the entries in a file of the store, each with its key (the fingerprint of its source).

    Raises ValueError if the columns do not fit together.
    """
    told = json.loads(columns["told"].tobytes())
    sizes = [row[2] for row in told] + [row[3] for row in told]
    ends = [0, *np.cumsum(sizes).tolist()]
    codes, counts = columns["codes"], columns["counts"]
    if len(codes) != ends[-1] or len(counts) != ends[-1]:
        raise ValueError("columns of different lengths")
    counted = [TermCounts(codes[begin:end], counts[begin:end]) for begin, end in pairwise(ends)]
    phrases, phrase_counts = columns["phrases"], columns["phrase_counts"]
    ends = [0, *np.cumsum([row[4] for row in told]).tolist()]
    if len(phrases) != ends[-1] or len(phrase_counts) != ends[-1]:
        raise ValueError("columns of different lengths")
    spelt = [Phrases(phrases[begin:end], phrase_counts[begin:end]) for begin, end in pairwise(ends)]
    for at, (key, length, _, _, _, shown, text, places, introduced) in enumerate(told):
        terms = Terms(length, counted[at], counted[len(told) + at], spelt[at])
        yield key, IndexedEntry(terms, shown, text, places, tuple((short, full) for short, full in introduced))


def _index_columns(inverted: InvertedIndex) -> dict[str, Column]:
    lengths = [len(text) for text in inverted.texts]
    return {
        "codes": inverted.codes,
        "frequencies": inverted.frequencies,
        "firsts": inverted.firsts,
        "lengths": np.array(lengths, np.int64),
        "texts": np.frombuffer("".join(inverted.texts).encode(), np.uint8),
    }


def _inverted_index(basis: Basis, top_frequency: int, shape: str, columns: dict[str, Column]) -> InvertedIndex:
    ends = [0, *np.cumsum(columns["lengths"]).tolist()]
    whole = columns["texts"].tobytes().decode()
    texts = [whole[begin:end] for begin, end in pairwise(ends)]
    return InvertedIndex(
        basis, top_frequency, columns["codes"], columns["frequencies"], columns["firsts"], shape, texts
    )


def _edit(before: dict[str, IndexedEntry], now: dict[str, IndexedEntry]) -> Edit | None:
    """Return the differences between the entries of the last build (``before``) and the present ones (``now``).

    The keys are the fingerprints of the entries' sources. Returns None if there are fewer entries than before, or if
    too many (``tuning.MOST_EDITED``) were changed, moved or added. The inverted indexes are then made anew.
    """
    old, new = list(before), list(now)
    if len(new) < len(old):
        return None
    places = [at for at, (one, other) in enumerate(zip(old, new, strict=False)) if one != other]
    added = range(len(old), len(new))
    if (len(places) + len(added)) * tuning.MOST_EDITED > len(new):
        return None
    return Edit(
        {at: before[old[at]].terms for at in places},
        {at: now[new[at]].terms for at in (*places, *added)},
        frozenset(at for at in places if before[old[at]].shown != now[new[at]].shown),
    )
