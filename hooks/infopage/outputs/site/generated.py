"""The files that the build writes of itself, by address: no attachment and no redirect may take the place of one."""

import posixpath
from collections.abc import Iterable, Iterator

from infopage.content.first_published_file import NAME as FIRST_PUBLISHED
from infopage.outputs.data.files import downloads
from infopage.outputs.data.schemas import FOLDER as SCHEMAS
from infopage.outputs.feeds.document_feed import NAME as OF_A_DOCUMENT
from infopage.outputs.feeds.opml import OPML
from infopage.outputs.feeds.stylesheet import ADDRESS as FEED_STYLE
from infopage.outputs.jobs.job import Head
from infopage.outputs.metadata.opensearch import OPENSEARCH
from infopage.outputs.metadata.security_txt import ADDRESS as SECURITY_TXT
from infopage.outputs.metadata.signing_keys import ADDRESS as KEYS
from infopage.outputs.pages.tombstones import FILE as GONE
from infopage.outputs.search.scripts import FOLDER as SEARCH
from infopage.outputs.theme.assets import ASSETS
from infopage.outputs.views.links import TypedLink
from infopage.outputs.wording.feed_links import ATOM, RSS
from infopage.outputs.wording.feed_links import FOLDER as FEEDS

ADDED_LATER = ("so-dia-chi.txt", "MANIFEST.sha256", "MANIFEST.sha256.sig")
"""What a release adds to a built site."""

_FIXED = (
    *("404.html", "robots.txt", "sitemap.xml", SECURITY_TXT),
    *(OPENSEARCH, KEYS, OPML, FEED_STYLE, FIRST_PUBLISHED, *ADDED_LATER),
)
_FOLDERS = (ASSETS, SEARCH, SCHEMAS)
"""Folders that hold nothing but files of the build's own."""

ATTACHMENTS_KEEP_OUT = (*_FOLDERS, FEEDS, SCHEMAS.split("/")[0] + "/", SEARCH.split("/")[0] + "/")
"""Folders that no attachment stands in: what the build writes there changes with every item."""


PAGE_FILES = ("index.html", "404.html", GONE)
"""The names of all pages' files."""

_DATA = (".json", ".opml", ".ics")


def is_own(file: str) -> bool:
    """Tell by its address whether a file of a built site can be the build's own; what is not is an attachment."""
    folder, name = posixpath.split(file)
    is_feed = name in (RSS, ATOM, OF_A_DOCUMENT) or (name.endswith(".xml") and f"{folder}/".startswith(FEEDS))
    return is_feed or name in PAGE_FILES or name.endswith(_DATA) or file in _FIXED or file.startswith(_FOLDERS)


class Ground:
    """The addresses that are taken, as a disk sees them that does not tell capitals from small letters: a file stands
    where no other file and no folder is, and below no file.
    """

    def __init__(self, pages: Iterable[Head], feeds: Iterable[TypedLink]) -> None:
        """Take what the build writes: for each page, for each feed, and what stands by itself."""
        self._files: set[str] = set()
        self._folders: set[str] = set()
        self._closed = (*_FOLDERS, *(f"{feed.address.rpartition('/')[0]}/" for feed in feeds))
        for file in _own_files(pages):
            self.take(file)

    def take(self, file: str) -> None:
        """Put a file there."""
        name = file.casefold()
        self._files.add(name)
        for folder in _above(name):
            if folder in self._folders:
                break  # and so are all above it
            self._folders.add(folder)

    def is_taken(self, file: str) -> bool:
        """Tell whether a file cannot stand there."""
        name = file.casefold()
        return (
            name in self._files
            or name in self._folders
            or name.startswith(self._closed)
            or any(folder in self._files for folder in _above(name))
        )


def _own_files(pages: Iterable[Head]) -> Iterator[str]:
    """Yield the files; the notes at what is gone are left out: they make room where a file has come back."""
    yield from _FIXED
    yield from (link.address for link in downloads())
    for page in pages:
        if not page.gone:
            yield f"{page.address}index.html"
        yield from (link.address for link in page.files)


def _above(file: str) -> Iterator[str]:
    while file := file.rpartition("/")[0]:
        yield file
