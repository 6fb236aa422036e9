"""The properties of schema.org that items of every kind have."""

from typing import Any

from infopage.content.catalogue import Catalogue
from infopage.content.languages import VIETNAMESE
from infopage.content.machine_made import is_machine_made
from infopage.content.model import Item, OfficialDocument
from infopage.outputs.wording.described import described
from infopage.outputs.wording.encoding import page_of, stamp
from infopage.outputs.wording.frame import Settings
from infopage.outputs.wording.languages import lang, original, translations

Entity = dict[str, Any]
"""A node (entity) of JSON-LD."""

TERMS = "https://schema.org/"
GENERATED_SOURCE = f"{TERMS}TrainedAlgorithmicMediaDigitalSource"
"""The ``digitalSourceType`` of a picture or text that a machine made."""

_ILLUSTRATIVE = "{} minh họa, không phải của cơ quan nào có thật."


def reference_to_publisher(settings: Settings) -> Entity:
    """Return a reference to the entity of the site's publisher in the JSON-LD graph."""
    return {"@id": f"{settings.url}#don-vi"}


def thing(item: Item, catalogue: Catalogue, settings: Settings) -> Entity:
    """Return the properties of schema.org that every item has."""
    url = page_of(item, settings)
    what = "Văn bản" if isinstance(item, OfficialDocument) else "Nội dung"
    return {
        "@id": url,
        "url": url,
        "name": described(item, catalogue).heading,
        "description": described(item, catalogue).summary,
        "disambiguatingDescription": _ILLUSTRATIVE.format(what) if item.illustrative else "",
    }


def languages(item: Item, catalogue: Catalogue, settings: Settings) -> Entity:
    """Return the properties of schema.org that tell an item's language, its original and its translations."""
    first = original(item, catalogue)
    others = () if first else translations(item, catalogue)
    return {
        "inLanguage": lang(item, catalogue) or VIETNAMESE,
        "translationOfWork": {"@id": page_of(first, settings)} if first else None,
        "workTranslation": [{"@id": page_of(one, settings)} for one in others],
    }


def work(item: Item, catalogue: Catalogue, settings: Settings) -> Entity:
    """Return the properties of an item that is a creative work (every item but an event); topics become keywords."""
    topics = catalogue.registries.topics
    return {
        **thing(item, catalogue, settings),
        **languages(item, catalogue, settings),
        "isAccessibleForFree": True,
        "publisher": reference_to_publisher(settings),
        "datePublished": stamp(item.published),
        "dateModified": stamp(item.changed),
        "creativeWorkStatus": "văn bản minh họa" if item.illustrative else "",
        "digitalSourceType": GENERATED_SOURCE if is_machine_made(item) else "",
        "keywords": [topics[id].name for id in item.topics],
        "correction": [
            *(f"{one.wrong} → {one.right}" if one.wrong else one.right for one in item.corrections),
            *(one.note for one in item.change_notes),
        ],
    }
