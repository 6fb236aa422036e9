"""A browser that types judged queries into a site's results page or dialog, many in one page."""

from collections.abc import Iterator, Sequence
from urllib.parse import unquote

from playwright.sync_api import Browser, Error, Page

Found = list[tuple[str, str]]
"""The results of a query, best first: the address of each page in its site, and the anchor at which it opens."""

PATIENCE = 15_000
"""Milliseconds after which a query without an answer counts as one with no results."""
TOGETHER = 40
"""The number of queries asked in one page.

Chromium ignores changes of a page's address after some 200 in ten seconds.
"""

# JavaScript functions that Playwright runs in the page: the site's Content-Security-Policy forbids the page to evaluate
# strings itself.
UNTIL = """const until = async (isDone) => {
  for (const end = performance.now() + patience; !isDone(); ) {
    if (performance.now() > end) throw new Error("no answer");
    await new Promise((done) => setTimeout(done, 5));
  }
};"""
# Type the query and press Enter, as a reader does. The page is busy from then until its results are there.
SUBMIT = f"""async ([query, patience]) => {{
  {UNTIL}
  await until(() => window.thamsau && thamsau.search && thamsau.results);
  const root = document.querySelector("[data-results]"), form = document.querySelector("main form[role=search]");
  form.elements.q.value = query;
  form.requestSubmit();
  const asked = () => (new URLSearchParams(location.search).get("q") || "").trim();
  await until(() => asked() === query.trim() && !root.hasAttribute("aria-busy") && !root.querySelector(".hit-waiting")
    && root.querySelector("[data-heading]").textContent.includes("kết quả"));
  return [...root.querySelectorAll("[data-hits] > li h3 a")].map((link) => link.href);
}}"""
TYPE = f"""async ([query, patience]) => {{
  {UNTIL}
  await until(() => document.querySelector("dialog[open] .search-count"));
  const dialog = document.querySelector("dialog[open]"), field = dialog.querySelector("input[type=search]");
  const count = dialog.querySelector(".search-count");
  const type = (words) => {{
    field.value = words;
    field.dispatchEvent(new InputEvent("input", {{ bubbles: true }}));
  }};
  type("");
  await until(() => !count.textContent);
  type(query);
  await until(() => count.textContent.includes("kết quả") && !dialog.querySelector(".hit-waiting"));
  return [...dialog.querySelectorAll(".hits h3 a")].map((link) => link.href);
}}"""


def ask(browser: Browser, base: str, queries: Sequence[str], *, in_dialog: bool = False) -> list[Found]:
    """Return the results that a reader of the site at ``base`` sees for each query, on the results page.

    If ``in_dialog`` is true, they are those of the dialog, into which the query is typed.
    """
    return [
        found
        for start in range(0, len(queries), TOGETHER)
        for found in _together(browser, base, queries[start : start + TOGETHER], in_dialog)
    ]


def _together(browser: Browser, base: str, queries: Sequence[str], in_dialog: bool) -> Iterator[Found]:
    page = _opened(browser, base, in_dialog)
    for query in queries:
        try:
            links = page.evaluate(TYPE if in_dialog else SUBMIT, [query, PATIENCE])
        except Error:
            links = []
            page.close()
            page = _opened(browser, base, in_dialog)
        yield [_parted(link, base) for link in links]
    page.close()


def _opened(browser: Browser, base: str, in_dialog: bool) -> Page:
    page = browser.new_page()
    page.goto(base if in_dialog else f"{base}tim-kiem/?q=a")  # without a query the page loads no engine
    if in_dialog:
        page.keyboard.press("Control+k")
    return page


def _parted(link: str, base: str) -> tuple[str, str]:
    address, _, anchor = link.removeprefix(base).partition("#")
    return address, unquote(anchor)
