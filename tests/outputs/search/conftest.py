"""Fixtures of the search tests: an index written as files, and a browser that reads it."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.bench.search_sites import write_bare
from tests.sites import BASE, GOLDEN, lay_out

Opener = Callable[[str, Mapping[str, bytes]], Page]


@pytest.fixture(scope="module")
def opened(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opener]:
    """Yield a function that writes an index's files and opens a page with the search engine from disk."""
    pages: list[Page] = []

    def opener(address: str, files: Mapping[str, bytes]) -> Page:
        if not pages:
            pages.append(browser.new_page())
        pages[0].goto(write_bare(tmp_path_factory.mktemp("index"), address, files).as_uri())
        return pages[0]

    yield opener
    for page in pages:
        page.close()


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Return the folder of a small valid project."""
    return lay_out(tmp_path / "project", BASE, GOLDEN)
