"""One whole page of the site, and what all pages share."""

from dataclasses import dataclass
from typing import Any

from infopage.content.rendered import Heading
from infopage.outputs.views.links import Link, TypedLink


@dataclass(frozen=True, kw_only=True)
class Page:
    """One whole page of the site: its address, its template, and the values that the template shows.

    ``heading`` is the page's first heading, if it differs from ``title``. ``section`` is the address of its section.
    ``source`` is its Markdown file relative to docs/, or empty. ``changed`` is the day for the sitemap, in ISO form.
    ``indexed`` tells whether search engines may index it. ``gone`` marks the note about an expired or withdrawn item.
    ``data`` are files with the same content for programs, ``follow`` is the feed about its item. ``structured`` is its
    JSON-LD, safe inside a script element.
    """

    address: str
    template: str
    title: str
    description: str
    view: Any
    heading: str = ""
    section: str = ""
    source: str = ""
    crumbs: tuple[Link, ...] = ()
    feeds: tuple[TypedLink, ...] = ()
    contents: tuple[Heading, ...] = ()
    html: str = ""
    changed: str = ""
    indexed: bool = True
    gone: bool = False
    og_type: str = "website"
    data: tuple[TypedLink, ...] = ()
    follow: TypedLink | None = None
    structured: str = ""

    @property
    def files(self) -> tuple[TypedLink, ...]:
        """The files for programs that belong to the page and move with it."""
        return (*self.data, self.follow) if self.follow else self.data


@dataclass(frozen=True, kw_only=True)
class SiteView:
    """What every page shows about the site; ``search_index`` is the address of the search index's manifest."""

    name: str
    organisation: str
    emblem: str
    description: str
    demonstration: bool
    preview: bool
    governing_body: str
    responsible: str
    postal_address: str
    telephone: str
    email: str
    licence: str
    sections: tuple[Link, ...]
    footer: tuple[Link, ...]
    feed: TypedLink
    search_examples: tuple[str, ...]
    search_index: str = ""
