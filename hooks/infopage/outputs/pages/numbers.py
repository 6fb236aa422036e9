"""Lists of documents by number, for a reader who has a document's number but not the search (it needs JavaScript)."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from infopage.content.catalogue import Catalogue
from infopage.content.model import Item, OfficialDocument
from infopage.outputs.pages.listing import Listing
from infopage.outputs.views.links import Link
from infopage.outputs.views.lists import Facet
from infopage.outputs.wording.frame import section

_SPAN = 10
_UNNUMBERED = Link("Không số", "van-ban/so/khong-so/")


def number_lists(catalogue: Catalogue) -> Iterator[Listing]:
    """Yield a list for each range of ten numbers with documents (such as 10 to 19), with a heading for each number.

    The last list has the documents without a number.
    """
    home = section(OfficialDocument)
    facet = number_facet(catalogue)
    titled: list[tuple[str, Sequence[OfficialDocument], Callable[[Item], str] | None]] = []
    for part, numbered in _divided(catalogue).items():
        first, last = _ends(part)
        titled.append((f"Văn bản số {first:02} đến {last:02}", numbered, _heading))
    if unnumbered := _unnumbered(catalogue):
        titled.append(("Văn bản không số", unnumbered, None))
    for link, (title, items, group_by) in zip(facet.links, titled, strict=True):
        here = tuple(replace(one, current=one is link) for one in facet.links)
        yield Listing(
            address=link.address,
            title=title,
            unit="văn bản",
            items=items,
            section=home,
            crumbs=(home,),
            facets=(Facet(facet.title, here),),
            group_by=group_by,
            chosen=(("section", OfficialDocument.section),),
        )


def number_facet(catalogue: Catalogue) -> Facet:
    """Return the links to the lists of documents by number."""
    ends = ((_ends(part), len(items)) for part, items in _divided(catalogue).items())
    links = tuple(Link(f"{a:02}–{b:02}", f"van-ban/so/{a:02}-{b:02}/", count=count) for (a, b), count in ends)
    unnumbered = _unnumbered(catalogue)
    return Facet("Văn bản theo số", (*links, replace(_UNNUMBERED, count=len(unnumbered))) if unnumbered else links)


def _unnumbered(catalogue: Catalogue) -> Sequence[OfficialDocument]:
    return catalogue.once(" không số", lambda whole: tuple(d for d in whole.documents if d.symbol is None))


def _divided(catalogue: Catalogue) -> dict[int, list[OfficialDocument]]:
    """Return the documents of each range of ten numbers, in the order of numbers; those of one number newest first.

    The keys are the numbers divided by ten, rounded down.
    """

    def divided(whole: Catalogue) -> dict[int, list[OfficialDocument]]:
        found: dict[int, list[OfficialDocument]] = defaultdict(list)
        numbered = [(d.symbol.ordinal, d) for d in whole.documents if d.symbol]
        for (number, _), document in sorted(numbered, key=lambda one: one[0]):
            found[number // _SPAN].append(document)
        return found

    return catalogue.once(" theo số", divided)


def _ends(part: int) -> tuple[int, int]:
    return max(1, part * _SPAN), part * _SPAN + _SPAN - 1


def _heading(item: Item) -> str:
    assert isinstance(item, OfficialDocument)
    assert item.symbol
    number, letter = item.symbol.ordinal
    return f"Số {number:02}{letter}"
