"""Where the feeds stand and what they are called: the one home of their addresses and titles."""

from infopage.content.catalogue import Catalogue
from infopage.content.model import Item, OfficialDocument
from infopage.content.registry_entries import DocumentKind, Issuer, Topic
from infopage.outputs.views.links import Link, TypedLink
from infopage.outputs.wording.frame import Settings, section

Subject = Topic | Issuer | DocumentKind
"""What a feed can be about, beside sections."""

FOLDER = "nguon-tin/"
"""The page about the feeds, and the folder that they all stand in."""

RSS, ATOM, JSON = "rss.xml", "atom.xml", "feed.json"
MEDIA_TYPES = {
    RSS: "application/rss+xml",
    ATOM: "application/atom+xml",
    JSON: "application/feed+json",
}
"""A feed's files by name, and their media types."""

WHOLE_SITE, UPDATES, CORRECTIONS, COMING = "tat-ca", "cap-nhat", "dinh-chinh", "sap-dien-ra"
DAILY, WEEKLY = "hang-ngay", "hang-tuan"
TOPICS, ISSUERS, KINDS = "chu-de", "co-quan", "loai"
"""Slugs: a feed's folder below ``nguon-tin/``; those of topics, issuing bodies and kinds end in the entry's id."""


def address(slug: str, name: str = RSS) -> str:
    """Return the address of one of a feed's files."""
    return f"{FOLDER}{slug}/{name}"


def _link(slug: str, label: str, settings: Settings) -> TypedLink:
    return TypedLink(f"{label} – {settings.name}", address(slug), label=label)


def site_feed(settings: Settings) -> TypedLink:
    """Return the feed of everything."""
    return TypedLink(settings.name, address(WHOLE_SITE), label="Toàn trang")


def section_feed(section: Link, settings: Settings) -> TypedLink:
    """Return the feed of a section."""
    return _link(section.address.removesuffix("/"), section.text, settings)


def topic_feed(topic: Topic, settings: Settings) -> TypedLink:
    """Return the feed of a topic."""
    return _link(f"{TOPICS}/{topic.id}", f"Chủ đề {topic.name}", settings)


def issuer_feed(issuer: Issuer, settings: Settings) -> TypedLink:
    """Return the feed of an issuing body and those it has come from."""
    return _link(f"{ISSUERS}/{issuer.id}", f"Văn bản của {issuer.short_name}", settings)


def kind_feed(kind: DocumentKind, settings: Settings) -> TypedLink:
    """Return the feed of a kind of document."""
    return _link(f"{KINDS}/{kind.id}", f"Loại văn bản {kind.name}", settings)


def subject_feed(subject: Subject, settings: Settings) -> TypedLink:
    """Return the feed of a topic, body or kind."""
    if isinstance(subject, Topic):
        return topic_feed(subject, settings)
    return issuer_feed(subject, settings) if isinstance(subject, Issuer) else kind_feed(subject, settings)


def updates_feed(settings: Settings) -> TypedLink:
    """Return the feed of everything by its last change."""
    return _link(UPDATES, "Mới cập nhật", settings)


def corrections_feed(settings: Settings) -> TypedLink:
    """Return the feed of what was corrected."""
    return _link(CORRECTIONS, "Đính chính", settings)


def coming_feed(settings: Settings) -> TypedLink:
    """Return the feed of the events that have not ended."""
    return _link(COMING, "Sắp diễn ra", settings)


def daily_feed(settings: Settings) -> TypedLink:
    """Return the feed of what was new each day."""
    return _link(DAILY, "Tổng hợp hằng ngày", settings)


def weekly_feed(settings: Settings) -> TypedLink:
    """Return the feed of what was new each week."""
    return _link(WEEKLY, "Tổng hợp hằng tuần", settings)


def feeds_of(item: Item, catalogue: Catalogue, settings: Settings) -> tuple[TypedLink, ...]:
    """Return the feeds that an item's page leads to: the whole site's, its section's, its issuer's, its topics'."""
    lists = catalogue.registries
    found = [site_feed(settings), section_feed(section(type(item)), settings)]
    if isinstance(item, OfficialDocument):
        found.append(issuer_feed(lists.issuers[item.issuer], settings))
    return (*found, *(topic_feed(lists.topics[id], settings) for id in item.topics))
