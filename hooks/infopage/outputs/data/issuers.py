"""The issuing bodies (offices that issue documents) as open data, with their history from data/co-quan.yml."""

from collections import Counter

from infopage.content.catalogue import Catalogue
from infopage.content.registry_entries import Issuer
from infopage.outputs.data.records import JsonObject
from infopage.outputs.wording import issuers
from infopage.outputs.wording.encoding import absolute
from infopage.outputs.wording.frame import Settings


def issuer_records(catalogue: Catalogue, settings: Settings) -> list[JsonObject]:
    """Return the JSON objects of all issuing bodies in the order of ids.

    Even bodies without documents are included, so that every id of a body in the open data is explained.
    """
    counts = Counter(id for document in catalogue.documents for id in document.issuers)
    by_id = sorted(catalogue.registries.issuers, key=lambda one: one.id)
    return [_record(issuer, counts[issuer.id], catalogue, settings) for issuer in by_id]


def _record(issuer: Issuer, count: int, catalogue: Catalogue, settings: Settings) -> JsonObject:
    return {
        "ma": issuer.id,
        "ten": issuer.name,
        "ten_ngan": issuer.short_name,
        "dia_chi": absolute(issuers.address(issuer), settings) if issuer.id in catalogue.met.issuers else None,
        "cap": issuer.level,
        "khoi": issuer.branch,
        "danh_so": issuer.run,
        "tu": issuer.since.isoformat() if issuer.since else None,
        "den": issuer.until.isoformat() if issuer.until else None,
        "truc_thuoc": list(issuer.parents),
        "su_kien": [
            {
                "loai": change.kind,
                "ngay": change.on.isoformat(),
                "thanh": list(change.into),
                "van_ban": change.decision or None,
            }
            for change in sorted(issuer.changes, key=lambda change: change.on)
        ],
        "nay_la": [heir.id for heir in catalogue.now_named(issuer)],
        "so_van_ban": count,
    }
