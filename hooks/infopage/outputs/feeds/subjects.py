"""The feeds by subject: of each topic, issuing body, kind of document, column and author."""

from collections.abc import Iterator, Set
from dataclasses import replace
from functools import partial

from infopage.content.bylines import Writer
from infopage.content.catalogue import Catalogue
from infopage.content.columns import column_of
from infopage.content.model import Item, OfficialDocument
from infopage.outputs.feeds.feed import Feed, feed
from infopage.outputs.wording import feed_links as links
from infopage.outputs.wording.bylines import address, by_author, writers
from infopage.outputs.wording.columns import by_column, column_address
from infopage.outputs.wording.frame import TOPICS, Settings
from infopage.outputs.wording.issuers import address as issuer_address
from infopage.outputs.wording.issuers import predecessors


def topics(catalogue: Catalogue, settings: Settings) -> Iterator[Feed]:
    """Yield the feed of each topic, once an item of it is published."""
    for topic in (one for one in catalogue.registries.topics if one.id in catalogue.met.topics):
        items = tuple(catalogue.on_topic[topic.id])
        home = f"{TOPICS.address}{topic.id}/" if items else TOPICS.address
        had = partial(_is_on, topic.id)
        yield feed(links.topic_feed(topic, settings), topic.description, home, items, had, topic.name)


def _is_on(topic: str, item: Item) -> bool:
    return topic in item.topics


def issuers(catalogue: Catalogue, settings: Settings) -> Iterator[Feed]:
    """Yield the feed of each issuing body, once an item of it is published."""
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
        yield feed(link, description, issuer_address(issuer), items, had, issuer.short_name, remark)


def _is_from(issuers: Set[str], item: Item) -> bool:
    return isinstance(item, OfficialDocument) and not issuers.isdisjoint(item.issuers)


def kinds(catalogue: Catalogue, settings: Settings) -> Iterator[Feed]:
    """Yield the feed of each kind of document, once an item of it is published."""
    by_kind: dict[str, list[Item]] = {kind.id: [] for kind in catalogue.registries.kinds}
    for document in catalogue.documents:
        by_kind[document.kind].append(document)
    for kind in (one for one in catalogue.registries.kinds if one.id in catalogue.met.kinds):
        items = tuple(by_kind[kind.id])
        home = f"van-ban/loai/{kind.id}/" if items else "van-ban/"
        description = f"Các văn bản thuộc loại {kind.name}."
        yield feed(links.kind_feed(kind, settings), description, home, items, partial(_is_a, kind.id), kind.name)


def _is_a(kind: str, item: Item) -> bool:
    return isinstance(item, OfficialDocument) and item.kind == kind


def columns(catalogue: Catalogue, settings: Settings) -> Iterator[Feed]:
    """Yield the feed of each column that has one, once an item of it is published."""
    for column in (catalogue.registries.columns[id] for id in by_column(catalogue)):
        if column.has_feed:
            items = tuple(by_column(catalogue)[column.id])
            home, had = column_address(column), partial(_is_in_column, column.id)
            yield feed(links.column_feed(column, settings), column.description, home, items, had, column.name)


def _is_in_column(column: str, item: Item) -> bool:
    return column_of(item) == column


def authors(catalogue: Catalogue, settings: Settings) -> Iterator[Feed]:
    """Yield the feed of each author, once an item of it is published."""
    for id, items in by_author(catalogue).items():
        author = catalogue.registries.authors[id]
        had = partial(_is_by, author, catalogue)
        description = author.description or f"Các bài của {author.name}."
        link = links.author_feed(author, settings)
        found = feed(link, description, address(author), tuple(items), had, author.name)
        yield replace(found, has_all_languages=True)


def _is_by(author: Writer, catalogue: Catalogue, item: Item) -> bool:
    return any(found == author for _, found in writers(item, catalogue))
