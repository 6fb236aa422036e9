"""Checks that every word of a body, apart from markup, appears on its web page."""

import re
from collections import Counter
from collections.abc import Iterator
from html import unescape

from infopage.content.fields import quote
from infopage.content.html_text import FOOTNOTE_REFERENCE
from infopage.content.rendered import Rendered

RULE = "mat-chu"
_WORD = re.compile(r"[^\W_]+")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_TAG = re.compile(
    r"</?[A-Za-z](?![^<>\s]*[@:])[^<>\n]*>|<[A-Za-z][a-z0-9]*(?:\s+[a-z-]+\s*=\s*(?:\"[^\"<>]*\"|'[^'<>]*'))+\s*/?>"
)
_INLINE = re.compile(
    r"</?(?:a|abbr|b|cite|code|del|em|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|u)\b", re.IGNORECASE
)
_SIGNS = str.maketrans("", "", "*`[]<>\\\xad")
_TARGET = re.compile(r"\]\((?:[^()\n]|\([^()\n]*\))*\)")
_IMAGE = re.compile(rf"!\[([^\]\n]*)\](?:{_TARGET.pattern[2:]}|\[[^\]\n]*\])")
_NOTE = re.compile(r"\[\^[^\]\n]*\]:?")
_REFERENCE = re.compile(r"^[ >]*\[([^\]\n]+)\]:[ \t]*(\S+).*$", re.MULTILINE)
_USED = re.compile(r"\[[^\[\]\n]+\](?!:)")
_ADDRESS = re.compile(r"[/#:]|\w\.\w")
_ATTRIBUTE = r"(?:[.#][\w.#-]+|[\w-]+=(?:\"[^\"\n]*\"|[^\s}\"]*))"
_ATTRIBUTES = re.compile(rf"\{{:\s*{_ATTRIBUTE}(?:\s+{_ATTRIBUTE})*\s*\}}")
_HEADING_ID = re.compile(r"^([ >]*#{1,6}[ \t].*?)[ \t]*\{#[^\s{}]*(?:[ \t]+\.[\w-]+)*\}[ \t]*$", re.MULTILINE)
"""An id that converters add to a heading: ``# I- TÌNH HÌNH {#i--tình-hình}``."""
_ADMONITION = re.compile(r"^([ >]*)!!! ?(?:note|warning|tip|quote)\b", re.MULTILINE)
_NUMBERS = re.compile(
    r"^[ \t\xa0>]*(?:\d{1,3}\.[ \t\xa0]+(?:\d{1,3}\.[ \t\xa0]+)*|[-+*•][ \t]+\d+\.[ \t]|[oØü§v](?=\t|[ \xa0]{2}))",
    re.MULTILINE,
)
_DEFINITION = re.compile(r"[ >]*\[(?!\^)([^\]\n]+)\]:\s*(\S*)")
_UNREAD = re.compile(
    r"<(script|style|template|svg|math|iframe|textarea|title)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE
)


def word_faults(body: str, rendered: Rendered) -> Iterator[tuple[int, str]]:
    """Yield (line, message), with lines from 0, for the words of a body that do not appear on its web page.

    ``rendered`` is the rendered body.
    """
    source = _bare(body, official=bool(rendered.provisions))
    html = FOOTNOTE_REFERENCE.sub("", rendered.html) if "fnref" in rendered.html else rendered.html
    shown = _flat(" ".join((unescape(_TAG.sub(_tag, html)), *(image.alt for image in rendered.images))))
    lost = Counter(_WORD.findall(source)) - Counter(_WORD.findall(shown))
    if not lost:
        return
    flow = f" {' '.join(_WORD.findall(shown))} "
    written = body.split("\n")
    for number, line in enumerate(source.split("\n")):
        words = _WORD.findall(line)
        missing = [word for word in words if lost[word] > 0]
        if missing and f" {' '.join(words)} " not in flow:
            lost -= Counter(missing)
            yield number, _message(missing, written[number])


def _bare(body: str, *, official: bool) -> str:
    """Return a body in lower case, without markup. Line breaks stay, so that the line of each word is known.

    ``official`` tells whether it is an official text. If so, the numbers that begin its lines are kept, because its
    page shows them as typed.
    """
    text = _references(body) if "[" in body else body
    if "<" in text:
        text = _UNREAD.sub(_lines, _COMMENT.sub(_lines, text))
        text = _TAG.sub(_tag, text)
    if "{:" in text:
        text = _ATTRIBUTES.sub("", text)
    if "{#" in text:
        text = _HEADING_ID.sub(r"\1", text)
    if "!!!" in text:
        text = _ADMONITION.sub(r"\1", text)
    if not official:
        text = _NUMBERS.sub("", text)
    return _flat(unescape(text) if "&" in text else text)


def _references(text: str) -> str:
    """Return a text without the parts of links, images and footnotes that a page does not show, such as addresses."""
    used = {name.strip("[]").casefold() for name in _USED.findall(text)}
    text = _IMAGE.sub(r" \1 ", text) if "![" in text else text
    text = _NOTE.sub("", _TARGET.sub("]", text))
    labels = {found[1].casefold() for found in _REFERENCE.finditer(text)}
    if not labels:
        return text
    text = _REFERENCE.sub(
        lambda f: "" if f[1].casefold() in used and _ADDRESS.search(f[2]) else f[0].replace("<", " "), text
    )
    return re.sub(r"\]\[([^\]\n]*)\]", lambda f: "]" if f[1].casefold() in labels else f[0], text)


def _flat(text: str) -> str:
    """Return a text in lower case, without the Markdown characters that may occur within a word."""
    return text.translate(_SIGNS).casefold()


def _tag(found: re.Match[str]) -> str:
    return "" if _INLINE.match(found[0]) else f" {_lines(found)}"


def _lines(found: re.Match[str]) -> str:
    return "\n" * found[0].count("\n")


def _message(words: list[str], line: str) -> str:
    named = quote(" ".join(words))
    if definition := _DEFINITION.match(line):
        name, target = definition.groups()
        if not _WORD.search(name):
            return "dòng này là chú thích ẩn, không hiện trên trang; hãy bỏ đi"
        if _ADDRESS.search(target):
            return f"không chỗ nào trong bài dùng địa chỉ [{name}]; hãy viết [chữ]({target}) hoặc bỏ dòng này"
        return (
            f"dòng mở đầu bằng “[{name}]:” là địa chỉ cho liên kết nên không hiện;"
            f" lời chú thích viết “[^{name}]: …”, chữ thì viết “\\[{name}]: …”"
        )
    return (
        f"chữ {named} không hiện trên trang;"
        " hãy xem lại các dấu ở dòng này, dấu nào là chữ thì viết \\*, \\_, \\[, \\{, &lt;"
    )
