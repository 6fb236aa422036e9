"""Recognises typing slips that YAML accepts silently or reports misleadingly, and what was meant by them."""

import re
from collections.abc import Sequence
from textwrap import shorten

_KEY = re.compile(r"\s*(?:- +)?([a-z]+(?:_[a-z]+)*)(?:(?P<colon>:)(?!//)|\s*[：﹕꞉=]|\s+[-–—](?=\s))\s*(\S.*)")
_ITEM = re.compile(r"\s*(?:[-–—•●▪◦·*+]\s*|\d{1,2}[.)]\s*(?=[^\W\d])|[a-zđ]\)\s*)(\S.*)")
_COMMENT = re.compile(r"\s*(#.*)")
_MOST = 60


def key_slip(line: str) -> str | None:
    """Return the message about a missing separator after a key, as in ``loai:nghi-quyet``; None if all is well."""
    if not (found := _KEY.fullmatch(line)) or (found["colon"] and line[found.end("colon")].isspace()):
        return None
    what = "thiếu dấu cách sau dấu hai chấm" if found["colon"] else "sau tên khóa phải là dấu hai chấm và một dấu cách"
    return f"{what}; hãy viết “{_short(f'{found[1]}: {found[3]}')}”"


def item_slip(line: str) -> str | None:
    """Return the message about a line that looks like a list item, such as ``-Xã Đông``; None if it does not."""
    found = _ITEM.fullmatch(line)
    return found and f"mỗi mục của danh sách phải mở đầu bằng gạch nối và một dấu cách; hãy viết “- {_short(found[1])}”"


def run_on(lines: Sequence[str]) -> tuple[int, str] | None:
    """Return (line, message), with the line from 0, for the first line of a plain value that was meant as a separate
    key or list item, but that YAML has joined to the value; None if there is none.
    """
    for number, line in enumerate(lines):
        if message := key_slip(line) or item_slip(line):
            return number, message
    return None


def swallowed(rest: str, below: str, indent: int) -> str:
    """Return the YAML comment that hides a part of a plain value; '' if there is none.

    It is the ``rest`` of the value's line; or the line ``below``, if that is indented deeper than the key at ``indent``
    and has no space after its ``#``.
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
