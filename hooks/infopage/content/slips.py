"""Recognises typing errors that YAML accepts silently or reports misleadingly, and suggests what the editor meant."""

import re
from collections.abc import Sequence
from textwrap import shorten

_KEY = re.compile(r"\s*(?:- +)?([a-z]+(?:_[a-z]+)*)(?:(?P<colon>:)(?!//)|\s*[：﹕꞉=]|\s+[-–—](?=\s))\s*(\S.*)")
_ITEM = re.compile(r"\s*(?:[-–—•●▪◦·*+]\s*|\d{1,2}[.)]\s*(?=[^\W\d])|[a-zđ]\)\s*)(\S.*)")
_COMMENT = re.compile(r"\s*(#.*)")
_MOST = 60


def key_slip(line: str) -> str | None:
    """Return the message about a wrong separator after a key, as in ``loai:nghi-quyet``; None if it is not wrong."""
    if not (found := _KEY.fullmatch(line)) or (found["colon"] and line[found.end("colon")].isspace()):
        return None
    what = "thiếu dấu cách sau dấu hai chấm" if found["colon"] else "sau tên khóa phải là dấu hai chấm và một dấu cách"
    return f"{what}; hãy viết “{_short(f'{found[1]}: {found[3]}')}”"


def item_slip(line: str) -> str | None:
    """Return the message about a list item that begins wrongly, such as ``-Xã Đông``; None if it is no such line."""
    found = _ITEM.fullmatch(line)
    return found and f"mỗi mục của danh sách phải mở đầu bằng gạch nối và một dấu cách; hãy viết “- {_short(found[1])}”"


def run_on(lines: Sequence[str]) -> tuple[int, str] | None:
    """Return (line, message) for the first of the ``lines`` of a value that was meant as a separate key or list item.

    YAML has joined it to the value. The line is counted from 0. Returns None if there is no such line.
    """
    for number, line in enumerate(lines):
        if message := key_slip(line) or item_slip(line):
            return number, message
    return None


def swallowed(rest: str, below: str, indent: int) -> str:
    """Return the text that follows an unquoted value and that YAML takes for a comment; '' if there is none.

    For example, in ``ten: Phòng #5``, YAML takes ``#5`` for a comment, but the editor meant it as part of the value.

    - ``rest``: the rest of the line after the value. If it is a comment, it is returned.
    - ``below``: the next line. It is returned if it is a comment without a space after ``#``, and is indented deeper
      than the key, so that it seems to continue the value.
    - ``indent``: the column of the key.
    """
    if found := _COMMENT.fullmatch(rest):
        return found[1]
    found = None if rest.strip() else _COMMENT.fullmatch(below)
    glued = found and found.start(1) > indent and re.match(r"#+[^\s#]", found[1])
    return found[1] if found and glued else ""


def comment_message(comment: str) -> str:
    """Return the message that a comment hides a part of a value."""
    return (
        f"phần “{_short(comment)}” bị coi là ghi chú nên không hiện trên trang; "
        "nếu là nội dung thì đặt cả giá trị trong dấu ngoặc kép, nếu là ghi chú thì viết ở một dòng riêng"
    )


def _short(text: str) -> str:
    return shorten(text, _MOST, placeholder="…")
