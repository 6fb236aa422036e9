"""No text of an editor can run a script in a reader's browser: thousands of attempts in a real one."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from infopage.content.loading import build as gather
from infopage.content.markdown import MarkdownRenderer, TooComplexError
from infopage.content.safe_html import ATTRIBUTES, SCHEMES, TAGS
from infopage.content.source import decode
from tests.cases import INSTANT
from tests.content.hostile import vectors
from tests.sites import BASE, build, lay_out

VECTORS = vectors()
A_PAGE = 250

COUNT = """<!doctype html><meta charset=utf-8><title>x</title><script>
var hits = []; function hit(number) { hits.push(number) }
for (const ask of ["alert", "confirm", "prompt"]) window[ask] = hit
</script><main>"""

LOOK = """([tags, everywhere, attributes, schemes]) => {
  const wrong = []
  for (const one of document.querySelectorAll("main *")) {
    const tag = one.localName
    if (one.namespaceURI !== "http://www.w3.org/1999/xhtml" || !tags.includes(tag)) wrong.push(tag)
    for (const { name, value } of one.attributes) {
      const known = name === "class" || everywhere.includes(name) || (attributes[tag] || []).includes(name)
      if (!known) wrong.push(`${tag} ${name}`)
      if (name !== "href" && name !== "src") continue
      const scheme = new URL(value, "https://base.example/").protocol.slice(0, -1)
      if (!schemes.includes(scheme)) wrong.push(`${tag} ${name} ${scheme}`)
    }
  }
  return wrong
}"""

USE = """() => {
  addEventListener("click", (event) => {
    if (event.target.closest("a")?.protocol !== "javascript:") event.preventDefault()
  })
  for (const one of document.querySelectorAll("main *")) {
    for (const kind of ["pointerenter", "mouseover", "focus", "toggle", "animationstart", "auxclick", "beforematch"])
      one.dispatchEvent(new Event(kind, { bubbles: true }))
    one.click?.()
  }
}"""


def rendered(body: str, *, official: bool) -> str:
    """Return the HTML of a body, even if ``infopage check`` would refuse the body."""
    source, _ = decode("docs/x.md", body.encode())
    try:
        return MarkdownRenderer().render("tin-tuc/2026/a.md", source.text, official=official).html if source else ""
    except TooComplexError:
        return ""


def used(page: Page) -> list[int]:
    """Click and focus everything on the page; return the numbers of the scripts that ran."""
    page.evaluate(USE)
    page.wait_for_timeout(50)
    hits: list[int] = page.evaluate("hits")
    return hits


def test_there_are_vectors_enough() -> None:
    assert len(VECTORS) >= 500


@pytest.mark.parametrize("official", [False, True], ids=["prose", "official"])
def test_no_vector_runs_and_only_the_allow_list_is_left(browser: Browser, official: bool, tmp_path: Path) -> None:
    allowed = [
        sorted(TAGS),
        sorted(ATTRIBUTES["*"]),
        {tag: sorted(names) for tag, names in ATTRIBUTES.items()},
        ["https", *sorted(SCHEMES), "vb"],
    ]
    page = browser.new_page()
    pieces = [rendered(vector, official=official) for vector in VECTORS]
    for first in range(0, len(pieces), A_PAGE):
        file = tmp_path / "page.html"
        file.write_text(COUNT + "\n<hr>\n".join(pieces[first : first + A_PAGE]), encoding="utf-8")
        page.goto(file.as_uri())
        assert page.evaluate(LOOK, allowed) == []
        assert [VECTORS[number] for number in used(page)] == []
    page.close()


def test_the_counter_counts(browser: Browser, tmp_path: Path) -> None:
    """Check that the browser does run scripts and that the counter counts them."""
    file = tmp_path / "page.html"
    file.write_text(f"{COUNT}{'<hr>'.join(VECTORS[:A_PAGE])}", encoding="utf-8")
    page = browser.new_page()
    page.goto(file.as_uri())
    assert len(used(page)) > 20
    page.close()


def test_an_editor_is_told_of_every_element_that_is_taken_away(tmp_path: Path) -> None:
    project = lay_out(tmp_path / "project", BASE)
    item = project / "docs" / "tin-tuc" / "2026" / "hoi-nghi.md"
    header = item.read_text(encoding="utf-8").split("\n---\n")[0]
    instant = datetime.fromtimestamp(int(INSTANT), UTC)
    for vector in (
        "<script>hit(1)</script>",
        "<img src=x onerror=hit(1)>",
        "[x](javascript:hit(1))",
        "<p id=__x>a</p>",
    ):
        item.write_text(f"{header}\n---\n{vector}\n", encoding="utf-8")
        found, faults = gather(project, instant, preview=False)
        assert found is None
        assert {fault.rule for fault in faults} <= {
            "html",
            "lien-ket",
            "dinh-danh-phan-tu",
            "tep-dinh-kem",
            "chu-thich-anh",
        }


HANDLERS = """[...document.querySelectorAll("*")].filter(
  (one) => one.getAttributeNames().some((name) => name.startsWith("on"))
).length"""

HEADERS = (
    '"><img src=x onerror=hit({})>',
    "</title><script>hit({})</script>",
    "</script><script>hit({})</script>",
    "' onmouseover='hit({})",
    "{{{{ hit({}) }}}}",
    "]]><script>hit({})</script>",
    "javascript:hit({})",
    "&lt;script&gt;hit({})&lt;/script&gt;",
)


def test_no_value_of_a_header_or_a_list_runs_in_any_page(browser: Browser, tmp_path: Path) -> None:
    """Titles, summaries and names pass through templates, structured data, feeds and the search index."""
    project = lay_out(tmp_path / "project", BASE)
    folder = project / "docs" / "tin-tuc" / "2026"
    for number, hostile in enumerate(HEADERS):
        value = json.dumps(hostile.format(number), ensure_ascii=False)
        text = f"ma: tin-x-{number}\ntieu_de: {value}\ntom_tat: {value}\npham_vi: cong-khai\nngay_dang: 01/11/2026\n"
        origin = f"nguon:\n  ten: {value}\n  tac_gia: {value}\n  cach_dung: thuat-lai\n"
        mended = f"dinh_chinh:\n  - ngay: 02/11/2026\n    sai: {value}\n    dung: {value}\n"
        (folder / f"tin-x-{number}.md").write_text(f"---\n{text}{origin}{mended}---\nNội dung.\n", encoding="utf-8")
    identity = project / "data" / "trang.yml"
    hostile = json.dumps(HEADERS[1].format(99))
    lines = [
        f"{line.partition(':')[0]}: {hostile}"
        if line.startswith(("dia_chi:", "giay_phep:", "chiu_trach_nhiem:"))
        else line
        for line in identity.read_text(encoding="utf-8").split("\n")
    ]
    identity.write_text("\n".join(lines), encoding="utf-8")
    ran = build(project, tmp_path / "site")
    assert ran.returncode == 0, ran.stderr
    context = browser.new_context()
    context.add_init_script(
        "window.hits = []; window.hit = (number) => { hits.push(number) }; window.alert = window.hit"
    )
    page = context.new_page()
    for file in sorted((tmp_path / "site").rglob("*.html")):
        here = file.as_uri()
        page.goto(here)
        # This page leads to another one, which is tested itself.
        if 'http-equiv="refresh"' in file.read_text(encoding="utf-8"):
            page.wait_for_url(lambda url, left=here: url != left)
            continue
        assert page.evaluate("hits") == [], file
        handlers: Any = page.evaluate(HANDLERS)
        assert handlers == 0, file
    context.close()
