"""Finds quotations in a rendered text, in quotation marks or as blocks, that have a link to their source."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from infopage.content.html_text import ANY_TAG, plain

_FEWEST_WORDS = 4
_BLOCK = re.compile(r"<blockquote>((?:(?!</?blockquote>).)*)</blockquote>", re.DOTALL)
_ATTRIBUTION = re.compile(r"(?:^|<p>|<li>|<br>|\n)\s*[-–—―](?P<by>(?:(?!<p>|<li>|<br>|\n).)*)\s*$", re.DOTALL)
_LAST_LIST = re.compile(r"<ul>\s*<li>(?P<by>(?:(?!<li>).)*)</li>\s*</ul>\s*$", re.DOTALL)
_CLOSING = re.compile(r"(?:\s*</(?:p|li|ul)>)+\s*$")
_INLINE = re.compile(
    '[“"](?P<said>(?:[^“”"\x01]|“[^“”\x01]*”)+)[”"][.,;]?\\s*\\((?P<by>(?:[^()\0\x01]{0,60}\0+)+[^()\0\x01]{0,60})\\)',
)
_LINK = re.compile(r"<a((?: [a-z-]+=\"[^\"]*\")*)>(.*?)</a>", re.DOTALL)
_TAG = re.compile(ANY_TAG)


@dataclass(frozen=True)
class Quotation:
    """A quotation whose source is named by a link."""

    words: str
    """The quoted words."""
    links: tuple[int, ...]
    """The indexes, in the list of the text's links, of the links that name the source."""


def quotations(html: str) -> Iterator[Quotation]:
    """Yield the quotations in ``html`` whose source is named by a link.

    These are block quotations whose last line begins with a dash and has a link, and words in quotation marks followed
    by a link in brackets: “…” ([…](…)).
    """
    numbered = [(found.start(), number) for number, found in enumerate(_ANCHOR.finditer(html))]

    def within(start: int, end: int) -> tuple[int, ...]:
        return tuple(number for at, number in numbered if start <= at < end)

    for block in _BLOCK.finditer(html):
        body = _CLOSING.sub("", block[1])
        by = _ATTRIBUTION.search(body) or _LAST_LIST.search(block[1])
        if by and (links := within(block.start(1) + by.start("by"), block.start(1) + by.end("by"))):
            yield Quotation(plain(block[1][: by.start()]), links)
    text = _blanked(html)
    for found in _INLINE.finditer(text):
        said = plain(html[slice(*found.span("said"))])
        if len(said.split()) >= _FEWEST_WORDS and (links := within(*found.span("by"))):
            yield Quotation(said, links)


_ANCHOR = re.compile(r"<a(?: [a-z-]+=\"[^\"]*\")*? href=\"")


def _blanked(html: str) -> str:
    r"""Return the HTML with links replaced by ``\0``, block tags by ``\x01``, and other tags by spaces.

    So one pattern finds quoted words followed by a link. The length, and so all offsets, stay the same.
    """
    html = _LINK.sub(lambda found: "\0" * len(found[0]), html)
    html = re.sub(r"</?(?:p|li|h[1-6]|t[dh]|dd|dt|div|blockquote|pre)\b[^>]*>", lambda f: "\x01" * len(f[0]), html)
    return _TAG.sub(lambda found: " " * len(found[0]), html)
