"""The parts of an item's page around its text: facts, notices, files, the official print layout."""

from dataclasses import dataclass

from infopage.outputs.views.cards import DayBlock, Group
from infopage.outputs.views.collections import CollectionPlaceView, CollectionView
from infopage.outputs.views.corrections import ChangeLine, Corrected
from infopage.outputs.views.links import Badge, Link, When
from infopage.outputs.views.media import MediaView
from infopage.outputs.views.pictures import AlbumPicture, InfographicView, LeadView
from infopage.outputs.views.trees import TreeView
from infopage.outputs.views.versions import VersionsView


@dataclass(frozen=True)
class Value:
    """One value of a fact, such as an issuer or a date.

    ``address`` is a link within the site, ``outside`` one to another site. ``iso`` is the value as a date in ISO form.
    ``note`` is a short remark after the text. ``lang`` is the BCP 47 tag of the text's language, empty for Vietnamese.
    """

    text: str = ""
    address: str = ""
    outside: str = ""
    iso: str = ""
    badge: Badge | None = None
    note: str = ""
    lang: str = ""


@dataclass(frozen=True)
class Fact:
    """A labelled line in the box of facts. While the box is folded, ``brief`` is shown instead of the values."""

    label: str
    values: tuple[Value, ...]
    brief: Value | None = None


@dataclass(frozen=True)
class Attached:
    """An attached file: its name, its address, its type (``PDF``) and its size as a text (``412 KB``).

    ``is_scan`` tells whether it has only pictures of text, so that the search does not find its words.
    """

    name: str
    address: str
    type: str
    size: str
    is_scan: bool = False


@dataclass(frozen=True)
class Notice:
    """A sentence above the text. ``tone`` is its kind and decides its style.

    Examples of ``tone`` are ``minh-hoa`` (a made-up example) and ``het-han`` (expired or withdrawn).
    """

    tone: str
    text: str
    link: Link | None = None


@dataclass(frozen=True)
class ProgrammeLine:
    """A line of an event's programme: a time of day, and the content."""

    time: str
    content: str


@dataclass(frozen=True)
class AskedView:
    """A question from a reader: its words, which group of persons the reader is of, and the answer in brief."""

    question: str
    asker: str
    brief: str


@dataclass(frozen=True)
class OpinionView:
    """Opinions on a draft in sum: what they say, how many they are (as a text), and what was done with them."""

    content: str
    count: str
    use: str


@dataclass(frozen=True)
class ReceptionView:
    """What was received in a consultation: the day on which it was told, how many opinions, and these in sum."""

    when: When
    count: int
    opinions: tuple[OpinionView, ...]


@dataclass(frozen=True)
class Signature:
    """A signature of a printed document: the lines above it, which say by what right it is signed, and the name."""

    powers: tuple[str, ...]
    name: str


@dataclass(frozen=True, kw_only=True)
class OfficialPrint:
    """The parts of an official document's printed form around its text.

    ``style`` is the layout: ``dang`` (Party), ``nha-nuoc`` (State) or ``tron`` (plain, if no layout rule is known).
    ``above`` and ``issuer`` are the lines that name the superior body and the issuing bodies. ``masthead`` are the
    lines opposite to them, such as the State's motto. ``about`` says below the number what an official letter is about;
    only letters have it, and they have no ``kind`` and no ``abstract``. ``under_kind`` is the line below the kind.
    ``signers`` are the signatures from left to right. ``qr`` is SVG.
    """

    style: str
    page_numbers: str
    above: tuple[str, ...]
    issuer: tuple[str, ...]
    number: str
    masthead: tuple[str, ...]
    place_and_date: str
    about: str
    kind: str
    under_kind: str
    abstract: str
    recipients: tuple[str, ...]
    signers: tuple[Signature, ...]
    validity: str
    address: str
    qr: str


@dataclass(frozen=True)
class Original:
    """What the page of a document says of the original: the main attached file, and where the text was published.

    ``file`` leads to a place on the page, ``source`` to another site.
    """

    text: str
    file: Link | None
    source: Link | None


@dataclass(frozen=True, kw_only=True)
class ItemView:
    """An item's page: the parts above, beside and below its text, and the links for sharing it and reporting errors.

    ``kicker`` is the short line above the title, such as a document's kind. ``lang`` is the BCP 47 tag of the language
    of title, summary and text, empty for Vietnamese. ``lead`` is the summary above the text, ``picture`` the lead
    picture, ``media``, ``infographics`` and ``album`` what stands below the text, and ``authors`` are those who signed
    it. ``send_to`` says where opinions on a draft go while they are taken, and ``reception``
    what became of them.
    ``connection_points`` are the places from which people join an event by video. ``citation`` cites the document;
    ``cited`` is the end of the citation of one of its provisions. ``share_address`` is the page's absolute address.
    ``facebook``, ``zalo`` and ``report`` are the links for sharing it and for reporting an error. ``versions`` are
    those of a document's text as of different days. ``collection`` is what a collection shows, and
    ``standing`` says where the item stands in collections.
    """

    kicker: str
    lang: str = ""
    number: str = ""
    lead: str = ""
    picture: LeadView | None = None
    media: MediaView | None = None
    infographics: tuple[InfographicView, ...] = ()
    album: tuple[AlbumPicture, ...] = ()
    authors: tuple[Link, ...] = ()
    facts: tuple[Fact, ...] = ()
    notices: tuple[Notice, ...] = ()
    files: tuple[Attached, ...] = ()
    connection_points: tuple[str, ...] = ()
    programme: tuple[ProgrammeLine, ...] = ()
    asked: AskedView | None = None
    send_to: tuple[str, ...] = ()
    reception: ReceptionView | None = None
    day: DayBlock | None = None
    related: tuple[Group, ...] = ()
    tree: TreeView | None = None
    corrections: tuple[Corrected, ...] = ()
    changes: tuple[ChangeLine, ...] = ()
    topics: tuple[Link, ...] = ()
    citation: str = ""
    cited: str = ""
    share_address: str = ""
    facebook: str = ""
    zalo: str = ""
    report: str = ""
    official: OfficialPrint | None = None
    original: Original | None = None
    versions: VersionsView | None = None
    collection: CollectionView | None = None
    standing: tuple[CollectionPlaceView, ...] = ()
