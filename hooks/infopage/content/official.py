"""An official text's lines as HTML, with their labels as typed; lines that use no Markdown need no Markdown parser."""

import re
from html import escape

from infopage.content.labels import Rank
from infopage.content.provisions import Provision

_LEVEL_OF = {Rank.CLAUSE: 1, Rank.POINT: 2, Rank.DASH: 3, Rank.PLUS: 4}
_MARKDOWN = re.compile(r"[\\`*_\[<&]")


def is_plain(text: str) -> bool:
    """Tell whether a line says the same to Markdown as to a reader."""
    return _MARKDOWN.search(text) is None


def tag_of(provision: Provision) -> tuple[str, dict[str, str]]:
    """Return the element that shows a provision, and its attributes."""
    attributes = {}
    if provision.label is not None and not provision.heading:
        attributes["class"] = f"nhan-cap-{_LEVEL_OF.get(provision.label.rank, 1)}"
    if provision.anchor:
        attributes["id"] = provision.anchor
    return f"h{provision.heading}" if provision.heading else "p", attributes


def paragraph(provision: Provision) -> str:
    """Return the HTML of a provision whose text is plain."""
    tag, attributes = tag_of(provision)
    written = "".join(f' {name}="{value}"' for name, value in attributes.items())
    text = escape(provision.text, quote=False)
    label = f'<span class="nhan">{escape(provision.label.text, quote=False)}</span> ' if provision.label else ""
    return f"<{tag}{written}>{label}{text}</{tag}>"
