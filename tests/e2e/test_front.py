"""The first view of the front page on a phone is light and stands still; without pictures in view nothing is loaded."""

from collections.abc import Callable

from playwright.sync_api import Page, Response

_SHIFTS = """window.shifted = 0; new PerformanceObserver((found) => {
  for (const shift of found.getEntries()) window.shifted += shift.value;
}).observe({ type: "layout-shift", buffered: true });"""


def test_the_first_view_is_light_and_stands_still(visit: Callable[..., Page], base: str) -> None:
    page = visit("xac-thuc/", width=390, device_scale_factor=2, prepare=_SHIFTS)
    loaded: list[Response] = []
    page.on("response", lambda response: loaded.append(response))
    page.goto(base, wait_until="networkidle")
    sizes = {response.url.removeprefix(base): len(response.body()) for response in loaded}
    pictures = {name: size for name, size in sizes.items() if name.endswith((".webp", ".jpg"))}
    lead = page.eval_on_selector(".lead-story img", "image => image.currentSrc").removeprefix(base)
    assert len(sizes) <= 16, sizes
    assert sum(sizes.values()) <= 160 * 1024, sizes
    assert pictures[lead] <= 40_000
    assert [(name, size) for name, size in pictures.items() if name != lead and size > 8_000] == []
    assert page.evaluate("window.shifted") == 0
    assert page.eval_on_selector_all(".home img, .stories img", "all => all.map((one) => one.loading)") == ["lazy"] * 6
