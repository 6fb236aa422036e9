"""Document numbers (16-NQ/TU) that stay on one line, wherever a page says them."""

import re

_UPPER = r"[^\W\d_a-zđ]"
_SYMBOL = re.compile(
    rf"[0-9](?<![\w/.-].)[0-9]{{0,5}}[a-zđ]?(?:/[0-9]{{4}}/|[-–/]){_UPPER}[^\W_]*(?:[-–./]{_UPPER}[^\W_]*)*(?![\w-])"
)
# What stands before is asked behind the first digit: a pattern that begins with a digit is sought three times as fast.
_TAG = re.compile(r"<[a-zA-Z/!](?:[^>\"']|\"[^\"]*\"|'[^']*')*>")
_BODY = "<body"
_WHOLE = '<span class="number">'
_LONGEST = 24
"""A longer one may break: on a narrow phone it would not fit."""


def whole_numbers(html: str) -> str:
    """Return a page with each document number in one piece; its text is the same, for whoever copies or searches it."""
    pieces: list[str] = []
    at = 0
    for found in _SYMBOL.finditer(html, max(0, html.find(_BODY))):
        start, end = found.span()
        if end - start <= _LONGEST and not html.endswith(_WHOLE, 0, start) and not _is_in_tag(html, start):
            pieces += (html[at:start], '<span class="whole">', found[0], "</span>")
            at = end
    return "".join((*pieces, html[at:]))


def _is_in_tag(html: str, place: int) -> bool:
    tag = _TAG.match(html, html.rfind("<", 0, place))
    return tag is not None and tag.end() > place
