"""Fixtures and hooks shared by all tests."""

import os
import shutil
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, sync_playwright

from tests.demonstration import is_demonstration
from tests.support import IN_CI, ROOT, skip_or_fail, thorough

_BUILT = "demonstration"
"""The name of the fixture that builds the demonstration site."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a minimal project that builds: tests/project with this project's mkdocs.yml and hooks."""
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
    """Deselect the tests of the demonstration site if a province has replaced it by its own site.

    In a thorough run, mark property tests as `thorough`, as they now run all their examples.
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
    """Turn every skipped test into a failure in CI."""
    report = yield
    if IN_CI and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped, but CI is set: {report.longreprtext}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Turn a skipped module into a failure in CI."""
    report = yield
    if IN_CI and report.skipped:
        report.outcome = "failed"
        report.longrepr = f"skipped, but CI is set: {report.longreprtext}"
    return report
