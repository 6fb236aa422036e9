"""Implementation trees as templates show them: a resolution, and the documents that implement it, level by level."""

from dataclasses import dataclass

from infopage.outputs.views.links import Link


@dataclass(frozen=True)
class Step:
    """A document in an implementation tree; ``steps`` are the documents that implement it.

    ``text`` is its kind and issuer, and ``level`` the administrative level of the issuer. ``notes`` are its day of
    issue, the days since the document above it, and the provisions that it implements.
    """

    link: Link
    text: str
    level: str
    notes: tuple[str, ...]
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
