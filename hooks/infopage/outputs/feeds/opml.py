"""OPML 2.0 (opml.org): the list of all feeds in one file, for feed readers to import."""

from collections.abc import Sequence

from lxml import etree

from infopage.content.catalogue import Catalogue
from infopage.outputs.feeds.addresses import encoded
from infopage.outputs.feeds.content import fit
from infopage.outputs.feeds.selection import FeedsOfSort
from infopage.outputs.wording.encoding import absolute
from infopage.outputs.wording.feed_links import FOLDER
from infopage.outputs.wording.frame import Settings

OPML = f"{FOLDER}danh-sach.opml"


def opml(groups: Sequence[FeedsOfSort], catalogue: Catalogue, settings: Settings) -> bytes:
    """Return the list of all feeds' RSS files in OPML, by group. It has no date, so it changes only with the list."""
    root = etree.Element("opml", version="2.0")
    head = etree.SubElement(root, "head")
    etree.SubElement(head, "title").text = fit(settings.name)
    etree.SubElement(head, "ownerName").text = fit(catalogue.registries.identity.organisation)
    body = etree.SubElement(root, "body")
    for group in groups:
        if not group.feeds:
            continue
        outer = etree.SubElement(body, "outline", text=group.title)
        for feed in group.feeds:
            title = fit(feed.link.title)
            etree.SubElement(
                outer,
                "outline",
                text=title,
                title=title,
                type="rss",
                version="RSS2",
                language="vi",
                description=fit(feed.description),
                htmlUrl=encoded(absolute(feed.home, settings)),
                xmlUrl=encoded(absolute(feed.link.address, settings)),
            )
    whole: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)
    return whole
