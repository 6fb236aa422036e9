"""Implementation trees as templates show them: a resolution, and the documents that implement it, level by level."""

from dataclasses import dataclass

from infopage.outputs.views.links import Badge, Link


@dataclass(frozen=True)
class Step:
    """A document in an implementation tree; ``steps`` are the documents that implement it."""

    link: Link
    text: str
    level: str
    notes: tuple[str, ...]
    badge: Badge
    steps: tuple["Step", ...]


@dataclass(frozen=True)
class TreeView:
    """An implementation tree; ``missing`` are the administrative levels from which it has no document."""

    root: Step
    missing: tuple[str, ...]


@dataclass(frozen=True)
class TreesView:
    """All implementation trees."""

    trees: tuple[TreeView, ...]
