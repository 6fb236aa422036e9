"""The box of facts on an item's page, such as issuer, dates, validity, and relations to other documents."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from urllib.parse import quote

from infopage.content.acts import ACTIONS, RELATIONS, Action
from infopage.content.addresses import address_of
from infopage.content.asked import ASKERS
from infopage.content.catalogue import Catalogue
from infopage.content.designations import designation, short_issuer_names
from infopage.content.field_types.references import Reference
from infopage.content.model import Draft, Event, Item, NewsItem, OfficialDocument, Question, StudyGuide
from infopage.content.model_parts import MANNERS, Origin
from infopage.content.outside import OUTSIDE_MARK, AnyDocument, OutsideDocument
from infopage.content.scheduled import EVENT_FORMS
from infopage.content.targets import target
from infopage.language.dates import Moment, format_date
from infopage.outputs.views.items import Fact, Value
from infopage.outputs.wording import effects as wording
from infopage.outputs.wording.cards import names_of_bodies, now_named, progress
from infopage.outputs.wording.described import standing
from infopage.outputs.wording.languages import language_facts


def facts(item: Item, catalogue: Catalogue) -> Iterator[Fact]:
    """Yield the lines of an item's box of facts."""
    if isinstance(item, OfficialDocument):
        yield from _document_facts(item, catalogue)
        yield Fact("Ngày đăng", (_time(item.published),))
    elif isinstance(item, Event):
        yield from _event_facts(item)
    elif isinstance(item, StudyGuide):
        audience = tuple(Value(catalogue.registries.audiences[id].name) for id in item.audience)
        minutes = Value(f"{item.minutes} phút")
        yield Fact("Người học", audience, Value(", ".join(value.text for value in audience)))
        yield Fact("Thời lượng", (minutes,), minutes)
        yield Fact("Ngày đăng", (_time(item.published),))
    elif isinstance(item, Question):
        yield from question_facts(item, catalogue)
        yield Fact("Ngày đăng", (_time(item.published),))
    elif isinstance(item, Draft):
        status = Value(badge=progress(item, catalogue))
        yield Fact("Tình trạng", (status,), status)
        yield from draft_facts(item, catalogue)
        yield Fact("Ngày đăng", (_time(item.published),))
    else:
        yield Fact("Ngày đăng", (_time(item.published),), _time(item.published))
    yield from language_facts(item, catalogue)
    if item.updated:
        yield Fact("Cập nhật", (_time(item.updated),))
    if item.origin:
        yield from _origin_facts(item.origin)
    if isinstance(item, NewsItem) and item.rights:
        yield Fact("Quyền sử dụng", (Value(item.rights),))
    if documents := getattr(item, "documents", ()):
        yield Fact("Văn bản", tuple(values(documents, catalogue)))


def _document_facts(document: OfficialDocument, catalogue: Catalogue) -> Iterator[Fact]:
    lists = catalogue.registries
    issuers = [lists.issuers[id] for id in document.issuers]
    named = tuple(Value(one.name, f"van-ban/{one.id}/", note=now_named(one, catalogue)) for one in issuers)
    issued = Value(str(document.issued), iso=document.issued.iso)
    validity = Value(badge=standing(document, catalogue))
    yield Fact("Cơ quan ban hành", named, Value(short_issuer_names(document, lists)))
    yield Fact("Ngày ban hành", (issued,), issued)
    yield from also_called(document)
    if document.signers:
        yield Fact("Người ký", tuple(map(Value, signatures(document))))
    if document.effective:
        yield Fact("Ngày có hiệu lực", (_day(document.effective),))
    yield Fact("Hiệu lực", (validity,), validity)
    acting = catalogue.acting.get(document.id, {})
    for relation, (outward, inward) in RELATIONS.items():
        if references := getattr(document, relation):
            yield Fact(outward, tuple(values(references, catalogue)))
        if sources := acting.get(relation):
            yield from _inward(relation, inward, sources, catalogue)
    yield from _effects(document, catalogue)


def _inward(
    relation: str, name: str, sources: Iterable[tuple[OfficialDocument, str]], catalogue: Catalogue
) -> Iterator[Fact]:
    """Yield the facts (labelled lines on an item's page) that name the documents with a relation to the item.

    ``sources`` are these documents, each with the anchor of the provision concerned on that page.

    A document of which only provisions were replaced or repealed is not said to be replaced or repealed as a whole.
    """
    whole: list[Reference] = []
    part: list[Reference] = []
    for document, anchor in sources:
        (part if anchor and relation in ("replaces", "repeals") else whole).append(Reference(document.id))
    for found, label in ((whole, name), (part, f"{name.removesuffix(' bởi')} một phần bởi")):
        if found:
            yield Fact(label, tuple(values(found, catalogue)))


def _effects(document: OfficialDocument, catalogue: Catalogue) -> Iterator[Fact]:
    """Yield the facts (labelled lines) with the effects that a document states, then those that others have on it."""
    outward: dict[Action, list[Value]] = {}
    for effect in document.effects:
        if link := wording.target(effect, catalogue):
            outward.setdefault(effect.action, []).append(Value(link.text, link.address))
    for action, told in outward.items():
        yield Fact(ACTIONS[action][0], tuple(told))
    yield from _effects_on(document, catalogue)


