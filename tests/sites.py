"""Builds small sites for the tests, with the real renderer."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from infopage.environment import RUNNER
from tests.support import ROOT

BASE = ROOT / "tests" / "cases" / "_base"
GOLDEN = ROOT / "tests" / "golden"
INSTANT = "1795392000"
"""23/11/2026 00:00 UTC, 7:00 in Hà Nội."""


def lay_out(folder: Path, *layers: Path, hooks: Path | None = None) -> Path:
    """Make a project in ``folder`` from our hooks and copies of the folders ``layers``.

    Files of a later one overwrite those of an earlier one.
    """
    for layer in layers:
        shutil.copytree(layer, folder, dirs_exist_ok=True)
    shutil.copytree(hooks or ROOT / "hooks", folder / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


def golden_project(folder: Path) -> Path:
    """Make the golden project: the valid project of tests/cases, more items, and news for a list of two pages."""
    lay_out(folder, BASE, GOLDEN)
    for number in range(1, 33):
        text = (
            f"---\nma: tin-so-{number:02}\ntieu_de: Tin ngắn số {number}\ntom_tat: Tóm tắt tin ngắn số {number}.\n"
            f"pham_vi: cong-khai\nngay_dang: {(number - 1) % 28 + 1:02}/8/2026\n---\nNội dung tin ngắn số {number}.\n"
        )
        (folder / "docs" / "tin-tuc" / "2026" / f"tin-so-{number:02}.md").write_text(text, encoding="utf-8")
    return folder


def build(project: Path, site: Path, runner: str = RUNNER, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a build as scripts/site does, as of a fixed time, in a clean environment that ``environment`` adds to."""
    clean = {name: os.environ[name] for name in ("PATH", "HOME", "SYSTEMROOT", "TMPDIR") if name in os.environ}
    settings: Mapping[str, str] = {
        "PYTHONPATH": "hooks",
        "PYTHONUTF8": "1",
        "NO_MKDOCS_2_WARNING": "1",
        "SOURCE_DATE_EPOCH": INSTANT,
        **environment,
    }
    return subprocess.run(
        [sys.executable, "-m", runner, "build", "--quiet", "--site-dir", str(site)],
        cwd=project,
        env={**clean, **settings},
        capture_output=True,
        text=True,
        check=False,
    )


def tree(site: Path) -> dict[str, bytes]:
    """Return the content of every file of a built site by its path."""
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in sorted(site.rglob("*")) if file.is_file()}
