"""The first view of the front page on a phone is light and stands still, and pictures below it wait."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page

_SHIFTS = """window.shifted = 0; new PerformanceObserver((found) => {
  for (const shift of found.getEntries()) window.shifted += shift.value;
}).observe({ type: "layout-shift", buffered: true });"""
_LOADED = "performance.getEntriesByType('resource').map((one) => one.name)"


def test_the_first_view_is_light_and_stands_still(visit: Callable[..., Page], base: str, demonstration: Path) -> None:
    page = visit("", width=390, device_scale_factor=2, prepare=_SHIFTS)
    page.wait_for_load_state("networkidle")
    names = ["index.html", *(name.removeprefix(base) for name in page.evaluate(_LOADED))]
    sizes = {name: (demonstration / name).stat().st_size for name in names}
    pictures = {name: size for name, size in sizes.items() if name.endswith((".webp", ".jpg"))}
    lead = page.eval_on_selector(".lead-story img", "image => image.currentSrc").removeprefix(base)
    assert len(sizes) <= 16, sizes
    assert sum(sizes.values()) <= 160 * 1024, sizes
    assert pictures.pop(lead) <= 40_000
    assert [(name, size) for name, size in pictures.items() if size > 8_000] == []
    assert page.evaluate("window.shifted") == 0
    others = page.eval_on_selector_all(".stories img, .home img", "all => all.map((one) => one.loading)")
    assert set(others) == {"lazy"}
