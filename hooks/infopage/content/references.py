"""What must hold between items: ids, numbers, references, links, files, registries; each check yields faults."""

import posixpath
from collections.abc import Iterator

from infopage.content.addresses import Link
from infopage.content.checks import run_of
from infopage.content.diagnostics import Diagnostic, warning
from infopage.content.fields import FilePath, Reference, quote, suggest
from infopage.content.library import Library, Text
from infopage.content.model import RELATIONS, Event, Item, OfficialDocument
from infopage.content.registries import ENTRY_TYPES
from infopage.content.schema import keys


def check_library(library: Library) -> Iterator[Diagnostic]:
    """Yield the faults between texts."""
    yield from _unique(library)
    by_id = {text.item.id: text for text in library.items if isinstance(text.item, Item)}
    by_path = {text.page.path.removeprefix("docs/"): text for text in library.texts}
    for text in library.texts:
        yield from _references(text, by_id, library)
        yield from _links(text, by_path, library)
        yield from _files(text, library)
    yield from _unused_entries(library)
    yield from _unused_files(library)
    yield from _issuers(library)


def _unique(library: Library) -> Iterator[Diagnostic]:
    ids: dict[str, Text] = {}
    numbers: dict[tuple[object, ...], Text] = {}
    for text in library.items:
        item = text.item
        assert isinstance(item, Item)
        if item.id in ids:
            message = f"mã “{item.id}” đã dùng cho {ids[item.id].path}; hãy đặt mã khác"
            yield Diagnostic(text.path, text.line_of("ma"), "ma-trung", message)
        ids.setdefault(item.id, text)
        if not isinstance(item, OfficialDocument):
            continue
        number = (item.issuer, run_of(item, library.registries), item.kind, item.symbol.ordinal)
        if number in numbers:
            first = numbers[number].path
            message = f"số {item.symbol} cùng cơ quan, cùng loại, cùng đợt đánh số đã có ở {first}; hãy xem lại số"
            yield Diagnostic(text.path, text.line_of("so_ky_hieu"), "so-trung", message)
        numbers.setdefault(number, text)


def references_of(item: object) -> Iterator[tuple[str, Reference]]:
    """Yield (YAML key, reference) for each reference of an item to another."""
    for name, (attribute, _) in keys(type(item)).items():
        value = getattr(item, attribute)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Reference):
                yield name, one


def _references(text: Text, by_id: dict[str, Text], library: Library) -> Iterator[Diagnostic]:
    attributes = {name: attribute for name, (attribute, _) in keys(type(text.item)).items()}
    for name, reference in references_of(text.item):

        def fault(message: str, line: int = reference.line, rule: str = name.replace("_", "-")) -> Diagnostic:
            return Diagnostic(text.path, line, rule, message)

        if reference.id in library.broken:
            continue
        target = by_id.get(reference.id)
        if target is None:
            yield fault(
                f"không có mục nào mang mã “{reference.id}”{suggest(reference.id, by_id) or '; hãy xem lại mã'}"
            )
        elif target is text:
            yield fault("mục này trỏ tới chính nó; hãy bỏ đi")
        elif not isinstance(target.item, OfficialDocument) and (
            attributes[name] in RELATIONS or not isinstance(text.item, Event)
        ):
            yield fault(f"“{reference.id}” không phải văn bản; khóa này chỉ nhận mã của văn bản")
        elif reference.anchor and reference.anchor not in target.rendered.anchors:
            yield fault(f"văn bản “{reference.id}” không có chỗ “#{reference.anchor}”{_near(reference.anchor, target)}")


def _near(anchor: str, target: Text) -> str:
    return suggest(anchor, target.rendered.anchors) or "; hãy xem địa chỉ ở lề văn bản đã dựng"


def _links(text: Text, by_path: dict[str, Text], library: Library) -> Iterator[Diagnostic]:
    for link in text.rendered.links:
        if link.href.startswith(("#fn:", "#fnref:")):
            continue
        line = text.line_in_body(link.written)
        for rule, message in _link_faults(link, text, by_path, library):
            yield Diagnostic(text.path, line, rule, message)


