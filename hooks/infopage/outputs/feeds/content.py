"""The content of an item's feed entry: the item's HTML without what works only on its page, and notes around it.

The HTML has passed the allow-list of content/safe_html.py. This module adds nothing to it except absolute addresses.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape, unescape

from infopage.content.catalogue import Catalogue
from infopage.content.machine_made import GENERATED, is_machine_made
from infopage.content.model import Draft, Event, Item, OfficialDocument, Question
from infopage.content.model_parts import MANNERS
from infopage.content.pictured import album_of, infographics_of, lead_of
from infopage.outputs.feeds.addresses import encoded, resolved
from infopage.outputs.feeds.cutting import cut
from infopage.outputs.feeds.figures import figures, recordings
from infopage.outputs.views.items import Fact, Value
from infopage.outputs.wording.cards import now_named
from infopage.outputs.wording.consultation import received
from infopage.outputs.wording.facts import draft_facts, facts, question_facts
from infopage.outputs.wording.frame import Settings
from infopage.outputs.wording.notices import change_notes, corrected

MOST = 16 * 1024
"""The largest content of an entry, in bytes of UTF-8. A longer text is cut, and ends with a link to its page."""

ILLUSTRATIVE_WORDS = "Nội dung minh họa, không phải của cơ quan nào có thật."
ILLUSTRATIVE = f"<p><strong>{ILLUSTRATIVE_WORDS}</strong></p>"
"""The notice that is the first block in the feed entry of an illustrative item (a made-up example)."""

_ROOM = 2048
"""How many bytes of ``MOST`` are reserved for the link to the page when a text is cut."""

_KEPT = frozenset(
    ("href", "src", "alt", "title", "lang", "width", "height", "colspan", "rowspan", "scope", "start", "type", "align")
) | {"datetime", "span", "open"}
_ATTRIBUTES = r"(?: [a-z-]+=\"[^\"]*\")*"
_LABEL = re.compile(rf'<span class="nhan">(?:<a{_ATTRIBUTES}>)?([^<]*)(?:</a>)?</span>')
_BACKREF = re.compile(rf'(?:&nbsp;|\s)*<a class="footnote-backref"{_ATTRIBUTES}>.*?</a>', re.DOTALL)
_NO_USE = re.compile(rf"</?(?:div|span){_ATTRIBUTES}>\n?")
_ALIGNED = re.compile(rf'(<(?:p|t[dh]){_ATTRIBUTES}?) class="(giua|phai)(?: [a-z]+)*"')
_SIDES = {"giua": "center", "phai": "right"}
_NAMED = re.compile(r"(<(?:p|h[1-6]|li|ul|ol|sup|t[dhr]))(?: (?:id|class)=\"[^\"]*\")+(?=>)")
_WITH_ATTRIBUTES = re.compile(r"<(?P<name>[a-z][a-z0-9]*)(?P<attributes>(?: [a-z-]+=\"[^\"]*\")+)>")
_ATTRIBUTE = re.compile(r" (?P<name>[a-z-]+)=\"(?P<value>[^\"]*)\"")
# Characters that XML forbids (XML 1.0, 2.2), or that feed validators report as signs of a broken encoding.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffd-\uffff]")


@dataclass(frozen=True)
class Notes:
    """Blocks of HTML before and after an item's body in its feed entry, such as corrections and where it is from."""

    before: tuple[str, ...]
    after: tuple[str, ...]


def fit(text: str) -> str:
    """Return a text without characters that may not be in a feed (``_UNFIT``), such as control characters."""
    return _UNFIT.sub("", text)


def content(html: str, notes: Notes, page: str) -> str:
    """Return the content of an item's feed entry: the body with the notes around it.

    If it has more than ``MOST`` bytes, it is cut, and a link to the page is added.
    ``html`` is the item's body, and ``page`` the absolute address of its page.
    """
    html = fit("\n".join((*notes.before, portable(html, page), *notes.after))).strip()
    if len(html.encode()) <= MOST:
        return html
    more = f'<p><a href="{escape(page)}">Đọc tiếp trên trang</a></p>'
    return f"{cut(html, MOST - _ROOM).rstrip()}\n{more}"


def notes(item: Item, catalogue: Catalogue, settings: Settings) -> Notes:
    """Return the blocks (such as corrections and the source) to put around an item's body in its feed entry."""
    shown = (lead_of(item), infographics_of(item), album_of(item))
    lead, infographics, album = (figures(some, item, catalogue, settings) for some in shown)
    heard = recordings(item, catalogue, settings)
    return Notes((*_before(item, catalogue), *lead), (*heard, *infographics, *album, *_after(item)))


