"""What an item's page shows round its text: facts, notices, files, the sheet of paper."""

from dataclasses import dataclass

from infopage.outputs.views.cards import DayBlock, Group
from infopage.outputs.views.corrections import Corrected
from infopage.outputs.views.links import Badge, Link
from infopage.outputs.views.trees import TreeView


@dataclass(frozen=True)
class Value:
    """One value of a fact: text, perhaps a link (``outside`` for another site), a time, a badge, a note after it."""

    text: str = ""
    address: str = ""
    outside: str = ""
    iso: str = ""
    badge: Badge | None = None
    note: str = ""


@dataclass(frozen=True)
class Fact:
    """A labelled line of the box of facts; ``brief`` stands for it while the box is folded, if anything does."""

    label: str
    values: tuple[Value, ...]
    brief: Value | None = None


@dataclass(frozen=True)
class Attached:
    """An attached file: its name, where it is, its type (``PDF``) and its size as people read it (``412 KB``)."""

    name: str
    address: str
    type: str
    size: str


@dataclass(frozen=True)
class Notice:
    """A sentence above the text: ``tone`` is ``minh-hoa``, ``het-han``, ``luu-y``."""

    tone: str
    text: str
    link: Link | None = None


@dataclass(frozen=True)
class Part:
    """A line of an event's programme."""

    time: str
    content: str


@dataclass(frozen=True, kw_only=True)
class OfficialPrint:
    """A document's sheet of paper round its text: ``style`` is ``dang``, ``nha-nuoc`` or ``tron`` (no rule is known),
    ``powers`` are the lines above the signature, ``qr`` is SVG.
    """

    style: str
    page_numbers: str
    above: tuple[str, ...]
    issuer: tuple[str, ...]
    number: str
    masthead: tuple[str, ...]
    place_and_date: str
    kind: str
    abstract: str
    recipients: tuple[str, ...]
    powers: tuple[str, ...]
    signer: str
    validity: str
    address: str
    qr: str


@dataclass(frozen=True, kw_only=True)
class ItemView:
    """An item's page: what is above its text, beside it and below it, how to share and report it."""

    kicker: str
    number: str = ""
    lead: str = ""
    facts: tuple[Fact, ...] = ()
    notices: tuple[Notice, ...] = ()
    files: tuple[Attached, ...] = ()
    connection_points: tuple[str, ...] = ()
    programme: tuple[Part, ...] = ()
    day: DayBlock | None = None
    related: tuple[Group, ...] = ()
    tree: TreeView | None = None
    corrections: tuple[Corrected, ...] = ()
    topics: tuple[Link, ...] = ()
    citation: str = ""
    cited: str = ""
    share_address: str = ""
    facebook: str = ""
    report: str = ""
    official: OfficialPrint | None = None
