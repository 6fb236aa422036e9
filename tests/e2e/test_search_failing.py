"""Searching while parts hang, are broken or come late, and with any address, storage or input method."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from tests.e2e.conftest import Opener
from tests.e2e.test_search import ABOUT, NOT_FOUND, found_page, heading, hits, open_dialog, until

LATE = 12_000
"""Milliseconds: more than a search waits for a part of its index, and then for another one."""

PARTLY = "Một phần dữ liệu tìm kiếm chưa tải được"
NO_SCRIPT = "<!doctype html><title>502</title>"
CUT_OFF = 'thamsau.part("'
KINDS = {
    "cap": "danh sách cụm từ",
    "loc": "các điều kiện lọc",
    "dau": "phần đọc ngoặc kép, dấu trừ",
}


class Held:
    """Holds back a page's requests for files until they are let through."""

    def __init__(self, page: Page, files: str) -> None:
        self._held: list[Route] = []
        page.route(files, lambda route: self._held.append(route))

    def __len__(self) -> int:
        return len(self._held)

    def let_through(self) -> None:
        for route in self._held:
            route.continue_()


def broken(text: str) -> Callable[[Route], None]:
    """Return a function that answers a request with a text, in which ``{}`` is the name of the part."""

    def answer(route: Route) -> None:
        name = route.request.url.split("/")[-1].removesuffix(".js")
        route.fulfill(body=text.replace("{}", name), content_type="text/javascript")

    return answer


def test_a_part_that_hangs_is_waited_for_and_then_the_rest_is_shown_and_completed_later(visit: Opener) -> None:
    page, other = visit(ABOUT), visit(ABOUT)
    held = [Held(page, "**/cap-*.js"), Held(other, "**/cap-*.js")]
    other.goto(other.url.replace(ABOUT, found_page(q="chuyển đổi số")), wait_until="commit")
    dialog = open_dialog(page)
    dialog.get_by_role("searchbox").fill("chuyển đổi số")
    for within, shown in ((dialog, page), (other.locator("[data-notes]"), other)):
        expect(within.get_by_text(f"{PARTLY} ({KINDS['cap']})")).to_be_visible(timeout=LATE)
        expect(hits(shown).first).to_be_visible()
        expect(within.get_by_role("button", name="Thử lại")).to_be_visible()
    # A later search does not wait again.
    dialog.get_by_role("searchbox").fill("chuyen doi so")
    expect(hits(dialog).first).to_be_visible(timeout=2000)
    for one in held:
        one.let_through()
    expect(dialog.get_by_text(PARTLY)).to_be_hidden()
    expect(other.get_by_text(PARTLY)).to_be_hidden()
    expect(hits(other).first).to_contain_text("16-NQ/TU")


def test_a_part_that_hangs_for_good_is_asked_for_anew(visit: Opener) -> None:
    page = visit(ABOUT)
    held = Held(page, "**/tu-*.js")  # holds back no file that has another address
    dialog = open_dialog(page)
    dialog.get_by_role("searchbox").fill("du lịch")
    expect(dialog.get_by_text(f"{PARTLY} (danh sách từ)")).to_be_visible(timeout=LATE)
    expect(dialog.get_by_text("Có phải bạn tìm")).to_be_hidden()
    assert len(held)
    dialog.get_by_role("button", name="Thử lại").click()
    expect(dialog.get_by_text(PARTLY)).to_be_hidden()
    expect(hits(dialog).first).to_be_visible()
    expect(dialog.get_by_role("searchbox")).to_be_focused()


def test_an_engine_that_hangs_is_named_and_still_starts_when_it_comes(visit: Opener) -> None:
    page = visit(ABOUT)
    held = Held(page, "**/engine.*.js")
    dialog = open_dialog(page)
    page.keyboard.type("du lịch")
    expect(dialog.get_by_text("Chưa tải được phần tìm kiếm")).to_be_visible(timeout=LATE)
    held.let_through()
    expect(hits(dialog).first).to_be_visible()
    expect(dialog.get_by_text("Chưa tải được phần tìm kiếm")).to_be_hidden()


@pytest.mark.parametrize("where", [ABOUT, found_page(q="du lịch")], ids=["dialog", "page"])
@pytest.mark.parametrize("script", ["engine", "view"])
def test_a_script_that_fails_is_named_and_a_button_tries_again(where: str, script: str, visit: Opener) -> None:
    name = script if script == "engine" else "dialog" if where == ABOUT else "page"
    page = visit("404.html", forgiven=NOT_FOUND)
    page.route(f"**/{name}.*.js", lambda route: route.abort())
    page.goto(page.url.replace("404.html", where))
    within = open_dialog(page) if where == ABOUT else page.get_by_role("main")
    expect(within.get_by_text("Chưa tải được phần tìm kiếm")).to_contain_text(f"assets/search/{name}.")
    page.unroute(f"**/{name}.*.js")
    within.get_by_role("button", name="Thử lại").click()
    if where == ABOUT:
        within.get_by_role("searchbox").fill("du lịch")
    expect(hits(page).first).to_be_visible()
    expect(within.get_by_role("searchbox")).to_be_focused()


