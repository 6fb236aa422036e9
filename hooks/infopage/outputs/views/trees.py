"""Implementation trees as templates show them."""

from dataclasses import dataclass

from infopage.outputs.views.links import Badge, Link


@dataclass(frozen=True)
class Step:
    """A document in an implementation tree, with the documents that carry it out."""

    link: Link
    text: str
    level: str
    notes: tuple[str, ...]
    badge: Badge
    steps: tuple["Step", ...]


@dataclass(frozen=True)
class TreeView:
    """An implementation tree; ``missing`` are the levels from which the tree has no document."""

    root: Step
    missing: tuple[str, ...]


@dataclass(frozen=True)
class TreesView:
    """All implementation trees."""

    trees: tuple[TreeView, ...]
