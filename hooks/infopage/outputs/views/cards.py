"""Cards (the short form of an item in a list), and groups of cards."""

from dataclasses import dataclass

from infopage.outputs.views.links import Badge, Link, When
from infopage.outputs.views.pictures import PictureView


@dataclass(frozen=True)
class DayBlock:
    """The block that shows the day of an event, such as ``28`` above ``tháng 11``."""

    day: str
    month: str


@dataclass(frozen=True, kw_only=True)
class Card:
    """An item in a list.

    ``number`` is a document's number. ``meta`` are short facts, such as the length of a guide, shown with middle dots
    between them. ``when`` is the day of issue or publication; ``day`` is set for events only. ``carries_out`` links to
    the document that the item implements. ``now_named`` names the successors of the document's issuer.
    ``illustrative`` marks a made-up example. ``label`` says that a machine made the text. ``lang`` is the BCP 47 tag of
    the language of title and summary, empty for Vietnamese. ``picture`` is a small form of the item's lead picture.
    """

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
    label: str = ""
    lang: str = ""
    picture: PictureView | None = None


@dataclass(frozen=True)
class Group:
    """Cards under a heading; ``more`` links to the list with all items of the group."""

    title: str
    cards: tuple[Card, ...]
    more: Link | None = None
    anchor: str = ""
