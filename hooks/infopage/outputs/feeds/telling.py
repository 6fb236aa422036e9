"""An item as every feed tells it: what documents are cut and known by is at hand, the entry is made when needed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property

from infopage.content.catalogue import Catalogue
from infopage.content.field_types import Reference
from infopage.content.model import RELATIONS, Item
from infopage.language.dates import Moment
from infopage.outputs.encoding import page_of
from infopage.outputs.feeds.addresses import encoded
from infopage.outputs.feeds.archives import key
from infopage.outputs.feeds.content import Notes, content, notes
from infopage.outputs.feeds.entries import Entry, attached, entry
from infopage.outputs.feeds.instants import changed, instants
from infopage.outputs.feeds.notices import is_told, notice
from infopage.outputs.feeds.weights import weight
from infopage.outputs.pages import Settings
from infopage.store.digests import digest


@dataclass(frozen=True, kw_only=True)
class Telling:
    """``facts`` stands for all that the entry says beside its content; ``updated`` is the instant it gives for its last
    change, ``key`` its place by its first publication, ``brief_digest`` and ``digest`` are fingerprints of all that the
    entry is made of, by summary alone and in full.
    """

    item: Item
    catalogue: Catalogue
    settings: Settings
    changed: datetime
    updated: str
    key: int
    notes: Notes
    weight: int
    brief_digest: str
    digest: str

    @cached_property
    def brief(self) -> Entry:
        """The entry with its summary alone."""
        return replace(self._said, content="")

    def full(self) -> Entry:
        """Return the entry in full: made anew each time, for it is large and most documents need it once."""
        if self.catalogue.is_gone(self.item):
            return self._said
        html = self.catalogue.html(self.item)
        return replace(self._said, content=content(html, self.notes, self._said.address))

    @cached_property
    def _said(self) -> Entry:
        made = notice if self.catalogue.is_gone(self.item) else entry
        return made(self.item, self.updated, self.catalogue, self.settings)


def tellings(catalogue: Catalogue, settings: Settings) -> dict[str, Telling]:
    """Return what the feeds tell of, by its id: every current item, and what is gone for as long as that is told."""
    items = (*catalogue.current, *(item for item in catalogue.gone if is_told(item, catalogue)))
    changes = {item.id: changed(item, catalogue).at for item in items}
    updated = instants(changes.items())
    everywhere = repr((settings, catalogue.registries))
    written = {text.item.id: repr(text.item) for text in catalogue.public.values() if isinstance(text.item, Item)}
    around = digest(everywhere.encode())
    return {
        item.id: _telling(item, changes[item.id], updated[item.id], catalogue, settings, around, written)
        for item in items
    }


def _telling(
    item: Item,
    changed: datetime,
    updated: str,
    catalogue: Catalogue,
    settings: Settings,
    around: str,
    written: Mapping[str, str],
) -> Telling:
    is_gone = catalogue.is_gone(item)
    at = Moment(changed, has_time=True) if is_gone else catalogue.first_published(item)
    body = b"" if is_gone else catalogue.html(item).encode()
    said = Notes((), ()) if is_gone else notes(item, catalogue)
    related = () if is_gone else tuple(_references(item))
    lengths = [] if is_gone else [catalogue.library.files[path] for path in attached(item)]
    facts = repr((item, is_gone, at.iso, updated, lengths))
    known = (written.get(reference.id, "") for reference in related)
    brief = digest(around.encode(), facts.encode(), *(one.encode() for one in known))
    return Telling(
        item=item,
        catalogue=catalogue,
        settings=settings,
        changed=changed,
        updated=updated,
        key=key(at, item.id),
        notes=said,
        weight=weight(facts, len(related), body, said, encoded(page_of(item, settings))),
        brief_digest=brief,
        digest=digest(brief.encode(), repr(said).encode(), body),
    )


def _references(item: Item) -> Iterator[Reference]:
    for name in (*RELATIONS, "documents"):
        yield from dict.fromkeys(getattr(item, name, ()))
