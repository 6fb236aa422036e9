"""Tables on standing pages: signing keys, feeds, keys of the open data."""

from dataclasses import dataclass

from infopage.outputs.views.links import TypedLink


@dataclass(frozen=True)
class KeyRow:
    """A signing key of releases: its name, its fingerprint, and the days on which it is valid, in words."""

    name: str
    fingerprint: str
    days: str


@dataclass(frozen=True)
class KeysView:
    """The signing keys of releases, and the address of the list that programs read."""

    keys: tuple[KeyRow, ...]
    address: str


@dataclass(frozen=True)
class FeedRow:
    """A feed to choose from: its name, a remark, its absolute address, and its files by format."""

    name: str
    remark: str
    address: str
    formats: tuple["TypedLink", ...]


@dataclass(frozen=True)
class FeedGroup:
    """The feeds of one sort."""

    title: str
    feeds: tuple[FeedRow, ...]


@dataclass(frozen=True)
class FieldRow:
    """A key of the open data: its name, type and meaning, and the allowed values if they are limited."""

    name: str
    kind: str
    meaning: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True)
class FieldTable:
    """The keys of one kind of object in the open data."""

    title: str
    rows: tuple[FieldRow, ...]
