"""The results page and the dialog answer alike, and neither disturbs a reader who is typing."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.conftest import Opener
from tests.e2e.test_search import ABOUT, found_page, heading, hits, open_dialog, until

QUERIES = (
    "dan van kh|dân vận kh|dân vận khé|dân vận khéo|chuyen doi s|chuyển đổi số|nghị quy|cai cach hanh ch|dịch vụ c|"
    "ban thường v|chi bộ sinh h|16-NQ/TU|16 nq|nghị quyết 16|quy định 04|nghi quyett|chuyeenr ddooir soos|du lich|tin|"
    "du lịch cộng đồng|hoc tap ng|học tập nghị quyết ở chi bộ như thế nào|kế hoạch 145|UBND|NTM|145/KH-UBND|kỷ luật|"
    "nông thôn mới|“chuyển đổi số”|đảng viên m"
).split("|")
HREFS = "all => all.slice(0, 5).map((link) => link.href)"
PRESS = """([key, shiftKey]) =>
  document.body.dispatchEvent(new KeyboardEvent("keydown", { key, shiftKey, ctrlKey: true, bubbles: true }))"""
SPOKEN = """line => {
  window.spoken = [];
  new MutationObserver(() => line.textContent && spoken.push(line.textContent))
    .observe(line, { childList: true, characterData: true, subtree: true });
}"""


def field_of(within: Page | Locator) -> Locator:
    return within.get_by_role("searchbox")


def test_the_page_and_the_dialog_give_the_same_answers_in_the_same_order(visit: Opener) -> None:
    page, other = visit(found_page(q="x")), visit(ABOUT)
    until(page, "window.thamsau && thamsau.search")
    dialog = open_dialog(other)
    assert len(QUERIES) == 30
    for query in QUERIES:
        field_of(page.get_by_role("main")).fill(query)
        page.keyboard.press("Enter")
        expect(heading(page)).to_have_text(re.compile(f"kết quả cho [“]?{re.escape(query)}”?$"))
        field_of(dialog).fill("")
        field_of(dialog).fill(query)
        many = heading(page).inner_text().split()[0]
        expect(dialog.locator(".search-count")).to_have_text(f"Có {many} kết quả")
        answers = [hits(one).get_by_role("link").evaluate_all(HREFS) for one in (page, dialog)]
        assert answers[0] == answers[1] != [], query


def test_a_last_word_is_completed_on_the_page_too_and_a_finished_one_left_alone(visit: Opener) -> None:
    page = visit(found_page(q="dan van kh"))
    expect(hits(page).first).to_contain_text("Dân vận khéo")
    page.goto(page.url.replace("dan+van+kh", "ke+hoach+145"))
    expect(hits(page).first).to_contain_text("145/KH-UBND")


@pytest.mark.parametrize("where", ["page", "dialog"])
def test_an_answer_is_announced_once_and_only_when_the_keys_rest(where: str, visit: Opener) -> None:
    page = visit(ABOUT if where == "dialog" else found_page(q="x"))
    within = open_dialog(page) if where == "dialog" else page.get_by_role("main")
    until(page, "window.thamsau && thamsau.search")
    line = within.get_by_role("status").last
    expect(line).not_to_be_empty() if where == "page" else None
    line.evaluate(SPOKEN)
    field_of(within).fill("")
    field_of(within).press_sequentially("chi bộ", delay=350)
    expect(line).to_contain_text("kết quả")
    page.wait_for_timeout(1000)
    assert len(page.evaluate("spoken")) == 1


def test_keys_of_an_input_method_stay_in_the_field(visit: Opener) -> None:
    dialog = open_dialog(page := visit(ABOUT))
    field_of(dialog).fill("chuyển đổi")
    expect(hits(dialog).first).to_be_visible()
    for composing in ({"isComposing": True}, {"keyCode": 229}):
        for key in ("ArrowDown", "Escape"):
            event = {"key": key, "bubbles": True, "cancelable": True, **composing}
            kept = field_of(dialog).evaluate(
                "(e, about) => e.dispatchEvent(new KeyboardEvent('keydown', about))", event
            )
            assert kept, (key, composing)
    expect(field_of(dialog)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(hits(dialog).first.get_by_role("link")).to_be_focused()


@pytest.mark.parametrize(("key", "opens"), [("k", True), ("K", True), ("j", False)])
def test_control_and_k_open_the_dialog_with_caps_lock_too(key: str, opens: bool, visit: Opener) -> None:
    page = visit(ABOUT)
    page.evaluate(PRESS, ["K", True])  # opens the console of Firefox, not the dialog
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.evaluate(PRESS, [key, False])
    expect(page.get_by_role("dialog")).to_be_visible(visible=opens)


def test_addresses_are_cut_at_the_same_length_wherever_a_search_begins(visit: Opener) -> None:
    long = "nghị quyết 🎉" * 1000
    page = visit()
    expect(field_of(page.get_by_role("main"))).to_have_attribute("maxlength", "1000")
    dialog = open_dialog(page)
    field_of(dialog).fill(long)
    until(page, "window.thamsau && thamsau.search")
    cut = page.evaluate("text => thamsau.query.cut(text)", long)
    assert 990 < len(cut.encode("utf-16-le")) / 2 <= 1000
    expect(dialog.locator(".search-count")).to_contain_text("kết quả")
    page.keyboard.press("Enter")
    page.wait_for_url("**/tim-kiem/?q=*")
    expect(field_of(page.get_by_role("main"))).to_have_value(cut)
    assert page.evaluate("new URLSearchParams(location.search).get('q')") == cut
    field_of(page.get_by_role("main")).fill(f"x{long}")
    page.keyboard.press("Enter")
    expect(heading(page)).to_contain_text("“xnghị")
    assert page.evaluate("new URLSearchParams(location.search).get('q')") == page.evaluate(
        "text => thamsau.query.cut(text)", f"x{long}"
    )
