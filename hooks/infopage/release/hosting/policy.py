"""Checks that no page contains anything that the Content-Security-Policy forbids and browsers would block."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from infopage.release.reading.walk import files_named

_SUSPECT = re.compile(
    rb"""<script(?![^>]*\s(?:src=["']?+(?!\w+:|//)|type=["']?application/(?:ld\+)?json\b))"""
    rb"""|<(?:style|base|iframe|frame|object|embed)\b"""
    rb"""|<(?:img|form|input|audio|video|source|track)\b[^>]*\s(?:src|action|poster)=["']?(?:\w+:|//)"""
    rb"""|\ssrcset=(?:["'][^"']*?|[^"'\s>]*?)(?:\w+:|//)"""
    rb"""|<link\b(?=[^>]*\srel=["']?[^"'>]*\b(?:stylesheet|icon|apple|preload|modulepreload|manifest))[^>]*\shref=["']?(?:\w+:|//)"""
    rb"""|\s(?:style|on[a-z]+|formaction|srcdoc)\s*=|javascript:""",
    re.IGNORECASE,
)
"""A quick test for possible violations. Few pages match it, and only those are parsed."""

_FORBIDDEN = frozenset({"style", "base", "iframe", "frame", "object", "embed"})
_LOADING = {
    **dict.fromkeys(("script", "img", "input", "audio", "source", "track"), ("src",)),
    **{"form": ("action",), "video": ("src", "poster")},
}
"""The attributes with the addresses that browsers load or send to, by element."""

_LOADED_LINKS = frozenset({"stylesheet", "icon", "apple-touch-icon", "preload", "modulepreload", "manifest"})
_ELSEWHERE = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)
_DATA = frozenset({"application/json", "application/ld+json"})


def policy_faults(site: Path) -> Iterator[str]:
    """Yield a message for each script, style, event handler, frame or external file in the pages of a site."""
    for file in files_named(site, "*.html"):
        content = file.read()
        if _SUSPECT.search(content):
            for line, what in page_faults(content.decode("utf-8", "replace")):
                yield f"{file.name}, dòng {line}: {what}; chính sách an toàn của trang cấm"


def page_faults(html: str) -> list[tuple[int, str]]:
    """Return the line and a description of each part of a page that the Content-Security-Policy forbids."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.faults


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.faults: list[tuple[int, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        for fault in _element_faults(tag, given):
            self.faults.append((self.getpos()[0], fault))


def _element_faults(tag: str, given: dict[str, str]) -> Iterator[str]:
    if tag in _FORBIDDEN:
        yield f"có thẻ <{tag}>"
    if tag == "script" and "src" not in given and given.get("type") not in _DATA:
        yield "có mã script viết ngay trong trang"
    loaded = _LOADING.get(tag, ())
    if tag == "link" and _LOADED_LINKS & set(given.get("rel", "").lower().split()):
        loaded = ("href",)
    if any(map(_ELSEWHERE.match, given.get("srcset", "").split(","))):
        yield f"thẻ <{tag}> dùng địa chỉ ngoài trang"
    if any(_ELSEWHERE.match(given.get(name, "")) for name in loaded):
        yield f"thẻ <{tag}> dùng địa chỉ ngoài trang"
    for name, value in given.items():
        if name == "style" or name.startswith("on"):
            yield f"có thuộc tính {name}"
        elif name in ("href", "action", "formaction", "xlink:href") and value.strip().lower().startswith("javascript:"):
            yield f"có javascript: trong thuộc tính {name}"
