"""An item's page: its text, and everything shown above, beside and below the text."""

import posixpath
from collections.abc import Iterator
from urllib.parse import quote

from infopage.content.addresses import address_of
from infopage.content.asked import ASKERS
from infopage.content.attached import attached
from infopage.content.catalogue import Catalogue
from infopage.content.checks import run_of
from infopage.content.designations import before_number
from infopage.content.effects.dated import DatedTexts
from infopage.content.machine_made import GENERATED, is_machine_made
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
from infopage.content.stages import OVER, stage_of
from infopage.language.dates import format_date
from infopage.outputs.pages.changes import with_changes
from infopage.outputs.pages.collections import book_of, collection_view, part_headings, standing
from infopage.outputs.pages.former import with_former_anchors
from infopage.outputs.pages.implementation import tree_view
from infopage.outputs.pages.official_print import official_print
from infopage.outputs.pages.original import original
from infopage.outputs.pages.related import related
from infopage.outputs.pages.sharing import on_facebook, on_zalo, report
from infopage.outputs.pages.versions import versions_view
from infopage.outputs.renditions.album import album_view
from infopage.outputs.renditions.infographics import infographic_views
from infopage.outputs.renditions.lead import lead_view, social_card
from infopage.outputs.views.items import AskedView, Attached, ItemView, Notice, ProgrammeLine
from infopage.outputs.views.links import Link
from infopage.outputs.views.page import Page
from infopage.outputs.wording.bylines import byline
from infopage.outputs.wording.cards import day_block, kind_of
from infopage.outputs.wording.columns import COLUMNS, column_link
from infopage.outputs.wording.consultation import draft_notice, reception_view
from infopage.outputs.wording.described import citation, cited, described
from infopage.outputs.wording.encoding import page_of
from infopage.outputs.wording.facts import facts
from infopage.outputs.wording.feed_links import feeds_of
from infopage.outputs.wording.frame import HOME, Settings, section
from infopage.outputs.wording.languages import alternates, lang
from infopage.outputs.wording.media import media_view
from infopage.outputs.wording.notices import changes, corrected, illustrative_notice, readable_size

_TEMPLATES: dict[type[Item], str] = {
    OfficialDocument: "document.html",
    NewsItem: "news.html",
    StudyGuide: "guide.html",
    Event: "event.html",
    Question: "question.html",
    Draft: "draft.html",
    Collection: "collection.html",
    Chapter: "chapter.html",
}
_TYPES = {"jpg": "ảnh", "png": "ảnh"}


def item_page(item: Item, catalogue: Catalogue, settings: Settings, texts: DatedTexts | None = None) -> Page:
    """Return the page of a current item (neither expired nor withdrawn).

    ``texts`` are the texts of a document by day, which notes at its provisions show. The links to data files and the
    JSON-LD are added to the page later.
    """
    text = catalogue.text(item)
    told = described(item, catalogue)
    return Page(
        address=told.address,
        template=_TEMPLATES[type(item)],
        title=told.heading,
        heading=told.title,
        description=told.summary,
        source=item.path,
        section=section(type(item)).address,
        crumbs=crumbs(item, catalogue),
        feeds=feeds_of(item, catalogue, settings),
        contents=(*(h for h in text.rendered.headings if h.level <= 3), *part_headings(item, catalogue)),
        html=_html(item, texts, catalogue),
        changed=told.changed,
        og_type="article",
        picture=social_card(item, catalogue),
        versions=alternates(item, catalogue),
        view=_view(item, catalogue, settings),
    )


def _html(item: Item, texts: DatedTexts | None, catalogue: Catalogue) -> str:
    html = catalogue.html(item)
    if isinstance(item, OfficialDocument) and texts:
        html = with_changes(html, item, texts, catalogue)
    return with_former_anchors(html, item.former_anchors)


def crumbs(item: Item, catalogue: Catalogue) -> tuple[Link, ...]:
    """Return the breadcrumbs of an item's page: links to the home page and to the lists that lead to the item."""
    return (HOME, *_crumbs(item, catalogue))


