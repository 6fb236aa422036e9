"""One page of a feed, either the subscription document or an archive page, with the data that each format writes."""

from dataclasses import dataclass
from datetime import datetime

from infopage.content.languages import VIETNAMESE
from infopage.outputs.feeds.addresses import encoded
from infopage.outputs.feeds.entries import Author
from infopage.outputs.wording.encoding import absolute
from infopage.outputs.wording.feed_links import ATOM, MEDIA_TYPES, address
from infopage.outputs.wording.frame import Settings

ARCHIVE = "luu"
"""The folder of a feed's archive pages, inside the feed's folder."""


@dataclass(frozen=True, kw_only=True)
class FeedPage:
    """A page of a feed: the subscription document (the file that feed readers load regularly) or an archive page.

    Archive pages exist in Atom only. Programs that follow ``prev-archive`` links read Atom as well as RSS, and no
    program that follows JSON Feed's ``next_url`` is known.

    ``slug`` is the feed's folder. ``name`` is the name of an archive page; it is empty for the subscription document.
    ``before`` and ``after`` are the names of the neighbouring archive pages, or empty. ``home`` is the absolute address
    of the web page to which the feed belongs. ``hub`` is the address of a WebSub hub, or empty; a hub informs its
    subscribers at once when the subscription document changes. ``lang`` is the BCP 47 tag of the feed's language.
    """

    settings: Settings
    slug: str
    id: str
    title: str
    description: str
    home: str
    publisher: Author
    updated: datetime
    lang: str = VIETNAMESE
    name: str = ""
    before: str = ""
    after: str = ""
    hub: str = ""

    @property
    def is_archive(self) -> bool:
        """Whether this is an archive page, and not the subscription document (which feed readers load regularly)."""
        return bool(self.name)

    def path(self, file: str) -> str:
        """Return the address of the page's file ``file``, such as ``atom.xml``, relative to the site's root."""
        return self._path(self.name, file)

    def address(self, file: str) -> str:
        """Return the absolute address of the page's file ``file``, such as ``atom.xml``."""
        return self._absolute(self.name, file)

    def current(self, file: str) -> str:
        """Return the absolute address of the feed's subscription document ``file``, such as ``atom.xml``."""
        return self._absolute("", file)

    @property
    def earlier(self) -> str:
        """The absolute address of the archive page with the next older entries; empty on the oldest page."""
        return self._absolute(self.before, ATOM) if self.before else ""

    def history(self, file: str) -> list[dict[str, str]]:
        """Return the links to other pages of the feed (RFC 5005) and to the hub, each as the attributes of an element.

        They are for the page's file with the name ``file``, such as ``atom.xml``. Each page links to the archive page
        before it. The oldest archive page links to the page after it instead, because the W3C's validator does not
        recognise an archive page without such a link.
        """
        links = {"current": self.current(file)} if self.is_archive else {}
        if self.before:
            links["prev-archive"] = self.earlier
        elif self.is_archive:
            links["next-archive"] = self._absolute(self.after, ATOM)
        found = [{"href": href, "rel": rel, "type": MEDIA_TYPES[ATOM]} for rel, href in links.items()]
        return [*found, {"href": self.hub, "rel": "hub"}] if self.hub and not self.is_archive else found

    def _path(self, name: str, file: str) -> str:
        return address(f"{self.slug}/{ARCHIVE}/{name}" if name else self.slug, file)

    def _absolute(self, name: str, file: str) -> str:
        return encoded(absolute(self._path(name, file), self.settings))
