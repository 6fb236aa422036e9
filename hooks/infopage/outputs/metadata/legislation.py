"""An official document as a Legislation entity of schema.org, a type based on the European Legislation Identifier."""

import posixpath
from collections.abc import Iterable, Iterator

from infopage.content.acts import ENDING
from infopage.content.addresses import address_of
from infopage.content.attached import attached
from infopage.content.catalogue import Catalogue
from infopage.content.designations import designation, heading
from infopage.content.field_types.references import Reference
from infopage.content.model import Item, OfficialDocument
from infopage.content.outside import OutsideDocument
from infopage.content.targets import target
from infopage.content.validity import Force
from infopage.outputs.data.names import AKN_NAME, JSON_NAME, TEXT_NAME
from infopage.outputs.metadata.works import TERMS, Entity, work
from infopage.outputs.wording.encoding import absolute, media_type, page_of
from infopage.outputs.wording.frame import Settings
from infopage.outputs.wording.notices import illustrative_notice


def legislation(document: OfficialDocument, catalogue: Catalogue, settings: Settings) -> Entity:
    """Return a document as a Legislation entity.

    The property ``legislationChanges`` lists every document or provision that this one amends, replaces or repeals.
    Amended ones are also listed in ``legislationAmends``, repealed ones in ``legislationRepeals``.
    """
    lists = catalogue.registries
    ended = (*document.repeals, *(effect.target for effect in document.effects if effect.action in ENDING))
    amended = (*document.amends, *(effect.target for effect in document.effects if effect.action not in ENDING))

    def acts(references: Iterable[Reference]) -> list[Entity]:
        return references_to(references, catalogue, settings)

    return {
        "@type": "Legislation",
        **work(document, catalogue, settings),
        "alternateName": list(document.known_as),
        "abstract": document.abstract,
        "legislationIdentifier": str(document.symbol or ""),
        "legislationType": lists.kinds[document.kind].name,
        "legislationDate": document.issued.iso,
        "legislationDateOfApplicability": document.effective.isoformat() if document.effective else "",
        "legislationPassedBy": _issuers(document, catalogue, settings),
        "legislationLegalForce": TERMS + _force(document, catalogue),
        "legislationChanges": acts((*amended, *document.replaces, *ended)),
        "legislationAmends": acts(amended),
        "legislationRepeals": acts(ended),
        "legislationConsolidates": acts(document.consolidates),
        "legislationEnsuresImplementationOf": acts(document.implements),
        "isBasedOn": acts(document.based_on),
        "encoding": list(_encodings(document, settings)),
    }


def _issuers(document: OfficialDocument, catalogue: Catalogue, settings: Settings) -> Entity | list[Entity]:
    """Return the body that issued a document, or several in a list, each with the address of its page."""
    found: list[Entity] = []
    for id in document.issuers:
        url = absolute(f"van-ban/{id}/", settings)
        found.append({"@type": "Organization", "@id": url, "name": catalogue.registries.issuers[id].name, "url": url})
    return found if len(found) > 1 else found[0]


def _force(document: OfficialDocument, catalogue: Catalogue) -> str:
    """Return a document's LegalForceStatus.

    A document is partly in force if a provision was replaced, repealed or suspended. It stays in force if it was only
    amended.
    """
    force = catalogue.validity(document).force
    if force in (Force.PARTLY, Force.PARTLY_SUSPENDED):
        return "PartiallyInForce"
    return "InForce" if force in (Force.IN_FORCE, Force.AMENDED) else "NotInForce"


def references_to(references: Iterable[Reference], catalogue: Catalogue, settings: Settings) -> list[Entity]:
    """Return the entities of the items that ``references`` lead to, with their addresses.

    A provision is described as a part of its document.
    """
    found: list[Entity] = []
    for reference in dict.fromkeys(references):
        item = target(reference.id, catalogue)
        if isinstance(item, OfficialDocument | OutsideDocument):
            name = designation(item, catalogue.registries)
            entity: Entity = {"@type": "Legislation", "@id": page_of(item, settings, reference.anchor), "name": name}
            if reference.anchor:
                entity |= {"name": f"{name}, {reference.anchor}", "isPartOf": {"@id": page_of(item, settings)}}
            if isinstance(item, OutsideDocument) and item.address:
                entity["sameAs"] = item.address
            found.append(entity)
        elif isinstance(item, Item) and not catalogue.is_gone(item):
            found.append({"@type": "CreativeWork", "@id": page_of(item, settings), "name": item.title})
    return found


def outside_legislation(document: OutsideDocument, catalogue: Catalogue, settings: Settings) -> Entity:
    """Return a document that is not on this site as a Legislation entity; properties without a value are left out."""
    lists = catalogue.registries
    url = page_of(document, settings)
    entity: Entity = {
        "@type": "Legislation",
        "@id": url,
        "url": url,
        "sameAs": document.address,
        "name": heading(document, lists),
        "disambiguatingDescription": illustrative_notice(document) if document.illustrative else "",
        "alternateName": list(document.known_as),
        "abstract": document.abstract,
        "inLanguage": "vi",
        "legislationIdentifier": str(document.symbol or ""),
        "legislationType": lists.kinds[document.kind].name,
        "legislationDate": document.issued.iso,
        "legislationPassedBy": [{"@type": "Organization", "name": lists.issuers[id].name} for id in document.issuers],
    }
    return {name: value for name, value in entity.items() if value}


def _encodings(document: OfficialDocument, settings: Settings) -> Iterator[Entity]:
    """Yield the entities of a document's files: first the attached files, then those made from its text."""
    own = (address_of(document.path) + name for name in (JSON_NAME, TEXT_NAME, AKN_NAME))
    for path in (*attached(document), *own):
        url = absolute(path, settings)
        yield {
            "@type": "MediaObject",
            "name": posixpath.basename(path),
            "contentUrl": url,
            "encodingFormat": media_type(path),
        }
