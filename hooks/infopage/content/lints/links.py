"""Checks that each link within the site leads to an existing public page, file or anchor."""

import posixpath
import re
from collections.abc import Collection, Container, Iterable, Iterator, Mapping

from infopage.content.addresses import DOCUMENT, BodyLink
from infopage.content.catalogue import Catalogue
from infopage.content.checks import NOTES, near_place, no_such_place
from infopage.content.diagnostics import Diagnostic
from infopage.content.fields import nearest, quote, suggest
from infopage.content.library import Library
from infopage.content.lints.hidden import message_of
from infopage.content.model import Item, OfficialDocument
from infopage.content.texts import Body, Text
from infopage.content.web_addresses import meant


def check_links(body: Body, by_path: dict[str, Text], by_id: dict[str, Text], library: Library) -> Iterator[Diagnostic]:
    """Yield a fault for each link of a body whose file, text or anchor does not exist in the library.

    ``by_path`` are the library's texts by file path, and ``by_id`` those of its items by the item's id.
    """
    links = body.rendered.links
    for index, link in enumerate(links):
        if link.href.startswith(NOTES):
            continue
        if link.kind == "document":
            unknown = link.target in library.broken or (library.hides_ids and link.target not in by_id)
            found = () if unknown else _document_link_faults(link, by_id, library.registries.outside.entries)
        else:
            found = _link_faults(link, body, by_path, library)
        for rule, message in found:
            yield Diagnostic(body.path, body.line_of_link(links, index), rule, message)


def links_to_hidden(texts: Iterable[Text], hidden: Mapping[str, Item]) -> Iterator[Diagnostic]:
    """Yield a fault for each link from public ``texts`` to one of the ``hidden`` items, by id (see hidden.py)."""
    by_path = {item.path: item for item in hidden.values()}
    for text in texts:
        links = text.rendered.links
        for index, link in enumerate(links):
            found = by_path if link.kind == "page" else hidden if link.kind == "document" else {}
            if item := found.get(link.target):
                yield Diagnostic(text.path, text.line_of_link(links, index), "lien-ket", message_of(item))


def links_to_no_page(catalogue: Catalogue, addresses: Container[str]) -> Iterator[Diagnostic]:
    """Yield a fault for each link by address (such as ``van-ban/``) to a page that the site does not have.

    ``addresses`` are the addresses of all pages of the site. For links to files, see :func:`check_links`.
    """
    for text in (*catalogue.library.pages, *catalogue.public.values()):
        for link in text.rendered.links:
            if link.kind == "address" and link.target not in addresses:
                message = f"không có trang nào ở địa chỉ “{link.target}”; hãy xem lại liên kết"
                yield Diagnostic(text.path, text.line_in_body(link.written), "lien-ket", message)


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
    # Links to anchors in the same page need no other text, so ``checks.check_body`` checks them.
    target = by_path.get(link.target) if link.kind != "anchor" else None
    if link.anchor and target and link.anchor not in target.rendered.anchors:
        yield "neo", no_such_place(link, target.rendered)


def _instead_of(written: str) -> str:
    """Return the end of a message about the link ``written``, which leads nowhere: what to write instead."""
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


def _document_link_faults(
    link: BodyLink, by_id: dict[str, Text], outside: Collection[str]
) -> Iterator[tuple[str, str]]:
    documents = {id: text for id, text in by_id.items() if isinstance(text.item, OfficialDocument)}
    target = documents.get(link.target)
    if target is None and link.target in by_id:
        yield "lien-ket", f"“{link.target}” không phải văn bản; vb: chỉ nhận mã của văn bản"
    elif target is None and link.target not in outside:
        hint = suggest(link.target, (*documents, *outside)) or "; hãy xem lại mã"
        yield "lien-ket", f"không có văn bản nào mang mã “{link.target}”{hint}"
    elif target and link.anchor and link.anchor not in target.rendered.anchors:
        yield "neo", f"văn bản “{link.target}” không có chỗ “#{link.anchor}”{near_place(link.anchor, target.rendered)}"


def _near_page(target: str, body: Body, by_path: dict[str, Text]) -> str:
    own = body.path.removeprefix("docs/")
    others = {path: posixpath.basename(path) for path in by_path if path != own}
    name = nearest(posixpath.basename(target), others.values())
    named = [path for path, other in others.items() if other == name]
    if not named:
        return "; hãy xem lại đường dẫn"
    return f"; có phải “{posixpath.relpath(nearest(target, named) or named[0], posixpath.dirname(own) or '.')}”?"
