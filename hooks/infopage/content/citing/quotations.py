"""Checks that each quotation that a text attributes to a document occurs there word for word."""

import re
import unicodedata
from collections import Counter
from collections.abc import Container, Iterator, Mapping
from difflib import SequenceMatcher
from html import unescape

from infopage.content.addresses import BodyLink
from infopage.content.diagnostics import Diagnostic
from infopage.content.fields import quote
from infopage.content.html_text import plain
from infopage.content.model import OfficialDocument
from infopage.content.texts import Text

RULE = "trich-dan-sai"
_LONGEST_PASSAGE = 200
_GAP = re.compile(r"\[\s*(?:…|\.{3,})\s*\]|\(\s*(?:…|\.{3,})\s*\)|…|\.{3,}")
_MARKS = re.compile(r"[“”„‟\"«»‘’‚'`]")
_DASHES = re.compile(r"[‐‑‒–—−]")
_EDGES = " .,;:!?-"


def normal(words: str) -> str:
    """Return a text in a form for comparison: no quotation marks, single spaces, and hyphens for all dashes."""
    words = _MARKS.sub("", unicodedata.normalize("NFC", unescape(words)))
    return " ".join(_DASHES.sub("-", words).split())


def pieces(words: str) -> list[str]:
    """Return the parts of a quotation between its omissions (``…``, ``[…]``), without punctuation at their ends."""
    return [piece for part in _GAP.split(words) if (piece := normal(part).strip(_EDGES))]


def occurs(words: str, html: str) -> bool:
    """Tell whether the parts of the quotation ``words`` occur in ``html`` in their order.

    The labels of provisions in ``html`` (``1.``, ``a)``) may be quoted or left out.
    """
    without = re.sub(r"<span class=\"nhan\">.*?</span>", "", html)
    return any(_in_order(pieces(words), normal(plain(passage))) for passage in dict.fromkeys((html, without)))


def _in_order(wanted: list[str], passage: str) -> bool:
    at = 0
    for piece in wanted:
        found = re.compile(rf"(?<!\w){re.escape(piece)}(?!\w)").search(passage, at)
        if found is None:
            return False
        at = found.end()
    return True


def nearest(words: str, passage: str) -> str:
    """Return the part of ``passage`` most similar to the quotation ``words``, for a message; at most 200 characters."""
    wanted = [word.strip(_EDGES) for word in normal(words).split()]
    shown = passage.split()
    given = [normal(word).strip(_EDGES) for word in shown]
    size = min(len(wanted), len(given))
    if not size:
        return ""
    counted = Counter(map(str.casefold, wanted))
    step = max(1, size // 8)
    scored = []
    for start in range(0, len(given) - size + 1, step):
        shared = Counter(map(str.casefold, given[start : start + size])) & counted
        scored.append((-shared.total(), start))
    best = max(
        (
            (SequenceMatcher(None, wanted, given[at : at + size], autojunk=False).ratio(), -at)
            for _, near in sorted(scored)[:5]
            for at in range(max(0, near - step), min(len(given) - size, near + step) + 1)
        ),
        default=(0.0, 0),
    )
    found = " ".join(shown[-best[1] : -best[1] + size])
    return found if len(found) <= _LONGEST_PASSAGE else found[: _LONGEST_PASSAGE - 1].rsplit(" ", 1)[0] + "…"


def check_quotations(text: Text, documents: Mapping[str, Text], shown: Container[str]) -> Iterator[Diagnostic]:
    """Yield a fault for each quotation in a text that does not occur in the document named as its source.

    ``documents`` maps both the id and the file path of each official document to its text. ``shown`` has the ids of
    public documents: messages must not quote other documents.
    """
    links = text.rendered.links
    for quotation in text.quotations:
        named = [(number, links[number]) for number in quotation.links if links[number].target in documents]
        places = [(number, link, documents[link.target]) for number, link in named]
        if not places or any(occurs(quotation.words, _html(place, link.anchor)) for _, link, place in places):
            continue
        number, link, place = places[0]
        line = text.line_of_link(links, number)
        yield Diagnostic(text.path, line, RULE, _message(quotation.words, link, place, shown))


def _message(words: str, link: BodyLink, place: Text, shown: Container[str]) -> str:
    assert isinstance(place.item, OfficialDocument)
    named = f"văn bản số {place.item.symbol}" if place.item.symbol else f"văn bản “{place.item.id}”"
    where = f"{named}{f' ở #{link.anchor}' if link.anchor else ''}"
    message = f"lời trích {quote(words)} không có trong {where}"
    if place.item.id not in shown:
        return f"{message}; hãy chép lại đúng nguyên văn"
    if link.anchor and occurs(words, _html(place, "")):
        return f"{message}, mà ở chỗ khác của văn bản ấy; hãy sửa lại chỗ dẫn"
    return f"{message}; chỗ gần nhất: “{nearest(words, plain(_html(place, link.anchor)))}”"


def _html(text: Text, anchor: str) -> str:
    html = text.rendered.html
    return html[slice(*_bounds(text, anchor))] if anchor else html


def _bounds(text: Text, anchor: str) -> tuple[int, int]:
    """Return (start, end) of the provision with ``anchor`` in the text's HTML, including the provisions inside it.

    If the anchor is that of another element, such as a table, the range ends with the HTML. If there is no such anchor,
    it is all HTML.
    """
    html = text.rendered.html
    at = html.find(f' id="{anchor}"')
    start = html.rfind("<", 0, at) if at >= 0 else 0
    found = text.rendered.provisions
    index = next((n for n, p in enumerate(found) if p.anchor == anchor), None)
    if index is None:
        return (start, len(html)) if at >= 0 else (0, len(html))
    after = (p.anchor for p in found[index + 1 :] if p.anchor and p.depth <= found[index].depth)
    following = next((html.find(f' id="{other}"') for other in after), -1)
    return start, html.rfind("<", 0, following) if following >= 0 else len(html)
