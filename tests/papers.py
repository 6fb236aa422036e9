"""The project's written guides, each text by its path: for editors, operators and developers."""

from infopage.content.guidance import INDEX, RULE_PAGES
from tests.support import ROOT

_FILES = (
    *ROOT.glob("*.md"),
    *(path for name in ("huong-dan", "deploy", "developing") for path in (ROOT / name).rglob("*.md")),
)
PAPERS = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in sorted(_FILES)}

GUIDE = {path: text for path, text in PAPERS.items() if path == "CONTRIBUTING.md" or path.startswith("huong-dan/")}
"""The editors' guide."""

RULES = {path: text for path, text in GUIDE.items() if path.startswith(f"{RULE_PAGES}/") and not path.endswith(INDEX)}
"""The pages that explain the rules."""
