"""A feed for each official document: its entries are events such as publication, correction, amendment and repeal.

The feed exists in Atom only, with summaries only and without archive pages. The lists of feeds leave it out, because
there is one for every document. The id of an entry is made of the document's id and the cause of the event, so it stays
the same whatever else is published.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from html import escape
from textwrap import shorten

from infopage.content.acts import RELATIONS
from infopage.content.addresses import address_of
from infopage.content.catalogue import Catalogue
from infopage.content.designations import designation
from infopage.content.effects.folding import Modification
from infopage.content.model import OfficialDocument, StudyGuide
from infopage.language.dates import Moment, format_date
from infopage.outputs.feeds.addresses import encoded
from infopage.outputs.feeds.content import fit
from infopage.outputs.feeds.entries import tag
from infopage.outputs.feeds.instants import gone, instants
from infopage.outputs.feeds.xml import style
from infopage.outputs.views.links import TypedLink
from infopage.outputs.wording import effects as wording
from infopage.outputs.wording.described import described
from infopage.outputs.wording.encoding import absolute, page_of
from infopage.outputs.wording.feed_links import ATOM, MEDIA_TYPES
from infopage.outputs.wording.frame import Settings
from infopage.outputs.wording.notices import illustrative_notice
from infopage.outputs.wording.taken_back import REDACTED, words

NAME = "theo-doi.xml"
"""The file name of a document's feed, in the folder of the document's page."""

MOST = 4096
"""The largest size of a feed in bytes; the oldest entries are left out if they do not fit."""

_LONGEST = 160
_STEPS = {
    "amends": "sua-doi",
    "replaces": "thay-the",
    "repeals": "bai-bo",
    "implements": "cu-the-hoa",
    "consolidates": "hop-nhat",
}
"""The relations that lead to an entry in the feed of the other document (the one amended, for example), each with its
name in entry ids.
"""


@dataclass(frozen=True)
class DocumentChange:
    """An event that concerns a document, such as an amendment. It becomes one entry of the document's feed.

    ``slug`` is unique among the events of the document, and is part of the entry's id. ``at`` is the time of the event,
    and ``address`` the absolute address of the page to which the entry links.
    """

    slug: str
    at: Moment
    title: str
    summary: str
    address: str


def follow_link(document: OfficialDocument) -> TypedLink:
    """Return the link to a document's feed."""
    return TypedLink("Theo dõi văn bản này", address_of(document.path) + NAME, MEDIA_TYPES[ATOM])


def document_feed(document: OfficialDocument, catalogue: Catalogue, settings: Settings) -> bytes:
    """Return the feed of a document that is neither expired nor withdrawn."""
    about = described(document, catalogue).heading
    return _feed(
        document, list(steps(document, catalogue, settings)), _named(document, catalogue), about, catalogue, settings
    )


def gone_feed(document: OfficialDocument, catalogue: Catalogue, settings: Settings) -> bytes:
    """Return the feed of an expired or withdrawn document: one entry, with the text shown at the document's address."""
    title = REDACTED if document.redacted else described(document, catalogue).heading
    what, slug = ("thu hồi", "thu-hoi") if document.withdrawn else ("hết hạn", "het-han")
    at = gone(document, catalogue)
    step = DocumentChange(slug, at, f"[Đã {what}] {title}", words(document), page_of(document, settings))
    return _feed(document, [step], title, title, catalogue, settings)


