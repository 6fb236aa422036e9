"""Makes the cards that stand for items in lists; a card has the few facts that help a reader to choose."""

from collections.abc import Iterable
from dataclasses import replace

from infopage.content.addresses import address_of
from infopage.content.bylines import signed
from infopage.content.catalogue import Catalogue
from infopage.content.collecting import FORMS
from infopage.content.designations import short_designation, short_issuer_names, title_in_list
from infopage.content.machine_made import GENERATED, is_machine_made
from infopage.content.model import Chapter, Collection, Draft, Event, Item, OfficialDocument, Question, StudyGuide
from infopage.content.outside import AnyDocument
from infopage.content.registry_entries import Issuer
from infopage.content.scheduled import EVENT_FORMS
from infopage.content.stages import Stage, stage_of
from infopage.content.targets import document_of
from infopage.content.validity import Force
from infopage.language.dates import IssueDate, Moment, format_date
from infopage.outputs.renditions.lead import thumbnail
from infopage.outputs.views.cards import Card, DayBlock
from infopage.outputs.views.links import Badge, Link, When
from infopage.outputs.wording.languages import capital, language

_SIGNS = {
    Force.IN_FORCE: ("con", "●", "Còn hiệu lực"),
    Force.AMENDED: ("sua", "◐", "Còn hiệu lực, đã được sửa đổi"),
    Force.PARTLY: ("mot-phan", "◐", "Hết hiệu lực một phần"),
    Force.SUSPENDED: ("ngung", "◷", "Tạm ngưng hiệu lực"),
    Force.PARTLY_SUSPENDED: ("mot-phan", "◐", "Còn hiệu lực, tạm ngưng một phần"),
    Force.NOT_YET: ("chua", "◷", "Chưa có hiệu lực"),
    Force.REPLACED: ("het", "○", "Được thay thế bởi"),
    Force.REPEALED: ("het", "○", "Bị bãi bỏ bởi"),
    Force.ANNULLED: ("het", "○", "Bị hủy bỏ bởi"),
    Force.CEASED: ("het", "○", "Hết hiệu lực"),
}


_STAGES = {
    Stage.OPEN: Badge("dang-mo", "●", "Đang lấy ý kiến"),
    Stage.COMING: Badge("chua", "◷", "Sắp lấy ý kiến"),
    Stage.CLOSED: Badge("qua", "○", "Đã kết thúc lấy ý kiến"),
    Stage.ISSUED: Badge("qua", "○", "Đã ban hành"),
}


def card(item: Item, status: Badge | None, catalogue: Catalogue) -> Card:
    """Return the card of an item of any type.

    ``status`` is the badge to show: the validity of a document (from :func:`badge`), or that an event is over (from
    :func:`past`); None if there is no badge.
    """
    if isinstance(item, OfficialDocument):
        return _document(item, status, catalogue)
    if isinstance(item, Event):
        return _event(item, status, catalogue)
    if isinstance(item, StudyGuide):
        lists = catalogue.registries
        audience = ", ".join(lists.audiences[id].name.lower() for id in item.audience)
        return _card(
            item, catalogue, meta=(lists.study_forms[item.form].name, f"{item.minutes} phút", audience, *_signed(item))
        )
    if isinstance(item, Draft):
        until = f"đến {format_date(item.until)}"
        return _card(item, catalogue, badge=status, meta=(until, names_of_bodies(item.bodies, catalogue)))
    if isinstance(item, Question):
        return _card(
            item, catalogue, when=when(Moment.on(item.answered_on)), meta=(names_of_bodies(item.bodies, catalogue),)
        )
    source = (f"Nguồn: {item.origin.name}",) if item.origin else ()
    form = (kind_of(item),) if isinstance(item, Collection | Chapter) else ()
    return _card(item, catalogue, when=when(item.published), meta=(*form, *_signed(item), *source))


def _signed(item: Item) -> tuple[str, ...]:
    return (", ".join(names),) if (names := signed(item)) else ()


def names_of_bodies(ids: Iterable[str], catalogue: Catalogue) -> str:
    """Return the short names of bodies, such as those that answer a question, as one text."""
    return ", ".join(catalogue.registries.issuers[id].short_name for id in ids)


def kind_of(item: Item) -> str:
    """Return the word for the kind of an item; a collection is called a book if it is one."""
    return FORMS[item.form] if isinstance(item, Collection) else item.label


