"""What must hold between items: ids, numbers, references, links, files, registries; each check yields faults."""

import posixpath
import re
from collections.abc import Iterator

from infopage.content.addresses import DOCUMENT, BodyLink
from infopage.content.checks import NOTES, near_place, no_such_place, run_of
from infopage.content.copies import oldest_first
from infopage.content.diagnostics import Diagnostic, warning
from infopage.content.field_types import FilePath
from infopage.content.fields import nearest, quote, suggest
from infopage.content.library import Library
from infopage.content.model import RELATIONS, Event, Item, OfficialDocument
from infopage.content.registries import ENTRY_TYPES, GUARD
from infopage.content.schema import keys
from infopage.content.texts import Body, Text
from infopage.content.web_addresses import meant

REQUIRED = ("index.md", "nguon-tin.md", "tim-kiem.md")
"""The standing pages that every page leads to."""

_WRITTEN = (".docx", ".doc", ".odt", ".rtf", ".txt")


def check_library(library: Library) -> Iterator[Diagnostic]:
    """Yield the faults between texts."""
    yield from _unique(library)
    by_id = {text.item.id: text for text in library.items if isinstance(text.item, Item)}
    by_path = {text.page.path.removeprefix("docs/"): text for text in library.texts}
    for text in library.texts:
        yield from _references(text, by_id, library)
        yield from _files(text, library)
    for body in (*library.texts, *library.bodies):
        yield from _links(body, by_path, by_id, library)
    yield from _issuers(library)


def leftovers(library: Library) -> Iterator[Diagnostic]:
    """Yield a warning for what nothing uses; told of a library without errors, for a wrong name leaves the right one
    unused.
    """
    for name in sorted(set(REQUIRED) - library.markdown):
        message = f"chưa có trang này, mà trang nào cũng dẫn tới; hãy tạo docs/{name} như một trang chung"
        yield Diagnostic(f"docs/{name}", 1, "trang-bat-buoc", message)
    yield from _unused_files(library)


def _unique(library: Library) -> Iterator[Diagnostic]:
    ids: dict[str, list[Text]] = {}
    numbers: dict[tuple[object, ...], list[Text]] = {}
    for text in library.items:
        item = text.item
        assert isinstance(item, Item)
        ids.setdefault(item.id, []).append(text)
        if isinstance(item, OfficialDocument):
            number = (item.issuer, run_of(item, library.registries), item.kind, item.symbol.ordinal)
            numbers.setdefault(number, []).append(text)
    for id, texts in ids.items():
        first, *copies = oldest_first(texts)
        for text in copies:
            message = f"mã “{id}” đã dùng cho {first.path}; hãy đặt mã khác cho tệp này"
            yield Diagnostic(text.path, text.line_of("ma"), "ma-trung", message)
    for texts in numbers.values():
        first, *copies = oldest_first(texts)
        for text in copies:
            assert isinstance(text.item, OfficialDocument)
            message = (
                f"số {text.item.symbol} đã có ở {first.path} (cùng cơ quan, cùng loại, cùng nhiệm kỳ hoặc năm); "
                "hãy xem lại số"
            )
            yield Diagnostic(text.path, text.line_of("so_ky_hieu"), "so-trung", message)


def _references(text: Text, by_id: dict[str, Text], library: Library) -> Iterator[Diagnostic]:
    if not text.references:
        return
    attributes = {name: attribute for name, (attribute, _) in keys(type(text.item)).items()}
    for name, reference in text.references:

        def fault(message: str, line: int = reference.line, rule: str = name.replace("_", "-")) -> Diagnostic:
            return Diagnostic(text.path, line, rule, message)

        if reference.id in library.broken or (library.hides_ids and reference.id not in by_id):
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
            instead = near_place(reference.anchor, target.rendered)
            yield fault(f"văn bản “{reference.id}” không có chỗ “#{reference.anchor}”{instead}")


def _links(body: Body, by_path: dict[str, Text], by_id: dict[str, Text], library: Library) -> Iterator[Diagnostic]:
    links = body.rendered.links
    for index, link in enumerate(links):
        if link.href.startswith(NOTES):
            continue
        if link.kind == "document":
            unknown = link.target in library.broken or (library.hides_ids and link.target not in by_id)
            found = () if unknown else _document_link_faults(link, by_id)
        else:
            found = _link_faults(link, body, by_path, library)
        for rule, message in found:
            yield Diagnostic(body.path, body.line_of_link(links, index), rule, message)


def _link_faults(link: BodyLink, body: Body, by_path: dict[str, Text], library: Library) -> Iterator[tuple[str, str]]:
    written = quote(link.written)
    if link.kind == "wrong":
        what = f"liên kết {written} không dùng được" if link.written else "liên kết chưa có địa chỉ"
        if link.written.startswith(f"{DOCUMENT}:"):
            yield "lien-ket", f"{what}; sau {DOCUMENT}: là mã của văn bản, như {DOCUMENT}:nq-05-tu-2026#II.1.a"
            return
        yield "lien-ket", f"{what}; {_instead_of(link.written)}"
    elif link.kind == "page" and link.target not in library.markdown:
        hint = _near_page(link.target, body, by_path)
        yield "lien-ket", f"không có tệp docs/{link.target} mà liên kết {written} trỏ tới{hint}"
    elif link.kind == "file" and f"{link.target}.md" in library.markdown:
        name, sign, place = link.written.partition("#")
        yield "lien-ket", f"liên kết {written} tới một bài thì phải có đuôi .md; hãy viết {name}.md{sign}{place}"
    elif link.kind == "file" and link.target not in library.files:
        instead = library.instead_of(link.target)
        yield "tep-dinh-kem", f"không có tệp docs/{link.target} mà liên kết {written} trỏ tới; {instead}"
    target = by_path.get(link.target) if link.kind != "anchor" else None  # one in the page itself is told with it
    if link.anchor and target and link.anchor not in target.rendered.anchors:
        yield "neo", no_such_place(link, target.rendered)


