"""The public list of corrections (the wrong words and the right words) and of withdrawn items."""

from dataclasses import replace

from infopage.content.addresses import address_of
from infopage.content.catalogue import Catalogue
from infopage.content.model import Item
from infopage.outputs.views.corrections import Corrected, CorrectionsView, Withdrawn
from infopage.outputs.views.links import Link
from infopage.outputs.views.page import Page
from infopage.outputs.wording.described import described
from infopage.outputs.wording.feed_links import corrections_feed, site_feed
from infopage.outputs.wording.frame import CORRECTIONS, HOME, Settings
from infopage.outputs.wording.notices import corrected
from infopage.outputs.wording.taken_back import REDACTED, withdrawn, words


def corrections_page(catalogue: Catalogue, settings: Settings) -> Page:
    """Return the page with all corrections and withdrawn items, the latest first. It exists even if there are none."""
    found: list[Corrected] = []
    for item in (one for one in catalogue.current if one.corrections):
        link = Link(described(item, catalogue).heading, address_of(item.path))
        found += (replace(one, link=link) for one in corrected(item))
    found.sort(key=lambda one: (one.when.iso, one.link.address), reverse=True)
    days = [*(one.when.iso for one in found), *(withdrawal.on.isoformat() for withdrawal, _ in withdrawn(catalogue))]
    return Page(
        address=CORRECTIONS.address,
        template="corrections.html",
        title=CORRECTIONS.text,
        description="Những chỗ đã đăng sai trên trang và nội dung đúng, theo ngày đính chính; những mục đã bị thu hồi.",
        crumbs=(HOME,),
        feeds=(site_feed(settings), corrections_feed(settings)),
        changed=max(days, default=""),
        view=CorrectionsView(tuple(found), tuple(_withdrawn(item, catalogue) for _, item in withdrawn(catalogue))),
    )


def _withdrawn(item: Item, catalogue: Catalogue) -> Withdrawn:
    return Withdrawn(REDACTED if item.redacted else described(item, catalogue).heading, words(item))
