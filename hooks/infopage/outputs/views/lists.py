"""Lists as templates show them: facets (links to narrower lists), pages of a list, the history of an issuing body."""

from dataclasses import dataclass

from infopage.outputs.views.cards import Group
from infopage.outputs.views.items import Notice
from infopage.outputs.views.links import Link, When


@dataclass(frozen=True)
class Facet:
    """Links to narrower lists, one for each value of a property such as the year."""

    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True)
class Pager:
    """The navigation of a long list cut into pages: the previous page, the next page, and numbered links.

    ``number`` is the number of the present page, and ``count`` the number of all pages.
    """

    number: int
    count: int
    before: Link | None
    after: Link | None
    pages: tuple[Link, ...]


@dataclass(frozen=True)
class Happening:
    """An event in an issuing body's history.

    ``words`` says what happened, and ``bodies`` are the other bodies involved. ``decision`` names the document by which
    the change was decided; it is empty if that is not known.
    """

    when: When
    words: str
    bodies: tuple[Link, ...]
    decision: str


@dataclass(frozen=True, kw_only=True)
class ListingView:
    """A list of items in groups, with links to narrower lists and to its other pages.

    ``total`` is the number of items, and ``unit`` the word for one of them. ``narrow`` is the address of the
    search results with the same items; these can be filtered by several properties at once. On the list of an issuing
    body, ``history`` is the body's history, and ``wider`` links to the list that includes its predecessors. On that
    list, ``wider`` links back.
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
    """The issuing bodies of one administrative level; if a body no longer exists, its link's ``title`` says this."""

    title: str
    issuers: tuple[Link, ...]


@dataclass(frozen=True)
class IssuersView:
    """The list of all issuing bodies, by administrative level."""

    groups: tuple[IssuerGroup, ...]
