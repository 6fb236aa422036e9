"""Checks that no file of a built site names a redacted item (an item withdrawn with ``giau_ten``)."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import unquote

from infopage.content.diagnostics import Diagnostic
from infopage.files import types
from infopage.files.images import read_image
from infopage.files.markup_text import unescaped
from infopage.files.office import is_office, open_archive, read_office
from infopage.files.pdf import read_pdf
from infopage.files.reading import Reading
from infopage.files.rtf import read_rtf
from infopage.files.segments import Segment
from infopage.files.types import FileType
from infopage.release.addresses.redaction import Redaction, plain
from infopage.release.guard.findings import finding
from infopage.release.reading.walk import files_named

_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_DEEPEST = 3


def refuse_named(site: Path, redaction: Redaction) -> Iterator[Diagnostic]:
    """Yield a fault for each file of a built site whose name or content names a redacted item.

    ``redaction`` has the redacted items: withdrawn ones whose names are hidden. There is one fault for each file and
    item.
    """
    if not redaction.items:
        return
    for file in files_named(site):
        texts = [plain(file.name), *(plain(text) for text in _texts(file.read()))]
        for one in redaction.items:
            if any(one.is_in(text) for text in texts):
                yield finding(file.name, 1, "ten-da-giau", one.source)


def _texts(data: bytes, depth: int = 0) -> Iterator[str]:
    """Yield the texts in a file with their escapes decoded. A text with HTML tags is yielded again without the tags.

    ``depth`` is the number of archives around the file, because archives are unpacked only a few levels deep.
    """
    kind = types.type_of(data)
    if kind is FileType.PDF:
        yield from _read(read_pdf(data))
    elif kind in types.IMAGES:
        yield from _read(read_image(data))
    elif kind is FileType.RTF:
        yield from _read(read_rtf(data))
    elif archive := open_archive(data) if data[:2] == b"PK" and depth < _DEEPEST else None:
        if is_office(frozenset(archive.namelist())):
            yield from _read(read_office(archive))
            return
        for member in archive.infolist():
            yield member.filename
            yield from _texts(archive.read(member), depth + 1)
    elif (text := types.text_of(data)) is not None:
        text = unescaped(text) if "\\" in text else text
        text = unescape(text) if "&" in text else text
        yield unquote(text) if "%" in text else text
        if "<" in text:
            yield _TAG.sub("", text)


def _read(reading: Reading) -> Iterator[str]:
    said = [one.text for one in reading if isinstance(one, Segment)]
    yield from said
    yield " ".join(said)
