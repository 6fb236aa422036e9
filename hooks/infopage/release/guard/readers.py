"""Chooses the reader of a text file by its extension, or by its content where the extension is unknown."""

import re
from collections.abc import Callable, Iterator
from html import unescape
from typing import TypeAlias
from urllib.parse import unquote

from infopage.files.data_rows import json_rows, yaml_rows
from infopage.files.markdown_text import (
    calendar_segments,
    line_segments,
    markdown_segments,
    table_segments,
    yaml_segments,
)
from infopage.files.markup_tables import markup_rows
from infopage.files.markup_text import markup_segments, string_segments, unescaped
from infopage.files.segments import Row, Segment
from infopage.files.tables import csv_rows, markdown_rows

Reader: TypeAlias = Callable[[str], Iterator[Segment]]

MARKUP = frozenset((".html", ".htm", ".xhtml", ".xml", ".svg", ".rss", ".atom", ".xsl"))
_STRINGS = frozenset((".json", ".js", ".mjs", ".css", ".webmanifest", ".jsonld", ".geojson"))
_READERS: dict[str, Reader] = {
    **dict.fromkeys((".md", ".markdown"), markdown_segments),
    **dict.fromkeys((".yml", ".yaml"), yaml_segments),
    **dict.fromkeys(MARKUP, markup_segments),
    **dict.fromkeys(_STRINGS, string_segments),
    **dict.fromkeys((".csv", ".tsv"), table_segments),
    ".ics": calendar_segments,
}
_TABLES: dict[str, Callable[[str], Iterator[Row]]] = {
    **dict.fromkeys((".md", ".markdown"), markdown_rows),
    **dict.fromkeys((".yml", ".yaml"), yaml_rows),
    **dict.fromkeys(MARKUP, markup_rows),
    **dict.fromkeys((".json", ".jsonld", ".geojson"), json_rows),
    **dict.fromkeys((".csv", ".tsv"), csv_rows),
}
_PROGRAM_FOLDERS = ("hooks/", "tests/", "scripts/", "requirements/", "deploy/", ".github/", ".ci/")
_PROGRAMS = frozenset((".py", ".pyi", ".sh", ".toml", ".cfg", ".ini", ".lock", ".j2"))
_LOOKS_MARKED_UP = re.compile(r"\s*(?:<!doctype|<\?xml|<[a-z][\w:-]*[\s/>])", re.IGNORECASE)
_LOOKS_LIKE_DATA = re.compile(r"\s*[\[{]")
_ENCODED = re.compile(r"&#?\w{2,8};|\\u[0-9a-fA-F]{4}|(?:%[0-9A-Fa-f]{2}){2}|(?:=[0-9A-F]{2}){2}")


def reader_of(ending: str, text: str) -> tuple[Reader, Callable[[str], Iterator[Row]] | None]:
    """Return the function that splits a text file into segments (such as lines), and the one that reads its table rows.

    The second one is None for a kind of file without tables. ``ending`` is the file extension.
    """
    if ending in _READERS:
        return _READERS[ending], _TABLES.get(ending)
    if _LOOKS_MARKED_UP.match(text):
        return _both(markup_segments), markup_rows
    if _LOOKS_LIKE_DATA.match(text):
        return _both(string_segments), json_rows
    return (_both(string_segments) if ending not in _PLAIN else _decoded_lines), None


def ways_to_read(text: str) -> Iterator[str]:
    """Yield a text with its escapes decoded (``&#225;`` becomes ``á``); if it has tags, yield it again without them.

    Tags may hide a word: ``M<b>Ậ</b>T`` is shown as “MẬT”.
    """
    if "\\" in text:
        text = unescaped(text)
    if "&" in text:
        text = unescape(text)
    if _BYTES.search(text):
        text = unquote(_BYTES.sub(lambda found: found[0].replace("=", "%"), text))
    yield text
    if "<" in text:
        yield _TAG.sub("", text)


_BYTES = re.compile(r"(?:[%=][0-9A-Fa-f]{2}){2,}")
"""Letters written as hexadecimal bytes, as in web addresses (``%E1``) and in mail (``=E1``)."""
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9:-]*+(?![^\s/>])[^<>]*+>")
_PLAIN = frozenset((".txt", ".text", ".log", ""))


def is_program(path: str, ending: str) -> bool:
    """Tell whether a file of the repository is program code, by its extension or folder such as hooks/.

    Such files are searched for secret keys only.
    """
    return ending in _PROGRAMS or (path.startswith(_PROGRAM_FOLDERS) and ending not in (".md", ".csv", ".ics"))


def _both(reader: Reader) -> Reader:
    def segments(text: str) -> Iterator[Segment]:
        yield from _decoded_lines(text)
        yield from reader(text)

    return segments


def _decoded_lines(text: str) -> Iterator[Segment]:
    """Yield the lines of a text, and a decoded copy of each line with encoded letters such as ``&#225;``."""
    for line in line_segments(text):
        yield line
        if _ENCODED.search(line.text):
            yield Segment(line.line, _decoded(line.text), line.place)


def _decoded(line: str) -> str:
    line = _QUOTED_PRINTABLE.sub(lambda found: found[0].replace("=", "%"), line)
    return unescape(unquote(unescaped(line)))


_QUOTED_PRINTABLE = re.compile(r"(?:=[0-9A-F]{2}){2,}")
