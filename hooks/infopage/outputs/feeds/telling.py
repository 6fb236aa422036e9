"""Tellings: feed entries before they are made, with the data needed to divide feeds into pages and detect changes."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property

from infopage.content.acts import RELATIONS
from infopage.content.attached import attached
from infopage.content.catalogue import Catalogue
from infopage.content.model import Item
from infopage.content.shown_files import shown_paths
from infopage.language.dates import Moment
from infopage.outputs.feeds.addresses import encoded
from infopage.outputs.feeds.archives import key
from infopage.outputs.feeds.content import ILLUSTRATIVE_WORDS, Notes, content, notes
from infopage.outputs.feeds.entries import Entry, entry
from infopage.outputs.feeds.instants import changed, instants
from infopage.outputs.feeds.notices import is_told, notice
from infopage.outputs.feeds.weights import weight
from infopage.outputs.wording.encoding import page_of
from infopage.outputs.wording.frame import Settings
from infopage.store.digests import digest
from infopage.store.lots import Lots

_SHELF = "nguon-tin"
"""The name in the store (the cache kept between builds) of the entries' weights and fingerprints, by item id."""


@dataclass(frozen=True, kw_only=True)
class Telling:
    """An item's feed entry before it is made.

    ``changed`` is the time of the item's last change, and ``updated`` the unique time that the entry gives for it
    (instants.py). ``key`` is the entry's sort key by first publication (archives.py), and ``weight`` its estimated size
    in bytes (weights.py). ``brief_digest`` is a fingerprint (a hash) of the data from which the brief entry is made,
    which has a summary only. ``digest`` is that of the full entry.
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
        """The entry with its summary only; the summary of a made-up example begins with a notice that says so."""
        said = replace(self._said, content="")
        if self.item.illustrative and not self.item.redacted:
            return replace(said, summary=f"{ILLUSTRATIVE_WORDS} {said.summary}")
        return said

    def full(self) -> Entry:
        """Return the entry in full. It is not cached, because it is large and is mostly needed only once."""
        if self.catalogue.is_gone(self.item):
            return self._said
        html = self.catalogue.html(self.item)
        return replace(self._said, content=content(html, self.notes, self._said.address))

    @cached_property
    def _said(self) -> Entry:
        made = notice if self.catalogue.is_gone(self.item) else entry
        return made(self.item, self.updated, self.catalogue, self.settings)


def tellings(catalogue: Catalogue, settings: Settings) -> dict[str, Telling]:
    """Return the telling (the entry before it is made) of each item in the feeds, by item id.

    The feeds contain all published items. An expired or withdrawn one has an entry that says so, for 90 days.
    """
    items = (*catalogue.current, *(item for item in catalogue.gone if is_told(item, catalogue)))
    changes = {item.id: changed(item, catalogue).at for item in items}
    updated = instants(changes.items())
    around = digest(repr((settings, catalogue.registries)).encode())
    known: Lots[tuple[str, int]] = Lots(catalogue.library.store, _SHELF)
    found = {i.id: _telling(i, changes[i.id], updated[i.id], catalogue, settings, around, known) for i in items}
    known.keep()
    return found


def _telling(
    item: Item,
    changed: datetime,
    updated: str,
    catalogue: Catalogue,
    settings: Settings,
    around: str,
    known: Lots[tuple[str, int]],
) -> Telling:
    is_gone = catalogue.is_gone(item)
    at = Moment(changed, has_time=True) if is_gone else catalogue.first_published(item)
    said = Notes((), ()) if is_gone else notes(item, catalogue, settings)
    body = "" if is_gone else catalogue.html_digest(item)
    related = () if is_gone else tuple(_related(item, catalogue))
    files = [] if is_gone else [catalogue.file(path) for path in (*attached(item), *shown_paths(item))]
    facts = repr((is_gone, at.iso, updated, files, catalogue.by_path[item.path].head, related))
    brief = digest(f"{around} {facts}".encode())
    full = digest(f"{brief} {body} {said!r}".encode())
    if (weighed := known.get(item.id)) is None or weighed[0] != full:
        html = "" if is_gone else catalogue.html(item)
        weighed = full, weight(repr(item), len(related), html.encode(), said, encoded(page_of(item, settings)))
    known.set(item.id, weighed)
    return Telling(
        item=item,
        catalogue=catalogue,
        settings=settings,
        changed=changed,
        updated=updated,
        key=key(at, item.id),
        notes=said,
        weight=weighed[1],
        brief_digest=brief,
        digest=full,
    )


def _related(item: Item, catalogue: Catalogue) -> Iterator[tuple[str, str, str]]:
    """Yield, for each item that the entry of ``item`` names as related: id, anchor, fingerprint of its front matter.

    The fingerprint is empty if the related item is not public.
    """
    for name in (*RELATIONS, "documents"):
        for reference in dict.fromkeys(getattr(item, name, ())):
            text = catalogue.public.get(reference.id)
            yield reference.id, reference.anchor, text.head if text else ""
