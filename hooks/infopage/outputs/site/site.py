"""The contents of the whole site, as jobs (build steps), collected and checked before anything is written."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import starmap

from infopage.content.addresses import address_of
from infopage.content.catalogue import Catalogue
from infopage.content.diagnostics import Diagnostic
from infopage.content.first_published_file import NAME as FIRST_PUBLISHED
from infopage.content.lints.announced import announced_to_no_page
from infopage.content.lints.links import links_to_no_page
from infopage.content.lints.references import files_of
from infopage.content.model import OfficialDocument
from infopage.outputs.data.files import downloads, other_files
from infopage.outputs.feeds.document_feed import NAME as DOCUMENT_FEED
from infopage.outputs.feeds.document_feed import follow_link, gone_feed
from infopage.outputs.feeds.feeds import Feeds
from infopage.outputs.feeds.selection import FeedsOfSort, groups
from infopage.outputs.jobs.job import Contents, Head, Job, Pages, file_job, page_job
from infopage.outputs.metadata.opensearch import OPENSEARCH, opensearch_xml
from infopage.outputs.metadata.robots import robots_txt
from infopage.outputs.metadata.security_txt import ADDRESS as SECURITY_TXT
from infopage.outputs.metadata.security_txt import security_txt
from infopage.outputs.metadata.signing_keys import ADDRESS as KEYS
from infopage.outputs.metadata.signing_keys import signers_text
from infopage.outputs.metadata.sitemap import sitemap_xml
from infopage.outputs.metadata.structured import with_structured_data
from infopage.outputs.pages import listings
from infopage.outputs.pages.authors import authors_pages
from infopage.outputs.pages.columns import columns_pages
from infopage.outputs.pages.corrections import corrections_page
from infopage.outputs.pages.home import standing_pages, topic_links, topic_pages
from infopage.outputs.pages.implementation import implementation_page
from infopage.outputs.pages.issuers import issuers_page
from infopage.outputs.pages.linked_bodies import linked_bodies_pages
from infopage.outputs.pages.listing import jobs as jobs_of_list
from infopage.outputs.pages.numbers import number_lists
from infopage.outputs.pages.outside import outside_pages
from infopage.outputs.pages.related import related_lists
from infopage.outputs.pages.site_map import site_map
from infopage.outputs.pages.tombstones import tombstones
from infopage.outputs.search.index import search_index
from infopage.outputs.search.sources import outlines
from infopage.outputs.search.store import IndexStore as Searched
from infopage.outputs.site.attached import as_they_are, assets, pictures
from infopage.outputs.site.first_published import told
from infopage.outputs.site.generated import ATTACHMENTS_KEEP_OUT, Ground
from infopage.outputs.site.item_jobs import Items
from infopage.outputs.site.pictures import Wanted
from infopage.outputs.site.redirects import moved_data, redirect_pages
from infopage.outputs.site.shared import shared_digest, shared_view
from infopage.outputs.views.page import Page, SiteView
from infopage.outputs.wording.feed_links import daily_feed, notices_feed, weekly_feed
from infopage.outputs.wording.frame import Settings
from infopage.progress.phases import SILENT, Phase, Progress
from infopage.store.store import Store


@dataclass(frozen=True)
class Site:
    """The whole site before it is written: the view that all pages share, pages and files as jobs, and the feeds.

    ``common`` is the fingerprint of the data that all pages depend on. ``assets`` are the files of docs/ that are
    published as they are, and ``pictures`` those that are published as renditions, by path. ``written`` must be called
    when all jobs are done; it saves data for the next build.
    """

    view: SiteView
    common: str
    jobs: tuple[Job, ...]
    assets: tuple[str, ...]
    pictures: Mapping[str, Wanted]
    feeds: Feeds
    written: Callable[[], None]

    @property
    def pages(self) -> Mapping[str, Page]:
        """The pages by address; a page is made each time it is looked up."""
        return Pages(self.jobs)

    @property
    def files(self) -> Mapping[str, bytes]:
        """The bytes of the files that are not web pages, by path relative to the site's root."""
        return Contents(self.jobs)


@dataclass(frozen=True)
class Plan:
    """The plan of a site, made before any page is made.

    ``moved`` are the pages at old addresses, which lead to the new ones. ``faults`` are mistakes found in addresses,
    such as one address for two pages. ``items`` makes the jobs of items, and ``groups`` are the feeds. ``common`` is
    the fingerprint of the data that all pages depend on.
    """

    jobs: tuple[Job, ...]
    moved: Mapping[str, Page]
    faults: list[Diagnostic]
    items: Items
    groups: tuple[FeedsOfSort, ...]
    common: str

    @property
    def heads(self) -> Iterator[Head]:
        """The heads (address, title, files) of all pages except those at old addresses."""
        return (head for job in self.jobs for head in job.heads)


