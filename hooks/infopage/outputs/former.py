"""Anchors that were published once: they stay in the page, at the place that stands for them today."""

import re
from collections.abc import Iterable
from html import escape

from infopage.content.model import FormerAnchor


def with_former_anchors(html: str, former: Iterable[FormerAnchor]) -> str:
    """Return a body with each former anchor as an empty element at the place it leads to, or before the whole text."""
    for one in former:
        mark = f'<span id="{escape(one.id)}"></span>'
        place = re.search(rf'<[a-z0-9]+(?: [a-z-]+="[^"]*")*? id="{re.escape(escape(one.to))}"[^>]*>', html)
        at = place.end() if one.to and place else 0
        html = html[:at] + mark + html[at:]
    return html
