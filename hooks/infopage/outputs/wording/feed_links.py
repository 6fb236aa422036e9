"""The addresses and titles of all feeds, defined only here."""

from infopage.content.bylines import Writer
from infopage.content.catalogue import Catalogue
from infopage.content.columns import Column, column_of
from infopage.content.languages import LANGUAGES, Language
from infopage.content.model import Collection, Item, OfficialDocument
from infopage.content.registry_entries import DocumentKind, Issuer, Topic
from infopage.outputs.views.links import Link, TypedLink
from infopage.outputs.wording.bylines import writers
from infopage.outputs.wording.frame import Settings, section
from infopage.outputs.wording.languages import capital, language

Subject = Topic | Issuer | DocumentKind | Writer | Column | Language
"""The subject of a feed that is not about the whole site or a section."""

FOLDER = "nguon-tin/"
"""The address of the web page about the feeds; the folder of all feeds has the same address."""

RSS, ATOM, JSON = "rss.xml", "atom.xml", "feed.json"
MEDIA_TYPES = {
    RSS: "application/rss+xml",
    ATOM: "application/atom+xml",
    JSON: "application/feed+json",
}
"""The media types of a feed's files, by file name."""

WHOLE_SITE, UPDATES, CORRECTIONS, COMING = "tat-ca", "cap-nhat", "dinh-chinh", "sap-dien-ra"
PODCAST = "am-thanh"
DAILY, WEEKLY, NOTICES = "hang-ngay", "hang-tuan", "thong-bao"
TOPICS, ISSUERS, KINDS, AUTHORS, COLUMNS = "chu-de", "co-quan", "loai", "tac-gia", "chuyen-muc"
"""Folders below ``nguon-tin/``. Each topic, issuing body, document kind, author or column has its feed in a subfolder
of one of these, named by its id. Languages have theirs in ``LANGUAGES``.
"""


def address(slug: str, name: str = RSS) -> str:
    """Return the address of a feed's file; ``slug`` is the feed's folder, and ``name`` the file name of the format."""
    return f"{FOLDER}{slug}/{name}"


def _link(slug: str, label: str, settings: Settings) -> TypedLink:
    return TypedLink(f"{label} – {settings.name}", address(slug), label=label)


def site_feed(settings: Settings) -> TypedLink:
    """Return the link to the feed of all items."""
    return TypedLink(settings.name, address(WHOLE_SITE), label="Toàn trang")


def section_feed(section: Link, settings: Settings) -> TypedLink:
    """Return the link to the feed of a section."""
    return _link(section.address.removesuffix("/"), section.text, settings)


def topic_feed(topic: Topic, settings: Settings) -> TypedLink:
    """Return the link to the feed of a topic."""
    return _link(f"{TOPICS}/{topic.id}", f"Chủ đề {topic.name}", settings)


def issuer_feed(issuer: Issuer, settings: Settings) -> TypedLink:
    """Return the link to the feed of an issuing body and its predecessors."""
    return _link(f"{ISSUERS}/{issuer.id}", f"Văn bản của {issuer.short_name}", settings)


def kind_feed(kind: DocumentKind, settings: Settings) -> TypedLink:
    """Return the link to the feed of a document kind."""
    return _link(f"{KINDS}/{kind.id}", f"Loại văn bản {kind.name}", settings)


def author_feed(author: Writer, settings: Settings) -> TypedLink:
    """Return the link to the feed of an author."""
    return _link(f"{AUTHORS}/{author.id}", f"Bài của {author.name}", settings)


def column_feed(column: Column, settings: Settings) -> TypedLink:
    """Return the link to the feed of a column."""
    return _link(f"{COLUMNS}/{column.id}", f"Chuyên mục {column.name}", settings)


def collection_feed(collection: Collection, title: str, settings: Settings) -> TypedLink:
    """Return the link to the feed of what is added to a collection.

    ``title`` is the collection's title, or a title without its name if that must not be shown.
    """
    name = collection.path.rpartition("/")[2].removesuffix(".md")
    return _link(f"{collection.section}/{name}", title, settings)


def language_feed(language: Language, settings: Settings) -> TypedLink:
    """Return the link to the feed of the items in a language other than Vietnamese."""
    return _link(f"{LANGUAGES}/{language.id}", capital(language.name), settings)


def subject_feed(subject: Subject, settings: Settings) -> TypedLink:
    """Return the link to the feed of a topic, issuing body, document kind, author, column or language."""
    if isinstance(subject, Language):
        return language_feed(subject, settings)
    if isinstance(subject, Topic):
        return topic_feed(subject, settings)
    if isinstance(subject, Writer):
        return author_feed(subject, settings)
    if isinstance(subject, Column):
        return column_feed(subject, settings)
    return issuer_feed(subject, settings) if isinstance(subject, Issuer) else kind_feed(subject, settings)


def updates_feed(settings: Settings) -> TypedLink:
    """Return the link to the feed of all items, ordered by last change."""
    return _link(UPDATES, "Mới cập nhật", settings)


def corrections_feed(settings: Settings) -> TypedLink:
    """Return the link to the feed of corrections."""
    return _link(CORRECTIONS, "Đính chính", settings)


def coming_feed(settings: Settings) -> TypedLink:
    """Return the link to the feed of events that have not ended."""
    return _link(COMING, "Sắp diễn ra", settings)


def podcast_feed(settings: Settings) -> TypedLink:
    """Return the link to the feed of items with audio."""
    return _link(PODCAST, "Âm thanh", settings)


def notices_feed(settings: Settings) -> TypedLink:
    """Return the link to the feed of the site's notices."""
    return _link(NOTICES, "Thông báo", settings)


def daily_feed(settings: Settings) -> TypedLink:
    """Return the link to the feed with one entry for each day, which lists the day's new items."""
    return _link(DAILY, "Tổng hợp hằng ngày", settings)


def weekly_feed(settings: Settings) -> TypedLink:
    """Return the link to the feed with one entry for each week, which lists the week's new items."""
    return _link(WEEKLY, "Tổng hợp hằng tuần", settings)


def feeds_of(item: Item, catalogue: Catalogue, settings: Settings) -> tuple[TypedLink, ...]:
    """Return links to the feeds for an item's page: of the site, its section, issuers, column, authors and topics.

    The page of an item in another language than Vietnamese only has those of the whole site and of its language.
    """
    lists = catalogue.registries
    if own := language(item, catalogue):
        return site_feed(settings), language_feed(own, settings)
    found = [site_feed(settings), section_feed(section(type(item)), settings)]
    if isinstance(item, OfficialDocument):
        found += (issuer_feed(lists.issuers[id], settings) for id in item.issuers)
    if (id := column_of(item)) and lists.columns[id].has_feed:
        found.append(column_feed(lists.columns[id], settings))
    found += (
        author_feed(author, settings) for author in dict.fromkeys(one for _, one in writers(item, catalogue)) if author
    )
    if isinstance(item, Collection):
        found.append(collection_feed(item, item.title, settings))
    return (*found, *(topic_feed(lists.topics[id], settings) for id in item.topics))
