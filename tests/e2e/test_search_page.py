"""The page of search results: filters, order, sharing, going back, phones, print."""

import re

from playwright.sync_api import expect

from tests.e2e.conftest import Opener
from tests.e2e.test_reader import CLIPPED, TEXT_SPACING
from tests.e2e.test_search import ABOUT, box, found_page, heading, hits, open_dialog, rested, total, until


def test_an_address_is_a_search_that_can_be_shared(visit: Opener) -> None:
    page = visit(found_page(q="chuyen doi so", loai="nghi-quyet", nam="2026", xep="moi-nhat"))
    many = total(page)
    assert many == hits(page).count() > 0
    assert page.title().startswith("chuyen doi so – Tìm kiếm – ")
    expect(box(page, "Nghị quyết")).to_be_checked()
    expect(page.get_by_role("checkbox", name=f"2026 ({many})")).to_be_checked()
    expect(page.get_by_role("main").get_by_role("searchbox")).to_have_value("chuyen doi so")
    expect(page.get_by_role("combobox", name="Xếp theo")).to_have_value("date")
    days = page.locator(".hit .meta").all_inner_texts()
    order = [(day[6:], day[3:5], day[:2]) for text in days if (day := text.split("· ")[2].strip()[:10])]
    assert order == sorted(order, reverse=True)


def test_each_count_is_the_number_of_results_it_leads_to(visit: Opener) -> None:
    page = visit(found_page(q="nghị quyết"))
    total(page)
    while page.get_by_role("button", name="Xem đủ").count():
        page.get_by_role("button", name="Xem đủ").first.click()
    names = page.get_by_role("checkbox").evaluate_all("all => all.map(box => box.labels[0].innerText)")
    assert {name.rpartition(" (")[0] for name in names} >= {
        "Nghị quyết",
        "2026",
        "Chuyển đổi số",
        "Còn hiệu lực",
        "Văn bản",
    }
    for name in names:
        value = page.get_by_role("checkbox", name=name, exact=True)
        value.check()
        expect(page.get_by_role("list", name="Điều kiện đang chọn")).to_be_visible()
        expect(heading(page)).to_contain_text(f"{name.rpartition('(')[2][:-1]} kết quả")
        expect(value).to_be_focused()
        value.uncheck()
        expect(page.get_by_role("list", name="Điều kiện đang chọn")).to_be_hidden()


def test_a_body_stands_for_those_it_came_from(visit: Opener) -> None:
    page = visit(found_page(**{"co-quan": "ban-tuyen-giao-va-dan-van-tinh-uy"}))
    issuers = page.locator(".hit .meta").all_inner_texts()
    assert len(issuers) == total(page)
    assert any("Ban Dân vận Tỉnh ủy" in text for text in issuers)


def test_filters_are_taken_off_one_by_one_and_all_at_once(visit: Opener) -> None:
    page = visit(found_page(q="nghị quyết", loai=["nghi-quyet", "chi-thi"], nam="2026"))
    chips = page.get_by_role("list", name="Điều kiện đang chọn").get_by_role("link")
    expect(chips).to_have_count(4)
    before = total(page)
    chips.get_by_text("2026").click()
    expect(chips).to_have_count(3)
    assert page.url.endswith("loai=nghi-quyet&loai=chi-thi")
    expect(chips.first).to_be_focused()
    expect(heading(page)).not_to_have_text(f"{before} kết quả cho “nghị quyết”")
    assert total(page) > before
    chips.get_by_text("Bỏ tất cả").click()
    expect(page.get_by_role("list", name="Điều kiện đang chọn")).to_be_hidden()
    expect(heading(page)).to_be_focused()


