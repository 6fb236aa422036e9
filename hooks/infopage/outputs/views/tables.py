"""Tables on standing pages: keys of signatures, feeds, keys of the open data."""

from dataclasses import dataclass

from infopage.outputs.views.links import TypedLink


@dataclass(frozen=True)
class KeyRow:
    """A key that releases are signed with: its name, its fingerprint, the days it is good for in words."""

    name: str
    fingerprint: str
    days: str


@dataclass(frozen=True)
class KeysView:
    """The keys that releases are signed with, and the address of the list that programs read."""

    keys: tuple[KeyRow, ...]
    address: str


@dataclass(frozen=True)
class FeedRow:
    """A feed as people choose it: what it is called, a remark on it, its address in full, and its files by format."""

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
    """A key of published data: its name, kind and meaning, and the values it is limited to."""

    name: str
    kind: str
    meaning: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True)
class FieldTable:
    """The keys of one kind of published object."""

    title: str
    rows: tuple[FieldRow, ...]
