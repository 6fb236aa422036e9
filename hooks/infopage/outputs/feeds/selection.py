"""Which feeds exist, and their items: of the whole site, each section, topic, issuer, document kind and author."""

from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from infopage.content.bylines import Writer
from infopage.content.catalogue import Catalogue
from infopage.content.columns import column_of
from infopage.content.model import Event, Item, NewsItem, OfficialDocument, StudyGuide
from infopage.language.dates import Moment
from infopage.outputs.feeds.instants import changed, edited, was_seen
from infopage.outputs.feeds.notices import KEPT, is_told
from infopage.outputs.views.links import Link, TypedLink
from infopage.outputs.wording import feed_links as links
from infopage.outputs.wording.bylines import address, by_author, writers
from infopage.outputs.wording.columns import by_column, column_address
from infopage.outputs.wording.frame import CORRECTIONS, TOPICS, Settings, section
from infopage.outputs.wording.issuers import address as issuer_address
from infopage.outputs.wording.issuers import predecessors


@dataclass(frozen=True)
class Left:
    """The removal of an entry from a feed at the time ``since``.

    ``id`` is the id of the item, and ``place`` the moment by which the entry was sorted in the feed. So ``place`` tells
    which feed page had the entry. That page changed at the time ``since``. The entries that are still in it do not show
    this time, so it is stored here.
    """

    id: str
    place: Moment
    since: datetime


@dataclass(frozen=True, kw_only=True)
class Feed:
    """A feed and its items, unsorted, including expired or withdrawn items that still have a notice.

    ``name`` is the feed's name within its group, and ``remark`` is an explanation beside it. ``link`` has the feed's
    title and address. ``home`` is the address of the web page to which the feed belongs. ``had`` tells whether an
    expired or withdrawn item was in the feed, and ``left`` lists all removals. ``moment`` returns the moment by which
    an item is sorted; if it is None, that is the item's first publication.
    """

    name: str
    link: TypedLink
    description: str
    home: str
    items: tuple[Item, ...]
    had: Callable[[Item], bool]
    left: tuple[Left, ...] = ()
    moment: Callable[[Item], Moment] | None = None
    remark: str = ""

    @property
    def slug(self) -> str:
        """The address of the feed's folder, relative to the folder of all feeds."""
        return self.link.address.removeprefix(links.FOLDER).removesuffix(f"/{links.RSS}")


@dataclass(frozen=True)
class FeedsOfSort:
    """A group of feeds with its title, such as the feeds by topic."""

    title: str
    feeds: tuple[Feed, ...]


def groups(catalogue: Catalogue, settings: Settings) -> tuple[FeedsOfSort, ...]:
    """Return all feeds in groups. One of a topic, issuer, column and so on is there once an item is published."""
    return catalogue.once(f" nguồn tin {settings}", lambda whole: tuple(_groups(whole, settings)))


def _groups(catalogue: Catalogue, settings: Settings) -> Iterator[FeedsOfSort]:
    told: tuple[tuple[str, Callable[[Catalogue, Settings], Iterator[Feed]]], ...] = (
        ("Chung", _general),
        ("Theo mục", _sections),
        ("Theo chủ đề", _topics),
        ("Theo cơ quan ban hành", _issuers),
        ("Theo loại văn bản", _kinds),
        ("Theo chuyên mục", _columns),
        ("Theo tác giả", _authors),
    )
    for title, feeds in told:
        yield FeedsOfSort(title, tuple(_with_gone(feed, catalogue) for feed in feeds(catalogue, settings)))


def digest_feeds(settings: Settings) -> FeedsOfSort:
    """Return the daily and the weekly feed, whose entries are digests (digest.py) instead of items."""
    daily = "Mỗi ngày có mục mới là một bản, hiện ra khi ngày ấy đã hết; dành cho việc gửi qua thư."
    weekly = "Mỗi tuần có mục mới là một bản, hiện ra khi tuần ấy đã hết; dành cho việc gửi qua thư."
    return FeedsOfSort(
        "Bản tổng hợp",
        (
            _feed(links.daily_feed(settings), "", "", (), _any, remark=daily),
            _feed(links.weekly_feed(settings), "", "", (), _any, remark=weekly),
        ),
    )


