"""Filtering without a query: from a list, by several properties at once, and back."""

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import Opener
from tests.e2e.test_search import box, found_page, heading, hits, total

NARROW = "Lọc theo nhiều điều kiện"
LISTS = (
    "van-ban/nhiem-ky/2020-2025/",
    "van-ban/ban-tuyen-giao-va-dan-van-tinh-uy/ca-tien-than/",
    "hoc-tap/doi-tuong/dang-vien/",
)


def test_a_list_leads_to_results_that_are_the_same_items(visit: Opener, base: str) -> None:
    page = visit()
    for address in LISTS:
        page.goto(base + address)
        many = int(page.locator(".total").inner_text().split()[0])
        page.get_by_role("link", name=NARROW).click()
        assert total(page) == many, address


def test_conditions_are_joined_without_a_word_and_each_is_one_step_back(visit: Opener) -> None:
    page = visit("van-ban/loai/nghi-quyet/")
    page.get_by_role("link", name=NARROW).click()
    all_kinds = total(page)
    status = page.locator("[data-status]")
    box(page, "Tỉnh ủy Minh Họa").focus()
    page.keyboard.press("Space")
    expect(status).to_contain_text("điều kiện: Văn bản, Nghị quyết, Tỉnh ủy Minh Họa")
    of_body = total(page)
    box(page, "2026").check()
    expect(status).to_contain_text("điều kiện: Văn bản, Nghị quyết, Tỉnh ủy Minh Họa, 2026")
    expect(box(page, "2026")).to_be_focused()
    assert page.url.endswith("tim-kiem/?muc=van-ban&loai=nghi-quyet&co-quan=tinh-uy&nam=2026")
    assert page.title().startswith("Văn bản, Nghị quyết, Tỉnh ủy Minh Họa, 2026 – Tìm kiếm – ")
    both = total(page)
    assert hits(page).count() == both
    assert 0 < both < of_body < all_kinds
    assert all("/2026" in text for text in page.locator(".hit .meta").all_inner_texts())
    page.go_back()
    expect(heading(page)).to_have_text(f"{of_body} kết quả")
    page.go_back()
    expect(heading(page)).to_have_text(f"{all_kinds} kết quả")
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Văn bản: Nghị quyết")


def test_conditions_that_nothing_has_are_told_and_taken_off(visit: Opener) -> None:
    page = visit(found_page(**{"loai": "chi-thi", "nam": "2021"}))
    expect(heading(page)).to_have_text("Không có kết quả nào")
    expect(page.get_by_text("Không có mục nào có đủ các điều kiện đã chọn.")).to_be_visible()
    page.get_by_role("link", name="Tìm lại, bỏ mọi điều kiện").click()
    expect(page.get_by_role("heading", name="Lọc theo nhiều điều kiện, không cần gõ từ")).to_be_visible()
    page.get_by_role("main").get_by_role("link", name="Học tập", exact=True).click()
    box(page, "Đảng viên").check()
    expect(page).to_have_url(re.compile(r"muc=hoc-tap&nguoi-hoc=dang-vien$"))


@pytest.mark.parametrize("width", [320, 1280])
def test_without_an_answer_the_message_has_the_whole_width(visit: Opener, width: int) -> None:
    page = visit(found_page(q="qwxzv zzkj"), width=width)
    expect(heading(page)).to_contain_text("Không có kết quả nào")
    message, whole = page.locator(".search-empty").bounding_box(), page.locator(".found").bounding_box()
    assert message is not None
    assert whole is not None
    assert message["width"] == whole["width"]


def test_without_scripts_lists_offer_what_they_have_and_no_more(visit: Opener) -> None:
    page = visit("van-ban/", java_script_enabled=False)
    expect(page.get_by_role("link", name=NARROW)).to_be_hidden()
    expect(page.get_by_role("navigation", name="Thu hẹp danh sách").get_by_role("link").first).to_be_visible()
