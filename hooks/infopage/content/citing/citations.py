"""Turns the mentions of documents in a rendered text into links, and explains each abbreviation at its first use."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape, unescape
from urllib.parse import quote

from infopage.content.citing.meanings import Index
from infopage.content.citing.supports import Citing
from infopage.content.citing.within import Own, references_within
from infopage.content.html_text import BARRIER, is_balanced, masked, masked_lines
from infopage.content.outside import AnyDocument
from infopage.content.rendered import Rendered
from infopage.language.abbreviations import first_places, introduced, pattern
from infopage.language.citations import mentions
from infopage.language.folding import fold
from infopage.language.kinds import GENERIC
from infopage.language.mentions import Mention, composed
from infopage.language.short_citations import short_mentions


@dataclass(frozen=True)
class Ambiguous:
    """A mention that may mean any of several documents."""

    written: str
    """The ambiguous mention as written in the text."""
    around: tuple[str, ...]
    """Excerpts of the text around the mention, the longest first.

    The first one found in the Markdown file gives the mention's line.
    """
    candidates: tuple[AnyDocument, ...]
    """The documents that the mention may mean."""


Splice = tuple[int, int, str]
"""A replacement in HTML: the start and end offset of the replaced part, and the new HTML."""


@dataclass(frozen=True)
class Cited:
    """The citations found in a text."""

    splices: tuple[Splice, ...] = ()
    """The replacements in a text's HTML that add links and explanations of abbreviations, in order."""
    documents: tuple[str, ...] = ()
    """The ids of the documents mentioned."""
    ambiguous: tuple[Ambiguous, ...] = ()
    """The mentions that may mean several documents."""


Address = Callable[[AnyDocument, tuple[str, ...]], tuple[str, str]]
"""A function that returns (link, tooltip) for a document and the anchors that the cited provision in it may have.

The link leads to the first of these anchors that exists, or to the whole document if none does.
"""

_NEAR = 30
_OPENED, _CLOSED = re.compile(r"<(?:strong|em|b|i|u)>$"), re.compile(r"</(?:strong|em|b|i|u)>")
_Meaning = tuple[Mention, AnyDocument | None, tuple[AnyDocument, ...]]
_Edit = tuple[int, int, str, str]


def cite(
    html: str,
    citing: Citing,
    index: Index,
    address: Address,
    abbreviations: Mapping[str, str],
    rendered: Rendered | None = None,
) -> Cited:
    """Return the citations found in a text, with replacements that add the links and explanations of abbreviations.

    - ``citing``: data about the text whose HTML is ``html``.
    - ``index``: the documents that can be mentioned.
    - ``address``: returns the link and tooltip of a document.
    - ``abbreviations``: maps each abbreviation to its full form. It is explained at its first use in the text.
    - ``rendered``: the text's provisions, which it may cite too; None if it is not an official text.
    """
    text = masked_lines(html) if rendered and rendered.is_plain else masked(html)
    edits: list[_Edit] = []
    documents: list[str] = []
    ambiguous: dict[str, Ambiguous] = {}
    taken = _Taken()
    for mention, document, between in _meanings(text, citing, index):
        if between:
            written = " ".join(text[slice(*mention.core)].split())
            ambiguous.setdefault(written, Ambiguous(written, _around(text, mention), between))
        elif document and document != citing.document:
            documents.append(document.id)
            href, title = address(document, mention.anchors)
            span = _linkable(html, mention)
            if span and (not mention.is_place or "#" in href) and taken.takes(*span):
                edits.append((*span, f'<a href="{escape(href)}" title="{escape(title)}">', "</a>"))
    edits += _own_places(text, html, citing, index, rendered, taken)
    edits += _explained(text, [(start, end) for start, end, _, _ in edits], abbreviations)
    splices = [(start, end, f"{before}{html[start:end]}{after}") for start, end, before, after in sorted(edits)]
    return Cited(tuple(splices), tuple(dict.fromkeys(documents)), tuple(ambiguous.values()))


