"""The catalogue: the items that are public at a given time, and the relations between them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any, TypeVar

from infopage.content.citing.linked import Linked, Links
from infopage.content.citing.linking import Linker
from infopage.content.clock import Clock
from infopage.content.collected import Collected, collected
from infopage.content.effects.folding import Modification
from infopage.content.effects.modifications import modifications
from infopage.content.first_published import FirstPublished, minute_of_new
from infopage.content.indexes import Acting, about, acting, citing, near, newest_first, of_topics, of_type_and_topic
from infopage.content.library import Library
from infopage.content.met import Met, met
from infopage.content.model import Item, OfficialDocument, StandingPage
from infopage.content.provisions.anchor_words import words_of_anchor
from infopage.content.registries import Registries
from infopage.content.registry_entries import Issuer
from infopage.content.sections import Sections
from infopage.content.texts import Text
from infopage.content.used_files import UsedFile
from infopage.content.validity import Validity, validities
from infopage.language.dates import Moment

T = TypeVar("T")


@dataclass(frozen=True)
class Catalogue(Sections):
    """The items that are public at a given time."""

    library: Library
    """All content, public or not."""
    instant: datetime
    """The time, in Hà Nội, as of which items are public. Read it only through ``_clock``, which computes ``span``."""
    preview: bool
    """Whether this is a preview, in which items with a future publication date count as public."""
    before: FirstPublished | None = None
    """When the public first saw each item, by the records of earlier releases; None without records or in a preview."""
    _once: dict[str, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    @cached_property
    def _clock(self) -> Clock:
        return Clock(self.instant)

    def once(self, name: str, make: "Callable[[Catalogue], T]") -> T:
        """Return the value cached under ``name``; the first call computes it with ``make``."""
        if name not in self._once:
            self._once[name] = make(self)
        found: T = self._once[name]
        return found

    def has_come(self, moment: datetime) -> bool:
        """Tell whether ``moment`` is not later than :attr:`instant`, the time as of which items are public."""
        return self._clock.has_come(moment)

    @property
    def today(self) -> date:
        """The date, in Hà Nội, of the time as of which items are public."""
        return self._clock.today

    @property
    def span(self) -> tuple[datetime, datetime]:
        """The period (start, end) in which a build of the same content gives the same site; the end is excluded."""
        return self._clock.span

    def has_page(self, path: str) -> bool:
        """Tell whether ``path``, relative to docs/, is the file of a standing page (such as the contact page)."""
        return any(page.path == path for page in self.pages)

    def file(self, path: str) -> UsedFile:
        """Return what is known of the file ``path`` of docs/: its size, and the picture or the text in it."""
        return self.library.known(path)

    @property
    def registries(self) -> Registries:
        """The registries (lists in data/*.yml): topics, kinds of document, issuers and others."""
        return self.library.registries

    def is_public(self, item: Item) -> bool:
        """Tell whether an item's publication time has come, or this is a preview. Withdrawn items count too."""
        return self.preview or self.has_come(item.published.at)

    def is_gone(self, item: Item) -> bool:
        """Tell whether the item is gone: withdrawn or expired, so that its address only shows a notice."""
        return item.withdrawn is not None or (item.expires is not None and self.has_come(item.expires.at))

    def first_published(self, item: Item) -> Moment:
        """Return when the public first saw an item: by the record, or for a new item at least :attr:`minute`.

        Without any record, it is the item's own date.
        """
        if self.before is None:
            return item.published
        return Moment(self.before.instants.get(item.id, max(self.minute, item.published.at)), has_time=True)

    @property
    def minute(self) -> datetime:
        """The publication time of new items (see :func:`minute_of_new`)."""
        return minute_of_new(self._clock.minute, self.before)

    @cached_property
    def public(self) -> dict[str, Text]:
        """The public items by id, newest first. They include withdrawn and expired ones, but not redacted ones."""
        return newest_first(t for t in self._out if isinstance(t.item, Item) and not t.item.redacted)

    @cached_property
    def _out(self) -> tuple[Text, ...]:
        return tuple(t for t in self.library.items if isinstance(t.item, Item) and self.is_public(t.item))

    @cached_property
    def gone(self) -> tuple[Item, ...]:
        """The withdrawn and expired items, in order of id, including redacted ones (whose title is hidden)."""
        items = (t.item for t in self._out)
        return tuple(sorted((i for i in items if isinstance(i, Item) and self.is_gone(i)), key=lambda i: i.id))

    @cached_property
    def current(self) -> tuple[Item, ...]:  # type: ignore[override]  # computed here, and read only
        """The current items: public, and neither withdrawn nor expired. Newest first."""
        items = (t.item for t in self.public.values())
        return tuple(i for i in items if isinstance(i, Item) and not self.is_gone(i))

    @cached_property
    def pages(self) -> tuple[StandingPage, ...]:
        """The standing pages: pages about the site itself, such as the contact page."""
        return tuple(t.item for t in self.library.pages if isinstance(t.item, StandingPage))

    def text(self, item: Item | StandingPage) -> Text:
        """Return the text (the parsed Markdown file) of an item or standing page."""
        return self.by_path[item.path]

    @cached_property
    def by_path(self) -> dict[str, Text]:
        """All texts by file path, relative to docs/."""
        return {t.item.path: t for t in self.library.texts}

    @cached_property
    def _links(self) -> Links:
        linker = Linker(self.public, self.documents, self.registries, self.library.pictures)
        return Links(linker, self.registries, self.today, self.library.store)

    @cached_property
    def linked(self) -> dict[str, Linked]:
        """The citations and links found in each standing page and current item, by file path."""
        items: tuple[Item | StandingPage, ...] = (*self.pages, *self.current)
        found = {item.path: self._links.of(self.text(item)) for item in items}
        self._links.keep()
        return found

    def html(self, item: Item | StandingPage) -> str:
        """Return the HTML body of a current item or standing page, with links to the documents it cites."""
        return self._links.html(self.text(item), self.linked[item.path])

    def cited_in(self, item: Item | StandingPage) -> tuple[str, ...]:
        """Return the ids of the documents that the text of a current item or standing page cites or links to."""
        return self.linked[item.path].documents

    def html_digest(self, item: Item | StandingPage) -> str:
        """Return a fingerprint of the result of :meth:`html`, without computing that result."""
        return self.linked[item.path].digest

    @cached_property
    def citing(self) -> dict[str, list[Item]]:
        """For the id of each document: the current items whose text cites or links to it, newest first."""
        return citing((item, self.linked[item.path].documents) for item in self.current)

    @cached_property
    def acting(self) -> Acting:
        """By document id and relation: the documents that amend, replace or otherwise name it, and which part of it."""
        return acting(self.documents)

    @cached_property
    def about(self) -> dict[str, list[Item]]:
        """For the id of each document: the current news, guides and events in Vietnamese whose header names it."""
        return about(self.in_vietnamese)

    @cached_property
    def collections(self) -> Collected:
        """What the current collections show, and where items stand in them."""
        return collected(self.current)

    @cached_property
    def on_topic(self) -> dict[str, list[Item]]:
        """For the id of each topic: its current items in Vietnamese, newest first; an empty list if it has none."""
        return {topic.id: list[Item]() for topic in self.registries.topics} | of_topics(self.in_vietnamese)

    def near(self, item: Item, most: int) -> tuple[Item, ...]:
        """Return up to ``most`` related items: first those on the same documents, then of the same type and topic."""
        return near(item, self.about, self.once("#alike", lambda whole: of_type_and_topic(whole.in_vietnamese)), most)

    @cached_property
    def met(self) -> Met:
        """The topics, kinds and issuers that have a page and a feed, because a published item uses them."""
        return met([text.item for text in self._out], self.registries)

    def place(self, id: str, anchor: str) -> str:
        """Return the citation of the provision at ``anchor`` in the document with this id: ``khoản 1 Điều 5``.

        The provision need not be in the text as issued: it may have been added by an amendment.
        """
        return (self.public[id].rendered.cited.get(anchor) if id in self.public else None) or words_of_anchor(anchor)

    def validity(self, document: OfficialDocument) -> Validity:
        """Return whether the document is in force on the day of :attr:`instant`, and why."""
        return self._validities[document.id]

    @cached_property
    def _validities(self) -> dict[str, Validity]:
        public = [t.item for t in self.public.values() if isinstance(t.item, OfficialDocument)]
        return validities(public, self.documents, self.effects, self.today)

    @cached_property
    def effects(self) -> dict[str, tuple[Modification, ...]]:
        """For the id of each document: what current documents do to it or to its provisions, in order of time."""
        return modifications(map(self.text, self.documents), lambda text: self._links.html(text, self._links.of(text)))

    def now_named(self, issuer: Issuer) -> tuple[Issuer, ...]:
        """Return the bodies that ``issuer`` has become by mergers or new names; empty if it has no successor."""
        heirs = [self.registries.issuers[id] for id in issuer.successors]
        return tuple(dict.fromkeys(h for heir in heirs for h in (self.now_named(heir) or (heir,))))
