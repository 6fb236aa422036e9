"""One page of the site, whole, and what all pages share."""

from dataclasses import dataclass
from typing import Any

from infopage.content.rendered import Heading
from infopage.outputs.views.links import Link, TypedLink


@dataclass(frozen=True, kw_only=True)
class Page:
    """One page of the site, whole: where it stands, which template shows it, and what it shows.

    ``heading`` is the title as the page's own first heading, where that is not ``title``;
    ``section`` is the address of the section it belongs to; ``source`` its Markdown file relative to docs/ or empty;
    ``changed`` the day for the sitemap, in ISO form; ``indexed`` whether search engines and the site's search take it;
    ``gone`` that it says only that its item is gone; ``data`` the same content as files for machines; ``follow`` the
    feed of what becomes of its item;
    ``structured`` its JSON-LD, safe within a script element.
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
        """What stands beside the page for programs, and moves with it."""
        return (*self.data, self.follow) if self.follow else self.data


@dataclass(frozen=True, kw_only=True)
class SiteView:
    """What every page shows of the site itself; ``search_index`` is the address of the search's manifest."""

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
