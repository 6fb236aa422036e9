"""What templates show, as plain values: no template reads an item, a registry or a clock.

Addresses are relative to the site's root; templates turn them into links with the ``url`` filter.
"""

from dataclasses import dataclass
from typing import Any

from infopage.content.rendered import Heading


@dataclass(frozen=True)
class Link:
    """A link within the site; ``count`` how many items it leads to, ``current`` that the reader is there."""

    text: str
    address: str
    count: int | None = None
    current: bool = False
    title: str = ""


@dataclass(frozen=True)
class When:
    """A date or moment: as people read it, and for the ``datetime`` attribute."""

    text: str
    iso: str


@dataclass(frozen=True)
class Badge:
    """A document's validity: ``tone`` is ``con``, ``sua``, ``chua`` or ``het``; told by colour, sign and words."""

    tone: str
    sign: str
    text: str


@dataclass(frozen=True)
class DayBlock:
    """The block that shows an event's day: ``28`` over ``tháng 11``."""

    day: str
    month: str


@dataclass(frozen=True, kw_only=True)
class Card:
    """An item in a list. ``meta`` are short pieces of text, shown with a middle dot between."""

    title: str
    address: str
    number: str = ""
    meta: tuple[str, ...] = ()
    when: When | None = None
    badge: Badge | None = None
    day: DayBlock | None = None
    carries_out: Link | None = None
    summary: str = ""
    now_named: str = ""
    illustrative: bool = False


@dataclass(frozen=True)
class Group:
    """Cards under a heading; ``more`` leads to all of them."""

    title: str
    cards: tuple[Card, ...]
    more: Link | None = None
    anchor: str = ""


@dataclass(frozen=True)
class Value:
    """One value of a fact: text, perhaps a link (``outside`` for another site), a time, a badge, a note after it."""

    text: str = ""
    address: str = ""
    outside: str = ""
    iso: str = ""
    badge: Badge | None = None
    note: str = ""


@dataclass(frozen=True)
class Fact:
    """A labelled line of the box of facts; ``brief`` stands for it while the box is folded, if anything does."""

    label: str
    values: tuple[Value, ...]
    brief: Value | None = None


@dataclass(frozen=True)
class Attached:
    """An attached file: its name, where it is, its type (``PDF``) and its size as people read it (``412 KB``)."""

    name: str
    address: str
    type: str
    size: str


@dataclass(frozen=True)
class Notice:
    """A sentence above the text: ``tone`` is ``minh-hoa``, ``het-han``, ``luu-y``."""

    tone: str
    text: str
    link: Link | None = None


@dataclass(frozen=True)
class Part:
    """A line of an event's programme."""

    time: str
    content: str


@dataclass(frozen=True)
class Step:
    """A document of an implementation tree, with those that carry it out in turn."""

    link: Link
    text: str
    level: str
    notes: tuple[str, ...]
    badge: Badge
    steps: tuple["Step", ...]


@dataclass(frozen=True)
class TreeView:
    """An implementation tree; ``missing`` are levels that nothing on the site comes from."""

    root: Step
    missing: tuple[str, ...]


@dataclass(frozen=True)
class TreesView:
    """All implementation trees."""

    trees: tuple[TreeView, ...]


@dataclass(frozen=True)
class Corrected:
    """One correction in the public list."""

    link: Link
    when: When
    wrong: str
    right: str


@dataclass(frozen=True)
class Withdrawn:
    """An item that was taken back, in the public list: what it was called, and what is said of it."""

    name: str
    text: str


@dataclass(frozen=True)
class CorrectionsView:
    """The public list of corrections."""

    corrections: tuple[Corrected, ...]
    withdrawn: tuple[Withdrawn, ...] = ()


@dataclass(frozen=True, kw_only=True)
class OfficialPrint:
    """A document's sheet of paper round its text: ``style`` is ``dang``, ``nha-nuoc`` or ``tron`` (no rule is known),
    ``powers`` are the lines above the signature, ``qr`` is SVG.
    """

    style: str
    page_numbers: str
    above: tuple[str, ...]
    issuer: tuple[str, ...]
    number: str
    masthead: tuple[str, ...]
    place_and_date: str
    kind: str
    abstract: str
    recipients: tuple[str, ...]
    powers: tuple[str, ...]
    signer: str
    validity: str
    address: str
    qr: str


