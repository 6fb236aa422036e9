"""Notices: feed entries which say that an item has expired or was withdrawn, in the feeds that had the item."""

from datetime import timedelta
from html import escape

from infopage.content.catalogue import Catalogue
from infopage.content.languages import VIETNAMESE, language_of
from infopage.content.model import Item, OfficialDocument
from infopage.outputs.feeds.addresses import encoded
from infopage.outputs.feeds.content import ILLUSTRATIVE, fit
from infopage.outputs.feeds.entries import Entry, authors, categories, publisher, tag
from infopage.outputs.feeds.instants import gone, was_seen
from infopage.outputs.wording.described import described
from infopage.outputs.wording.encoding import absolute, page_of
from infopage.outputs.wording.frame import CORRECTIONS, Settings
from infopage.outputs.wording.taken_back import REDACTED, words

KEPT = timedelta(days=90)
"""How long a notice that an item has expired or was withdrawn stays in the feeds after it was first published."""


def is_told(item: Item, catalogue: Catalogue) -> bool:
    """Tell whether the feeds have a notice about an expired or withdrawn item at the time of the build.

    They have one for 90 days (``KEPT``), but only if the item was ever on the live site.
    """
    return was_seen(item, catalogue) and not catalogue.has_come(gone(item, catalogue).at + KEPT)


def notice(item: Item, updated: str, catalogue: Catalogue, settings: Settings) -> Entry:
    """Return the notice about an expired or withdrawn item, with the same entry id as the item had.

    ``updated`` is the time of the notice (RFC 3339). If the item must not be named (``redacted``), the notice has
    neither the item's title nor its address, and links to the list of corrections.
    """
    said = words(item)
    content = f"<p>{escape(fit(said), quote=False)}</p>"
    lang = VIETNAMESE if language_of(item) else ""  # the feed of another language has this entry too
    if item.redacted:
        return Entry(
            id=tag(item.id, catalogue),
            title=REDACTED,
            address=encoded(absolute(CORRECTIONS.address, settings)),
            summary=said,
            content=content,
            published=gone(item, catalogue).at,
            updated=updated,
            authors=(publisher(catalogue, settings),),
            categories=(next(categories(item, catalogue)),),
            lang=lang,
        )
    mark = "Đã thu hồi" if item.withdrawn else "Đã hết hạn"
    return Entry(
        id=tag(item.id, catalogue),
        title=fit(f"[{mark}] {described(item, catalogue).heading}"),
        address=encoded(page_of(item, settings)),
        summary=fit(said),
        content=f"{ILLUSTRATIVE}\n{content}" if item.illustrative else content,
        published=gone(item, catalogue).at,
        updated=updated,
        authors=authors(item, catalogue, settings),
        categories=tuple(categories(item, catalogue)),
        number=str(item.symbol or "") if isinstance(item, OfficialDocument) else "",
        lang=lang,
    )
