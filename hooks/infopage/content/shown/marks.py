"""Finds Markdown syntax that appears on the web page as text, because it is incomplete or not supported."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

RULE = "dau-markdown"
_CODE = re.compile(r"<(code|pre)\b.*?</\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


class _Sign(NamedTuple):
    """A piece of Markdown syntax that may wrongly be shown as letters on a page, which is a fault."""

    shown: re.Pattern[str]
    """The pattern that finds a piece of Markdown syntax in the text of the web page, where it should not be."""
    written: re.Pattern[str]
    """The pattern that finds the same piece of Markdown syntax in the Markdown file, to get its line."""
    message: str
    """The message that tells the editor what to write instead of the Markdown syntax."""


_SIGNS = (
    _Sign(
        re.compile(r"\*\*"),
        re.compile(r"(?<![\w\\*])\*\*(?:(?=[^\W_])|\s(?:(?!\*\*).)*\*\*(?![\w*]))"),
        "dấu ** hiện thành chữ; hãy viết **chữ đậm**, hai dấu sát chữ ở hai đầu, trong một đoạn",
    ),
    _Sign(
        re.compile(r"\]\("),
        re.compile(r"(?<!\\)\]\("),
        "liên kết này hiện thành chữ; hãy viết như [chữ](tep-tin.pdf), đường dẫn không có dấu cách",
    ),
    _Sign(
        re.compile(r"\[[^\[\]]+\]\s+\((?:https?:|www\.|\.\./|[\w./-]+\.(?:md|pdf|docx?|xlsx?)\))"),
        re.compile(r"\[[^\[\]]+\]\s+\((?:https?:|www\.|\.\./|[\w./-]+\.(?:md|pdf|docx?|xlsx?)\))"),
        "liên kết này hiện thành chữ; hãy bỏ dấu cách giữa ] và (",
    ),
    _Sign(
        re.compile(r"\]\[(?=[^\]]*[^\W\d])"),
        re.compile(r"(?<!\\)\]\[(?=[^\]]*[^\W\d])"),
        "liên kết này thiếu địa chỉ; hãy viết như [chữ](tep-tin.pdf)",
    ),
    _Sign(
        re.compile(r"~~(?=\S)"),
        re.compile(r"(?<!\\)~~(?=\S)"),
        "dấu ~~ hiện thành chữ; muốn gạch bỏ thì viết <del>chữ</del>",
    ),
    _Sign(
        re.compile(r"(?<![=\w])==(?=[^\W\d_])"),
        re.compile(r"(?<![\\=\w])==(?=[^\W\d_])"),
        "dấu == hiện thành chữ; muốn tô nền thì viết <mark>chữ</mark>",
    ),
    _Sign(
        re.compile(r"\*\[[^\]\n]+\]:"),
        re.compile(r"\*\[[^\]\n]+\]:"),
        "lời giải thích chữ viết tắt hiện thành chữ; hãy khai báo chữ ấy trong data/viet-tat.yml",
    ),
    _Sign(
        re.compile(r"\{:\s?[.#\w]"),
        re.compile(r"^(?!\s*(?:#|\{:)).*(?<!\\)\{:\s?[.#\w]"),
        "phần {: … } hiện thành chữ; hãy đặt ở cuối dòng tiêu đề, như ## Việc làm {: #viec-lam }",
    ),
)
_ANY = re.compile(r"\*\*|\]\(|\]\[|\]\s+\(|~~|==|\*\[|\{:")
_RIGHT = re.compile(r"\(\*+\)|\\\[[^\]]{0,300}\]\(|\*\*(?=\S)(?:(?!\*\*).)+?(?<=\S)\*\*|`+[^`]*`+")


def mark_faults(lines: Sequence[str], html: str) -> Iterator[tuple[int, str]]:
    """Yield (line, message), with lines from 0, for each kind of Markdown syntax that the page shows as text."""
    if not _ANY.search(html):
        return
    text = _TAG.sub("", _CODE.sub("", html))
    for sign in _SIGNS:
        if not sign.shown.search(text):
            continue
        for number, line in enumerate(lines):
            if sign.written.search(_RIGHT.sub("", line)):
                yield number, sign.message
