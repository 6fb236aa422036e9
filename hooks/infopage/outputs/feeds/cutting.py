"""Cuts a long text for a feed at the end of a provision, a paragraph or a table."""

import re
from collections.abc import Iterator
from html import escape, unescape

_ATTRIBUTES = r"(?: [a-z-]+=\"[^\"]*\")*"
_TAG = re.compile(rf"<(?P<close>/?)(?P<name>[a-z][a-z0-9]*){_ATTRIBUTES}>")
_EMPTY = frozenset(("br", "hr", "img", "col"))
_HEADING = re.compile("h[1-6]")


def cut(html: str, limit: int) -> str:
    """Return as many of the first blocks of an HTML text as fit into ``limit`` bytes of UTF-8.

    Every element of ``html`` must be closed. The result never ends with a heading. If the first block alone is too
    long, the result is its first words as a paragraph.
    """
    if len(html) * 4 <= limit or len(html.encode()) <= limit:
        return html
    best = at = size = 0
    for end, name in _ends(html):
        size += len(html[at:end].encode())
        at = end
        if size > limit:
            break
        if not _HEADING.fullmatch(name):
            best = end
    return html[:best] or _words(html, limit)


def _ends(html: str) -> Iterator[tuple[int, str]]:
    """Yield each outermost element of an HTML text, as the offset of its end and the name of its tag."""
    depth = 0
    for tag in _TAG.finditer(html):
        if tag["name"] in _EMPTY:
            depth += 0
        else:
            depth += -1 if tag["close"] else 1
        if depth == 0:
            yield tag.end(), tag["name"]


def _words(html: str, limit: int) -> str:
    # A letter takes up to three bytes, and escaping can add more, so only a sixth of the limit is taken in letters. The
    # block is so long that a shorter cut than necessary does not matter.
    text = " ".join(unescape(_TAG.sub(" ", html[: limit * 2])).split())[: limit // 6]
    return f"<p>{escape(text.rpartition(' ')[0] or text, quote=False)} …</p>"
