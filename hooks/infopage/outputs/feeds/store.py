"""The feeds of the last build, kept for the next: a file that is made of what it was made of then is linked, not made.

The store is a help and never a source: whatever is wrong with it, the feeds are made anew. A file counts as whole by
its size and the time it was written, in nanoseconds; links share that, so a file of the site that a tool has changed
is one the store has lost.
"""

import contextlib
import json
from pathlib import Path

from infopage.outputs.feeds.feeds import Feeds
from infopage.outputs.feeds.tree import Document
from infopage.store.code import code_digest

_INDEX = "index.json"
_FILES = "files"


class FeedStore:
    """A folder that holds one generation of feeds, on the file system of the site."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def write(self, feeds: Feeds, site: Path) -> None:
        """Put every file of the feeds below the site's folder, and keep them for the next build."""
        known = self._known()
        kept: dict[str, list[object]] = {}
        for document in feeds.documents():
            there, here = site / document.path, self._folder / _FILES / document.path
            if not self._is_whole(document, known) or not _link(here, there):
                _make(document, there)
                _link(there, here)
            kept[document.path] = [document.digest, *_seen(there)]
        with contextlib.suppress(OSError):  # a folder that may not be written to, a site on another file system
            self._keep(kept, known)

    def _known(self) -> dict[str, list[object]]:
        """Return the fingerprint and the state of each file, as the index of the last build has them."""
        try:
            index = json.loads((self._folder / _INDEX).read_bytes())
            files: dict[str, list[object]] = index["files"]
            return files if index["code"] == code_digest() and isinstance(files, dict) else {}
        except (OSError, ValueError, KeyError, TypeError):
            return {}

    def _is_whole(self, document: Document, known: dict[str, list[object]]) -> bool:
        try:
            here = _seen(self._folder / _FILES / document.path)
        except OSError:
            return False
        return known.get(document.path) == [document.digest, *here]

    def _keep(self, kept: dict[str, list[object]], known: dict[str, list[object]]) -> None:
        if not known.keys() <= kept.keys() or not known:
            for path in sorted(self._folder.rglob("*"), reverse=True):
                if path.is_dir() and not path.is_symlink():
                    with contextlib.suppress(OSError):  # not empty
                        path.rmdir()
                elif path.relative_to(self._folder).as_posix().removeprefix(f"{_FILES}/") not in kept:
                    path.unlink()
        unfinished = self._folder / f"{_INDEX}.part"
        unfinished.write_text(json.dumps({"code": code_digest(), "files": kept}), encoding="utf-8")
        unfinished.replace(self._folder / _INDEX)


def _make(document: Document, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)  # it may be a link to what is kept
    path.write_bytes(document.make())


def _link(source: Path, target: Path) -> bool:
    """Put a file in a second place too, if that can be."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.unlink(missing_ok=True)
        target.hardlink_to(source)
    except OSError:
        return False
    return True


def _seen(path: Path) -> list[int]:
    found = path.stat(follow_symlinks=False)
    return [found.st_size, found.st_mtime_ns]
