"""Searching: while typing, on the results page, by keyboard, from a folder, and with parts of the index missing."""

import gzip
import re
import shutil
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.conftest import Opener, serving

ABOUT = "gioi-thieu/"
RESOLUTION = "van-ban/tinh-uy/2025-2030/16-nq-tu/"
NOT_FOUND = "Failed to load resource"
HOSTILE = (
    "<script>window.hacked=1</script>",
    "<img src=x onerror=window.hacked=1>",
    '" onfocus="window.hacked=1" autofocus x="',
    "'; window.hacked=1; //",
    "javascript:window.hacked=1",
    "“nghị quyết” ‘số’ «16»",
    "nghị quyết 🎉👩‍👩‍👧 số",
    "\u202e\u0000\ufeff\ud83d nghị",
    "%E0%A4%A %00 &amp; &lt;b&gt;",
    "qwrtz " * 160,
)


def found_page(**parameters: str | list[str]) -> str:
    return "tim-kiem/?" + urlencode(parameters, doseq=True)


def open_dialog(page: Page) -> Locator:
    page.get_by_role("banner").get_by_role("link", name="Tìm kiếm").click()
    dialog = page.get_by_role("dialog", name="Tìm kiếm")
    expect(dialog.get_by_role("searchbox", name="Từ cần tìm")).to_be_focused()
    return dialog


def hits(within: Page | Locator) -> Locator:
    """Return the headings of the search hits."""
    return within.locator(".hits").get_by_role("heading", level=3)


def until(page: Page, condition: str) -> None:
    """Wait for a condition in the page; Playwright's own wait needs eval, which the page's policy forbids."""
    for _ in range(600):
        if page.evaluate(f"!!({condition})"):
            return
        page.wait_for_timeout(50)
    raise AssertionError(condition)


def rested(page: Page) -> None:
    """Wait until the browser is idle after the reader's action and has made all its requests."""
    page.evaluate("new Promise((done) => requestIdleCallback(() => requestIdleCallback(done)))")


def box(page: Page, label: str) -> Locator:
    """Return the checkbox of the facet value ``label``; the number of results in brackets after it does not matter."""
    return page.get_by_role("checkbox", name=re.compile(rf"^{re.escape(label)} \("))


def heading(page: Page) -> Locator:
    return page.get_by_role("main").get_by_role("heading", level=2).first


def total(page: Page) -> int:
    expect(heading(page)).to_contain_text("kết quả")
    return int(heading(page).inner_text().split()[0])


# ---- The search dialog ----


def test_a_page_loads_nothing_of_the_search_before_the_reader_turns_to_it(visit: Opener) -> None:
    page = visit(ABOUT)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    page.get_by_role("banner").get_by_role("link", name="Tìm kiếm").focus()
    rested(page)
    assert [url for url in asked if "/search/" in url or "/chi-muc/" in url] == []
    assert [url for url in asked if url.endswith(".js")] != []
    open_dialog(page)
    until(page, "window.thamsau && thamsau.search")
    assert len([url for url in asked if "/chi-muc/" in url]) == 1  # only the manifest was loaded, once


def test_a_page_view_without_a_search_costs_at_most_a_kilobyte_for_it(demonstration: Path) -> None:
    def cost(text: str, without: str) -> int:
        assert len(without) < len(text)
        return len(gzip.compress(text.encode(), 6)) - len(gzip.compress(without.encode(), 6))

    (script,) = demonstration.glob("assets/site.*.js")
    (style,) = demonstration.glob("assets/site.*.css")
    program, rules = script.read_text("utf-8"), re.findall(r"[^{}]*\{(?:[^{}]|\{[^{}]*\})*\}", style.read_text("utf-8"))
    page = (demonstration / RESOLUTION / "index.html").read_text("utf-8")
    its_own = r'(?s)<dialog.*?</dialog>\s*| data-base="[^"]*" data-parts="[^"]*"|<link rel="search"[^>]*>\s*'
    costs = [
        cost(program, program[: program.index("const{base,parts}")]),
        cost("".join(rules), "".join(rule for rule in rules if "search" not in rule.partition("{")[0])),
        cost(page, re.sub(its_own, "", page)),
    ]
    assert sum(costs) <= 1000, costs


