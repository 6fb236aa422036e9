"""Listings: every way to go through the items without searching, cut into pages of a bounded size."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from infopage.content.catalogue import Catalogue
from infopage.content.checks import run_of
from infopage.content.model import Event, Item, NewsItem, OfficialDocument, StudyGuide
from infopage.language.dates import format_month
from infopage.outputs.cards import card, now_named
from infopage.outputs.pages import HOME, Settings, section, site_feed
from infopage.outputs.views import Facet, Group, Link, ListingView, Notice, Page, Pager

PAGE_SIZE = 30
"""Items on a page: what a phone loads at once on a slow link."""


@dataclass(frozen=True, kw_only=True)
class Listing:
    """One list before it is cut into pages; ``items`` in the order shown."""

    address: str
    title: str
    unit: str
    items: Sequence[Item]
    section: Link
    intro: str = ""
    crumbs: tuple[Link, ...] = ()
    facets: tuple[Facet, ...] = ()
    notices: tuple[Notice, ...] = ()
    group_by: Callable[[Item], str] | None = None


@dataclass(frozen=True)
class Axis:
    """One way to divide items: where its lists stand and the values an item has, as (id, name)."""

    title: str
    folder: str
    values: Callable[[Item], Iterable[tuple[str, str]]]
    newest_first: bool = False
    notices: Callable[[str], tuple[Notice, ...]] = lambda _: ()

    def divide(self, items: Iterable[Item]) -> dict[tuple[str, str], list[Item]]:
        """Return the items of each value; years, terms and months newest first, names as they come in the registry."""
        found: dict[tuple[str, str], list[Item]] = defaultdict(list)
        for item in items:
            for value in self.values(item):
                found[value].append(item)
        return dict(sorted(found.items(), reverse=self.newest_first))

    def address(self, id: str) -> str:
        """Return the address of the list of one value."""
        return f"{self.folder}{id}/"


def listings(catalogue: Catalogue) -> Iterator[Listing]:
    """Yield every list of the site."""
    yield from _divided(
        catalogue.documents, "van-ban/", "Văn bản", "văn bản", OfficialDocument, _document_axes(catalogue)
    )
    yield from _runs(catalogue)
    yield from _divided(catalogue.news, "tin-tuc/", "Tin tức", "tin", NewsItem, _news_axes(catalogue))
    yield from _divided(catalogue.guides, "hoc-tap/", "Học tập", "tài liệu", StudyGuide, _guide_axes(catalogue))
    yield from _events(catalogue)


def _topics(catalogue: Catalogue, folder: str) -> Axis:
    names = catalogue.registries.topics
    return Axis("Chủ đề", folder, lambda item: ((id, names[id].name) for id in item.topics))


def _document_axes(catalogue: Catalogue) -> tuple[Axis, ...]:
    lists = catalogue.registries

    def of(read: Callable[[OfficialDocument], tuple[str, str] | None]) -> Callable[[Item], Iterable[tuple[str, str]]]:
        def values(item: Item) -> Iterable[tuple[str, str]]:
            assert isinstance(item, OfficialDocument)
            found = read(item)
            return (found,) if found else ()

        return values

    def heirs(id: str) -> tuple[Notice, ...]:
        return _heirs(id, catalogue)

    return (
        Axis("Loại văn bản", "van-ban/loai/", of(lambda d: (d.kind, lists.kinds[d.kind].name))),
        Axis(
            "Cơ quan ban hành", "van-ban/", of(lambda d: (d.issuer, lists.issuers[d.issuer].short_name)), notices=heirs
        ),
        Axis(
            "Nhiệm kỳ", "van-ban/nhiem-ky/", of(lambda d: (d.term, lists.terms[d.term].name) if d.term else None), True
        ),
        Axis("Năm ban hành", "van-ban/nam/", of(lambda d: (str(d.issued.year), f"Năm {d.issued.year}")), True),
        _topics(catalogue, "van-ban/chu-de/"),
    )


def _news_axes(catalogue: Catalogue) -> tuple[Axis, ...]:
    def month(item: Item) -> Iterable[tuple[str, str]]:
        day = item.published.date
        return ((f"{day.year:04}-{day.month:02}", format_month(day).capitalize()),)

    def year(item: Item) -> Iterable[tuple[str, str]]:
        return ((str(item.published.date.year), f"Năm {item.published.date.year}"),)

    return (
        Axis("Tháng", "tin-tuc/thang/", month, True),
        Axis("Năm", "tin-tuc/", year, True),
        _topics(catalogue, "tin-tuc/chu-de/"),
    )


def _guide_axes(catalogue: Catalogue) -> tuple[Axis, ...]:
    names = catalogue.registries.audiences

    def audience(item: Item) -> Iterable[tuple[str, str]]:
        assert isinstance(item, StudyGuide)
        return ((id, names[id].name) for id in item.audience)

    def document(item: Item) -> Iterable[tuple[str, str]]:
        assert isinstance(item, StudyGuide)
        for reference in item.documents:
            text = catalogue.public.get(reference.id)
            if text and isinstance(text.item, OfficialDocument):
                yield reference.id, f"{text.item.symbol}: {text.item.title}"

    return (
        Axis("Người học", "hoc-tap/doi-tuong/", audience),
        Axis("Văn bản được học", "hoc-tap/van-ban/", document),
    )


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
    yield Listing(address=address, title=title, unit=unit, items=items, section=home, facets=facets)
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
                notices=axis.notices(id),
            )


def _heirs(issuer_id: str, catalogue: Catalogue) -> tuple[Notice, ...]:
    issuer = catalogue.registries.issuers[issuer_id]
    heirs = now_named(issuer, catalogue)
    return (Notice("luu-y", f"{issuer.name}, {heirs}."),) if heirs else ()


def _marked(facets: tuple[Facet, ...], here: str) -> tuple[Facet, ...]:
    """Mark where the reader is."""
    return tuple(
        Facet(facet.title, tuple(replace(link, current=True) if link.address == here else link for link in facet.links))
        for facet in facets
    )


def _runs(catalogue: Catalogue) -> Iterator[Listing]:
    """Yield a list for each issuer's term or year: the folder that a document's address stands in."""
    lists = catalogue.registries
    found: dict[tuple[str, str], list[Item]] = defaultdict(list)
    for document in catalogue.documents:
        found[document.issuer, run_of(document, lists)].append(document)
    home = section(OfficialDocument)
    for (issuer_id, run), items in sorted(found.items()):
        issuer = lists.issuers[issuer_id]
        name = lists.terms[run].name if run in lists.terms else f"Năm {run}"
        crumbs = (home, Link(issuer.short_name, f"van-ban/{issuer_id}/"))
        title = f"{issuer.short_name}, {name[0].lower()}{name[1:]}"
        notices = _heirs(issuer_id, catalogue)
        address = f"van-ban/{issuer_id}/{run}/"
        yield Listing(
            address=address, title=title, unit="văn bản", items=items, section=home, crumbs=crumbs, notices=notices
        )


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


def pages(listing: Listing, catalogue: Catalogue, settings: Settings) -> Iterator[Page]:
    """Yield the pages of one list; the first stands at the list's own address."""
    count = max(1, -(-len(listing.items) // PAGE_SIZE))
    for number in range(1, count + 1):
        part = listing.items[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
        page = f" (trang {number})" if number > 1 else ""
        total = f"{len(listing.items)} {listing.unit}"
        yield Page(
            address=_page_address(listing.address, number),
            template="listing.html",
            title=listing.title + page,
            description=f"{listing.title}: {total}{page}.",
            section=listing.section.address,
            crumbs=(HOME, *listing.crumbs),
            feeds=(site_feed(settings),),
            view=ListingView(
                total=len(listing.items),
                unit=listing.unit,
                intro=listing.intro,
                groups=tuple(_groups(part, listing.group_by, catalogue)),
                facets=listing.facets,
                pager=_pager(listing.address, number, count) if count > 1 else None,
                notices=listing.notices,
            ),
        )


def _groups(items: Sequence[Item], name: Callable[[Item], str] | None, catalogue: Catalogue) -> Iterator[Group]:
    named: dict[str, list[Item]] = {}
    for item in items:
        named.setdefault(name(item) if name else "", []).append(item)
    for title, found in named.items():
        yield Group(title, tuple(card(item, catalogue) for item in found))


def _page_address(address: str, number: int) -> str:
    return address if number == 1 else f"{address}trang/{number}/"


def _pager(address: str, number: int, count: int) -> Pager:
    links = tuple(Link(str(n), _page_address(address, n), current=n == number) for n in range(1, count + 1))
    before = replace(links[number - 2], text="Trang trước") if number > 1 else None
    after = replace(links[number], text="Trang sau") if number < count else None
    near = {1, 2, count - 1, count, *range(number - 2, number + 3)}
    return Pager(number, count, before, after, tuple(link for n, link in enumerate(links, 1) if n in near))
