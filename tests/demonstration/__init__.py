"""The project's demonstration as it stands, where the repository still holds it, and what is made from it."""

import re
from pathlib import Path

from infopage.adoption.pages import FOLDER, templates
from infopage.content import registries
from infopage.release.guard.demonstration import Demonstration
from tests.support import ROOT

GENERIC = tuple(FOLDER / f"{name}.md" for name in ("du-lieu", "kha-nang-tiep-can", "nguon-tin", "tim-kiem", "xac-thuc"))
"""The standing pages that are anybody's: those of a new page are the demonstration's, but for day and address."""


def template_of(page: str) -> str:
    """Return what a new page's standing page is made from: one of the demonstration's with places for what differs."""
    page = re.sub(r"^cap_nhat: .*$", "cap_nhat: {hom_nay}", page, count=1, flags=re.MULTILINE)
    return page.replace("https://minhhoa.example/", "{dia_chi_trang}")


def is_demonstration(root: Path = ROOT) -> bool:
    """Tell whether the repository is still the demonstration: a province that made it its own has none to hold."""
    lists, _, _ = registries.load(root)
    return lists is not None and lists.identity.demonstration


def made_anew() -> Demonstration:
    """Return what the package has to carry of the demonstration."""
    return Demonstration.of(ROOT, templates().values())