def portable(html: str, page: str) -> str:
    """Return an item's body in a form that can be read outside its page, whose absolute address is ``page``.

    Addresses are made absolute. Ids, permalinks, frames and links back from footnotes are removed. Alignment, which is
    a style on the page, becomes an attribute of the cell or paragraph.
    """
    # For speed: splitting at a pattern and joining the result replaces each match by its group with no function call.
    html = "".join(_LABEL.split(html))
    html = _BACKREF.sub("", html) if "footnote-backref" in html else html
    html = _ALIGNED.sub(lambda found: f'{found[1]} align="{_SIDES[found[2]]}"', html)
    html = "".join(_NAMED.split(_NO_USE.sub("", html)))

    def element(found: re.Match[str]) -> str:
        kept = (
            f' {name}="{escape(resolved(unescape(value), page)) if name in ("href", "src") else value}"'
            for name, value in _ATTRIBUTE.findall(found["attributes"])
            if name in _KEPT
        )
        return f"<{found['name']}{''.join(kept)}>"

    # Entries are written as CDATA, which "]]>" would end. The escaped form means the same in HTML.
    return _WITH_ATTRIBUTES.sub(element, html).replace("]]>", "]]&gt;")


def _before(item: Item, catalogue: Catalogue) -> Iterator[str]:
    if item.illustrative:
        yield ILLUSTRATIVE
    if is_machine_made(item):
        yield f"<p><strong>Bài {GENERATED}.</strong></p>"
    for one in corrected(item):
        wrong, right = (escape(words, quote=False) for words in (one.wrong, one.right))
        before = f"đã đăng “<del>{wrong}</del>”, " if wrong else ""
        yield (
            f"<p><strong>Đính chính ngày {one.when.text}{escape(one.following, quote=False)}:</strong> "
            f"{before}nội dung đúng là “<ins>{right}</ins>”.</p>"
        )
    for when, note in change_notes(item):
        yield f"<p><strong>Sửa ngày {when.text}:</strong> {escape(note, quote=False)}</p>"
    if isinstance(item, OfficialDocument):
        for issuer in (catalogue.registries.issuers[id] for id in item.issuers):
            if heirs := now_named(issuer, catalogue):
                names = (escape(issuer.short_name, quote=False), escape(heirs, quote=False))
                yield f"<p><em>Văn bản của {names[0]}, {names[1]}.</em></p>"
    if isinstance(item, Question):
        yield f"<blockquote><p>{escape(item.question, quote=False)}</p></blockquote>"
        yield from map(_fact, question_facts(item, catalogue))
    if isinstance(item, Draft):
        yield from map(_fact, draft_facts(item, catalogue))
        yield f"<p>Gửi ý kiến về: {escape('; '.join(item.send_to), quote=False)}.</p>"
    if isinstance(item, Event):
        yield from (_fact(fact) for fact in facts(item, catalogue) if not _is_about_pages(fact))
        if item.programme:
            yield "<p>Chương trình:</p>"
            parts = (f"<li>{escape(f'{part.time}: {part.content}', quote=False)}</li>" for part in item.programme)
            yield f"<ul>{''.join(parts)}</ul>"
        if item.connection_points:
            points = "; ".join(item.connection_points)
            yield f"<p>Điểm cầu: {escape(points, quote=False)}.</p>"


def _after(item: Item) -> Iterator[str]:
    if isinstance(item, Draft) and (result := item.reception):
        yield f"<p><strong>Kết quả lấy ý kiến.</strong> {received(result)}</p>"
        yield from (f"<p>{escape(f'{one.content}: {one.use}', quote=False)}</p>" for one in result.opinions)
    if isinstance(item, Event) or not (origin := item.origin):
        return
    name = escape(origin.name, quote=False)
    source = f'<a href="{escape(encoded(origin.address))}">{name}</a>' if origin.address else name
    author = f", tác giả {escape(origin.author, quote=False)}" if origin.author else ""
    manner = f" {MANNERS[origin.manner]}." if origin.manner else ""
    rights = f" {escape(words, quote=False)}" if (words := getattr(item, "rights", "")) else ""
    yield f"<p>Nguồn: {source}{author}.{manner}{rights}</p>"


def _is_about_pages(fact: Fact) -> bool:
    """Tell whether a fact, a line of the item's box of facts, links to other pages of the site.

    Such facts are left out of the content, because the feed entry has the same links as related links.
    """
    return any(value.address for value in fact.values)


def _fact(fact: Fact) -> str:
    return f"<p>{escape(fact.label, quote=False)}: {', '.join(map(_value, fact.values))}</p>"


def _value(value: Value) -> str:
    text = escape(value.text, quote=False)
    return f'<a href="{escape(encoded(value.outside))}">{text}</a>' if value.outside else text
