"""The demonstration site (the sample content that ships with the project), if still there, and files made from it."""

import re
from pathlib import Path

from infopage.adoption.pages import FOLDER, templates
from infopage.content import registries
from infopage.release.guard.demonstration import Demonstration
from tests.support import ROOT

_GENERIC_PAGES = ("du-lieu", "du-lieu-ca-nhan", "kha-nang-tiep-can", "nguon-tin", "tim-kiem", "xac-thuc")
GENERIC = tuple(FOLDER / f"{name}.md" for name in _GENERIC_PAGES)
"""Page templates of a new site that are generated from the demonstration site's pages; only date and address differ."""


def template_of(page: str) -> str:
    """Return the template made from a page of the demonstration site, with placeholders for date and address."""
    page = re.sub(r"^cap_nhat: .*$", "cap_nhat: {hom_nay}", page, count=1, flags=re.MULTILINE)
    return page.replace("https://minhhoa.example/", "{dia_chi_trang}")


def is_demonstration(root: Path = ROOT) -> bool:
    """Tell whether the repository still holds the demonstration site, and not a province's own site."""
    lists, _, _ = registries.load(root)
    return lists is not None and lists.identity.demonstration


def made_anew() -> Demonstration:
    """Return the hashes of the demonstration site's present content. Those stored in the package must be the same."""
    return Demonstration.of(ROOT, templates().values())
