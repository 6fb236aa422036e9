"""The infographics of an item as its page shows them: to be opened large, to be saved, and in words."""

from infopage.content.catalogue import Catalogue
from infopage.content.long_texts import InWords, paragraphs
from infopage.content.model import Item
from infopage.content.pictured import Infographic, infographics_of
from infopage.outputs.renditions.lead import credits_of, whole_picture
from infopage.outputs.views.pictures import InfographicView


def infographic_views(item: Item, catalogue: Catalogue) -> tuple[InfographicView, ...]:
    """Return an item's infographics as its page shows them."""
    return tuple(_view(one, item, catalogue) for one in infographics_of(item))


def words_of(one: InWords, item: Item, catalogue: Catalogue) -> str:
    """Return the text that says in words what an item's infographic or recording contains."""
    return one.told(catalogue.file(one.words_file.within(item.path)) if one.words_file else None)


def _view(one: Infographic, item: Item, catalogue: Catalogue) -> InfographicView:
    path = one.file.within(item.path)
    shown = whole_picture(path, catalogue)
    return InfographicView(
        shown=shown,
        alt=one.alt,
        caption=one.caption,
        credits=tuple(credits_of(one)),
        own=path,
        size=f"{shown.width:,} × {shown.height:,}".replace(",", "."),
        told=tuple(paragraphs(words_of(one, item, catalogue))),
    )