def _with_gone(feed: Feed, catalogue: Catalogue) -> Feed:
    """Return a feed with the expired or withdrawn items that were in it.

    The items that still have a notice are added to ``items``. The removals of all of them are added to ``left``.
    """
    gone = [item for item in catalogue.gone if feed.had(item) and was_seen(item, catalogue)]
    left = [*feed.left]
    for item in gone:
        since = changed(item, catalogue)
        left.append(Left(item.id, (feed.moment or catalogue.first_published)(item), since.at))
        if not is_told(item, catalogue):
            left.append(Left(item.id, since, since.at + KEPT))
    told = (item for item in gone if is_told(item, catalogue))
    return replace(feed, items=(*feed.items, *told), left=tuple(left))


def _feed(
    link: TypedLink,
    description: str,
    home: str,
    items: tuple[Item, ...],
    had: Callable[[Item], bool],
    name: str = "",
    remark: str = "",
) -> Feed:
    return Feed(
        name=name or link.label,
        link=link,
        description=f"{description} {remark}".strip(),
        home=home,
        items=items,
        had=had,
        remark=remark,
    )


def _general(catalogue: Catalogue, settings: Settings) -> Iterator[Feed]:
    everything = catalogue.current
    corrected = tuple(item for item in everything if item.corrections)
    told = catalogue.registries.identity.description
    yield replace(_feed(links.site_feed(settings), told, "", everything, _any), remark="Mọi nội dung của trang.")
    by_change = "Mọi nội dung của trang, theo lần đăng hoặc lần sửa gần nhất."
    yield replace(
        _feed(links.updates_feed(settings), "", "", everything, _any, remark=by_change),
        moment=lambda item: edited(item, catalogue) if catalogue.is_gone(item) else changed(item, catalogue),
    )
    by_correction = "Những nội dung đã đăng sai và được đính chính, hoặc đã bị thu hồi, theo ngày đính chính, thu hồi."
    yield replace(
        _feed(links.corrections_feed(settings), "", CORRECTIONS.address, corrected, _corrected, remark=by_correction),
        moment=lambda item: max(
            (Moment.on(correction.on) for correction in item.corrections), default=catalogue.first_published(item)
        ),
    )


def _any(item: Item) -> bool:
    return True


def _corrected(item: Item) -> bool:
    return bool(item.corrections) or item.withdrawn is not None


def _sections(catalogue: Catalogue, settings: Settings) -> Iterator[Feed]:
    told: tuple[tuple[Link, str, tuple[Item, ...]], ...] = (
        (section(OfficialDocument), "Nghị quyết và các văn bản triển khai.", catalogue.documents),
        (section(NewsItem), "Tin về việc học tập và thực hiện nghị quyết.", catalogue.news),
        (section(StudyGuide), "Đề cương, hỏi đáp và tài liệu học tập nghị quyết.", catalogue.guides),
        (section(Event), "Hội nghị, lớp học, sinh hoạt, cả đã qua và sắp tới.", catalogue.events),
    )
    for own, description, items in told:
        had = partial(_is_in, own.address)
        yield _feed(links.section_feed(own, settings), "", own.address, items, had, remark=description)
    coming = "Hội nghị, lớp học, sinh hoạt chưa kết thúc."
    home = f"{Event.section}/"
    ended = (Left(event.id, catalogue.first_published(event), event.end.at) for event in catalogue.past_events)
    yield replace(
        _feed(links.coming_feed(settings), "", home, catalogue.coming_events, _was_coming(catalogue), remark=coming),
        left=tuple(ended),
    )


