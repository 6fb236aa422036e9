"""Items as JSON-LD entities of schema.org, such as Legislation, NewsArticle, LearningResource and Event."""

from infopage.content.attached import attached
from infopage.content.catalogue import Catalogue
from infopage.content.html_text import plain
from infopage.content.long_texts import InWords
from infopage.content.model import (
    Chapter,
    Collection,
    Draft,
    Event,
    Item,
    NewsItem,
    OfficialDocument,
    Question,
    StudyGuide,
)
from infopage.content.model_parts import Origin
from infopage.content.pictured import ShownPicture, shown_pictures
from infopage.outputs.metadata.collections import chapter_entity, collection_entity
from infopage.outputs.metadata.legislation import legislation, references_to
from infopage.outputs.metadata.media import recording_entities
from infopage.outputs.metadata.works import (
    GENERATED_SOURCE,
    TERMS,
    Entity,
    languages,
    reference_to_publisher,
    thing,
    work,
)
from infopage.outputs.renditions.infographics import words_of
from infopage.outputs.wording.bylines import address, writers
from infopage.outputs.wording.columns import column_link
from infopage.outputs.wording.encoding import absolute, media_type, page_of, stamp
from infopage.outputs.wording.frame import Settings

_ATTENDANCE = {"truc-tiep": "Offline", "truc-tuyen": "Online", "ket-hop": "Mixed"}


def item_entity(item: Item, catalogue: Catalogue, settings: Settings) -> Entity:
    """Return the JSON-LD entity of a public item; properties without a value are left out."""
    if isinstance(item, OfficialDocument):
        entity = legislation(item, catalogue, settings)
    elif isinstance(item, NewsItem):
        entity = _news(item, catalogue, settings)
    elif isinstance(item, StudyGuide):
        entity = _guide(item, catalogue, settings)
    elif isinstance(item, Question):
        entity = _question(item, catalogue, settings)
    elif isinstance(item, Draft):
        entity = _draft(item, catalogue, settings)
    elif isinstance(item, Collection):
        entity = collection_entity(item, catalogue, settings) | _signed(item, catalogue, settings)
    elif isinstance(item, Chapter):
        entity = chapter_entity(item, catalogue, settings) | _signed(item, catalogue, settings)
    else:
        assert isinstance(item, Event)
        entity = _event(item, catalogue, settings)
    if shown := [_image(picture, item, catalogue, settings) for _, picture in shown_pictures(item)]:
        entity["image"] = [*shown, *entity.get("image", ())]
    recordings = recording_entities(item, catalogue, settings)
    if isinstance(item, Event):
        entity["subjectOf"] = [one for some in recordings.values() for one in some]
    else:
        entity |= recordings
    return {name: value for name, value in entity.items() if value}


def _image(picture: ShownPicture, item: Item, catalogue: Catalogue, settings: Settings) -> Entity:
    """Return the entity of a picture that an item's keys name."""
    entity: Entity = {
        "@type": "ImageObject",
        "contentUrl": absolute(picture.file.within(item.path), settings),
        "caption": picture.caption or picture.alt,
    }
    if isinstance(picture, InWords):
        entity["description"] = words_of(picture, item, catalogue)
    if picture.credit:
        entity |= {"creditText": f"Ảnh: {picture.credit}", "creator": {"@type": "Person", "name": picture.credit}}
    if picture.is_generated:
        entity["digitalSourceType"] = GENERATED_SOURCE
    if picture.taken:
        entity["dateCreated"] = picture.taken.isoformat()
    return entity


def _news(item: NewsItem, catalogue: Catalogue, settings: Settings) -> Entity:
    images = (image.link for image in catalogue.text(item).rendered.images)
    return {
        "@type": "NewsArticle",
        **work(item, catalogue, settings),
        **_column(item, catalogue, settings),
        "headline": item.title,
        **_signed(item, catalogue, settings),
        "image": [absolute(link.target, settings) for link in images if link.kind == "file"],
        "isBasedOn": _origin(item.origin) if item.origin else None,
        "mentions": references_to(item.documents, catalogue, settings),
    }


def _column(item: NewsItem | StudyGuide, catalogue: Catalogue, settings: Settings) -> Entity:
    """Return the properties that name an item's column; empty if it is in none."""
    if not (column := column_link(item, catalogue)):
        return {}
    series = {"@type": "CreativeWork", "name": column.text, "url": absolute(column.address, settings)}
    return {"isPartOf": series, **({"articleSection": column.text} if isinstance(item, NewsItem) else {})}


