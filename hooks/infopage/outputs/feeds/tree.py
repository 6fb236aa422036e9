"""All feed files, each with a fingerprint of its inputs and a function that makes its bytes when they are needed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from operator import attrgetter

from infopage.content.catalogue import Catalogue
from infopage.language.dates import Moment
from infopage.outputs.feeds.archives import archived, fresh, in_full, key, name, spans
from infopage.outputs.feeds.digest_files import digest_files
from infopage.outputs.feeds.document import Document
from infopage.outputs.feeds.entries import Entry
from infopage.outputs.feeds.feed import Feed
from infopage.outputs.feeds.feed_page import feed_page
from infopage.outputs.feeds.formats import FORMATS
from infopage.outputs.feeds.opml import OPML, opml
from infopage.outputs.feeds.page import FeedPage
from infopage.outputs.feeds.selection import FeedsOfSort, digest_feeds, notice_feeds
from infopage.outputs.feeds.site_notices import notice_changes, notice_files, shown_notices
from infopage.outputs.feeds.stylesheet import ADDRESS as STYLESHEET
from infopage.outputs.feeds.stylesheet import stylesheet
from infopage.outputs.feeds.telling import Telling, tellings
from infopage.outputs.wording.feed_links import ATOM, WHOLE_SITE
from infopage.outputs.wording.frame import Settings
from infopage.store.digests import digest


@dataclass(frozen=True)
class _Held:
    """A feed page with its entries, the newest first, each with a flag that says whether the entry is shown in full.

    ``notices`` are entries about the site, each with the number of entries that come before it.
    """

    page: FeedPage
    entries: Sequence[tuple[Telling, bool]]
    notices: tuple[tuple[int, Entry], ...] = ()


def documents(groups: Sequence[FeedsOfSort], catalogue: Catalogue, settings: Settings) -> Iterator[Document]:
    """Yield all feed files: the feeds of ``groups`` in every format, the OPML list and the style sheet.

    Archive pages are in Atom only. Subscription documents come first. Many of them contain the same entries, so a
    written entry is kept and reused.
    """
    told = tellings(catalogue, settings)
    feeds = [list(_pages(feed, told, catalogue, settings)) for group in groups for feed in group.feeds]
    press = _Press()
    for pages in feeds:
        for file in FORMATS:
            yield press.document(pages[-1], file)
    for pages in feeds:
        for held in pages[:-1]:
            yield press.document(held, ATOM)
    yield from digest_files(catalogue, settings)
    yield from notice_files(catalogue, settings)
    listed = opml((*groups, digest_feeds(settings), notice_feeds(settings)), catalogue, settings)
    for path, content in ((OPML, listed), (STYLESHEET, stylesheet(settings))):
        yield Document(path, digest(content), partial(bytes, content))


class _Press:
    """Makes feed files. It caches the written entries of each format, except entries shown in full on archive pages."""

    def __init__(self) -> None:
        self._made: dict[tuple[str, str, bool], bytes] = {}

    def document(self, held: _Held, file: str) -> Document:
        """Return the file of the feed page ``held`` in the format of the name ``file`` (RSS, Atom or JSON Feed)."""
        made_of = (one.digest if whole else one.brief_digest for one, whole in held.entries)
        known = digest(file.encode(), repr((held.page, held.notices)).encode(), "\n".join(made_of).encode())
        return Document(held.page.path(file), known, partial(self._document, held, file))

    def _document(self, held: _Held, file: str) -> bytes:
        entries = [self._entry(one, whole, file, held.page) for one, whole in held.entries]
        for place, notice in reversed(held.notices):
            entries.insert(place, FORMATS[file].item(notice))
        return FORMATS[file].document(held.page, entries)

    def _entry(self, one: Telling, whole: bool, file: str, page: FeedPage) -> bytes:
        made = self._made.get((one.item.id, file, whole))
        if made is None:
            made = FORMATS[file].item(one.full() if whole else one.brief)
            if not (whole and page.is_archive):
                self._made[one.item.id, file, whole] = made
        return made


def _pages(feed: Feed, told: Mapping[str, Telling], catalogue: Catalogue, settings: Settings) -> Iterator[_Held]:
    """Yield each page of a feed: its archive pages, then the subscription document, which feed readers load regularly.

    ``told`` has, by item id, what is known about the entries of all feeds before they are made.
    """
    moment = feed.moment
    told_of = [told[item.id] for item in feed.items]
    if moment:
        keyed = {
            one.item.id: one.key if catalogue.is_gone(one.item) else key(moment(one.item), one.item.id)
            for one in told_of
        }
        entries = sorted(told_of, key=lambda one: keyed[one.item.id])
        keys = [keyed[one.item.id] for one in entries]
    else:
        entries = sorted(told_of, key=attrgetter("key"))
        keys = [one.key for one in entries]
    pages = spans(keys, [one.weight for one in entries])
    archives = pages[: archived(pages, fresh(keys, catalogue.has_come))]
    begun = archives[-1].stop if archives else 0
    first = feed_page(feed, catalogue, settings)
    left = [(key(one.place, one.id), one.since) for one in feed.left]
    names = ["", *(name(span.last) for span in archives), ""]
    after = -1
    # Only the whole site's archive pages show entries in full; those of other feeds show the same entries in brief.
    is_whole = feed.slug == WHOLE_SITE
    for number, span in enumerate(archives):
        held = entries[span.start : span.stop]
        since = [since for at, since in left if after < at <= span.last]
        page = replace(
            first,
            updated=max([*(one.changed for one in held), *since]),
            name=names[number + 1],
            before=names[number],
            after=names[number + 2],
        )
        yield _Held(page, [(one, is_whole) for one in reversed(held)])
        after = span.last
    # The feed's date must never go back, so removals of entries count as well as changes of the entries it still has.
    changes = [*(one.changed for one in entries), *(since for _, since in left)]
    notices = shown_notices(catalogue, settings) if is_whole else ()
    places = (sum(at > key(Moment(one.published, has_time=True), "") for at in keys[begun:]) for one in notices)
    changes += notice_changes(catalogue) if is_whole else ()
    page = replace(first, updated=max(changes, default=first.updated), before=names[-2])
    yield _Held(
        page,
        list(zip(entries[begun:], in_full(keys)[begun:], strict=True))[::-1],
        tuple(zip(places, notices, strict=True)),
    )
