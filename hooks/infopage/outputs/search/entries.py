"""Index entries: the words of an item or page, its passages with anchors, and the data that a result shows."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape

from infopage.content.provisions.lines import Provision
from infopage.language.abbreviations import introduced
from infopage.language.spacing import spaced
from infopage.outputs.search import places, tuning
from infopage.outputs.search.attached import unrepeated
from infopage.outputs.search.attributes import attribute_levels
from infopage.outputs.search.initials import initial_levels
from infopage.outputs.search.sources import IndexSource
from infopage.outputs.search.terms import Field, Terms, TokenTable, count
from infopage.outputs.search.texts import Passage, cut, shown
from infopage.outputs.search.titles import Titles, title_levels

_TOOL = re.compile(r'<a class="(?:footnote-backref|neo)"[^>]*>.*?</a>|<sup id="fnref.*?</sup>', re.DOTALL)
_BLOCK_END = re.compile(r"</(?:p|h[1-6]|li|tr|dt|dd|pre|blockquote|figcaption|summary)>|<br>|<hr>")
_TAG = re.compile(r"<[^>]*>")
_ANCHOR = re.compile(r'<(h[1-6]|p|li|td|dt|dd|div)\b[^>]*? id="(?!fn)([^"]+)"')
_LABEL = re.compile(r'<span class="nhan">(.*?)</span>', re.DOTALL)
_TITLE_LENGTH = 90


@dataclass(frozen=True, eq=False)
class IndexedEntry:
    """What the index keeps of a source (an item or a standing page).

    ``shown`` is the JSON of the data that a result shows at once, such as the title. ``text`` is the JSON of the
    passages, from which snippets are taken later. ``places`` are the provisions of a document as JSON (places.py).
    ``introduced`` has the abbreviations that the text defines, each with its full form.
    """

    terms: Terms
    shown: str
    text: str
    places: str
    introduced: tuple[tuple[str, str], ...]

    @property
    def record(self) -> str:
        """The data and the passages together, as one JSON array: everything that a result shows."""
        return f"[{self.shown},{self.text}]"


def entry(source: IndexSource, letters: int, token_table: TokenTable) -> IndexedEntry:
    """Return the index entry of a source (an item or a standing page).

    About ``letters`` characters of its text are kept for snippets. ``token_table`` has the words of the entries read
    before, and gets the words of this one.
    """
    found: list[Passage] = []
    anchors: list[tuple[str, str]] = []
    headings: list[str] = []
    anchor, title, above, lines = "", "", "", [] if not source.summary else [source.summary]
    for tag, next_anchor, label, text in _provisions(source.provisions) if source.provisions else _blocks(source.html):
        if not next_anchor:
            lines.append(text)
            continue
        found.append(Passage(anchor, title, " ".join(lines)))
        anchor, lines = next_anchor, []
        if tag.startswith("h"):
            title = above = _short(text)
            headings.append(text)
            anchors.append((anchor, title))
        else:
            anchors.append((anchor, ""))
            title = f"{above} › {label}" if above and label else above or _short(text)
            lines.append(text)
    found.append(Passage(anchor, title, " ".join(lines)))
    if source.beside:
        found.append(Passage("", "", source.beside))
    passages = tuple(place for place in found if place.text or place.anchor)
    body = "\n".join(place.text for place in found)
    number = f"{source.kind_name} số {source.number}" if source.number else ""
    fields = [
        Field(source.title, tuning.TITLE_WEIGHT),
        Field(number, tuning.NUMBER_WEIGHT),
        Field(source.summary, tuning.SUMMARY_WEIGHT),
        Field("\n".join(headings), tuning.HEADING_WEIGHT + 1),
        Field(source.names, tuning.NAMES_WEIGHT),
    ]
    attached = unrepeated(source.attached, body, token_table)
    attributes = attribute_levels(source.date, source.persons_and_bodies, source.kin)
    # On a large site, too many words of summaries have the same initials, and they would take too much room.
    summary = source.summary if letters >= tuning.MOST_TEXT else ""
    initials = initial_levels((source.title, *source.other_titles), (summary, source.topic_names))
    terms = count(
        body,
        fields,
        token_table,
        initials | title_levels(_titles(source)) | attributes,
        source.own,
        in_force=source.in_force,
        attached="\n".join(part.text for part in attached),
        sampled=letters // tuning.LETTERS_PER_WORD,
    )
    listed = places.listed(anchors, letters // 2) if source.kind else ""
    files = [Passage(part.anchor, part.title, part.text.replace("\n", " ")) for part in attached]
    return IndexedEntry(terms, shown(source), cut(letters, passages, files), listed, tuple(introduced(body).items()))


def _titles(source: IndexSource) -> Titles:
    return Titles(
        title=source.title,
        others=source.other_titles,
        topics=source.topic_names,
        kind=source.kind_name,
        number=source.number,
    )


def _blocks(html: str) -> Iterator[tuple[str, str, str, str]]:
    """Yield the tag, anchor, label and text of each block of HTML, such as a heading or a paragraph.

    The label is the marked beginning of a provision, such as “Điều 5.”, or empty. The text includes it. If a block has
    no anchor, its tag, anchor and label are empty.
    """
    for block in _BLOCK_END.split(_TOOL.sub("", html) if "footnote" in html or "neo" in html else html):
        text = " ".join(unescape(_TAG.sub(" " if "</t" in block else "", block)).split())
        if not text:
            continue
        if place := _ANCHOR.search(block):
            label = _LABEL.search(block)
            yield place[1], place[2], unescape(_TAG.sub("", label[1])).strip() if label else "", text
        else:
            yield "", "", "", text


def _provisions(found: Sequence[Provision]) -> Iterator[tuple[str, str, str, str]]:
    """Yield the same as ``_blocks``, but from the provisions of an official text without Markdown."""
    for provision in found:
        text = spaced(provision.line)
        if text and provision.anchor:
            label = provision.label.text.strip() if provision.label else ""
            yield f"h{provision.heading}" if provision.heading else "p", provision.anchor, label, text
        elif text:
            yield "", "", "", text


def _short(text: str) -> str:
    return text if len(text) <= _TITLE_LENGTH else text[:_TITLE_LENGTH].rpartition(" ")[0] + " …"
