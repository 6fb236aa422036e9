"""Listings: the lists in which readers browse items without searching, such as all news of a month."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from infopage.content.catalogue import Catalogue
from infopage.content.checks import runs_of
from infopage.content.indexes import of_type
from infopage.content.model import Collection, Draft, Event, Item, NewsItem, OfficialDocument, Question, StudyGuide
from infopage.content.registry_entries import Issuer
from infopage.content.stages import by_stage
from infopage.language.dates import format_month
from infopage.outputs.pages.authors import author_listings
from infopage.outputs.pages.axes import Axis, document_axes, draft_axes, guide_axes, news_axes, question_axes
from infopage.outputs.pages.columns import column_listings
from infopage.outputs.pages.languages import language_listings
from infopage.outputs.pages.listing import Listing
from infopage.outputs.views.links import Link
from infopage.outputs.views.lists import Facet
from infopage.outputs.wording.frame import has_section, section
from infopage.outputs.wording.issuers import address as issuer_address
from infopage.outputs.wording.issuers import predecessors


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
    if has_section(Question, catalogue):
        questions = of_type(catalogue.current, Question)
        yield from _divided(questions, "hoi-dap/", "Hỏi đáp", "câu hỏi", Question, question_axes(catalogue))
    if has_section(Draft, catalogue):
        drafts = by_stage(of_type(catalogue.current, Draft), catalogue)
        yield from _divided(drafts, "lay-y-kien/", "Lấy ý kiến", "dự thảo", Draft, draft_axes(catalogue))
    yield from column_listings(catalogue)
    yield from author_listings(catalogue)
    if has_section(Collection, catalogue):
        collections = of_type(catalogue.current, Collection)
        yield from _divided(collections, "chuyen-trang/", "Chuyên trang", "chuyên trang", Collection, ())
    yield from language_listings(catalogue)


def _divided(
    items: Sequence[Item],
    address: str,
    title: str,
    unit: str,
    cls: type[Item],
    axes: tuple[Axis, ...],
) -> Iterator[Listing]:
    """Yield the list of all items, and a list for each value of each of the ``axes``.

    An axis is a way to divide the items, such as by year. All these lists have the same facets (links to the lists by
    value). ``cls`` is the type of the items, ``unit`` the word for one item, and ``address`` and ``title`` those of the
    list of all items.
    """
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
    """Return the facets with the link to the list at the address ``here`` marked as current."""
    return tuple(
        Facet(facet.title, tuple(replace(link, current=True) if link.address == here else link for link in facet.links))
        for facet in facets
    )


def _runs(catalogue: Catalogue) -> Iterator[Listing]:
    """Yield the list of each run: the documents of an issuer in one year or term of office.

    An issuer numbers its documents anew in each run. The address of the list is that of the folder of the documents.
    """
    lists = catalogue.registries
    found: dict[tuple[str, str], list[Item]] = defaultdict(list)
    for document in catalogue.documents:
        for own_run in runs_of(document, lists):
            found[own_run].append(document)
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
    """Yield an empty list for each issuing body without documents that needs a page.

    These are the bodies that once had documents, or whose predecessors had.
    """
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
    """Yield the list of an issuing body's and its predecessors' documents, if the predecessors have any."""
    home = section(OfficialDocument)
    for issuer in catalogue.registries.issuers:
        if before := _predecessors_with_documents(issuer, catalogue):
            bodies = {issuer.id, *(one.id for one in before)}
            yield Listing(
                address=_wider_address(issuer),
                title=f"{issuer.short_name} và các cơ quan tiền thân",
                unit="văn bản",
                items=[document for document in catalogue.documents if not bodies.isdisjoint(document.issuers)],
                section=home,
                crumbs=(home, Link(issuer.short_name, issuer_address(issuer))),
                issuer=issuer,
                wider=Link(f"Chỉ văn bản của {issuer.short_name}", issuer_address(issuer)),
                chosen=(("issuer", issuer.id),),
            )


def _predecessors_with_documents(issuer: Issuer, catalogue: Catalogue) -> list[Issuer]:
    return [one for one in predecessors(issuer, catalogue) if one.id in _with_documents(catalogue)]


def _with_documents(catalogue: Catalogue) -> frozenset[str]:
    """Return the ids of the issuing bodies that have documents."""
    return catalogue.once(
        " có văn bản", lambda whole: frozenset(id for document in whole.documents for id in document.issuers)
    )


def _wider_address(issuer: Issuer) -> str:
    return f"{issuer_address(issuer)}ca-tien-than/"


def _of_issuer(listing: Listing, catalogue: Catalogue) -> Listing:
    """Return the list ``listing``; if it is of an issuing body's documents, with the body added.

    If the body's predecessors have documents, the link to the list that includes them is added too.
    """
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