def steps(document: OfficialDocument, catalogue: Catalogue, settings: Settings) -> Iterator[DocumentChange]:
    """Yield the events of a document (corrections, amendments and so on) up to the time of the build, unsorted.

    The document must be neither expired nor withdrawn; such documents have the feed made by ``gone_feed``.
    """
    named, about = _named(document, catalogue), described(document, catalogue).heading
    page, today = page_of(document, settings), catalogue.today
    yield DocumentChange("dang", catalogue.first_published(document), f"Đã đăng {named}", about, page)
    title, notes = f"Trang của {named} đã được cập nhật", _notes(document)
    undated = notes.pop(None, "")
    if document.updated and catalogue.has_come(document.updated.at) and document.updated.date not in notes:
        slug = f"cap-nhat/{document.updated.at:%Y-%m-%d-%H%M}"
        yield DocumentChange(slug, document.updated, title, undated or about, page)
    for day, told in notes.items():
        assert day
        yield DocumentChange(f"ghi-chu-sua/{day}", Moment.on(day), title, told, page)
    for day in {correction.on for correction in document.corrections if correction.on <= today}:
        rights = "; ".join(f"“{one.right}”" for one in document.corrections if one.on == day)
        title = f"Đính chính {named}, ngày {format_date(day)}"
        yield DocumentChange(f"dinh-chinh/{day}", Moment.on(day), title, f"Nội dung đúng là {rights}.", page)
    if document.ceased and document.ceased <= today:
        title = f"{named} hết hiệu lực từ ngày {format_date(document.ceased)}"
        yield DocumentChange("het-hieu-luc", Moment.on(document.ceased), title, about, page)
    yield from _acts(document, named, catalogue, settings)
    yield from _effects(document, named, catalogue, settings)
    yield from _new_texts(document, named, catalogue, settings)
    for guide in catalogue.about.get(document.id, ()):
        if isinstance(guide, StudyGuide):
            title = f"Tài liệu học tập {named}: {guide.title}"
            yield DocumentChange(
                f"hoc-tap/{guide.id}", catalogue.first_published(guide), title, guide.summary, page_of(guide, settings)
            )


def _notes(document: OfficialDocument) -> dict[date | None, str]:
    """Return the notes of changes to a document by day; the day is None where an editor gave none."""
    found: dict[date | None, str] = {}
    for one in document.change_notes:
        found[one.on] = f"{found[one.on]} {one.note}" if one.on in found else one.note
    return found


def _acts(document: OfficialDocument, named: str, catalogue: Catalogue, settings: Settings) -> Iterator[DocumentChange]:
    for relation, slug in _STEPS.items():
        anchors: dict[str, list[str]] = {}
        others: dict[str, OfficialDocument] = {}
        for other, anchor in catalogue.acting.get(document.id, {}).get(relation, ()):
            others[other.id] = other
            anchors.setdefault(other.id, []).extend([anchor] if anchor else [])
        for id, other in others.items():
            told = [described(other, catalogue).heading]
            if anchors[id]:
                told.append("Phần liên quan: " + "; ".join(catalogue.place(document.id, one) for one in anchors[id]))
            if relation not in ("implements", "consolidates"):
                told.append(f"Có hiệu lực từ ngày {format_date(other.starts)}")
            how = RELATIONS[relation][1]
            title = f"{named} {how[:1].lower()}{how[1:]} {_named(other, catalogue)}"
            yield DocumentChange(
                f"{slug}/{id}", catalogue.first_published(other), title, ". ".join(told) + ".", page_of(other, settings)
            )


def _effects(
    document: OfficialDocument, named: str, catalogue: Catalogue, settings: Settings
) -> Iterator[DocumentChange]:
    """Yield an event for each document that changes ``document`` by ``tac_dong``, with the provisions concerned.

    ``named`` is the name of ``document``.
    """
    by_document: dict[str, tuple[OfficialDocument, list[Modification]]] = {}
    for one, by in wording.received(document, catalogue):
        by_document.setdefault(by.id, (by, []))[1].append(one)
    for id, (other, found) in by_document.items():
        told = (f"{wording.on_place(one, document, catalogue)}, {wording.days(one, catalogue)}" for one in found)
        title = f"{named} chịu tác động của {_named(other, catalogue)}"
        summary = f"{described(other, catalogue).heading}. {'; '.join(told)}."
        at = catalogue.first_published(other)
        yield DocumentChange(f"tac-dong/{id}", at, title, summary, page_of(other, settings))


