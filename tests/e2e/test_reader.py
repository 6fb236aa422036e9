"""Reading the site by mouse, by keyboard, without scripts and on a narrow phone."""

from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Opener

DOCUMENT = "van-ban/tinh-uy/2025-2030/16-nq-tu/"
PAGES = (
    "",
    DOCUMENT,
    "van-ban/",
    "van-ban/loai/nghi-quyet/",
    "tin-tuc/",
    "tin-tuc/2026/hoc-nghi-quyet-truc-tuyen-phu-yen/",
    "hoc-tap/muoi-cau-hoi-nghi-quyet-16/",
    "lich/",
    "lich/hoi-nghi-quan-triet-nghi-quyet-16/",
    "lich/dang-ky-lop-bao-cao-vien-thang-10/410.html",
    "chuyen-de/",
    "chuyen-de/chuyen-doi-so/",
    "nguon-tin/",
    "tim-kiem/",
    "kha-nang-tiep-can/",
    "404.html",
)
# WCAG 2.2, 1.4.12: text spacing that a reader's own style may set.
TEXT_SPACING = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }
"""
CLIPPED = """() => [...document.querySelectorAll('body *')].filter(e => {
  const style = getComputedStyle(e);
  const hides = style.overflowX === 'hidden' || style.overflowX === 'clip' || style.overflowY === 'hidden';
  return hides && e.clientHeight > 1 && e.textContent.trim() && style.visibility === 'visible'
    && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1);
}).map(e => e.outerHTML.slice(0, 120))"""


def test_a_search_typed_on_the_first_page_finds_the_resolution(visit: Opener) -> None:
    page = visit()
    box = page.get_by_role("main").get_by_role("searchbox")
    box.fill("chuyển đổi số tỉnh Minh Họa")
    box.press("Enter")
    title = "16-NQ/TU Về chuyển đổi số tỉnh Minh Họa đến năm 2030"
    page.get_by_role("main").get_by_role("link", name=title, exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Về chuyển đổi số tỉnh Minh Họa đến năm 2030")


def test_size_and_colours_are_remembered_from_page_to_page(visit: Opener) -> None:
    page = visit()
    size = "parseFloat(getComputedStyle(document.body).fontSize)"
    paper = "getComputedStyle(document.body).backgroundColor"
    before = page.evaluate(size), page.evaluate(paper)
    page.get_by_role("button", name="Cỡ chữ").click()
    page.get_by_role("button", name="Sáng / Tối").click()
    after = page.evaluate(size), page.evaluate(paper)
    assert after[0] > before[0]
    assert after[1] != before[1]
    page.goto(page.url + DOCUMENT)
    assert (page.evaluate(size), page.evaluate(paper)) == after


def test_a_reader_copies_the_citation_of_a_point_with_its_address(visit: Opener) -> None:
    page = visit(DOCUMENT + "#II.1.a", permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Sao chép trích dẫn điểm a").click()
    said = page.evaluate("navigator.clipboard.readText()")
    assert said.startswith("điểm a, khoản 1, mục II, Nghị quyết số 16-NQ/TU, ngày 12/10/2026, của Ban Chấp hành")
    assert said.endswith(DOCUMENT + "#II.1.a")


def test_the_button_follows_the_pointer_and_the_focus(visit: Opener) -> None:
    page = visit(DOCUMENT)
    page.locator("[id='III.1.a']").hover()
    expect(page.get_by_role("button", name="Sao chép trích dẫn điểm a, khoản 1, mục III")).to_be_visible()
    page.get_by_role("link", name="IV-", exact=True).focus()
    expect(page.get_by_role("button", name="Sao chép trích dẫn mục IV")).to_be_visible()


def test_a_point_is_addressed_without_scripts(visit: Opener) -> None:
    page = visit(DOCUMENT, java_script_enabled=False)
    page.locator("[id='II.1.a'] .nhan a").click()
    assert page.url.endswith("#II.1.a")


def test_the_citation_is_copied_whole(visit: Opener) -> None:
    page = visit(DOCUMENT, permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Sao chép trích dẫn").click()
    said = page.evaluate("navigator.clipboard.readText()")
    assert said.startswith("Nghị quyết số 16-NQ/TU, ngày 12/10/2026, của Ban Chấp hành Đảng bộ tỉnh Minh Họa")


@pytest.mark.parametrize("address", PAGES)
def test_no_page_is_wider_than_a_narrow_phone(visit: Opener, address: str) -> None:
    # The style sheet added below stands for a reader's own, which the page's policy does not block.
    page = visit(address, width=320, bypass_csp=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.add_style_tag(content=TEXT_SPACING)
    assert page.evaluate(CLIPPED) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("address", PAGES)
def test_a_page_reads_whole_without_scripts(visit: Opener, address: str) -> None:
    page = visit(address, java_script_enabled=False)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_role("navigation").first).to_be_visible()
    for name in ("Cỡ chữ", "Sáng / Tối", "In", "Sao chép liên kết"):
        expect(page.get_by_role("button", name=name, exact=True)).to_be_hidden()


def test_without_scripts_the_search_leads_to_a_page_with_the_lists(visit: Opener) -> None:
    page = visit(java_script_enabled=False)
    page.get_by_role("main").get_by_role("searchbox").fill("16-NQ/TU")
    page.get_by_role("main").get_by_role("button", name="Tìm").click()
    assert "/tim-kiem/?q=" in page.url
    expect(page.get_by_role("main").get_by_role("link", name="Nghị quyết").first).to_be_visible()


@pytest.mark.parametrize("address", ["", DOCUMENT, "van-ban/"])
def test_every_stop_of_the_tab_key_is_seen(visit: Opener, address: str) -> None:
    page = visit(address)
    stops = 0
    for _ in range(400):
        page.keyboard.press("Tab")
        state = page.evaluate("""() => {
          const e = document.activeElement; if (!e || e === document.body) return null;
          const s = getComputedStyle(e), r = e.getBoundingClientRect();
          const ring = s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2;
          return [e.outerHTML.slice(0, 100), ring || s.boxShadow !== 'none', r.width > 0 && r.height > 0];
        }""")
        if state is None:
            break
        stops += 1
        assert state[1], f"no focus ring on {state[0]}"
        assert state[2], f"focus on something out of sight: {state[0]}"
    assert stops > 15


def test_a_printed_document_opens_its_details_and_shows_its_address(visit: Opener) -> None:
    page: Page = visit(DOCUMENT)
    page.emulate_media(media="print")
    expect(page.get_by_text("Địa chỉ của trang")).to_be_visible()
    expect(page.get_by_role("navigation", name="Các mục của trang")).to_be_hidden()
    expect(page.get_by_text("Văn bản minh họa").first).to_be_visible()


BROKEN = """() => {
  const symbol = /\\d+[a-zđ]?(?:\\/\\d{4}\\/|[-\\/])\\p{Lu}[\\p{L}\\d]*(?:[-\\/]\\p{Lu}[\\p{L}\\d]*)*/gu;
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = { whole: 0, broken: [] };
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    for (const match of node.data.matchAll(symbol)) {
      const range = document.createRange();
      range.setStart(node, match.index);
      range.setEnd(node, match.index + match[0].length);
      const lines = new Set([...range.getClientRects()].map((line) => Math.round(line.top)));
      if (lines.size > 1) found.broken.push(match[0]);
      else found.whole += lines.size;
    }
  }
  return found;
}"""


@pytest.mark.parametrize("address", [DOCUMENT, "tim-kiem/?q=nghi%20quyet%20hoc%20tap"])
def test_a_document_number_is_never_broken_over_two_lines(visit: Opener, address: str) -> None:
    page = visit(address, width=320)
    if "?" in address:
        expect(page.locator(".hit-snippet").first).not_to_be_empty()
    for width in (320, 360, 412):
        page.set_viewport_size({"width": width, "height": 800})
        found = page.evaluate(BROKEN)
        assert found["whole"] > 10
        assert found["broken"] == []


def test_the_text_begins_on_the_first_screen_of_a_phone(visit: Opener) -> None:
    page = visit(DOCUMENT, width=390)
    text = page.locator("[data-prose]").bounding_box()
    assert text is not None
    assert text["y"] < 844
    facts = page.locator("details.facts")
    summary = facts.locator("summary")
    expect(summary).to_have_text("Tỉnh ủy Minh Họa · 12/10/2026 ● Còn hiệu lực")
    expect(page.get_by_text("Người ký")).to_be_hidden()
    expect(page.get_by_role("navigation", name="Mục lục").get_by_role("link").first).to_be_hidden()
    summary.click()
    expect(page.get_by_text("Người ký")).to_be_visible()
    page.set_viewport_size({"width": 1280, "height": 800})
    expect(summary).to_be_hidden()
    expect(page.get_by_text("Người ký")).to_be_visible()


@pytest.mark.parametrize(("width", "opened"), [(390, False), (1280, True)])
def test_the_facts_are_there_without_scripts(visit: Opener, width: int, opened: bool) -> None:
    page = visit(DOCUMENT, width=width, java_script_enabled=False)
    expect(page.get_by_text("Người ký")).to_be_visible(visible=opened)
    if not opened:
        page.locator("details.facts summary").click()
        expect(page.get_by_text("Người ký")).to_be_visible()


def test_long_lists_end_short_and_lead_to_all(visit: Opener) -> None:
    page = visit(DOCUMENT, width=390)
    group = page.locator(".group", has=page.get_by_role("heading", name="Được dẫn trong"))
    expect(group.get_by_role("listitem")).to_have_count(3)
    more = group.get_by_role("link", name="Xem tất cả")
    many = int("".join(filter(str.isdigit, more.inner_text())))
    more.click()
    shown = page.locator(".card")
    expect(page.get_by_role("heading", level=1)).to_have_text("Nội dung liên quan đến Nghị quyết số 16-NQ/TU")
    assert shown.count() >= many > 3


@pytest.mark.parametrize("width", [320, 1280])
def test_a_tree_is_one_list_and_whole(visit: Opener, width: int) -> None:
    page = visit("trien-khai/", width=width)
    tree = page.locator(".tree").first
    assert tree.locator("svg, img").count() == 0
    for number in ("16-NQ/TU", "08-CTr/TU", "11-NQ/CB", "03-HD/BTGDVTU"):
        expect(tree.get_by_role("link", name=number, exact=True)).to_have_count(1)
    assert tree.evaluate("e => e.scrollWidth <= e.clientWidth")
    below = tree.get_by_role("listitem").filter(has=page.get_by_role("link", name="21-KH/ĐU", exact=True))
    expect(below.last.get_by_role("list").get_by_role("link")).to_have_text("11-NQ/CB")


def test_columns_of_numbers_are_narrow_and_of_words_wide(visit: Opener) -> None:
    page = visit(DOCUMENT, width=390)
    table = page.get_by_role("region", name="Bảng 1")
    widths = table.locator("tbody tr").first.locator("td").evaluate_all("cells => cells.map(c => c.offsetWidth)")
    assert widths[0] >= 140
    assert max(widths[2:]) < 90
    table.focus()
    expect(table).to_be_focused()


def test_a_tall_note_in_the_margin_moves_no_words_but_where_the_next_note_is(visit: Opener) -> None:
    page = visit("van-ban/tinh-uy/2025-2030/09-nq-tu/")
    place = "id => document.getElementById(id).getBoundingClientRect().top + scrollY"
    tall = """id => { document.getElementById(id).insertAdjacentHTML('afterend',
      `<div class="change" role="note">${'<p>Sửa đổi bởi khoản 1 Nghị quyết số 12-NQ/TU.</p>'.repeat(9)}</div>`) }"""
    first, second = page.evaluate(place, "I"), page.evaluate(place, "II.2")
    page.evaluate(tall, "I")
    assert (page.evaluate(place, "I"), page.evaluate(place, "II.2")) == (first, second)
    page.evaluate(tall, "III.1")
    notes = page.locator(".prose > .change").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect()).map(box => [box.top, box.bottom])"
    )
    assert all(above[1] <= below[0] for above, below in pairwise(notes))
