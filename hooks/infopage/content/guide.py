"""Generates the reference pages of the editors' guide: the tables of keys and of rules, from their declarations."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from infopage.content.guidance import INDEX, KEY_PAGES, RULE_PAGES, STANDING, key_page
from infopage.content.languages import LANGUAGES
from infopage.content.model import ITEM_TYPES, StandingPage
from infopage.content.registries import (
    AUTHORS,
    BANNERS,
    COLUMNS,
    ENTRY_TYPES,
    IDENTITY,
    LINKED_BODIES,
    NOTICES,
    OUTSIDE,
)
from infopage.content.registry_entries import Identity
from infopage.content.rules import GUARD_RULES, THEMES
from infopage.content.schema import keys

_MADE = "Trang này do lệnh `scripts/infopage guide` ghi; sửa ở đây sẽ bị ghi đè."
_LISTS = {
    "co-quan": "cơ quan ban hành",
    "loai-van-ban": "loại văn bản",
    "nhiem-ky": "nhiệm kỳ",
    "the-thuc": "thể thức bản in",
    "chu-de": "chủ đề",
    LANGUAGES: "ngôn ngữ khác tiếng Việt",
    "doi-tuong": "người học",
    "hinh-thuc-hoc": "hình thức học",
    "viet-tat": "chữ viết tắt",
    OUTSIDE: "văn bản không có trên trang",
    AUTHORS: "tác giả có trang riêng",
    COLUMNS: "chuyên mục",
    BANNERS: "biểu ngữ trên trang chủ",
    NOTICES: "thông báo trên mọi trang",
    LINKED_BODIES: "trang của cơ quan khác",
    "chuyen-huong": "địa chỉ cũ và mới",
    "khoa-ky": "khóa ký bản phát hành",
    "bao-ve": "dấu hiệu mà tường bảo vệ tìm",
}
"""The Vietnamese title of each registry of data/."""


def guide_pages() -> dict[str, str]:
    """Return the generated pages of the guide by path.

    There is one page about the keys of each type of item and each registry, and two index pages.
    """
    pages, index = {}, ["| Bảng khóa | Dùng ở |", "| --- | --- |"]
    for name, file, title, cls in _kinds():
        pages[key_page(name)] = _page(f"Khóa của {file}: {title}", _keys(cls))
        index.append(f"| [{title}]({name}.md) | `{file}` |")
    pages[f"{KEY_PAGES}/{INDEX}"] = _page("Bảng khóa", index)
    pages[f"{RULE_PAGES}/{INDEX}"] = _page("Các quy tắc", _rules())
    return pages


def _kinds() -> Iterator[tuple[str, str, str, type[Any]]]:
    """Yield (name, files, title, class) for each type of file that has declared keys.

    ``name`` is the name of the page in the editors' guide, ``files`` says where the files are (``docs/*.md``), and
    ``class`` is the dataclass whose fields declare the keys.
    """
    for cls in ITEM_TYPES:
        folder = f"docs/{cls.within.section}/<sách>/" if cls.within else f"docs/{cls.section}/"
        yield cls.section, folder, cls.label.lower(), cls
    yield STANDING, "docs/*.md", "trang chung", StandingPage
    yield IDENTITY, f"data/{IDENTITY}.yml", "danh tính của trang", Identity
    for name, entry in ENTRY_TYPES.items():
        yield name, f"data/{name}.yml", _LISTS[name], entry


def _page(title: str, lines: Iterable[str]) -> str:
    return "\n".join([f"# {title}", "", _MADE, "", *lines, ""])


def _keys(cls: type[Any]) -> Iterator[str]:
    yield from ("| Khóa | Bắt buộc | Ý nghĩa | Cách viết |", "| --- | --- | --- | --- |")
    for name, (_, key) in keys(cls).items():
        cells = (f"`{name}`", "có" if key.required else "", key.help, key.type.describe())
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _rules() -> Iterator[str]:
    for theme, rules in {**THEMES, "Tường bảo vệ": GUARD_RULES}.items():
        yield from (f"## {theme}", "", "| Quy tắc | Yêu cầu |", "| --- | --- |", *_rows(rules), "")


def _rows(rules: Mapping[str, str]) -> Iterator[str]:
    return (f"| [`{rule}`]({rule}.md) | {demand} |" for rule, demand in rules.items())
