"""Replaces the markup in HTML by blanks of the same length, so that text found in the result has the same offsets."""

import re
from html import unescape

BARRIER = "\0"
"""The character that replaces block tags, and elements whose text is not searched: no phrase extends across it."""

_ATTRIBUTES = r"(?:[^>\"]|\"[^\"]*\")*"
ANY_TAG = rf"<{_ATTRIBUTES}>"
"""A pattern of a tag in rendered HTML. An attribute may contain ``>``."""
_MARKUP = re.compile(
    rf"<(?P<whole>a|code|pre|kbd|h[1-6])\b{_ATTRIBUTES}>.*?</(?P=whole)>"
    rf"|<span class=\"nhan\">.*?</span>"
    rf"|(?P<inline></?(?:abbr|b|br|cite|em|i|mark|q|s|small|span|strong|sub|sup|u)\b{_ATTRIBUTES}>|&nbsp;)"
    rf"|{ANY_TAG}",
    re.DOTALL,
)
TAG = re.compile(rf"<(?P<close>/?)(?P<name>[a-z][a-z0-9]*){_ATTRIBUTES}>")
"""A tag in rendered HTML: whether it closes an element, and the element's name."""
FOOTNOTE_REFERENCE = re.compile(r"<sup id=\"fnref[^\"]*\">.*?</sup>", re.DOTALL)
"""A footnote reference (the raised number in the text) in rendered HTML."""
_BLOCK_TAG = re.compile(r"</?(?:p|div|h[1-6]|li|ul|ol|dl|dt|dd|t[dhr]|table|thead|tbody|blockquote|pre|br|hr)\b[^>]*>")


def masked(html: str) -> str:
    """Return cleaned HTML in which inline tags are replaced by spaces, and other tags by :data:`BARRIER`.

    Links, code, headings and labels of provisions (such as ``Điều 5.``) are replaced by barriers together with their
    text. All offsets stay the same.
    """
    return _MARKUP.sub(_blank, html)


def masked_lines(html: str) -> str:
    """Return the result of :func:`masked`, faster, for the HTML of an official text without any Markdown.

    >>> masked_lines('<p id="1"><span class="nhan"><a href="#1">1.</a></span> Một</p>').strip(BARRIER)
    ' Một'
    """
    return "\n".join([_masked_line(line) for line in html.replace("&nbsp;", " " * len("&nbsp;")).split("\n")])


def _masked_line(line: str) -> str:
    if not line.startswith("<p"):
        return BARRIER * len(line)
    end = len(line) - len("</p>")
    label = line.rfind("</span>")
    start = label + len("</span>") if label >= 0 else line.find(">") + 1
    return f"{BARRIER * start}{line[start:end]}{BARRIER * (len(line) - end)}"


def _blank(found: re.Match[str]) -> str:
    return (" " if found.lastgroup == "inline" else BARRIER) * len(found[0])


def is_balanced(html: str) -> bool:
    """Tell whether every tag in a piece of HTML is closed in it."""
    opened: list[str] = []
    for tag in TAG.finditer(html):
        if tag["name"] == "br":
            continue
        if not tag["close"]:
            opened.append(tag["name"])
        elif not opened or opened.pop() != tag["name"]:
            return False
    return not opened


def plain(html: str) -> str:
    """Return the text of HTML as one line, without footnote references."""
    if "fnref" in html:
        html = FOOTNOTE_REFERENCE.sub("", html)
    return " ".join(unescape(TAG.sub("", _BLOCK_TAG.sub(" ", html))).split())
