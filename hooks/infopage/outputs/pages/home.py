"""Makes the home page, the pages of topics, and the standing pages (such as “about” and “contact”)."""

from collections.abc import Iterator
from dataclasses import replace

from infopage.content.addresses import address_of
from infopage.content.catalogue import Catalogue
from infopage.content.model import ITEM_TYPES, Item, NewsItem, OfficialDocument, StandingPage
from infopage.content.registry_entries import Topic
from infopage.outputs.data.files import PAGE as DATA_PAGE
from infopage.outputs.data.page import data_view
from infopage.outputs.feeds.page_view import feeds_view
from infopage.outputs.metadata.signing_keys import ADDRESS as KEYS
from infopage.outputs.metadata.signing_keys import PAGE as PROOF_PAGE
from infopage.outputs.metadata.signing_keys import key_rows
from infopage.outputs.pages.former import with_former_anchors
from infopage.outputs.pages.front import home_view
from infopage.outputs.pages.listings import listings
from infopage.outputs.pages.numbers import number_facet
from infopage.outputs.pages.site_map import of_authors, of_columns
from infopage.outputs.search.facets import results
from infopage.outputs.views.cards import Group
from infopage.outputs.views.links import Link
from infopage.outputs.views.lists import Facet, ListingView
from infopage.outputs.views.page import Page
from infopage.outputs.views.standing import StandingView
from infopage.outputs.views.tables import KeysView
from infopage.outputs.wording.described import described
from infopage.outputs.wording.feed_links import FOLDER, site_feed, topic_feed
from infopage.outputs.wording.frame import HOME, TOPICS, Settings, has_section, last_change

_ON_TOPIC = 10
_TEMPLATES = {"index.md": "home.html", "tim-kiem.md": "search.html"}


def standing_pages(catalogue: Catalogue, settings: Settings) -> Iterator[Page]:
    """Yield the home page and the standing pages (such as “about” and “contact”)."""
    return (standing_page(page, catalogue, settings) for page in catalogue.pages)


def standing_page(page: StandingPage, catalogue: Catalogue, settings: Settings) -> Page:
    """Return the home page or another standing page."""
    text = catalogue.text(page)
    is_home = page.path == "index.md"
    shown = last_change(catalogue.current) if is_home else ""
    return Page(
        address=address_of(page.path),
        template=_TEMPLATES.get(page.path, "standing.html"),
        title=page.title,
        description=page.summary,
        source=page.path,
        section=address_of(page.path),
        crumbs=() if is_home else (HOME,),
        feeds=(site_feed(settings),),
        contents=tuple(h for h in text.rendered.headings if h.level <= 3),
        html=with_former_anchors(catalogue.html(page), page.former_anchors),
        changed=max(page.updated.date.isoformat() if page.updated else "", shown),
        view=home_view(catalogue, topic_links(catalogue)) if is_home else _standing(page, catalogue, settings),
    )


def _standing(page: StandingPage, catalogue: Catalogue, settings: Settings) -> StandingView:
    if page.path == "tim-kiem.md":
        here = (cls for cls in ITEM_TYPES if cls.within is None and has_section(cls, catalogue))
        sections = tuple(Link(cls.label, results(("section", cls.section))) for cls in here)
        return StandingView(facets=tuple(_lists(catalogue)), sections=sections)
    if address_of(page.path) == FOLDER:
        return feeds_view(catalogue, settings)
    if page.path == DATA_PAGE:
        return data_view()
    if page.path == PROOF_PAGE:
        return StandingView(signing=KeysView(key_rows(catalogue), KEYS))
    return StandingView()


def _lists(catalogue: Catalogue) -> Iterator[Facet]:
    """Yield links to all lists, for finding items without searching; each title contains the section's name."""
    yield number_facet(catalogue)
    for listing in listings(catalogue):
        if not listing.crumbs:
            for facet in listing.facets:
                yield replace(facet, title=f"{listing.section.text} theo {facet.title[0].lower()}{facet.title[1:]}")
    yield from of_columns(catalogue)
    yield from of_authors(catalogue)


def topic_pages(catalogue: Catalogue, settings: Settings) -> Iterator[Page]:
    """Yield the page of all topics and a page for each topic that has items."""
    topics, links = _topics(catalogue), topic_links(catalogue)
    common = {"section": TOPICS.address, "template": "topic.html"}
    yield Page(
        address=TOPICS.address,
        title=TOPICS.text,
        description="Văn bản, tin tức, tài liệu học tập và lịch theo từng chủ đề.",
        crumbs=(HOME,),
        feeds=(site_feed(settings),),
        changed=last_change(item for topic in topics for item in catalogue.on_topic[topic.id]),
        view=ListingView(total=len(topics), unit="chủ đề", facets=(Facet(TOPICS.text, links),)),
        **common,  # type: ignore[arg-type]  # each entry names a field of Page
    )
    for topic in topics:
        items = catalogue.on_topic[topic.id]
        here = tuple(replace(link, current=link.address == f"chuyen-de/{topic.id}/") for link in links)
        yield Page(
            address=f"chuyen-de/{topic.id}/",
            title=topic.name,
            description=topic.description,
            crumbs=(HOME, TOPICS),
            feeds=(site_feed(settings), topic_feed(topic, settings)),
            changed=last_change(items),
            view=ListingView(
                total=len(items),
                unit="nội dung",
                intro=topic.description,
                groups=tuple(_by_kind(topic, items, catalogue)),
                facets=(Facet(TOPICS.text, here),),
                narrow=results(("topic", topic.id)),
            ),
            **common,  # type: ignore[arg-type]  # each entry names a field of Page
        )


def _topics(catalogue: Catalogue) -> list[Topic]:
    """Return the topics that have items; the others have no page."""
    return [topic for topic in catalogue.registries.topics if catalogue.on_topic[topic.id]]


def topic_links(catalogue: Catalogue) -> tuple[Link, ...]:
    """Return the links to the topics that have items."""
    return tuple(_topic_link(topic, catalogue) for topic in _topics(catalogue))


def _topic_link(topic: Topic, catalogue: Catalogue) -> Link:
    return Link(topic.name, f"chuyen-de/{topic.id}/", count=len(catalogue.on_topic[topic.id]), title=topic.description)


def _by_kind(topic: Topic, items: list[Item], catalogue: Catalogue) -> Iterator[Group]:
    for cls in ITEM_TYPES:
        found = [item for item in items if isinstance(item, cls)]
        more = None
        if len(found) > _ON_TOPIC and cls in (OfficialDocument, NewsItem):
            more = Link(f"Tất cả {len(found)}", f"{cls.section}/chu-de/{topic.id}/")
        shown = found[:_ON_TOPIC] if more else found
        if found:
            yield Group(cls.label, tuple(described(item, catalogue).card for item in shown), more, anchor=cls.section)
