"""Descriptions of items in words; each is made once, and used by pages, lists, feeds, search and data."""

from dataclasses import dataclass

from infopage.content.catalogue import Catalogue
from infopage.content.designations import dated, heading, issuer_names, short_issuer_names
from infopage.content.model import Draft, Event, Item, OfficialDocument
from infopage.content.outside import AnyDocument
from infopage.outputs.views.cards import Card
from infopage.outputs.views.links import Badge, Link, When
from infopage.outputs.wording.cards import badge, card, past, progress


@dataclass(frozen=True, kw_only=True)
class Described:
    """The description of a public item in words.

    ``heading`` is the title for lists, search engines and feeds; a document's heading begins with kind and number, or
    is its name and date. ``title`` is the title beside the number; without a number, it is the document's name.
    ``summary`` has one or two sentences; if a document has none, it is the document's citation. Only documents have
    ``kind``, ``number`` and ``issuer``. ``when`` is the day shown in lists. ``status`` is a document's validity or a
    draft's stage, or says that an event is over. ``card`` is the item's card in lists. ``changed`` is the day of the
    last change, in ISO form.
    """

    id: str
    address: str
    heading: str
    title: str
    summary: str
    kind: str
    number: str
    issuer: str
    when: When | None
    status: Badge | None
    topics: tuple[Link, ...]
    card: Card
    changed: str


def described(item: Item, catalogue: Catalogue) -> Described:
    """Return the description of a public item."""
    return catalogue.once(item.id, lambda whole: _described(item, whole))


def _described(item: Item, catalogue: Catalogue) -> Described:
    lists = catalogue.registries
    document = item if isinstance(item, OfficialDocument) else None
    status = _status(item, catalogue)
    kind = lists.kinds[document.kind].name if document else ""
    shown = card(item, status, catalogue)
    return Described(
        id=item.id,
        address=shown.address,
        heading=heading(document, lists) if document else item.title,
        title=shown.title,
        summary=item.summary or (f"{citation(document, catalogue)}." if document else item.title),
        kind=kind,
        number=shown.number,
        issuer=short_issuer_names(document, lists) if document else "",
        when=shown.when,
        status=status,
        topics=tuple(Link(lists.topics[id].name, f"chuyen-de/{id}/") for id in item.topics),
        card=shown,
        changed=item.changed_on,
    )


def _status(item: Item, catalogue: Catalogue) -> Badge | None:
    if isinstance(item, OfficialDocument):
        return badge(item, catalogue)
    if isinstance(item, Draft):
        return progress(item, catalogue)
    return past(item, catalogue) if isinstance(item, Event) else None


def standing(document: OfficialDocument, catalogue: Catalogue) -> Badge:
    """Return the badge with a public document's validity, made once per build (see :func:`described`)."""
    status = described(document, catalogue).status
    assert status
    return status


def citation(document: AnyDocument, catalogue: Catalogue) -> str:
    """Return the full citation of a document: kind, number, date, issuer, abstract.

    A document without a number is cited by its name. Unless it has a short title, the name contains the abstract.
    """
    named = cited(document, catalogue)
    return f"{named} {document.abstract}" if document.symbol or document.has_short_title else named


def cited(document: AnyDocument, catalogue: Catalogue) -> str:
    """Return the end of a provision's citation, which names the document: kind, number or name, date, issuer."""
    lists = catalogue.registries
    return f"{dated(document, lists)}, của {issuer_names(document, lists)}"
