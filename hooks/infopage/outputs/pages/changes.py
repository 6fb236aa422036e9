"""Notes at provisions that say which document changes them, from when, and with which words."""

from collections.abc import Iterator, Sequence
from datetime import date
from html import escape
from urllib.parse import quote

from infopage.content.acts import Action
from infopage.content.addresses import address_of, relative
from infopage.content.catalogue import Catalogue
from infopage.content.effects.blocks import at_anchor
from infopage.content.effects.dated import DatedTexts
from infopage.content.effects.folding import Modification, days_of
from infopage.content.effects.new_words import unquoted
from infopage.content.model import OfficialDocument
from infopage.language.dates import format_date
from infopage.outputs.pages.former import tag_with
from infopage.outputs.pages.marked import added, marked
from infopage.outputs.views.links import Link
from infopage.outputs.wording import effects as wording
from infopage.outputs.wording.effects import version_address

_PARAGRAPHS = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6"))
_LEGEND = '<p class="change-legend">Chú giải: <ins>chữ thêm</ins> <del>chữ bỏ</del></p>'


def with_changes(html: str, document: OfficialDocument, texts: DatedTexts, catalogue: Catalogue) -> str:
    """Return ``html``, the text of a document as issued, with notes of changes.

    There is a note at each provision that another document changes, and at each one that changes another document.
    ``texts`` are the texts of the document by day.
    """
    here = address_of(document.path)
    notes: dict[str, list[str]] = {}
    versions: dict[str, str] = {}
    anchors = catalogue.text(document).rendered.anchors
    for anchor, found in wording.at_places(catalogue.effects.get(document.id, ())):
        place = "" if anchor in anchors else f" {catalogue.place(document.id, anchor)}"
        notes.setdefault(anchor, []).extend(_note(one, here, catalogue, place) for one in found)
        versions[anchor] = versions.get(anchor, "") + "".join(_versions(anchor, found, texts, document))
    for effect in document.effects:
        if effect.source and (link := wording.target(effect, catalogue)):
            after = " sau" if effect.action is Action.INSERTION else ""
            told = f"{wording.name(effect)}{after} {_link(link, here)}"
            notes.setdefault(effect.source, []).append(f"<p>{told}</p>")
    for anchor, lines in notes.items():
        html = _put(html, anchor, _box("".join(lines)) + versions.get(anchor, ""))
    return html


def with_notes(html: str, document: OfficialDocument, day: date, catalogue: Catalogue) -> str:
    """Return ``html``, a document's text as of a day, with a note at each provision that is changed on that day."""
    here = version_address(document, day)
    for anchor, found in wording.at_places(catalogue.effects.get(document.id, ())):
        if told := "".join(_note(one, here, catalogue) for one in found if one.acts_on(day)):
            html = _put(html, anchor, _box(told))
    return html


def _box(notes: str) -> str:
    """Return all notes at one provision as one box, because the margin has room for one beside each provision."""
    return f'<div class="change" role="note">{notes}</div>'


def _note(one: Modification, here: str, catalogue: Catalogue, place: str = "") -> str:
    """Return the note of a modification for the page at the address ``here``.

    ``place`` names the provision that is modified, if the note does not stand at that provision; else it is empty.
    """
    name = f"Bổ sung sau{place or ' chỗ này'}" if one.action is Action.INSERTION else f"{wording.name(one)}{place}"
    told = f"{name} bởi {_link(wording.acting(one, catalogue), here)}, {wording.days(one, catalogue)}"
    return f'<p><span aria-hidden="true">◐</span> {told}</p>'


def _link(link: Link, here: str) -> str:
    address, _, anchor = link.address.partition("#")
    href = quote(relative(address, here)) + (f"#{quote(anchor)}" if anchor else "")
    return f'<a href="{escape(href)}">{escape(link.text)}</a>'


def _versions(
    anchor: str, found: Sequence[Modification], texts: DatedTexts, document: OfficialDocument
) -> Iterator[str]:
    """Yield the HTML of a closed box with the versions of the provision at ``anchor``.

    ``found`` are its modifications, and ``texts`` the texts of the document by day.
    """
    before = at_anchor(anchor, texts.issued)
    parts: list[str] = []
    said = ["Bản gốc"] if before else []
    here = address_of(document.path)
    for day in days_of(found):
        now = at_anchor(anchor, texts.from_day[day])
        shown = marked(before, now) if [one.text for one in now] != [one.text for one in before] else ""
        for one in found:
            if one.action is Action.INSERTION and one.since == day:
                shown += added(unquoted(one.words))
        if not shown:
            continue
        link = _link(
            Link(f"Cả văn bản tại ngày {format_date(day)}", f"{version_address(document, day)}#{anchor}"), here
        )
        parts.append(f'<p class="change-day">Từ {format_date(day)}</p>{shown}<p>{link}</p>')
        said.append(f"từ {format_date(day)}")
        before = now
    if parts:
        head = f"<summary>{' · '.join(said)}</summary>"
        yield f'<details class="change-versions">{head}{"".join(parts)}{_LEGEND}</details>'


def _put(html: str, anchor: str, note: str) -> str:
    """Return HTML with ``note`` after the element whose id is ``anchor``; at the end if there is no such element."""
    begun = tag_with(anchor, html)
    end = html.find(f"</{begun[1]}>", begun.end()) if begun and begun[1] in _PARAGRAPHS else -1
    if begun is None or end < 0:
        return html + note
    end += len(f"</{begun[1]}>")
    return html[:end] + note + html[end:]