def _signed(item: Item, catalogue: Catalogue, settings: Settings) -> Entity:
    return {"author": _authors(item, catalogue, settings) or reference_to_publisher(settings)}


def _authors(item: Item, catalogue: Catalogue, settings: Settings) -> list[Entity]:
    """Return the entities of those who signed an item."""
    found: list[Entity] = []
    for name, author in writers(item, catalogue):
        found.append({"@type": "Organization" if author and author.is_body else "Person", "name": name})
        if author:
            found[-1]["url"] = absolute(address(author), settings)
    return found


def _origin(origin: Origin) -> Entity:
    entity: Entity = {"@type": "NewsArticle", "publisher": {"@type": "Organization", "name": origin.name}}
    if origin.address:
        entity["url"] = origin.address
    if origin.author:
        entity["author"] = {"@type": "Person", "name": origin.author}
    if origin.at:
        entity["datePublished"] = stamp(origin.at)
    return entity


def _guide(guide: StudyGuide, catalogue: Catalogue, settings: Settings) -> Entity:
    lists = catalogue.registries
    return {
        "@type": "LearningResource",
        **work(guide, catalogue, settings),
        **_column(guide, catalogue, settings),
        "author": _authors(guide, catalogue, settings),
        "learningResourceType": lists.study_forms[guide.form].name,
        "timeRequired": f"PT{guide.minutes}M",
        "audience": [{"@type": "Audience", "audienceType": lists.audiences[id].name} for id in guide.audience],
        "about": references_to(guide.documents, catalogue, settings),
    }


def _event(event: Event, catalogue: Catalogue, settings: Settings) -> Entity:
    places = [{"@type": "Place", "name": name, "address": name} for name in (event.place, *event.connection_points)]
    online = [{"@type": "VirtualLocation", "url": page_of(event, settings)}] if event.form != "truc-tiep" else []
    return {
        "@type": "Event",
        **thing(event, catalogue, settings),
        **languages(event, catalogue, settings),
        "startDate": stamp(event.start),
        "endDate": stamp(event.end),
        "eventStatus": f"{TERMS}EventScheduled",
        "eventAttendanceMode": f"{TERMS}{_ATTENDANCE[event.form]}EventAttendanceMode",
        "location": [*places, *online],
        "organizer": reference_to_publisher(settings),
        "about": references_to(event.documents, catalogue, settings),
    }


def _question(question: Question, catalogue: Catalogue, settings: Settings) -> Entity:
    lists = catalogue.registries
    url = page_of(question, settings)
    answer: Entity = {
        "@type": "Answer",
        "url": url,
        "text": plain(catalogue.text(question).rendered.html),
        "dateCreated": question.answered_on.isoformat(),
        "author": [{"@type": "Organization", "name": lists.issuers[id].name} for id in question.bodies],
        "citation": references_to(question.documents, catalogue, settings),
    }
    asked: Entity = {
        "@type": "Question",
        "name": question.title,
        "text": question.question,
        "answerCount": 1,
        "dateCreated": question.asked_on.isoformat() if question.asked_on else None,
        "acceptedAnswer": {name: value for name, value in answer.items() if value},
    }
    return {
        "@type": "QAPage",
        **work(question, catalogue, settings),
        "mainEntity": {name: value for name, value in asked.items() if value},
    }


def _draft(draft: Draft, catalogue: Catalogue, settings: Settings) -> Entity:
    lists = catalogue.registries
    return {
        "@type": "DigitalDocument",
        **work(draft, catalogue, settings),
        "creativeWorkStatus": "dự thảo minh họa" if draft.illustrative else "dự thảo",
        "temporalCoverage": f"{draft.since.isoformat()}/{draft.until.isoformat()}",
        "sourceOrganization": [{"@type": "Organization", "name": lists.issuers[id].name} for id in draft.bodies],
        "about": references_to(draft.documents, catalogue, settings),
        "exampleOfWork": references_to(draft.issued_as, catalogue, settings),
        "encoding": [
            {"@type": "MediaObject", "contentUrl": absolute(path, settings), "encodingFormat": media_type(path)}
            for path in attached(draft)
        ],
    }
