"""Listings: the lists by which readers browse items without searching, cut into pages of bounded size."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from infopage.content.catalogue import Catalogue
from infopage.content.checks import run_of
from infopage.content.model import Event, Item, NewsItem, OfficialDocument, StudyGuide
from infopage.content.registry_entries import Issuer
from infopage.language.dates import format_month
from infopage.outputs.jobs.job import Head, Job, Made
from infopage.outputs.jobs.tracking import Fingerprints
from infopage.outputs.metadata.structured import with_structured_data
from infopage.outputs.pages.axes import Axis, document_axes, guide_axes, news_axes
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
from infopage.outputs.wording.issuers import address as issuer_address
from infopage.outputs.wording.issuers import history, predecessors
from infopage.store.digests import digest
from infopage.store.values import packed

PAGE_SIZE = 30
"""Items on a page: what a phone loads at once on a slow link."""


@dataclass(frozen=True, kw_only=True)
class Listing:
    """One list before it is cut into pages, with ``items`` in the order shown.

    ``subject`` is what the list is about, if it has a feed of its own. ``chosen`` are the facet values of the search
    that all its items share; None where the search has no such facet.
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


def listings(catalogue: Catalogue) -> tuple[Listing, ...]:
    """Return every list of the site."""
    return catalogue.once(" danh sách", lambda whole: tuple(_listings(whole)))


def _listings(catalogue: Catalogue) -> Iterator[Listing]:
    axes = document_axes(catalogue)
    for listing in _divided(catalogue.documents, "van-ban/", "Văn bản", "văn bản", OfficialDocument, axes):
        yield _of_issuer(listing, catalogue)
    yield from _without_documents(catalogue)
    yield from _runs(catalogue)
    yield from _with_predecessors(catalogue)
    yield from _divided(catalogue.news, "tin-tuc/", "Tin tức", "tin", NewsItem, news_axes(catalogue))
    yield from _divided(catalogue.guides, "hoc-tap/", "Học tập", "tài liệu", StudyGuide, guide_axes(catalogue))
    yield from _events(catalogue)


def _divided(
    items: Sequence[Item],
    address: str,
    title: str,
    unit: str,
    cls: type[OfficialDocument | NewsItem | StudyGuide],
    axes: tuple[Axis, ...],
) -> Iterator[Listing]:
    """Yield the list of all items and one for each value of each axis, all with the same facets."""
    divisions = [(axis, axis.divide(items)) for axis in axes]
    facets = tuple(
        Facet(
            axis.title, tuple(Link(name, axis.address(id), count=len(found)) for (id, name), found in division.items())
        )
        for axis, division in divisions
        if division
    )
    home = section(cls)
    everything = ("section", cls.section)
    yield Listing(
        address=address, title=title, unit=unit, items=items, section=home, facets=facets, chosen=(everything,)
    )
    for axis, division in divisions:
        for (id, name), found in division.items():
            here = axis.address(id)
            yield Listing(
                address=here,
                title=f"{title}: {name}",
                unit=unit,
                items=found,
                section=home,
                crumbs=(home,),
                facets=_marked(facets, here),
                subject=axis.subjects[id] if axis.subjects else None,
                chosen=(everything, (axis.facet, id)) if axis.facet else None,
            )


def _marked(facets: tuple[Facet, ...], here: str) -> tuple[Facet, ...]:
    """Mark the link to the present list as current."""
    return tuple(
        Facet(facet.title, tuple(replace(link, current=True) if link.address == here else link for link in facet.links))
        for facet in facets
    )


def _runs(catalogue: Catalogue) -> Iterator[Listing]:
    """Yield a list for each term or year of each issuer: the folder in a document's address."""
    lists = catalogue.registries
    found: dict[tuple[str, str], list[Item]] = defaultdict(list)
    for document in catalogue.documents:
        found[document.issuer, run_of(document, lists)].append(document)
    home = section(OfficialDocument)
    for (issuer_id, run), items in sorted(found.items()):
        issuer = lists.issuers[issuer_id]
        name = lists.terms[run].name if run in lists.terms else f"Năm {run}"
        yield Listing(
            address=f"van-ban/{issuer_id}/{run}/",
            title=f"{issuer.short_name}, {name[0].lower()}{name[1:]}",
            unit="văn bản",
            items=items,
            section=home,
            crumbs=(home, Link(issuer.short_name, f"van-ban/{issuer_id}/")),
            issuer=issuer,
            chosen=(("issuer", issuer_id), ("term" if run in lists.terms else "year", run)),
        )


