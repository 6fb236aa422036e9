"""The feeds of the last build, kept for the next: where nothing they are made of has changed they are linked, not made.

The store is a help and never a source: whatever is wrong with it, the feeds are made anew. A file counts as whole by
its size and the time it was written, in nanoseconds; links share that, so a file of the site that a tool has changed
is one the store has lost.
"""

import contextlib
import json
import shutil
from collections.abc import Iterable
from pathlib import Path

from infopage.outputs.feeds.feeds import Feeds
from infopage.outputs.feeds.links import FOLDER

_INDEX = "index.json"
_FILES = "files"


class FeedStore:
    """A folder that holds one generation of feeds, on the file system of the site."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def holds(self, feeds: Feeds) -> bool:
        """Tell whether these very feeds are here, every file whole."""
        return bool(self._kept(feeds))

    def write(self, feeds: Feeds, site: Path) -> None:
        """Put every file of the feeds below the site's folder, and keep them for the next build."""
        if kept := self._kept(feeds):
            with contextlib.suppress(OSError):
                _make_folders(kept, site)
                for path in kept:
                    (site / path).unlink(missing_ok=True)
                    (site / path).hardlink_to(self._folder / _FILES / path)
                return
        _make_folders(feeds.files, site)
        for path, pieces in feeds.files.items():
            (site / path).unlink(missing_ok=True)  # it may be a link to what is kept
            (site / path).write_bytes(b"".join(pieces))  # a call to the system for each piece costs more than a copy
        with contextlib.suppress(OSError):  # a folder that may not be written to, a site on another file system
            self._keep(feeds, site)

    def _kept(self, feeds: Feeds) -> dict[str, list[int]]:
        """Return what the index says of each file, if it is an index of these feeds and all of it is true."""
        try:
            index = json.loads((self._folder / _INDEX).read_bytes())
            files: dict[str, list[int]] = index["files"]
            if index["digest"] != feeds.digest or not all(
                path.startswith(FOLDER) and ".." not in path for path in files
            ):
                return {}
            whole = all(_seen(self._folder / _FILES / path) == seen for path, seen in files.items())
            return files if whole else {}
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return {}

    def _keep(self, feeds: Feeds, site: Path) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)
        _make_folders(feeds.files, self._folder / _FILES)
        for path in feeds.files:
            (self._folder / _FILES / path).hardlink_to(site / path)
        index = {"digest": feeds.digest, "files": {path: _seen(site / path) for path in feeds.files}}
        unfinished = self._folder / f"{_INDEX}.part"
        unfinished.write_text(json.dumps(index), encoding="utf-8")
        unfinished.replace(self._folder / _INDEX)


def _seen(path: Path) -> list[int]:
    found = path.stat(follow_symlinks=False)
    return [found.st_size, found.st_mtime_ns]


def _make_folders(paths: Iterable[str], below: Path) -> None:
    for folder in {(below / path).parent for path in paths}:
        folder.mkdir(parents=True, exist_ok=True)
