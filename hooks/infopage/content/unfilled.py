"""Warns of placeholders: words still to be written in the files of a newly started site."""

import re
from collections.abc import Iterator
from pathlib import Path

from infopage.content.diagnostics import Diagnostic, warning
from infopage.content.fields import quote
from infopage.content.source import decode

HOST = "can-dien.invalid"
"""The placeholder for a domain name, also within an address. It never resolves (RFC 6761)."""

EMBLEM = "[[]]"
"""The placeholder for the letters of the site's emblem. It has no hint, because it must fit into four letters."""

_MARK = re.compile(
    rf"\[\[\s*CẦN ĐIỀN\s*(?::\s*([^\]\n]*))?|^huy_hieu:\s*[\"']?{re.escape(EMBLEM)}|(?<![\w-]){re.escape(HOST)}",
    re.IGNORECASE | re.MULTILINE,
)


def mark(what: str) -> str:
    """Return the placeholder for words that are still to be written; ``what`` says what to write."""
    return f"[[CẦN ĐIỀN: {what}]]"


def marks(text: str) -> Iterator[tuple[int, str]]:
    """Yield (line, hint) for each placeholder in a text. The hint says what to write, and may be empty."""
    for number, line in enumerate(text.split("\n") if _MARK.search(text) else (), 1):
        for found in _MARK.finditer(line):
            yield number, (found[1] or "").strip()


def _may_have_marks(content: bytes) -> bool:
    """Tell whether a file contains a part of a placeholder. Only then is it searched, which takes longer."""
    return b"[[" in content or b"n-d" in content.lower()


def marks_within(content: bytes) -> Iterator[tuple[int, str]]:
    """Yield the result of :func:`marks` for the content of any file, text or binary."""
    yield from marks(content.decode("utf-8", "replace")) if _may_have_marks(content) else ()


def unfilled(root: Path, *, texts: bool = True) -> Iterator[Diagnostic]:
    """Yield a warning for each placeholder in the registries and settings of the project in ``root``.

    With ``texts``, also search the files of docs/.
    """
    files = [*(root / "data").glob("*.yml"), root / "mkdocs.yml"]
    files += (root / "docs").rglob("*.md") if texts else ()
    for path in sorted(file.relative_to(root).as_posix() for file in files if file.is_file()):
        yield from unfilled_in(path, (root / path).read_bytes())


def unfilled_in(path: str, content: bytes) -> Iterator[Diagnostic]:
    """Yield a warning for each placeholder in ``content``, the content of the file ``path`` of the project."""
    source = decode(path, content)[0] if _may_have_marks(content) else None
    for line, what in marks(source.text) if source else ():
        told = f" {quote(what)}" if what else ""
        message = f"chỗ này còn phải điền{told}; hãy viết điều đúng thay cho dấu ấy rồi mới phát hành được"
        yield warning(path, line, "chua-dien", message)
