"""Splits Markdown, YAML and plain text into segments: pieces of text such as a line, heading or cell.

Text that readers do not see, such as comments and attributes of HTML tags, is included.
"""

import csv
import re
from collections.abc import Iterator
from html import unescape

from infopage.files.markup_text import INLINE_TAG, unescaped
from infopage.files.segments import Position, Segment

_FENCE = re.compile(r"---[ \t]*")
_KEY = re.compile(r"\s*(?:-\s+)?([\w-]+)\s*:\s+(.*)")
_ITEM = re.compile(r"\s*-\s+(.*)")
_HEADING = re.compile(r"(?:[\s>]*+)#{1,6}(?!#)")
_BULLET = re.compile(r"(?:[\s>]*)(?:[-+*•]|[0-9]{1,3}[.)]|[a-zđ][.)])\s")
_MARKS = re.compile(r"[*~`\\]+|(?<!\w)_+|_+(?!\w)")
_QUOTE = re.compile(r"(?:\s*>)+\s?")
_NOTE = re.compile(r"\[\^[^\]\n]{0,200}\]:?")
_IMAGE = re.compile(r"!\[([^\]]{0,500})\]")
_TARGET = re.compile(r"\]\(([^()]*)\)|\]\[[^\]]*\]")
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9:-]*+(?![^\s/>])[^<>]*+>")
_ADMONITION = re.compile(r"\s*!!!.*?\"(.*)\"")
_ATTRIBUTE = re.compile(r"[\w-]=(?:\"([^\"]*)\"|'([^']*)')")
_TITLE = re.compile(r"\s[\"'(](.*)[\"')]\s*")
_REFERENCE = re.compile(r"\s{0,3}\[([^\]]+)\]:(.*)")
_CODE = re.compile(r"`[^`]*`")
_LONGEST_TITLE = 2000
_CODE_FENCE = re.compile(r"\s*(?:```|~~~)")


def markdown_segments(text: str) -> Iterator[Segment]:
    """Yield the segments (pieces such as a line, heading or cell) of a Markdown file, including its front matter."""
    lines = text.split("\n")
    start = next((n for n, line in enumerate(lines) if line.strip()), 0)
    body = 0
    if _FENCE.fullmatch(lines[start].lstrip("\ufeff")):
        body = next((n + 1 for n in range(start + 1, len(lines)) if _FENCE.fullmatch(lines[n])), len(lines))
        yield from yaml_segments("\n".join(lines[start + 1 : body - 1]), start + 2)
    underlined = {n for n in range(body, len(lines)) if re.fullmatch(r"\s*(?:=+|-+)\s*", lines[n]) and n > body}
    for n in range(body, len(lines)):
        yield from _line(lines[n], n + 1, is_heading=n + 1 in underlined and bool(lines[n].strip()))


def _line(line: str, number: int, *, is_heading: bool) -> Iterator[Segment]:
    for found in _ATTRIBUTE.finditer(line):
        yield Segment(number, unescape(found[1] or found[2] or ""), Position.STRING)
    if admonition := _ADMONITION.match(line[:_LONGEST_TITLE]):
        yield Segment(number, admonition[1], Position.LINE)
    if reference := _REFERENCE.fullmatch(line):
        # Authors hide comments in Markdown as unused link definitions: [//]: # (a comment)
        title = _TITLE.search(reference[2][:_LONGEST_TITLE])
        yield Segment(number, title[1] if title else reference[2], Position.LINE)
        if not reference[1].startswith("^"):
            return
    line = line.replace("<!--", "").replace("-->", "")
    for found in _TARGET.finditer(line):
        if found[1] and (title := _TITLE.search(found[1][:_LONGEST_TITLE])):
            yield Segment(number, title[1], Position.STRING)
    line = _NOTE.sub("", _TARGET.sub("]", line))
    if "<" in line:
        first, *blocks = _TAG.sub("\n", INLINE_TAG.sub("", line)).split("\n")
        line = first if not blocks or first.strip() else blocks.pop(0)
        yield from (Segment(number, _bare(block), Position.LINE) for block in blocks if block.strip())
    if heading := _HEADING.match(line):
        yield Segment(number, _bare(line[heading.end() :].rstrip().rstrip("#")), Position.HEADING)
        return
    if line.count("|") >= 2 or line.lstrip().startswith("|"):
        for cell in line.strip().strip("|").split("|"):
            yield Segment(number, _bare(cell), Position.CELL)
        return
    place = Position.HEADING if is_heading else Position.CELL if _BULLET.match(line) else Position.LINE
    line = _QUOTE.sub("", line, count=1) if line.lstrip().startswith(">") else line
    for image in _IMAGE.findall(line):
        yield Segment(number, _bare(image), Position.LINE)
    yield Segment(number, _bare(line), place)


def _bare(text: str) -> str:
    return _MARKS.sub("", unescape(text)).replace("![", "").replace("\t", "  ").strip("[]{} ")


def yaml_segments(text: str, first: int = 1) -> Iterator[Segment]:
    """Yield the keys and values of YAML, line by line, so that invalid YAML is read too.

    ``first`` is the number of the first line of ``text`` within its file.
    """
    for number, line in enumerate(text.split("\n"), first):
        if found := _KEY.fullmatch(line):
            key, value = found[1], found[2].strip()
            yield Segment(number, key.replace("_", " ").replace("-", " "), Position.STRING)
        elif found := _ITEM.fullmatch(line):
            value = found[1].strip()
        else:
            value = line.strip()
        values = value[1:-1].split(",") if value.startswith("[") and value.endswith("]") else [value]
        for one in values:
            one = one.strip()
            one = (unescaped(one) if one.startswith('"') else one).strip("\"'")
            yield Segment(number, one, Position.LINE)


def line_segments(text: str, part: str = "") -> Iterator[Segment]:
    """Yield the lines of plain text. ``part`` names the page or archive member that they come from."""
    for number, line in enumerate(text.split("\n"), 1):
        yield Segment(1 if part else number, line, Position.CELL if _BULLET.match(line) else Position.LINE, part)


def table_segments(text: str) -> Iterator[Segment]:
    """Yield the cells of comma-separated values, line by line."""
    for number, line in enumerate(text.split("\n"), 1):
        try:
            cells = next(csv.reader([line]), [])
        except csv.Error:  # a field longer than the csv module allows
            cells = line.split(",")
        yield from (Segment(number, cell.strip(), Position.CELL) for cell in cells if cell.strip())


def calendar_segments(text: str) -> Iterator[Segment]:
    """Yield the values of an iCalendar file, with folded lines joined (RFC 5545)."""
    number = 0
    whole = ""
    for at, line in enumerate([*text.replace("\r", "").split("\n"), "END:"], 1):
        if line.startswith((" ", "\t")):
            whole += line[1:]
            continue
        for one in whole.partition(":")[2].replace("\\n", "\n").replace("\\N", "\n").split("\n"):
            yield Segment(number, one.replace("\\,", ",").replace("\\;", ";"), Position.LINE)
        number, whole = at, line


def comment_lines(text: str) -> Iterator[int]:
    """Yield the numbers of Markdown lines with a comment that no reader sees.

    That is an HTML comment, or an unused link definition such as ``[//]: # (a comment)``. Code is skipped.
    """
    is_code = False
    for number, line in enumerate(text.split("\n"), 1):
        if _CODE_FENCE.match(line):
            is_code = not is_code
        bare = _CODE.sub("", line)
        if not is_code and ("<!--" in bare or re.match(r"\s{0,3}\[(?://|comment|_|#)\]:", bare)):
            yield number