class _Taken:
    """The parts of a text that are links: a later mention may not overlap them."""

    def __init__(self) -> None:
        self._spans: list[tuple[int, int]] = []

    def takes(self, start: int, end: int) -> bool:
        """Reserve the HTML from ``start`` to ``end`` for a link; return False if it overlaps another link."""
        at = bisect_left(self._spans, (start, end))
        near = self._spans[max(0, at - 1) : at + 1]
        if any(first < end and start < last for first, last in near):
            return False
        self._spans.insert(at, (start, end))
        return True


def _meanings(text: str, citing: Citing, index: Index) -> Iterator[_Meaning]:
    """Yield (mention, document, candidates) for each mention in a text: by symbol, then by name, then by number alone.

    ``document`` is the document that the mention means. If several documents fit, it is None, and they are the
    ``candidates``. If none fits, it is None, and there are no candidates.

    Mentions with a date or issuer are resolved first, because they help to resolve the others.
    """
    found = composed(
        text,
        lambda whole: [
            *mentions(whole, index.knows, index.kinds),
            *index.table.names.mentions(whole),
            *short_mentions(whole, index.kinds),
        ],
    )
    if not found:
        return
    met: dict[str, set[str]] = defaultdict(set)
    for mention in (*(m for m in found if m.dated or m.issuer), *found):
        document, _ = index.settle(mention, citing, met)
        if document and (mention.symbol or mention.name):
            met[str(mention.symbol or mention.name)].add(document.id)
    for mention in sorted(found, key=lambda m: m.is_place):
        yield mention, *index.settle(mention, citing, met)


def _own_places(
    text: str, html: str, citing: Citing, index: Index, rendered: Rendered | None, taken: _Taken
) -> Iterator[_Edit]:
    own = citing.document
    if own is None or rendered is None or not rendered.provisions:
        return
    amends = bool(own.amends) or "sua doi" in fold(own.abstract)
    about = Own(lambda written: written in GENERIC or index.is_of_kind(own, written), amends)
    for start, end, anchor in references_within(text, html, rendered, about, index.kinds):
        if is_balanced(html[start:end]) and taken.takes(start, end):
            yield start, end, f'<a href="#{quote(anchor)}">', "</a>"


def _around(text: str, mention: Mention) -> tuple[str, ...]:
    before = text[max(0, mention.start - _NEAR) : mention.start].rpartition(BARRIER)[2]
    after = text[mention.end : mention.end + _NEAR].partition(BARRIER)[0]
    whole, core = text[mention.start : mention.end], text[slice(*mention.core)]
    return (f"{before}{whole}{after}", f"{before}{whole}", f"{whole}{after}", whole, core)


def _linkable(html: str, mention: Mention) -> tuple[int, int] | None:
    """Return (start, end) of the HTML that the link of a mention can enclose without splitting an HTML element.

    This is the mention, with or without the tags right around it, or else only its symbol or number.
    Returns None if each of these splits an element.
    """
    opened, closed = _OPENED.search(html, max(0, mention.start - 8), mention.start), _CLOSED.match(html, mention.end)
    starts = (mention.start, opened.start() if opened else mention.start)
    ends = (mention.end, closed.end() if closed else mention.end)
    for start, end in (*((start, end) for start in starts for end in ends), mention.core):
        if is_balanced(html[start:end]):
            return start, end
    return None


def _explained(text: str, linked: Sequence[tuple[int, int]], abbreviations: Mapping[str, str]) -> Iterator[_Edit]:
    meanings = {escape(short, quote=False): full for short, full in abbreviations.items()}
    meanings |= {short: unescape(full) for short, full in introduced(text).items()}
    if not (found := pattern(meanings)):
        return
    parts: list[str] = []
    last = 0
    for start, end in sorted(linked):
        parts += (text[last:start], BARRIER * (end - start))
        last = end
    for start, end in first_places("".join((*parts, text[last:])), found):
        yield start, end, f'<abbr title="{escape(meanings[text[start:end]])}">', "</abbr>"


def spliced(html: str, splices: Iterable[Splice]) -> str:
    """Return ``html`` with the replacements ``splices`` applied. They must be in order."""
    parts: list[str] = []
    at = 0
    for start, end, piece in splices:
        parts += (html[at:start], piece)
        at = end
    return "".join((*parts, html[at:]))
