"""The effects between documents, and the versions of a document's text, as JSON objects of the open data."""

from datetime import date
from typing import Any

from infopage.content.catalogue import Catalogue
from infopage.content.designations import designation
from infopage.content.effects.folding import Modification
from infopage.content.effects.modifications import of_effect
from infopage.content.model import OfficialDocument
from infopage.content.outside import AnyDocument, OutsideDocument
from infopage.content.targets import target
from infopage.outputs.data.names import AKN_NAME, JSON_NAME
from infopage.outputs.wording import effects as wording
from infopage.outputs.wording.effects import version_address, version_days
from infopage.outputs.wording.encoding import absolute, page_of
from infopage.outputs.wording.frame import Settings


def stated(document: OfficialDocument, catalogue: Catalogue, settings: Settings) -> list[dict[str, Any]]:
    """Return a JSON object for each effect of a document on a public document, as its key ``tac_dong`` states them."""
    found = []
    for effect in document.effects:
        other = target(effect.target.id, catalogue)
        if isinstance(other, OfficialDocument | OutsideDocument):
            one = of_effect(effect, document, ())
            found.append(_effect(one, other, one.anchor, catalogue, settings))
    return found


def received(document: OfficialDocument, catalogue: Catalogue, settings: Settings) -> list[dict[str, Any]]:
    """Return a JSON object for each effect that another document has on ``document`` by its key ``tac_dong``."""
    return [_effect(one, by, one.place, catalogue, settings) for one, by in wording.received(document, catalogue)]


def _effect(
    one: Modification, other: AnyDocument, anchor: str, catalogue: Catalogue, settings: Settings
) -> dict[str, Any]:
    """Return the JSON object of a modification.

    ``other`` is the document to name in the object: the target, or the document that acts on it. ``anchor`` is the
    anchor of the provision in it.
    """
    return {
        "viec": one.action.value,
        "ma": other.id,
        "ten": designation(other, catalogue.registries),
        "dia_chi": page_of(other, settings, anchor if isinstance(other, OfficialDocument) else ""),
        "dieu_khoan": one.anchor or None,
        "theo": one.place or None,
        "tu": one.since.isoformat(),
        "den": one.last_day.isoformat() if one.last_day else None,
    }


def versions(document: OfficialDocument, catalogue: Catalogue, settings: Settings) -> list[dict[str, Any]]:
    """Return a JSON object for each day from which a document has a new text, with the address of its page."""
    return [_version(document, day, settings) for day in version_days(document, catalogue)]


def _version(document: OfficialDocument, day: date, settings: Settings) -> dict[str, Any]:
    address = absolute(version_address(document, day), settings)
    files = {"dia_chi_json": address + JSON_NAME, "dia_chi_akn": address + AKN_NAME}
    return {"tu": day.isoformat(), "dia_chi": address, **files}
