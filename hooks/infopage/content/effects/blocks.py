"""A text as blocks, which modifications replace, remove and insert. A block is one element of the text's HTML."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import unescape

from lxml import html as lxml_html

from infopage.content.html_text import ANY_TAG
from infopage.content.matching import labelled_line, unlabelled_line
from infopage.content.official import paragraph, shown
from infopage.content.provisions.lines import Provision, labelled

_PARAGRAPH = re.compile(
    r'(?P<begin><(?P<tag>p|h[1-6])\b[^>]*>(?:<span class="nhan">.*?</span> ?)?)(?P<words>.*)(?P<end></(?P=tag)>)',
    re.DOTALL,
)
_TAG = re.compile(ANY_TAG)
_ID = re.compile(r'(<[a-z][a-z0-9]*(?: [a-z-]+="[^"]*")*?) id="[^"]*"')
_LABEL = "nhan"
_LINES = ("p", "h2", "h3", "h4", "h5", "h6")


@dataclass(frozen=True)
class TextBlock:
    """A block of a text: a line, which is a provision with or without a label, or a table or other block.

    ``depth`` is the number of provisions that contain the block. ``text`` is the block without markup. ``provision`` is
    the line that the block shows; None if it shows a table or the like.
    """

    depth: int
    text: str
    html: str
    provision: Provision | None = None

    @property
    def anchor(self) -> str:
        """The anchor of the provision that the block shows; '' if it shows none."""
        return self.provision.anchor if self.provision else ""

    @property
    def words(self) -> str:
        """The HTML of the block's words. For a line, it is without the label and the element around the line."""
        found = _PARAGRAPH.fullmatch(self.html) if self.provision else None
        return found["words"] if found else self.html

    def with_words(self, words: str) -> "TextBlock":
        """Return the block with other words, given as HTML."""
        if self.provision and (found := _PARAGRAPH.fullmatch(self.html)):
            text = text_of(words)
            line = labelled(self.provision.label, text)
            html = f"{found['begin']}{words}{found['end']}"
            return replace(self, text=line, html=html, provision=self.provision._replace(text=text))
        return replace(self, text=text_of(words), html=words)


def text_of(html: str) -> str:
    """Return the text in HTML as one line."""
    return " ".join(unescape(_TAG.sub("", html)).split())


def without_ids(html: str) -> str:
    """Return HTML without its ids, for a page that may have them already."""
    return _ID.sub(r"\1", html)


def line_block(provision: Provision, words: str | None = None) -> TextBlock:
    """Return the block that shows a line; ``words`` is the HTML of the line's text, None if it has no markup."""
    html = paragraph(provision, "") if words is None else shown(provision, "", words)
    return TextBlock(provision.depth, provision.line, html, provision)


def blocks_of(html: str, provisions: Sequence[Provision]) -> tuple[TextBlock, ...]:
    """Return the blocks of an official text, given its HTML and its provisions.

    A table or other block that shows no line is as deep as the lines before it.
    """
    found: list[TextBlock] = []
    inner, at = 0, 0
    for element in lxml_html.fragments_fromstring(html):
        if isinstance(element, str):
            continue
        text = " ".join(element.text_content().split())
        shown = lxml_html.tostring(element, encoding="unicode", with_tail=False)
        line = _shown_by(element, text, provisions, at)
        if line is None:
            found.append(TextBlock(inner, text, shown))
            continue
        provision, at = provisions[line], line + 1
        inner = provision.depth + (provision.label is not None)
        found.append(TextBlock(provision.depth, text, shown, provision))
    return tuple(found)


def _shown_by(element: lxml_html.HtmlElement, text: str, provisions: Sequence[Provision], at: int) -> int | None:
    """Return the index, at or after ``at``, of the provision that an element with this ``text`` shows; None if none."""
    if element.tag not in _LINES:
        return None
    mark = next((child for child in element if child.get("class") == _LABEL), None)
    if mark is None:
        return unlabelled_line(text, provisions, at)
    return labelled_line(" ".join(mark.text_content().split()), element.get("id") or "", provisions, at)


def end_of(found: Sequence[TextBlock] | Sequence[Provision], at: int) -> int:
    """Return the index after the last block or provision that the one at the index ``at`` contains."""
    end = at + 1
    while end < len(found) and found[end].depth > found[at].depth:
        end += 1
    return end


def at_anchor(anchor: str, blocks: Sequence[TextBlock]) -> tuple[TextBlock, ...]:
    """Return the blocks of the provision at ``anchor``; () if the text has no such place."""
    at = next((at for at, block in enumerate(blocks) if block.anchor == anchor), None)
    return () if at is None else tuple(blocks[at : end_of(blocks, at)])


def stub(block: TextBlock, words: str) -> TextBlock:
    """Return the block that stands for a removed provision: its label and ``words``, such as “(được bãi bỏ)”."""
    assert block.provision
    return line_block(block.provision._replace(text=words))
