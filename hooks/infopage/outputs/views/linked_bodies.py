"""The page of links to the sites of other bodies, as its template shows it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class OutwardLink:
    """A link to another site: the body's name, the site's address and host, and what can be found there."""

    name: str
    address: str
    host: str
    description: str


@dataclass(frozen=True)
class BodyGroup:
    """The bodies that stand on one level."""

    title: str
    links: tuple[OutwardLink, ...]


@dataclass(frozen=True)
class LinkedBodiesView:
    """All bodies to whose sites this one leads, by level."""

    groups: tuple[BodyGroup, ...]