def plan(
    catalogue: Catalogue,
    settings: Settings,
    progress: Progress = SILENT,
    store: Store | None = None,
    view: SiteView | None = None,
) -> Plan:
    """Return the plan of the site.

    Its faults are two pages at the same address, an attached file at an address in use, and links and redirects whose
    target does not exist. ``view`` is the data that all pages share; if it is None, it is made here. ``store``, the
    cache of earlier builds, only saves time. ``progress`` observes the steps.
    """
    heads: dict[str, Head] = {}
    faults: list[Diagnostic] = []
    common = shared_digest(view or shared_view(catalogue, settings), catalogue, settings)
    items = Items(catalogue, settings, common, store or Store())
    jobs = tuple(_jobs(catalogue, settings, items, progress))
    for head in (head for job in jobs for head in job.heads):
        if first := heads.get(head.address):
            where = f"docs/{head.source or first.source or 'index.md'}"
            message = f"trang “{head.title}” trùng địa chỉ {head.address} với trang “{first.title}”; hãy đổi tên tệp"
            faults.append(Diagnostic(where, 1, "dia-chi-trung", message))
        heads[head.address] = head
    told = groups(catalogue, settings)
    feeds = [feed.link for group in told for feed in group.feeds]
    feeds += (daily_feed(settings), weekly_feed(settings), notices_feed(settings))
    read = {link.address for head in heads.values() for link in head.files}
    read.update(link.address for link in (*feeds, *downloads()))
    ground = Ground(heads.values(), feeds)
    faults += _misplaced(catalogue, ground)
    moved, found = redirect_pages(catalogue, settings, heads, read | set(assets(catalogue)), ground)
    return Plan(
        jobs,
        moved,
        [*faults, *links_to_no_page(catalogue, heads), *announced_to_no_page(catalogue, heads), *found],
        items,
        told,
        common,
    )


def site(
    catalogue: Catalogue,
    settings: Settings,
    store: Store | None = None,
    progress: Progress = SILENT,
    searched: Searched | None = None,
) -> tuple[Site, list[Diagnostic]]:
    """Return the whole site before it is written, and the faults of its addresses.

    ``store`` (the cache of earlier builds) and ``searched`` (the search index of an earlier build) only save time; they
    never change the result. ``progress`` observes the steps.
    """
    view = shared_view(catalogue, settings)
    planned = plan(catalogue, settings, progress, store, view)
    progress.begin(Phase.DATA)
    files = {
        "robots.txt": robots_txt(catalogue, settings),
        OPENSEARCH: opensearch_xml(catalogue, settings),
        "sitemap.xml": sitemap_xml(planned.heads, settings),
        KEYS: signers_text(catalogue.registries.signing_keys).encode(),
    }
    if told_whom := security_txt(catalogue, settings):
        files[SECURITY_TXT] = told_whom
    if not catalogue.preview:
        files[FIRST_PUBLISHED] = str(told(catalogue)).encode()
    files |= other_files(catalogue, settings)
    files |= _gone_feeds(catalogue, settings)
    jobs = [*planned.jobs, *starmap(file_job, files.items())]
    heads = {head.address: head for head in planned.heads}
    moved = [*starmap(file_job, moved_data(catalogue, heads, Contents(jobs)))]
    there = {file for job in (*jobs, *moved) for file in job.files}
    moved += (page_job(page) for address, page in planned.moved.items() if address.rstrip("/") not in there)
    of_one_name = ((feed.name, feed.link) for group in planned.groups[1:] for feed in group.feeds if feed.is_offered)
    progress.begin(Phase.SEARCH)
    outlined = outlines(catalogue, planned.items.answers, planned.common)
    index = search_index(catalogue, outlined, searched or Searched(), of_one_name)
    whole = (*jobs, *moved, *starmap(file_job, index.items()))
    feeds = Feeds(catalogue, settings)
    made = Site(view, planned.common, whole, as_they_are(catalogue), pictures(catalogue), feeds, planned.items.keep)
    return made, planned.faults


def _jobs(catalogue: Catalogue, settings: Settings, items: Items, progress: Progress) -> Iterator[Job]:
    def whole(page: Page) -> Job:
        return page_job(with_structured_data(page, None, catalogue, settings))

    yield from map(whole, standing_pages(catalogue, settings))
    progress.begin(Phase.PAGES, len(catalogue.current))
    for job in items.jobs():
        yield job
        progress.step()
    yield from map(whole, _tombstones(catalogue, settings))
    progress.begin(Phase.LISTS)
    for listing in (*listings.listings(catalogue), *number_lists(catalogue), *related_lists(catalogue)):
        yield from jobs_of_list(listing, catalogue, settings, items.answers)
        progress.step()
    yield from map(whole, topic_pages(catalogue, settings))
    yield from map(whole, columns_pages(catalogue, settings))
    yield from map(whole, authors_pages(catalogue, settings))
    yield from map(whole, linked_bodies_pages(catalogue, settings))
    yield from map(page_job, outside_pages(catalogue, settings))
    yield whole(site_map(catalogue, settings, topic_links(catalogue)))
    for page in (implementation_page, corrections_page, issuers_page):
        yield whole(page(catalogue, settings))


def _tombstones(catalogue: Catalogue, settings: Settings) -> Iterator[Page]:
    answered = set(assets(catalogue))
    for item in catalogue.gone:
        for page in tombstones(item, catalogue, settings, answered):
            answered.add(page.address.rstrip("/"))
            yield replace(page, follow=follow_link(item)) if isinstance(item, OfficialDocument) else page


def _gone_feeds(catalogue: Catalogue, settings: Settings) -> Iterator[tuple[str, bytes]]:
    for document in catalogue.gone:
        if isinstance(document, OfficialDocument):
            yield address_of(document.path) + DOCUMENT_FEED, gone_feed(document, catalogue, settings)


def _misplaced(catalogue: Catalogue, ground: Ground) -> Iterator[Diagnostic]:
    """Yield a fault for each attached file of docs/ whose address is in use by the build or by another file.

    ``ground`` has the addresses in use; those of the attached files are added to it.
    """
    library = catalogue.library
    for path in sorted({file.path for text in library.texts for file in files_of(text)} & library.files.keys()):
        if ground.is_taken(path) or path.casefold().startswith(ATTACHMENTS_KEEP_OUT):
            message = "địa chỉ này dành cho tệp do trang tự tạo hoặc cho tệp khác; hãy đổi tên tệp hoặc đặt cạnh bài"
            yield Diagnostic(f"docs/{path}", 1, "dia-chi-trung", message)
        ground.take(path)
