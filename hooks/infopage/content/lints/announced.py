"""Checks what the registries of announcements lead to, and their days."""

from collections.abc import Collection, Container, Iterator

from infopage.content.announced import Banner, SiteNotice
from infopage.content.catalogue import Catalogue
from infopage.content.diagnostics import Diagnostic
from infopage.content.fields import quote, suggest
from infopage.content.lints.hidden import hidden_items, message_of
from infopage.content.model import Item
from infopage.content.registries import Registry


def _registries(catalogue: Catalogue) -> tuple[Registry[Banner] | Registry[SiteNotice], ...]:
    return catalogue.registries.banners, catalogue.registries.notices


def check_announced(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Yield a fault for each announcement that ends before it begins, or leads to an item that is not public then."""
    registries = _registries(catalogue)
    if not any(registry.entries for registry in registries):
        return
    items = {text.item.id for text in catalogue.library.items if isinstance(text.item, Item)}
    hidden = hidden_items(catalogue)
    for registry in registries:
        for one in registry:
            line = registry.lines[one.id]
            if one.end <= one.since.at:
                message = f"{one.until} không sau {one.since}; hãy xem lại hai ngày này"
                yield Diagnostic(registry.path, line, "den", message)
            if one.target and one.target.is_item and (wrong := _unknown(one.target.written, items, catalogue)):
                yield Diagnostic(registry.path, line, "lien-ket", wrong)
            elif (item := hidden.get(one.target.written) if one.target else None) and (
                item.redacted or item.published.at > one.since.at
            ):
                told = f"“{item.id}” đến {item.published} mới công khai, sau lúc hiện ({one.since})"
                message = message_of(item) if item.redacted else f"{told}; hãy lùi tu hoặc bỏ liên kết"
                yield Diagnostic(registry.path, line, "lien-ket", message)


def _unknown(id: str, items: Collection[str], catalogue: Catalogue) -> str:
    """Return the message that no item has this id; empty if one has, or may have (its file has errors)."""
    library = catalogue.library
    if id in items or id in library.broken or library.hides_ids:
        return ""
    page = f"; có phải trang “{id}/”?" if catalogue.has_page(f"{id}.md") else ""
    return f"không có mục nào mang mã {quote(id)}{page or suggest(id, items) or '; hãy xem lại mã'}"


def announced_to_no_page(catalogue: Catalogue, addresses: Container[str]) -> Iterator[Diagnostic]:
    """Yield a fault for each announcement that leads to an address at which the site has no page."""
    for registry in _registries(catalogue):
        for one in registry:
            target = one.target
            if target and not target.is_outside and not target.is_item and target.written not in addresses:
                message = f"không có trang nào ở địa chỉ {quote(target.written)}; hãy viết địa chỉ một trang đang có"
                yield Diagnostic(registry.path, registry.lines[one.id], "lien-ket", message)
