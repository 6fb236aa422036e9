"""Related items: a few on each item's page, by kind (such as news), and lists of all items about a document."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from infopage.content.addresses import address_of
from infopage.content.catalogue import Catalogue
from infopage.content.designations import designation, short_designation
from infopage.content.model import Draft, Event, Item, NewsItem, OfficialDocument, Question, StudyGuide
from infopage.content.outside import AnyDocument
from infopage.outputs.pages.listing import Listing
from infopage.outputs.views.cards import Card, Group
from infopage.outputs.views.links import Link
from infopage.outputs.wording.described import described
from infopage.outputs.wording.frame import section

_ABOUT, _ALIKE = 3, 5
"""The most related items shown on a page. A document's page shows up to ``_ABOUT`` of each sort, such as news. The
page of any other item shows up to ``_ALIKE`` in all.
"""

_SORTS: tuple[tuple[str, str, type[Item]], ...] = (
    ("Học văn bản này", "tài liệu", StudyGuide),
    ("Dự thảo lấy ý kiến", "dự thảo", Draft),
    ("Hỏi đáp về văn bản này", "câu hỏi", Question),
    ("Tin về văn bản này", "tin", NewsItem),
    ("Lịch liên quan", "sự kiện", Event),
)
_CITING = "Được dẫn trong"


def related(item: Item, catalogue: Catalogue) -> tuple[Group, ...]:
    """Return the groups of related items on an item's page."""
    if isinstance(item, OfficialDocument):
        return related_to(item, catalogue)
    near = catalogue.near(item, _ALIKE)
    return (Group("Xem thêm", _cards(near, catalogue)),) if near else ()


def related_to(document: AnyDocument, catalogue: Catalogue) -> tuple[Group, ...]:
    """Return the groups of items about a document, or that cite it."""
    return tuple(_few(document, *sort, catalogue) for sort in _sorts(document, catalogue))


def related_lists(catalogue: Catalogue) -> Iterator[Listing]:
    """Yield the list of all related items, grouped by sort, for each document whose page does not show all of them."""
    home = section(OfficialDocument)
    for document in (*catalogue.documents, *catalogue.registries.outside):
        sorts = [(title, found) for title, _, found in _sorts(document, catalogue)]
        if all(len(found) <= _ABOUT for _, found in sorts):
            continue
        lists = catalogue.registries
        yield Listing(
            address=_address(document),
            title=f"Nội dung liên quan đến {designation(document, lists)}",
            unit="nội dung",
            items=[other for _, found in sorts for other in found],
            section=home,
            crumbs=(home, Link(short_designation(document, lists), address_of(document.path))),
            subject=lists.issuers[document.issuer],
            group_by=_sort_in(sorts),
        )


def _sorts(document: AnyDocument, catalogue: Catalogue) -> Iterator[tuple[str, str, Sequence[Item]]]:
    """Yield the items about a document in groups, each as a title, the word for one item, and the items, newest first.

    No item is in two groups.
    """
    about = catalogue.about.get(document.id, [])
    for title, unit, cls in _SORTS:
        if found := [other for other in about if isinstance(other, cls)]:
            yield title, unit, found
    told = {other.id for other in about}
    if citing := [other for other in catalogue.citing.get(document.id, []) if other.id not in told]:
        yield _CITING, "mục", citing


def _sort_in(sorts: Iterable[tuple[str, Sequence[Item]]]) -> Callable[[Item], str]:
    title_of = {other.id: title for title, found in sorts for other in found}
    return lambda other: title_of[other.id]


def _few(document: AnyDocument, title: str, unit: str, found: Sequence[Item], catalogue: Catalogue) -> Group:
    more = Link(f"Xem tất cả {len(found)} {unit}", _address(document)) if len(found) > _ABOUT else None
    return Group(title, _cards(found[:_ABOUT], catalogue), more)


def _cards(items: Iterable[Item], catalogue: Catalogue) -> tuple[Card, ...]:
    """Return the cards of items without summaries, because readers only choose here what to read."""
    return tuple(replace(described(item, catalogue).card, summary="") for item in items)


def _address(document: AnyDocument) -> str:
    return f"{address_of(document.path)}lien-quan/"
