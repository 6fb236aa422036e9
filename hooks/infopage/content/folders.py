"""Tells which type of text a file of docs/ has, by the folder that it is in."""

import re

from infopage.content.model import ITEM_TYPES, Chapter, Collection, Item, StandingPage

TYPE_OF_FOLDER: dict[str, type[Item]] = {cls.section: cls for cls in ITEM_TYPES if cls.within is None}
"""The type of item in each folder of docs/. Chapters are in folders of the folder of their books."""

_PATH = re.compile(r"[a-z0-9-]+(?:/[a-z0-9-]+)*\.md")


def type_of(name: str) -> type[Item] | type[StandingPage] | None:
    """Return the type of the text in the file ``name``, relative to docs/; None if texts must not be there."""
    if not _PATH.fullmatch(name) or (name.split("/")[-1] == "index.md" and name != "index.md"):
        return None
    folder, *rest = name.split("/")
    cls = TYPE_OF_FOLDER.get(folder) if rest else StandingPage
    return {1: cls, 2: Chapter}.get(len(rest)) if cls is Collection else cls


def where(name: str) -> str:
    """Return a message that says in which folder, or under which name, the misplaced file ``name`` belongs."""
    if not _PATH.fullmatch(name):
        return "tên tệp và thư mục chỉ gồm chữ thường không dấu, chữ số, dấu gạch nối; hãy đổi tên như 05-nq-tu.md"
    if name.startswith(f"{Collection.section}/"):
        return f"chương sách nằm ngay trong thư mục mang tên cuốn sách: docs/{Collection.section}/ten-sach/chuong-1.md"
    folders = ", ".join(f"docs/{folder}/" for folder in TYPE_OF_FOLDER)
    return f"không biết đây là loại mục nào; hãy đặt tệp vào một trong: {folders}; trang chung đặt ngay trong docs/"
