"""Checks that public texts do not refer or link to items that are not public yet or are redacted."""

from collections.abc import Iterator

from infopage.content.catalogue import Catalogue
from infopage.content.diagnostics import Diagnostic
from infopage.content.model import Item
from infopage.content.texts import Text


def hidden_targets(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Yield a fault for each reference or link from a public text to an item that is not public yet or is redacted."""
    texts = [t for t in catalogue.library.texts if not isinstance(t.item, Item) or catalogue.is_public(t.item)]
    items = ((text, text.item) for text in catalogue.library.items if isinstance(text.item, Item))
    hidden = {item.id: text for text, item in items if item.redacted or not catalogue.is_public(item)}
    paths = {text.item.path: text.item for text in hidden.values()}
    for text in texts:
        for name, reference in text.references:
            if target := hidden.get(reference.id):
                yield _not_yet(text, reference.line, name.replace("_", "-"), target.item)
        links = text.rendered.links
        for index, link in enumerate(links):
            target_item = paths.get(link.target) if link.kind == "page" else None
            if link.kind == "document" and link.target in hidden:
                target_item = hidden[link.target].item
            if item := target_item:
                yield _not_yet(text, text.line_of_link(links, index), "lien-ket", item)


def _not_yet(text: Text, line: int, rule: str, item: object) -> Diagnostic:
    assert isinstance(item, Item)
    message = f"trỏ tới “{item.id}” đến {item.published} mới công khai; hãy lùi ngày đăng của mục này hoặc bỏ chỗ trỏ"
    if item.redacted:
        message = f"trỏ tới “{item.id}” đã thu hồi và giấu tên; hãy bỏ chỗ trỏ, và cả chỗ nêu tên mục ấy trong bài"
    return Diagnostic(text.path, line, rule, message)
