"""Which feeds exist, and their items: of the whole site, each section, topic, issuer, document kind and author."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from infopage.content.catalogue import Catalogue
from infopage.content.indexes import of_type
from infopage.content.languages import in_vietnamese
from infopage.content.media import audios_of
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
from infopage.language.dates import Moment
from infopage.outputs.feeds import subjects
from infopage.outputs.feeds.by_language import language_feeds
from infopage.outputs.feeds.feed import Feed, Left, feed
from infopage.outputs.feeds.instants import changed, edited, was_seen
from infopage.outputs.feeds.notices import KEPT, is_told
from infopage.outputs.feeds.of_collections import collection_feeds
from infopage.outputs.views.links import Link
from infopage.outputs.wording import feed_links as links
from infopage.outputs.wording.frame import CORRECTIONS, Settings, has_section, section


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
        ("Theo chủ đề", subjects.topics),
        ("Theo chuyên trang", collection_feeds),
        ("Theo ngôn ngữ", language_feeds),
        ("Theo cơ quan ban hành", subjects.issuers),
        ("Theo loại văn bản", subjects.kinds),
        ("Theo chuyên mục", subjects.columns),
        ("Theo tác giả", subjects.authors),
    )
    for title, feeds in told:
        if found := tuple(_with_gone(one, catalogue) for one in feeds(catalogue, settings)):
            yield FeedsOfSort(title, found)


def digest_feeds(settings: Settings) -> FeedsOfSort:
    """Return the daily and the weekly feed, whose entries are digests (digest.py) instead of items."""
    daily = "Mỗi ngày có mục mới là một bản, hiện ra khi ngày ấy đã hết; dành cho việc gửi qua thư."
    weekly = "Mỗi tuần có mục mới là một bản, hiện ra khi tuần ấy đã hết; dành cho việc gửi qua thư."
    return FeedsOfSort(
        "Bản tổng hợp",
        (
            feed(links.daily_feed(settings), "", "", (), _any, remark=daily),
            feed(links.weekly_feed(settings), "", "", (), _any, remark=weekly),
        ),
    )


def notice_feeds(settings: Settings) -> FeedsOfSort:
    """Return the feed of the site's notices (site_notices.py), whose entries are about no item."""
    told = "Thông báo về hoạt động của trang, cả đã hết hạn; thông báo đang hiện cũng có trong nguồn tin toàn trang."
    return FeedsOfSort("Thông báo", (feed(links.notices_feed(settings), "", "", (), _any, remark=told),))


def _with_gone(feed: Feed, catalogue: Catalogue) -> Feed:
    """Return a feed with the expired or withdrawn items that were in it.

    The items that still have a notice are added to ``items``. The removals of all of them are added to ``left``.
    """
    items = catalogue.gone if feed.has_all_languages else in_vietnamese(catalogue.gone)
    gone = [item for item in items if feed.had(item) and was_seen(item, catalogue)]
    left = [*feed.left]
    for item in gone:
        since = changed(item, catalogue)
        left.append(Left(item.id, (feed.moment or catalogue.first_published)(item), since.at))
        if not is_told(item, catalogue):
            left.append(Left(item.id, since, since.at + KEPT))
    told = (item for item in gone if is_told(item, catalogue))
    return replace(feed, items=(*feed.items, *told), left=tuple(left))


def _general(catalogue: Catalogue, settings: Settings) -> Iterator[Feed]:
    everything = catalogue.in_vietnamese
    corrected = tuple(item for item in catalogue.current if item.corrections)
    told = catalogue.registries.identity.description
    yield replace(feed(links.site_feed(settings), told, "", everything, _any), remark="Mọi nội dung của trang.")
    by_change = "Mọi nội dung của trang, theo lần đăng hoặc lần sửa gần nhất."
    yield replace(
        feed(links.updates_feed(settings), "", "", everything, _any, remark=by_change),
        moment=lambda item: edited(item, catalogue) if catalogue.is_gone(item) else changed(item, catalogue),
    )
    by_correction = "Những nội dung đã đăng sai và được đính chính, hoặc đã bị thu hồi, theo ngày đính chính, thu hồi."
    yield replace(
        feed(links.corrections_feed(settings), "", CORRECTIONS.address, corrected, _corrected, remark=by_correction),
        has_all_languages=True,
        moment=lambda item: max(
            (Moment.on(correction.on) for correction in item.corrections), default=catalogue.first_published(item)
        ),
    )

    heard = tuple(item for item in everything if audios_of(item))
    podcast = "Những mục có âm thanh; dùng được với các ứng dụng nghe podcast."
    yield feed(links.podcast_feed(settings), "", "", heard, _is_heard, remark=podcast)


def _is_heard(item: Item) -> bool:
    return bool(audios_of(item))


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
    on_use: tuple[tuple[type[Item], str], ...] = (
        (Question, "Câu hỏi của bạn đọc và lời trả lời của cơ quan."),
        (Draft, "Dự thảo lấy ý kiến nhân dân và kết quả."),
    )
    told += tuple(
        (section(cls), about, of_type(catalogue.current, cls)) for cls, about in on_use if has_section(cls, catalogue)
    )
    if has_section(Collection, catalogue):
        collections = tuple(item for item in catalogue.current if isinstance(item, Collection | Chapter))
        told += ((section(Collection), "Chuyên trang và sách, cùng từng chương của sách.", collections),)
    for own, description, items in told:
        had = partial(_is_in, own.address)
        yield feed(links.section_feed(own, settings), "", own.address, items, had, remark=description)
    coming = "Hội nghị, lớp học, sinh hoạt chưa kết thúc."
    home = f"{Event.section}/"
    ended = (Left(event.id, catalogue.first_published(event), event.end.at) for event in catalogue.past_events)
    yield replace(
        feed(links.coming_feed(settings), "", home, catalogue.coming_events, _was_coming(catalogue), remark=coming),
        left=tuple(ended),
    )


def _is_in(address: str, item: Item) -> bool:
    return section(type(item)).address == address


def _was_coming(catalogue: Catalogue) -> Callable[[Item], bool]:
    return lambda item: isinstance(item, Event) and changed(item, catalogue).at < item.end.at
