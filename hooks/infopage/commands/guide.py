"""``infopage guide``: writes generated pages of the editors' guide, and reports each rule that has no page there."""

import argparse
from pathlib import Path

from infopage.commands import exits_with_2
from infopage.content.guidance import INDEX, RULE_PAGES, rule_page
from infopage.content.guide import guide_pages
from infopage.content.rules import GUARD_RULES, RULES


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add this module's command and its options to ``commands``, the subcommands of ``infopage``."""
    guide = commands.add_parser("guide", help="ghi các bảng khóa và quy tắc của huong-dan/; báo quy tắc chưa có trang")
    guide.set_defaults(run=exits_with_2(_guide))


def _guide(_: argparse.Namespace, root: Path) -> int:
    for path, text in guide_pages().items():
        file = root / path
        if not file.exists() or file.read_text(encoding="utf-8") != text:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
            print(path)
    rules = {*RULES, *GUARD_RULES}
    written = {file.stem for file in (root / RULE_PAGES).glob("*.md") if file.name != INDEX}
    wanting = [f"{rule_page(rule)}: quy tắc này chưa có trang; hãy viết" for rule in sorted(rules - written)]
    stray = [f"{rule_page(rule)}: không có quy tắc nào tên như vậy; hãy bỏ" for rule in sorted(written - rules)]
    print(*wanting, *stray, sep="\n", end="\n" if wanting or stray else "")
    return int(bool(wanting or stray))
