"""The editors' guide: CONTRIBUTING.md and the pages of huong-dan/."""

from infopage.content.guidance import INDEX, RULE_PAGES
from tests.support import ROOT

PAGES = {
    path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
    for path in (ROOT / "CONTRIBUTING.md", *sorted((ROOT / "huong-dan").rglob("*.md")))
}
"""Each page's text by its path."""

RULES = {path: text for path, text in PAGES.items() if path.startswith(f"{RULE_PAGES}/") and not path.endswith(INDEX)}
"""The pages that explain a rule."""
