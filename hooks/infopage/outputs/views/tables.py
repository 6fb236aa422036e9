"""Tables on pages about the site itself: keys that sign releases, feeds, and JSON keys of the open data."""

from dataclasses import dataclass

from infopage.outputs.views.links import TypedLink


@dataclass(frozen=True)
class KeyRow:
    """A key that signs releases: its name, its fingerprint, and the days on which it is valid, in words."""

    name: str
    fingerprint: str
    days: str


@dataclass(frozen=True)
class KeysView:
    """The keys that sign releases, and the address of the file with them for programs."""

    keys: tuple[KeyRow, ...]
    address: str


@dataclass(frozen=True)
class FeedRow:
    """A row of the list of feeds: the feed's name, an explanation, its absolute address, its files by format."""

    name: str
    remark: str
    address: str
    formats: tuple["TypedLink", ...]


@dataclass(frozen=True)
class FeedGroup:
    """A group of feeds with its title, such as the feeds by topic."""

    title: str
    feeds: tuple[FeedRow, ...]


@dataclass(frozen=True)
class FieldRow:
    """A JSON key of the open data: its name, type and meaning, and the allowed values if they are limited."""

    name: str
    kind: str
    meaning: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True)
class FieldTable:
    """The JSON keys of one kind of object in the open data."""

    title: str
    rows: tuple[FieldRow, ...]
