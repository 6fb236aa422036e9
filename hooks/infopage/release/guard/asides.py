"""Checks the parts of a text file that readers do not see, such as comments and front matter."""

import re
from collections.abc import Iterator

from infopage.content.diagnostics import Diagnostic
from infopage.files.drawing import told_by_drawing
from infopage.files.markdown_text import comment_lines
from infopage.release.guard.findings import finding
from infopage.release.guard.readers import MARKUP

_SCOPE = re.compile(r"^pham_vi[ \t]*:[ \t]*[\"']?([^\"'\n#]*?)[\"']?[ \t]*(?:#.*)?$", re.MULTILINE)
_NOT_PUBLIC = re.compile(r"\"pham_vi\"\s*+:\s*+\"(?!cong-khai\")")
_INLINE_MAP = re.compile(r"[#@]\s?sourceMappingURL=data:")


def asides(path: str, text: str, ending: str, *, published: bool) -> Iterator[Diagnostic]:
    """Yield the faults of the parts of a text file that readers do not see, such as comments.

    ``ending`` is the file's extension, as in ``.md``. ``published`` means that it is a file of a built site, not of the
    repository.
    """
    if ending == ".svg":
        yield from (finding(path, 1, "sieu-du-lieu", about) for about in told_by_drawing(text))
    if published and ending == ".json":
        yield from (
            finding(path, text.count("\n", 0, one.start()) + 1, "pham-vi") for one in _NOT_PUBLIC.finditer(text)
        )
    if ending in (".js", ".mjs", ".css") and _INLINE_MAP.search(text):
        yield finding(path, 1, "ban-do-nguon")
    if ending in MARKUP:
        yield from (finding(path, line, "chu-thich-an") for line in _comments(text))
    if path.startswith("docs/") and ending == ".md" and not published:
        yield from (finding(path, line, "chu-thich-an") for line in comment_lines(text))
        yield from _scope(path, text)


def _comments(text: str) -> Iterator[int]:
    at = text.find("<!--")
    line, before = 1, 0
    while at >= 0:
        line += text.count("\n", before, at)
        yield line
        before, at = at, text.find("<!--", at + 4)


def _scope(path: str, text: str) -> Iterator[Diagnostic]:
    """Yield a fault where an item's front matter does not state that its scope is public (``cong-khai``)."""
    header = text.split("\n---", 1)[0]
    found = _SCOPE.search(header)
    if not text.lstrip("\ufeff \n\r").startswith("---") or (found and found[1].strip() == "cong-khai"):
        return
    yield finding(path, header.count("\n", 0, found.start()) + 1 if found else 1, "pham-vi")
