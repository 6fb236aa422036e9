"""The site is the same with either runner: MkDocs, or ProperDocs without MkDocs and its theme."""

from pathlib import Path

import pytest

from infopage.environment import RUNNER
from tests.sites import build, golden_project, tree

OTHER = "properdocs"
WITHOUT = """
import atexit, sys

sys.modules["material"] = None  # whoever imports it finds that it is not there


def of_mkdocs():
    files = (getattr(one, "__file__", None) or "" for one in list(sys.modules.values()))
    if found := [file for file in files if "/site-packages/mkdocs/" in file]:
        print("MkDocs was used:", found, file=sys.stderr)


atexit.register(of_mkdocs)
"""
"""A `sitecustomize` module, run at each start of Python, that simulates a machine without MkDocs and its theme."""


@pytest.fixture(scope="module")
def projects(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return the golden project twice: unchanged, and set up for the other runner."""
    folder = tmp_path_factory.mktemp("runners")
    first, second = golden_project(folder / "a"), golden_project(folder / "b")
    settings = (second / "mkdocs.yml").read_text("utf-8")
    assert "  name: material\n" in settings
    (second / "mkdocs.yml").write_text(settings.replace("  name: material\n", "  name: null\n"), "utf-8")
    (folder / "without").mkdir()
    (folder / "without" / "sitecustomize.py").write_text(WITHOUT, "utf-8")
    return first, second


def test_another_runner_without_mkdocs_and_its_theme_builds_the_same_bytes(projects: tuple[Path, Path]) -> None:
    first, second = projects
    ours = build(first, first / "site", RUNNER)
    path = f"hooks:{second.parent / 'without'}"
    theirs = build(second, second / "site", OTHER, PYTHONPATH=path)
    assert (ours.returncode, theirs.returncode) == (0, 0), ours.stderr + theirs.stderr
    assert "MkDocs was used" not in theirs.stderr
    one, other = tree(first / "site"), tree(second / "site")
    assert len(one) > 200
    assert one.keys() == other.keys()
    assert [name for name in one if one[name] != other[name]] == []


def test_another_runner_stops_at_a_fault_and_leaves_the_last_site(projects: tuple[Path, Path]) -> None:
    _, project = projects
    assert build(project, project / "site", OTHER).returncode == 0
    before = tree(project / "site")
    item = next((project / "docs" / "tin-tuc").rglob("*.md"))
    text = item.read_text("utf-8")
    item.write_text(text.replace("pham_vi: cong-khai", "pham_vi: noi-bo"), "utf-8")
    ran = build(project, project / "site", OTHER)
    item.write_text(text, "utf-8")
    assert ran.returncode == 1
    assert "lỗi [pham-vi]" in ran.stderr
    assert "Traceback" not in ran.stderr
    assert tree(project / "site") == before
