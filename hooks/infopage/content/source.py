"""Reads text files as editors save them: BOM, CRLF and NFD are accepted, unreadable characters are refused."""

import re
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from infopage.content.characters import check_letters, invisible_warnings
from infopage.content.diagnostics import Diagnostic
from infopage.language.invisible import strip_invisible
from infopage.language.mojibake import legacy_encoding, suspect

MAX_BYTES = 4 * 1024 * 1024
"""The largest text file accepted, in bytes. The longest Vietnamese law is less than a quarter of it."""

# Texts must not contain control characters, or separators that only some programs treat as line ends.
# They must not contain characters that reverse the reading direction, or placeholders of objects that were not pasted.
# Private-use characters, such as Word's bullets in the font Symbol, are refused because browsers show them as boxes.
# Besides, the renderer uses some private-use characters as internal marks.
_CONTROL = re.compile(
    "[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202d\u202e\ufff9-\ufffc\ufffe\uffff\ue000-\uf8ff\U000f0000-\U0010ffff]"
)

# Matches any character but the usual ones. Most files have no other, and so need only this one quick search.
_UNUSUAL = re.compile(
    "[^\t\n -~ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9\u2013\u2014\u2018\u2019\u201c\u201d\u2026]"
)

_REFERENCE = re.compile(r"&#(?:(\d+)|[xX]([\da-fA-F]+))")
_LARGEST_DIGITS = 8


@dataclass(frozen=True)
class Source:
    """The content of a text file."""

    path: str
    """The path of the file, relative to the project's root, with ``/`` between its parts."""
    text: str
    """The text of the file, in NFC and with ``\\n`` at the end of each line."""


def decode(path: str, data: bytes) -> tuple[Source | None, list[Diagnostic]]:
    """Return the text of the file ``path`` and its faults. The text is None if its bytes ``data`` are refused."""
    if len(data) > MAX_BYTES:
        size = f"{len(data) / 1048576:.1f}".replace(".", ",")
        message = f"tệp lớn {size} MB, quá mức 4 MB; hãy chia nhỏ văn bản hoặc đưa phần lớn vào tệp đính kèm"
        return None, [Diagnostic(path, 1, "qua-lon", message)]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = "tệp không phải mã UTF-8; trong Word hoặc Notepad hãy chọn lưu với mã UTF-8"
        return None, [Diagnostic(path, line, "ma-hoa", message)]
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    if not _UNUSUAL.search(text):
        return Source(path, text), []
    if faults := [*_check(path, text), *check_letters(path, text)]:
        return None, faults
    text, met = strip_invisible(text)
    text = unicodedata.normalize("NFC", text) if met else text
    return Source(path, text), list(invisible_warnings(path, met))


def read(root: Path, path: str) -> tuple[Source | None, list[Diagnostic]]:
    """Read the file ``path`` below ``root``, and return the result of :func:`decode`.

    A file that is missing or cannot be opened gives a fault, not an exception.
    """
    try:
        return decode(path, (root / path).read_bytes())
    except OSError as error:
        reason = "không có tệp này" if isinstance(error, FileNotFoundError) else "không mở được tệp"
        return None, [Diagnostic(path, 1, "khong-doc-duoc", f"{reason}; hãy kiểm tra tên tệp và quyền đọc")]


def _check(path: str, text: str) -> Iterator[Diagnostic]:
    if found := _CONTROL.search(text):
        line = text.count("\n", 0, found.start()) + 1
        message = f"có ký tự U+{ord(found[0]):04X} không hiện được trên máy người đọc; hãy xóa hoặc gõ lại chỗ này"
        yield Diagnostic(path, line, "ky-tu-dieu-khien", message)
    if not suspect(text):
        return
    for number, content in enumerate(text.split("\n"), 1):
        if encoding := legacy_encoding(content):
            font = "phông .VnTime, .VnTimeH" if encoding == "TCVN3" else "phông VNI"
            message = f"chữ gõ theo bảng mã cũ {encoding} ({font}); hãy chuyển văn bản sang Unicode rồi dán lại"
            yield Diagnostic(path, number, "phong-chu-cu", message)
            return


def check_references(path: str, first: int, body: str) -> Iterator[Diagnostic]:
    """Yield a fault for each numeric character reference (``&#…;``) to a refused character in a body.

    ``first`` is the line of the file where the body begins.
    """
    for found in _REFERENCE.finditer(body) if "&#" in body else ():
        digits = (found[1] or found[2]).lstrip("0")
        if len(digits) <= _LARGEST_DIGITS and _is_shown(int(digits or "0", 10 if found[1] else 16)):
            continue
        message = f"“{found[0][:20]}” là mã của ký tự không hiện được trên máy người đọc; hãy xóa hoặc gõ lại chỗ này"
        yield Diagnostic(path, first + body.count("\n", 0, found.start()), "ky-tu-dieu-khien", message)


def _is_shown(number: int) -> bool:
    if number in range(0x80, 0xA0):  # browsers read these as Windows-1252 characters
        return True
    is_character = 0 < number <= sys.maxunicode and number not in range(0xD800, 0xE000)
    return is_character and not _CONTROL.fullmatch(chr(number))
