"""The items of a collection as packs (a page, an EPUB) show them: title, the facts that name each, and full text."""

from dataclasses import dataclass
from functools import cached_property
from html import escape

from infopage.content.bylines import signed
from infopage.content.catalogue import Catalogue
from infopage.content.model import Collection, Item, OfficialDocument
from infopage.outputs.feeds.content import notes
from infopage.outputs.packs.moving import ids_of
from infopage.outputs.wording.cards import kind_of, when
from infopage.outputs.wording.collections import parts_html
from infopage.outputs.wording.described import citation, described
from infopage.outputs.wording.encoding import page_of
from infopage.outputs.wording.frame import Settings
from infopage.outputs.wording.languages import lang


@dataclass(frozen=True)
class Packed:
    """An item of a collection as a pack (a page or EPUB of the whole collection) shows it.

    ``html`` is as on the page at the absolute ``address``. ``lang`` is the BCP 47 tag of its language; it is empty if
    that is Vietnamese.
    """

    item: Item
    title: str
    meta: tuple[str, ...]
    address: str
    html: str
    lang: str

    @cached_property
    def ids(self) -> frozenset[str]:
        """The ids in the HTML, to which links in the same pack may lead."""
        return ids_of(self.html) if self.html.strip() else frozenset()


def packed(item: Item, catalogue: Catalogue, settings: Settings, *, is_whole: bool = False) -> Packed:
    """Return a current item as packs show it. Packs are pages and EPUBs of whole collections.

    ``is_whole`` tells that the item is the collection from which the pack is made.
    """
    told = described(item, catalogue)
    around = notes(item, catalogue, settings)
    inside = _listed(item, catalogue, settings) if isinstance(item, Collection) and not is_whole else ""
    text = "\n".join((*around.before, catalogue.html(item), inside, *around.after))
    return Packed(item, told.heading, _meta(item, catalogue), page_of(item, settings), text, lang(item, catalogue))


def _meta(item: Item, catalogue: Catalogue) -> tuple[str, ...]:
    told = described(item, catalogue)
    if isinstance(item, OfficialDocument):
        return tuple(filter(None, (citation(item, catalogue), told.status.text if told.status else "")))
    return tuple(filter(None, (kind_of(item), ", ".join(signed(item)), (told.when or when(item.published)).text)))


def _listed(collection: Collection, catalogue: Catalogue, settings: Settings) -> str:
    """Return links to the items of a collection inside another one; the page or EPUB has them instead of the items."""
    items = [item for shown in catalogue.collections.parts.get(collection.id, ()) for item in shown.items]
    lines = (
        f'<li><a href="{escape(page_of(item, settings))}">{escape(described(item, catalogue).heading)}</a></li>'
        for item in items
    )
    return "".join(parts_html(collection, catalogue)) + (f"<ul>{''.join(lines)}</ul>" if items else "")
