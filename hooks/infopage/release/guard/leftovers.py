"""Finds remains of the demonstration site in a project and its built site, and unfilled placeholders in the site."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

from infopage.content import registries
from infopage.content.diagnostics import Diagnostic
from infopage.content.unfilled import marks_within
from infopage.release.guard.demonstration import (
    Demonstration,
    body_digest,
    content_digest,
    demonstration,
    held,
    name_digest,
    signed,
    text_of,
)
from infopage.release.guard.findings import finding
from infopage.release.reading.walk import files_named

_RULE = "con-trinh-dien"
_REMEDY = "hãy chạy scripts/infopage new-site, hoặc viết lại chỗ ấy cho đúng cơ quan mình"
_BODIES = "data/co-quan.yml"
_IDENTITY = f"data/{registries.IDENTITY}.yml"
_CHANCE = 3
"""If this many issuing bodies have the ID and name of one of the demonstration site, they are remains of it.

Fewer may be a coincidence.
"""

_TEXTS = (".html", ".xml", ".json", ".txt", ".csv", ".akn", ".opml", ".ics", ".md", ".webmanifest")
_CANONICAL = re.compile(r'<link rel="canonical" href="([^"]*)"')
_UNREAD = re.compile(r"<(script|style)\b.*?</\1>", re.DOTALL)
_INLINE = re.compile(r"</?(?:a|abbr|b|bdi|cite|code|em|i|mark|q|s|small|span|strong|sub|sup|u)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")


def address_of_site(site: Path) -> str:
    """Return the canonical address on a built site's home page; empty where the page states none."""
    found = _CANONICAL.search((site / "index.html").read_text(encoding="utf-8"))
    return unescape(found[1]) if found else ""


def left_in_project(root: Path) -> Iterator[Diagnostic]:
    """Yield a fault for each file and issuing body of the demonstration site that is left in the project ``root``."""
    known = demonstration()
    for path in sorted(held(root)):
        content = (root / path).read_bytes()
        text = text_of(path, content)
        if text is None:
            if content_digest(content) in known.attachments:
                yield finding(path, 1, _RULE, f"tệp này là của bản trình diễn; {_REMEDY}")
        # Faults of the identity file are reported by refuse_identity.
        elif path != _IDENTITY and (line := signed(text)):
            yield finding(path, line, _RULE, f"còn tên, địa chỉ hoặc số của bản trình diễn; {_REMEDY}")
        elif known.is_item(path, text):
            yield finding(path, 1, _RULE, f"mục này là của bản trình diễn; {_REMEDY}")
        elif path.startswith("docs/") and (line := known.said_in(text)):
            yield finding(path, line, _RULE, f"còn câu của bản trình diễn; {_REMEDY}")
    yield from _bodies(root, known)


def _bodies(root: Path, known: Demonstration) -> Iterator[Diagnostic]:
    found, _ = registries.load_one(root, "co-quan")
    named = [one for one in found if name_digest(one) in known.names]
    for one in found:
        if body_digest(one) in known.bodies or (len(named) >= _CHANCE and one in named):
            about = f"“{one.id}” là cơ quan của bản trình diễn; {_REMEDY}"
            yield finding(_BODIES, found.lines[one.id], _RULE, about)


def left_in_site(site: Path, *, sentences: bool) -> Iterator[Diagnostic]:
    """Yield a fault for each file of a built site that contains something of the demonstration site.

    With ``sentences``, the demonstration's sentences are searched too. This is for a site that is checked without its
    project, where ``left_in_project`` cannot search them in the source files.
    """
    known = demonstration()
    for file in files_named(site):
        name, content = file.name, file.read()
        if not name.endswith(_TEXTS):
            if content_digest(content) in known.attachments:
                yield finding(name, 1, _RULE, f"tệp này là của bản trình diễn; {_REMEDY}, rồi dựng lại trang")
            continue
        text = content.decode("utf-8", "replace")
        if line := signed(text):
            about = f"còn tên, địa chỉ hoặc số của bản trình diễn; {_REMEDY}, rồi dựng lại trang"
            yield finding(name, line, _RULE, about)
        elif sentences and name.endswith(".html") and known.said_in(_words(text)):
            yield finding(name, 1, _RULE, f"còn câu của bản trình diễn; {_REMEDY}, rồi dựng lại trang")


def unfilled_in_site(site: Path) -> Iterator[Diagnostic]:
    """Yield a fault for each page of a built site with an unfilled placeholder such as ``[[CẦN ĐIỀN: …]]``."""
    for file in files_named(site, "*.html"):
        for line, _ in marks_within(file.read()):
            about = "trang còn chỗ phải điền; hãy xem scripts/infopage check, điền cho đúng rồi dựng lại trang"
            yield Diagnostic(file.name, line, "chua-dien", about)
            break


def _words(html: str) -> str:
    return unescape(_TAG.sub("\n", _INLINE.sub("", _UNREAD.sub("", html))))
