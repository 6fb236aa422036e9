"""Lists as templates show them: facets, pages of a list, the history of an issuing body."""

from dataclasses import dataclass

from infopage.outputs.views.cards import Group
from infopage.outputs.views.items import Notice
from infopage.outputs.views.links import Link, When


@dataclass(frozen=True)
class Facet:
    """Links to narrower lists, by the values of one property."""

    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True)
class Pager:
    """The pages of a long list: the previous one, the next one, and numbered links."""

    number: int
    count: int
    before: Link | None
    after: Link | None
    pages: tuple[Link, ...]


@dataclass(frozen=True)
class Happening:
    """An event in an issuing body's history: what happened, the other bodies involved, the document that decided it."""

    when: When
    words: str
    bodies: tuple[Link, ...]
    decision: str


@dataclass(frozen=True, kw_only=True)
class ListingView:
    """A list of items in groups, with links to narrower lists and to its other pages.

    ``narrow`` is the address of the results page with the same items, which can be filtered by several properties at
    once. On a body's list, ``history`` is the body's history, and ``wider`` links to the list with its predecessors, or
    back.
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
    """The issuing bodies of a level; a link's title tells if a body has ended."""

    title: str
    issuers: tuple[Link, ...]


@dataclass(frozen=True)
class IssuersView:
    """All issuing bodies by level."""

    groups: tuple[IssuerGroup, ...]
