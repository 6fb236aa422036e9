"""The page with the whole of a collection: all its items one after the other, to read in one go and to print."""

from urllib.parse import quote, unquote, urlsplit

from infopage.content.addresses import address_of, relative
from infopage.content.catalogue import Catalogue
from infopage.content.model import Collection
from infopage.outputs.packs.members import Packed, packed
from infopage.outputs.packs.moving import PackedPicture, PlaceInPack, moved_in
from infopage.outputs.renditions.markup import responsive
from infopage.outputs.views.collections import WholeItem, WholePart, WholeView
from infopage.outputs.views.links import Link
from infopage.outputs.views.page import Page
from infopage.outputs.wording.cards import kind_of
from infopage.outputs.wording.collections import anchored_parts, whole_address
from infopage.outputs.wording.feed_links import collection_feed, section_feed, site_feed
from infopage.outputs.wording.frame import HOME, Settings, section

_BETWEEN = "--"
"""Stands between the id of an item and an id in its text. No id of an item has two hyphens."""


def whole_page(collection: Collection, catalogue: Catalogue, settings: Settings) -> Page:
    """Return the page with the whole of a current collection. Search engines should show the collection's own page."""
    address, home = whole_address(collection), address_of(collection.path)
    own = packed(collection, catalogue, settings, is_whole=True)
    parts = anchored_parts(collection, catalogue)
    items = {item.id: packed(item, catalogue, settings) for _, shown in parts for item in shown.items}
    by_page = {one.address: one for one in items.values()}

    def link(page: str, anchor: str) -> str:
        if page in by_page:
            target = by_page[page]
            return f"#{target.item.id}{_BETWEEN}{anchor}" if unquote(anchor) in target.ids else f"#{target.item.id}"
        if not page.startswith(settings.url):
            return f"{page}#{anchor}" if anchor else page
        to = relative(page.removeprefix(settings.url), quote(address))
        return f"{to}#{anchor}" if anchor else to

    def picture(at: str) -> PackedPicture | None:
        path = unquote(urlsplit(at.removeprefix(settings.url)).path) if at.startswith(settings.url) else ""
        if path not in catalogue.library.files:
            return None
        found = catalogue.file(path).picture
        size = found.published if found else (0, 0)
        return PackedPicture(relative(quote(path), quote(address)), *size)

    def shown(one: Packed, lower: int) -> str:
        place = PlaceInPack(link=link, picture=picture, prefix=f"{one.item.id}{_BETWEEN}", lower=lower)
        return moved_in(one.html, one.address, place)

    return Page(
        address=address,
        template="whole.html",
        title=f"{collection.title} (toàn văn)",
        heading=collection.title,
        description=collection.summary,
        section=section(Collection).address,
        crumbs=(HOME, section(Collection), Link(collection.title, home)),
        feeds=(
            site_feed(settings),
            section_feed(section(Collection), settings),
            collection_feed(collection, collection.title, settings),
        ),
        html=shown(own, 0),
        changed=max(one.item.changed_on for one in (own, *items.values())),
        indexed=False,
        canonical=home,
        view=WholeView(
            kicker=kind_of(collection),
            lead=collection.summary,
            home=Link(collection.title, home),
            parts=tuple(
                WholePart(
                    f"phan{_BETWEEN}{anchor}",
                    part.part.title,
                    part.part.words,
                    tuple(
                        WholeItem(
                            item.id,
                            items[item.id].title,
                            items[item.id].meta,
                            address_of(item.path),
                            responsive(shown(items[item.id], 2 if part.part.title else 1), is_at_top=False),
                            items[item.id].lang,
                        )
                        for item in part.items
                    ),
                )
                for anchor, part in parts
            ),
        ),
    )
