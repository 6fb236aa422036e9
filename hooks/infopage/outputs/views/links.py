"""Links, days and badges: the smallest values that templates show."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Link:
    """A link within the site.

    ``count`` is the number of items on the linked page; ``current`` tells that the reader is on that page. ``title`` is
    a remark that templates show beside the link, such as how long after a resolution a document was issued.
    """

    text: str
    address: str
    count: int | None = None
    current: bool = False
    title: str = ""


@dataclass(frozen=True)
class When:
    """A date or a time: ``text`` for readers, ``iso`` for the HTML attribute ``datetime``."""

    text: str
    iso: str


@dataclass(frozen=True)
class Badge:
    """A mark that shows a document's validity, or that an event is over, by colour, sign and words.

    ``tone`` decides the colour. For a document it is ``con`` (in force), ``sua`` (amended), ``chua`` (not yet in force)
    or ``het`` (no longer in force); for an event it is ``qua`` (over).
    """

    tone: str
    sign: str
    text: str


@dataclass(frozen=True)
class TypedLink:
    """A link to a feed or data file: its title, address and media type.

    ``title`` includes the site's name if the link is to a feed; ``label`` is the feed's title without it.
    """

    title: str
    address: str
    type: str = "application/rss+xml"
    label: str = ""
