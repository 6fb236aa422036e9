"""The tables of the editors' guide, made from the same declarations that read the headers."""

from collections.abc import Iterator, Mapping
from typing import Any

from infopage.content.model import ITEM_TYPES, Item, StandingPage
from infopage.content.registries import ENTRY_TYPES, IDENTITY
from infopage.content.registry_entries import Identity
from infopage.content.rules import GUARD_RULES, RULES
from infopage.content.schema import Key, keys


def guide_tables() -> str:
    """Return, as Markdown, a table of keys for each kind of item and registry, and the table of rules."""
    parts = [_table("Khóa chung của mọi mục", Item, note="Khóa nào bảng của một loại mục ghi lại thì theo bảng ấy.")]
    shared = keys(Item)
    parts += (_table(f"{cls.label}: docs/{cls.section}/", cls, without=shared) for cls in ITEM_TYPES)
    parts.append(_table("Trang chung: docs/*.md", StandingPage))
    parts.append(_table(f"Danh tính của trang: data/{IDENTITY}.yml", Identity))
    parts += (_table(f"Danh mục: data/{name}.yml", cls) for name, cls in ENTRY_TYPES.items())
    parts.append("\n".join(_rules()))
    return "\n\n".join(parts) + "\n"


def _table(title: str, cls: type[Any], without: Mapping[str, tuple[str, Key]] | None = None, note: str = "") -> str:
    rows = [f"### {title}", "", *((note, "") if note else ())]
    rows += ("| Khóa | Bắt buộc | Ý nghĩa | Cách viết |", "| --- | --- | --- | --- |")
    for name, declared in keys(cls).items():
        if not without or declared != without.get(name):
            key = declared[1]
            cells = (f"`{name}`", "có" if key.required else "", key.help, key.type.describe())
            rows.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
    return "\n".join(rows)


def _rules() -> Iterator[str]:
    yield from ("### Quy tắc", "", "| Quy tắc | Yêu cầu |", "| --- | --- |")
    yield from _rows(RULES)
    yield from ("", "### Quy tắc của tường bảo vệ", "", "| Quy tắc | Yêu cầu |", "| --- | --- |")
    yield from _rows(GUARD_RULES)


def _rows(rules: Mapping[str, str]) -> Iterator[str]:
    return (f"| `{rule}` | {demand} |" for rule, demand in rules.items())
