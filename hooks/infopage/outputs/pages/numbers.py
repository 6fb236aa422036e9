"""Lists of documents by number, for a reader who has a document's number but not the search (it needs JavaScript)."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from infopage.content.catalogue import Catalogue
from infopage.content.model import Item, OfficialDocument
from infopage.outputs.pages.listing import Listing
from infopage.outputs.views.links import Link
from infopage.outputs.views.lists import Facet
from infopage.outputs.wording.frame import section

_SPAN = 10


def number_lists(catalogue: Catalogue) -> Iterator[Listing]:
    """Yield a list for each range of ten numbers with documents (such as 10 to 19), with a heading for each number."""
    home = section(OfficialDocument)
    lists = _divided(catalogue)
    facet = number_facet(catalogue)
    for link, (part, items) in zip(facet.links, lists.items(), strict=True):
        first, last = _ends(part)
        here = tuple(replace(one, current=one is link) for one in facet.links)
        yield Listing(
            address=link.address,
            title=f"Văn bản số {first:02} đến {last:02}",
            unit="văn bản",
            items=items,
            section=home,
            crumbs=(home,),
            facets=(Facet(facet.title, here),),
            group_by=_heading,
            chosen=(("section", OfficialDocument.section),),
        )


def number_facet(catalogue: Catalogue) -> Facet:
    """Return the links to the lists of documents by number."""
    ends = ((_ends(part), len(items)) for part, items in _divided(catalogue).items())
    return Facet(
        "Văn bản theo số",
        tuple(Link(f"{a:02}–{b:02}", f"van-ban/so/{a:02}-{b:02}/", count=count) for (a, b), count in ends),
    )


def _divided(catalogue: Catalogue) -> dict[int, list[OfficialDocument]]:
    """Return the documents of each range of ten numbers, in the order of numbers; those of one number newest first.

    The keys are the numbers divided by ten, rounded down.
    """

    def divided(whole: Catalogue) -> dict[int, list[OfficialDocument]]:
        found: dict[int, list[OfficialDocument]] = defaultdict(list)
        for document in sorted(whole.documents, key=lambda document: document.symbol.ordinal):
            found[document.symbol.ordinal[0] // _SPAN].append(document)
        return found

    return catalogue.once(" theo số", divided)


def _ends(part: int) -> tuple[int, int]:
    return max(1, part * _SPAN), part * _SPAN + _SPAN - 1


def _heading(item: Item) -> str:
    assert isinstance(item, OfficialDocument)
    number, letter = item.symbol.ordinal
    return f"Số {number:02}{letter}"
