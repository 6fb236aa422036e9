"""Lists as templates show them: facets, pages of a list, the history of an issuing body."""

from dataclasses import dataclass

from infopage.outputs.views.cards import Group
from infopage.outputs.views.items import Notice
from infopage.outputs.views.links import Link, When


@dataclass(frozen=True)
class Facet:
    """Ways to narrow a list by one property."""

    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True)
class Pager:
    """Where a long list goes on: the page before, the one after, and all by number."""

    number: int
    count: int
    before: Link | None
    after: Link | None
    pages: tuple[Link, ...]


@dataclass(frozen=True)
class Happening:
    """An event in an issuing body's life: what happened, the other bodies in it, the document that decided it."""

    when: When
    words: str
    bodies: tuple[Link, ...]
    decision: str


@dataclass(frozen=True, kw_only=True)
class ListingView:
    """A list of items, perhaps in groups, with the ways to narrow it and to go on.

    ``narrow`` is the address of the results page that has the same items, to be narrowed by several properties at once.
    On a body's list ``history`` tells its life and ``wider`` leads to, or back from, the list with its predecessors.
    """

    total: int
    unit: str
    intro: str = ""
    groups: tuple[Group, ...] = ()
    facets: tuple[Facet, ...] = ()
    pager: Pager | None = None
    notices: tuple[Notice, ...] = ()
    history: tuple[Happening, ...] = ()
    wider: Link | None = None
    narrow: str = ""


@dataclass(frozen=True)
class IssuerGroup:
    """The issuing bodies of a level; a link's title tells that a body has ended."""

    title: str
    issuers: tuple[Link, ...]


@dataclass(frozen=True)
class IssuersView:
    """All issuing bodies by level."""

    groups: tuple[IssuerGroup, ...]
