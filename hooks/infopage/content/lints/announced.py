"""Checks what the registries of announcements lead to, and their days."""

from collections.abc import Container, Iterator

from infopage.content.announced import Banner
from infopage.content.catalogue import Catalogue
from infopage.content.diagnostics import Diagnostic
from infopage.content.fields import quote, suggest
from infopage.content.lints.hidden import hidden_items, message_of
from infopage.content.model import Item
from infopage.content.registries import Registry


def _registries(catalogue: Catalogue) -> tuple[Registry[Banner], ...]:
    return (catalogue.registries.banners,)


def check_announced(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Yield a fault for each announcement that ends before it begins, or leads to an item that is not public."""
    registries = _registries(catalogue)
    if not any(registry.entries for registry in registries):
        return
    items = {text.item.id for text in catalogue.library.items if isinstance(text.item, Item)}
    for registry in registries:
        for one in registry:
            if one.end <= one.since.at:
                message = f"{one.until} không sau {one.since}; hãy xem lại hai ngày này"
                yield Diagnostic(registry.path, registry.lines[one.id], "den", message)
            if one.target and one.target.is_item and not catalogue.library.hides_ids:
                id = one.target.written
                if id in catalogue.library.broken:
                    continue
                if id not in items:
                    message = f"không có mục nào mang mã {quote(id)}{suggest(id, items) or '; hãy xem lại mã'}"
                    yield Diagnostic(registry.path, registry.lines[one.id], "lien-ket", message)
                elif hidden := hidden_items(catalogue).get(id):
                    yield Diagnostic(registry.path, registry.lines[one.id], "lien-ket", message_of(hidden))


def announced_to_no_page(catalogue: Catalogue, addresses: Container[str]) -> Iterator[Diagnostic]:
    """Yield a fault for each announcement that leads to an address at which the site has no page."""
    for registry in _registries(catalogue):
        for one in registry:
            target = one.target
            if target and not target.is_outside and not target.is_item and target.written not in addresses:
                message = f"không có trang nào ở địa chỉ {quote(target.written)}; hãy viết địa chỉ một trang đang có"
                yield Diagnostic(registry.path, registry.lines[one.id], "lien-ket", message)
