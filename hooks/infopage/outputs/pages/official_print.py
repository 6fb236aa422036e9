"""The printed form of a document in its issuer's official layout (thể thức): the parts above and below its text."""

import re
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import urlsplit

from infopage.content.catalogue import Catalogue
from infopage.content.model import OfficialDocument
from infopage.content.model_parts import Signer
from infopage.content.registry_entries import RECIPIENT_MARKS, Issuer, Layout
from infopage.language.dates import IssueDate, spell_date
from infopage.outputs.pages.qr import qr_svg
from infopage.outputs.views.items import OfficialPrint, Signature
from infopage.outputs.wording.described import standing

PLAIN = "tron"
_NEXT_POWER = re.compile(r",\s+(?=(?:T/M|K/T|T/L|TM|KT|TL|TUQ|Q)[. ])")
_ABOUT = re.compile(r"^(?:v/v|về việc|về)\s+", re.IGNORECASE)
_NUMBERED_BY_DEFAULT = "tren-giua"


def official_print(document: OfficialDocument, address: str, catalogue: Catalogue) -> OfficialPrint:
    """Return the parts of a document's printed form; ``address`` is the absolute address of its page."""
    lists = catalogue.registries
    issuer = lists.issuers[document.issuer]
    layout = layout_on(document.issued, issuer, lists.layouts)
    abstract = document.abstract
    if layout and layout.style == "nha-nuoc":
        # In Nghị định 30/2020/NĐ-CP, Phụ lục I, mục V, the abstract begins with a capital; in Party documents not.
        abstract = abstract[:1].upper() + abstract[1:]
    kind = lists.kinds[document.kind]
    return OfficialPrint(
        style=layout.style if layout else PLAIN,
        page_numbers=layout.page_numbers if layout else _NUMBERED_BY_DEFAULT,
        above=tuple(line.upper() for line in _above([lists.issuers[id] for id in document.issuers])),
        issuer=tuple(_names([lists.issuers[id] for id in document.issuers])),
        number=f"{layout.number_word if layout else 'Số'} {document.symbol}" if document.symbol else "",
        masthead=layout.masthead if layout else (),
        place_and_date=_place_and_date(issuer.place, document.issued),
        about=f"V/v {_ABOUT.sub('', document.abstract)}" if kind.is_letter else "",
        kind="" if kind.is_letter else kind.name.upper(),
        under_kind=document.under_kind.upper(),
        abstract="" if kind.is_letter else abstract,
        recipients=tuple(_recipients(document.recipients, RECIPIENT_MARKS[layout.recipient_mark] if layout else ";")),
        signers=tuple(Signature(tuple(_powers(signer)), signer.name) for signer in document.signers),
        validity=standing(document, catalogue).text,
        address=address,
        qr=qr_svg(address) if urlsplit(address).netloc else "",
    )


def _above(issuers: Sequence[Issuer]) -> tuple[str, ...]:
    """Return the lines above the names of the issuers; several issuers have them only if they are the same for all."""
    lines = {issuer.printed_above for issuer in issuers}
    return lines.pop() if len(lines) == 1 else ()


def _names(issuers: Sequence[Issuer]) -> Iterator[str]:
    """Yield the lines with the names of the issuers, in capitals; a hyphen stands between two of them."""
    for number, issuer in enumerate(issuers, 1):
        *lines, last = (line.upper() for line in issuer.printed_name or (issuer.name,))
        yield from lines
        yield last if number == len(issuers) else f"{last} -"


def layout_on(day: IssueDate, issuer: Issuer, layouts: Iterable[Layout]) -> Layout | None:
    """Return the print layout for the issuer's branch (Party or State) in force on the document's day of issue.

    If several layouts were in force, the one that began last is returned; if none was, None.
    """
    fitting = [
        layout
        for layout in layouts
        if layout.branch == issuer.branch
        and layout.since <= day.earliest
        and (layout.until is None or day.earliest <= layout.until)
    ]
    return max(fitting, key=lambda layout: layout.since, default=None)


def _place_and_date(place: str, day: IssueDate) -> str:
    words = spell_date(day.earliest) if day.earliest == day.latest else f"năm {day.year}"
    return f"{place}, {words}" if place else words[:1].upper() + words[1:]


def _powers(signer: Signer) -> Iterator[str]:
    """Yield the lines above a signature: the body on whose behalf it is signed, then the signer's title."""
    if signer.on_behalf:
        yield from (line.upper() for line in _NEXT_POWER.split(signer.on_behalf))
    if signer.title:
        yield signer.title.upper()


def _recipients(recipients: tuple[str, ...], mark: str) -> Iterator[str]:
    """Yield the lines of recipients (“Nơi nhận”); each ends with ``mark``, such as ``;``, the last with a full stop."""
    for number, recipient in enumerate(recipients, 1):
        yield recipient.rstrip(" ,;.") + (mark if number < len(recipients) else ".")
