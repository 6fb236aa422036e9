"""Collections as templates show them: their parts with cards, where an item stands in one, and the whole on a page."""

from dataclasses import dataclass

from infopage.outputs.views.cards import Card
from infopage.outputs.views.links import Link, TypedLink


@dataclass(frozen=True)
class PartView:
    """A part of a collection: the anchor of its heading, its title and words, and the cards of its items."""

    anchor: str
    title: str
    words: str
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class CollectionView:
    """The parts of a collection, the links to the whole as a page and as an EPUB, and how many items it has.

    ``total`` says the number in words, such as ``4 chương``. If ``is_numbered`` is true, the order of the items counts,
    as in a book.
    """

    parts: tuple[PartView, ...]
    total: str
    whole: str
    epub: TypedLink
    is_numbered: bool


@dataclass(frozen=True)
class CollectionPlaceView:
    """Where an item stands in a collection: ``at`` says it in words, such as ``2 trên 4``."""

    collection: Link
    kind: str
    at: str
    before: Link | None
    after: Link | None


@dataclass(frozen=True)
class WholeItem:
    """An item on the page with the whole of a collection.

    ``anchor`` is unique on the page, ``meta`` are short facts, and ``html`` is the text with the notes around it, whose
    headings are below that of the item. ``lang`` is the tag of its language; it is empty if that is Vietnamese.
    """

    anchor: str
    title: str
    meta: tuple[str, ...]
    address: str
    html: str
    lang: str


@dataclass(frozen=True)
class WholePart:
    """A part of a collection on the page with the whole of it."""

    anchor: str
    title: str
    words: str
    items: tuple[WholeItem, ...]


@dataclass(frozen=True)
class WholeView:
    """The whole of a collection on one page; ``lead`` is its summary, and ``home`` links to its own page."""

    kicker: str
    lead: str
    home: Link
    parts: tuple[WholePart, ...]
