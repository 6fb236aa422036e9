"""Fingerprints (hashes) of what the catalogue answers to the questions that outputs ask of it.

The fingerprint of an item covers everything that its card in a list shows: its header (front matter), its validity,
whether its publication time has come, and whether an event is over.
"""

from collections.abc import Iterable
from datetime import datetime

from infopage.content.catalogue import Catalogue
from infopage.content.model import Draft, Event, Item, OfficialDocument, StandingPage
from infopage.content.pictured import lead_path
from infopage.content.stages import stage_of
from infopage.store.digests import digest

Trace = tuple[tuple[str, str, str], ...]
"""The recorded questions to the catalogue (all items and their relations).

Each has a kind (such as ``item``), a subject (such as an id) and a hash of the answer.
"""


class Fingerprints:
    """Computes fingerprints (hashes) of a catalogue's answers to questions, each only once."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._known: dict[tuple[str, str], str] = {}
        self._items: dict[str, str] = {}

    def __call__(self, kind: str, of: str) -> str:
        """Return the fingerprint of the answer to a question with this kind and this subject ``of`` (often an id)."""
        if (kind, of) not in self._known:
            self._known[kind, of] = getattr(self, f"_{kind}")(of)
        return self._known[kind, of]

    def are_still(self, trace: Trace) -> bool:
        """Tell whether all questions of a trace have the same answers in this build as when the trace was recorded."""
        known = self._known
        return all((known.get((kind, of)) or self(kind, of)) == answer for kind, of, answer in trace)

    def of_item(self, item: Item) -> str:
        """Return the fingerprint of all data about an item that other pages show."""
        if (told := self._items.get(item.id)) is None:
            told = self._items[item.id] = self("item", item.id)
        return told

    def of_items(self, items: Iterable[Item]) -> str:
        """Return the fingerprint of a list of items and their order; an empty string if there are no items."""
        told = "\n".join([self.of_item(item) for item in items])
        return digest(told.encode()) if told else ""

    def _item(self, id: str) -> str:
        whole = self._catalogue
        if (text := whole.public.get(id)) is None or not isinstance(item := text.item, Item):
            return ""
        parts = [self._header(item), f"{whole.is_gone(item)} {whole.has_come(item.published.at)}"]
        parts.append(whole.first_published(item).iso)
        if lead := lead_path(item):
            parts.append(self("file", lead))
        if isinstance(item, Event):
            parts.append(str(whole.has_come(item.end.at)))
        if isinstance(item, Draft):
            parts.append(stage_of(item, whole).value)
            issued = (whole.public.get(reference.id) for reference in item.issued_as)
            parts += (self._header(one.item) for one in issued if one)
        if isinstance(item, OfficialDocument):
            state = whole.validity(item)
            parts.append(f"{state.force.value} {state.on}")
            parts += (self._header(by) for by in state.by)
            named = (whole.public.get(reference.id) for reference in item.implements)
            parts += (self._header(one.item) for one in named if one)
        return digest("\n".join(parts).encode())

    def _header(self, item: Item | StandingPage) -> str:
        return self._catalogue.by_path[item.path].head

    def _body(self, path: str) -> str:
        if (text := self._catalogue.by_path.get(path)) is None:
            return ""  # the file that a stored question names may be gone now
        # Texts on pages are in ``linked``. The hash of their HTML changes whenever the text or a link in it changes.
        return self._catalogue.html_digest(text.item) if path in self._catalogue.linked else text.digest

    def _acting(self, id: str) -> str:
        if not (relations := self._catalogue.acting.get(id)):
            return ""
        return digest(
            *(
                f"{relation} {self.of_item(document)} {anchor}".encode()
                for relation, found in relations.items()
                for document, anchor in found
            )
        )

    def _effects(self, id: str) -> str:
        if not (modifications := self._catalogue.effects.get(id)):
            return ""
        acting = (self._catalogue.public[one.document].item for one in modifications)
        return digest(
            repr(modifications).encode(), *(self.of_item(item).encode() for item in acting if isinstance(item, Item))
        )

    def _about(self, id: str) -> str:
        return self.of_items(self._catalogue.about.get(id, ()))

    def _translations(self, id: str) -> str:
        return self.of_items(self._catalogue.translations.get(id, ()))

    def _citing(self, id: str) -> str:
        return self.of_items(self._catalogue.citing.get(id, ()))

    def _parts(self, id: str) -> str:
        shown = self._catalogue.collections.parts.get(id, ())
        return digest(*(self.of_items(part.items).encode() for part in shown))

    def _places(self, id: str) -> str:
        if not (places := self._catalogue.collections.places.get(id)):
            return ""
        found = ((f"{one.number}/{one.count}", one.collection, one.before, one.after) for one in places)
        return digest(*(f"{at} {self.of_items(filter(None, items))}".encode() for at, *items in found))

    def _near(self, of: str) -> str:
        most, _, id = of.partition(" ")
        text = self._catalogue.public.get(id)
        if text is None or not isinstance(item := text.item, Item):
            return ""
        return self.of_items(self._catalogue.near(item, int(most)))

    def _file(self, path: str) -> str:
        library = self._catalogue.library
        return f"{library.known(path)} {library.is_scan(path)}" if path in library.files else ""

    def _come(self, moment: str) -> str:
        return str(self._catalogue.has_come(datetime.fromisoformat(moment)))

    def _today(self, _: str) -> str:
        return self._catalogue.today.isoformat()
