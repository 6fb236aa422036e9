"""Warns of unused files and registry entries, and of missing standing pages such as the contact page."""

from collections.abc import Iterator

from infopage.content.bylines import author_of, signed
from infopage.content.diagnostics import Diagnostic, warning
from infopage.content.library import Library
from infopage.content.lints.references import REQUIRED, files_of
from infopage.content.registries import AUTHORS, BANNERS, ENTRY_TYPES, GUARD, LINKED_BODIES, NOTICES, OUTSIDE
from infopage.content.schema import keys

_WRITTEN = (".docx", ".doc", ".odt", ".rtf", ".txt")


def leftovers(library: Library) -> Iterator[Diagnostic]:
    """Yield a warning for each missing standing page and unused file.

    To be called only for a library without errors: with a mistyped name, the right file would look unused.
    """
    for name in sorted(set(REQUIRED) - library.markdown):
        message = f"chưa có trang này, mà trang nào cũng dẫn tới; hãy tạo docs/{name} như một trang chung"
        yield Diagnostic(f"docs/{name}", 1, "trang-bat-buoc", message)
    yield from unused_files(library)


def unused_entries(library: Library) -> Iterator[Diagnostic]:
    """Yield one warning for each registry with unused entries; its message names them.

    Only done on request, because a province may enter its bodies in a registry before they issue any document.
    """
    used: dict[str, set[str]] = {name: set() for name in ENTRY_TYPES}
    lists = library.registries
    for holder in (
        *(t.item for t in library.items),
        *lists.outside,
        *lists.issuers,
        *(c for i in lists.issuers for c in i.changes),
    ):
        for attribute, declaration in keys(type(holder)).values():
            registry = getattr(getattr(declaration.type, "of", declaration.type), "registry", None)
            value = getattr(holder, attribute)
            if registry and value:
                used[registry].update((value,) if isinstance(value, str) else value)
    signers = (author_of(name, lists.authors) for text in library.items for name in signed(text.item))
    used[AUTHORS] = {author.id for author in signers if author}
    for name in ENTRY_TYPES:
        registry = lists.by_name(name)
        if name in ("viet-tat", "chuyen-huong", "the-thuc", "khoa-ky", OUTSIDE, GUARD, BANNERS, NOTICES, LINKED_BODIES):
            continue
        if waiting := [id for id in registry.lines if id not in used[name]]:
            count = f"{len(waiting)} trong {len(registry.lines)} mục chưa bài nào dùng"
            message = f"{count}: {', '.join(waiting)}; cứ để nếu sắp dùng"
            yield warning(registry.path, registry.lines[waiting[0]], "danh-muc-thua", message)


def unused_files(library: Library) -> Iterator[Diagnostic]:
    used = {file.path for text in library.texts for file in files_of(text)}
    for path in sorted(library.files.keys() - used):
        message = "không trang nào dẫn tới tệp này nên tệp không được đăng; hãy dẫn tới hoặc xóa đi"
        if path.lower().endswith(_WRITTEN):
            message += "; nếu đây là một bài thì chép nội dung vào một tệp chữ có đuôi .md"
        yield warning(f"docs/{path}", 1, "tep-thua", message)