def _is_in(address: str, item: Item) -> bool:
    return f"{item.section}/" == address


def _was_coming(catalogue: Catalogue) -> Callable[[Item], bool]:
    return lambda item: isinstance(item, Event) and changed(item, catalogue).at < item.end.at


def _topics(catalogue: Catalogue, settings: Settings) -> Iterator[Feed]:
    for topic in (one for one in catalogue.registries.topics if one.id in catalogue.met.topics):
        items = tuple(catalogue.on_topic[topic.id])
        home = f"{TOPICS.address}{topic.id}/" if items else TOPICS.address
        had = partial(_is_on, topic.id)
        yield _feed(links.topic_feed(topic, settings), topic.description, home, items, had, topic.name)


def _is_on(topic: str, item: Item) -> bool:
    return topic in item.topics


def _issuers(catalogue: Catalogue, settings: Settings) -> Iterator[Feed]:
    by_issuer: dict[str, list[Item]] = {issuer.id: [] for issuer in catalogue.registries.issuers}
    for document in catalogue.documents:
        for id in document.issuers:
            by_issuer[id].append(document)
    heirs = {id for issuer in catalogue.registries.issuers for id in issuer.successors}
    for issuer in (one for one in catalogue.registries.issuers if one.id in catalogue.met.issuers):
        before = predecessors(issuer, catalogue) if issuer.id in heirs else ()
        items = tuple(dict.fromkeys(item for one in (issuer, *before) for item in by_issuer[one.id]))
        description = f"Văn bản do {issuer.name} ban hành."
        names = ", ".join(one.short_name for one in before)
        remark = f"Có cả văn bản của cơ quan tiền thân: {names}." if before else ""
        link = links.issuer_feed(issuer, settings)
        had = partial(_is_from, {one.id for one in (issuer, *before)})
        yield _feed(link, description, issuer_address(issuer), items, had, issuer.short_name, remark)


def _is_from(issuers: Set[str], item: Item) -> bool:
    return isinstance(item, OfficialDocument) and not issuers.isdisjoint(item.issuers)


def _kinds(catalogue: Catalogue, settings: Settings) -> Iterator[Feed]:
    by_kind: dict[str, list[Item]] = {kind.id: [] for kind in catalogue.registries.kinds}
    for document in catalogue.documents:
        by_kind[document.kind].append(document)
    for kind in (one for one in catalogue.registries.kinds if one.id in catalogue.met.kinds):
        items = tuple(by_kind[kind.id])
        home = f"van-ban/loai/{kind.id}/" if items else "van-ban/"
        description = f"Các văn bản thuộc loại {kind.name}."
        yield _feed(links.kind_feed(kind, settings), description, home, items, partial(_is_a, kind.id), kind.name)


def _is_a(kind: str, item: Item) -> bool:
    return isinstance(item, OfficialDocument) and item.kind == kind


def _columns(catalogue: Catalogue, settings: Settings) -> Iterator[Feed]:
    for column in (catalogue.registries.columns[id] for id in by_column(catalogue)):
        if column.has_feed:
            items = tuple(by_column(catalogue)[column.id])
            home, had = column_address(column), partial(_is_in_column, column.id)
            yield _feed(links.column_feed(column, settings), column.description, home, items, had, column.name)


def _is_in_column(column: str, item: Item) -> bool:
    return column_of(item) == column


def _authors(catalogue: Catalogue, settings: Settings) -> Iterator[Feed]:
    for id, items in by_author(catalogue).items():
        author = catalogue.registries.authors[id]
        had = partial(_is_by, author, catalogue)
        description = author.description or f"Các bài của {author.name}."
        yield _feed(links.author_feed(author, settings), description, address(author), tuple(items), had, author.name)


def _is_by(author: Writer, catalogue: Catalogue, item: Item) -> bool:
    return any(found == author for _, found in writers(item, catalogue))
