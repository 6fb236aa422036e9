"""The offline copy (the whole site as a folder) in a browser: every page works, and nothing else is requested."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, Page, expect

from infopage.release.packing import package
from tests.sites import INSTANT

ABORTED = "net::ERR_ABORTED"
"""The browser's error for a request cancelled because the next page was opened."""


@pytest.fixture(scope="module")
def unpacked(demonstration: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the unpacked zip file that holds the offline copy of the site."""
    folder = tmp_path_factory.mktemp("offline")
    at = datetime.fromtimestamp(int(INSTANT), UTC)
    with package.offline_copy(demonstration, at) as copy:
        package.pack(copy, folder / "x.zip", at, proof=False)
    with ZipFile(folder / "x.zip") as packed:
        packed.extractall(folder / "USB – bản sao")
    return folder / "USB – bản sao"


@pytest.fixture
def page(browser: Browser, unpacked: Path) -> Iterator[Page]:
    """Yield a page opened at the offline copy's start file; a script error or an outside request fails the test."""
    faults: list[str] = []
    context = browser.new_context(locale="vi-VN")
    page = context.new_page()
    page.set_default_timeout(90_000)  # a busy machine may be slow
    page.on("pageerror", lambda error: faults.append(str(error)))
    # Chromium reads no captions from a folder. The words of each video stand below it.
    page.on(
        "console", lambda said: faults.append(said.text) if said.type == "error" and ".vtt" not in said.text else None
    )
    page.on(
        "requestfailed",
        lambda asked: faults.append(asked.url) if asked.failure != ABORTED and not asked.url.endswith(".vtt") else None,
    )
    folder = unpacked.as_uri()
    page.on("request", lambda request: faults.append(request.url) if not request.url.startswith(folder) else None)
    page.goto(f"{folder}/MO-TRANG-NAY.html")
    yield page
    context.close()
    assert faults == []


def test_a_reader_clicks_from_the_start_file_to_a_document_and_back(page: Page) -> None:
    page.get_by_role("link", name="Mở trang").click()
    page.get_by_role("navigation").get_by_role("link", name="Văn bản").click()
    page.locator("main a", has_text="16-NQ/TU").first.click()
    expect(page).to_have_title(re.compile("16-NQ/TU"))
    page.locator(".brand").click()
    page.wait_for_url("**/trang/index.html")


def test_every_page_opens_and_no_link_ends_in_a_folder(page: Page, unpacked: Path) -> None:
    ends = set()
    for file in sorted(unpacked.rglob("*.html")):
        if b'http-equiv="refresh"' in file.read_bytes():
            continue  # the page redirects at once, so its links cannot be read
        page.goto(file.as_uri())
        links = page.eval_on_selector_all("a[href], form", "all => all.map((one) => one.href || one.action)")
        ends.update(link.partition("#")[0] for link in links if link.startswith("file:"))
    assert len(ends) > 100
    assert [end for end in sorted(ends) if end.endswith("/")] == []


def test_a_link_that_a_script_makes_leads_to_a_page_too(page: Page) -> None:
    page.get_by_role("link", name="Mở trang").click()
    page.wait_for_url("**/trang/index.html")
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<a id=made href=van-ban/?trang=1#dau>x</a>')")
    page.locator("#made").click()
    page.wait_for_url("**/trang/van-ban/index.html?trang=1#dau")


def test_an_old_address_leads_on_and_keeps_the_place_within_it(page: Page, unpacked: Path) -> None:
    page.goto(f"{(unpacked / 'trang/gioi-thieu-trang/index.html').as_uri()}#trang-co-gi")
    page.wait_for_url("**/gioi-thieu/index.html#trang-co-gi")


def test_a_reader_searches_without_a_network(page: Page) -> None:
    page.get_by_role("link", name="Mở trang").click()
    page.wait_for_url("**/trang/index.html")
    page.locator("main form[role=search] input[name=q]").fill("nghi quyet 16")
    page.keyboard.press("Enter")
    # Links for readers without scripts are elsewhere in the page; they are hidden when there are results.
    page.locator('main .hit a[href*="/16-nq-tu/"]').first.click()
    page.wait_for_url("**/van-ban/tinh-uy/2025-2030/16-nq-tu/index.html*")
