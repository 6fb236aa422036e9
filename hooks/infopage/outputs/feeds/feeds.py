"""The feeds as one value: every file of them, and a digest of all that they are made of."""

import hashlib
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version
from pathlib import Path

import infopage
from infopage.content.catalogue import Catalogue
from infopage.outputs.feeds.archives import FRESH, LEAST
from infopage.outputs.feeds.digest import digests
from infopage.outputs.feeds.entries import attached
from infopage.outputs.feeds.instants import changed
from infopage.outputs.feeds.notices import is_told
from infopage.outputs.feeds.selection import groups
from infopage.outputs.feeds.tree import Pieces, feed_files
from infopage.outputs.pages import Settings


@dataclass(frozen=True)
class Feeds:
    """The feeds of a catalogue, made when they are first asked for."""

    catalogue: Catalogue
    settings: Settings

    @cached_property
    def files(self) -> dict[str, Pieces]:
        """Every file, in pieces, by its path relative to the site's root."""
        return feed_files(groups(self.catalogue, self.settings), self.catalogue, self.settings)

    @cached_property
    def digest(self) -> str:
        """SHA-256, in hexadecimal, of the code, the lists, the items and their texts: of the same, the same files."""
        catalogue = self.catalogue
        found = hashlib.sha256()
        for source in sorted(Path(infopage.__path__[0]).rglob("*.py")):
            found.update(source.read_bytes())
        found.update(repr((version("feedgen"), version("lxml"), self.settings, catalogue.registries)).encode())
        found.update(repr([event.id for event in catalogue.coming_events]).encode())
        for text in catalogue.public.values():
            found.update(repr(text.item).encode())
        for item in catalogue.current:
            sizes = [catalogue.library.files[path] for path in attached(item)]
            times = (catalogue.first_published(item), changed(item, catalogue))
            found.update(repr((item.path, *(moment.iso for moment in times), sizes)).encode())
            found.update(catalogue.html(item).encode())
        for item in catalogue.gone:
            found.update(repr((item, changed(item, catalogue).at, is_told(item, catalogue))).encode())
        since = catalogue.instant - FRESH
        fresh = [item.id for item in catalogue.current if changed(item, catalogue).at >= since]
        found.update(repr(fresh if len(fresh) > LEAST else ()).encode())
        told = (digest for of_one in digests(catalogue).values() for digest in of_one)
        found.update(repr([(digest.period.id, [item.id for item in digest.items]) for digest in told]).encode())
        return found.hexdigest()
