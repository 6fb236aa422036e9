"""The text of a document in Akoma Ntoso: its provisions as nested elements, with their labels as typed."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby

from infopage.content.effects.blocks import text_of
from infopage.content.effects.modifications import is_within
from infopage.content.matching import labelled_line, unlabelled_line
from infopage.content.provisions.lines import Provision
from infopage.content.provisions.ranks import Label, Rank
from infopage.content.rendered import Rendered
from infopage.outputs.data.akn_blocks import blocks
from infopage.outputs.data.akn_refs import words_of_line
from infopage.outputs.data.akn_xml import tag, text

_ELEMENTS = {
    Rank.PART: "part",
    Rank.CHAPTER: "chapter",
    Rank.SECTION: "section",
    Rank.SUBSECTION: "subsection",
    Rank.ARTICLE: "article",
    Rank.LETTER: "division",
    Rank.ROMAN: "section",
    Rank.POINT: "point",
    Rank.ITEM: "subparagraph",
    Rank.STAR: "indent",
    Rank.DASH: "indent",
    Rank.PLUS: "indent",
}
"""The element of Akoma Ntoso for each rank of provision, except those in ``_CLAUSES`` and ``_OTHERS``."""
_CLAUSES = ("paragraph", "subparagraph")
_OTHERS = {Rank.APPENDIX: "phu-luc", Rank.FORM: "mau"}
_TEXT, _QUOTED = "doan", "trich"
_QUOTATION = re.compile(r"[“„«][^“”„«»<>]*(?:<(?P<tag>\w+)[^<>]*>[^“”„«»<>]*</(?P=tag)>[^“”„«»<>]*)*[”»]")


@dataclass(slots=True)
class _Node:
    """A provision, or a paragraph or other block without a label, with the provisions in it."""

    provision: Provision | None
    xml: str
    """The node's words as XML: inline content if it is a provision, else one whole block element."""
    is_quoted: bool = False
    """Whether it is quoted from the text that this document amends."""
    inside: "list[_Node]" = field(default_factory=list)


def body(rendered: Rendered, html: str | None = None, acting: Collection[str] = ()) -> str:
    """Return the element ``body`` with all words of a text (``rendered``), in order.

    ``html`` is the text's HTML with links as elements ``ref`` (akn_refs.py); None if they are left out. ``acting`` are
    the anchors of the provisions that change another text: the words that they quote are marked.
    """
    if not rendered.is_plain:
        nodes = _laid_out(html or rendered.html, rendered.provisions)
    else:
        nodes = _plain(rendered.provisions, html.split("\n") if html else None)
    written = "".join(_elements(nodes, "", acting))
    return tag(
        "body", {"eId": "body"}, written or tag("hcontainer", {"name": _TEXT, "eId": _TEXT}, "<content><p/></content>")
    )


def _plain(provisions: Sequence[Provision], lines: Sequence[str] | None) -> list[_Node]:
    """Return the nodes of a text without Markdown; ``lines`` is the HTML of each provision, None if it has no links."""
    if lines is None:
        return _nested((p.depth, p, _whole(p, text(p.text)), p.quoted) for p in provisions)
    both = zip(provisions, lines, strict=True)
    written = ((p, words_of_line(line) if "<ref" in line else text(p.text)) for p, line in both)
    return _nested((p.depth, p, _whole(p, words), p.quoted) for p, words in written)


def _whole(provision: Provision, words: str) -> str:
    """Return ``words``, the XML of a provision; if the provision has no label, within a paragraph."""
    return words if provision.label else tag("p", None, words)


def _laid_out(html: str, provisions: Sequence[Provision]) -> list[_Node]:
    """Return the nodes of a text with Markdown, given as HTML: its blocks are matched with its provisions in order."""
    found: list[tuple[int, Provision | None, str, bool]] = []
    depth, at, is_quoted = 0, 0, False
    for block in blocks(html):
        if block.label:
            line = labelled_line(" ".join(block.label.split()), block.anchor, provisions, at)
        else:
            line = unlabelled_line(text_of(block.xml), provisions, at) if block.xml.startswith("<p>") else None
        if line is None:
            found.append((depth, None, block.xml, is_quoted and at < len(provisions) and provisions[at].quoted))
            continue
        provision, at = provisions[line], line + 1
        is_quoted = provision.quoted
        depth = provision.depth + (provision.label is not None)
        found.append((provision.depth, provision, block.inline if provision.label else block.xml, is_quoted))
    return _nested(found)


