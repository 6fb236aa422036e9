"""Links, days and badges: the smallest values that templates show."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Link:
    """A link within the site; ``count`` how many items it leads to, ``current`` that the reader is there."""

    text: str
    address: str
    count: int | None = None
    current: bool = False
    title: str = ""


@dataclass(frozen=True)
class When:
    """A date or moment: as people read it, and for the ``datetime`` attribute."""

    text: str
    iso: str


@dataclass(frozen=True)
class Badge:
    """A document's validity: ``tone`` is ``con``, ``sua``, ``chua`` or ``het``; told by colour, sign and words."""

    tone: str
    sign: str
    text: str


@dataclass(frozen=True)
class TypedLink:
    """A feed: its title, address and media type; ``label`` is the title among other feeds of this site."""

    title: str
    address: str
    type: str = "application/rss+xml"
    label: str = ""
