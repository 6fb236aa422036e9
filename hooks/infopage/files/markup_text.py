"""Splits HTML and XML into segments: the text between block tags (lines, headings, cells) and the attributes."""

import re
from collections.abc import Iterator
from html import unescape

from infopage.files.segments import Position, Segment

_INLINE = """
    a abbr b bdi bdo big cite code del dfn em font i ins kbd label mark q s samp small span strong sub sup tt u var wbr
"""
INLINE_TAG = re.compile(rf"</?(?:{'|'.join(_INLINE.split())})(?=[\s/>])[^<>]*+>", re.IGNORECASE)
_TOKEN = re.compile(
    r"<!--(.*?)(?:-->|\Z)|<!\[CDATA\[|\]\]>|<(/?)([A-Za-z][A-Za-z0-9:-]*+)(?![^\s/>])[^<>]*+>", re.DOTALL
)
_ATTRIBUTE = re.compile(r"\s[\w:.-]++\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'<>=`]++))")
_PROGRAM = re.compile(r"<(script|style)\b([^<>]*)>(.*?)(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE)
_LOOKS_MARKED_UP = re.compile(r"</?[a-zA-Z][^<>]*+>")
_PLACES = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "summary", "legend", "caption", "th"), Position.HEADING),
    **dict.fromkeys(("td", "li", "dt", "dd", "option", "button", "a"), Position.CELL),
}


def markup_segments(text: str, first: int = 1, depth: int = 0) -> Iterator[Segment]:
    """Yield the segments (pieces such as a line, heading or cell) of HTML, XML or SVG.

    ``first`` is the number of the first line of ``text`` within its file. Escaped markup within the text is parsed too,
    at most three levels deep; ``depth`` is the level of ``text``.
    """
    at, line = 0, first
    for program in _PROGRAM.finditer(text):
        line += text.count("\n", at, program.start(3))
        at = program.start(3)
        yield from string_segments(program[3], line, depth)
    text = _PROGRAM.sub(lambda found: "\n" * found[0].count("\n"), text)
    at, line = 0, first
    for found in _ATTRIBUTE.finditer(text):
        line += text.count("\n", at, found.start())
        at = found.start()
        yield Segment(line, unescape(found[1] or found[2] or found[3] or ""), Position.STRING)
    at, line, place = 0, first, Position.LINE
    text = INLINE_TAG.sub("", text)
    for token in _TOKEN.finditer(text):
        yield from _between(text[at : token.start()], line, place, depth)
        line += text.count("\n", at, token.end())
        at = token.end()
        if token[1] is not None:
            yield Segment(line, token[1].strip(), Position.LINE)
        elif token[3]:
            place = Position.LINE if token[2] else _PLACES.get(token[3].lower(), Position.LINE)
    yield from _between(text[at:], line, place, depth)


def _between(text: str, line: int, place: Position, depth: int) -> Iterator[Segment]:
    if not text.strip():
        return
    plain = unescape(text)
    if depth < 3 and _LOOKS_MARKED_UP.search(plain):
        yield from markup_segments(plain, line, depth + 1)
        return
    line += text[: len(text) - len(text.lstrip())].count("\n")
    yield Segment(line, " ".join(plain.split()), place)
    if "\n" in plain.strip():
        yield from (
            Segment(line + n, one.strip(), place) for n, one in enumerate(plain.strip().split("\n")) if one.strip()
        )


_STRING = re.compile(
    r"\"([^\"\\\n]*+(?:\\.[^\"\\\n]*+)*+)\"|'([^'\\\n]*+(?:\\.[^'\\\n]*+)*+)'|`([^`\\]*+(?:\\.[^`\\]*+)*+)`|/\*(.*?)\*/",
    re.DOTALL,
)
_ESCAPE = re.compile(
    r"\\(?:u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]{1,6})\}|x([0-9a-fA-F]{2})|(?=[a-fA-F]{0,5}[0-9])([0-9a-fA-F]{4,6})\s?|(.))",
    re.DOTALL,
)
_PLAIN_ESCAPES = {"n": "\n", "t": "\t", "r": "\n", "b": "", "f": ""}


def unescaped(text: str) -> str:
    """Return the text of a JSON, JavaScript or CSS string (without its quotes) with its escapes decoded."""
    return _ESCAPE.sub(_unescape, text) if "\\" in text else text


def _unescape(found: re.Match[str]) -> str:
    if digits := found[1] or found[2] or found[3] or found[4]:
        point = int(digits, 16)
        return chr(point) if point < 0x110000 and not 0xD800 <= point < 0xE000 else ""
    return _PLAIN_ESCAPES.get(found[5], found[5])


def string_segments(text: str, first: int = 1, depth: int = 0) -> Iterator[Segment]:
    """Yield each line of each string and block comment in JSON, JavaScript or CSS.

    Markup or JSON within a string is parsed too. ``first`` and ``depth`` are as in :func:`markup_segments`.
    """
    line, at = first, 0
    for found in _STRING.finditer(text):
        line += text.count("\n", at, found.start())
        at = found.start()
        value = unescaped(found[1] or found[2] or found[3] or found[4] or "")
        if len(value) < 3:
            continue
        if depth < 3 and "<" in value and _LOOKS_MARKED_UP.search(value):
            yield from markup_segments(value, line, depth + 1)
            continue
        if depth < 3 and value.startswith(("[", "{")) and '"' in value:
            yield from string_segments(value, line, depth + 1)
            continue
        for one in value.split("\n"):
            if one.strip():
                yield Segment(line, one.strip(), Position.STRING)
