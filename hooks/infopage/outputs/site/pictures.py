"""Writes the renditions of pictures (copies in several sizes and formats).

The builds' cache keeps them by the picture's content, so each is made once.
"""

import os
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

from infopage.content.field_types.places import Focus
from infopage.content.pictures import Picture
from infopage.outputs.site.keeping import KeptFolder
from infopage.outputs.views.pictures import Rendition
from infopage.store.store import Store

_SHELF = "renditions"
_AT_ONCE = 8
"""The most pictures in memory at the same time. Decoded, one may have 150 MB."""


class Wanted(NamedTuple):
    """The renditions (copies in several sizes) to make of a picture; those that are cut keep the point ``focus``."""

    picture: Picture
    renditions: Sequence[Rendition]
    focus: Focus

    @property
    def key(self) -> str:
        """A text that changes with everything on which the files depend.

        The path is not in it, so that a picture with a new name is not made again.
        """
        sizes = " ".join(f"{one.width}x{one.height}.{one.format}" for one in self.renditions)
        return f"{self.picture.digest} {self.focus.across} {self.focus.down} {sizes}"


def write_pictures(
    pictures: Mapping[str, Wanted],
    offered: Container[str],
    docs: Path,
    folder: KeptFolder,
    store: Store,
    step: Callable[[], None],
) -> None:
    """Write the renditions of ``pictures``, given by the paths of the pictures relative to ``docs``.

    ``offered`` are the files that are published as they are: no rendition takes such an address. Files that the old
    site has are reused. ``store`` is the builds' cache. ``step`` is called after each picture.
    """
    store.keep(_SHELF, (wanted.key for wanted in pictures.values()))
    missing: list[str] = []
    for path, wanted in pictures.items():
        if folder.keeps((one.address for one in wanted.renditions if one.address not in offered), wanted.key):
            step()
        else:
            missing.append(path)
    for path, contents in _made(missing, pictures, docs, store):
        for one, content in zip(pictures[path].renditions, contents, strict=True):
            if one.address not in offered:
                folder.put(one.address, content, pictures[path].key)
        step()


def _made(
    paths: Sequence[str], pictures: Mapping[str, Wanted], docs: Path, store: Store
) -> Iterator[tuple[str, Sequence[bytes]]]:
    """Yield (path, files) of each picture; the files are in the order of its renditions (copies in several sizes).

    Several pictures are made at once: Pillow decodes and encodes outside of Python's lock.
    """

    if not paths:
        return
    from infopage.outputs.renditions.making import make  # imported late: most builds make no picture

    def made(path: str) -> Sequence[bytes]:
        wanted = pictures[path]
        found = make((docs / path).read_bytes(), wanted.renditions, wanted.focus)
        return [found[one.address] for one in wanted.renditions]

    with ThreadPoolExecutor(min(os.cpu_count() or 1, _AT_ONCE)) as pool:
        for first in range(0, len(paths), _AT_ONCE):
            some = paths[first : first + _AT_ONCE]
            known: dict[str, Any] = {path: store.get(_SHELF, pictures[path].key) for path in some}
            new = [path for path in some if known[path] is None]
            for path, files in zip(new, pool.map(made, new), strict=True):
                store.put(_SHELF, pictures[path].key, files)
                known[path] = files
            yield from known.items()
