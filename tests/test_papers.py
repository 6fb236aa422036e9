"""The project's papers lead where they say: every link in them is to a file and a heading that are there."""

import re
from pathlib import Path

import pytest

from tests.support import ROOT

CODE = re.compile(r"^```.*?^```$|`[^`\n]*`", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)\s]+)\)")
PAPERS = sorted(
    path for path in (*ROOT.glob("*.md"), *(ROOT / "huong-dan").rglob("*.md"), *(ROOT / "deploy").rglob("*.md"))
)


def anchors(paper: Path) -> set[str]:
    """Return the addresses of a paper's headings, as GitHub and GitLab make them."""
    headings = re.findall(r"^#+ (.+)$", paper.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading).lower().replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.relative_to(ROOT).as_posix())
def test_every_link_of_a_paper_leads_somewhere(paper: Path) -> None:
    for link in LINK.findall(CODE.sub("", paper.read_text(encoding="utf-8"))):
        if "://" not in link:
            file, _, anchor = link.partition("#")
            target = (paper.parent / file).resolve() if file else paper
            assert target.exists(), link
            assert not anchor or anchor in anchors(target), link
