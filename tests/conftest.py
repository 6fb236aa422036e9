"""Fixtures of every part."""

import os
import shutil
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, sync_playwright

from tests.demonstration import is_demonstration
from tests.support import IN_CI, ROOT, skip_or_fail, thorough

_BUILT = "demonstration"
"""The fixture that builds the demonstration."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a folder with the least that builds: tests/project under this project's mkdocs.yml and hooks."""
    folder = tmp_path / "project"
    shutil.copytree(ROOT / "tests" / "project", folder)
    shutil.copytree(ROOT / "hooks", folder / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return a headless Chromium; INFOPAGE_CHROMIUM names one, else Playwright's own is used."""
    with sync_playwright() as tools:
        try:
            found = tools.chromium.launch(
                executable_path=os.environ.get("INFOPAGE_CHROMIUM") or shutil.which("chromium"), args=["--no-sandbox"]
            )
        except Error:
            skip_or_fail("there is no browser", "apt-get install chromium")
        yield found
        found.close()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what holds the demonstration, where the project is a province's own and has none; mark as thorough what
    is tried in full now and in part in every run.
    """
    if thorough():
        for item in items:
            if getattr(getattr(item, "obj", None), "is_hypothesis_test", False):
                item.add_marker("thorough")
    if is_demonstration():
        return
    held = [item for item in items if item.get_closest_marker("demonstration") or _BUILT in _fixtures(item)]
    config.hook.pytest_deselected(items=held)
    items[:] = [item for item in items if item not in held]


def _fixtures(item: pytest.Item) -> list[str]:
    return getattr(item, "fixturenames", [])


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Make a failure of every skip in CI, whoever asked for it and however."""
    report = yield
    if IN_CI and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped, but CI is set: {report.longreprtext}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Make a failure of a skip of a whole module too."""
    report = yield
    if IN_CI and report.skipped:
        report.outcome = "failed"
        report.longrepr = f"skipped, but CI is set: {report.longreprtext}"
    return report
