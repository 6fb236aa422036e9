"""The renderer: makes the HTML of a page from the page's values and its template."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path
from urllib.parse import quote, urljoin, urlsplit

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from infopage.content.addresses import relative
from infopage.outputs.renditions.markup import FRONT_SIZES, cut_html, picture_html, responsive, set_html
from infopage.outputs.theme.assets import ASSETS, fingerprinted, theme_assets
from infopage.outputs.theme.joining import JoiningLoader, ThemeEnvironment
from infopage.outputs.theme.words import whole_numbers
from infopage.outputs.views.cards import Card
from infopage.outputs.views.page import Page, SiteView
from infopage.outputs.views.pictures import AlbumPicture, InfographicView, LeadView, PictureView, Rendition
from infopage.outputs.wording.frame import Settings
from infopage.store.digests import digest

LinkTo = Callable[[str], str]
"""A function that returns, for an address of the site, the link to it from the page being rendered."""


@dataclass(frozen=True)
class Chrome:
    """The HTML that the pages of one folder share: links in the head element, header, search dialog, footer."""

    links: Markup
    header: Markup
    dialog: Markup
    footer: Markup


class Renderer:
    """Renders the pages of one site. Each page is independent of the others, so they can be rendered in any order."""

    def __init__(self, theme: Path, site: SiteView, settings: Settings, policy: str) -> None:
        """Read the templates and assets of a theme; ``policy`` is the Content Security Policy of the pages.

        The attribute ``digest`` is the fingerprint of the theme and the policy.
        """
        files = theme_assets(theme)
        named = {path: fingerprinted(path, content) for path, content in files.items()}
        self.assets = {named[path]: content for path, content in files.items()}
        self.digest = digest(policy.encode(), *_theme(theme), *(name.encode() for name in sorted(self.assets)))
        self._settings = settings
        self._environment = ThemeEnvironment(loader=JoiningLoader(theme), autoescape=True, auto_reload=False)
        self._environment.filters |= {
            "url": _url,
            "shown_card": self._shown_card,
            "lead_picture": _lead_picture,
            "front_picture": _front_picture,
            "thumbnail": _thumbnail,
            "album_picture": _album_picture,
            "renditions": _renditions,
            "picture": _picture,
            "asset": lambda n: named[ASSETS + n],
        }
        self._environment.globals |= {"site": site, "site_url": settings.url, "policy": policy}
        self._sections = {link.address for link in site.sections}
        linked = [link.address for link in (*site.sections, *site.footer)] + [one.address for one in site.notices]
        self._deepest = max(address.count("/") for address in linked)
        self._chromes: dict[tuple[object, ...], Chrome] = {}
        self._cards: dict[tuple[object, ...], tuple[Card, Markup]] = {}

    def render(self, page: Page) -> bytes:
        """Return the page's HTML."""
        here = quote(page.address)

        def link_to(address: str) -> str:
            return relative(address, here)

        html = self._environment.get_template(page.template).render(
            document=replace(page, html=responsive(page.html)) if "<img" in page.html else page,
            canonical=urljoin(self._settings.url, quote(page.canonical) or here) if self._settings.url else "",
            chrome=self._chrome(page, here, link_to),
            link_to=link_to,
        )
        return _bytes(html)

    def not_found(self) -> bytes:
        """Return the page for unknown addresses (404). Its links begin at the host's root, to work at any address."""
        base = urlsplit(self._settings.url or "/").path

        def link_to(address: str) -> str:
            return base + address

        chrome = self._made(link_to, None, "")
        return _bytes(self._environment.get_template("404.html").render(canonical="", chrome=chrome, link_to=link_to))

    @pass_context
    def _shown_card(self, context: Context, card: Card, level: int, brief: object) -> Markup:
        """Return the HTML of a card, whose heading has the level ``level``; if ``brief`` is true, without a summary.

        An item is in many lists. Where the relative links in its card are the same, the HTML of the card is reused.
        """
        link_to: LinkTo = context.parent["link_to"]
        carried_out = link_to(card.carries_out.address) if card.carries_out else ""
        key = (id(card), level, bool(brief), link_to(card.address), carried_out)
        if not (found := self._cards.get(key)):
            template = self._environment.get_template("partials/card.html")
            made = Markup(template.render(card=card, level=level, brief=brief, link_to=link_to).strip())
            found = self._cards[key] = card, made  # keeps the card too, so that no other gets its id
        return found[1]

    def _chrome(self, page: Page, here: str, link_to: LinkTo) -> Chrome:
        # Pages with the same first folders and the same depth have the same relative links in header and footer.
        folders = here.split("/")
        own = page.address if page.address in self._sections else None
        key = (len(folders), *folders[: min(self._deepest, len(folders) - 1)], own, page.section)
        if not (found := self._chromes.get(key)):
            found = self._chromes[key] = self._made(link_to, own, page.section)
        return found

    def _made(self, link_to: LinkTo, address: str | None, section: str) -> Chrome:
        def part(name: str) -> Markup:
            template = self._environment.get_template(f"partials/{name}.html")
            return Markup(template.render(link_to=link_to, address=address, section=section))

        return Chrome(part("links"), part("header"), part("search"), part("footer"))