def _without_documents(catalogue: Catalogue) -> Iterator[Listing]:
    """Yield an empty list for each body without documents that has a page: it or a predecessor once had documents."""
    home = section(OfficialDocument)
    for issuer in catalogue.registries.issuers:
        if issuer.id in catalogue.met.issuers - _with_documents(catalogue):
            title = f"{home.text}: {issuer.short_name}"
            yield _of_issuer(
                Listing(
                    address=issuer_address(issuer), title=title, unit="văn bản", items=(), section=home, crumbs=(home,)
                ),
                catalogue,
            )


def _with_predecessors(catalogue: Catalogue) -> Iterator[Listing]:
    """Yield, for each body whose predecessors have documents, the list of its documents and theirs."""
    home = section(OfficialDocument)
    for issuer in catalogue.registries.issuers:
        if before := _predecessors_with_documents(issuer, catalogue):
            bodies = {issuer.id, *(one.id for one in before)}
            yield Listing(
                address=_wider_address(issuer),
                title=f"{issuer.short_name} và các cơ quan tiền thân",
                unit="văn bản",
                items=[document for document in catalogue.documents if document.issuer in bodies],
                section=home,
                crumbs=(home, Link(issuer.short_name, issuer_address(issuer))),
                issuer=issuer,
                wider=Link(f"Chỉ văn bản của {issuer.short_name}", issuer_address(issuer)),
                chosen=(("issuer", issuer.id),),
            )


def _predecessors_with_documents(issuer: Issuer, catalogue: Catalogue) -> list[Issuer]:
    return [one for one in predecessors(issuer, catalogue) if one.id in _with_documents(catalogue)]


def _with_documents(catalogue: Catalogue) -> frozenset[str]:
    """Return the ids of the bodies that have documents."""
    return catalogue.once(" có văn bản", lambda whole: frozenset(document.issuer for document in whole.documents))


def _wider_address(issuer: Issuer) -> str:
    return f"{issuer_address(issuer)}ca-tien-than/"


def _of_issuer(listing: Listing, catalogue: Catalogue) -> Listing:
    """Add to a body's list the body itself and a link to the list that includes its predecessors."""
    id = listing.address.removeprefix("van-ban/").removesuffix("/")
    if listing.section.address != "van-ban/" or id not in catalogue.registries.issuers:
        return listing
    issuer = catalogue.registries.issuers[id]
    before = [one.short_name for one in _predecessors_with_documents(issuer, catalogue)]
    words = f"Kể cả văn bản của cơ quan tiền thân: {', '.join(before)}"
    wider = Link(words, _wider_address(issuer)) if before else None
    return replace(listing, issuer=issuer, wider=wider)


def _events(catalogue: Catalogue) -> Iterator[Listing]:
    home = section(Event)
    coming, past = catalogue.coming_events, catalogue.past_events
    facets = (
        Facet(
            "Thời gian",
            (Link("Sắp diễn ra", "lich/", count=len(coming)), Link("Đã diễn ra", "lich/da-qua/", count=len(past))),
        ),
    )

    def month(item: Item) -> str:
        assert isinstance(item, Event)
        return format_month(item.start.date).capitalize()

    for address, title, items, crumbs in (
        ("lich/", "Lịch hội nghị, lớp học, sinh hoạt", coming, ()),
        ("lich/da-qua/", "Hội nghị, lớp học, sinh hoạt đã diễn ra", past, (home,)),
    ):
        yield Listing(
            address=address,
            title=title,
            unit="sự kiện",
            items=items,
            section=home,
            crumbs=crumbs,
            facets=_marked(facets, address),
            group_by=month,
        )


def jobs(listing: Listing, catalogue: Catalogue, settings: Settings, answers: Fingerprints) -> Iterator[Job]:
    """Yield the pages of one list as jobs; the first page has the list's own address."""
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
    """Return what all pages of a list have in common, as a page without items."""
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
