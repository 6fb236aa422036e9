"""Implementation trees as templates show them."""

from dataclasses import dataclass

from infopage.outputs.views.links import Badge, Link


@dataclass(frozen=True)
class Step:
    """A document of an implementation tree, with those that carry it out in turn."""

    link: Link
    text: str
    level: str
    notes: tuple[str, ...]
    badge: Badge
    steps: tuple["Step", ...]


@dataclass(frozen=True)
class TreeView:
    """An implementation tree; ``missing`` are levels that nothing on the site comes from."""

    root: Step
    missing: tuple[str, ...]


@dataclass(frozen=True)
class TreesView:
    """All implementation trees."""

    trees: tuple[TreeView, ...]