def _theme(theme: Path) -> Iterator[bytes]:
    """Yield the name and the bytes of each file of a theme."""
    for path in sorted(path for path in theme.rglob("*") if path.is_file()):
        yield path.relative_to(theme).as_posix().encode()
        yield path.read_bytes()


def _bytes(html: str) -> bytes:
    return whole_numbers(html).encode("utf-8", "xmlcharrefreplace")


@pass_context
def _lead_picture(context: Context, lead: LeadView) -> Markup:
    """Return the HTML of an item's lead picture, without its caption."""
    return Markup(picture_html(_linked(context, lead.shown), f' alt="{escape(lead.alt)}"', is_first=True))


@pass_context
def _front_picture(context: Context, lead: LeadView) -> Markup:
    """Return the HTML of the lead story's picture on the front page."""
    shown = _linked(context, lead.shown)
    return Markup(picture_html(shown, f' alt="{escape(lead.alt)}"', is_first=True, sizes=FRONT_SIZES))


@pass_context
def _picture(context: Context, one: InfographicView) -> Markup:
    """Return the HTML of a picture below an item's text, without its caption."""
    return Markup(picture_html(_linked(context, one.shown), f' alt="{escape(one.alt)}"'))


@pass_context
def _thumbnail(context: Context, shown: PictureView) -> Markup:
    """Return the HTML of the small picture beside an item's title, which adds nothing to the title."""
    return Markup(cut_html(_linked(context, shown), ' alt=""', "thumb"))


@pass_context
def _album_picture(context: Context, picture: AlbumPicture) -> Markup:
    """Return the HTML of a picture in the grid of an album."""
    return Markup(cut_html(_linked(context, picture.shown), f' alt="{escape(picture.alt)}"'))


@pass_context
def _renditions(context: Context, shown: PictureView) -> Markup:
    """Return the WebP renditions of a picture as the value of an attribute ``srcset``."""
    return Markup(set_html(_linked(context, shown)))


def _linked(context: Context, shown: PictureView) -> PictureView:
    """Return a picture whose renditions have addresses relative to the page being rendered."""
    link_to: LinkTo = context.parent["link_to"]

    def linked(found: Iterable[Rendition]) -> tuple[Rendition, ...]:
        return tuple(replace(one, address=link_to(quote(one.address))) for one in found)

    return replace(shown, webp=linked(shown.webp), jpeg=linked(shown.jpeg))


@pass_context
def _url(context: Context, address: str) -> str:
    """Return the link from the page being rendered to an address of the site."""
    link: str = context.parent["link_to"](address)  # faster than context["link_to"], which calls three functions
    return link
