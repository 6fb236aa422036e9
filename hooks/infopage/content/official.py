"""An official text's lines as HTML, with their labels as typed; lines that use no Markdown need no Markdown parser."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from html import escape

from infopage.content.provisions.labels import Rank
from infopage.content.provisions.lines import Provision
from infopage.content.rendered import Heading, Rendered

_LEVEL_OF = {int(Rank.POINT): 2, int(Rank.DASH): 3, int(Rank.PLUS): 4}
"""By the rank as a number: asked for by a member of an enumeration, a mapping is many times slower."""
_MARKDOWN = re.compile(r"[\\`*_\[<&]")


def is_plain(text: str) -> bool:
    """Tell whether a text of one line or more says the same to Markdown's inline marks as to a reader."""
    return not _MARKDOWN.search(text)


def plain_text(found: Sequence[Provision], cited: Mapping[str, str]) -> Rendered:
    """Return a text of plain provisions alone; its HTML is ours to the letter, so nothing need be read back from it."""
    return Rendered(
        html="\n".join([paragraph(provision, cited.get(provision.anchor, "")) for provision in found]),
        headings=tuple(Heading(p.heading, p.anchor, " ".join(p.line.split())) for p in found if p.heading),
        anchors=frozenset(provision.anchor for provision in found if provision.anchor),
        provisions=tuple(found),
        is_plain=True,
        cited=cited,
    )


def tag_of(provision: Provision) -> tuple[str, dict[str, str]]:
    """Return the element that shows a provision, and its attributes."""
    attributes = {}
    if provision.label is not None and not provision.heading:
        attributes["class"] = f"nhan-cap-{_LEVEL_OF.get(int(provision.label.rank), 1)}"
    elif provision.label is None and provision.text.isupper():
        attributes["class"] = "giua"  # QUYẾT NGHỊ:, the issuer's name: a line of its own in the middle, as on paper
    if provision.anchor:
        attributes["id"] = provision.anchor
    return f"h{provision.heading}" if provision.heading else "p", attributes


def permalink(provision: Provision, cited: str) -> dict[str, str]:
    """Return the attributes of the link that a label is to its own provision; ``cited`` tells how to cite it."""
    return {"href": f"#{provision.anchor}", "title": cited} if cited else {"href": f"#{provision.anchor}"}


def paragraph(provision: Provision, cited: str) -> str:
    """Return the HTML of a provision whose text is plain."""
    tag, attributes = tag_of(provision)
    written = "".join([f' {name}="{value}"' for name, value in attributes.items()])  # ours, and harmless
    return f"<{tag}{written}>{_label(provision, cited)}{_escaped(provision.text)}</{tag}>"


def _label(provision: Provision, cited: str) -> str:
    if provision.label is None:
        return ""
    label = _escaped(provision.label.text)
    if not provision.anchor:
        return f'<span class="nhan">{label}</span> '
    title = f' title="{_in_attribute(cited)}"' if cited else ""
    return f'<span class="nhan"><a href="#{provision.anchor}"{title}>{label}</a></span> '


_in_attribute = lru_cache(maxsize=8192)(escape)
"""Most papers share the ways their provisions are cited."""


def _escaped(text: str) -> str:
    """Return a text as the allow-list would write it, so that what is ours passes it unchanged."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\xa0", "&nbsp;")
