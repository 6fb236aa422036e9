"""On a large site, hits are shown at once and their snippets added later, without moving the reader's focus."""

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from infopage.outputs.search.index import search_index
from infopage.outputs.search.scripts import FOLDER
from infopage.outputs.search.store import IndexStore
from infopage.outputs.search.tuning import TOP_DOCUMENTS
from tests.e2e.conftest import Opener, serving
from tests.e2e.test_search import ABOUT, NOT_FOUND, found_page, heading, hits, open_dialog, rested, until
from tests.outputs.search.values import catalogue_of, outlined

QUERY = "sinh hoạt"
TITLE = """link => [...link.childNodes].filter((node) => node.className !== "number").map((node) => node.textContent)
  .join("").trim()"""


@pytest.fixture(scope="module")
def large(demonstration: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the demonstration site and yield its address. Its search index has the limits of a large site.

    So each pair of words that two documents have has top documents (documents to show first).
    """
    site = tmp_path_factory.mktemp("large") / "site"
    shutil.copytree(demonstration, site)
    shutil.rmtree(site / FOLDER)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("infopage.outputs.search.tuning.TOP_DOCUMENTS_FREQUENCY", 2)
        found = catalogue_of(demonstration.parent / "project")
        files = search_index(found, outlined(found), IndexStore())
    for name, content in files.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_bytes(content)
    with serving(site) as address:
        yield address


class Gate:
    """Holds back a page's requests for texts until it is opened or closed."""

    def __init__(self, page: Page) -> None:
        self._held: list[Route] = []
        self._answer: Callable[[Route], None] = self._held.append
        page.route("**/muc-*.js", lambda route: self._answer(route))

    def open(self) -> None:
        """Let all held and later requests through."""
        self._turn(lambda route: route.continue_())

    def close(self) -> None:
        """Refuse all held and later requests."""
        self._turn(lambda route: route.abort())

    def release(self, many: int) -> None:
        """Let the first ``many`` held requests through, in order."""
        for route in self._held[:many]:
            route.continue_()
        del self._held[:many]

    def _turn(self, answer: Callable[[Route], None]) -> None:
        self._answer = answer
        for route in self._held:
            answer(route)


def sought(page: Page) -> tuple[Gate, Locator]:
    """Search in the dialog for words that many documents have.

    Return the gate that holds back the texts of these documents, and the dialog.
    """
    gate = Gate(page)
    dialog = open_dialog(page)
    dialog.get_by_role("searchbox").fill(QUERY)
    expect(hits(dialog)).to_have_count(TOP_DOCUMENTS)
    return gate, dialog


def hrefs(page: Page) -> list[str]:
    return page.locator(".hits h3 a").evaluate_all("all => all.map(a => a.href.split('#')[0])")  # type: ignore[no-any-return]


def test_the_dialog_shows_what_is_found_before_its_texts_and_keeps_the_readers_place(visit: Opener, large: str) -> None:
    page = visit(ABOUT, at=large)
    gate, dialog = sought(page)
    early = hrefs(page)
    expect(dialog.locator(".hit-waiting")).to_have_count(TOP_DOCUMENTS)
    expect(dialog.locator(".search-count")).to_have_text("Có 30 kết quả")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    second = hits(dialog).nth(1).get_by_role("link")
    expect(second).to_be_focused()
    gate.open()
    expect(dialog.locator("p.hit-snippet mark").first).to_be_visible()
    expect(dialog.locator(".hit-waiting")).to_have_count(0)
    expect(second).to_be_focused()
    assert hrefs(page) == early
    # After the late snippets have arrived, another query still gets complete hits.
    dialog.get_by_role("searchbox").fill("sinh hoạt chi bộ")
    expect(dialog.locator("p.hit-snippet mark", has_text="sinh hoạt chi bộ").first).to_be_visible()
    expect(dialog.locator(".hit-waiting")).to_have_count(0)


def test_a_result_can_be_opened_before_its_text_has_come(visit: Opener, large: str) -> None:
    page = visit(ABOUT, at=large)
    _, dialog = sought(page)
    title = hits(dialog).first.get_by_role("link").evaluate(TITLE)
    hits(dialog).first.get_by_role("link").click()
    expect(page.get_by_role("main").get_by_role("heading", level=1)).to_contain_text(title)


@pytest.mark.parametrize("where", ["dialog", "page"])
def test_texts_that_come_leave_the_result_that_the_reader_is_at_where_it_is(
    where: str, visit: Opener, large: str
) -> None:
    page = visit(ABOUT, at=large, width=390, reduced_motion="reduce")
    gate = Gate(page)
    if where == "dialog":
        open_dialog(page).get_by_role("searchbox").fill(QUERY)
    else:
        page.goto(large + found_page(q=QUERY), wait_until="commit")
    expect(hits(page)).to_have_count(TOP_DOCUMENTS)
    third = hits(page).nth(2)
    third.get_by_role("link").focus()
    before = third.bounding_box()
    gate.open()
    expect(page.locator("p.hit-snippet mark").first).to_be_visible()
    after = third.bounding_box()
    assert before
    assert after
    assert abs(after["y"] - before["y"]) < 2


def test_a_mouse_at_rest_moves_nothing(visit: Opener, large: str) -> None:
    page = visit(ABOUT, at=large)
    gate, dialog = sought(page)
    hits(dialog).nth(2).hover()
    gate.open()
    expect(dialog.locator("p.hit-snippet mark").first).to_be_visible()
    assert dialog.locator(".search-output").evaluate("output => output.scrollTop") == 0


def test_a_reader_who_has_scrolled_stays_where_they_are(visit: Opener, large: str) -> None:
    page = visit(ABOUT, at=large, width=390, reduced_motion="reduce", has_touch=True)
    gate = Gate(page)
    page.goto(large + found_page(q=QUERY), wait_until="commit")
    expect(hits(page)).to_have_count(TOP_DOCUMENTS)
    third = page.locator(".hit").nth(2)
    third.evaluate("element => scrollBy(0, element.getBoundingClientRect().top + 5)")
    gate.open()
    expect(page.locator(".hit-waiting")).to_have_count(0)
    assert abs(third.evaluate("element => element.getBoundingClientRect().top") + 5) < 2


def test_the_focus_comes_to_early_results_and_is_not_taken_back(visit: Opener, large: str) -> None:
    page = visit(found_page(q="nghị quyết"), at=large, reduced_motion="reduce")
    expect(hits(page)).to_have_count(10)
    gate = Gate(page)
    page.get_by_role("main").get_by_role("searchbox").fill(QUERY)
    page.keyboard.press("Enter")
    expect(heading(page)).to_contain_text(QUERY)
    expect(hits(page)).to_have_count(TOP_DOCUMENTS)
    expect(heading(page)).to_be_focused()
    third = hits(page).nth(2).get_by_role("link")
    third.focus()
    gate.open()
    expect(hits(page)).to_have_count(10)
    expect(third).to_be_focused()


def test_where_texts_cannot_be_had_what_was_shown_stays_and_the_reader_is_told(visit: Opener, large: str) -> None:
    page = visit(ABOUT, at=large, forgiven=NOT_FOUND)
    gate, dialog = sought(page)
    early = hrefs(page)
    fourth = hits(dialog).nth(3).get_by_role("link")
    fourth.focus()
    gate.close()
    expect(dialog.locator(".notice", has_text="Một phần dữ liệu tìm kiếm chưa tải được")).to_be_visible()
    assert hrefs(page) == early
    expect(fourth).to_be_focused()
    expect(dialog.locator(".hit-waiting")).to_have_count(0)


def test_the_results_page_shows_its_first_results_early_and_then_all_ten(visit: Opener, large: str) -> None:
    page = visit(ABOUT, at=large)
    gate = Gate(page)
    page.goto(large + found_page(q=QUERY), wait_until="commit")
    expect(hits(page)).to_have_count(TOP_DOCUMENTS)
    expect(heading(page)).to_have_text(f"30 kết quả cho “{QUERY}”")
    more = page.get_by_role("button", name="Xem thêm")
    expect(more).to_be_hidden()
    early = hrefs(page)
    gate.open()
    expect(hits(page)).to_have_count(10)
    assert hrefs(page)[:TOP_DOCUMENTS] == early
    expect(page.locator(".hit-waiting")).to_have_count(0)
    expect(more).to_have_text("Xem thêm 10 kết quả")
    more.click()
    expect(hits(page)).to_have_count(20)


def test_an_earlier_answer_is_not_filled_with_the_texts_of_a_later_one(visit: Opener, large: str) -> None:
    page = visit(ABOUT, at=large)
    gate, dialog = sought(page)
    before = hrefs(page)
    dialog.get_by_role("searchbox").fill("chuyển đổi số")
    expect(dialog.locator(".search-count")).to_have_text(re.compile(r"Có (?!30)\d+ kết quả"))
    after = hrefs(page)
    assert after != before
    gate.release(TOP_DOCUMENTS)
    come = "performance.getEntriesByType('resource').filter((one) => one.name.includes('/muc-'))"
    until(page, f"{come}.length === {TOP_DOCUMENTS}")
    rested(page)
    assert hrefs(page) == after
    expect(dialog.locator(".hit-waiting")).to_have_count(TOP_DOCUMENTS)
    gate.open()
    expect(dialog.locator("p.hit-snippet mark", has_text="chuyển đổi số").first).to_be_visible()
    assert hrefs(page) == after
    expect(dialog.locator("p.hit-snippet mark", has_text=QUERY)).to_have_count(0)
