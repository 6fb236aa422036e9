"""Checks between items: unique ids and document numbers, references, links, files, relations of issuers."""

import posixpath
from collections.abc import Iterator

from infopage.content.acts import RELATIONS
from infopage.content.checks import near_place, run_of
from infopage.content.copies import oldest_first
from infopage.content.diagnostics import Diagnostic
from infopage.content.field_types.addresses import FilePath
from infopage.content.fields import suggest
from infopage.content.library import Library
from infopage.content.lints.links import check_links
from infopage.content.model import Event, Item, OfficialDocument
from infopage.content.outside import AnyDocument
from infopage.content.schema import keys
from infopage.content.shown_files import shown_files, shown_paths
from infopage.content.texts import Text
from infopage.language.folding import fold

REQUIRED = ("index.md", "nguon-tin.md", "tim-kiem.md")
"""The standing pages (pages about the site itself) that every page links to."""


def check_library(library: Library) -> Iterator[Diagnostic]:
    """Yield the faults that concern several texts, files or registry entries."""
    yield from _unique(library)
    by_id = {text.item.id: text for text in library.items if isinstance(text.item, Item)}
    by_path = {text.page.path.removeprefix("docs/"): text for text in library.texts}
    for text in library.texts:
        yield from _references(text, by_id, library)
        yield from _files(text, library)
    for body in (*library.texts, *library.bodies):
        yield from check_links(body, by_path, by_id, library)
    yield from _issuers(library)


def _unique(library: Library) -> Iterator[Diagnostic]:
    ids: dict[str, list[Text]] = {}
    numbers: dict[tuple[object, ...], list[Text]] = {}
    for text in library.items:
        item = text.item
        assert isinstance(item, Item)
        ids.setdefault(item.id, []).append(text)
        if isinstance(item, OfficialDocument):
            symbol = item.symbol
            own = (symbol.ordinal, symbol.is_joint) if symbol else (item.issued, fold(item.abstract))
            number = (item.issuer, run_of(item, library.registries), item.kind, own)
            numbers.setdefault(number, []).append(text)
    outside = library.registries.outside
    for id, texts in ids.items():
        first, *copies = oldest_first(texts)
        if id in outside:
            message = f"mã “{id}” đã dùng cho {first.path}; văn bản đã có trên trang thì bỏ mục này đi"
            yield Diagnostic(outside.path, outside.lines[id], "ma-trung", message)
        for text in copies:
            message = f"mã “{id}” đã dùng cho {first.path}; hãy đặt mã khác cho tệp này"
            yield Diagnostic(text.path, text.line_of("ma"), "ma-trung", message)
    yield from _both_here_and_outside(library)
    for texts in numbers.values():
        first, *copies = oldest_first(texts)
        for text in copies:
            assert isinstance(text.item, OfficialDocument)
            if text.item.symbol:
                message = (
                    f"số {text.item.symbol} đã có ở {first.path} (cùng cơ quan, cùng loại, cùng nhiệm kỳ hoặc năm); "
                    "hãy xem lại số"
                )
            else:
                message = (
                    f"văn bản không số cùng cơ quan, loại, ngày và trích yếu đã có ở {first.path}; "
                    "hãy xem lại ngày và trích yếu"
                )
            yield Diagnostic(text.path, text.line_of("so_ky_hieu"), "so-trung", message)


def _both_here_and_outside(library: Library) -> Iterator[Diagnostic]:
    """Yield a fault for each entry of data/van-ban-ngoai.yml (outside documents) that repeats another document.

    The same document then has two ids: of two entries of this registry, or of an entry and of an item of the site.
    """
    outside = library.registries.outside
    if not outside.entries:
        return
    here = {_printed(text.item): text for text in library.items if isinstance(text.item, OfficialDocument)}
    seen: dict[tuple[object, ...], str] = {}
    for document in outside:
        first = seen.setdefault(_printed(document), document.id)
        if first != document.id:
            message = f"văn bản này đã khai báo với mã “{first}”; hãy bỏ một mục"
            yield Diagnostic(outside.path, outside.lines[document.id], "so-trung", message)
        text = here.get(_printed(document))
        if text and isinstance(text.item, OfficialDocument) and text.item.id != document.id:
            message = (
                f"văn bản này đã có trên trang ở {text.path}; hãy bỏ mục này, và dùng mã {text.item.id} thay cho nó"
            )
            yield Diagnostic(outside.path, outside.lines[document.id], "so-trung", message)


def _printed(document: AnyDocument) -> tuple[object, ...]:
    named = fold(str(document.symbol)) if document.symbol else fold(document.abstract)
    return frozenset(document.issuers), document.kind, document.issued, named


def _references(text: Text, by_id: dict[str, Text], library: Library) -> Iterator[Diagnostic]:
    if not text.references:
        return
    outside = library.registries.outside
    attributes = {name: attribute for name, (attribute, _) in keys(type(text.item)).items()}
    for name, reference in text.references:

        def fault(message: str, line: int = reference.line, rule: str = name.replace("_", "-")) -> Diagnostic:
            return Diagnostic(text.path, line, rule, message)

        if reference.id in library.broken or (library.hides_ids and reference.id not in by_id):
            continue
        target = by_id.get(reference.id)
        if target is None and reference.id in outside:
            continue
        if target is None:
            hint = suggest(reference.id, (*by_id, *outside.entries)) or "; hãy xem lại mã"
            yield fault(f"không có mục nào mang mã “{reference.id}”{hint}")
        elif target is text:
            yield fault("mục này trỏ tới chính nó; hãy bỏ đi")
        elif attributes[name] == "translation_of":
            continue  # may be any item: content/lints/translations.py checks it
        elif not isinstance(target.item, OfficialDocument) and (
            attributes[name] in RELATIONS or not isinstance(text.item, Event)
        ):
            yield fault(f"“{reference.id}” không phải văn bản; khóa này chỉ nhận mã của văn bản")
        elif name in ("tac_dong", "giu_loi"):
            continue  # an earlier amendment may have inserted its place: checked when the effects are applied
        elif reference.anchor and reference.anchor not in target.rendered.anchors:
            instead = near_place(reference.anchor, target.rendered)
            yield fault(f"văn bản “{reference.id}” không có chỗ “#{reference.anchor}”{instead}")


def files_of(text: Text) -> Iterator[FilePath]:
    """Yield the files that a text's page needs, relative to docs/: attachments, linked files, images."""
    yield from linked_files(text)
    yield from map(FilePath, shown_paths(text.item))
    yield from (FilePath(image.link.target) for image in text.rendered.images if image.link.kind == "file")


def linked_files(text: Text) -> Iterator[FilePath]:
    """Yield the files that a text offers for download, relative to docs/: attachments and linked files."""
    for file in getattr(text.item, "files", ()):
        yield FilePath(file.within(text.item.path), file.line)
    yield from (FilePath(link.target) for link in text.rendered.links if link.kind == "file")


def _files(text: Text, library: Library) -> Iterator[Diagnostic]:
    if isinstance(text.item, Item) and text.item.withdrawn:
        return  # The files of a withdrawn item are deleted too. It still names them: their addresses show the notice.
    for file in (*getattr(text.item, "files", ()), *shown_files(text.item)):
        path = file.within(text.item.path)
        if path not in library.files:
            beside = posixpath.basename(text.path)
            message = f"không có tệp “{file.path}” cạnh {beside}; {library.instead_of(path)}"
            yield Diagnostic(text.path, file.line, "tep-dinh-kem", message)


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