def _effects_on(document: AnyDocument, catalogue: Catalogue) -> Iterator[Fact]:
    inward: dict[Action, list[Value]] = {}
    for one, _ in wording.received(document, catalogue):
        link = wording.acting(one, catalogue)
        place = f"{catalogue.place(document.id, one.anchor)}, " if one.anchor else ""
        note = f"({place}{wording.days(one, catalogue)})"
        inward.setdefault(one.action, []).append(Value(link.text, link.address, note=note))
    for action, told in inward.items():
        yield Fact(ACTIONS[action][1], tuple(told))


def done_to(document: AnyDocument, catalogue: Catalogue) -> Iterator[Fact]:
    """Yield the facts (labelled lines) with what the documents of this site do to ``document``.

    ``document`` itself need not be on this site.
    """
    acting = catalogue.acting.get(document.id, {})
    for relation, (_, inward) in RELATIONS.items():
        if sources := acting.get(relation):
            yield from _inward(relation, inward, sources, catalogue)
    yield from _effects_on(document, catalogue)


def signatures(document: OfficialDocument) -> Iterator[str]:
    """Yield each signer of a document with the title: ``Nguyễn Văn A, Bí thư``; of several, in brackets."""
    for signer in document.signers:
        if len(document.signers) > 1 and signer.title:
            yield f"{signer.name} ({signer.title})"
        else:
            yield ", ".join(filter(None, (signer.name, signer.title)))


def also_called(document: AnyDocument) -> Iterator[Fact]:
    """Yield the fact (labelled line) with the other names of a document, if it has any."""
    if document.known_as:
        yield Fact("Thường gọi", tuple(Value(name) for name in document.known_as))


def _event_facts(event: Event) -> Iterator[Fact]:
    yield Fact("Bắt đầu", (_time(event.start),), _time(event.start))
    yield Fact("Kết thúc", (_time(event.end),))
    yield Fact("Hình thức", (Value(EVENT_FORMS[event.form]),))
    yield Fact("Địa điểm", (Value(event.place),), Value(event.place))


def question_facts(question: Question, catalogue: Catalogue) -> Iterator[Fact]:
    """Yield the facts (labelled lines) about who asked a question and who answered it, with the days."""
    yield Fact("Người hỏi", (Value(ASKERS[question.asker]),))
    if question.asked_on:
        yield Fact("Ngày hỏi", (_day(question.asked_on),))
    yield _bodies("Cơ quan trả lời", question.section, question.bodies, catalogue)
    yield Fact("Ngày trả lời", (_day(question.answered_on),), _day(question.answered_on))


def draft_facts(draft: Draft, catalogue: Catalogue) -> Iterator[Fact]:
    """Yield the facts (labelled lines) about a draft: who asks for opinions, until when, by what decision."""
    days = Value(f"từ {format_date(draft.since)} đến hết {format_date(draft.until)}")
    yield Fact("Thời gian lấy ý kiến", (days,), days)
    yield _bodies("Cơ quan lấy ý kiến", draft.section, draft.bodies, catalogue)
    yield Fact("Căn cứ", (Value(draft.ground),))
    if draft.issued_as:
        yield Fact("Đã ban hành", tuple(values(draft.issued_as, catalogue)))


def _bodies(label: str, section: str, ids: Sequence[str], catalogue: Catalogue) -> Fact:
    named = tuple(Value(catalogue.registries.issuers[id].name, f"{section}/co-quan/{id}/") for id in ids)
    return Fact(label, named, Value(names_of_bodies(ids, catalogue)))


def _origin_facts(origin: Origin) -> Iterator[Fact]:
    yield Fact("Nguồn", (Value(origin.name, outside=origin.address),), Value(origin.name))
    if origin.author:
        yield Fact("Tác giả", (Value(origin.author),))
    if origin.at:
        yield Fact("Đăng lần đầu", (_time(origin.at),))
    if origin.manner:
        yield Fact("Cách dùng", (Value(MANNERS[origin.manner]),))


def _day(day: date) -> Value:
    return Value(format_date(day), iso=day.isoformat())


def _time(at: Moment) -> Value:
    clock = f"{at.clock}, ngày " if at.has_time else ""
    return Value(f"{clock}{format_date(at.date)}", iso=at.iso)


def values(references: Iterable[Reference], catalogue: Catalogue) -> Iterator[Value]:
    """Yield a link to each item or outside document that a key of the header names; each must be public."""
    for reference in dict.fromkeys(references):
        item = target(reference.id, catalogue)
        assert item
        address = address_of(item.path)
        place = catalogue.place(reference.id, reference.anchor) if reference.anchor else ""
        if isinstance(item, OutsideDocument):
            note = f"({place}; {OUTSIDE_MARK})" if place else f"({OUTSIDE_MARK})"
            yield Value(designation(item, catalogue.registries), address, note=note)
            continue
        address += f"#{quote(reference.anchor)}" if reference.anchor else ""
        if isinstance(item, OfficialDocument):
            yield Value(designation(item, catalogue.registries), address, note=place and f"({place})")
        else:
            yield Value(item.title, address)