def _instead_of(written: str) -> str:
    """Say what to write instead of a link that leads nowhere."""
    if whole := meant(written):
        begins = whole.partition(":")[0] + ("://" if whole.startswith("http") else ":")
        wrong = f"thiếu {begins} ở đầu" if whole == begins + written.strip("/") else f"phần {begins} ở đầu viết sai"
        if len(written.split()) > 1 and whole.startswith("http"):
            wrong = "địa chỉ có dấu cách ở giữa"
        return f"{wrong}; hãy viết {whole}"
    if re.match(r"(?i)file:|[a-z]:[\\/]", written):
        return "đây là tệp trên máy của người soạn; hãy đặt tệp cạnh bài rồi viết tên tệp"
    if re.match(r"(?i)https?:", written):
        return "sau https:// phải là tên miền có dấu chấm, như https://vi-du.gov.vn/bai-viet; hãy chép lại cả địa chỉ"
    return "hãy viết đường dẫn từ tệp này tới tệp .md, hoặc địa chỉ https://…"


def _document_link_faults(link: BodyLink, by_id: dict[str, Text]) -> Iterator[tuple[str, str]]:
    documents = {id: text for id, text in by_id.items() if isinstance(text.item, OfficialDocument)}
    target = documents.get(link.target)
    if target is None and link.target in by_id:
        yield "lien-ket", f"“{link.target}” không phải văn bản; vb: chỉ nhận mã của văn bản"
    elif target is None:
        hint = suggest(link.target, documents) or "; hãy xem lại mã"
        yield "lien-ket", f"không có văn bản nào mang mã “{link.target}”{hint}"
    elif link.anchor and link.anchor not in target.rendered.anchors:
        yield "neo", f"văn bản “{link.target}” không có chỗ “#{link.anchor}”{near_place(link.anchor, target.rendered)}"


def _near_page(target: str, body: Body, by_path: dict[str, Text]) -> str:
    own = body.path.removeprefix("docs/")
    others = {path: posixpath.basename(path) for path in by_path if path != own}
    name = nearest(posixpath.basename(target), others.values())
    named = [path for path, other in others.items() if other == name]
    if not named:
        return "; hãy xem lại đường dẫn"
    return f"; có phải “{posixpath.relpath(nearest(target, named) or named[0], posixpath.dirname(own) or '.')}”?"


def files_of(text: Text) -> Iterator[FilePath]:
    """Yield the files a text's page needs, relative to docs/: attachments, images, linked files."""
    for file in getattr(text.item, "files", ()):
        folder = posixpath.dirname(text.page.path.removeprefix("docs/"))
        yield FilePath(posixpath.normpath(posixpath.join(folder, file.path)), file.line)
    for link in (*text.rendered.links, *(image.link for image in text.rendered.images)):
        if link.kind == "file":
            yield FilePath(link.target)


def _files(text: Text, library: Library) -> Iterator[Diagnostic]:
    if isinstance(text.item, Item) and text.item.withdrawn:
        return  # the files were taken back too; their names stay, for their addresses say so
    for file in getattr(text.item, "files", ()):
        path = posixpath.normpath(posixpath.join(posixpath.dirname(text.page.path), file.path)).removeprefix("docs/")
        if path not in library.files:
            beside = posixpath.basename(text.path)
            message = f"không có tệp “{file.path}” cạnh {beside}; {library.instead_of(path)}"
            yield Diagnostic(text.path, file.line, "tep-dinh-kem", message)


def unused_entries(library: Library) -> Iterator[Diagnostic]:
    """Yield, for each list with entries that wait to be used, one warning that names them; told on request alone, for a
    province declares its bodies before they issue anything.
    """
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
        if name in ("viet-tat", "chuyen-huong", "the-thuc", "khoa-ky", GUARD):
            continue
        if waiting := [id for id in registry.lines if id not in used[name]]:
            count = f"{len(waiting)} trong {len(registry.lines)} mục chưa bài nào dùng"
            message = f"{count}: {', '.join(waiting)}; cứ để nếu sắp dùng"
            yield warning(registry.path, registry.lines[waiting[0]], "danh-muc-thua", message)


def _unused_files(library: Library) -> Iterator[Diagnostic]:
    used = {file.path for text in library.texts for file in files_of(text)}
    for path in sorted(library.files.keys() - used):
        message = "không trang nào dẫn tới tệp này nên tệp không được đăng; hãy dẫn tới hoặc xóa đi"
        if path.lower().endswith(_WRITTEN):
            message += "; nếu đây là một bài thì chép nội dung vào một tệp chữ có đuôi .md"
        yield warning(f"docs/{path}", 1, "tep-thua", message)


def _issuers(library: Library) -> Iterator[Diagnostic]:
    issuers = library.registries.issuers
    for kind, key in (("parents", "truc_thuoc"), ("successors", "su_kien")):
        told: set[str] = set()
        for issuer in issuers:
            seen: set[str] = set()
            ahead = set(getattr(issuer, kind))
            while ahead - seen:
                seen |= (step := ahead - seen)
                ahead = {after for id in step if id in issuers for after in getattr(issuers[id], kind)}
            if issuer.id in seen - told:
                told |= seen
                message = f"theo khóa {key}, đi từ “{issuer.id}” lại quay về chính nó; hãy xem lại"
                yield Diagnostic(issuers.path, issuers.lines[issuer.id], "vong-lap", message)
