"""The provisions of an official text as a tree, and the text as it is written from one."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from infopage.content.provisions.lines import Provision, labelled, provisions
from infopage.content.provisions.ranks import Label


@dataclass(frozen=True)
class ProvisionNode:
    """A provision with what stands in it; plain text has no label, no anchor and nothing in it.

    A paragraph belongs to the provision before it. Whether it closes that one or all of the text ("Nghị quyết này được
    phổ biến đến chi bộ.") cannot be told from its form. ``number`` is its line, and no part of what it says.
    """

    label: Label | None
    text: str
    anchor: str = ""
    heading: int = 0
    quoted: bool = False
    children: tuple["ProvisionNode", ...] = ()
    number: int = field(default=0, compare=False)

    @property
    def line(self) -> str:
        """The node's own line: its label and its text."""
        return labelled(self.label, self.text)


def parse(text: str) -> tuple[ProvisionNode, ...]:
    """Return the tree of a plain text."""
    return tree(provisions(enumerate(text.split("\n"), 1)))


def tree(found: Sequence[Provision]) -> tuple[ProvisionNode, ...]:
    """Return the provisions that stand in no other, each with what stands in it."""
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
    """Return the text of a tree, a line a node; ``parse`` reads the same tree from it."""
    return "\n".join(path[-1].line for path in walk(nodes))


def walk(nodes: Iterable[ProvisionNode], above: tuple[ProvisionNode, ...] = ()) -> Iterator[tuple[ProvisionNode, ...]]:
    """Yield each node in order, as the path of nodes that leads to it."""
    for node in nodes:
        path = (*above, node)
        yield path
        yield from walk(node.children, path)


def find(nodes: Iterable[ProvisionNode], anchor: str) -> tuple[ProvisionNode, ...]:
    """Return the path to the provision with ``anchor``; empty where there is none."""
    return next((path for path in walk(nodes) if path[-1].anchor == anchor), ()) if anchor else ()