def test_the_back_button_brings_back_query_filters_count_and_place(visit: Opener) -> None:
    page = visit(found_page(q="nghị quyết"))
    expect(hits(page)).to_have_count(10)
    page.get_by_role("button", name="Xem thêm 10 kết quả").click()
    expect(hits(page)).to_have_count(20)
    expect(hits(page).nth(10).get_by_role("link")).to_be_focused()
    expect(page.locator(".found").get_by_role("status")).to_contain_text("Đang hiện 20 trên")
    page.evaluate("scrollTo(0, 2500)")
    hits(page).nth(14).get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Tìm kiếm")
    page.go_back()
    expect(hits(page)).to_have_count(20)
    until(page, "scrollY > 1500")
    box(page, "Nghị quyết").check()
    expect(hits(page)).not_to_have_count(20)
    fewer = total(page)
    field = page.get_by_role("main").get_by_role("searchbox")
    field.fill("chuyển đổi số")
    field.press("Enter")
    expect(heading(page)).to_contain_text("“chuyển đổi số”")
    expect(heading(page)).to_be_focused()
    assert page.url.endswith("&loai=nghi-quyet")
    page.go_back()
    expect(heading(page)).to_have_text(f"{fewer} kết quả cho “nghị quyết”")
    expect(box(page, "Nghị quyết")).to_be_checked()
    expect(field).to_have_value("nghị quyết")
    page.go_back()
    expect(box(page, "Nghị quyết")).not_to_be_checked()
    expect(hits(page)).to_have_count(20)
    page.reload()
    expect(hits(page)).to_have_count(20)


def test_back_returns_to_the_place_though_the_page_must_be_loaded_anew(visit: Opener) -> None:
    page = visit(found_page(q="nghị quyết"), prepare="addEventListener('unload', () => {})")
    page.get_by_role("button", name="Xem thêm 10 kết quả").click()
    expect(hits(page)).to_have_count(20)
    page.evaluate("window.same = 1; scrollTo(0, 2500)")
    hits(page).nth(14).get_by_role("link").click()
    page.wait_for_load_state()
    page.go_back()
    expect(hits(page)).to_have_count(20)
    until(page, "scrollY > 1500")
    assert page.evaluate("window.same") is None


def test_a_search_without_an_answer_helps_on(visit: Opener) -> None:
    page = visit(found_page(q="qwrtzxv"))
    expect(heading(page)).to_have_text("Không có kết quả nào cho “qwrtzxv”")
    expect(page.get_by_text("viết lại từ có thể đã gõ nhầm")).to_be_visible()
    for name in ("Mẹo tìm nhanh", "Văn bản theo số", "Tin tức theo năm", "Văn bản theo chủ đề"):
        expect(page.get_by_role("heading", name=name)).to_be_visible()
    page.goto(page.url.replace("qwrtzxv", "ngh%E1%BB%8B+quy%E1%BA%BFt&loai=nghi-quyet&muc=tin-tuc"))
    page.get_by_role("link", name="Tìm lại, bỏ mọi điều kiện").click()
    expect(heading(page)).not_to_contain_text("Không")
    assert total(page) > 10
    expect(page.get_by_role("heading", name="Mẹo tìm nhanh")).to_be_hidden()


def test_a_slip_on_the_results_page_leads_to_what_was_meant(visit: Opener) -> None:
    page = visit(found_page(q="nghi quyett"))
    page.get_by_text("Có phải bạn tìm").get_by_role("link", name="nghi quyet").click()
    expect(heading(page)).to_contain_text("“nghi quyet”")
    expect(page.get_by_text("Có phải bạn tìm")).to_be_hidden()


def test_a_word_left_unfinished_is_answered_as_in_the_dialog(visit: Opener) -> None:
    page = visit(found_page(q="chuyển đổi s"))
    assert total(page) > 0


