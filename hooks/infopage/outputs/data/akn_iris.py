"""The identifiers (IRIs) of documents, texts and bodies by the naming convention of Akoma Ntoso."""

from datetime import date

from infopage.content.outside import AnyDocument
from infopage.content.registry_entries import Issuer

COUNTRY, LANGUAGE = "vn", "vie"


def work_iri(document: AnyDocument) -> str:
    """Return the identifier of a document as a work: its kind, issuer, date, and number or, if it has none, id.

    ``/akn/vn/act/nghi-quyet/tinh-uy/2026-10-12/05-nq-tu``
    """
    number = document.symbol.slug if document.symbol else document.id
    return f"/akn/{COUNTRY}/act/{document.kind}/{document.issuer}/{document.issued.iso}/{number}"


def expression_iri(document: AnyDocument, day: date | None = None) -> str:
    """Return the identifier of a document's text in Vietnamese as of a day: ``…/05-nq-tu/vie@2026-10-12``.

    Without ``day``, it is that of the text as issued.
    """
    return f"{work_iri(document)}/{LANGUAGE}@{(day or document.issued.earliest).isoformat()}"


def body_iri(issuer: Issuer) -> str:
    """Return the identifier of an issuing body: ``/akn/ontology/organization/vn/tinh-uy``."""
    return f"/akn/ontology/organization/{COUNTRY}/{issuer.id}"
