"""Checks what collections name: each item exists and is named once, none contains itself, each chapter has a book."""

from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from infopage.content.collected import book_path
from infopage.content.diagnostics import Diagnostic, warning
from infopage.content.fields import suggest
from infopage.content.library import Library
from infopage.content.model import Chapter, Collection, Item
from infopage.content.texts import Text


def check_collections(library: Library) -> Iterator[Diagnostic]:
    """Yield the faults of collections and chapters.

    A collection may name items that are not public yet: it shows each from its day on, and says nothing before.
    """
    collections = {t.item.id: t for t in library.items if isinstance(t.item, Collection)}
    chapters = [t for t in library.items if isinstance(t.item, Chapter)]
    if not collections and not chapters:
        return
    by_id = {text.item.id: text for text in library.items if isinstance(text.item, Item)}
    for text in collections.values():
        yield from _members(text, by_id, library)
    yield from _circles(collections)
    books = {text.item.path: text for text in collections.values()}
    for text in chapters:
        if message := _homeless(text, books, library):
            yield Diagnostic(text.path, 1, "chuong-ngoai-sach", message)


def _members(text: Text, by_id: Mapping[str, Text], library: Library) -> Iterator[Diagnostic]:
    assert isinstance(text.item, Collection)
    seen: dict[str, int] = {}
    for reference in (member.item for member in text.item.members):
        target, first = by_id.get(reference.id), seen.get(reference.id)
        seen.setdefault(reference.id, reference.line)
        if first:
            message = f"“{reference.id}” đã có ở dòng {first}; mỗi mục chỉ đứng một chỗ, hãy giữ lại một"
        elif target is text:
            message = "chuyên trang không chứa chính nó; hãy bỏ đi"
        elif target and isinstance(target.item, Item):
            if target.item.withdrawn:
                message = f"“{reference.id}” đã bị thu hồi nên chuyên trang không hiện mục ấy; hãy bỏ dòng này"
                yield warning(text.path, reference.line, "muc-thu-hoi", message)
            continue
        elif reference.id in library.broken or library.hides_ids:
            continue
        elif reference.id in library.registries.outside:
            message = f"“{reference.id}” là văn bản ngoài trang, không xếp được; hãy nhắc tới nó trong bài"
        else:
            hint = suggest(reference.id, by_id) or "; hãy xem lại mã"
            message = f"không có mục nào mang mã “{reference.id}”{hint}"
        yield Diagnostic(text.path, reference.line, "muc", message)


def _circles(collections: Mapping[str, Text]) -> Iterator[Diagnostic]:
    """Yield one fault if a collection contains another that contains it, directly or through others."""
    named: dict[str, list[str]] = {}
    for id, text in collections.items():
        assert isinstance(text.item, Collection)
        named[id] = [one.item.id for one in text.item.members if one.item.id in collections and one.item.id != id]
    try:
        TopologicalSorter(named).prepare()
    except CycleError as error:
        *around, last = error.args[1]
        way = " → ".join(f"“{id}”" for id in reversed((*around, last)))
        text = collections[last]
        message = f"chuyên trang không chứa chính nó qua chuyên trang khác: {way}; hãy bỏ một chỗ"
        yield Diagnostic(text.path, text.line_of("phan"), "chuyen-trang-vong", message)


def _homeless(text: Text, books: Mapping[str, Text], library: Library) -> str:
    """Return a message if the chapter ``text`` is not in a book; ``books`` are the collections by path."""
    assert isinstance(text.item, Chapter)
    path = book_path(text.item)
    if (book := books.get(path)) is None:
        is_broken = path in library.markdown
        return "" if is_broken else f"chưa có docs/{path}, trang của cuốn sách; hãy thêm, hoặc chuyển tệp này đi"
    assert isinstance(book.item, Collection)
    if not book.item.is_book:
        return f"{book.path} không phải sách nên không có chương; hãy ghi “kieu: sach” ở đó, hoặc chuyển tệp này đi"
    if text.item.id not in {member.item.id for member in book.item.members}:
        return f"{book.path} chưa xếp chương này; hãy thêm “- {text.item.id}” vào “muc” của một phần ở đó"
    return ""
