"""Keeps document numbers (16-NQ/TU) on one line, wherever they are on a page."""

import re

_UPPER = r"[^\W\d_a-zđ]"
_SIGNS = tuple(re.compile(f"{sign}(?={_UPPER})") for sign in "-–/")
# A document number is found by the sign ("-", "–" or "/") before its first capital letter. A pattern that begins with a
# fixed character is found ten times as fast as one that begins with any digit, and pages are full of digits.
_BEFORE_SIGN = re.compile(r"[0-9]{1,6}[a-zđ]?(?:/[0-9]{4})?\Z")
_LONGEST_BEFORE = len("123456a/2026")
_SYMBOL = re.compile(
    rf"(?<![\w/.-])[0-9]{{1,6}}[a-zđ]?(?:/[0-9]{{4}}/|[-–/]){_UPPER}[^\W_]*(?:[-–./]{_UPPER}[^\W_]*)*(?![\w-])"
)
_TAG = re.compile(r"<[a-zA-Z/!](?:[^>\"']|\"[^\"]*\"|'[^']*')*>")
_BODY = "<body"
_WHOLE = '<span class="number">'
_LONGEST = 24
"""The most characters of a number kept on one line. A longer number would not fit on a narrow phone."""


def whole_numbers(html: str) -> str:
    """Return a page's HTML in which no document number is broken across lines. The text itself does not change."""
    body = max(0, html.find(_BODY))
    signs = sorted(found.start() for sign in _SIGNS for found in sign.finditer(html, body))
    pieces: list[str] = []
    at = 0
    for sign in signs:
        before = _BEFORE_SIGN.search(html, max(body, sign - _LONGEST_BEFORE), sign)
        if not (found := before and _SYMBOL.match(html, before.start())):
            continue
        start, end = found.span()
        if end - start <= _LONGEST and not html.endswith(_WHOLE, 0, start) and not _is_in_tag(html, start):
            pieces += (html[at:start], '<span class="whole">', found[0], "</span>")
            at = end
    return "".join((*pieces, html[at:]))


def _is_in_tag(html: str, place: int) -> bool:
    tag = _TAG.match(html, html.rfind("<", 0, place))
    return tag is not None and tag.end() > place
