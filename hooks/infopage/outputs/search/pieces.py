"""Pieces: files with columns of numbers, named by a hash of their content. An unchanged piece is not written again."""

import hashlib
import zlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Column = NDArray[Any]

_KINDS = frozenset({"|u1", "<u4", "<i8"})
_ALIGNED = 8
_ENDING = ".cot"


class Piece(NamedTuple):
    """A file of columns: its name, its CRC-32 (to detect damage), and each column's name, NumPy type and length."""

    file: str
    crc: int
    columns: tuple[tuple[str, str, int], ...]


def write(folder: Path, columns: Mapping[str, Column]) -> Piece:
    """Write columns as a piece into a folder, unless it is there already; raises OSError if writing fails."""
    parts = [column.astype(column.dtype.newbyteorder("<"), copy=False).tobytes() for column in columns.values()]
    data = b"".join(part + bytes(-len(part) % _ALIGNED) for part in parts)
    name = f"{hashlib.blake2b(data, digest_size=8).hexdigest()}{_ENDING}"
    path = folder / name
    # The content is compared as well, because the file may have been damaged since it was written.
    if not path.is_file() or path.read_bytes() != data:
        folder.mkdir(parents=True, exist_ok=True)
        new = path.with_suffix(".new")
        new.write_bytes(data)
        new.replace(path)
    shapes = tuple((name, column.dtype.newbyteorder("<").str, len(column)) for name, column in columns.items())
    return Piece(name, zlib.crc32(data), shapes)


def read(folder: Path, piece: Piece) -> dict[str, Column]:
    """Return the columns of a piece by name; raises OSError or ValueError if the file is missing or damaged."""
    file, crc, shapes = piece
    if "/" in file or not file.endswith(_ENDING):
        raise ValueError("no piece of ours")
    data: NDArray[np.uint8] = np.asarray(np.memmap(folder / file, np.uint8, mode="r"))
    if zlib.crc32(data) != crc:  # type: ignore[arg-type]  # any buffer will do
        raise ValueError("not whole")
    found: dict[str, Column] = {}
    at = 0
    for name, kind, count in shapes:
        if kind not in _KINDS:
            raise ValueError("not a kind of ours")
        size = count * np.dtype(kind).itemsize
        found[name] = data[at : at + size].view(kind)
        if len(found[name]) != count:
            raise ValueError("too short")
        at += size + -size % _ALIGNED
    return found


def clean(folder: Path, kept: Iterable[str]) -> None:
    """Remove all pieces from a folder except those whose file names are in ``kept``."""
    names = frozenset(kept)
    for path in folder.glob(f"*{_ENDING}"):
        if path.name not in names:
            try:
                path.unlink()
            except OSError:  # Windows cannot remove a file in use; a later build removes it
                continue
