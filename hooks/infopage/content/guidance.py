"""Finds the page of the editors' guide that explains a fault. Each rule has one; the keys of a file type share one."""

from infopage.content.rules import GUARD_RULES, RULES

RULE_PAGES = "huong-dan/quy-tac"
KEY_PAGES = "huong-dan/khoa"
"""Folders of the editors' guide, relative to the project.

They are in the repository, where editors read them, not in the site.
"""
INDEX = "README.md"
STANDING = "trang-chung"


def rule_page(rule: str) -> str:
    """Return the path of the editors' guide's page about a rule."""
    return f"{RULE_PAGES}/{rule}.md"


def key_page(name: str) -> str:
    """Return the path of the editors' guide's page about the keys of a folder of docs/ or of a registry in data/."""
    return f"{KEY_PAGES}/{name}.md"


def page_of(rule: str, path: str) -> str:
    """Return the path of the editors' guide's page about a fault, which breaks ``rule`` in the file ``path``.

    It is the page about the rule or, if the rule has none, the page about the keys of the file.
    """
    if rule in RULES or rule in GUARD_RULES:
        return rule_page(rule)
    match path.split("/"):
        case ["docs", _]:
            return key_page(STANDING)
        case ["docs", "chuyen-trang", _, _]:
            return key_page("chuong")
        case ["docs", section, *_]:
            return key_page(section)
        case ["data", name]:
            return key_page(name.removesuffix(".yml"))
    return f"{KEY_PAGES}/{INDEX}"
