"""Warns of words that conversion from PDF tore apart, and of page footers left in the text."""

from collections.abc import Iterator, Sequence

from infopage.content.diagnostics import Diagnostic, warning
from infopage.content.languages import language_of
from infopage.content.texts import Body, Text
from infopage.language.torn import torn

RULE = "chu-tach"
_LEAST, _EXAMPLES, _MOST_LINES = 2, 3, 5
"""The fewest different torn words reported, the most examples given, and the most line numbers in one warning.

A single torn word may be part of a formula.
"""


def check_torn(text: Body) -> Iterator[Diagnostic]:
    """Yield at most two warnings about a text in Vietnamese: its torn words, its page footers."""
    if isinstance(text, Text) and language_of(text.item):
        return
    path, first, body = text.path, text.page.body_line, text.page.body
    found = torn(body)
    if len({one.written for one in found}) < _LEAST:
        return
    places = [(first + body.count("\n", 0, one.at), one) for one in found]
    words = [(line, one) for line, one in places if one.whole]
    footers = [(line, one) for line, one in places if not one.whole]
    if words:
        shown: dict[str, str] = {}
        for line, one in words:
            shown.setdefault(one.written, f"“{one.written}” (dòng {line}) thành “{one.whole}”")
        examples = ", ".join(list(shown.values())[:_EXAMPLES])
        where = _lines([line for line, _ in words])
        message = f"có {len(words)} chỗ chữ bị tách, như khi chép từ PDF{where}; hãy nối lại, như {examples}"
        yield warning(path, words[0][0], RULE, message)
    if footers:
        where = _lines([line for line, _ in footers])
        example = footers[0][1].written.replace("\\", "")
        message = f"có {len(footers)} chỗ lẫn chân trang của tệp gốc{where}, như “{example}”; hãy xóa khỏi bài"
        yield warning(path, footers[0][0], RULE, message)


def _lines(numbers: Sequence[int]) -> str:
    lines = list(dict.fromkeys(numbers))
    more = "…" if len(lines) > _MOST_LINES else ""
    return f" (dòng {', '.join(map(str, lines[:_MOST_LINES]))}{more})" if len(lines) > 1 else ""
