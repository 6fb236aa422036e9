"""The demonstration site, if the repository still holds it, and the files generated from it."""

import re
from pathlib import Path

from infopage.adoption.pages import FOLDER, templates
from infopage.content import registries
from infopage.release.guard.demonstration import Demonstration
from tests.support import ROOT

GENERIC = tuple(FOLDER / f"{name}.md" for name in ("du-lieu", "kha-nang-tiep-can", "nguon-tin", "tim-kiem", "xac-thuc"))
"""Page templates of a new site that are generated from the demonstration's pages; only date and address differ."""


def template_of(page: str) -> str:
    """Return the template made from a demonstration page, with placeholders for the date and the address."""
    page = re.sub(r"^cap_nhat: .*$", "cap_nhat: {hom_nay}", page, count=1, flags=re.MULTILINE)
    return page.replace("https://minhhoa.example/", "{dia_chi_trang}")


def is_demonstration(root: Path = ROOT) -> bool:
    """Tell whether the repository still holds the demonstration, not a province's own site."""
    lists, _, _ = registries.load(root)
    return lists is not None and lists.identity.demonstration


def made_anew() -> Demonstration:
    """Return the hashes of the demonstration's present content, which the package must contain."""
    return Demonstration.of(ROOT, templates().values())
