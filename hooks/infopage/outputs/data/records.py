"""The JSON object of a document in the open data: its printed data, validity, and relations in both directions.

The document's text is not included. A value that editors write has the same key as in the front matter. The meaning of
each key is in fields.py.
"""

from collections.abc import Iterable
from typing import Any

from infopage.content.acts import RELATIONS
from infopage.content.addresses import address_of
from infopage.content.attached import attached
from infopage.content.catalogue import Catalogue
from infopage.content.designations import designation
from infopage.content.field_types.references import Reference
from infopage.content.model import OfficialDocument
from infopage.content.model_parts import Signer
from infopage.content.outside import AnyDocument, OutsideDocument
from infopage.content.registry_entries import Issuer
from infopage.content.schema import keys
from infopage.content.targets import document_of
from infopage.outputs.data import effects
from infopage.outputs.data.akn_iris import work_iri
from infopage.outputs.data.names import AKN_NAME, JSON_NAME, TEXT_NAME
from infopage.outputs.wording.described import described, standing
from infopage.outputs.wording.encoding import absolute, media_type, page_of, stamp
from infopage.outputs.wording.frame import Settings
from infopage.outputs.wording.notices import change_notes

JsonObject = dict[str, Any]
"""A JSON object. A key without a value is null or an empty list; it is never left out."""

FORWARD = {attribute: key for key, (attribute, _) in keys(OfficialDocument).items() if attribute in RELATIONS}
BACKWARD = {
    "based_on": "la_can_cu_cua",
    "implements": "duoc_cu_the_hoa_boi",
    "amends": "duoc_sua_doi_boi",
    "replaces": "duoc_thay_the_boi",
    "repeals": "bi_bai_bo_boi",
    "consolidates": "duoc_hop_nhat_tai",
}
"""The JSON key of each relation, by the name of the model's attribute.

``FORWARD`` has the keys in the document whose front matter states the relation, such as “amends”. ``BACKWARD`` has the
keys in the other document, such as “amended by”.
"""


def record(document: OfficialDocument, catalogue: Catalogue, settings: Settings) -> JsonObject:
    """Return the JSON object of a document that is on the site, without the document's text."""
    lists = catalogue.registries
    address = address_of(document.path)
    return {
        "ma": document.id,
        "dia_chi": absolute(address, settings),
        "dia_chi_json": absolute(address + JSON_NAME, settings),
        "dia_chi_txt": absolute(address + TEXT_NAME, settings),
        "dia_chi_akn": absolute(address + AKN_NAME, settings),
        "dinh_danh_akn": work_iri(document),
        "ten": described(document, catalogue).heading,
        "loai": _named(document.kind, lists.kinds[document.kind].name),
        "so_ky_hieu": str(document.symbol) if document.symbol else None,
        "co_quan": _issuer(lists.issuers[document.issuer], catalogue),
        "cung_ban_hanh": [_issuer(lists.issuers[id], catalogue) for id in document.issuers[1:]],
        "nhiem_ky": document.term,
        "ngay_ban_hanh": document.issued.iso,
        "ngay_hieu_luc": document.effective.isoformat() if document.effective else None,
        "ngay_het_hieu_luc": document.ceased.isoformat() if document.ceased else None,
        "trich_yeu": document.abstract,
        "duoi_ten_loai": document.under_kind or None,
        "ten_goi": list(document.known_as),
        "tom_tat": document.summary or None,
        "nguoi_ky": _signer(document.signers[0]) if document.signers else None,
        "cung_ky": [_signer(signer) for signer in document.signers[1:]],
        "hieu_luc": _validity(document, catalogue),
        "chu_de": [_named(id, lists.topics[id].name) for id in document.topics],
        **{key: _forward(document, relation, catalogue, settings) for relation, key in FORWARD.items()},
        **{key: _backward(document, relation, catalogue, settings) for relation, key in BACKWARD.items()},
        "tac_dong": effects.stated(document, catalogue, settings),
        "chiu_tac_dong": effects.received(document, catalogue, settings),
        "cac_ban": effects.versions(document, catalogue, settings),
        "tep": _files(document, catalogue, settings),
        "dinh_chinh": [
            {
                "ngay": one.on.isoformat(),
                "sai": one.wrong or None,
                "dung": one.right,
                "cua_nguon": one.is_of_origin,
            }
            for one in document.corrections
        ],
        "ghi_chu_sua": [{"ngay": when.iso, "noi_dung": note} for when, note in change_notes(document)],
        "ngay_dang": stamp(document.published),
        "cap_nhat": stamp(document.changed),
        "minh_hoa": document.illustrative,
    }


def _named(id: str, name: str) -> JsonObject:
    return {"ma": id, "ten": name}


def _issuer(issuer: Issuer, catalogue: Catalogue) -> JsonObject:
    return {**_named(issuer.id, issuer.name), "nay_la": [_named(i.id, i.name) for i in catalogue.now_named(issuer)]}


def _signer(signer: Signer) -> JsonObject:
    return {"ten": signer.name, "chuc_vu": signer.title or None, "thay_mat": signer.on_behalf or None}


def _validity(document: OfficialDocument, catalogue: Catalogue) -> JsonObject:
    state = catalogue.validity(document)
    return {
        "trang_thai": state.force.value,
        "dien_giai": standing(document, catalogue).text,
        "ngay": state.on.isoformat() if state.on else None,
        "boi": [by.id for by in state.by],
    }


def _forward(document: OfficialDocument, relation: str, catalogue: Catalogue, settings: Settings) -> list[JsonObject]:
    found = ((document_of(one.id, catalogue), one.anchor) for one in dict.fromkeys(getattr(document, relation)))
    return [_relative(other, anchor, _page(other, anchor, settings), catalogue) for other, anchor in found if other]


def related(references: Iterable[Reference], catalogue: Catalogue, settings: Settings) -> list[JsonObject]:
    """Return the JSON objects of the documents that an item rests on or became, without expired and withdrawn ones."""
    found = ((document_of(one.id, catalogue), one.anchor) for one in dict.fromkeys(references))
    return [
        _relative(one, anchor, _page(one, anchor, settings), catalogue)
        for one, anchor in found
        if one and not (isinstance(one, OfficialDocument) and catalogue.is_gone(one))
    ]


def _page(document: AnyDocument, anchor: str, settings: Settings) -> str:
    return page_of(document, settings, anchor if isinstance(document, OfficialDocument) else "")


def _backward(document: OfficialDocument, relation: str, catalogue: Catalogue, settings: Settings) -> list[JsonObject]:
    acting = catalogue.acting.get(document.id, {}).get(relation, ())
    return [_relative(source, anchor, page_of(source, settings), catalogue) for source, anchor in acting]


def _relative(document: AnyDocument, anchor: str, address: str, catalogue: Catalogue) -> JsonObject:
    """Return the JSON object by which a related document is described in a document's record.

    ``anchor`` is the anchor of the provision that the relation concerns, or empty. ``address`` is the absolute address
    of the page, or of the provision in it.
    """
    return {
        **_named(document.id, designation(document, catalogue.registries)),
        "dieu_khoan": anchor or None,
        "dia_chi": address,
        "ngoai_trang": isinstance(document, OutsideDocument),
    }


def _files(document: OfficialDocument, catalogue: Catalogue, settings: Settings) -> list[JsonObject]:
    return [
        {
            "dia_chi": absolute(path, settings),
            "dinh_dang": media_type(path),
            "kich_thuoc": catalogue.file(path).size,
        }
        for path in attached(document)
    ]
