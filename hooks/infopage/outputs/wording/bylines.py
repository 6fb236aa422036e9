"""Bylines in words: the authors of an item, each with the address of the author's page."""

from infopage.content.bylines import Writer, author_of, signed
from infopage.content.catalogue import Catalogue
from infopage.content.model import Item
from infopage.outputs.views.links import Link

AUTHORS = Link("Tác giả", "tac-gia/")


def byline(item: object, catalogue: Catalogue) -> tuple[Link, ...]:
    """Return the names under which an item is signed, as links; a link is empty if the author has no page."""
    return tuple(Link(name, address(found) if found else "") for name, found in writers(item, catalogue))


def writers(item: object, catalogue: Catalogue) -> tuple[tuple[str, Writer | None], ...]:
    """Return the names under which an item is signed, each with the author's entry in the registry if there is one."""
    return tuple((name, author_of(name, catalogue.registries.authors)) for name in signed(item))


def address(author: Writer) -> str:
    """Return the address of an author's page."""
    return f"{AUTHORS.address}{author.id}/"


def by_author(catalogue: Catalogue) -> dict[str, list[Item]]:
    """Return the current items of each author who has a page, newest first, by the author's id."""
    return catalogue.once(" theo tác giả", _by_author)


def _by_author(catalogue: Catalogue) -> dict[str, list[Item]]:
    found: dict[str, list[Item]] = {
        author.id: [] for author in catalogue.registries.authors if author.id in catalogue.met.authors
    }
    for item in catalogue.current:
        if signed(item):
            for id in dict.fromkeys(author.id for _, author in writers(item, catalogue) if author):
                found[id].append(item)
    return found
