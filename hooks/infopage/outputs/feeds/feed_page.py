"""The data of a feed that all its pages share."""

from infopage.content.catalogue import Catalogue
from infopage.language.dates import Moment
from infopage.outputs.feeds.addresses import encoded
from infopage.outputs.feeds.content import fit
from infopage.outputs.feeds.entries import publisher, tag
from infopage.outputs.feeds.feed import Feed
from infopage.outputs.feeds.page import FeedPage
from infopage.outputs.wording.encoding import absolute
from infopage.outputs.wording.feed_links import FOLDER
from infopage.outputs.wording.frame import Settings


def feed_page(feed: Feed, catalogue: Catalogue, settings: Settings) -> FeedPage:
    """Return the page of a feed without entries, which changed last on the first day of the site's feeds."""
    return FeedPage(
        settings=settings,
        slug=feed.slug,
        id=tag(FOLDER + feed.slug, catalogue),
        lang=feed.lang,
        title=fit(feed.link.title),
        description=fit(feed.description),
        home=encoded(absolute(feed.home, settings)),
        publisher=publisher(catalogue, settings),
        updated=Moment.on(catalogue.registries.identity.feeds.on).at,
        hub=catalogue.registries.identity.hub,
    )
