"""The text of a document in Akoma Ntoso: its provisions as nested elements, with their labels as typed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from infopage.content.provisions.lines import Provision
from infopage.content.provisions.ranks import Label, Rank
from infopage.content.rendered import Rendered
from infopage.outputs.data.akn_blocks import Block, blocks
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
_TEXT = "doan"


@dataclass(slots=True)
class _Node:
    """A provision, or a paragraph or other block without a label, with the provisions in it."""

    provision: Provision | None
    xml: str
    """The node's words as XML: inline content if it is a provision, else one whole block element."""
    inside: "list[_Node]" = field(default_factory=list)


def body(rendered: Rendered) -> str:
    """Return the element ``body`` with all words of a text, in order."""
    nodes = _plain(rendered.provisions) if rendered.is_plain else _laid_out(rendered)
    written = "".join(_elements(nodes, ""))
    return tag(
        "body", {"eId": "body"}, written or tag("hcontainer", {"name": _TEXT, "eId": _TEXT}, "<content><p/></content>")
    )


def _plain(provisions: Iterable[Provision]) -> list[_Node]:
    return _nested((p.depth, p, text(p.text)) for p in provisions)


def _laid_out(rendered: Rendered) -> list[_Node]:
    """Return the nodes of a text with Markdown: its blocks are matched with its provisions in order."""
    waiting = list(rendered.provisions)
    found: list[tuple[int, Provision | None, str]] = []
    depth = 0
    for block in blocks(rendered.html):
        at = next((at for at, p in enumerate(waiting) if _is(p, block)), None)
        if at is None:
            found.append((depth, None, block.xml))
            continue
        provision = waiting[at]
        del waiting[: at + 1]
        depth = provision.depth + (provision.label is not None)
        found.append((provision.depth, provision, block.inline if provision.label else block.xml))
    return _nested(found)


def _is(provision: Provision, block: Block) -> bool:
    if provision.label is None or not block.label:
        return False
    return provision.anchor == block.anchor and provision.label.text.strip() == block.label


def _nested(found: Iterable[tuple[int, Provision | None, str]]) -> list[_Node]:
    """Return the outermost nodes; ``found`` are (depth, provision, words) in the order of the text."""
    top: list[_Node] = []
    above: list[tuple[int, list[_Node]]] = [(-1, top)]
    for depth, provision, words in found:
        while above[-1][0] >= depth:
            above.pop()
        node = _Node(provision if provision and provision.label else None, words)
        if node.provision is None and not words.startswith("<"):
            node.xml = f"<p>{words}</p>" if words else "<p/>"
        above[-1][1].append(node)
        above.append((depth, node.inside))
    return top


def _elements(nodes: Sequence[_Node], within: str) -> Iterator[str]:
    """Yield the elements of nodes; ``within`` is the identifier of the element that contains them."""
    for number, node in enumerate(nodes, 1):
        if node.provision is None:
            id = f"{within}__{_TEXT}_{number}" if within else f"{_TEXT}_{number}"
            inner = "".join(_elements(node.inside, id))
            content = f"<intro>{node.xml}</intro>{inner}" if inner else f"<content>{node.xml}</content>"
            yield tag("hcontainer", {"name": _TEXT, "eId": id}, content)
            continue
        label = node.provision.label
        assert label
        name, begun, num = _begun(label)
        id = node.provision.anchor or f"{within}__{name}_{number}".removeprefix("__")
        yield f'{begun} eId="{id}">{num}{_content(node, node.provision, id)}</{name}>'


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


def _content(node: _Node, provision: Provision, id: str) -> str:
    words, inside = node.xml, node.inside
    heading = f"<heading>{words}</heading>" if provision.heading and words else ""
    own = "" if heading or not words else f"<p>{words}</p>"
    if not inside:
        return f"{heading}<content>{own}</content>" if own else heading
    if all(child.provision is None and not child.inside for child in inside):
        blocks = own + "".join(child.xml for child in inside)
        return heading + (f"<content>{blocks}</content>" if blocks else "")
    return heading + (f"<intro>{own}</intro>" if own else "") + "".join(_elements(inside, id))
