"""Akoma Ntoso: the name of a document's file, and the identifiers (IRIs) by the Akoma Ntoso naming convention."""

from infopage.content.outside import AnyDocument
from infopage.content.registry_entries import Issuer

AKN_NAME = "van-ban.akn"
"""The name of a document's file in Akoma Ntoso, in the folder of its page."""

COUNTRY, LANGUAGE = "vn", "vie"


def work_iri(document: AnyDocument) -> str:
    """Return the identifier of a document as a work: its kind, issuer, date, and number or, if it has none, id.

    ``/akn/vn/act/nghi-quyet/tinh-uy/2026-10-12/05-nq-tu``
    """
    number = document.symbol.slug if document.symbol else document.id
    return f"/akn/{COUNTRY}/act/{document.kind}/{document.issuer}/{document.issued.iso}/{number}"


def expression_iri(document: AnyDocument) -> str:
    """Return the identifier of a document's text as issued, in Vietnamese: ``…/05-nq-tu/vie@2026-10-12``."""
    return f"{work_iri(document)}/{LANGUAGE}@{document.issued.earliest.isoformat()}"


def body_iri(issuer: Issuer) -> str:
    """Return the identifier of an issuing body: ``/akn/ontology/organization/vn/tinh-uy``."""
    return f"/akn/ontology/organization/{COUNTRY}/{issuer.id}"
