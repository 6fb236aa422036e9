"""Former anchors: they stay in a page once they were published, at the place that corresponds to them today."""

import re
from collections.abc import Iterable
from html import escape

from infopage.content.model_parts import FormerAnchor

_ATTRIBUTES = r'(?: [a-z-]+="[^"]*")*'
_HOLDS_NO_TEXT = frozenset(("table", "ul", "ol", "dl", "hr", "img", "pre", "figure", "details"))
"""Elements that may not contain the empty element of an anchor; it goes before them."""

_WITHIN_A_TABLE = frozenset(("colgroup", "col", "thead", "tbody", "tfoot", "tr"))


def with_former_anchors(html: str, former: Iterable[FormerAnchor]) -> str:
    """Return a body with each former anchor as an empty element at its present place, or before the whole text."""
    for one in former:
        mark = f'<span id="{escape(one.id)}"></span>'
        at = _place(html, one.to) if one.to else 0
        html = html[:at] + mark + html[at:]
    return html


def _place(html: str, anchor: str) -> int:
    found = re.search(rf'<([a-z0-9]+){_ATTRIBUTES}? id="{re.escape(escape(anchor))}"{_ATTRIBUTES}>', html)
    if not found or found[1] in _WITHIN_A_TABLE:
        return 0
    return found.start() if found[1] in _HOLDS_NO_TEXT else found.end()
