"""Removes the Markdown signs before and around a label, as people and converters write them: ``**Điều 1.**``."""

import re

from infopage.content.provisions.labels import label_of

NEAR = 16
"""The number of characters, from the beginning of a line, in which Markdown signs may belong to a label."""
_QUOTATION = re.compile(r"(?:>[ \t]*)++(?!=|[0-9]+(?:[.,][0-9]+)*(?:[ \t]*%|[ \t]+[^\W\d_]))")
_STARS = re.compile(r"(?<!\\)\*+")
_HASHES = re.compile(r"#{1,6}(?:[ \t]+|(?=[*_<\\]))")
_CLOSING = re.compile(r"[ \t]+#+[ \t]*$|[ \t]*\{[#.][^{}]*\}[ \t]*$")
_QUOTE = re.compile(r"(?:[“„«\"″”]|'')\s*")
_EMPHASIS = re.compile(r"(?P<sign>\*{1,3}|_{1,3}|<(?P<tag>b|strong|i|em|u)>)(?=\S)", re.IGNORECASE)
_ESCAPED = re.compile(r"(?P<before>(?:\\?[\w.]){0,8}|(?:Điều|Chương|Mục|Phần|Khoản) \w{1,4})\\(?P<sign>[-.)*+(–])")
BEGINS = "*_#<\\"
"""The Markdown signs that may precede a label.

A line that begins with none of them, and has no backslash, has no signs around its label.
"""


def out_of_quotation(line: str) -> str:
    """Return a line (without spaces around it) without the signs of Markdown's quotations: ``> 2. Họp`` -> ``2. Họp``.

    Before a bare number, as in ``> 90% số hộ``, the sign means "more than", and stays.
    """
    found = _QUOTATION.match(line)
    return line[found.end() :] if found else line


def bare(line: str) -> str:
    """Return a line (without spaces around it) without the Markdown signs before and around its label.

    Emphasis that begins before the label and ends later is kept for the words after the label, unless it encloses the
    whole line. A line that has no label even without its signs is returned as it is.
    """
    text = line
    if found := _HASHES.match(text):
        text = _CLOSING.sub("", text[found.end() :])
    opening = _opening(text)
    text = opening + _without_emphasis(_unescaped(text[len(opening) :]))
    if text != line and _has_label(text):
        return text
    # If emphasis begins or ends within the label, as in ``6*.* Họp``, all emphasis of the line is dropped.
    if "*" not in line[:NEAR] or _has_label(line):
        return line
    plain = _STARS.sub("", line).strip()
    return plain if _has_label(plain) else line


def _has_label(text: str) -> bool:
    return label_of(text[len(_opening(text)) :]) is not None


def _opening(text: str) -> str:
    """Return the quotation mark that a text begins with; '' if there is none."""
    found = _QUOTE.match(text)
    return found[0] if found else ""


def unemphasised(text: str) -> str:
    """Return a text without emphasis that encloses all of it: ``**Họp**`` -> ``Họp``."""
    found = _EMPHASIS.match(text) if text[:1] in tuple(BEGINS) else None
    if not found:
        return text
    closing = f"</{found['tag']}>" if found["tag"] else found["sign"]
    end = text.find(closing, found.end())
    return unemphasised(text[found.end() : end]) if end == len(text) - len(closing) else text


def _unescaped(text: str) -> str:
    """Return a text without the backslashes within its label: ``1\\\\.``, ``\\\\-``."""
    while found := _ESCAPED.match(text):
        text = f"{found['before'].replace(chr(92), '')}{found['sign']}{text[found.end() :]}"
        if found["sign"] in "-*+–":
            break
    return text


def _without_emphasis(text: str) -> str:
    found = _EMPHASIS.match(text)
    if not found:
        return text
    sign = found["sign"]
    closing = f"</{found['tag']}>" if found["tag"] else sign
    end = text.find(closing, found.end())
    if end < 0:
        return text
    inner = _without_emphasis(_unescaped(text[found.end() : end].strip()))
    tail = text[end + len(closing) :]
    if not tail.strip(" .:"):
        return inner + tail.rstrip()
    opening = _opening(inner)
    label = label_of(inner[len(opening) :] + tail)
    size = len(opening) + len(label.text) if label else len(inner)
    if size >= len(inner):
        return f"{inner}{tail[: len(tail) - len(tail.lstrip())]}{unemphasised(tail.strip())}"
    return f"{inner[:size]} {sign}{inner[size:].strip()}{closing}{tail}"
