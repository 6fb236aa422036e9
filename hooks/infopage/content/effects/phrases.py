"""Replaces a phrase in HTML, where its words stand between tags, inside them or across them."""

import re
from collections.abc import Iterator
from html import escape, unescape
from itertools import accumulate

from infopage.content.html_text import ANY_TAG

_TOKEN = re.compile(rf"{ANY_TAG}|&[#a-zA-Z0-9]+;|.", re.DOTALL)
_TAG = re.compile(f"({ANY_TAG})")
_INLINE = re.compile(r"</?(?:a|abbr|b|cite|code|em|i|ins|mark|q|s|small|span|strong|sub|sup|u)\b")


def with_phrase(html: str, phrase: str, new: str) -> tuple[str, int]:
    """Return HTML with a phrase replaced by the text ``new``, and how often it was found.

    White space may differ from that of ``phrase``. If ``new`` is empty, no double space is left, and none before a
    sign.
    """
    tokens = _TOKEN.findall(html)
    told = [_text(token) for token in tokens]
    starts = [0, *accumulate(map(len, told))]
    at_start = {start: number for number, start in enumerate(starts[:-1]) if told[number]}
    spaced = r"\s+".join(map(re.escape, phrase.split()))
    matches = [one.span() for one in re.finditer(rf"(?<!\w){spaced}(?!\w)", "".join(told)) if one.start() in at_start]
    for start, end in matches:
        for at in range(start, end):
            tokens[at_start.get(at, at_start[start])] = ""
        tokens[at_start[start]] = escape(new, quote=False)
    made = "".join(tokens)
    return (made if new or not matches else "".join(_tidy(made))), len(matches)


def _text(token: str) -> str:
    """Return the text that a token (a tag or a character) stands for; '' for a tag within a line.

    For a tag that ends a block or a cell, this is a character that no phrase contains.
    """
    if token[0] == "<":
        return "" if _INLINE.match(token) else "\0"
    return unescape(token).replace("\xa0", " ") if token[0] == "&" else token


def _tidy(html: str) -> Iterator[str]:
    """Yield HTML without the extra spaces that the removal of a phrase left: two in a row, or one before a sign."""
    for part in _TAG.split(html):
        yield part if part.startswith("<") else re.sub(r" {2,}", " ", re.sub(r" +([,;.])", r"\1", part))