def _nested(found: Iterable[tuple[int, Provision | None, str, bool]]) -> list[_Node]:
    """Return the outermost nodes; ``found`` are (depth, provision, words, whether quoted) in the order of the text."""
    top: list[_Node] = []
    above: list[tuple[int, list[_Node]]] = [(-1, top)]
    for depth, provision, words, is_quoted in found:
        while above[-1][0] >= depth:
            above.pop()
        node = _Node(provision if provision and provision.label else None, words, is_quoted)
        above[-1][1].append(node)
        above.append((depth, node.inside))
    return top


def _elements(nodes: Sequence[_Node], within: str, acting: Collection[str]) -> Iterator[str]:
    """Yield the elements of nodes; ``within`` is the identifier of the element that contains them.

    ``acting`` is as in :func:`body`.
    """
    number = 0
    for is_quoted, group in groupby(nodes, lambda node: node.is_quoted):
        if is_quoted:
            id = _inside(within, _QUOTED, number + 1)
            content = f"<content>{_quoted(group, id)}</content>"
            yield tag("hcontainer", {"name": _QUOTED, "eId": id}, content)
            number += 1
            continue
        for node in group:
            number += 1
            yield _element(node, within, number, acting)


def _inside(within: str, name: str, number: int) -> str:
    """Return an identifier for an element that has none: its ``name`` and ``number`` in the element ``within``."""
    return f"{within}__{name}_{number}" if within else f"{name}_{number}"


def _quoted(nodes: Iterable[_Node], id: str) -> str:
    """Return the paragraph, with the identifier ``id``, that quotes nodes from the text that this document amends."""
    inside = "".join(_element(node, id, number, ()) for number, node in enumerate(nodes, 1))
    quoted = tag("quotedStructure", {"eId": f"{id}__qstr"}, inside)
    return tag("p", None, tag("mod", {"eId": f"{id}__mod"}, quoted))


def _element(node: _Node, within: str, number: int, acting: Collection[str]) -> str:
    """Return the element of a node, the one with this number in the element ``within``.

    ``acting`` is as in :func:`body`.
    """
    if node.provision is None:
        id = _inside(within, _TEXT, number)
        inner = "".join(_elements(node.inside, id, acting))
        content = f"<intro>{node.xml}</intro>{inner}" if inner else f"<content>{node.xml}</content>"
        return tag("hcontainer", {"name": _TEXT, "eId": id}, content)
    label = node.provision.label
    assert label
    name, begun, num = _begun(label)
    id = node.provision.anchor or _inside(within, name, number)
    return f'{begun} eId="{id}">{num}{_content(node, node.provision, id, acting)}</{name}>'


@lru_cache(maxsize=8192)
def _begun(label: Label) -> tuple[str, str, str]:
    """Return the name of the element of a label, its beginning up to the identifier, and the element of the label.

    Cached, because documents share labels. An identifier needs no escapes: anchors are ASCII.
    """
    name, other = "", _OTHERS.get(label.rank, "")
    if label.rank is Rank.CLAUSE:
        name = _CLAUSES[min(label.depth, 1)]
    elif not other:
        name = _ELEMENTS[label.rank]
    num = f"<num>{text(label.text.strip())}</num>"
    return (name, f"<{name}", num) if name else ("hcontainer", f'<hcontainer name="{other}"', num)


def _content(node: _Node, provision: Provision, id: str, acting: Collection[str]) -> str:
    words, inside = node.xml, node.inside
    if acting and not inside and any(is_within(id, anchor) for anchor in acting):
        words = _with_quoted_text(words, id)
    heading = f"<heading>{words}</heading>" if provision.heading and words else ""
    own = "" if heading or not words else f"<p>{words}</p>"
    if not inside:
        return f"{heading}<content>{own}</content>" if own else heading
    if all(child.is_quoted or (child.provision is None and not child.inside) for child in inside):
        blocks = own
        for number, (is_quoted, group) in enumerate(groupby(inside, lambda child: child.is_quoted), 1):
            blocks += _quoted(group, f"{id}__{_QUOTED}_{number}") if is_quoted else "".join(one.xml for one in group)
        return heading + (f"<content>{blocks}</content>" if blocks else "")
    return heading + (f"<intro>{own}</intro>" if own else "") + "".join(_elements(inside, id, acting))


def _with_quoted_text(words: str, id: str) -> str:
    """Return the words of a provision that changes another text, with each quotation in an element ``quotedText``.

    ``id`` is the identifier of the provision's element.
    """
    marked = _QUOTATION.sub(r"<quotedText>\g<0></quotedText>", words)
    return words if marked == words else f'<mod eId="{id}__mod">{marked}</mod>'
