"""Which feeds there are, and which items each has: one for all, for each section, topic, issuing body and kind."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from infopage.content.catalogue import Catalogue
from infopage.content.model import Event, Item, NewsItem, OfficialDocument, StudyGuide
from infopage.language.dates import Moment
from infopage.outputs.feeds import links
from infopage.outputs.feeds.instants import changed
from infopage.outputs.issuers import address as issuer_address
from infopage.outputs.issuers import predecessors
from infopage.outputs.pages import CORRECTIONS, TOPICS, Settings, section
from infopage.outputs.views import FeedLink, Link


@dataclass(frozen=True, kw_only=True)
class Feed:
    """A feed: its title and address, a sentence on it, the address of the page it is about, its items in any order, and
    the moment of an item that they are put in order by, None where that is its first publication. ``name`` is what it
    is called within its group, ``remark`` what the name does not tell.
    """

    name: str
    link: FeedLink
    description: str
    home: str
    items: tuple[Item, ...]
    moment: Callable[[Item], Moment] | None = None
    remark: str = ""

    @property
    def slug(self) -> str:
        """The feed's folder below that of all feeds."""
        return self.link.address.removeprefix(links.FOLDER).removesuffix(f"/{links.RSS}")


@dataclass(frozen=True)
class Group:
    """Feeds of one sort, as people are shown them."""

    title: str
    feeds: tuple[Feed, ...]


def groups(catalogue: Catalogue, settings: Settings) -> tuple[Group, ...]:
    """Return every feed. A topic, body or kind has one once an item of it was public, and keeps it then."""
    return (
        Group("Chung", tuple(_general(catalogue, settings))),
        Group("Theo mục", tuple(_sections(catalogue, settings))),
        Group("Theo chủ đề", tuple(_topics(catalogue, settings))),
        Group("Theo cơ quan ban hành", tuple(_issuers(catalogue, settings))),
        Group("Theo loại văn bản", tuple(_kinds(catalogue, settings))),
    )


def digest_feeds(settings: Settings) -> Group:
    """Return the feeds whose entries are no items but days and weeks (digest.py)."""
    daily = "Mỗi ngày có mục mới là một bản, hiện ra khi ngày ấy đã hết; dành cho việc gửi qua thư."
    weekly = "Mỗi tuần có mục mới là một bản, hiện ra khi tuần ấy đã hết; dành cho việc gửi qua thư."
    return Group(
        "Bản tổng hợp",
        (
            _feed(links.daily_feed(settings), "", "", (), remark=daily),
            _feed(links.weekly_feed(settings), "", "", (), remark=weekly),
        ),
    )


def _feed(
    link: FeedLink, description: str, home: str, items: tuple[Item, ...], name: str = "", remark: str = ""
) -> Feed:
    return Feed(
        name=name or link.label,
        link=link,
        description=f"{description} {remark}".strip(),
        home=home,
        items=items,
        remark=remark,
    )


def _general(catalogue: Catalogue, settings: Settings) -> Iterator[Feed]:
    everything = catalogue.current
    corrected = tuple(item for item in everything if item.corrections)
    told = catalogue.registries.identity.description
    yield replace(_feed(links.site_feed(settings), told, "", everything), remark="Mọi nội dung của trang.")
    by_change = "Mọi nội dung của trang, theo lần đăng hoặc lần sửa gần nhất."
    yield replace(
        _feed(links.updates_feed(settings), "", "", everything, remark=by_change),
        moment=lambda item: changed(item, catalogue),
    )
    by_correction = "Những nội dung đã đăng sai và được đính chính, theo ngày đính chính."
    yield replace(
        _feed(links.corrections_feed(settings), "", CORRECTIONS.address, corrected, remark=by_correction),
        moment=lambda item: max(Moment.on(correction.on) for correction in item.corrections),
    )


def _sections(catalogue: Catalogue, settings: Settings) -> Iterator[Feed]:
    told: tuple[tuple[Link, str, tuple[Item, ...]], ...] = (
        (section(OfficialDocument), "Nghị quyết và các văn bản triển khai.", catalogue.documents),
        (section(NewsItem), "Tin về việc học tập và thực hiện nghị quyết.", catalogue.news),
        (section(StudyGuide), "Đề cương, hỏi đáp và tài liệu học tập nghị quyết.", catalogue.guides),
        (section(Event), "Hội nghị, lớp học, sinh hoạt, cả đã qua và sắp tới.", catalogue.events),
    )
    for own, description, items in told:
        yield _feed(links.section_feed(own, settings), "", own.address, items, remark=description)
    coming = "Hội nghị, lớp học, sinh hoạt chưa kết thúc."
    yield _feed(links.coming_feed(settings), "", f"{Event.section}/", catalogue.coming_events, remark=coming)


def _topics(catalogue: Catalogue, settings: Settings) -> Iterator[Feed]:
    for topic in (one for one in catalogue.registries.topics if one.id in catalogue.met.topics):
        items = tuple(catalogue.on_topic[topic.id])
        home = f"{TOPICS.address}{topic.id}/" if items else TOPICS.address
        yield _feed(links.topic_feed(topic, settings), topic.description, home, items, topic.name)


def _issuers(catalogue: Catalogue, settings: Settings) -> Iterator[Feed]:
    by_issuer: dict[str, list[Item]] = {issuer.id: [] for issuer in catalogue.registries.issuers}
    for document in catalogue.documents:
        by_issuer[document.issuer].append(document)
    heirs = {id for issuer in catalogue.registries.issuers for id in issuer.successors}
    for issuer in (one for one in catalogue.registries.issuers if one.id in catalogue.met.issuers):
        before = predecessors(issuer, catalogue) if issuer.id in heirs else ()
        items = tuple(item for one in (issuer, *before) for item in by_issuer[one.id])
        description = f"Văn bản do {issuer.name} ban hành."
        names = ", ".join(one.short_name for one in before)
        remark = f"Có cả văn bản của cơ quan tiền thân: {names}." if before else ""
        link = links.issuer_feed(issuer, settings)
        yield _feed(link, description, issuer_address(issuer), items, issuer.short_name, remark)


def _kinds(catalogue: Catalogue, settings: Settings) -> Iterator[Feed]:
    by_kind: dict[str, list[Item]] = {kind.id: [] for kind in catalogue.registries.kinds}
    for document in catalogue.documents:
        by_kind[document.kind].append(document)
    for kind in (one for one in catalogue.registries.kinds if one.id in catalogue.met.kinds):
        items = tuple(by_kind[kind.id])
        home = f"van-ban/loai/{kind.id}/" if items else "van-ban/"
        description = f"Các văn bản thuộc loại {kind.name}."
        yield _feed(links.kind_feed(kind, settings), description, home, items, kind.name)
