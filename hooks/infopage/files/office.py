"""Word, Excel, PowerPoint and LibreOffice files: their text, watermarks, authors, comments and what was struck out.

ISO/IEC 29500 and ISO/IEC 26300: zip archives of XML. Only the standard library is needed.
"""

import io
import re
import zipfile
from xml.etree import ElementTree

from infopage.files.images import read_image
from infopage.files.office_hidden import PEOPLE, hidden
from infopage.files.office_text import every_word, local, paragraphs, words_elsewhere
from infopage.files.reading import Kind, Reading, Trait, unreadable
from infopage.files.segments import Place, Segment

MOST_BYTES = 400 * 1024 * 1024
"""The most that an archive may hold unpacked."""

MOST_MEMBERS = 20_000
_HOME = re.compile(r"(?:file:///[A-Za-z]:|[A-Za-z]:)[\\/](?:Users|Documents and Settings)[\\/]|file:///(?:home|Users)/")
_IMAGE = re.compile(r"\.(?:jpe?g|png|gif|tiff?|webp|bmp)$", re.IGNORECASE)
_DATA = re.compile(r"(?:customXml/|xl/(?:pivotCache|externalLinks|connections|queryTables))")
"""Parts that hold data which no page shows."""


def is_office(names: frozenset[str]) -> bool:
    """Tell whether an archive with these members is an office file."""
    return "[Content_Types].xml" in names or {"content.xml", "mimetype"} <= names


def open_archive(data: bytes) -> zipfile.ZipFile | None:
    """Return a zip archive that can be read within bounds, else None."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        members = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return None
    is_locked = any(member.flag_bits & 1 for member in members)
    is_huge = len(members) > MOST_MEMBERS or sum(member.file_size for member in members) > MOST_BYTES
    return None if is_locked or is_huge else archive


def read_office(archive: zipfile.ZipFile) -> Reading:
    """Yield the text and the traits of an office file."""
    for name in archive.namelist():
        try:
            if name.endswith((".xml", ".rels")):
                yield from _read_part(name, archive.read(name))
            elif _IMAGE.search(name):
                yield from (one for one in read_image(archive.read(name)) if _is_told(one))
            elif "/embeddings/" in name or name.endswith("vbaProject.bin"):
                what = "đoạn chương trình (macro)" if name.endswith("vbaProject.bin") else "tệp khác nhúng ở trong"
                yield Trait(Kind.HIDDEN, f"có {what}")
        except Exception:  # a hostile file can make the readers raise anything, and what cannot be read must not pass
            yield unreadable("tệp văn phòng hỏng; hãy mở bằng Word và lưu lại")
            return


def _is_told(one: Segment | Trait) -> bool:
    """A drawing of a kind that cannot be read shows nothing a reader would see; a missing reader is told."""
    return not (isinstance(one, Trait) and one.kind is Kind.UNREADABLE)


def _read_part(name: str, data: bytes) -> Reading:
    if b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data:
        raise ValueError(name)
    if name.endswith(".rels"):
        if _HOME.search(data.decode("utf-8", "replace")):
            yield Trait(Kind.METADATA, "đường dẫn tới thư mục riêng của người soạn")
        return
    root = ElementTree.fromstring(data)
    yield from hidden(name, root)
    if name.startswith("docProps/") or name == "meta.xml":
        leaves = (one for one in root.iter() if not len(one) and local(one.tag) not in PEOPLE)
        yield from (Segment(1, one.text or "", Place.LINE, "thuộc tính của tệp") for one in leaves)
    elif _DATA.match(name):
        yield from every_word(root)
    else:
        watermarks = (one.get("string", "") for one in root.iter() if local(one.tag) == "textpath")
        yield from (Segment(1, words, Place.LINE, "chữ chìm") for words in watermarks)
        yield from paragraphs(root)
        yield from words_elsewhere(root)
