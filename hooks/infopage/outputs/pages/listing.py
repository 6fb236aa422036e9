"""Makes the jobs (build steps) of one list of items. Each makes one page of the list, with ``PAGE_SIZE`` items."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from infopage.content.catalogue import Catalogue
from infopage.content.model import ITEM_TYPES, Event, Item
from infopage.content.registry_entries import Issuer
from infopage.outputs.jobs.fingerprints import Fingerprints
from infopage.outputs.jobs.job import Head, Job, Made
from infopage.outputs.metadata.structured import with_structured_data
from infopage.outputs.search.facets import results
from infopage.outputs.views.cards import Group
from infopage.outputs.views.items import Notice
from infopage.outputs.views.links import Link, TypedLink
from infopage.outputs.views.lists import Facet, ListingView, Pager
from infopage.outputs.views.page import Page
from infopage.outputs.wording.cards import now_named
from infopage.outputs.wording.described import described
from infopage.outputs.wording.feed_links import Subject, coming_feed, section_feed, site_feed, subject_feed
from infopage.outputs.wording.frame import HOME, Settings, last_change, section
from infopage.outputs.wording.issuers import history
from infopage.store.digests import digest
from infopage.store.values import packed

PAGE_SIZE = 30
"""The number of items on a page, few enough for a phone to load at once over a slow connection."""


@dataclass(frozen=True, kw_only=True)
class Listing:
    """One list of items before it is cut into pages; ``items`` are in the order shown.

    * ``unit``: the word for one item, such as “văn bản”.
    * ``group_by``: a function that returns the heading for an item. Items with the same heading are shown together.
    * ``issuer``: the issuing body whose documents are listed, if any.
    * ``subject``: the topic, issuing body, document kind or author of the list, if it has a feed.
    * ``wider``: a link to the list that includes the documents of an issuing body's predecessors.
    * ``chosen``: the search filters, as (id, value), that find the same items; None if search has no such filter.
    """

    address: str
    title: str
    unit: str
    items: Sequence[Item]
    section: Link
    intro: str = ""
    crumbs: tuple[Link, ...] = ()
    facets: tuple[Facet, ...] = ()
    group_by: Callable[[Item], str] | None = None
    issuer: Issuer | None = None
    subject: Subject | None = None
    wider: Link | None = None
    chosen: tuple[tuple[str, str], ...] | None = None


def jobs(listing: Listing, catalogue: Catalogue, settings: Settings, answers: Fingerprints) -> Iterator[Job]:
    """Yield a job (build step) for each page of one list.

    The first page has the list's own address, ``listing.address``.

    ``answers`` computes the fingerprints of the listed items, which are inputs of the jobs.
    """
    count = max(1, -(-len(listing.items) // PAGE_SIZE))
    frame = _frame(listing, catalogue, settings)
    common = digest(packed(frame))
    for number in range(1, count + 1):
        part = listing.items[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
        headings = "\n".join(map(listing.group_by, part)) if listing.group_by else ""
        key = digest(common.encode(), f"{number}/{count}".encode(), headings.encode(), answers.of_items(part).encode())
        page = partial(_page, listing, frame, number, count, catalogue)
        title = frame.title + _numbered(number)
        head = Head(address=_page_address(listing.address, number), titled=partial(str, title), changed=frame.changed)
        yield Job(key, partial(_made, key, page, catalogue, settings), (head,))


def _made(key: str, page: Callable[[], Page], catalogue: Catalogue, settings: Settings) -> Made:
    return Made(key, (with_structured_data(page(), None, catalogue, settings),))


def _frame(listing: Listing, catalogue: Catalogue, settings: Settings) -> Page:
    """Return a page without items, which has the data that all pages of the list ``listing`` share."""
    return Page(
        address=listing.address,
        template="listing.html",
        title=listing.title,
        description=f"{listing.title}: {len(listing.items)} {listing.unit}",
        section=listing.section.address,
        crumbs=(HOME, *listing.crumbs),
        feeds=tuple(_feeds(listing, settings)),
        changed=last_change(listing.items),
        view=ListingView(
            total=len(listing.items),
            unit=listing.unit,
            intro=listing.intro,
            facets=listing.facets,
            notices=_heirs(listing.issuer, catalogue) if listing.issuer else (),
            history=history(listing.issuer, catalogue) if listing.issuer else (),
            wider=listing.wider,
            narrow=results(*listing.chosen) if listing.chosen and listing.items else "",
        ),
    )


def _page(listing: Listing, frame: Page, number: int, count: int, catalogue: Catalogue) -> Page:
    part = listing.items[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
    return replace(
        frame,
        address=_page_address(listing.address, number),
        title=frame.title + _numbered(number),
        description=f"{frame.description}{_numbered(number)}.",
        view=replace(
            frame.view,
            groups=tuple(_groups(part, listing.group_by, catalogue)),
            pager=_pager(listing.address, number, count) if count > 1 else None,
        ),
    )


def _numbered(number: int) -> str:
    return f" (trang {number})" if number > 1 else ""


def _feeds(listing: Listing, settings: Settings) -> Iterator[TypedLink]:
    yield site_feed(settings)
    if any(listing.section == section(cls) for cls in ITEM_TYPES):
        yield section_feed(listing.section, settings)
    if listing.section == section(Event):
        yield coming_feed(settings)
    if subject := listing.subject or listing.issuer:
        yield subject_feed(subject, settings)


def _heirs(issuer: Issuer, catalogue: Catalogue) -> tuple[Notice, ...]:
    heirs = now_named(issuer, catalogue)
    return (Notice("luu-y", f"{issuer.name}, {heirs}."),) if heirs else ()


def _groups(items: Sequence[Item], name: Callable[[Item], str] | None, catalogue: Catalogue) -> Iterator[Group]:
    named: dict[str, list[Item]] = {}
    for item in items:
        named.setdefault(name(item) if name else "", []).append(item)
    for title, found in named.items():
        yield Group(title, tuple(described(item, catalogue).card for item in found))


def _page_address(address: str, number: int) -> str:
    return address if number == 1 else f"{address}trang/{number}/"


def _pager(address: str, number: int, count: int) -> Pager:
    def link(to: int, text: str = "") -> Link:
        return Link(text or str(to), _page_address(address, to), current=not text and to == number)

    before = link(number - 1, "Trang trước") if number > 1 else None
    after = link(number + 1, "Trang sau") if number < count else None
    near = {1, 2, count - 1, count, *range(number - 2, number + 3)} & set(range(1, count + 1))
    return Pager(number, count, before, after, tuple(link(to) for to in sorted(near)))
