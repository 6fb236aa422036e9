"""The site's contents: every page, gathered before anything is written."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from infopage.content.catalogue import Catalogue
from infopage.content.diagnostics import Diagnostic
from infopage.content.first_published import NAME as FIRST_PUBLISHED
from infopage.content.model import Item, OfficialDocument
from infopage.content.references import files_of
from infopage.outputs import listings
from infopage.outputs.corrections import corrections_page
from infopage.outputs.feeds.document_feed import document_feeds, follow_link
from infopage.outputs.feeds.feeds import Feeds
from infopage.outputs.feeds.links import daily_feed, site_feed, weekly_feed
from infopage.outputs.feeds.selection import groups
from infopage.outputs.first_published import told
from infopage.outputs.generated import ATTACHMENTS_KEEP_OUT, Ground
from infopage.outputs.gone import gone_pages
from infopage.outputs.home import standing_pages, topic_pages
from infopage.outputs.implementation import implementation_page
from infopage.outputs.issuers import issuers_page
from infopage.outputs.items import item_page
from infopage.outputs.numbers import number_lists
from infopage.outputs.open_data import data_files, data_links, downloads
from infopage.outputs.opensearch import OPENSEARCH, opensearch_xml
from infopage.outputs.pages import Settings, site_view
from infopage.outputs.redirects import moved_data, redirect_pages
from infopage.outputs.related import related_lists
from infopage.outputs.robots import robots_txt
from infopage.outputs.search.index import search_index
from infopage.outputs.search.scripts import MANIFEST
from infopage.outputs.search.store import Store
from infopage.outputs.security_txt import ADDRESS as SECURITY_TXT
from infopage.outputs.security_txt import security_txt
from infopage.outputs.signing_keys import ADDRESS as KEYS
from infopage.outputs.signing_keys import signers_text
from infopage.outputs.sitemap import sitemap_xml
from infopage.outputs.structured import structured
from infopage.outputs.views import Page, SiteView
from infopage.progress.phases import SILENT, Phase, Progress


@dataclass(frozen=True)
class Site:
    """Everything a renderer needs: the pages by address, what they share, the files of docs/ that go out with them,
    the files that need no template, by path relative to the site's root, and the feeds.
    """

    view: SiteView
    pages: dict[str, Page]
    assets: tuple[str, ...]
    files: dict[str, bytes]
    feeds: Feeds


def plan(
    catalogue: Catalogue, settings: Settings, progress: Progress = SILENT
) -> tuple[dict[str, Page], dict[str, Page], list[Diagnostic]]:
    """Return every page by address, the pages left at old addresses, and the faults of addresses: two pages at one,
    links and redirects that lead nowhere.
    """
    pages: dict[str, Page] = {}
    faults: list[Diagnostic] = []
    for page in _pages(catalogue, settings, progress):
        if first := pages.get(page.address):
            where = f"docs/{page.source or first.source or 'index.md'}"
            message = f"trang “{page.title}” trùng địa chỉ {page.address} với trang “{first.title}”; hãy đổi tên tệp"
            faults.append(Diagnostic(where, 1, "dia-chi-trung", message))
        pages[page.address] = page
    read = {link.address for page in pages.values() for link in (*page.feeds, *page.files)}
    read.update(link.address for link in downloads())
    feeds = [feed.link for group in groups(catalogue, settings) for feed in group.feeds]
    ground = Ground(pages.values(), [*feeds, daily_feed(settings), weekly_feed(settings)])
    faults += _misplaced(catalogue, ground)
    moved, found = redirect_pages(catalogue, settings, pages, read | set(_assets(catalogue)), ground)
    return pages, moved, [*faults, *_dead_links(catalogue, pages), *found]


def site(
    catalogue: Catalogue, settings: Settings, store: Store | None = None, progress: Progress = SILENT
) -> tuple[Site, list[Diagnostic]]:
    """Return the whole site as values, and the faults of its addresses; ``store`` spares reading for the search what it
    knows, and never changes what is returned.
    """
    pages, moved, faults = plan(catalogue, settings, progress)
    progress.begin(Phase.DATA)
    files = {
        "robots.txt": robots_txt(catalogue, settings),
        OPENSEARCH: opensearch_xml(catalogue, settings),
        "sitemap.xml": sitemap_xml(pages.values(), settings),
        KEYS: signers_text(catalogue.registries.signing_keys).encode(),
    }
    if told_whom := security_txt(catalogue, settings):
        files[SECURITY_TXT] = told_whom
    if not catalogue.preview:
        files[FIRST_PUBLISHED] = str(told(catalogue)).encode()
    files |= data_files(catalogue, settings)
    progress.begin(Phase.FEEDS)
    files |= document_feeds(catalogue, settings, pages)
    files |= dict(moved_data(catalogue, pages, files))
    moved = {address: page for address, page in moved.items() if address.rstrip("/") not in files}
    of_one_name = ((feed.name, feed.link) for group in groups(catalogue, settings)[1:] for feed in group.feeds)
    progress.begin(Phase.SEARCH)
    index = search_index(catalogue, store or Store(), of_one_name)
    progress.begin(Phase.STRUCTURED)
    pages = _with_structured_data(pages, catalogue, settings)
    feeds = Feeds(catalogue, settings)
    view = replace(site_view(catalogue, settings, site_feed(settings)), search_index=MANIFEST)
    return Site(view, pages | moved, _assets(catalogue), files | index, feeds), faults


def _pages(catalogue: Catalogue, settings: Settings, progress: Progress) -> Iterator[Page]:
    progress.begin(Phase.PAGES, len(catalogue.current))
    yield from standing_pages(catalogue, settings)
    answered = set(_assets(catalogue))
    for item in catalogue.current:
        yield _with_data(_followed(item_page(item, catalogue, settings), item), item)
        progress.step()
    for item in catalogue.gone:
        for page in gone_pages(item, catalogue, settings, answered):
            answered.add(page.address.rstrip("/"))
            yield _followed(page, item)
    progress.begin(Phase.LISTS)
    for listing in (*listings.listings(catalogue), *number_lists(catalogue), *related_lists(catalogue)):
        yield from listings.pages(listing, catalogue, settings)
    yield from topic_pages(catalogue, settings)
    yield implementation_page(catalogue, settings)
    yield corrections_page(catalogue, settings)
    yield issuers_page(catalogue, settings)


def _with_data(page: Page, item: Item) -> Page:
    return replace(page, data=data_links(item)) if isinstance(item, OfficialDocument) else page


def _followed(page: Page, item: Item) -> Page:
    return replace(page, follow=follow_link(item)) if isinstance(item, OfficialDocument) else page


def _with_structured_data(pages: dict[str, Page], catalogue: Catalogue, settings: Settings) -> dict[str, Page]:
    items = {text.item.path: text.item for text in catalogue.public.values() if isinstance(text.item, Item)}
    return {
        address: replace(page, structured=structured(page, items.get(page.source), catalogue, settings))
        for address, page in pages.items()
    }


def _assets(catalogue: Catalogue) -> tuple[str, ...]:
    """Return the files that public pages use; no other file of docs/ goes out."""
    texts = [*catalogue.library.pages, *catalogue.public.values()]
    shown = [t for t in texts if not isinstance(t.item, Item) or not catalogue.is_gone(t.item)]
    return tuple(sorted({file.path for text in shown for file in files_of(text)}))


def _misplaced(catalogue: Catalogue, ground: Ground) -> Iterator[Diagnostic]:
    """Yield a fault for each file of docs/ whose address the build, or another file, has already."""
    library = catalogue.library
    for path in sorted({file.path for text in library.texts for file in files_of(text)} & library.files.keys()):
        if ground.is_taken(path) or path.casefold().startswith(ATTACHMENTS_KEEP_OUT):
            message = "địa chỉ này dành cho tệp do trang tự tạo hoặc cho tệp khác; hãy đổi tên tệp hoặc đặt cạnh bài"
            yield Diagnostic(f"docs/{path}", 1, "dia-chi-trung", message)
        ground.take(path)


def _dead_links(catalogue: Catalogue, pages: dict[str, Page]) -> Iterator[Diagnostic]:
    """Yield a fault for each link to a listing's address that no page stands at."""
    for text in (*catalogue.library.pages, *catalogue.public.values()):
        for link in text.rendered.links:
            if link.kind == "address" and link.target not in pages:
                message = f"không có trang nào ở địa chỉ “{link.target}”; hãy xem lại liên kết"
                yield Diagnostic(text.path, text.line_in_body(link.written), "lien-ket", message)
