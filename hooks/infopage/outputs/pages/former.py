"""Former anchors: published anchors that the text no longer has. They are kept, so that old links still work."""

import re
from collections.abc import Iterable
from html import escape

from infopage.content.model_parts import FormerAnchor

_ATTRIBUTES = r'(?: [a-z-]+="[^"]*")*'
_HOLDS_NO_TEXT = frozenset(("table", "ul", "ol", "dl", "hr", "img", "pre", "figure", "details"))
"""Elements that may not directly contain an anchor's empty element, which is therefore put before them."""

_WITHIN_A_TABLE = frozenset(("colgroup", "col", "thead", "tbody", "tfoot", "tr"))


def with_former_anchors(html: str, former: Iterable[FormerAnchor]) -> str:
    """Return an item's HTML with an empty element for each former anchor.

    A former anchor may name a present one. Then the element is put there, so that old links lead to it. Otherwise it is
    put at the top of the text, also if the present anchor is on a part of a table, such as a row.
    """
    for one in former:
        mark = f'<span id="{escape(one.id)}"></span>'
        at = _place(html, one.to) if one.to else 0
        html = html[:at] + mark + html[at:]
    return html


def tag_with(anchor: str, html: str) -> re.Match[str] | None:
    """Return the start tag with the id ``anchor``, whose group 1 is the element's name; None if there is none."""
    return re.search(rf'<([a-z0-9]+){_ATTRIBUTES}? id="{re.escape(escape(anchor))}"{_ATTRIBUTES}>', html)


def _place(html: str, anchor: str) -> int:
    found = tag_with(anchor, html)
    if not found or found[1] in _WITHIN_A_TABLE:
        return 0
    return found.start() if found[1] in _HOLDS_NO_TEXT else found.end()
