"""The guides are correct: each link leads to an existing file and heading, and README's map matches the package."""

import re
import subprocess
from pathlib import Path

import pytest

from tests.papers import PAPERS
from tests.support import ROOT

CODE = re.compile(r"^```.*?^```$|`[^`\n]*`", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)\s]+)\)")
MAP = re.compile(r"^\| `([\w/-]+)/` \| .+ \|$", re.MULTILINE)
STEP = re.compile(r"^## (.+?)$.*?^```diff\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LEAVINGS = {"build", "site", "public"}
"""Folders that commands create."""


def anchors(paper: str) -> set[str]:
    """Return the anchors of a guide's headings, as GitHub and GitLab make them."""
    headings = re.findall(r"^#+ (.+)$", paper, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading).lower().replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("path", PAPERS)
def test_every_link_of_a_paper_leads_somewhere(path: str) -> None:
    for link in LINK.findall(CODE.sub("", PAPERS[path])):
        if "://" not in link:
            file, _, anchor = link.partition("#")
            target = Path(ROOT, path).parent.joinpath(file).resolve() if file else ROOT / path
            assert target.exists(), link
            assert not anchor or anchor in anchors(target.read_text("utf-8")), link


def test_the_readme_maps_every_folder_and_every_room_of_the_house() -> None:
    folders = {path.name for path in ROOT.iterdir() if path.is_dir() and not path.name.startswith(".")} - LEAVINGS
    package = ROOT / "hooks/infopage"
    rooms = {path.parent.relative_to(ROOT).as_posix() for path in package.rglob("__init__.py")}
    near = {room for room in rooms if room.count("/") <= 3}
    assert set(MAP.findall(PAPERS["README.md"])) == {*folders, "hooks/theme", *near}


def test_the_readme_is_short() -> None:
    assert len(PAPERS["README.md"].splitlines()) <= 200


@pytest.mark.parametrize(("step", "diff"), STEP.findall(PAPERS["developing/adding.md"]))
def test_a_step_that_the_developers_guide_shows_fits_the_code_and_is_short(step: str, diff: str) -> None:
    assert len(diff.splitlines()) < 60
    tried = subprocess.run(
        ["git", "apply", "--check", "-"], cwd=ROOT, input=diff, capture_output=True, text=True, encoding="utf-8"
    )
    assert tried.returncode == 0, f"correct this diff in developing/adding.md: {tried.stderr}"


def test_the_developers_guide_shows_all_its_steps() -> None:
    assert len(STEP.findall(PAPERS["developing/adding.md"])) == 4
