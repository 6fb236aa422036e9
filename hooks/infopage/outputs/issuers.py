"""Issuing bodies: their history as told by the registry, and the list of them all."""

from collections.abc import Iterator
from datetime import date

from infopage.content.catalogue import Catalogue
from infopage.content.model import OfficialDocument
from infopage.content.registry_entries import CHANGES, LEVELS, Issuer, IssuerChange
from infopage.language.dates import format_date
from infopage.outputs.feeds.links import section_feed, site_feed
from infopage.outputs.pages import HOME, ISSUERS, Settings, last_change, section
from infopage.outputs.views import Happening, IssuerGroup, IssuersView, Link, Page, When


def address(issuer: Issuer) -> str:
    """Return the address of a body's documents and history."""
    return f"van-ban/{issuer.id}/"


def link(issuer: Issuer, catalogue: Catalogue) -> Link:
    """Return a body's name as a link, to nowhere where it has no page."""
    return Link(issuer.name, address(issuer) if issuer.id in catalogue.met.issuers else "")


def predecessors(issuer: Issuer, catalogue: Catalogue) -> tuple[Issuer, ...]:
    """Return every body that ``issuer`` has come from, nearest first."""
    found: dict[str, Issuer] = {}
    ahead = [issuer]
    while ahead:
        ahead = [
            one
            for one in catalogue.registries.issuers
            if one.id not in found and any(later.id in one.successors for later in ahead)
        ]
        found |= {one.id: one for one in ahead}
    return tuple(found.values())


def history(issuer: Issuer, catalogue: Catalogue) -> tuple[Happening, ...]:
    """Return what happened to a body, the earliest first: its founding, what it came from, what became of it."""
    return tuple(sorted(_happenings(issuer, catalogue), key=lambda one: one.when.iso))


def _happenings(issuer: Issuer, catalogue: Catalogue) -> Iterator[Happening]:
    issuers = catalogue.registries.issuers
    before = [
        (one, change) for one in issuers for change in one.changes if issuer.id in change.into and one is not issuer
    ]
    if issuer.since and not any(change.on == issuer.since for _, change in before):
        yield Happening(_when(issuer.since), "Thành lập", (), "")
    for on in sorted({change.on for _, change in before}):
        came = [(one, change) for one, change in before if change.on == on]
        links = tuple(link(one, catalogue) for one, _ in came)
        yield Happening(_when(on), "Kế tục", links, came[0][1].decision)
    for change in issuer.changes:
        yield _change(change, catalogue)


def _change(change: IssuerChange, catalogue: Catalogue) -> Happening:
    into = tuple(link(catalogue.registries.issuers[id], catalogue) for id in change.into)
    words = CHANGES[change.kind] + (", nay là" if into else "")
    return Happening(_when(change.on), words, into, change.decision)


def _when(day: date) -> When:
    return When(format_date(day), day.isoformat())


def issuers_page(catalogue: Catalogue, settings: Settings) -> Page:
    """Return the list of all bodies by level, those that have ended marked."""
    counts: dict[str, int] = {}
    for document in catalogue.documents:
        counts[document.issuer] = counts.get(document.issuer, 0) + 1
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
