"""The text of rendered HTML, in its place: what is markup is blanked out, so that every letter stays where it was."""

import re
from html import unescape

BARRIER = "\0"
"""Stands for what no phrase reaches across: the tags of blocks, and elements that are not read."""

_ATTRIBUTES = r"(?:[^>\"]|\"[^\"]*\")*"
_MARKUP = re.compile(
    rf"<(?P<whole>a|code|pre|kbd|h[1-6])\b{_ATTRIBUTES}>.*?</(?P=whole)>"
    rf"|<span class=\"nhan\">.*?</span>"
    rf"|(?P<inline></?(?:abbr|b|br|cite|em|i|mark|q|s|small|span|strong|sub|sup|u)\b{_ATTRIBUTES}>|&nbsp;)"
    rf"|<{_ATTRIBUTES}>",
    re.DOTALL,
)
_TAG = re.compile(rf"<(?P<close>/?)(?P<name>[a-z][a-z0-9]*){_ATTRIBUTES}>")
FOOTNOTE_REFERENCE = re.compile(r"<sup id=\"fnref[^\"]*\">.*?</sup>", re.DOTALL)
"""The mark of a footnote, in rendered HTML."""
_BLOCK_TAG = re.compile(r"</?(?:p|div|h[1-6]|li|ul|ol|dl|dt|dd|t[dhr]|table|thead|tbody|blockquote|pre|br|hr)\b[^>]*>")


def masked(html: str) -> str:
    """Return HTML of the allow-list with its markup blanked: inline tags as spaces, all else as barriers.

    Links, code, headings and a provision's label are barriers with all that is in them.
    """
    return _MARKUP.sub(_blank, html)


def masked_lines(html: str) -> str:
    """Return what :func:`masked` does, of a plain official text: a line an element, in it a label and plain words.

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
    for tag in _TAG.finditer(html):
        if tag["name"] == "br":
            continue
        if not tag["close"]:
            opened.append(tag["name"])
        elif not opened or opened.pop() != tag["name"]:
            return False
    return not opened


def plain(html: str) -> str:
    """Return the text of HTML as one line; marks of footnotes are left out."""
    if "fnref" in html:
        html = FOOTNOTE_REFERENCE.sub("", html)
    return " ".join(unescape(_TAG.sub("", _BLOCK_TAG.sub(" ", html))).split())
