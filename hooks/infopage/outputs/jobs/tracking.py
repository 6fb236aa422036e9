"""Dependency tracking: records the catalogue data that an output reads, so that it is remade only if the data changes.

The code that makes an output about one item gets the catalogue (all items and their relations) as ``Tracked``. This
object returns the same data as the plain catalogue. It also records each question (a method call or a look-up) with a
fingerprint (a hash) of the answer. A later build asks the recorded questions again, at a few microseconds each, and
makes the output again only if an answer differs. So dependencies need not be declared, and none can be forgotten: a
question that is not tracked cannot be asked.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any, NoReturn, TypeVar

from infopage.content.catalogue import Catalogue
from infopage.content.collected import Collected
from infopage.content.model import Item, OfficialDocument, StandingPage
from infopage.content.texts import Text
from infopage.content.used_files import UsedFile
from infopage.content.validity import Validity
from infopage.language.dates import Moment
from infopage.outputs.jobs.fingerprints import Fingerprints, Trace

T = TypeVar("T")


class Tracked(Catalogue):
    """A catalogue that records the questions (calls, look-ups) asked of it.

    It has no lists of all items: a page that used one would have to be made again after every change.
    """

    _whole: Catalogue
    _answers: Fingerprints
    _asked: dict[tuple[str, str], str]

    def __init__(self, whole: Catalogue, answers: Fingerprints) -> None:
        super().__init__(whole.library, whole.instant, whole.preview, whole.before)
        vars(self).update(_whole=whole, _answers=answers, _asked={})

    def trace(self) -> Trace:
        """Return the questions asked so far, with the fingerprints of their answers."""
        return tuple((kind, of, answer) for (kind, of), answer in sorted(self._asked.items()))

    def _ask(self, kind: str, of: str) -> Catalogue:
        """Record a question of a kind about the subject ``of``, and return the catalogue, which answers it."""
        self._asked[kind, of] = self._answers(kind, of)
        return self._whole

    def once(self, name: str, make: Any) -> Any:
        """Return the value cached under ``name``; if there is none yet, ``make`` makes it.

        Only values made from one item may be cached here, and ``name`` is its id: so the question can be recorded.
        """
        return self._ask("item", name).once(name, make)

    def has_come(self, moment: datetime) -> bool:
        """Tell whether a moment is past at the time of the build."""
        return self._ask("come", moment.isoformat()).has_come(moment)

    @property
    def today(self) -> date:
        """The day of the build."""
        return self._ask("today", "").today

    @property
    def public(self) -> "_Asked[Text]":  # type: ignore[override]  # a mapping for look-up by id alone, not for iteration
        """The public items by id."""
        return _Asked(self, "item", lambda whole: whole.public)

    @property
    def acting(self) -> "_Asked[Any]":  # type: ignore[override]  # a mapping for look-up by id alone, not for iteration
        """By a document's id, the documents that refer to it by a relation, as they amend or implement it."""
        return _Asked(self, "acting", lambda whole: whole.acting)

    @property
    def effects(self) -> "_Asked[Any]":  # type: ignore[override]  # a mapping for look-up by id alone, not for iteration
        """By a document's id, what other documents do to it or to its provisions."""
        return _Asked(self, "effects", lambda whole: whole.effects)

    @property
    def about(self) -> "_Asked[Any]":  # type: ignore[override]  # a mapping for look-up by id alone, not for iteration
        """By a document's id, the items that are about the document."""
        return _Asked(self, "about", lambda whole: whole.about)

    @property
    def citing(self) -> "_Asked[Any]":  # type: ignore[override]  # a mapping for look-up by id alone, not for iteration
        """By a document's id, the items that cite the document."""
        return _Asked(self, "citing", lambda whole: whole.citing)

    @property
    def collections(self) -> Collected:
        """What collections show, by their ids, and where items stand in them, by the ids of the items."""
        parts = _Asked[Any](self, "parts", lambda whole: whole.collections.parts)
        return Collected(parts, _Asked[Any](self, "places", lambda whole: whole.collections.places))

    @property
    def translations(self) -> "_Asked[Any]":  # type: ignore[override]  # a mapping for look-up by id alone
        """By an item's id, its translations."""
        return _Asked(self, "translations", lambda whole: whole.translations)

    def near(self, item: Item, most: int) -> tuple[Item, ...]:
        """Return at most ``most`` related items: about the same documents, or of the same type and topics."""
        return self._ask("near", f"{most} {item.id}").near(item, most)

    def is_gone(self, item: Item) -> bool:
        """Tell whether an item has expired or was withdrawn."""
        return self._ask("item", item.id).is_gone(item)

    def first_published(self, item: Item) -> Moment:
        """Return when an item was first published."""
        return self._ask("item", item.id).first_published(item)

    def validity(self, document: OfficialDocument) -> Validity:
        """Return a document's validity."""
        return self._ask("item", document.id).validity(document)

    def text(self, item: Item | StandingPage) -> Text:
        """Return an item's text."""
        return self._ask("body", item.path).text(item)

    def html(self, item: Item | StandingPage) -> str:
        """Return an item's text as HTML."""
        return self._ask("body", item.path).html(item)

    def cited_in(self, item: Item | StandingPage) -> tuple[str, ...]:
        """Return the ids of the documents that an item's text cites or links to."""
        return self._ask("body", item.path).cited_in(item)

    def html_digest(self, item: Item | StandingPage) -> str:
        """Return the fingerprint of an item's HTML."""
        return self._ask("body", item.path).html_digest(item)

    def place(self, id: str, anchor: str) -> str:
        """Return the citation of the provision at ``anchor`` in the document with the id ``id``."""
        if found := self.public.get(id):
            self._ask("body", found.item.path)
        return self._whole.place(id, anchor)

    def has_page(self, path: str) -> bool:
        """Tell whether a standing page (such as the contact page) exists.

        The question is not recorded: all pages depend on it, as every footer links to it.
        """
        return self._whole.has_page(path)

    def file(self, path: str) -> UsedFile:
        """Return what is known of the file at ``path``: its size, and the picture or the text in it.

        The question is recorded, so the output is made again if the size or the picture changes.
        """
        return self._ask("file", path).file(path)


class _Asked(Mapping[str, T]):
    """A mapping of the catalogue that allows the look-up of single keys only, and records each look-up."""

    def __init__(self, tracked: Tracked, kind: str, of: Any) -> None:
        self._tracked, self._kind, self._of = tracked, kind, of

    def __getitem__(self, key: str) -> T:
        found: T = self._of(self._tracked._ask(self._kind, key))[key]
        return found

    def __iter__(self) -> Iterator[str]:
        return _refused(self)

    def __len__(self) -> int:
        return _refused(self)


def _refused(_: object) -> NoReturn:
    raise LookupError("an output that is made of one item may not go through all")


for _whole in ("documents", "news", "guides", "events", "current", "gone", "coming_events", "past_events", "pages"):
    setattr(Tracked, _whole, property(_refused))
for _whole in ("in_vietnamese", "by_path", "linked", "minute", "met", "on_topic"):
    setattr(Tracked, _whole, property(_refused))