def test_the_page_without_a_question_is_tips_and_lists_and_loads_no_index(visit: Opener, base: str) -> None:
    page = visit()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(base + "tim-kiem/")
    expect(page.get_by_role("heading", name="Mẹo tìm nhanh")).to_be_visible()
    expect(page.get_by_text("Trình duyệt này không chạy được")).to_be_hidden()
    rested(page)
    assert [url for url in asked if "/chi-muc/" in url] == []
    page.keyboard.press("/")
    expect(page.get_by_role("main").get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("16 nq tu")
    page.keyboard.press("Enter")
    expect(hits(page).first).to_contain_text("16-NQ/TU")


def test_the_page_searches_as_one_types_and_what_is_typed_is_one_step_back(visit: Opener) -> None:
    page = visit(found_page(q="nghị quyết"))
    before = total(page)
    field = page.get_by_role("main").get_by_role("searchbox")
    field.fill("chuyển đổi")
    expect(heading(page)).to_contain_text("kết quả cho “chuyển đổi”")
    field.press_sequentially(" số")
    expect(heading(page)).to_contain_text("kết quả cho “chuyển đổi số”")
    expect(field).to_be_focused()
    assert "q=chuy%E1%BB%83n+%C4%91%E1%BB%95i+s%E1%BB%91" in page.url
    field.press("Enter")
    expect(heading(page)).to_be_focused()
    box(page, "Nghị quyết").check()
    expect(page).to_have_url(re.compile("loai=nghi-quyet"))
    page.go_back()
    expect(page).not_to_have_url(re.compile("loai="))
    expect(heading(page)).to_contain_text("kết quả cho “chuyển đổi số”")
    page.go_back()
    expect(heading(page)).to_have_text(f"{before} kết quả cho “nghị quyết”")
    expect(field).to_have_value("nghị quyết")


def test_filters_are_folded_away_on_a_phone_and_said_to_be_on(visit: Opener) -> None:
    page = visit(found_page(q="nghị quyết", loai="nghi-quyet"), width=390)
    total(page)
    expect(page.get_by_role("checkbox").first).to_be_hidden()
    page.get_by_text("Thu hẹp kết quả (đang chọn 1)").click()
    expect(box(page, "Nghị quyết")).to_be_checked()
    label = page.locator("label").filter(has_text="Nghị quyết (").first.bounding_box()
    assert label
    assert label["height"] >= 24
    expect(page.get_by_role("group", name="Loại văn bản")).to_be_visible()


def test_results_on_paper_are_results_only(visit: Opener) -> None:
    page = visit(found_page(q="chuyển đổi số", loai="nghi-quyet"))
    total(page)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(hits(page).first).to_be_visible()
    expect(page.get_by_text("Địa chỉ của trang: http")).to_contain_text("loai=nghi-quyet")
    for gone in (page.get_by_role("searchbox"), page.get_by_role("checkbox"), page.get_by_role("combobox")):
        expect(gone.first).to_be_hidden()


def test_a_feed_that_follows_what_is_sought_is_offered(visit: Opener) -> None:
    page = visit(found_page(q="du lịch"))
    total(page)
    field = page.get_by_role("main").get_by_role("searchbox")
    field.fill("chuyển đổi số")
    field.press("Enter")
    feed = page.get_by_role("main").get_by_role("link", name="Chuyển đổi số (RSS)")
    expect(feed).to_have_attribute("href", re.compile(r"nguon-tin/chu-de/chuyen-doi-so/rss\.xml$"))


def test_results_can_be_spaced_by_the_reader_on_a_narrow_phone(visit: Opener) -> None:
    page = visit(found_page(q="chuyển đổi số", loai="nghi-quyet"), width=320, bypass_csp=True)
    total(page)
    page.get_by_text("Thu hẹp kết quả (đang chọn 1)").click()
    page.add_style_tag(content=TEXT_SPACING)
    assert page.evaluate(CLIPPED) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_every_stop_of_the_tab_key_among_results_is_seen(visit: Opener) -> None:
    ring = """e => [e, "::after"].some((part, at) => {
      const style = getComputedStyle(e, at ? part : undefined);
      return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    })"""
    dialog = open_dialog(page := visit(ABOUT))
    dialog.get_by_role("searchbox").fill("chuyển đổi số")
    expect(hits(dialog).first).to_be_visible()
    for _ in range(12):
        page.keyboard.press("Tab")
        assert page.evaluate(f"({ring})(document.activeElement)"), page.evaluate("document.activeElement.outerHTML")
    page.goto(page.url.replace(ABOUT, found_page(q="chuyển đổi số", loai="nghi-quyet")))
    total(page)
    page.get_by_role("main").get_by_role("searchbox").focus()
    for _ in range(30):
        page.keyboard.press("Tab")
        assert page.evaluate(f"({ring})(document.activeElement)"), page.evaluate("document.activeElement.outerHTML")
