"""Explains the errors of the YAML parser (libyaml) to editors: which line to correct, and what to write there."""

import re
from collections.abc import Sequence

import yaml

from infopage.content.slips import comment_message, item_slip, key_slip

MARKS = "không được dùng dấu & hoặc * ở đầu giá trị; hãy đặt cả giá trị trong dấu ngoặc kép"
ONE_BLOCK = "chỉ được có một khối khai báo; hãy bỏ dòng --- hoặc ... thừa"
UNREADABLE = "không đọc được phần này; hãy so lại với mẫu trong hướng dẫn biên tập"

_TOLD_WHERE_THEY_BEGIN = ("while scanning a quoted scalar", "while scanning a simple key", "while parsing a flow")
_MAPPING = "mapping values are not allowed"
_UNEVEN_KEY = "khóa này không thẳng cột với khóa nào ở trên; hãy thụt vào bằng khóa ở dòng trên"
_CONTINUED = "dòng này nối giá trị ở trên thì phải thụt vào hai dấu cách; là khóa thì viết như “tieu_de: …”"
_AFTER_CLOSE = "sau dấu đóng ngoặc còn chữ; hãy đặt cả giá trị trong dấu ngoặc kép, dấu ngoặc kép ở trong viết là “ ”"
_ODD = "giá trị bắt đầu bằng ký tự YAML không cho phép; hãy đặt cả giá trị trong dấu ngoặc kép"
_STARS = re.compile(r"\s*\*")
_GOES_ON = re.compile(r"(?![a-z]+(?:_[a-z]+)*\s)\S")
_CLOSED_EARLY = re.compile(r"""\s*(?:- +)?[\w-]+:\s+(?:"[^"]*"|'[^']*'|\[[^\]]*\]|\{[^}]*\})\s*\S|\s*- +["'\[{]""")
_ODD_START = re.compile(r"\s*(?:- +)?(?:[\w-]+:\s+)?[!?>|%@`]")
_GLUED = re.compile(r"\s*[-–—•]\S")
_NO_COLON = "could not find expected ':'"
_TAB = "không được thụt dòng bằng phím Tab; hãy dùng dấu cách"
_INDENT = "dòng này thụt vào mà không thuộc khóa nào ở trên; hãy viết sát lề trái"
_INDENT_BELOW = "dòng này thụt sâu hơn khóa ở trên nó; hãy viết thẳng cột với khóa ấy"
_COLON = "dấu hai chấm trong giá trị làm hỏng cú pháp; hãy đặt cả giá trị trong dấu ngoặc kép"
_EXPLANATIONS = (
    (_MAPPING, _COLON),
    ("cannot start any token", _ODD),
    ("did not find expected alphabetic", MARKS),
    ("did not find expected <document start>", ONE_BLOCK),
    ("found unexpected end of stream", "dấu ngoặc kép mở mà không đóng; hãy thêm dấu ngoặc kép ở cuối giá trị"),
    (_NO_COLON, "thiếu dấu hai chấm sau tên khóa; hãy viết như “tieu_de: …”"),
    ("did not find expected key", "thụt dòng không thẳng hàng hoặc thiếu dấu ngoặc kép; mỗi khóa viết sát lề trái"),
    ("did not find expected ',' or", "dấu ngoặc vuông hoặc ngoặc nhọn mở mà không đóng; hãy thêm dấu đóng"),
    ("expected ',' or", "dấu ngoặc vuông hoặc ngoặc nhọn mở mà không đóng; hãy thêm dấu đóng"),
    ("did not find expected '-' indicator", "các dòng gạch đầu dòng của danh sách phải thẳng hàng"),
    ("block sequence entries are not allowed", "danh sách viết xuống dòng dưới khóa, mỗi mục một dòng như “  - …”"),
)


def explain(error: yaml.MarkedYAMLError, lines: Sequence[str]) -> tuple[int, str]:
    """Return (line, message) for an error of the YAML parser in a text that consists of ``lines``; lines are from 0."""
    mark = error.problem_mark or error.context_mark
    if error.context_mark and (error.context or "").startswith(_TOLD_WHERE_THEY_BEGIN):
        mark = error.context_mark
    at = min(mark.line, len(lines) - 1) if mark else 0  # the parser may report the line below the last one
    problem = f"{error.problem or ''} {error.context or ''}"
    if re.match(r" *\t", lines[at]):
        return at, _TAB
    if _MAPPING in problem and mark:
        return _misplaced_colon(lines, at, mark.column)
    if _NO_COLON in problem and (slip := key_slip(lines[at]) or item_slip(lines[at])):
        return at, slip
    if "flow" in problem and (comment := re.search(r"(?<=[\s\[{,])#.*", lines[at])):
        return at, comment_message(comment[0])
    if "did not find expected '-' indicator" in problem and not re.match(r"\s*-", lines[at]):
        return at, _UNEVEN_KEY
    if "alphabetic" in problem and (slip := _STARS.match(lines[at]) and item_slip(lines[at])):
        return at, slip
    if _NO_COLON in problem and _GOES_ON.match(lines[at]):
        return at, _CONTINUED
    if "did not find expected key" in problem and _CLOSED_EARLY.match(lines[at]):
        return at, _AFTER_CLOSE
    for sign, explanation in _EXPLANATIONS:
        if sign in problem:
            return at, explanation
    if _ODD_START.match(lines[at]):
        return at, _ODD
    return at, "sai cú pháp YAML ở gần dòng này; hãy so lại với mẫu trong hướng dẫn biên tập"


def _misplaced_colon(lines: Sequence[str], at: int, column: int) -> tuple[int, str]:
    """Return (line, message) for a colon that YAML does not expect at this line and column.

    Either a typing error above has put a key in the wrong place, or the colon is part of a value.
    """
    above = at
    while above and (slip := key_slip(lines[above - 1])):
        above -= 1
        told = above, slip
    if above < at:
        return told
    for number in (at - 1, at):
        if number >= 0 and _GLUED.match(lines[number]) and (slip := item_slip(lines[number])):
            return number, slip
    if re.fullmatch(r"\s+\w+", lines[at][:column], re.ASCII):
        over = next((line for line in reversed(lines[:at]) if line.strip()), "")
        return at, _INDENT if re.match(r"\w", over) else _INDENT_BELOW
    return at, _COLON