def test_results_come_as_one_types_with_their_facts_and_the_words_marked_as_the_page_spells_them(visit: Opener) -> None:
    dialog = open_dialog(visit(ABOUT))
    dialog.get_by_role("searchbox").fill("chuyen doi so 2027")
    first = hits(dialog).filter(has_text="Kế hoạch chuyển đổi số").first
    expect(first).to_be_visible()
    expect(first.locator("mark")).to_have_text(["chuyển đổi số", "2027"])
    item = dialog.locator(".hit").filter(has_text="Kế hoạch chuyển đổi số").first
    expect(item).to_contain_text("145/KH-UBND")
    expect(item).to_contain_text("Ủy ban nhân dân tỉnh\u00a0· 18/11/2026\u00a0· minh họa ● Còn hiệu lực")


def test_what_is_pasted_is_sought_at_once_and_what_is_typed_when_the_keys_rest(visit: Opener) -> None:
    page = visit(ABOUT)
    dialog = open_dialog(page)
    until(page, "window.thamsau && thamsau.search")
    page.evaluate("""() => {
      const search = thamsau.search;
      window.asked = [];
      thamsau.search = (query, options) => (asked.push(query), search(query, options));
    }""")
    page.clock.install()
    page.clock.pause_at(page.evaluate("Date.now()") + 1000)
    dialog.get_by_role("searchbox").fill("nghị quyết")
    expect(dialog.locator(".search-count")).to_contain_text("kết quả")
    page.keyboard.type("z")
    assert page.evaluate("asked") == ["nghị quyết"]
    page.clock.run_for(150)
    assert page.evaluate("asked") == ["nghị quyết", "nghị quyếtz"]
    expect(dialog.get_by_text("Có phải bạn tìm")).to_be_visible()


def test_a_provision_named_in_the_query_opens_and_one_that_a_document_lacks_is_said_to_be_missing(
    visit: Opener,
) -> None:
    dialog = open_dialog(page := visit(ABOUT))
    field = dialog.get_by_role("searchbox")
    field.fill("khoản 9 điều 5 quy định 04")
    expect(dialog.locator(".hit").first).to_contain_text("Văn bản này không có “khoản 9 điều 5”.")
    expect(hits(dialog).first.get_by_role("link")).to_have_attribute("href", re.compile("/04-qd-tu/$"))
    field.fill("khoản 2 điều 5 quy định 04")
    expect(dialog.locator(".hit").first).to_contain_text("Tại: Điều 5. Thời hạn › khoản 2")
    hits(dialog).first.get_by_role("link").click()
    assert page.url.endswith("/04-qd-tu/#dieu-5.2")
    expect(page.locator(":target")).to_contain_text("Cấp xã và tương đương hoàn thành trong 30 ngày")


def test_a_document_is_found_once_and_its_further_places_stand_under_it(visit: Opener) -> None:
    dialog = open_dialog(page := visit(ABOUT))
    dialog.get_by_role("searchbox").fill("chuyển đổi số")
    expect(hits(dialog).first).to_be_visible()
    opened = [
        link.split("#")[0] for link in hits(dialog).get_by_role("link").evaluate_all("all => all.map(a => a.href)")
    ]
    assert len(opened) == len(set(opened)) == 5
    place = dialog.get_by_role("list", name="Chỗ khác trong cùng mục này").first.get_by_role("link").first
    words = place.inner_text()
    place.click()
    assert "#" in page.url
    expect(page.locator(":target")).to_be_visible()
    assert words.split(" › ")[0].casefold()[:12] in page.get_by_role("main").inner_text().casefold()


@pytest.mark.parametrize("keys", ["Control+k", "Meta+k", "/"])
def test_a_key_opens_the_dialog_but_not_while_the_reader_types_elsewhere(visit: Opener, keys: str) -> None:
    page = visit()
    box = page.get_by_role("main").get_by_role("searchbox")
    box.focus()
    page.keyboard.press(keys)
    expect(page.get_by_role("dialog")).to_be_hidden()
    box.blur()
    page.keyboard.press(keys)
    expect(page.get_by_role("dialog").get_by_role("searchbox")).to_be_focused()
    expect(page.get_by_role("dialog").get_by_role("searchbox")).to_have_value("")