def _crumbs(item: Item, catalogue: Catalogue) -> Iterator[Link]:
    if column := column_link(item, catalogue):
        yield from (COLUMNS, column)
        return
    yield section(type(item))
    if isinstance(item, OfficialDocument):
        lists = catalogue.registries
        run = run_of(item, lists)
        yield Link(lists.issuers[item.issuer].short_name, f"van-ban/{item.issuer}/")
        yield Link(lists.terms[run].name if run in lists.terms else f"Năm {run}", f"van-ban/{item.issuer}/{run}/")
    elif isinstance(item, NewsItem):
        year = item.published.date.year
        yield Link(f"Năm {year}", f"tin-tuc/{year}/")
    elif isinstance(item, Chapter) and (book := book_of(item, catalogue)):
        yield Link(book.title, address_of(book.path))


def _view(item: Item, catalogue: Catalogue, settings: Settings) -> ItemView:
    told = described(item, catalogue)
    share = page_of(item, settings)
    document = item if isinstance(item, OfficialDocument) else None
    event = item if isinstance(item, Event) else None
    draft = item if isinstance(item, Draft) else None
    return ItemView(
        kicker=_kicker(item, catalogue),
        lang=lang(item, catalogue),
        number=told.number,
        lead="" if document or isinstance(item, Question) else item.summary,
        asked=AskedView(item.question, ASKERS[item.asker], item.summary) if isinstance(item, Question) else None,
        picture=lead_view(item, catalogue),
        media=media_view(item, catalogue),
        infographics=infographic_views(item, catalogue),
        album=album_view(item, catalogue),
        authors=byline(item, catalogue),
        facts=tuple(facts(item, catalogue)),
        notices=tuple(_notices(item, catalogue)),
        files=tuple(_files(item, catalogue)),
        send_to=draft.send_to if draft and stage_of(draft, catalogue) not in OVER else (),
        reception=reception_view(draft.reception) if draft and draft.reception else None,
        connection_points=event.connection_points if event else (),
        programme=tuple(ProgrammeLine(part.time, part.content) for part in event.programme) if event else (),
        day=day_block(event.start) if event else None,
        related=related(item, catalogue),
        collection=collection_view(item, catalogue) if isinstance(item, Collection) else None,
        standing=standing(item, catalogue),
        tree=tree_view(document, catalogue) if document else None,
        corrections=tuple(corrected(item)),
        changes=changes(item),
        topics=told.topics,
        citation=citation(document, catalogue) if document else "",
        cited=cited(document, catalogue) if document else "",
        share_address=share,
        facebook=on_facebook(share),
        zalo=on_zalo(share),
        report=report(told.heading, share, catalogue),
        original=original(document, catalogue) if document else None,
        official=official_print(document, share, catalogue) if document else None,
        versions=versions_view(document, None, catalogue) if document else None,
    )


def _kicker(item: Item, catalogue: Catalogue) -> str:
    lists = catalogue.registries
    if isinstance(item, OfficialDocument):
        return before_number(item, lists)
    if isinstance(item, StudyGuide):
        return f"{item.label} · {lists.study_forms[item.form].name}"
    return kind_of(item)


def _notices(item: Item, catalogue: Catalogue) -> Iterator[Notice]:
    if catalogue.preview and not catalogue.has_come(item.published.at):
        yield Notice("xem-truoc", f"Chưa công khai: mục này đến {item.published} mới được đăng.")
    if isinstance(item, Event) and described(item, catalogue).status:
        yield Notice("da-qua", f"Sự kiện này đã diễn ra, kết thúc ngày {format_date(item.end.date)}.")
    if isinstance(item, Draft):
        yield draft_notice(item, catalogue)
    if is_machine_made(item):
        yield Notice("may-tao", f"Bài {GENERATED}.")
    if item.illustrative:
        yield Notice("minh-hoa", illustrative_notice(item))


def _files(item: Item, catalogue: Catalogue) -> Iterator[Attached]:
    for path in attached(item):
        ending = path.rpartition(".")[2].lower()
        size = readable_size(catalogue.file(path).size)
        kind = _TYPES.get(ending, ending.upper())
        yield Attached(posixpath.basename(path), quote(path), kind, size, catalogue.library.is_scan(path))
