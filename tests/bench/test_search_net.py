"""The bench of a slow phone sees results however soon they come, and stops if none do."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.bench.search_net import asked

DIALOG = """<dialog open><input type="search"><ol class="hits"><li>cũ</li></ol></dialog><script>
  const list = () => Object.assign(document.createElement("ol"), { className: "hits", innerHTML: "<li>mới</li>" });
  document.querySelector("input").oninput = ({ target }) => {
    if (target.value === "có") document.querySelector(".hits").replaceWith(list());
  };
</script>"""


@pytest.fixture
def dialog(browser: Browser) -> Iterator[Page]:
    """Yield a page with a dialog that answers one query at once, and no other."""
    page = browser.new_page()
    page.set_content(DIALOG)
    yield page
    page.close()


def test_results_that_come_at_once_are_seen(dialog: Page) -> None:
    assert asked(dialog, "có", longest=5) < 5


def test_a_search_without_results_stops_the_bench(dialog: Page) -> None:
    with pytest.raises(SystemExit, match=r"no results after .* không"):
        asked(dialog, "không", longest=0.01)
