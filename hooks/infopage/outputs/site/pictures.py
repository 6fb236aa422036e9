"""Writes the renditions of pictures (copies in several sizes and formats).

The builds' cache keeps them by the picture's content, so each is made once.
"""

import os
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from infopage.content.pictures import Picture
from infopage.outputs.renditions.making import make
from infopage.outputs.renditions.sizes import renditions
from infopage.outputs.site.keeping import KeptFolder
from infopage.store.store import Store

_SHELF = "renditions"
_AT_ONCE = 8
"""The most pictures in memory at the same time. Decoded, one may have 150 MB."""


def write_pictures(
    pictures: Mapping[str, Picture],
    offered: Container[str],
    docs: Path,
    folder: KeptFolder,
    store: Store,
    step: Callable[[], None],
) -> None:
    """Write the renditions of ``pictures``, given by their paths relative to ``docs``.

    ``offered`` are the files that are published as they are: no rendition takes such an address. Files that the old
    site has are reused. ``store`` is the builds' cache. ``step`` is called after each picture.
    """
    store.keep(_SHELF, (one.digest for one in pictures.values()))
    missing: list[str] = []
    for path, picture in pictures.items():
        if folder.keeps((one for one in _addresses(path, picture) if one not in offered), picture.digest):
            step()
        else:
            missing.append(path)
    for path, contents in _made(missing, pictures, docs, store):
        for address, content in zip(_addresses(path, pictures[path]), contents, strict=True):
            if address not in offered:
                folder.put(address, content, pictures[path].digest)
        step()


def _addresses(path: str, picture: Picture) -> Sequence[str]:
    return [one.address for one in renditions(path, *picture.published)]


def _made(
    paths: Sequence[str], pictures: Mapping[str, Picture], docs: Path, store: Store
) -> Iterator[tuple[str, Sequence[bytes]]]:
    """Yield (path, files) of each picture; the files are in the order of its renditions.

    Several pictures are made at once: Pillow decodes and encodes outside of Python's lock.
    """

    def made(path: str) -> Sequence[bytes]:
        wanted = tuple(renditions(path, *pictures[path].published))
        found = make((docs / path).read_bytes(), wanted)
        return [found[one.address] for one in wanted]

    with ThreadPoolExecutor(min(os.cpu_count() or 1, _AT_ONCE)) as pool:
        for first in range(0, len(paths), _AT_ONCE):
            some = paths[first : first + _AT_ONCE]
            known: dict[str, Any] = {path: store.get(_SHELF, pictures[path].digest) for path in some}
            new = [path for path in some if known[path] is None]
            for path, files in zip(new, pool.map(made, new), strict=True):
                store.put(_SHELF, pictures[path].digest, files)
                known[path] = files
            yield from known.items()