def test_a_form_filled_by_the_browser_is_no_key(visit: Opener) -> None:
    page = visit()
    # Chromium sends a key event without a key name when it fills in a value.
    page.get_by_role("main").get_by_role("searchbox").evaluate(
        "e => e.dispatchEvent(new Event('keydown', {bubbles: true}))"
    )
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_the_single_key_can_be_turned_off_for_good(visit: Opener) -> None:
    page = visit(ABOUT)
    dialog = open_dialog(page)
    dialog.get_by_role("checkbox", name="Mở ô tìm kiếm bằng phím /").uncheck()
    page.reload()
    page.keyboard.press("/")
    expect(dialog).to_be_hidden()
    page.keyboard.press("Control+k")
    expect(dialog.get_by_role("checkbox")).not_to_be_checked()


def test_the_arrow_keys_walk_through_the_results_and_enter_opens_one(visit: Opener) -> None:
    dialog = open_dialog(page := visit(ABOUT))
    field = dialog.get_by_role("searchbox")
    field.fill("chuyển đổi số")
    links = dialog.locator(".search-output").get_by_role("link")
    expect(links.first).to_be_visible()
    page.keyboard.press("Home")
    expect(field).to_be_focused()  # the key Home moves the cursor in the field, not the focus in the results
    page.keyboard.press("ArrowDown")
    expect(links.first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("End")
    expect(dialog.get_by_role("link", name="Xem tất cả kết quả")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.last).to_be_focused()
    page.keyboard.press("Home")
    page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    page.keyboard.press("ArrowDown")
    to = page.evaluate("document.activeElement.href")
    page.keyboard.press("Enter")
    page.wait_for_url(to)


def test_escape_closes_the_dialog_and_gives_the_focus_back(visit: Opener) -> None:
    page = visit(ABOUT)
    opener = page.get_by_role("banner").get_by_role("link", name="Tìm kiếm")
    opener.focus()
    page.keyboard.press("Enter")
    page.keyboard.type("nghị quyết")
    dialog = page.get_by_role("dialog")
    expect(hits(dialog).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(opener).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()


def test_the_dialog_closes_by_its_button_and_by_a_click_outside_it(visit: Opener) -> None:
    page = visit(ABOUT)
    dialog = open_dialog(page)
    dialog.get_by_role("button", name="Đóng").click()
    expect(dialog).to_be_hidden()
    open_dialog(page)
    until(page, "window.thamsau && thamsau.search")
    page.mouse.click(20, 600)
    expect(dialog).to_be_hidden()
    assert page.url.endswith(ABOUT)


def test_enter_in_the_field_leads_to_the_results_page(visit: Opener) -> None:
    open_dialog(page := visit(ABOUT))
    page.keyboard.type("16-NQ/TU")
    page.keyboard.press("Enter")
    page.wait_for_url("**/tim-kiem/?q=16-NQ%2FTU")
    expect(hits(page).first).to_contain_text("16-NQ/TU Về chuyển đổi số")


def test_the_count_is_spoken_once_the_reader_has_paused(visit: Opener) -> None:
    dialog = open_dialog(page := visit(ABOUT))
    status = dialog.get_by_role("status")
    status.evaluate("""line => {
      window.spoken = [];
      new MutationObserver(() => line.textContent && spoken.push(line.textContent))
        .observe(line, { childList: true, characterData: true, subtree: true });
    }""")
    page.keyboard.type("nghị quyết", delay=200)
    expect(status).to_contain_text("kết quả")
    assert status.inner_text() == dialog.locator(".search-count").inner_text()
    assert len(page.evaluate("spoken")) < len("nghị quyết") / 2
    dialog.get_by_role("searchbox").fill("qwrtzxv")
    nothing = "Không tìm thấy kết quả nào. Hãy thử bớt từ, hoặc gõ số, ký hiệu văn bản."
    expect(status).to_have_text(f"{nothing} Không mục nào có “qwrtzxv”.")
    expect(dialog.get_by_role("link", name="Xem các danh sách")).to_be_visible()


def test_the_answer_to_what_was_typed_last_is_shown_however_late_an_earlier_one_comes(visit: Opener) -> None:
    dialog = open_dialog(page := visit(ABOUT))
    until(page, "window.thamsau && thamsau.search")
    page.evaluate("""() => {
      const search = thamsau.search;
      window.asked = [];
      window.answered = [];
      const last = new Promise((done) => (window.answerTheFirst = done));
      thamsau.search = async (query, options) => {
        asked.push(query);
        // Deaf to the dialog's giving it up, as an answer that was on its way already.
        const found = await search(query, { ...options, signal: null });
        if (query === "du lịch") await last;
        answered.push(query);
        return found;
      };
    }""")
    field = dialog.get_by_role("searchbox")
    field.fill("du lịch")
    until(page, "asked.includes('du lịch')")
    field.fill("16-NQ/TU")
    expect(hits(dialog).first).to_contain_text("16-NQ/TU")
    page.evaluate("answerTheFirst()")
    until(page, "answered.join() === '16-NQ/TU,du lịch'")
    expect(hits(dialog).first).to_contain_text("16-NQ/TU")


def test_a_slip_is_met_with_what_was_probably_meant(visit: Opener) -> None:
    dialog = open_dialog(visit(ABOUT))
    dialog.get_by_role("searchbox").fill("nghi quyett")
    dialog.get_by_text("Có phải bạn tìm").get_by_role("link", name="nghi quyet").click()
    expect(dialog.get_by_role("searchbox")).to_have_value("nghi quyet")
    expect(dialog.get_by_role("searchbox")).to_be_focused()
    expect(dialog.get_by_text("Có phải bạn tìm")).to_be_hidden()
    expect(hits(dialog).first).to_be_visible()


def test_a_place_in_the_page_at_hand_is_not_left_under_the_dialog(visit: Opener) -> None:
    dialog = open_dialog(page := visit(RESOLUTION))
    dialog.get_by_role("searchbox").fill("tổ chức thực hiện nghị quyết 16")
    place = dialog.locator(".hit").filter(has_text="16-NQ/TU Về").get_by_role("list").get_by_role("link").first
    anchor = place.get_attribute("href")
    place.click()
    expect(dialog).to_be_hidden()
    assert anchor
    page.wait_for_url(f"**/{RESOLUTION}#{anchor.partition('#')[2]}")
    expect(page.locator(":target")).to_be_in_viewport()


def test_nothing_the_reader_sought_is_kept_on_the_device(visit: Opener) -> None:
    dialog = open_dialog(page := visit(ABOUT))
    page.keyboard.type("nghị quyết")
    expect(hits(dialog).first).to_be_visible()
    page.goto(page.url.replace(ABOUT, found_page(q="nghị quyết")))
    total(page)
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


def test_two_tabs_search_each_for_itself(visit: Opener, base: str) -> None:
    one = visit(found_page(q="du lịch"))
    other = one.context.new_page()
    other.goto(base + found_page(q="16-NQ/TU"))
    expect(hits(other).first).to_contain_text("16-NQ/TU")
    expect(heading(one)).to_contain_text("“du lịch”")
    dialog = open_dialog_on(other, base + ABOUT)
    other.keyboard.type("nghị quyết")
    expect(hits(dialog).first).to_be_visible()
    expect(heading(one)).to_contain_text("“du lịch”")


def open_dialog_on(page: Page, address: str) -> Locator:
    page.goto(address)
    return open_dialog(page)


def test_the_dialog_fits_a_narrow_phone_and_400_percent(visit: Opener) -> None:
    page = visit(ABOUT, width=320)
    page.set_viewport_size({"width": 320, "height": 256})
    dialog = open_dialog(page)
    dialog.get_by_role("searchbox").fill("chuyển đổi số")
    expect(hits(dialog).first).to_be_visible()
    assert dialog.evaluate("e => e.scrollWidth <= 320")
    stops = dialog.locator(".search-output").get_by_role("link").count()
    assert stops > 6
    for key in stops * ["ArrowDown"] + (stops - 1) * ["ArrowUp"]:
        page.keyboard.press(key)
        edges = page.evaluate("(({top, bottom}) => [top, bottom])(document.activeElement.getBoundingClientRect())")
        field = dialog.get_by_role("searchbox").bounding_box()
        assert field
        assert edges[0] >= field["y"] + field["height"], "the focus is under the field"
        assert edges[0] < 256


# ---- Arbitrary queries ----


@pytest.mark.parametrize("words", HOSTILE)
def test_whatever_is_typed_is_words_and_nothing_else(visit: Opener, words: str) -> None:
    encoded = quote(words.encode("utf-8", "replace"))
    page = visit(f"tim-kiem/?q={encoded}&loai={encoded}&muc={encoded}&xep={encoded}")
    expect(heading(page)).to_contain_text("Không có kết quả nào")
    assert page.evaluate("window.hacked") is None
    assert page.locator("main script, main img, main [onfocus], main a[href^=javascript]").count() == 0
    page.get_by_role("main").get_by_role("searchbox").press("Enter")
    expect(heading(page)).to_contain_text("Không có kết quả nào")
    page.goto(page.url.split("tim-kiem")[0] + ABOUT)
    dialog = open_dialog(page)
    dialog.get_by_role("searchbox").fill(words.replace("\ud83d", ""))
    expect(dialog.locator(".search-count")).not_to_be_empty()
    assert page.evaluate("window.hacked") is None
    assert dialog.locator("script, img").count() == 0


def test_a_thousand_letters_are_sought_and_more_are_cut_without_a_word_lost_on_the_way(visit: Opener) -> None:
    page = visit("tim-kiem/?q=" + quote("nghị quyết " * 2000)[:60000])
    assert total(page) > 0
    assert len(page.get_by_role("main").get_by_role("searchbox").input_value()) <= 1000


def test_letters_in_parts_find_what_whole_letters_find(visit: Opener) -> None:
    page = visit(found_page(q="chuyển đổi số"))
    many = total(page)
    page.goto(page.url.split("tim-kiem")[0] + found_page(q=unicodedata.normalize("NFD", "chuyển đổi số")))
    assert total(page) == many


# ---- Missing parts of the index ----


@pytest.fixture
def damaged(demonstration: Path, tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """Yield (folder, address) of a served copy of the site, from which tests remove files."""
    shutil.copytree(demonstration, tmp_path / "site")
    with serving(tmp_path / "site") as address:
        yield tmp_path / "site", address


def test_where_some_files_of_the_index_are_missing_the_answer_says_that_it_is_partial(
    visit: Opener, damaged: tuple[Path, str]
) -> None:
    folder, at = damaged
    shards = sorted(folder.glob("tim-kiem/chi-muc/*/cap-*.js"))
    away = [shard.rename(shard.with_suffix(".away")) for shard in shards]
    page = visit(found_page(q="chuyển đổi số"), at=at, forgiven=NOT_FOUND)
    notice = page.get_by_text("có thể còn kết quả chưa hiện ra")
    expect(notice).to_be_visible()
    assert total(page) > 0
    page.goto(at + ABOUT)
    dialog = open_dialog(page)
    dialog.get_by_role("searchbox").fill("chuyển đổi số")
    expect(dialog.get_by_text("có thể còn kết quả chưa hiện ra")).to_be_visible()
    for shard in away:
        shard.rename(shard.with_suffix(".js"))
    dialog.get_by_role("button", name="Thử lại").click()
    expect(dialog.get_by_text("có thể còn kết quả chưa hiện ra")).to_be_hidden()
    expect(hits(dialog).first).to_be_visible()


def test_where_the_index_is_missing_the_reader_is_told_and_led_to_the_lists(
    visit: Opener, damaged: tuple[Path, str]
) -> None:
    folder, at = damaged
    shutil.rmtree(folder / "tim-kiem" / "chi-muc")
    page = visit(found_page(q="chuyển đổi số"), at=at, forgiven=NOT_FOUND)
    expect(heading(page)).to_have_text("Không tải được dữ liệu tìm kiếm.")
    expect(page.get_by_role("heading", name="Văn bản theo số")).to_be_visible()
    expect(page.get_by_role("button", name="Thử lại")).to_be_visible()
    page.goto(at + ABOUT)
    dialog = open_dialog(page)
    dialog.get_by_role("searchbox").fill("chuyển đổi số")
    expect(dialog.get_by_text("Không tải được dữ liệu tìm kiếm.").first).to_be_visible()
    dialog.get_by_role("link", name="các danh sách").click()
    expect(page.get_by_role("heading", name="Văn bản theo số")).to_be_visible()


def test_where_the_engine_is_missing_the_reader_is_told_and_may_try_again(
    visit: Opener, damaged: tuple[Path, str]
) -> None:
    folder, at = damaged
    (engine,) = folder.glob("assets/search/engine.*.js")
    away = engine.rename(engine.with_suffix(".away"))
    page = visit(ABOUT, at=at, forgiven=NOT_FOUND)
    dialog = open_dialog(page)
    expect(dialog.get_by_text("Chưa tải được phần tìm kiếm")).to_be_visible()
    away.rename(engine)
    page.keyboard.type("nghị quyết")
    expect(hits(dialog).first).to_be_visible()


def test_offline_what_was_loaded_still_searches_and_the_rest_is_said_to_be_missing(visit: Opener) -> None:
    page = visit(ABOUT, forgiven=NOT_FOUND)
    dialog = open_dialog(page)
    page.keyboard.type("16-NQ/TU")
    expect(hits(dialog).first).to_be_visible()
    page.context.set_offline(True)
    field = dialog.get_by_role("searchbox")
    field.fill("16-NQ/TU ")
    expect(hits(dialog).first).to_contain_text("16-NQ/TU")
    field.fill("xây dựng nông thôn mới kiểu mẫu")
    expect(dialog.get_by_role("button", name="Thử lại")).to_be_visible()


def test_the_whole_site_searches_from_a_folder(visit: Opener, demonstration: Path) -> None:
    page = visit("index.html", at=demonstration.as_uri() + "/")
    dialog = open_dialog(page)
    dialog.get_by_role("searchbox").fill("16-NQ/TU")
    hits(dialog).first.get_by_role("link").click()
    page.wait_for_url("**/16-nq-tu/index.html*")
    page.get_by_role("navigation", name="Các mục của trang").get_by_role("link", name="Trang chủ").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Tìm nghị")
    page.get_by_role("main").get_by_role("searchbox").fill("chuyen doi so")
    page.keyboard.press("Enter")
    many = total(page)
    box(page, "Nghị quyết").check()
    expect(box(page, "Nghị quyết")).to_be_checked()
    expect(heading(page)).not_to_have_text(f"{many} kết quả cho “chuyen doi so”")
    page.go_back()
    expect(heading(page)).to_have_text(f"{many} kết quả cho “chuyen doi so”")


def test_a_browser_without_dialogs_is_led_to_the_results_page(visit: Opener) -> None:
    page = visit(ABOUT, prepare="delete HTMLDialogElement.prototype.showModal")
    page.get_by_role("banner").get_by_role("link", name="Tìm kiếm").click()
    page.wait_for_url("**/tim-kiem/")
    page.get_by_role("main").get_by_role("searchbox").fill("16-NQ/TU")
    page.keyboard.press("Enter")
    expect(hits(page).first).to_contain_text("16-NQ/TU")


def test_a_browser_too_old_for_the_engine_gets_the_lists(visit: Opener) -> None:
    page = visit(found_page(q="16-NQ/TU"), prepare="delete Element.prototype.replaceChildren")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    expect(page.get_by_text("Trình duyệt này không chạy được phần tìm kiếm")).to_be_visible()
    expect(page.get_by_role("heading", name="Văn bản theo số")).to_be_visible()
    assert [url for url in asked if "/search/engine" in url] == []


def test_without_scripts_a_search_leads_to_every_list(visit: Opener) -> None:
    page = visit(found_page(q="16-NQ/TU"), java_script_enabled=False)
    expect(page.get_by_text("Trình duyệt này không chạy được phần tìm kiếm")).to_be_visible()
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.get_by_role("main").get_by_role("link", name="10–19").click()
    expect(page.get_by_role("heading", name="Số 16")).to_be_visible()


def test_words_of_an_attached_file_are_found_with_the_file_and_the_page(visit: Opener) -> None:
    page = visit(found_page(q="illustration demonstration"))
    hit = page.locator("[data-hits] > li").first
    expect(hit.locator("h3 a")).to_have_attribute("href", re.compile(rf"{RESOLUTION}#__tep-1$"))
    expect(hit).to_contain_text("Tại: trong tệp 16-nq-tu.pdf, trang 1")
    hit.locator("h3 a").click()
    expect(page.locator("#__tep-1")).to_contain_text("16-nq-tu.pdf")
