"""One whole web page of the site, and the data that all pages share."""

from dataclasses import dataclass
from typing import Any

from infopage.content.rendered import Heading
from infopage.outputs.views.announced import NoticeLine
from infopage.outputs.views.links import Link, TypedLink
from infopage.outputs.views.pictures import SocialCard


@dataclass(frozen=True, kw_only=True)
class Page:
    """One whole web page of the site: its address, its template, and the values that the template shows.

    * ``view``: the values for this kind of page (see the other modules of this package).
    * ``heading``: the page's first heading, if it differs from ``title``.
    * ``section``: the address of the page's section.
    * ``source``: the page's Markdown file relative to docs/, or empty.
    * ``contents``: the headings for the table of contents.
    * ``changed``: the day of the last change for the sitemap, in ISO form.
    * ``indexed``: whether search engines may index the page.
    * ``canonical``: the address of the page that search engines should show instead; empty if it is this page.
    * ``gone``: whether the page only says that an item has expired or was withdrawn.
    * ``picture``: the picture that other sites show beside a link to the page; if None, they show that of the site.
    * ``data``: files for programs with the same content.
    * ``follow``: the feed about the document of this page.
    * ``versions``: the same content in each of several languages: the BCP 47 tag and the address.
    * ``structured``: JSON-LD, safe inside a script element.
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
    canonical: str = ""
    gone: bool = False
    og_type: str = "website"
    picture: SocialCard | None = None
    data: tuple[TypedLink, ...] = ()
    follow: TypedLink | None = None
    versions: tuple[Link, ...] = ()
    structured: str = ""

    @property
    def files(self) -> tuple[TypedLink, ...]:
        """The data files and the feed that belong to the page, and move with it to a new address."""
        return (*self.data, self.follow) if self.follow else self.data


@dataclass(frozen=True, kw_only=True)
class SiteView:
    """The data about the site that every page shows.

    ``notices`` are those that every page shows now. ``search_index`` is the address of the search index's manifest.
    """

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
    notices: tuple[NoticeLine, ...] = ()
    search_index: str = ""
