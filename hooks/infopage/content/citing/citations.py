"""Turns the mentions of documents in a rendered text into links, and explains each abbreviation at its first use."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape, unescape

from infopage.content.citing.meanings import Citing, Index, is_dated, key
from infopage.content.html_text import BARRIER, is_balanced, masked, masked_lines
from infopage.content.model import OfficialDocument
from infopage.language.abbreviations import first_places, introduced, pattern
from infopage.language.citations import Mention, bare_numbers, mentions


@dataclass(frozen=True)
class Ambiguous:
    """A mention that may mean any of several documents."""

    written: str
    """The mention as written in the text."""
    around: tuple[str, ...]
    """Excerpts with the mention, the longest first. The first one found in the Markdown file gives its line."""
    candidates: tuple[OfficialDocument, ...]
    """The documents that the mention may mean."""


Splice = tuple[int, int, str]
"""A replacement in HTML: the start and end offset of the replaced part, and the new HTML."""


@dataclass(frozen=True)
class Cited:
    """The citations found in a text."""

    splices: tuple[Splice, ...] = ()
    """The replacements in the text's HTML that add links and explanations of abbreviations, in order."""
    documents: tuple[str, ...] = ()
    """The ids of the documents mentioned."""
    ambiguous: tuple[Ambiguous, ...] = ()
    """The mentions that may mean several documents."""


Address = Callable[[OfficialDocument, tuple[str, ...]], tuple[str, str]]
"""A function that returns (link, tooltip) for a document and the anchors that the cited provision in it may have.

The link leads to the first of these anchors that exists, or to the whole document if none does.
"""

_NEAR = 30
_OPENED, _CLOSED = re.compile(r"<(?:strong|em|b|i|u)>$"), re.compile(r"</(?:strong|em|b|i|u)>")
_Meaning = tuple[Mention, OfficialDocument | None, tuple[OfficialDocument, ...]]
_Edit = tuple[int, int, str, str]


def cite(
    html: str,
    citing: Citing,
    index: Index,
    address: Address,
    abbreviations: Mapping[str, str],
    *,
    is_plain: bool = False,
) -> Cited:
    """Return the citations found in a text, with replacements that add the links and explanations of abbreviations.

    - ``citing``: data about the text whose HTML is ``html``.
    - ``index``: the documents that can be mentioned.
    - ``address``: returns the link and tooltip of a document.
    - ``abbreviations``: maps each abbreviation to its full form. It is explained at its first use in the text.
    - ``is_plain``: whether the text is an official text without any Markdown, which is searched faster.
    """
    text = masked_lines(html) if is_plain else masked(html)
    edits: list[_Edit] = []
    documents: list[str] = []
    ambiguous: dict[str, Ambiguous] = {}
    for mention, document, between in _meanings(text, citing, index):
        if between:
            written = " ".join(text[slice(*mention.core)].split())
            ambiguous.setdefault(written, Ambiguous(written, _around(text, mention), between))
        elif document and document != citing.document:
            documents.append(document.id)
            if span := _linkable(html, mention):
                href, title = address(document, mention.anchors)
                edits.append((*span, f'<a href="{escape(href)}" title="{escape(title)}">', "</a>"))
    edits += _explained(text, [(start, end) for start, end, _, _ in edits], abbreviations)
    splices = [(start, end, f"{before}{html[start:end]}{after}") for start, end, before, after in sorted(edits)]
    return Cited(tuple(splices), tuple(dict.fromkeys(documents)), tuple(ambiguous.values()))


def _meanings(text: str, citing: Citing, index: Index) -> Iterator[_Meaning]:
    """Yield (mention, document, candidates) for each mention in a text.

    ``document`` is the document that the mention means. If several documents fit, it is None, and they are the
    ``candidates``. If none fits, it is None, and there are no candidates.

    Mentions with a date or issuer are resolved first, because they help to resolve the others.
    """
    found = mentions(text, index.knows)
    if not found:
        return
    met: dict[str, set[str]] = defaultdict(set)
    told: dict[str, OfficialDocument] = {}
    for mention in (*(m for m in found if m.dated or m.issuer), *found):
        document, _ = index.settle(mention, citing, met)
        if document and mention.symbol:
            met[key(mention.symbol)].add(document.id)
            told[document.id] = document
    for mention in found:
        yield mention, *index.settle(mention, citing, met)
    for mention in bare_numbers(text):
        alike = [d for d in told.values() if d.symbol and d.symbol.ordinal == (int(mention.number), "")]
        alike = [d for d in alike if index.is_of_kind(d, mention.kind)]
        if len(alike) == 1 and (not mention.dated or is_dated(alike[0], mention.dated)):
            yield mention, alike[0], ()


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
    blanked = text
    for start, end in linked:
        blanked = blanked[:start] + BARRIER * (end - start) + blanked[end:]
    for start, end in first_places(blanked, found):
        yield start, end, f'<abbr title="{escape(meanings[text[start:end]])}">', "</abbr>"


def spliced(html: str, splices: Iterable[Splice]) -> str:
    """Return ``html`` with the replacements ``splices`` applied. They must be in order."""
    parts: list[str] = []
    at = 0
    for start, end, piece in splices:
        parts += (html[at:start], piece)
        at = end
    return "".join((*parts, html[at:]))
