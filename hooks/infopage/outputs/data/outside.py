"""The documents that are not on this site but named on it, as open data: other data refers to them by id."""

from infopage.content.addresses import address_of
from infopage.content.catalogue import Catalogue
from infopage.content.designations import heading
from infopage.content.outside import OutsideDocument
from infopage.outputs.data.records import JsonObject
from infopage.outputs.wording.encoding import absolute
from infopage.outputs.wording.frame import Settings


def outside_records(catalogue: Catalogue, settings: Settings) -> list[JsonObject]:
    """Return the JSON objects of all documents in the registry data/van-ban-ngoai.yml, in the order of ids."""
    by_id = sorted(catalogue.registries.outside, key=lambda one: one.id)
    return [_record(document, catalogue, settings) for document in by_id]


def _record(document: OutsideDocument, catalogue: Catalogue, settings: Settings) -> JsonObject:
    lists = catalogue.registries
    return {
        "ma": document.id,
        "dia_chi": absolute(address_of(document.path), settings),
        "ten": heading(document, lists),
        "loai": {"ma": document.kind, "ten": lists.kinds[document.kind].name},
        "so_ky_hieu": str(document.symbol) if document.symbol else None,
        "co_quan": [{"ma": id, "ten": lists.issuers[id].name} for id in document.issuers],
        "ngay_ban_hanh": document.issued.iso,
        "ngay_het_hieu_luc": document.ceased.isoformat() if document.ceased else None,
        "trich_yeu": document.abstract,
        "ten_goi": list(document.known_as),
        "dia_chi_goc": document.address or None,
        "minh_hoa": document.illustrative,
    }
