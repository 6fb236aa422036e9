"""The files around the code: scripts, lock files, and words that no file may contain."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

from infopage.environment import RUNNER
from infopage.files.types import text_of
from tests.support import ROOT, skip_or_fail

SCRIPTS = [
    "scripts/site",
    "scripts/serve",
    "scripts/test",
    "scripts/test-thorough",
    "scripts/infopage",
    "scripts/lib/run",
    "scripts/lib/release",
    "scripts/lib/last-words",
    "scripts/lib/lock",
    "scripts/lib/guard-push",
]
SOURCED = ["scripts/lib/env.sh", "scripts/lib/browser.sh", "scripts/lib/servers.sh"]
FOR_WINDOWS = ["scripts/infopage.cmd"]
DEPLOYED = ["deploy/bin/tham-sau-server"]
# The packages in each lock file are also in the next one.
LOCKS = ["requirements/build.txt", "requirements/release.txt", "requirements/test.txt"]
PIP, LOCK = "requirements/pip.txt", "requirements/lock.txt"
OLDEST_PYTHON = "3.11.2"  # the version in Debian 12
PLATFORMS = [
    {"python_version": python, "python_full_version": f"{python}.9", "sys_platform": system, "platform_system": name}
    for python in ("3.11", "3.12", "3.13")
    for system, name in (("linux", "Linux"), ("darwin", "Darwin"), ("win32", "Windows"))
]


@pytest.mark.parametrize("name", SCRIPTS + DEPLOYED)
def test_a_script_can_be_run_and_stops_at_its_first_fault(name: str) -> None:
    lines = (ROOT / name).read_text("utf-8").splitlines()
    assert lines[0] == "#!/bin/sh"
    assert "set -eu" in lines
    assert os.access(ROOT / name, os.X_OK)


@pytest.mark.parametrize("name", SCRIPTS + SOURCED + DEPLOYED)
def test_a_script_is_posix_shell(name: str) -> None:
    shell = shutil.which("dash") or shutil.which("sh")
    if shell is None:
        skip_or_fail("no POSIX shell here", "apt-get install dash")
    assert subprocess.run([shell, "-n", ROOT / name], capture_output=True, text=True).stderr == ""
    bashisms = re.compile(r"\[\[|<<<|&>|\$'|\$\{\w+(?:\[|//|:\d|\^|,)|(?m:^\s*(?:function|local|source|declare) )")
    assert bashisms.findall((ROOT / name).read_text("utf-8")) == []


def test_no_script_is_left_out_here() -> None:
    there = {p.relative_to(ROOT).as_posix() for p in (ROOT / "scripts").rglob("*") if p.is_file()}
    assert there == {*SCRIPTS, *SOURCED, *FOR_WINDOWS}


def test_ci_runs_what_a_developer_runs() -> None:
    assert os.access(ROOT / ".ci/run", os.X_OK)
    assert (ROOT / ".ci/run").read_text("utf-8").splitlines()[-1] == "exec scripts/test"


def test_the_least_project_builds(project: Path) -> None:
    command = [sys.executable, "-m", RUNNER, "build", "--quiet"]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    assert "01-NQ/TU" in (project / "site/index.html").read_text("utf-8")


def make(*arguments: str) -> "subprocess.CompletedProcess[str]":
    if shutil.which("make") is None:
        skip_or_fail("no make here", "apt-get install make")
    return subprocess.run(["make", *arguments], cwd=ROOT, capture_output=True, text=True, encoding="utf-8")


def test_help_is_the_first_target_and_names_every_target() -> None:
    text = (ROOT / "Makefile").read_text("utf-8")
    targets = re.findall(r"^([a-z-]+):", text, re.MULTILINE)
    own = set("help site serve test test-thorough check accept hook guard bench bench-search lock".split())
    own |= set("judge-feeds judge-epub judge-pictures publish rollback package pages last-words fetch".split())
    assert set(targets) == own
    assert sorted(re.findall(r"^  make ([\w-]+)", make().stdout, re.MULTILINE)) == sorted(targets)


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("accept", "make accept cần thư mục văn bản: make accept CORPUS=thư-mục"),
        (
            "bench-search",
            "make bench-search cần câu hỏi: make bench-search SEARCH=thư-mục, hoặc JUDGED=tệp SITE=trang-đã-dựng",
        ),
    ],
)
def test_a_command_without_the_folder_it_needs_says_so_in_one_line(target: str, said: str) -> None:
    done = make("--no-print-directory", target)
    assert done.returncode != 0
    assert done.stderr.splitlines()[0] == said


def pins(name: str) -> dict[str, tuple[str, int]]:
    """Return (version, number of hashes) by package of a lock file; its lines must be pins, hashes or comments."""
    found: dict[str, tuple[str, int]] = {}
    for line in (ROOT / name).read_text("utf-8").replace("\\\n", " ").splitlines():
        if line.strip() and not line.lstrip().startswith("#"):
            pin = re.fullmatch(r"([a-z0-9-]+)==(\S+)((?: +--hash=sha256:[0-9a-f]{64})+) *", line)
            assert pin, line
            found[pin[1]] = (pin[2], pin[3].count("--hash"))
    return found


@pytest.mark.parametrize("name", [*LOCKS, PIP, LOCK])
def test_a_lock_pins_and_hashes_everything_and_names_no_index(name: str) -> None:
    assert all(hashes for _, hashes in pins(name).values())
    assert "://" not in (ROOT / name).read_text("utf-8")


def test_the_locks_agree() -> None:
    build, release, test = (pins(name) for name in LOCKS)
    assert build.items() <= release.items() <= test.items()


def test_the_locks_hold_what_pyproject_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    for name, wanted in zip(LOCKS, (project["dependencies"], extras["release"], extras["test"]), strict=True):
        for requirement in map(Requirement, wanted):
            version, _ = pins(name)[canonicalize_name(requirement.name)]
            assert version in requirement.specifier, requirement


def test_what_installs_and_what_locks_is_locked_too() -> None:
    assert pins(PIP).keys() == {"pip", "setuptools"}
    assert pins(PIP).items() < pins(LOCK).items()
    assert "pip-tools" in pins(LOCK)
    (builder,) = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["build-system"]["requires"]
    assert pins(PIP)["setuptools"][0] in Requirement(builder).specifier


def test_nothing_is_installed_or_built_with_what_is_not_locked() -> None:
    """Without ``--no-build-isolation``, pip downloads the newest build tools for source packages."""
    scripts = (*SCRIPTS, *SOURCED, *FOR_WINDOWS)
    texts = [(ROOT / name).read_text("utf-8").replace("\\\n", " ") for name in scripts]
    lines = [line for text in texts for line in text.splitlines() if "pip install" in line]
    assert len(lines) == 3
    for line in lines:
        assert {"--require-hashes", "--no-build-isolation", "--requirement"} <= set(line.split()), line
    compiled = next(line for text in texts for line in text.splitlines() if "/pip-compile" in line)
    assert {"--generate-hashes", "--no-build-isolation", "--no-emit-index-url"} <= set(compiled.split())


def locked() -> Iterator[metadata.Distribution]:
    """Yield the installed distributions that the largest lock file (for tests) names, checked to have its versions."""
    for name, (version, _) in pins(LOCKS[-1]).items():
        try:
            found = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            skip_or_fail(f"{name} is not installed", "scripts/test")
        if found.version != version:
            skip_or_fail(f"{name} {version} is locked, {found.version} is here", "scripts/test")
        yield found


def test_the_locks_hold_what_every_platform_needs() -> None:
    held = pins(LOCKS[-1])
    for distribution in locked():
        for requirement in map(Requirement, distribution.requires or ()):
            marker = requirement.marker
            if marker is None or any(marker.evaluate({**platform, "extra": ""}) for platform in PLATFORMS):
                assert canonicalize_name(requirement.name) in held, f"{distribution.name} needs {requirement}"


def test_every_locked_package_runs_on_the_oldest_python() -> None:
    for distribution in locked():
        assert OLDEST_PYTHON in SpecifierSet(distribution.metadata["Requires-Python"] or ""), distribution.name


# Generated or private files in the project's root folder, which are not searched.
LEAVINGS = {".git", ".venv", "build", "site"}
# Caches in any folder, which are not searched.
CACHES = {"__pycache__", ".cache", ".hypothesis", ".mypy_cache", ".pytest_cache", ".ruff_cache"}
# The patterns are assembled from parts, because this file is searched for them too.
PLACES = re.compile(r"(?<![\w.}~-])/(?:" + "|".join(("work", "tmp", "opt", "root", "home")) + r")/")
REGISTRIES = re.compile("|".join(("pypi" + r"\.org", "python" + "hosted", "npmjs" + r"\.org", "index" + "-url [^ ]*:")))


def project_files() -> Iterator[Path]:
    for folder, folders, files in os.walk(ROOT):
        leavings = CACHES | LEAVINGS if Path(folder) == ROOT else CACHES
        folders[:] = [name for name in folders if name not in leavings and not name.endswith(".egg-info")]
        yield from (Path(folder, name) for name in files)


def test_no_file_names_a_folder_of_a_machine_or_a_registry() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in project_files()
        for number, line in enumerate((text_of(path.read_bytes()) or "").splitlines(), 1)
        if PLACES.search(line) or REGISTRIES.search(line)
    ]
    assert found == []


SKIPS = {
    "by_a_call": "import pytest\n\ndef test_it():\n    pytest.skip('why')\n",
    "by_a_mark": "import pytest\n\n@pytest.mark.skip(reason='why')\ndef test_it():\n    pass\n",
    "for_want_of_cases": "import pytest\n\n@pytest.mark.parametrize('case', [])\ndef test_it(case):\n    pass\n",
    "as_a_module": "import pytest\n\npytest.importorskip('a_module_nobody_has')\n",
}


@pytest.mark.parametrize(("ci", "ended"), [("", "4 skipped"), ("false", "4 skipped"), ("true", "1 failed, 3 errors")])
def test_what_is_skipped_by_a_developer_fails_in_ci(ci: str, ended: str, tmp_path: Path) -> None:
    for skip, text in SKIPS.items():
        (tmp_path / f"test_{skip}.py").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "tests.conftest", tmp_path]
    command.append("--continue-on-collection-errors")
    environment = {**os.environ, "CI": ci, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, encoding="utf-8")
    assert done.stdout.splitlines()[-1].startswith(f"{ended} in "), done.stdout
    assert (done.returncode == 0) is ("skipped" in ended), done.stdout
