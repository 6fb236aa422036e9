"""The web page with the list of issuing bodies (the offices that issue documents)."""

from infopage.content.catalogue import Catalogue
from infopage.content.model import OfficialDocument
from infopage.content.registry_entries import LEVELS, Issuer
from infopage.language.dates import format_date
from infopage.outputs.views.links import Link
from infopage.outputs.views.lists import IssuerGroup, IssuersView
from infopage.outputs.views.page import Page
from infopage.outputs.wording.feed_links import section_feed, site_feed
from infopage.outputs.wording.frame import HOME, ISSUERS, Settings, last_change, section
from infopage.outputs.wording.issuers import address


def issuers_page(catalogue: Catalogue, settings: Settings) -> Page:
    """Return the list of issuing bodies with documents, by administrative level; dissolved bodies are marked."""
    counts: dict[str, int] = {}
    for document in catalogue.documents:
        for id in document.issuers:
            counts[id] = counts.get(id, 0) + 1
    groups = []
    for level, name in LEVELS.items():
        here = [one for one in catalogue.registries.issuers if one.level == level and one.id in counts]
        if here:
            links = tuple(Link(one.name, address(one), count=counts[one.id], title=_ended(one)) for one in here)
            groups.append(IssuerGroup(name, links))
    return Page(
        address=ISSUERS.address,
        template="issuers.html",
        title=ISSUERS.text,
        description="Các cơ quan có văn bản trên trang, cơ quan nào đã kết thúc hoạt động và nay là cơ quan nào.",
        section="van-ban/",
        crumbs=(HOME, Link("Văn bản", "van-ban/")),
        feeds=(site_feed(settings), section_feed(section(OfficialDocument), settings)),
        changed=last_change(catalogue.documents),
        view=IssuersView(tuple(groups)),
    )


def _ended(issuer: Issuer) -> str:
    return f"kết thúc hoạt động ngày {format_date(issuer.until)}" if issuer.until else ""