def _link_faults(link: Link, text: Text, by_path: dict[str, Text], library: Library) -> Iterator[tuple[str, str]]:
    written = quote(link.written)
    if link.kind == "wrong":
        yield (
            "lien-ket",
            f"liên kết {written} không hợp lệ; hãy viết đường dẫn từ tệp này tới tệp .md hoặc địa chỉ https://",
        )
    elif link.kind == "page" and link.target not in library.markdown:
        hint = suggest(link.target, by_path) or "; hãy xem lại đường dẫn"
        yield "lien-ket", f"không có tệp docs/{link.target} mà liên kết {written} trỏ tới{hint}"
    elif link.kind == "file" and link.target not in library.files:
        yield "tep-dinh-kem", f"không có tệp docs/{link.target} mà liên kết {written} trỏ tới; hãy xem lại tên tệp"
    target = text if link.kind == "anchor" else by_path.get(link.target)
    if link.anchor and target and link.anchor not in target.rendered.anchors:
        yield "neo", f"trang {written} không có chỗ “#{link.anchor}”{_near(link.anchor, target)}"


def files_of(text: Text) -> Iterator[FilePath]:
    """Yield the files a text's page needs, relative to docs/: attachments, images, linked files."""
    folder = posixpath.dirname(text.page.path.removeprefix("docs/"))
    for file in getattr(text.item, "files", ()):
        yield FilePath(posixpath.normpath(posixpath.join(folder, file.path)), file.line)
    for link in (*text.rendered.links, *(image.link for image in text.rendered.images)):
        if link.kind == "file":
            yield FilePath(link.target, text.line_in_body(link.written))


def _files(text: Text, library: Library) -> Iterator[Diagnostic]:
    for file in getattr(text.item, "files", ()):
        path = posixpath.normpath(posixpath.join(posixpath.dirname(text.page.path), file.path)).removeprefix("docs/")
        if path not in library.files:
            message = f"không có tệp “{file.path}” cạnh {posixpath.basename(text.path)}; hãy đặt tệp vào hoặc sửa tên"
            yield Diagnostic(text.path, file.line, "tep-dinh-kem", message)


def _unused_entries(library: Library) -> Iterator[Diagnostic]:
    used: dict[str, set[str]] = {name: set() for name in ENTRY_TYPES}
    lists = library.registries
    for holder in (*(t.item for t in library.items), *lists.issuers, *(c for i in lists.issuers for c in i.changes)):
        for attribute, declaration in keys(type(holder)).values():
            registry = getattr(getattr(declaration.type, "of", declaration.type), "registry", None)
            value = getattr(holder, attribute)
            if registry and value:
                used[registry].update((value,) if isinstance(value, str) else value)
    for name in ENTRY_TYPES:
        registry = lists.by_name(name)
        if name in ("viet-tat", "chuyen-huong") or not library.items:
            continue
        for id, line in registry.lines.items():
            if id not in used[name]:
                message = f"chưa mục nào dùng “{id}”; có thể bỏ khỏi danh mục"
                yield warning(registry.path, line, "danh-muc-thua", message)


def _unused_files(library: Library) -> Iterator[Diagnostic]:
    used = {file.path for text in library.texts for file in files_of(text)}
    for path in sorted(library.files.keys() - used):
        message = "không trang nào dẫn tới tệp này nên tệp không được đăng; hãy dẫn tới hoặc xóa đi"
        yield warning(f"docs/{path}", 1, "tep-thua", message)


def _issuers(library: Library) -> Iterator[Diagnostic]:
    issuers = library.registries.issuers
    for kind, key in (("parents", "truc_thuoc"), ("successors", "su_kien")):
        for issuer in issuers:
            seen: set[str] = set()
            ahead = set(getattr(issuer, kind))
            while ahead - seen:
                seen |= (step := ahead - seen)
                ahead = {after for id in step if id in issuers for after in getattr(issuers[id], kind)}
            if issuer.id in seen:
                message = f"theo khóa {key}, “{issuer.id}” vòng về chính nó; hãy xem lại"
                yield Diagnostic(issuers.path, issuers.lines[issuer.id], "vong-lap", message)
