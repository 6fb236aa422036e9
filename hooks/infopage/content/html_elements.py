"""Sets of HTML elements that the HTML standard or Markdown treats in a special way."""

from markdown.util import BLOCK_LEVEL_ELEMENTS

from infopage.content.safe_html import TAGS

VOID = frozenset(("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"))
TEXT_ONLY = frozenset(("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "plaintext"))
"""Elements whose content browsers read as text, without tags."""
BLOCKS = frozenset(BLOCK_LEVEL_ELEMENTS) - VOID
PAIRED = (BLOCKS | TAGS | TEXT_ONLY | {"template", "svg", "select", "button", "label", "font"}) - VOID
_ROW = frozenset(("td", "th", "tr", "p"))
_BODY = _ROW | {"thead", "tbody", "tfoot", "caption", "colgroup"}
ENDED_BY = {
    "li": frozenset(("li", "p")),
    **dict.fromkeys(("dt", "dd"), frozenset(("dt", "dd", "p"))),
    **dict.fromkeys(("td", "th"), _ROW - {"tr"}),
    "p": frozenset("p"),
    "tr": _ROW | {"caption", "colgroup"},
    **dict.fromkeys(("thead", "tbody", "tfoot"), _BODY),
}
"""For each start tag, the open elements that it closes, because HTML lets authors omit the end tags of these."""
MAY_STAY_OPEN = _BODY | {"li", "dt", "dd", "option"}
