"""A feed before it is divided into pages: its items, and the entries that were removed from it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from infopage.content.languages import VIETNAMESE
from infopage.content.model import Item
from infopage.language.dates import Moment
from infopage.outputs.views.links import TypedLink
from infopage.outputs.wording import feed_links as links


@dataclass(frozen=True)
class Left:
    """The removal of an entry from a feed at the time ``since``.

    ``id`` is the id of the item, and ``place`` the moment by which the entry was sorted in the feed. So ``place`` tells
    which feed page had the entry. That page changed at the time ``since``. The entries that are still in it do not show
    this time, so it is stored here.
    """

    id: str
    place: Moment
    since: datetime


@dataclass(frozen=True, kw_only=True)
class Feed:
    """A feed and its items, unsorted, including expired or withdrawn items that still have a notice.

    ``name`` is the feed's name within its group, and ``remark`` is an explanation beside it. ``link`` has the feed's
    title and address. ``home`` is the address of the web page to which the feed belongs. ``had`` tells whether an
    expired or withdrawn item was in the feed, and ``left`` lists all removals. ``moment`` returns the moment by which
    an item is sorted; if it is None, that is the item's first publication. ``lang`` is the BCP 47 tag of its language.
    Only feeds with ``has_all_languages`` have items in other languages than Vietnamese. ``is_offered`` tells whether
    readers who search for the name are offered the feed.
    """

    name: str
    link: TypedLink
    description: str
    home: str
    items: tuple[Item, ...]
    had: Callable[[Item], bool]
    left: tuple[Left, ...] = ()
    moment: Callable[[Item], Moment] | None = None
    remark: str = ""
    lang: str = VIETNAMESE
    has_all_languages: bool = False
    is_offered: bool = True

    @property
    def slug(self) -> str:
        """The address of the feed's folder, relative to the folder of all feeds."""
        return self.link.address.removeprefix(links.FOLDER).removesuffix(f"/{links.RSS}")


def feed(
    link: TypedLink,
    description: str,
    home: str,
    items: tuple[Item, ...],
    had: Callable[[Item], bool],
    name: str = "",
    remark: str = "",
) -> Feed:
    """Return a feed; ``remark`` is added to its ``description``, and without a ``name`` it is named as its link."""
    return Feed(
        name=name or link.label,
        link=link,
        description=f"{description} {remark}".strip(),
        home=home,
        items=items,
        had=had,
        remark=remark,
    )
