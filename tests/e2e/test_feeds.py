"""A feed opened in a browser shows readable text and a link to the page that explains feeds."""

import pytest
from playwright.sync_api import Browser

HIDDEN = ("guid", "id", "encoded", "content", "lastBuildDate", "generator", "updated", "category")


@pytest.mark.parametrize("name", ["rss.xml", "atom.xml"])
@pytest.mark.parametrize("width", [320, 1280])
def test_a_feed_is_readable_and_says_where_it_is_explained(browser: Browser, base: str, name: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    page.goto(f"{base}nguon-tin/hoc-tap/{name}")
    shown = """
        name => Array.from(document.getElementsByTagNameNS("*", name))
            .filter(element => element.getClientRects().length).map(element => getComputedStyle(element).fontWeight)
    """
    assert set(page.evaluate(shown, "title")) == {"650"}
    assert len(page.evaluate(shown, "title")) > 5
    assert [found for found in HIDDEN if page.evaluate(shown, found)] == []
    note = page.evaluate("getComputedStyle(document.documentElement, '::before').content")
    assert "https://minhhoa.example/nguon-tin/" in note
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()
