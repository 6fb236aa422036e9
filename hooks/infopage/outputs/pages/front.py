"""The front page: the banner, the lead story and a few items of each section."""

from collections.abc import Iterator
from dataclasses import replace

from infopage.content.announced import Banner, is_pinned
from infopage.content.catalogue import Catalogue
from infopage.content.indexes import of_type
from infopage.content.model import Draft, Event, Item, OfficialDocument, StudyGuide
from infopage.content.stages import Stage, stage_of
from infopage.outputs.pages.columns import column_views
from infopage.outputs.renditions.lead import lead_view
from infopage.outputs.views.announced import BannerView
from infopage.outputs.views.cards import Group
from infopage.outputs.views.links import Link
from infopage.outputs.views.standing import HomeView, LeadStory
from infopage.outputs.wording.announced import addresses
from infopage.outputs.wording.described import described

_STORIES = 4
_ON_HOME = {OfficialDocument: 5, Draft: 3, StudyGuide: 3, Event: 3}


def home_view(catalogue: Catalogue, topics: tuple[Link, ...]) -> HomeView:
    """Return what the front page shows; ``topics`` are the links to the topics."""
    stories = tuple(_stories(catalogue))
    cards = tuple(described(item, catalogue).card for item in stories[1:])
    return HomeView(
        examples=catalogue.registries.identity.search_examples,
        banners=tuple(_banners(catalogue)),
        lead=LeadStory(described(stories[0], catalogue).card, lead_view(stories[0], catalogue)) if stories else None,
        news=Group("Tin tức", cards, Link("Tất cả tin tức", "tin-tuc/")),
        documents=_newest("Văn bản mới", catalogue.documents, catalogue, Link("Tất cả văn bản", "van-ban/")),
        drafts=_newest("Đang lấy ý kiến", _open(catalogue), catalogue, Link("Tất cả dự thảo", "lay-y-kien/")),
        guides=_newest("Học tập", catalogue.guides, catalogue, Link("Tất cả", "hoc-tap/")),
        columns=tuple(column_views(catalogue, only_home=True)),
        events=_newest("Sắp diễn ra", catalogue.coming_events, catalogue, Link("Lịch", "lich/")),
        topics=topics,
    )


def _stories(catalogue: Catalogue) -> list[Item]:
    """Return the items at the top of the front page: the pinned ones in their order, then the newest news."""
    pinned = [item for item in catalogue.current if is_pinned(item.pin, catalogue.has_come)]
    pinned.sort(key=lambda item: item.pin.order if item.pin else 0)
    return list(dict.fromkeys((*pinned, *catalogue.news[: _STORIES + len(pinned)])))[: max(_STORIES, len(pinned))]


def _banners(catalogue: Catalogue) -> Iterator[BannerView]:
    for banner in catalogue.registries.banners:
        if banner.is_shown(catalogue.has_come):
            yield _banner(banner, catalogue)


def _banner(banner: Banner, catalogue: Catalogue) -> BannerView:
    return BannerView(banner.title, banner.detail, *addresses(banner.target, catalogue))


def _open(catalogue: Catalogue) -> tuple[Item, ...]:
    """Return the drafts on which opinions are taken now."""
    return tuple(one for one in of_type(catalogue.current, Draft) if stage_of(one, catalogue) is Stage.OPEN)


def _newest(title: str, items: tuple[Item, ...], catalogue: Catalogue, more: Link) -> Group:
    """Return the newest of the given items as a group of cards under the heading ``title``.

    ``more`` links to the list of all of them. The cards have no summaries, because the home page is for choosing an
    item, not for reading.
    """
    most = _ON_HOME[type(items[0])] if items else 0
    return Group(title, tuple(replace(described(item, catalogue).card, summary="") for item in items[:most]), more)
