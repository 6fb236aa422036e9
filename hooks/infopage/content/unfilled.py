"""Places that are still to be filled in: the marks that a new page is begun with, warned of as long as they stand."""

import re
from collections.abc import Iterator
from pathlib import Path

from infopage.content.diagnostics import Diagnostic, warning
from infopage.content.fields import quote
from infopage.content.source import decode

HOST = "can-dien.invalid"
"""Stands for a domain name or within an address, where no words can: it leads nowhere (RFC 6761)."""

EMBLEM = "[[]]"
"""Stands for the letters of the emblem, where no more than four fit."""

_HINTS = (b"[[", b"n-d", b"N-D", b"n-D", b"N-d")
"""What every mark has one of: a file without is not read any further."""

_MARK = re.compile(
    rf"\[\[\s*CẦN ĐIỀN\s*(?::\s*([^\]\n]*))?|^huy_hieu:\s*[\"']?{re.escape(EMBLEM)}|(?<![\w-]){re.escape(HOST)}",
    re.IGNORECASE | re.MULTILINE,
)


def mark(what: str) -> str:
    """Return what stands for words that are still to be written."""
    return f"[[CẦN ĐIỀN: {what}]]"


def marks(text: str) -> Iterator[tuple[int, str]]:
    """Yield the line of each mark and what is to be written there, empty where it does not say."""
    for number, line in enumerate(text.split("\n") if _MARK.search(text) else (), 1):
        for found in _MARK.finditer(line):
            yield number, (found[1] or "").strip()


def marks_within(content: bytes) -> Iterator[tuple[int, str]]:
    """Yield the same of a file, whatever it is."""
    yield from marks(content.decode("utf-8", "replace")) if any(hint in content for hint in _HINTS) else ()


def unfilled(root: Path, *, texts: bool = True) -> Iterator[Diagnostic]:
    """Yield a warning for each mark in the texts, the lists and the settings of the project at ``root``."""
    files = [*(root / "data").glob("*.yml"), root / "mkdocs.yml"]
    files += (root / "docs").rglob("*.md") if texts else ()
    for path in sorted(file.relative_to(root).as_posix() for file in files if file.is_file()):
        yield from unfilled_in(path, (root / path).read_bytes())


def unfilled_in(path: str, content: bytes) -> Iterator[Diagnostic]:
    """Yield a warning for each mark in the file ``path``, relative to the project's root, that has this content."""
    source = decode(path, content)[0] if any(hint in content for hint in _HINTS) else None
    for line, what in marks(source.text) if source else ():
        told = f" {quote(what)}" if what else ""
        message = f"chỗ này còn phải điền{told}; hãy viết điều đúng thay cho dấu ấy rồi mới phát hành được"
        yield warning(path, line, "chua-dien", message)
