"""The button that copies a provision's citation: it can be reached in every way and covers no text."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.conftest import Opener

RESOLUTION = "van-ban/tinh-uy/2025-2030/16-nq-tu/"
REGULATION = "van-ban/ban-thuong-vu-tinh-uy/2025-2030/04-qd-tu/"
LOADED = (
    (RESOLUTION, "II.1.a", 320),
    (RESOLUTION, "II.1.a", 390),
    (RESOLUTION, "II.1.a", 1280),
    (REGULATION, "dieu-4.1", 768),
)
COVERED = """() => {
  const button = document.querySelector('.cite');
  const box = button.getBoundingClientRect();
  const texts = document.createTreeWalker(document.querySelector('main') || document.body, NodeFilter.SHOW_TEXT);
  const covered = [];
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    if (button.contains(node) || !node.data.trim() || !node.parentElement.checkVisibility()) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const line of range.getClientRects()) {
      const across = Math.min(line.right, box.right) - Math.max(line.left, box.left);
      const down = Math.min(line.bottom, box.bottom) - Math.max(line.top, box.top);
      if (across > 0 && down > 0) covered.push(node.data);
    }
  }
  return covered;
}"""


def button(page: Page, anchor: str) -> Locator:
    """Wait for the button of a provision and return it."""
    found = page.get_by_role("button", name=f"(¶ {anchor})")
    expect(found).to_be_visible()
    return found


def lies_over_nothing(page: Page, anchor: str) -> None:
    assert page.evaluate(COVERED) == []
    box = button(page, anchor).bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= page.evaluate("innerWidth")
    assert box["height"] >= 24


@pytest.mark.parametrize(("address", "anchor", "width"), LOADED)
def test_the_words_that_an_address_names_are_not_covered(visit: Opener, address: str, anchor: str, width: int) -> None:
    page = visit(f"{address}#{anchor}", width=width)
    button(page, anchor)
    lies_over_nothing(page, anchor)


@pytest.mark.parametrize("width", [320, 1280])
def test_words_pointed_at_focused_or_pressed_are_not_covered(visit: Opener, width: int) -> None:
    page = visit(RESOLUTION + "#II.1.a", width=width)
    page.evaluate("location.hash = 'II.1.b'")
    button(page, "II.1.b")
    lies_over_nothing(page, "II.1.b")
    page.locator("[id='III.1.a']").hover()
    expect(page.locator(".cite")).to_have_count(1)
    assert page.evaluate(COVERED) == []
    page.keyboard.press("Tab")
    page.locator("[id='III.2.a'] .nhan a").focus()
    button(page, "III.2.a")
    lies_over_nothing(page, "III.2.a")
    page.locator("[id='II.2.c'] .nhan a").click()
    button(page, "II.2.c")
    lies_over_nothing(page, "II.2.c")


def test_a_finger_finds_the_button_under_the_words(visit: Opener) -> None:
    page = visit(RESOLUTION, width=390, has_touch=True, is_mobile=True)
    page.locator("[id='II.1.a'] .nhan a").tap()
    button(page, "II.1.a")
    page.locator("[id='II.1.d'] .nhan a").tap()
    assert page.url.endswith("#II.1.d")
    button(page, "II.1.d")
    lies_over_nothing(page, "II.1.d")


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_moves_under_a_pointer(visit: Opener, width: int) -> None:
    page = visit(RESOLUTION, width=width)
    point = page.locator("[id='III.1.b']")
    point.scroll_into_view_if_needed()
    before = point.bounding_box()
    page.locator("[id='III.1.a']").hover()
    expect(page.locator(".cite")).to_have_count(1 if width > 1000 else 0)
    assert point.bounding_box() == before


def test_an_address_that_names_nothing_breaks_nothing(visit: Opener) -> None:
    page = visit(RESOLUTION + "#%E0%A4%A")
    page.locator("[id='II.1.a'] .nhan a").click()
    button(page, "II.1.a")
