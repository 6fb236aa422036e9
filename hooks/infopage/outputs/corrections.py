"""Corrections: what was published wrong and what is right, on the item and in one public list."""

from dataclasses import replace

from infopage.content.addresses import address_of
from infopage.content.catalogue import Catalogue
from infopage.content.model import Event, NewsItem, OfficialDocument, StudyGuide
from infopage.outputs.feeds.links import corrections_feed, site_feed
from infopage.outputs.items import corrected, heading
from infopage.outputs.pages import CORRECTIONS, HOME, Settings
from infopage.outputs.views import Corrected, CorrectionsView, Link, Page


def corrections_page(catalogue: Catalogue, settings: Settings) -> Page:
    """Return the public list of corrections, the latest first; it stands even while there is nothing to correct."""
    found: list[Corrected] = []
    for item in catalogue.current:
        assert isinstance(item, OfficialDocument | NewsItem | StudyGuide | Event)
        link = Link(heading(item, catalogue), address_of(item.path))
        found += (replace(one, link=link) for one in corrected(item))
    found.sort(key=lambda one: (one.when.iso, one.link.address), reverse=True)
    return Page(
        address=CORRECTIONS.address,
        template="corrections.html",
        title=CORRECTIONS.text,
        description="Những chỗ đã đăng sai trên trang và nội dung đúng, theo ngày đính chính.",
        crumbs=(HOME,),
        feeds=(site_feed(settings), corrections_feed(settings)),
        changed=found[0].when.iso if found else "",
        view=CorrectionsView(tuple(found)),
    )
