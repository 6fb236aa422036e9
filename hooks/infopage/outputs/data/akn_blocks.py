"""The blocks of a text with Markdown in Akoma Ntoso: paragraphs, lists and tables, with the inline markup it has."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from lxml import html
from lxml.html import HtmlElement

from infopage.content.html_text import TAG
from infopage.language.spacing import spaced
from infopage.outputs.data.akn_xml import tag, text, xml_only

_INLINE = {
    **{"b": "b", "strong": "b", "i": "i", "em": "i", "cite": "i", "u": "u", "ins": "u", "sup": "sup", "sub": "sub"},
    **{"a": "a", "ref": "ref"},
}
"""The inline elements of Akoma Ntoso, by the name of the HTML element. Others are dropped, and their words kept."""
_HOLDERS = frozenset(("blockquote", "div", "section", "article", "figure", "details", "dl", "aside", "main"))
_BLOCKS = frozenset(("p", "ul", "ol", "table", "pre", "hr", *_HOLDERS))
_TOOLS = frozenset(("footnote-backref", "neo"))
_LABEL = "nhan"
_SIMPLE = re.compile(
    r'<(?P<tag>p|h[1-6])(?P<attributes>(?: [a-z-]+="[^"]*")*)>(?:<span class="nhan">(?:<a [^>]*>)?(?P<label>[^<]*)'
    r"(?:</a>)?</span> ?)?(?P<words>(?:[^<&]|&(?:amp|lt|gt|nbsp);|<ref [^>]*>|</ref>)*)</(?P=tag)>"
)
_VOID = frozenset(("br", "hr", "img", "col", "wbr"))
_ID = re.compile(r' id="([^"]*)"')


@dataclass(frozen=True)
class Block:
    """A paragraph, list or table."""

    xml: str
    """The whole block as an XML element, with its label."""
    inline: str = ""
    """The words of a paragraph after its label, as XML; '' if it has no label."""
    label: str = ""
    """The label of the paragraph, such as ``a)``, if it is a provision; '' otherwise."""
    anchor: str = ""


def blocks(source: str) -> Iterator[Block]:
    """Yield the blocks of a text, given as cleaned HTML, in order.

    A paragraph or heading on one line, without inline markup, is read by a pattern. All other HTML is parsed, which
    takes longer.
    """
    held: list[str] = []
    depth = 0
    for line in source.split("\n"):
        if not depth and (block := _line(line)):
            yield from _parsed("\n".join(held))
            held.clear()
            yield block
        else:
            held.append(line)
            depth += sum(_depth(tag) for tag in TAG.finditer(line))
    yield from _parsed("\n".join(held))


def _depth(tag: re.Match[str]) -> int:
    return 0 if tag["name"] in _VOID else -1 if tag["close"] else 1


def _line(line: str) -> Block | None:
    """Return the block of a line of HTML that is a paragraph or heading; None if it has other markup than ``ref``."""
    found = _SIMPLE.fullmatch(line)
    if found is None:
        return None
    words = xml_only(found["words"].replace("&nbsp;", "\xa0")).strip()
    if (label := found["label"]) is None:
        return Block(tag("p", None, words)) if words else None
    written, id = unescape(label).strip(), _ID.search(found["attributes"])
    return Block(tag("p", None, f"{text(written)} {words}".strip()), words, written, id[1] if id else "")


def _parsed(source: str) -> Iterator[Block]:
    for part in html.fragments_fromstring(source) if source.strip() else ():
        if isinstance(part, str):
            if part.strip():
                yield Block(tag("p", None, text(spaced(part))))
            continue
        yield from _block(part)
        if part.tail and part.tail.strip():
            yield Block(tag("p", None, text(spaced(part.tail))))


def _block(element: HtmlElement) -> Iterator[Block]:
    name = _name(element)
    if name in ("ul", "ol"):
        yield Block(_list(element))
    elif name == "table":
        yield Block(_table(element))
    elif name == "hr":
        return
    elif name in _HOLDERS:
        yield from _held(element)
    else:
        label = next((child for child in element if child.get("class") == _LABEL), None)
        words = _inline(element, label).strip()
        if label is not None:
            written = "".join(label.itertext()).strip()
            yield Block(tag("p", None, f"{text(written)} {words}".strip()), words, written, element.get("id", ""))
        elif words:
            yield Block(tag("p", None, words))


def _held(element: HtmlElement) -> Iterator[Block]:
    """Yield the blocks inside an element that only groups blocks, such as ``div``; its bare words become paragraphs."""
    free = text(element.text or "")
    for child in element:
        if _name(child) in _BLOCKS or _name(child) in ("dt", "dd", "summary", "figcaption"):
            if free.strip():
                yield Block(tag("p", None, free.strip()))
            free = ""
            yield from _block(child)
        else:
            free += _element(child, None)
        free += text(child.tail or "")
    if free.strip():
        yield Block(tag("p", None, free.strip()))


def _list(element: HtmlElement) -> str:
    items = "".join(tag("li", None, "".join(_item(child)) or " ") for child in element if _name(child) == "li")
    return tag(_name(element), None, items or "<li/>")


def _item(element: HtmlElement) -> Iterator[str]:
    yield text(element.text or "")
    for child in element:
        name = _name(child)
        if name in ("ul", "ol"):
            yield _list(child)
        elif name in _BLOCKS:
            yield from (_in_item(block.xml) for block in _block(child))
        else:
            yield _element(child, None)
        yield text(child.tail or "")


def _in_item(block: str) -> str:
    """Return a block as a list item allows it: Akoma Ntoso has no tables there, so their cells become paragraphs."""
    if not block.startswith("<table"):
        return block
    return "".join(tag("p", None, text("".join(cell.itertext()))) for cell in html.fromstring(block).iter("td", "th"))


def _table(element: HtmlElement) -> str:
    caption = next((child for child in element if _name(child) == "caption"), None)
    rows: list[str] = []
    for row in element.iter("tr"):
        cells = [_cell(cell) for cell in row if _name(cell) in ("td", "th")]
        if cells:
            rows.append(tag("tr", None, "".join(cells)))
    written = "" if caption is None else tag("caption", None, _inline(caption, None))
    return tag("table", None, written + ("".join(rows) or "<tr><td/></tr>"))


def _cell(element: HtmlElement) -> str:
    spans = {name: element.get(name, "") for name in ("colspan", "rowspan")}
    inside = "".join(block.xml for block in _held(element))
    return tag(_name(element), {name: value for name, value in spans.items() if value.isdecimal()}, inside)


def _inline(element: HtmlElement, without: HtmlElement | None) -> str:
    """Return the words in an element with their inline markup, except for the child ``without`` (its label), if any."""
    parts = [text(element.text or "")]
    for child in element:
        parts += (_element(child, without), text(child.tail or ""))
    return "".join(parts)


def _element(element: HtmlElement, without: HtmlElement | None) -> str:
    name = _name(element)
    if element is without or element.get("class") in _TOOLS:
        return ""
    if name == "br":
        return "<br/>"
    if name == "img":
        return tag("img", {"src": element.get("src", ""), "alt": element.get("alt", "")})
    words = _inline(element, without)
    if name not in _INLINE or not words:
        return words
    if name == "a" and not element.get("href", "").startswith(("http://", "https://")):
        return words
    return tag(_INLINE[name], {"href": element.get("href", "")} if name in ("a", "ref") else None, words)


def _name(element: HtmlElement) -> str:
    return element.tag if isinstance(element.tag, str) else ""
