"""Structured data of a page: JSON-LD 1.1 in the vocabulary of schema.org, for search engines and other crawlers.

A page has one JSON-LD graph with three parts: its content, its breadcrumbs, and the publisher. Only a document's legal
force depends on the day of the build; everything else stays the same until the content changes.
"""

from dataclasses import replace

from infopage.content.catalogue import Catalogue
from infopage.content.model import Item, Question
from infopage.content.outside import OutsideDocument
from infopage.outputs.data.files import PAGE, downloads
from infopage.outputs.metadata.items import item_entity
from infopage.outputs.metadata.legislation import outside_legislation
from infopage.outputs.metadata.works import Entity, reference_to_publisher
from infopage.outputs.views.page import Page
from infopage.outputs.wording.encoding import absolute, json_text
from infopage.outputs.wording.frame import Settings, section


def with_structured_data(page: Page, item: Item | None, catalogue: Catalogue, settings: Settings) -> Page:
    """Return a page with its structured data added; ``item`` is the item that the page shows, or None."""
    return replace(page, structured=structured(page, item, catalogue, settings))


def structured(page: Page, item: Item | None, catalogue: Catalogue, settings: Settings) -> str:
    """Return the JSON-LD of a page, safe inside a script element; empty if search engines may not index the page.

    ``item`` is the item that the page shows, or None.
    """
    if not page.indexed:
        return ""
    graph: list[Entity] = []
    if isinstance(item, Item):
        graph.append(item_entity(item, catalogue, settings))
    elif page.section == section(Question).address and page.view.groups:
        graph.append(_answers(page, settings))
    elif page.source == PAGE:
        graph.append(_dataset(page, settings))
    elif not page.address:
        graph.append(_website(catalogue, settings))
    if graph:
        graph.append(_publisher(catalogue, settings, whole=not page.address))
    if page.crumbs:
        graph.append(_breadcrumbs(page, settings))
    return in_script({"@context": "https://schema.org", "@graph": graph}) if graph else ""


def with_outside_document(page: Page, document: OutsideDocument, catalogue: Catalogue, settings: Settings) -> Page:
    """Return the page about a document that is not on this site, with its structured data added."""
    graph = [outside_legislation(document, catalogue, settings), _breadcrumbs(page, settings)]
    return replace(page, structured=in_script({"@context": "https://schema.org", "@graph": graph}))


def in_script(value: Entity) -> str:
    """Return ``value`` as JSON that cannot end a script element or begin a comment (HTML standard, 4.12.1.3)."""
    return json_text(value).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _website(catalogue: Catalogue, settings: Settings) -> Entity:
    return {
        "@type": "WebSite",
        "@id": f"{settings.url}#trang",
        "url": settings.url,
        "name": settings.name,
        "description": catalogue.registries.identity.description,
        "inLanguage": "vi",
        "publisher": reference_to_publisher(settings),
    }


def _dataset(page: Page, settings: Settings) -> Entity:
    url = absolute(page.address, settings)
    return {
        "@type": "Dataset",
        "@id": url,
        "url": url,
        "name": page.title,
        "description": page.description,
        "inLanguage": "vi",
        "isAccessibleForFree": True,
        "publisher": reference_to_publisher(settings),
        "distribution": [
            {
                "@type": "DataDownload",
                "name": link.title,
                "contentUrl": absolute(link.address, settings),
                "encodingFormat": link.type,
            }
            for link in downloads()
        ],
    }


def _answers(page: Page, settings: Settings) -> Entity:
    """Return a list of questions as an entity. The answers are the summaries that the list shows."""
    url = absolute(page.address, settings)
    return {
        "@type": "FAQPage",
        "@id": url,
        "url": url,
        "name": page.title,
        "inLanguage": "vi",
        "mainEntity": [
            {
                "@type": "Question",
                "name": card.title,
                "url": absolute(card.address, settings),
                "acceptedAnswer": {"@type": "Answer", "text": card.summary, "url": absolute(card.address, settings)},
            }
            for group in page.view.groups
            for card in group.cards
        ],
    }


def _publisher(catalogue: Catalogue, settings: Settings, *, whole: bool) -> Entity:
    identity = catalogue.registries.identity
    entity: Entity = {
        "@type": "Organization",
        **reference_to_publisher(settings),
        "name": identity.organisation,
        "url": settings.url,
    }
    if whole:
        entity |= {
            "description": identity.description,
            "address": identity.postal_address,
            "telephone": identity.telephone,
            "email": identity.email,
        }
    return entity


def _breadcrumbs(page: Page, settings: Settings) -> Entity:
    """Return the breadcrumbs of a page as an entity, with the page itself last."""
    steps = [*((link.text, link.address) for link in page.crumbs), (page.heading or page.title, page.address)]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": name, "item": {"@id": absolute(address, settings)}}
            for position, (name, address) in enumerate(steps, 1)
        ],
    }