@dataclass(frozen=True, kw_only=True)
class ItemView:
    """An item's page: what is above its text, beside it and below it, how to share and report it."""

    kicker: str
    number: str = ""
    lead: str = ""
    facts: tuple[Fact, ...] = ()
    notices: tuple[Notice, ...] = ()
    files: tuple[Attached, ...] = ()
    connection_points: tuple[str, ...] = ()
    programme: tuple[Part, ...] = ()
    day: DayBlock | None = None
    related: tuple[Group, ...] = ()
    tree: TreeView | None = None
    corrections: tuple[Corrected, ...] = ()
    topics: tuple[Link, ...] = ()
    citation: str = ""
    cited: str = ""
    share_address: str = ""
    facebook: str = ""
    report: str = ""
    official: OfficialPrint | None = None


@dataclass(frozen=True)
class MovedView:
    """Where an old address leads: the link, and its absolute address."""

    to: Link
    absolute: str


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


@dataclass(frozen=True, kw_only=True)
class HomeView:
    """The first page: the search's examples and a short group for each section."""

    examples: tuple[str, ...]
    documents: Group
    news: Group
    guides: Group
    events: Group
    topics: tuple[Link, ...]


@dataclass(frozen=True)
class KeyRow:
    """A key that releases are signed with: its name, its fingerprint, the days it is good for in words."""

    name: str
    fingerprint: str
    days: str


@dataclass(frozen=True)
class KeysView:
    """The keys that releases are signed with, and the address of the list that programs read."""

    keys: tuple[KeyRow, ...]
    address: str


@dataclass(frozen=True)
class StandingView:
    """A standing page, and the lists, feeds, files of data, tables of their keys and keys of signatures it is about.

    ``all_feeds`` is the address of the file that names all feeds; ``sections`` lead to the results page with all items
    of a section, to be narrowed.
    """

    facets: tuple[Facet, ...] = ()
    feeds: tuple["FeedGroup", ...] = ()
    all_feeds: str = ""
    downloads: tuple["FeedLink", ...] = ()
    tables: tuple["FieldTable", ...] = ()
    signing: KeysView | None = None
    sections: tuple[Link, ...] = ()


@dataclass(frozen=True)
class FeedRow:
    """A feed as people choose it: what it is called, a remark on it, its address in full, and its files by format."""

    name: str
    remark: str
    address: str
    formats: tuple["FeedLink", ...]


@dataclass(frozen=True)
class FeedGroup:
    """The feeds of one sort."""

    title: str
    feeds: tuple[FeedRow, ...]


@dataclass(frozen=True)
class FieldRow:
    """A key of published data: its name, kind and meaning, and the values it is limited to."""

    name: str
    kind: str
    meaning: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True)
class FieldTable:
    """The keys of one kind of published object."""

    title: str
    rows: tuple[FieldRow, ...]


@dataclass(frozen=True)
class FeedLink:
    """A feed: its title, address and media type; ``label`` is the title among other feeds of this site."""

    title: str
    address: str
    type: str = "application/rss+xml"
    label: str = ""


@dataclass(frozen=True, kw_only=True)
class Page:
    """One page of the site, whole: where it stands, which template shows it, and what it shows.

    ``heading`` is the title as the page's own first heading, where that is not ``title``;
    ``section`` is the address of the section it belongs to; ``source`` its Markdown file relative to docs/ or empty;
    ``changed`` the day for the sitemap, in ISO form; ``indexed`` whether search engines and the site's search take it;
    ``gone`` that it says only that its item is gone; ``data`` the same content as files for machines; ``follow`` the
    feed of what becomes of its item;
    ``structured`` its JSON-LD, safe within a script element.
    """

    address: str
    template: str
    title: str
    description: str
    view: Any
    heading: str = ""
    section: str = ""
    source: str = ""
    crumbs: tuple[Link, ...] = ()
    feeds: tuple[FeedLink, ...] = ()
    contents: tuple[Heading, ...] = ()
    html: str = ""
    changed: str = ""
    indexed: bool = True
    gone: bool = False
    og_type: str = "website"
    data: tuple[FeedLink, ...] = ()
    follow: FeedLink | None = None
    structured: str = ""

    @property
    def files(self) -> tuple[FeedLink, ...]:
        """What stands beside the page for programs, and moves with it."""
        return (*self.data, self.follow) if self.follow else self.data


@dataclass(frozen=True, kw_only=True)
class SiteView:
    """What every page shows of the site itself; ``search_index`` is the address of the search's manifest."""

    name: str
    organisation: str
    emblem: str
    description: str
    demonstration: bool
    preview: bool
    governing_body: str
    responsible: str
    postal_address: str
    telephone: str
    email: str
    licence: str
    sections: tuple[Link, ...]
    footer: tuple[Link, ...]
    feed: FeedLink
    search_examples: tuple[str, ...]
    search_index: str = ""
