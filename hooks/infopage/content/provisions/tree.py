"""The provisions of an official text as a tree; functions turn a text into a tree, and a tree into a text."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from infopage.content.provisions.lines import Provision, labelled, provisions
from infopage.content.provisions.ranks import Label


@dataclass(frozen=True)
class ProvisionNode:
    """A provision with the provisions in it. The fields are those of :class:`Provision`.

    Plain text has no label, no anchor and no children. A paragraph without a label is a child of the provision before
    it: its form does not show whether it concludes that provision or the whole text ("Nghị quyết này được phổ biến đến
    chi bộ.").
    """

    label: Label | None
    text: str
    anchor: str = ""
    heading: int = 0
    quoted: bool = False
    children: tuple["ProvisionNode", ...] = ()
    number: int = field(default=0, compare=False)
    """The number of the line in the text, from 1. It is ignored when trees are compared."""

    @property
    def line(self) -> str:
        """The node's own line: its label and its text."""
        return labelled(self.label, self.text)


def parse(text: str) -> tuple[ProvisionNode, ...]:
    """Return the tree of a text: its outermost provisions."""
    return tree(provisions(enumerate(text.split("\n"), 1)))


def tree(found: Sequence[Provision]) -> tuple[ProvisionNode, ...]:
    """Return the outermost provisions, each with those it contains. ``found`` are all, in the order of the text."""
    waiting: list[tuple[Provision, list[ProvisionNode]]] = []
    top: list[ProvisionNode] = []

    def close(depth: int) -> None:
        while waiting and waiting[-1][0].depth >= depth:
            own, children = waiting.pop()
            node = ProvisionNode(own.label, own.text, own.anchor, own.heading, own.quoted, tuple(children), own.number)
            (waiting[-1][1] if waiting else top).append(node)

    for provision in found:
        close(provision.depth)
        waiting.append((provision, []))
    close(0)
    return tuple(top)


def render(nodes: Iterable[ProvisionNode]) -> str:
    """Return the text of a tree, with one line for each node; :func:`parse` turns it into the same tree."""
    return "\n".join(path[-1].line for path in walk(nodes))


def walk(nodes: Iterable[ProvisionNode], above: tuple[ProvisionNode, ...] = ()) -> Iterator[tuple[ProvisionNode, ...]]:
    """Yield the path to each node, in the order of the text: the nodes from the outermost to the node itself.

    ``above`` is the path to the parent of ``nodes``.
    """
    for node in nodes:
        path = (*above, node)
        yield path
        yield from walk(node.children, path)


def find(nodes: Iterable[ProvisionNode], anchor: str) -> tuple[ProvisionNode, ...]:
    """Return the path to the provision with ``anchor``; empty if there is none."""
    return next((path for path in walk(nodes) if path[-1].anchor == anchor), ()) if anchor else ()
