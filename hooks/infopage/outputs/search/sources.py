"""What the search takes from the catalogue: for each public item and standing page its words and its record."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, fields

from infopage.content.addresses import address_of
from infopage.content.catalogue import Catalogue
from infopage.content.model import ITEM_TYPES, Event, Item, NewsItem, OfficialDocument, StandingPage, StudyGuide
from infopage.content.provisions.lines import Provision
from infopage.content.validity import Force
from infopage.language.analysis import numbers
from infopage.outputs.described import described
from infopage.outputs.views import Badge

_ENDED = (Force.REPLACED, Force.REPEALED, Force.CEASED)
_LEFT_OUT = ("index.md", "tim-kiem.md")
SECTIONS = {StandingPage.section: StandingPage.label} | {cls.section: cls.label for cls in ITEM_TYPES}
STATUSES = {
    "con": "Còn hiệu lực",
    "sua": "Còn hiệu lực, đã được sửa đổi",
    "chua": "Chưa có hiệu lực",
    "het": "Hết hiệu lực",
}


@dataclass(frozen=True, kw_only=True)
class Source:
    """One entry of the index before anything is read out of its ``html``.

    ``names`` are words that count a little (its kind, issuer and topics); ``own`` are the keys of its own number;
    ``day`` sorts entries by date. ``provisions`` are all that ``html`` says, where it is a plain official text.
    """

    address: str
    title: str
    number: str = ""
    section: str
    kind: str = ""
    kind_name: str = ""
    issuer: str = ""
    issuer_name: str = ""
    term: str = ""
    audience: tuple[str, ...] = ()
    year: int = 0
    date: str = ""
    topics: tuple[str, ...] = ()
    status: Badge | None = None
    in_force: bool = True
    illustrative: bool = False
    summary: str = ""
    names: str = ""
    own: tuple[str, ...] = ()
    html: str = ""
    provisions: tuple[Provision, ...] = ()

    @property
    def signature(self) -> str:
        """A fingerprint of all that the index takes from it."""
        digest = hashlib.blake2b(repr([getattr(self, name) for name in _TOLD]).encode(), digest_size=16)
        digest.update(self.html.encode())
        return digest.hexdigest()


_TOLD = [field.name for field in fields(Source) if field.name not in ("html", "provisions")]


def sources(catalogue: Catalogue) -> list[Source]:
    """Return the entries, the oldest first: what is new comes last and leaves the places of the others as they are."""
    found = [_source(item, catalogue) for item in catalogue.current]
    found += (_standing(page, catalogue) for page in catalogue.pages if page.path not in _LEFT_OUT)
    return sorted(found, key=lambda source: (source.date, source.address))


def _standing(page: StandingPage, catalogue: Catalogue) -> Source:
    html = catalogue.text(page).rendered.html
    return Source(address=address_of(page.path), title=page.title, section="trang", summary=page.summary, html=html)


def _source(item: Item, catalogue: Catalogue) -> Source:
    lists = catalogue.registries
    topics = " . ".join(lists.topics[id].name for id in item.topics)
    rendered = catalogue.text(item).rendered
    html = rendered.html
    if isinstance(item, OfficialDocument):
        issuer = lists.issuers[item.issuer]
        kind = lists.kinds[item.kind].name
        summary = f"{item.abstract}. {item.summary}" if item.has_short_title else item.summary
        return Source(
            address=address_of(item.path),
            title=item.title,
            number=str(item.symbol),
            section=item.section,
            kind=item.kind,
            kind_name=kind,
            issuer=item.issuer,
            issuer_name=issuer.short_name,
            term=item.term or "",
            year=item.issued.year,
            date=item.issued.iso,
            topics=item.topics,
            status=described(item, catalogue).status,
            in_force=catalogue.validity(item).force not in _ENDED,
            illustrative=item.illustrative,
            summary=summary.strip(),
            names=f"{issuer.name} . {topics}",
            own=tuple(numbers(str(item.symbol))),
            html=html,
            provisions=rendered.provisions if rendered.is_plain else (),
        )
    assert isinstance(item, NewsItem | StudyGuide | Event)
    at = item.start if isinstance(item, Event) else item.published
    return Source(
        address=address_of(item.path),
        title=item.title,
        section=item.section,
        audience=item.audience if isinstance(item, StudyGuide) else (),
        year=at.date.year,
        date=at.date.isoformat(),
        topics=item.topics,
        status=described(item, catalogue).status,
        illustrative=item.illustrative,
        summary=item.summary,
        names=" . ".join(filter(None, (topics, *_of_event(item)))),
        html=html,
    )


def _of_event(item: Item) -> Iterator[str]:
    if isinstance(item, Event):
        yield item.place
        yield from item.connection_points
        yield from (part.content for part in item.programme)
