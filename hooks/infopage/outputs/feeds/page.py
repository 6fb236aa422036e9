"""One document of a feed: the subscription document or an archive page, as each format describes it."""

from dataclasses import dataclass
from datetime import datetime

from infopage.outputs.feeds.addresses import encoded
from infopage.outputs.feeds.entries import Author
from infopage.outputs.wording.encoding import absolute
from infopage.outputs.wording.feed_links import ATOM, MEDIA_TYPES, address
from infopage.outputs.wording.frame import Settings

ARCHIVE = "luu"
"""The folder of a feed's archive pages, below the feed's own."""


@dataclass(frozen=True, kw_only=True)
class FeedPage:
    """Archive pages are Atom, whatever the format of the document that leads to them: the programs that follow
    ``prev-archive`` read Atom as they read RSS, and none that follows JSON Feed's ``next_url`` is known to us.

    ``slug`` is the feed's; ``name`` an archive page's, or empty; ``before`` and ``after`` are the names of the
    archive pages next to it, or empty; ``home`` the absolute address of the page that the feed is about; ``hub``
    that of a WebSub hub, or empty: who subscribes there is told of a change of the subscription document at once.
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
        """Whether this is not the document people subscribe to."""
        return bool(self.name)

    def path(self, file: str) -> str:
        """Return where the document stands, relative to the site's root."""
        return self._path(self.name, file)

    def address(self, file: str) -> str:
        """Return where the document stands."""
        return self._absolute(self.name, file)

    def current(self, file: str) -> str:
        """Return where the subscription document stands."""
        return self._absolute("", file)

    @property
    def earlier(self) -> str:
        """Where the entries before these are, or nothing."""
        return self._absolute(self.before, ATOM) if self.before else ""

    def history(self, file: str) -> list[dict[str, str]]:
        """Return the links of RFC 5005, and the one to the hub.

        An archive page leads back; the oldest, which cannot, leads to what comes after it, for the W3C's validator
        takes an archive that leads nowhere for a part of none.
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
