"""Finds the page of the editors' guide that explains a fault: one page for each rule and each kind of file."""

from infopage.content.rules import GUARD_RULES, RULES

RULE_PAGES = "huong-dan/quy-tac"
KEY_PAGES = "huong-dan/khoa"
"""Folders of the project, not of the site: editors read the guide in the repository."""
INDEX = "README.md"
STANDING = "trang-chung"


def rule_page(rule: str) -> str:
    """Return the path of a rule's page."""
    return f"{RULE_PAGES}/{rule}.md"


def key_page(name: str) -> str:
    """Return the path of the page about the keys of a section of docs/ or of a list in data/."""
    return f"{KEY_PAGES}/{name}.md"


def page_of(rule: str, path: str) -> str:
    """Return the path of the page about a fault's rule or, for a rule without a page, about the keys of its file."""
    if rule in RULES or rule in GUARD_RULES:
        return rule_page(rule)
    match path.split("/"):
        case ["docs", _]:
            return key_page(STANDING)
        case ["docs", section, *_]:
            return key_page(section)
        case ["data", name]:
            return key_page(name.removesuffix(".yml"))
    return f"{KEY_PAGES}/{INDEX}"
