"""One document of a feed, the subscription document or an archive page, with the data that each format writes."""

from dataclasses import dataclass
from datetime import datetime

from infopage.outputs.feeds.addresses import encoded
from infopage.outputs.feeds.entries import Author
from infopage.outputs.wording.encoding import absolute
from infopage.outputs.wording.feed_links import ATOM, MEDIA_TYPES, address
from infopage.outputs.wording.frame import Settings

ARCHIVE = "luu"
"""The folder of a feed's archive pages, inside the feed's folder."""


@dataclass(frozen=True, kw_only=True)
class FeedPage:
    """A subscription document or an archive page.

    Archive pages are Atom, whatever the format of the document that links to them: programs that follow
    ``prev-archive`` read Atom as well as RSS, and no program is known to us that follows JSON Feed's ``next_url``.

    ``slug`` is the feed's; ``name`` is that of an archive page, or empty. ``before`` and ``after`` are the names of the
    neighbouring archive pages, or empty. ``home`` is the absolute address of the page that the feed is about. ``hub``
    is the address of a WebSub hub, or empty; the hub tells its subscribers at once when the subscription document
    changes.
    """

    settings: Settings
    slug: str
    id: str
    title: str
    description: str
    home: str
    publisher: Author
    updated: datetime
    name: str = ""
    before: str = ""
    after: str = ""
    hub: str = ""

    @property
    def is_archive(self) -> bool:
        """Whether this is an archive page, and not the subscription document."""
        return bool(self.name)

    def path(self, file: str) -> str:
        """Return the document's address relative to the site's root."""
        return self._path(self.name, file)

    def address(self, file: str) -> str:
        """Return the document's absolute address."""
        return self._absolute(self.name, file)

    def current(self, file: str) -> str:
        """Return the absolute address of the subscription document."""
        return self._absolute("", file)

    @property
    def earlier(self) -> str:
        """The absolute address of the archive page with the entries before these, or empty."""
        return self._absolute(self.before, ATOM) if self.before else ""

    def history(self, file: str) -> list[dict[str, str]]:
        """Return the links of RFC 5005, and the link to the hub.

        An archive page links to the page before it. The oldest has none, so it links to the page after it: the W3C's
        validator does not take a page without such a link for a part of an archive.
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
