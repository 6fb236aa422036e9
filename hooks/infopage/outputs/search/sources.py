"""Sources: the data that the search takes from the catalogue about each public item and each standing page."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from infopage.content.addresses import address_of
from infopage.content.bylines import signed
from infopage.content.catalogue import Catalogue
from infopage.content.columns import column_of
from infopage.content.designations import issuer_names, short_issuer_names, title_in_list
from infopage.content.model import Collection, Draft, Event, Item, OfficialDocument, Question, StandingPage, StudyGuide
from infopage.content.outside import OUTSIDE_MARK, OutsideDocument
from infopage.content.provisions.lines import Provision
from infopage.content.validity import OVER
from infopage.language.analysis import numbers
from infopage.outputs.jobs.fingerprints import Fingerprints
from infopage.outputs.search.attached import AttachedPart, attached_digests, attached_parts
from infopage.outputs.search.authority import amended, authority, outside_authority, replacing
from infopage.outputs.search.beside import beside, dated, other_titles
from infopage.outputs.search.names import kin_of, names_of
from infopage.outputs.search.sections import OUTSIDE_SECTION, section_of
from infopage.outputs.views.links import Badge
from infopage.outputs.wording.cards import past, tone
from infopage.outputs.wording.collections import parts_html
from infopage.outputs.wording.described import described
from infopage.outputs.wording.languages import capital, language_name
from infopage.store.digests import digest

_LEFT_OUT = ("index.md", "tim-kiem.md")


@dataclass(frozen=True, kw_only=True)
class IndexSource:
    """One entry of the index before its text is read.

    ``names`` are words of low weight: issuer, authors, topics, and the date of a document without a number. ``beside``
    and ``other_titles`` are explained in beside.py. ``own`` are the search keys of the document's own number (``5nq``
    and ``5nqtu`` for 05-NQ/TU). ``persons_and_bodies`` are its signers and the names of its issuing bodies, ``kin``
    those of the bodies' predecessors and successors. An official text without Markdown has ``provisions`` instead of
    ``html``. ``attached`` has the pages of attached files.
    """

    address: str
    title: str
    number: str = ""
    section: str
    kind: str = ""
    kind_name: str = ""
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
    beside: str = ""
    own: tuple[str, ...] = ()
    html: str = ""
    provisions: tuple[Provision, ...] = ()
    attached: tuple[AttachedPart, ...] = ()
    other_titles: tuple[str, ...] = ()
    topic_names: str = ""
    persons_and_bodies: tuple[str, ...] = ()
    kin: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class SourceOutline:
    """The data about an entry that every build needs, even if the entry is unchanged and not read again.

    Entries are ordered by ``date``. ``signature`` is a hash of all that the index takes from the source, which ``read``
    returns. The other attributes are the values by which results can be filtered. Among them, ``tone`` says whether a
    document is in force (a key of ``facets.STATUSES``), or that an event is over. ``authority`` is explained in
    authority.py. ``replaced_by`` and ``amends`` have the addresses of the documents that replaced it or that it amends.
    """

    address: str
    date: str
    signature: str
    read: Callable[[], IndexSource]
    section: str
    kind: str = ""
    issuers: tuple[str, ...] = ()
    term: str = ""
    audience: tuple[str, ...] = ()
    year: int = 0
    topics: tuple[str, ...] = ()
    column: str = ""
    tone: str = ""
    authority: int = 0
    replaced_by: tuple[str, ...] = ()
    amends: tuple[str, ...] = ()


def outlines(catalogue: Catalogue, answers: Fingerprints, common: str) -> list[SourceOutline]:
    """Return the outlines of all entries, oldest first.

    So a new entry comes last, and the others keep their numbers. ``answers`` computes the hash of what the catalogue
    says about an item. ``common`` is the hash of the registries, on which all sources depend.
    """
    found = [_outline(item, catalogue, answers, common) for item in catalogue.current]
    for page in catalogue.pages:
        if page.path not in _LEFT_OUT:
            signature = digest(common.encode(), catalogue.text(page).digest.encode())
            read = partial(_standing, page, catalogue)
            found.append(
                SourceOutline(
                    address=address_of(page.path), date="", signature=signature, read=read, section=page.section
                )
            )
    found += [_outside_outline(document, catalogue, common) for document in catalogue.registries.outside]
    return sorted(found, key=lambda outline: (outline.date, outline.address))


def _outside_outline(document: OutsideDocument, catalogue: Catalogue, common: str) -> SourceOutline:
    return SourceOutline(
        address=address_of(document.path),
        date=document.issued.iso,
        signature=digest(common.encode(), document.id.encode()),
        read=partial(_outside_source, document, catalogue),
        section=OUTSIDE_SECTION,
        kind=document.kind,
        year=document.issued.year,
        authority=outside_authority(document, catalogue),
    )


def _outside_source(document: OutsideDocument, catalogue: Catalogue) -> IndexSource:
    lists = catalogue.registries
    return IndexSource(
        address=address_of(document.path),
        title=title_in_list(document, lists),
        number=str(document.symbol or ""),
        section=OUTSIDE_SECTION,
        kind=document.kind,
        kind_name=lists.kinds[document.kind].name,
        issuer_name=short_issuer_names(document, lists),
        year=document.issued.year,
        date=document.issued.iso,
        status=Badge("ngoai", "↗", OUTSIDE_MARK),
        illustrative=document.illustrative,
        summary=document.abstract if document.has_short_title else "",
        names=" . ".join((*dated(document), issuer_names(document, lists))),
        own=tuple(numbers(str(document.symbol))) if document.symbol else (),
        other_titles=other_titles(document),
        beside=beside(document),
        persons_and_bodies=(short_issuer_names(document, lists), issuer_names(document, lists)),
    )


def _outline(item: Item, catalogue: Catalogue, answers: Fingerprints, common: str) -> SourceOutline:
    document = item if isinstance(item, OfficialDocument) else None
    at = item.start if isinstance(item, Event) else item.published
    over = past(item, catalogue) if isinstance(item, Event) else None
    state = tone(document, catalogue) if document else over.tone if over else ""
    text = f"{catalogue.text(item).digest} {answers('parts', item.id) if isinstance(item, Collection) else ''}"
    made_of = f"{common} {answers.of_item(item)} {text} {attached_digests(item, catalogue)}"
    return SourceOutline(
        address=address_of(item.path),
        date=document.issued.iso if document else at.date.isoformat(),
        signature=digest(made_of.encode()),
        read=partial(_source, item, catalogue),
        section=section_of(item),
        kind=document.kind if document else "",
        issuers=document.issuers if document else (),
        term=(document.term or "") if document else "",
        audience=item.audience if isinstance(item, StudyGuide) else (),
        year=document.issued.year if document else at.date.year,
        topics=item.topics,
        column=column_of(item),
        tone=state,
        authority=authority(item, catalogue),
        replaced_by=replacing(document, catalogue) if document else (),
        amends=amended(document, catalogue) if document else (),
    )


def _standing(page: StandingPage, catalogue: Catalogue) -> IndexSource:
    html = catalogue.text(page).rendered.html
    return IndexSource(
        address=address_of(page.path), title=page.title, section=page.section, summary=page.summary, html=html
    )


def _source(item: Item, catalogue: Catalogue) -> IndexSource:
    lists = catalogue.registries
    topics = " . ".join(lists.topics[id].name for id in item.topics)
    rendered = catalogue.text(item).rendered
    provisions = rendered.provisions if rendered.is_plain else ()
    html = "" if provisions else rendered.html
    if isinstance(item, OfficialDocument):
        kind = lists.kinds[item.kind].name
        bodies = [lists.issuers[id] for id in item.issuers]
        own = (*(one.name for one in item.signers), *(name for one in bodies for name in names_of(one, catalogue)))
        kin = tuple(dict.fromkeys(name for one in bodies for name in kin_of(one, catalogue)))
        summary = f"{item.abstract}. {item.summary}" if item.has_short_title else item.summary
        return IndexSource(
            address=address_of(item.path),
            title=described(item, catalogue).title,
            number=str(item.symbol or ""),
            section=section_of(item),
            kind=item.kind,
            kind_name=kind,
            issuer_name=short_issuer_names(item, lists),
            term=item.term or "",
            year=item.issued.year,
            date=item.issued.iso,
            topics=item.topics,
            status=described(item, catalogue).status,
            in_force=catalogue.validity(item).force not in OVER,
            illustrative=item.illustrative,
            summary=summary.strip(),
            names=" . ".join((*dated(item), *own, *kin, topics)),
            own=tuple(numbers(str(item.symbol))) if item.symbol else (),
            html=html,
            provisions=provisions,
            attached=attached_parts(item, catalogue),
            other_titles=other_titles(item),
            beside=beside(item),
            topic_names=topics,
            persons_and_bodies=own,
            kin=kin,
        )
    at = item.start if isinstance(item, Event) else item.published
    bodies_of = item.bodies if isinstance(item, Question | Draft) else ()
    named = tuple(name for id in bodies_of for name in names_of(lists.issuers[id], catalogue))
    return IndexSource(
        address=address_of(item.path),
        title=item.title,
        section=section_of(item),
        kind_name=capital(spoken := language_name(item, catalogue)),
        audience=item.audience if isinstance(item, StudyGuide) else (),
        year=at.date.year,
        date=at.date.isoformat(),
        topics=item.topics,
        status=described(item, catalogue).status,
        illustrative=item.illustrative,
        summary=item.summary,
        names=" . ".join(filter(None, (spoken, *named, topics, *signed(item)))),
        beside=beside(item),
        html=html + "".join(parts_html(item, catalogue)),
        attached=attached_parts(item, catalogue),
        topic_names=topics,
        persons_and_bodies=named,
    )
