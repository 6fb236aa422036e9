"""The web page about the feeds: it lists every feed by group, in each format."""

from infopage.content.catalogue import Catalogue
from infopage.outputs.feeds.addresses import encoded
from infopage.outputs.feeds.feed import Feed
from infopage.outputs.feeds.formats import FORMATS
from infopage.outputs.feeds.opml import OPML
from infopage.outputs.feeds.selection import digest_feeds, groups, notice_feeds
from infopage.outputs.views.links import TypedLink
from infopage.outputs.views.standing import StandingView
from infopage.outputs.views.tables import FeedGroup, FeedRow
from infopage.outputs.wording.encoding import absolute
from infopage.outputs.wording.feed_links import MEDIA_TYPES, address
from infopage.outputs.wording.frame import Settings


def feeds_view(catalogue: Catalogue, settings: Settings) -> StandingView:
    """Return the values that the web page shows below its text: the feeds and the address of the OPML list."""
    told = (
        FeedGroup(group.title, tuple(_row(feed, settings) for feed in group.feeds))
        for group in (*groups(catalogue, settings), digest_feeds(settings), notice_feeds(settings))
    )
    return StandingView(feeds=tuple(group for group in told if group.feeds), all_feeds=OPML)


def _row(feed: Feed, settings: Settings) -> FeedRow:
    formats = (TypedLink(one.name, address(feed.slug, file), MEDIA_TYPES[file]) for file, one in FORMATS.items())
    where = encoded(absolute(feed.link.address, settings))
    return FeedRow(feed.name, feed.remark, where, tuple(formats))