def _new_texts(
    document: OfficialDocument, named: str, catalogue: Catalogue, settings: Settings
) -> Iterator[DocumentChange]:
    """Yield an event for each day on which changed words take effect, if the change was announced before that day.

    A change that takes effect when it is published is told by :func:`_effects` alone.
    """
    modifications = catalogue.effects.get(document.id, ())
    for day in wording.version_days(document, catalogue):
        moment = Moment.on(day)
        begun = [one for one in modifications if one.since == day and one.changes_words]
        published = (catalogue.first_published(wording.acting_item(one, catalogue)) for one in begun)
        if not catalogue.has_come(moment.at) or any(moment.at <= at.at for at in published):
            continue
        by = ", ".join(dict.fromkeys(wording.acting_document(one, catalogue).text for one in begun))
        how = f"Sửa đổi bởi {by} có hiệu lực" if begun else "Việc sửa đổi trước đó hết tác dụng"
        summary = f"{how} từ ngày {format_date(day)}. {wording.CONSOLIDATED}"
        address = absolute(wording.version_address(document, day), settings)
        title = f"{named} có nội dung mới từ ngày {format_date(day)}"
        yield DocumentChange(f"noi-dung/{day}", moment, title, summary, address)


def _named(document: OfficialDocument, catalogue: Catalogue) -> str:
    mark = " (minh họa)" if document.illustrative else ""
    return f"{designation(document, catalogue.registries)}{mark}"


def _feed(
    document: OfficialDocument,
    found: list[DocumentChange],
    name: str,
    title: str,
    catalogue: Catalogue,
    settings: Settings,
) -> bytes:
    updated = instants((step.slug, step.at.at) for step in found)
    found.sort(key=lambda step: updated[step.slug], reverse=True)
    about = illustrative_notice(document) if document.illustrative else title
    address = address_of(document.path)
    base, path = tag(f"{document.id}/theo-doi", catalogue), address + NAME
    head = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'{style(path)}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi">\n'
        f"<id>{base}</id>\n{_text('title', f'Theo dõi {name} – {settings.name}')}"
        f"{_text('subtitle', about)}<updated>{updated[found[0].slug]}</updated>\n"
        f"<author>{_text('name', catalogue.registries.identity.organisation).rstrip()}</author>\n"
        f"{_link('self', MEDIA_TYPES[ATOM], absolute(path, settings))}"
        f"{_link('alternate', 'text/html', absolute(address, settings))}"
    ).encode()
    end = b"</feed>\n"
    room = MOST - len(head) - len(end)
    kept = []
    for step in found:
        kept.append(_entry(step, f"{base}/{step.slug}", updated[step.slug]))
        if (room := room - len(kept[-1])) < 0:
            kept.pop()
            break
    return b"".join((head, *kept, end))


def _entry(step: DocumentChange, id: str, updated: str) -> bytes:
    return (
        f"<entry>\n<id>{id}</id>\n{_text('title', step.title)}<updated>{updated}</updated>\n"
        f"{_link('alternate', 'text/html', step.address)}{_text('summary', step.summary)}</entry>\n"
    ).encode()


def _link(relation: str, type: str, address: str) -> str:
    return f'<link rel="{relation}" type="{type}" href="{escape(encoded(address))}"/>\n'


def _text(name: str, text: str) -> str:
    """Return an XML element with a text, shortened to about two lines; a text with ``<`` or ``&`` is marked as HTML."""
    plain = " ".join(fit(text).split())
    short = escape(plain if len(plain) <= _LONGEST else shorten(plain, _LONGEST, placeholder=" …"), quote=False)
    has_signs = name != "name" and ("<" in text or "&" in text)
    told = f' type="html">{escape(short, quote=False)}' if has_signs else f">{short}"
    return f"<{name}{told}</{name}>\n"
