"""The current collections as open data: their parts and items in order."""

from infopage.content.addresses import address_of
from infopage.content.catalogue import Catalogue
from infopage.content.collected import ShownPart
from infopage.content.model import Collection
from infopage.outputs.data.records import JsonObject
from infopage.outputs.wording.collections import epub_link, whole_address
from infopage.outputs.wording.described import described
from infopage.outputs.wording.encoding import absolute, page_of, stamp
from infopage.outputs.wording.frame import Settings


def collection_records(catalogue: Catalogue, settings: Settings) -> list[JsonObject]:
    """Return the JSON objects of all current collections, in the order of ids."""
    found = (item for item in catalogue.current if isinstance(item, Collection))
    return [_record(one, catalogue, settings) for one in sorted(found, key=lambda one: one.id)]


def _record(collection: Collection, catalogue: Catalogue, settings: Settings) -> JsonObject:
    return {
        "ma": collection.id,
        "dia_chi": absolute(address_of(collection.path), settings),
        "dia_chi_toan_van": absolute(whole_address(collection), settings),
        "dia_chi_epub": absolute(epub_link(collection).address, settings),
        "ten": collection.title,
        "tom_tat": collection.summary,
        "kieu": collection.form,
        "chu_de": [{"ma": id, "ten": catalogue.registries.topics[id].name} for id in collection.topics],
        "phan": [_part(one, collection, catalogue, settings) for one in catalogue.collections.parts[collection.id]],
        "ngay_dang": stamp(collection.published),
        "cap_nhat": stamp(collection.changed),
        "minh_hoa": collection.illustrative,
    }


def _part(shown: ShownPart, collection: Collection, catalogue: Catalogue, settings: Settings) -> JsonObject:
    added = {member.item.id: member.added for member in shown.part.members}
    return {
        "ten": shown.part.title or None,
        "loi_dan": shown.part.words or None,
        "muc": [
            {
                "ma": item.id,
                "loai": item.section,
                "ten": described(item, catalogue).heading,
                "dia_chi": page_of(item, settings),
                "tu": day.isoformat() if (day := added[item.id]) else None,
            }
            for item in shown.items
        ],
    }
