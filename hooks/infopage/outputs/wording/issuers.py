"""Issuing bodies (the offices that issue documents): their pages' addresses, their predecessors and their history."""

from collections.abc import Iterator
from datetime import date

from infopage.content.catalogue import Catalogue
from infopage.content.registry_entries import CHANGES, Issuer, IssuerChange
from infopage.language.dates import format_date
from infopage.outputs.views.links import Link, When
from infopage.outputs.views.lists import Happening


def address(issuer: Issuer) -> str:
    """Return the address of an issuing body's page, which has its documents and its history."""
    return f"van-ban/{issuer.id}/"


def link(issuer: Issuer, catalogue: Catalogue) -> Link:
    """Return an issuing body's name as a link; the address is empty if the body has no page."""
    return Link(issuer.name, address(issuer) if issuer.id in catalogue.met.issuers else "")


def predecessors(issuer: Issuer, catalogue: Catalogue) -> tuple[Issuer, ...]:
    """Return the direct and indirect predecessors of an issuing body, the nearest first."""
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
    """Return the events in an issuing body's history, the earliest first, such as its founding and its renaming."""
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
