"""The feeds of a catalogue as one object, which yields all feed files; a file's bytes are made only when needed."""

from collections.abc import Iterator
from dataclasses import dataclass

from infopage.content.catalogue import Catalogue
from infopage.outputs.feeds.document import Document
from infopage.outputs.feeds.selection import groups
from infopage.outputs.feeds.tree import documents
from infopage.outputs.wording.frame import Settings


@dataclass(frozen=True, eq=False)
class Feeds:
    """All feeds of the site. Their files are made from the catalogue when they are needed."""

    catalogue: Catalogue
    settings: Settings

    def documents(self) -> Iterator[Document]:
        """Yield every feed file, with its path relative to the site's root."""
        yield from documents(groups(self.catalogue, self.settings), self.catalogue, self.settings)
