"""Says in words what one document does to another, or to a provision of it."""

from collections.abc import Iterator
from datetime import date

from infopage.content.acts import ACTIONS, Effect
from infopage.content.addresses import address_of
from infopage.content.catalogue import Catalogue
from infopage.content.designations import designation
from infopage.content.effects.dated import DatedTexts
from infopage.content.effects.folding import Modification, days_of
from infopage.content.model import OfficialDocument
from infopage.content.outside import AnyDocument, OutsideDocument
from infopage.content.targets import target as found
from infopage.language.dates import Moment, format_date
from infopage.outputs.views.links import Link

CONSOLIDATED = "Bản tổng hợp để tra cứu, không thay văn bản chính thức."
"""The notice on a document's text as of a day: it was put together by this site, and is not the official text."""


def received(document: AnyDocument, catalogue: Catalogue) -> Iterator[tuple[Modification, OfficialDocument]]:
    """Yield (modification, acting document) for all that documents do to ``document`` by their key ``tac_dong``."""
    for one in catalogue.effects.get(document.id, ()):
        by = catalogue.public[one.document].item
        if not one.is_brief and isinstance(by, OfficialDocument):
            yield one, by


def acting_item(one: Modification, catalogue: Catalogue) -> OfficialDocument:
    """Return the document that makes a modification."""
    document = catalogue.public[one.document].item
    assert isinstance(document, OfficialDocument)
    return document


def acting_document(one: Modification, catalogue: Catalogue) -> Link:
    """Return a link to the document that makes a modification: ``Nghị quyết số 12-NQ/TU``."""
    document = acting_item(one, catalogue)
    return Link(designation(document, catalogue.registries), address_of(document.path))


def acting(one: Modification, catalogue: Catalogue) -> Link:
    """Return a link to the provision that makes a modification: ``khoản 2 Nghị quyết số 12-NQ/TU``."""
    whole = acting_document(one, catalogue)
    if not one.place:
        return whole
    return Link(f"{catalogue.place(one.document, one.place)} {whole.text}", f"{whole.address}#{one.place}")


def target(effect: Effect, catalogue: Catalogue) -> Link | None:
    """Return a link to the document or provision that an effect changes; None if the document is not public."""
    document, anchor = found(effect.target.id, catalogue), effect.target.anchor
    if not isinstance(document, OfficialDocument | OutsideDocument):
        return None
    named, address = designation(document, catalogue.registries), address_of(document.path)
    if not anchor:
        return Link(named, address)
    place = catalogue.place(document.id, anchor)
    return Link(f"{place} {named}", address if isinstance(document, OutsideDocument) else f"{address}#{anchor}")


def days(one: Modification, catalogue: Catalogue) -> str:
    """Return the days on which a modification acts, in words: ``từ 01/01/2027``; ``dự kiến từ …`` if to come."""
    last = f"đến hết ngày {format_date(one.last_day)}" if one.last_day else ""
    if one.new_end:
        return last
    end = f" {last}" if last else ""
    mark = "" if catalogue.has_come(Moment.on(one.since).at) else "dự kiến "
    return f"{mark}từ {format_date(one.since)}{end}"


def on_place(one: Modification, document: OfficialDocument, catalogue: Catalogue) -> str:
    """Return in words what a modification does to which provision of ``document``: ``Sửa đổi khoản 2 Điều 5``."""
    return f"{name(one)} {catalogue.place(document.id, one.anchor) if one.anchor else 'cả văn bản'}"


def name(one: Modification | Effect) -> str:
    """Return the Vietnamese name of what a modification or effect does, such as ``Sửa đổi``."""
    return ACTIONS[one.action][0]


def at_places(modifications: tuple[Modification, ...]) -> Iterator[tuple[str, list[Modification]]]:
    """Yield (anchor, its modifications) for each provision that is modified, by the day of its first modification.

    Modifications of whole documents are left out.
    """
    found: dict[str, list[Modification]] = {}
    for one in modifications:
        if one.anchor:
            found.setdefault(one.anchor, []).append(one)
    yield from found.items()


def version_address(document: OfficialDocument, day: date) -> str:
    """Return the address of the page with a document's text as of a day."""
    return f"{address_of(document.path)}tai/{day.isoformat()}/"


def version_days(document: OfficialDocument, catalogue: Catalogue) -> list[date]:
    """Return the days from which a document has a new text, in order."""
    return days_of(catalogue.effects.get(document.id, ()))


def dated_texts(document: OfficialDocument, catalogue: Catalogue) -> DatedTexts:
    """Return the texts of a document by day, with links to the documents that they cite."""
    found = catalogue.effects.get(document.id, ())
    html = catalogue.html(document) if found else ""
    return DatedTexts.of(html, catalogue.text(document).rendered.provisions, found)
