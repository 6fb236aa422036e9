"""Detects texts that would take minutes to render: Markdown's time grows with the square of some character counts."""

import re
from collections.abc import Iterator

MOST = 20_000_000
"""The most work accepted: the number of characters such as ``<`` and ``[``, times the length of the text around them.

This much work takes a second or two. The longest law needs a hundredth of it.
"""

_DEEP = re.compile(r"\n(?:[ \t]*(?:>|(?:[-*+]|\d+[.)])[ \t])){50}")
"""A line with 50 nested quotes or list items, and the newline before it.

A pattern with a fixed first character (the newline) is ten times as fast. To match the first line too, the caller puts
a newline before the body.
"""
_NOTE, _ESCAPES = 20, 100
_PARAGRAPHS = re.compile(r"\n[ \t]*(?=\n)")
_BEGINS_PART = re.compile(r"\s*(?:[-*+]|\d+[.)])\s|.*\|")
_STRAY_TAG = re.compile(r"<(?=[A-Za-z/!?])(?![^<>]*>)")
_STRAY_LINE = re.compile(r"\s*(?:#.*|=+|-+|[-*+]|\d+[.)]|:\s.*|!!!.*)\s*")
_SIGNS = "[<\\"
_OPEN_TAG = re.compile(r"<(?!(?:br|col|hr|img|wbr)\b)[A-Za-z]")
_END_TAG = re.compile(r"</[A-Za-z]")


def too_complex(body: str) -> int | None:
    """Return the line, from 1, of the part that takes most work if a text is too complex to render; else None."""
    has_signs = any(sign in body for sign in _SIGNS)
    if not has_signs and len(body) * (body.count("\n") + 1) <= MOST and not _DEEP.search(f"\n{body}"):
        return None  # even the highest possible work is below the limit, so the parts need not be counted
    work = list(_work(body))
    return max(work)[1] if sum(part for part, _ in work) > MOST else None


def _work(body: str) -> Iterator[tuple[int, int]]:
    """Yield (work, line) for each part of a text that Markdown scans repeatedly. For ``work``, see ``MOST``."""
    if stray := _STRAY_TAG.search(body):
        yield len(_STRAY_TAG.findall(body)) * len(body), body.count("\n", 0, stray.start()) + 1
    opened, ended = len(_OPEN_TAG.findall(body)), len(_END_TAG.findall(body))
    yield abs(opened - ended) * max(opened, ended), 1
    yield body.count("\\") ** 2 // _ESCAPES, 1
    if deep := _DEEP.search(f"\n{body}"):
        yield MOST + 1, body.count("\n", 0, deep.start()) + 1
    if notes := body.count("[^"):
        yield _NOTE * notes**2, body.count("\n", 0, body.index("[^")) + 1
    at = 1
    for paragraph in _PARAGRAPHS.split(body):
        lines = paragraph.split("\n")
        yield sum(bool(_STRAY_LINE.fullmatch(line)) for line in lines) * len(paragraph), at
        start = 0
        for end in range(1, len(lines) + 1):
            if end == len(lines) or _BEGINS_PART.match(lines[end]):
                part = lines[start:end]
                yield sum(line.count("[") for line in part) * sum(map(len, part)), at + start
                start = end
        at += len(lines)
