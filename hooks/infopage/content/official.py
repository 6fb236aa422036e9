"""Writes lines of official texts as HTML, with labels (``Điều 1.``) as typed. Plain lines need no Markdown parser."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from html import escape

from infopage.content.provisions.labels import Rank
from infopage.content.provisions.lines import Provision
from infopage.content.rendered import Heading, Rendered
from infopage.language.spacing import spaced

_CLASS_OF = {int(Rank.POINT): "nhan-cap-2", int(Rank.DASH): "nhan-cap-3", int(Rank.PLUS): "nhan-cap-4"}
"""The CSS class of the label of each rank (level of provision): ``a)``, ``-`` and ``+``.

The keys are integers, because lookups by enumeration member are many times slower.
"""
_ANNEXED = re.compile(r"[*_]*\((?:Ban hành )?kèm theo\b[^()]{0,200}\)[*_]*", re.IGNORECASE)
_MARKDOWN = re.compile(r"[\\`*_\[<&]")


def is_plain(text: str) -> bool:
    """Tell whether a text has no inline Markdown, so that it can be shown as written."""
    return not _MARKDOWN.search(text)


def plain_text(found: Sequence[Provision], cited: Mapping[str, str]) -> Rendered:
    """Return the rendered form of a text whose lines, the provisions ``found``, use no Markdown.

    ``cited`` says how each provision is cited, by its anchor: ``khoản 1 Điều 5``. All HTML is written here, from
    escaped text, so it needs no parsing or cleaning.
    """
    return Rendered(
        html="\n".join([paragraph(provision, cited.get(provision.anchor, "")) for provision in found]),
        headings=tuple(Heading(p.heading, p.anchor, spaced(p.line)) for p in found if p.heading),
        anchors=frozenset(provision.anchor for provision in found if provision.anchor),
        provisions=tuple(found),
        is_plain=True,
        cited=cited,
    )


def tag_of(provision: Provision) -> tuple[str, dict[str, str]]:
    """Return the name of the element that shows a provision, and its attributes."""
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
    # Lines in capitals, such as QUYẾT NGHỊ: or the issuer's name, are centred, as on paper. The line below the title of
    # an annexed text, which says with which document it was issued, is centred too.
    text = provision.text
    if "(" in text[:4] and _ANNEXED.fullmatch(text):
        return "giua nho"
    return "giua" if text.isupper() else ""


def permalink(provision: Provision, cited: str) -> dict[str, str]:
    """Return the HTML attributes of the link that a label has to its own provision.

    ``cited`` is the provision's citation, such as ``khoản 1 Điều 5``, shown as a tooltip; '' if it has none.
    """
    return {"href": f"#{provision.anchor}", "title": cited} if cited else {"href": f"#{provision.anchor}"}


def paragraph(provision: Provision, cited: str) -> str:
    """Return the HTML of a provision whose text has no Markdown; ``cited`` is its citation."""
    return shown(provision, cited, _escaped(provision.text))


def shown(provision: Provision, cited: str, words: str) -> str:
    """Return the HTML of a provision; ``words`` is the HTML of its text after the label, ``cited`` its citation."""
    tag, label = _element(provision), provision.label
    begin = _begin(tag, _class(provision), provision.anchor, None if label is None else label.text, cited)
    return f"{begin}{words}</{tag}>"


@lru_cache(maxsize=8192)
def _begin(tag: str, name: str, anchor: str, label: str | None, cited: str) -> str:
    """Return the beginning of a paragraph, up to its text. Cached, because documents share labels and citations.

    ``name`` is the CSS class of the element ``tag``, ``anchor`` its id, and ``label`` the label of the provision, None
    if it has none; ``cited`` is as in :func:`permalink`.
    """
    named, id = f' class="{name}"' if name else "", f' id="{anchor}"' if anchor else ""  # ASCII, needs no escape
    if label is None:
        return f"<{tag}{named}{id}>"
    mark = _escaped(label)
    if anchor:
        title = f' title="{escape(cited)}"' if cited else ""
        mark = f'<a href="#{anchor}"{title}>{mark}</a>'
    return f'<{tag}{named}{id}><span class="nhan">{mark}</span> '


def _escaped(text: str) -> str:
    """Return a text with the same HTML escapes as the cleaning makes, so that cleaning would not change the result."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\xa0", "&nbsp;")
