"""Links, days and badges: the smallest values that templates show."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Link:
    """A link within the site. ``count`` is the number of items there; ``current`` tells that the reader is there."""

    text: str
    address: str
    count: int | None = None
    current: bool = False
    title: str = ""


@dataclass(frozen=True)
class When:
    """A date or moment: in words for readers, and for the ``datetime`` attribute."""

    text: str
    iso: str


@dataclass(frozen=True)
class Badge:
    """A document's validity, or that an event is over, shown by colour, sign and words.

    ``tone`` is ``con``, ``sua``, ``chua`` or ``het`` for a document, ``qua`` for an event.
    """

    tone: str
    sign: str
    text: str


@dataclass(frozen=True)
class TypedLink:
    """A link to a feed or data file: its title, address and media type; ``label`` is a feed's title within the site."""

    title: str
    address: str
    type: str = "application/rss+xml"
    label: str = ""
