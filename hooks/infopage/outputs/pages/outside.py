"""The pages about documents that are not on this site: what they are, where they can be read, what relates to them."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from infopage.content.addresses import address_of
from infopage.content.catalogue import Catalogue
from infopage.content.designations import before_number, heading, short_issuer_names, title_in_list
from infopage.content.model import Item, OfficialDocument
from infopage.content.outside import OutsideDocument
from infopage.language.dates import format_date
from infopage.outputs.metadata.structured import with_outside_document, with_structured_data
from infopage.outputs.pages.implementation import tree_view
from infopage.outputs.pages.related import related_to
from infopage.outputs.pages.sharing import on_facebook, on_zalo, report
from infopage.outputs.views.cards import Group
from infopage.outputs.views.items import Fact, ItemView, Notice, Value
from infopage.outputs.views.lists import ListingView
from infopage.outputs.views.page import Page
from infopage.outputs.wording.cards import document_card, now_named
from infopage.outputs.wording.described import citation
from infopage.outputs.wording.encoding import page_of
from infopage.outputs.wording.facts import also_called, done_to
from infopage.outputs.wording.feed_links import section_feed, site_feed
from infopage.outputs.wording.frame import HOME, OUTSIDE, Settings, last_change, section
from infopage.outputs.wording.notices import illustrative_notice

_NOTICE = "Văn bản này không có trên trang. Trang chỉ nêu tên để dẫn tới, cùng những văn bản, bài viết có liên quan."


def outside_pages(catalogue: Catalogue, settings: Settings) -> Iterator[Page]:
    """Yield a page for each document in the registry data/van-ban-ngoai.yml, and the list of them; nothing if none."""
    documents = sorted(catalogue.registries.outside, key=lambda one: (one.issued, one.id), reverse=True)
    if not documents:
        return
    yield with_structured_data(_list(documents, catalogue, settings), None, catalogue, settings)
    for document in documents:
        yield with_outside_document(_page(document, catalogue, settings), document, catalogue, settings)


def _list(documents: list[OutsideDocument], catalogue: Catalogue, settings: Settings) -> Page:
    home = section(OfficialDocument)
    cards = tuple(document_card(document, catalogue) for document in documents)
    return Page(
        address=OUTSIDE.address,
        template="listing.html",
        title=OUTSIDE.text,
        description="Các văn bản không có trên trang mà văn bản, bài viết trên trang nhắc tới.",
        section=home.address,
        crumbs=(HOME, home),
        feeds=(site_feed(settings), section_feed(home, settings)),
        changed=max((_changed(document, catalogue) for document in documents), default=""),
        view=ListingView(total=len(cards), unit="văn bản", groups=(Group("", cards),)),
    )


def _page(document: OutsideDocument, catalogue: Catalogue, settings: Settings) -> Page:
    lists = catalogue.registries
    title = heading(document, lists)
    share = page_of(document, settings)
    return Page(
        address=address_of(document.path),
        template="item.html",
        title=title,
        heading=title_in_list(document, lists),
        description=f"{citation(document, catalogue)}.",
        section=section(OfficialDocument).address,
        crumbs=(HOME, section(OfficialDocument), OUTSIDE),
        feeds=(site_feed(settings), section_feed(section(OfficialDocument), settings)),
        changed=_changed(document, catalogue),
        view=ItemView(
            kicker=before_number(document, lists),
            number=str(document.symbol or ""),
            facts=tuple(_facts(document, catalogue)),
            notices=tuple(_notices(document)),
            related=related_to(document, catalogue),
            tree=tree_view(document, catalogue),
            citation=citation(document, catalogue),
            share_address=share,
            facebook=on_facebook(share),
            zalo=on_zalo(share),
            report=report(title, share, catalogue),
        ),
    )


def _notices(document: OutsideDocument) -> Iterator[Notice]:
    if document.illustrative:
        yield Notice("minh-hoa", illustrative_notice(document))
    yield Notice("luu-y", _NOTICE)


def _facts(document: OutsideDocument, catalogue: Catalogue) -> Iterator[Fact]:
    lists = catalogue.registries
    issuers = [lists.issuers[id] for id in document.issuers]
    issued = Value(str(document.issued), iso=document.issued.iso)
    named = tuple(Value(one.name, note=now_named(one, catalogue)) for one in issuers)
    yield Fact("Cơ quan ban hành", named, Value(short_issuer_names(document, lists)))
    yield Fact("Ngày ban hành", (issued,), issued)
    yield from also_called(document)
    if document.ceased:
        ceased = Value(format_date(document.ceased), iso=document.ceased.isoformat())
        yield Fact("Ngày hết hiệu lực", (ceased,))
    if document.address:
        yield Fact("Toàn văn", (Value(urlsplit(document.address).netloc, outside=document.address),))
    yield from done_to(document, catalogue)


def _changed(document: OutsideDocument, catalogue: Catalogue) -> str:
    return last_change(_concerned(document, catalogue))


def _concerned(document: OutsideDocument, catalogue: Catalogue) -> Iterator[Item]:
    """Yield the items of the site that change, cite or are about an outside document. Its page lists them."""
    for sources in catalogue.acting.get(document.id, {}).values():
        yield from (source for source, _ in sources)
    yield from catalogue.about.get(document.id, ())
    yield from catalogue.citing.get(document.id, ())