@pytest.mark.parametrize("text", ["", NO_SCRIPT, CUT_OFF, "thamsau.part('{}', null)", "thamsau.part('{}', 'x*x')"])
def test_broken_parts_are_missing_parts(text: str, visit: Opener) -> None:
    page = visit("404.html", forgiven=NOT_FOUND)
    notice = page.locator("[data-notes]").get_by_text(PARTLY)
    page.route("**/tieng.js", broken(text))
    page.goto(page.url.replace("404.html", found_page(q="chuyển đổi sốs")))
    expect(notice).to_contain_text("từ điển để gợi ý từ")
    for kind in KINDS:
        page.route(f"**/{'operators.' if kind == 'dau' else kind}*.js", broken(text))
    page.goto(page.url.replace("sốs", "số").replace("q=", "q=%22du+l%E1%BB%8Bch%22+"))
    for said in KINDS.values():
        expect(notice).to_contain_text(said)
    expect(hits(page).first).to_be_visible()


def test_broken_texts_and_words_leave_a_page_that_says_so(visit: Opener) -> None:
    page = visit("404.html", forgiven=NOT_FOUND)
    page.route("**/muc-*.js", broken('thamsau.part("{}", ["x"])'))
    page.goto(page.url.replace("404.html", found_page(q="sinh hoạt")))
    expect(page.locator("[data-notes]").get_by_text(PARTLY)).to_contain_text("nội dung bài")
    for files in ("**/tu-*.js", "**/cap-*.js"):
        page.route(files, broken('thamsau.part("{}", "x*x")'))
    page.goto(page.url)
    expect(heading(page)).to_have_text("Không tải được dữ liệu tìm kiếm.")


DONE = (
    """[...document.querySelectorAll("[data-results]")].some((one) => one.hidden || /kết quả/.test(one.textContent))"""
)
ODD = (
    "?q=%", "?q=%E0%A4%A", "?q=%00%u0041&q=du+lich", "?q=__proto__", "?q=constructor+toString+hasOwnProperty",
    "?__proto__=x&q=du+lich&loai=__proto__&muc=constructor", "?q=%F0%9F%8E%89%EF%B8%8F", "?q=%E2%80%AE%D9%85%D8%B1%D8",
    "?q=%22%22%22%22-%22", "?q=----+%E2%80%93%E2%88%92", "?q=...!?%3B:()[]", "?q=l%C3%A0+g%C3%AC+nh%C6%B0+th%E1%BA%BF",
    "?q=" + "a" * 10_000, "?q=-%22du+l%E1%BB%8Bch", "?q=du+lich&xep=constructor", "?", "?q", "?q=+++",
)  # fmt: skip


def test_any_address_gets_an_answer(visit: Opener) -> None:
    page = visit("tim-kiem/")
    for address in ODD:
        page.goto(page.url.split("?")[0] + address)
        until(page, DONE)
        assert page.get_by_role("main").get_by_role("searchbox").input_value() == page.evaluate(
            "window.thamsau ? thamsau.query.cut(new URLSearchParams(location.search).get('q') || '') : ''"
        )


def test_where_storage_and_history_are_forbidden_the_search_still_answers(visit: Opener) -> None:
    forbid = """
      Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no", "SecurityError"); } });
      history.pushState = history.replaceState = () => { throw new DOMException("no", "SecurityError"); };
    """
    page = visit(ABOUT, prepare=forbid)
    page.keyboard.press("/")
    page.keyboard.type("du lịch")
    expect(hits(page).first).to_be_visible()
    page.get_by_role("checkbox").click()
    page.keyboard.press("Escape")
    page.goto(page.url.replace(ABOUT, found_page(q="du lịch")))
    page.get_by_role("main").get_by_role("searchbox").fill("16-NQ/TU")
    page.keyboard.press("Enter")
    expect(hits(page).first).to_contain_text("16-NQ/TU")


def test_words_that_an_input_method_composes_are_sought_and_left_alone(visit: Opener) -> None:
    page = visit(found_page(q="nghị quyết"))
    expect(hits(page).first).to_be_visible()
    field = page.get_by_role("main").get_by_role("searchbox")
    field.fill("")
    session = page.context.new_cdp_session(page)
    # As keyboards of Android do: each word is a composition until the next one begins.
    for word in ("du", "du ", "du lịch"):
        session.send("Input.imeSetComposition", {"text": word, "selectionStart": len(word), "selectionEnd": len(word)})
        page.wait_for_timeout(400)
        expect(field).to_have_value(word)
    expect(heading(page)).to_contain_text("cho “du lịch”")
    expect(field).to_be_focused()
    session.send("Input.insertText", {"text": "du lịch cộng đồng"})
    expect(heading(page)).to_contain_text("cho “du lịch cộng đồng”")
    expect(field).to_have_value("du lịch cộng đồng")
