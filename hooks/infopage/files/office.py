"""Reads Word, Excel, PowerPoint and LibreOffice files: text, watermarks, authors, comments and deleted text.

The formats are zip archives of XML (ISO/IEC 29500 and ISO/IEC 26300). Only the standard library is needed.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

from infopage.files.loose import loose_words
from infopage.files.office_hidden import PEOPLE, hidden
from infopage.files.office_members import read_member
from infopage.files.office_text import attribute, every_word, local, other_words, paragraphs, words_elsewhere
from infopage.files.reading import Reading, Trait, TraitKind, unreadable
from infopage.files.segments import Position, Segment

MOST_BYTES = 400 * 1024 * 1024
"""The largest unpacked size of an archive, in bytes. A larger archive is not opened."""

MOST_MEMBERS = 20_000
_OWN_DOCTYPE = re.compile(rb"<!DOCTYPE[^>\[]*\[")
"""Matches a DOCTYPE with an internal subset, whose entities could expand without end (“billion laughs”).

A part with such a DOCTYPE is not parsed. A mere reference to an external DTD, as old programs write it, does not match.
"""
_UNPARSED = re.compile(rb"<!--(.*?)-->|<\?(?!xml[ -])(.*?)\?>", re.DOTALL)
_DATA = re.compile(r"(?:customXml/|xl/(?:pivotCache|externalLinks|connections|queryTables))")
"""Matches the names of parts (files within the archive) with data that no page shows."""


def is_office(names: frozenset[str]) -> bool:
    """Tell whether an archive is an office file; ``names`` are the names of its members."""
    return "[Content_Types].xml" in names or {"content.xml", "mimetype"} <= names


def open_archive(data: bytes) -> zipfile.ZipFile | None:
    """Return the opened zip archive; None where it is invalid, encrypted or too large."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        members = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return None
    is_locked = any(member.flag_bits & 1 for member in members)
    is_huge = len(members) > MOST_MEMBERS or sum(member.file_size for member in members) > MOST_BYTES
    return None if is_locked or is_huge else archive


def around(archive: zipfile.ZipFile) -> bytes:
    """Return the bytes of a zip file before its first member and after its end, which zip programs ignore."""
    data = getattr(archive.fp, "getvalue", bytes)()
    first = min((member.header_offset for member in archive.infolist()), default=0)
    end = data.rfind(b"PK\5\6")
    behind = data[end + 22 + len(archive.comment) :] if end >= 0 else b""
    return bytes(data[:first] + behind).strip(b"\0 \r\n")


def read_office(archive: zipfile.ZipFile) -> Reading:
    """Yield the texts and the traits (findings such as comments) of every member of an office file.

    If several members have the same name, all are read, because any of them may contain text.
    """
    yield from _round(archive)
    for member in archive.infolist():
        if member.is_dir() or member.filename == "mimetype":
            continue
        try:
            content = archive.read(member)
            if not content.strip():  # LibreOffice writes an empty member if there are no settings
                continue
            if member.filename.lower().endswith((".xml", ".rels")):
                yield from _read_part(member.filename, content)
            else:
                yield from read_member(member.filename, content)
        except Exception:  # a malicious file may raise any exception, and must be reported as unreadable
            yield unreadable("tệp văn phòng hỏng; hãy mở bằng Word và lưu lại")
            return


def _round(archive: zipfile.ZipFile) -> Reading:
    """Yield findings outside the files in the archive: zip comments, and data before or after the archive."""
    for comment in (archive.comment, *(member.comment for member in archive.infolist())):
        if comment:
            yield Trait(TraitKind.METADATA, "lời ghi trong phần nén của tệp")
            yield Segment(1, comment.decode("utf-8", "replace"), Position.LINE, "lời ghi trong phần nén")
    if rest := around(archive):
        yield Trait(TraitKind.METADATA, "dữ liệu nối thêm vào tệp")
        yield from (Segment(1, words, Position.LINE, "dữ liệu nối thêm") for words in loose_words(rest))


def parsed(name: str, data: bytes) -> ElementTree.Element:
    """Return the root element of a part (an XML file in an office file); ValueError if it declares entities."""
    if _OWN_DOCTYPE.search(data[:4096]) or b"<!ENTITY" in data:
        raise ValueError(name)
    return ElementTree.fromstring(data)


def _read_part(name: str, data: bytes) -> Reading:
    root = parsed(name, data)
    yield from hidden(name, root)
    yield from _unparsed(data)
    if name.startswith("docProps/") or name == "meta.xml":
        leaves = (one for one in root.iter() if not len(one) and local(one.tag) not in PEOPLE)
        yield from (Segment(1, one.text or "", Position.LINE, "thuộc tính của tệp") for one in leaves)
        yield from (Segment(1, attribute(one, "name"), Position.LINE, "thuộc tính của tệp") for one in root.iter())
    elif name.endswith(".rels"):
        yield from other_words(root)
    elif _DATA.match(name):
        yield from every_word(root)
        yield from other_words(root)
    else:
        watermarks = (one.get("string", "") for one in root.iter() if local(one.tag) == "textpath")
        yield from (Segment(1, words, Position.LINE, "chữ chìm") for words in watermarks)
        yield from paragraphs(root)
        yield from words_elsewhere(root)
        yield from other_words(root)


def _unparsed(data: bytes) -> Reading:
    """Yield the XML comments and processing instructions of a part, which the element tree leaves out."""
    if b"<!--" in data or b"<?" in data[5:]:
        for found in _UNPARSED.finditer(data):
            words = (found[1] or found[2] or b"").decode("utf-8", "replace").strip()
            yield Segment(1, words, Position.LINE, "chú thích trong mã của tệp")


def unpacked(archive: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    """Yield the name and content of each file in an archive. Raises the exceptions of zipfile for a broken one."""
    for member in archive.infolist():
        if not member.is_dir():
            yield member.filename, archive.read(member)
