"""The attached files whose text can be read, and this text, which the cache of builds keeps by the file's content."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from infopage.content.model import Item
from infopage.files.shown_text import FileText, shown_text
from infopage.store.store import Store

SHELF = "attached text"
"""The name of the shelf (namespace) in the store for the texts of files, by the fingerprints of their contents."""


@dataclass(frozen=True)
class ReadableFile:
    """A PDF or office file that texts use: its path, the fingerprint of its content, and how many pages are scans.

    A scan is a page that is only a picture of text.
    """

    file: Path
    digest: str
    scans: int
    pages: int

    @property
    def is_scan(self) -> bool:
        """Whether all pages are only pictures of text."""
        return 0 < self.scans == self.pages

    def text(self, store: Store) -> FileText:
        """Return the text of the file, from the ``store`` if an earlier build has read it."""
        return store.made(SHELF, self.digest, lambda: shown_text(self.file.read_bytes()))


def attached(item: Item) -> Iterator[str]:
    """Yield the paths of an item's attached files, relative to docs/."""
    for file in getattr(item, "files", ()):
        yield file.within(item.path)
