"""The project's demonstration as it stands, where the repository still holds it."""

from pathlib import Path

from infopage.adoption.pages import templates
from infopage.content import registries
from infopage.release.guard.demonstration import Demonstration
from tests.support import ROOT


def is_demonstration(root: Path = ROOT) -> bool:
    """Tell whether the repository is still the demonstration: a province that made it its own has none to hold."""
    lists, _, _ = registries.load(root)
    return lists is not None and lists.identity.demonstration


def made_anew() -> Demonstration:
    """Return what the package has to carry of the demonstration."""
    return Demonstration.of(ROOT, templates().values())