def _card(item: Item, catalogue: Catalogue, meta: tuple[str, ...] = (), **facts: object) -> Card:
    own = language(item, catalogue)
    return Card(
        title=item.title,
        address=address_of(item.path),
        summary=item.summary,
        illustrative=item.illustrative,
        label=GENERATED if is_machine_made(item) else "",
        lang=own.tag if own else "",
        meta=(capital(own.name), *meta) if own else meta,
        picture=thumbnail(item, catalogue),
        **facts,  # type: ignore[arg-type]  # each caller names fields of Card
    )


def document_card(document: AnyDocument, catalogue: Catalogue) -> Card:
    """Return the card of a document with what is printed on it, whether its text is on this site or not."""
    lists = catalogue.registries
    return Card(
        title=title_in_list(document, lists),
        address=address_of(document.path),
        number=str(document.symbol or ""),
        meta=(lists.kinds[document.kind].name, short_issuer_names(document, lists)),
        when=when(document.issued),
        now_named=heirs(document, catalogue),
        illustrative=document.illustrative,
    )


def _document(document: OfficialDocument, status: Badge | None, catalogue: Catalogue) -> Card:
    carries_out = _carries_out(document, catalogue)
    return replace(document_card(document, catalogue), badge=status, carries_out=carries_out, summary=document.summary)


def _carries_out(document: OfficialDocument, catalogue: Catalogue) -> Link | None:
    for reference in document.implements:
        if target := document_of(reference.id, catalogue):
            days = (document.issued.earliest - target.issued.latest).days
            named = short_designation(target, catalogue.registries)
            return Link(named, address_of(target.path), title=f"sau {days} ngày" if days > 0 else "")
    return None


def badge(document: OfficialDocument, catalogue: Catalogue) -> Badge:
    """Return a badge with a document's validity.

    It also names the documents that replaced or repealed the document, or the day on which it comes into force or
    ceased to be in force.
    """
    state = catalogue.validity(document)
    tone, sign, text = _SIGNS[state.force]
    if state.force in (Force.REPLACED, Force.REPEALED, Force.ANNULLED):
        text += " " + ", ".join(short_designation(d, catalogue.registries) for d in state.by)
    elif state.force is Force.NOT_YET and state.on:
        text += f" (từ ngày {format_date(state.on)})"
    elif state.force in (Force.CEASED, Force.SUSPENDED) and state.on:
        text += f" từ ngày {format_date(state.on)}"
    return Badge(tone, sign, text)


def tone(document: OfficialDocument, catalogue: Catalogue) -> str:
    """Return the tone (colour name) of the badge with a document's validity, such as ``con`` for “in force”."""
    return _SIGNS[catalogue.validity(document).force][0]


def now_named(issuer: Issuer, catalogue: Catalogue) -> str:
    """Return ``nay là …`` (“now called …”) for an issuing body that has successors, else an empty text."""
    heirs = catalogue.now_named(issuer)
    return f"nay là {', '.join(heir.short_name for heir in heirs)}" if heirs else ""


def heirs(document: AnyDocument, catalogue: Catalogue) -> str:
    """Return ``nay là …`` (“now called …”) for the bodies that issued a document and have successors.

    If several bodies issued it, each one is named before its successors. If none has successors, the text is empty.
    """
    issuers = [catalogue.registries.issuers[id] for id in document.issuers]
    told = [(one, words) for one in issuers if (words := now_named(one, catalogue))]
    return "; ".join(words if len(issuers) == 1 else f"{one.short_name} {words}" for one, words in told)


def past(event: Event, catalogue: Catalogue) -> Badge | None:
    """Return a badge if an event is over at the time of the build, else None.

    An event that is over stays over. So the badge does not become wrong if the site is not built again.
    """
    return Badge("qua", "○", "Đã diễn ra") if catalogue.has_come(event.end.at) else None


def progress(draft: Draft, catalogue: Catalogue) -> Badge:
    """Return a badge with the stage of a draft that is put to the people."""
    return _STAGES[stage_of(draft, catalogue)]


def _event(event: Event, status: Badge | None, catalogue: Catalogue) -> Card:
    points = len(event.connection_points)
    where = f"{points} điểm cầu" if points else event.place
    meta = tuple(part for part in (event.start.clock, where, EVENT_FORMS[event.form]) if part)
    day = day_block(event.start)
    return _card(event, catalogue, when=when(event.start), day=day, meta=meta, badge=status)


def when(at: IssueDate | Moment) -> When:
    """Return a date as a text for readers, and in ISO form for the HTML attribute ``datetime``."""
    if isinstance(at, Moment):
        return When(format_date(at.date), at.iso)
    return When(str(at), at.iso)


def day_block(at: Moment) -> DayBlock:
    """Return the day and month of a moment as an event's card shows them, in large type."""
    return DayBlock(f"{at.date.day:02}", f"tháng {at.date.month}")
