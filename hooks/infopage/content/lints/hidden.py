"""Checks that public texts do not refer to hidden items: those that are not public yet, and redacted ones.

Redacted items are withdrawn items whose name must not be shown either.
"""

from collections.abc import Iterable, Iterator, Mapping

from infopage.content.catalogue import Catalogue
from infopage.content.diagnostics import Diagnostic
from infopage.content.model import Item
from infopage.content.texts import Text


def public_texts(catalogue: Catalogue) -> list[Text]:
    """Return the texts of standing pages, and of items whose publication time has come (in a preview, of all)."""
    return [t for t in catalogue.library.texts if not isinstance(t.item, Item) or catalogue.is_public(t.item)]


def hidden_items(catalogue: Catalogue) -> dict[str, Item]:
    """Return by id the hidden items: not public yet, or redacted (withdrawn, and their titles must not be shown)."""
    items = (text.item for text in catalogue.library.items if isinstance(text.item, Item))
    return {item.id: item for item in items if item.redacted or not catalogue.is_public(item)}


def references_to_hidden(texts: Iterable[Text], hidden: Mapping[str, Item]) -> Iterator[Diagnostic]:
    """Yield a fault for each reference in the front matter of public ``texts`` to a ``hidden`` item, given by id."""
    for text in texts:
        for name, reference in text.references:
            if item := hidden.get(reference.id):
                yield Diagnostic(text.path, reference.line, name.replace("_", "-"), message_of(item))


def message_of(item: Item) -> str:
    """Return the message about a reference or link to a hidden item (not public yet, or redacted)."""
    if item.redacted:
        return f"trỏ tới “{item.id}” đã thu hồi và giấu tên; hãy bỏ chỗ trỏ, và cả chỗ nêu tên mục ấy trong bài"
    return f"trỏ tới “{item.id}” đến {item.published} mới công khai; hãy lùi ngày đăng của mục này hoặc bỏ chỗ trỏ"
