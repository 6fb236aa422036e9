"""An official text's lines as HTML, with their labels as typed; lines that use no Markdown need no Markdown parser."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from html import escape

from infopage.content.provisions.labels import Rank
from infopage.content.provisions.lines import Provision
from infopage.content.rendered import Heading, Rendered
from infopage.language.spacing import spaced

_CLASS_OF = {int(Rank.POINT): "nhan-cap-2", int(Rank.DASH): "nhan-cap-3", int(Rank.PLUS): "nhan-cap-4"}
"""By the rank as a number: asked for by a member of an enumeration, a mapping is many times slower."""
_MARKDOWN = re.compile(r"[\\`*_\[<&]")


def is_plain(text: str) -> bool:
    """Tell whether a text of one line or more says the same to Markdown's inline marks as to a reader."""
    return not _MARKDOWN.search(text)


def plain_text(found: Sequence[Provision], cited: Mapping[str, str]) -> Rendered:
    """Return a text of plain provisions alone; its HTML is ours to the letter, so nothing need be read back from it."""
    return Rendered(
        html="\n".join([paragraph(provision, cited.get(provision.anchor, "")) for provision in found]),
        headings=tuple(Heading(p.heading, p.anchor, spaced(p.line)) for p in found if p.heading),
        anchors=frozenset(provision.anchor for provision in found if provision.anchor),
        provisions=tuple(found),
        is_plain=True,
        cited=cited,
    )


def tag_of(provision: Provision) -> tuple[str, dict[str, str]]:
    """Return the element that shows a provision, and its attributes."""
    attributes = {}
    if name := _class(provision):
        attributes["class"] = name
    if provision.anchor:
        attributes["id"] = provision.anchor
    return _element(provision), attributes


def _element(provision: Provision) -> str:
    return f"h{provision.heading}" if provision.heading else "p"


def _class(provision: Provision) -> str:
    if provision.label is not None:
        return "" if provision.heading else _CLASS_OF.get(int(provision.label.rank), "nhan-cap-1")
    # QUYẾT NGHỊ:, the issuer's name: a line of its own in the middle, as on paper
    return "giua" if provision.text.isupper() else ""


def permalink(provision: Provision, cited: str) -> dict[str, str]:
    """Return the attributes of the link that a label is to its own provision; ``cited`` tells how to cite it."""
    return {"href": f"#{provision.anchor}", "title": cited} if cited else {"href": f"#{provision.anchor}"}


def paragraph(provision: Provision, cited: str) -> str:
    """Return the HTML of a provision whose text is plain."""
    tag, label = _element(provision), provision.label
    begin = _begin(tag, _class(provision), provision.anchor, None if label is None else label.text, cited)
    return f"{begin}{_escaped(provision.text)}</{tag}>"


@lru_cache(maxsize=8192)
def _begin(tag: str, name: str, anchor: str, label: str | None, cited: str) -> str:
    """Return a paragraph up to its text; most papers share their labels, and the ways these are cited."""
    named, id = f' class="{name}"' if name else "", f' id="{anchor}"' if anchor else ""  # ours, and harmless
    if label is None:
        return f"<{tag}{named}{id}>"
    mark = _escaped(label)
    if anchor:
        title = f' title="{escape(cited)}"' if cited else ""
        mark = f'<a href="#{anchor}"{title}>{mark}</a>'
    return f'<{tag}{named}{id}><span class="nhan">{mark}</span> '


def _escaped(text: str) -> str:
    """Return a text as the allow-list would write it, so that what is ours passes it unchanged."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\xa0", "&nbsp;")
