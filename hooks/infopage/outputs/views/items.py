"""What an item's page shows around its text: facts, notices, files, the official print layout."""

from dataclasses import dataclass

from infopage.outputs.views.cards import DayBlock, Group
from infopage.outputs.views.corrections import Corrected
from infopage.outputs.views.links import Badge, Link
from infopage.outputs.views.trees import TreeView


@dataclass(frozen=True)
class Value:
    """One value of a fact: a text, perhaps with a link (``outside`` to another site), a time, a badge, or a note."""

    text: str = ""
    address: str = ""
    outside: str = ""
    iso: str = ""
    badge: Badge | None = None
    note: str = ""


@dataclass(frozen=True)
class Fact:
    """A labelled line in the box of facts; ``brief`` is shown instead while the box is folded, if it is given."""

    label: str
    values: tuple[Value, ...]
    brief: Value | None = None


@dataclass(frozen=True)
class Attached:
    """An attached file: its name, address, type (``PDF``) and its size for readers (``412 KB``)."""

    name: str
    address: str
    type: str
    size: str


@dataclass(frozen=True)
class Notice:
    """A sentence above the text; ``tone``, such as ``minh-hoa`` or ``het-han``, tells its kind and looks."""

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
    """The parts of a printed document around its text.

    ``style`` is ``dang``, ``nha-nuoc`` or ``tron`` (no layout rule is known). ``powers`` are the lines above the
    signature. ``qr`` is SVG.
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
    """An item's page: everything above, beside and below its text, and the links to share and report it."""

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
