"""The recordings of an item as JSON-LD entities of schema.org: VideoObject and AudioObject."""

from collections.abc import Iterator

from infopage.content.catalogue import Catalogue
from infopage.content.media import Audio, Video, recordings_of
from infopage.content.model import Item
from infopage.outputs.metadata.works import GENERATED_SOURCE, Entity
from infopage.outputs.wording.encoding import absolute, stamp
from infopage.outputs.wording.frame import Settings
from infopage.outputs.wording.media import recording_view, told


def recording_entities(item: Item, catalogue: Catalogue, settings: Settings) -> dict[str, list[Entity]]:
    """Return the entities of an item's recordings by the property that names them."""
    found: dict[str, list[Entity]] = {}
    for one in recordings_of(item):
        entity = {name: value for name, value in _entity(one, item, catalogue, settings) if value}
        found.setdefault("video" if isinstance(one, Video) else "audio", []).append(entity)
    return found


def _entity(one: Video | Audio, item: Item, catalogue: Catalogue, settings: Settings) -> Iterator[tuple[str, object]]:
    shown = recording_view(one, item, catalogue)
    yield "@type", "VideoObject" if isinstance(one, Video) else "AudioObject"
    yield "name", one.title
    yield "description", item.summary
    yield "contentUrl", absolute(shown.address, settings)
    yield "encodingFormat", shown.type
    yield "duration", shown.iso
    yield "uploadDate", stamp(item.published)
    yield "thumbnailUrl", absolute(shown.poster, settings) if shown.poster else ""
    yield "transcript", told(one, item, catalogue)
    yield "creator", {"@type": "Person", "name": one.credit} if one.credit else None
    yield "dateCreated", one.taken.isoformat() if one.taken else ""
    yield "digitalSourceType", GENERATED_SOURCE if one.is_generated else ""
