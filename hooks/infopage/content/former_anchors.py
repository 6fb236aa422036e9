"""Checks the key ``neo_cu``: anchors that a text no longer has, and what replaces them."""

from collections.abc import Iterator

from infopage.content.diagnostics import Diagnostic
from infopage.content.fields import suggest
from infopage.content.model import Item
from infopage.content.texts import Text

OURS = ("__", "md-")
"""Prefixes of HTML ids that the page template uses, so that bodies must not use them."""


def check_former_anchors(text: Text) -> Iterator[Diagnostic]:
    """Yield the faults of the key ``neo_cu`` of an item or standing page."""
    if isinstance(text.item, Item) and text.item.withdrawn:
        return
    seen: set[str] = set()
    for former in text.item.former_anchors:
        there = text.rendered.anchors
        if former.id.startswith(OURS):
            message = f"định danh “{former.id}” trùng với định danh riêng của trang; hãy bỏ mục này"
        elif former.id in there | seen:
            why = "đang là một chỗ trong bài" if former.id in there else "đã ghi ở trên"
            message = f"“{former.id}” {why}; hãy bỏ mục này"
        elif former.to and former.to not in there:
            message = f"trong bài không có chỗ “{former.to}”{suggest(former.to, there) or '; hãy xem trang xem trước'}"
        else:
            seen.add(former.id)
            continue
        yield Diagnostic(text.path, text.line_of("neo_cu"), "neo-cu", message)
