"""Word, Excel, PowerPoint and LibreOffice files: their text, watermarks, authors, comments and what was struck out.

ISO/IEC 29500 and ISO/IEC 26300: zip archives of XML. Only the standard library is needed.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

from infopage.files.images import read_image
from infopage.files.reading import Kind, Reading, Trait, unreadable
from infopage.files.segments import Place, Segment

MOST_BYTES = 400 * 1024 * 1024
"""The most that an archive may hold unpacked."""

MOST_MEMBERS = 20_000
_PARAGRAPHS = frozenset(("p", "h", "si", "is"))
_HEADING = re.compile("heading|title|^h[1-6]$|^[1-6]$", re.IGNORECASE)
_SPACES = {"tab": "\t", "br": "\n", "cr": "\n", "line-break": "\n", "s": " "}
_PEOPLE = ("creator", "lastModifiedBy", "Manager", "initial-creator", "printed-by")
_EDITS = frozenset(("ins", "del", "moveFrom", "moveTo", "changed-region", "tracked-changes"))
_COMMENTS = re.compile(r"(?:word/comments|ppt/comments/|xl/comments|xl/threadedComments/)[^/]*\.xml", re.IGNORECASE)
_HOME = re.compile(r"(?:file:///[A-Za-z]:|[A-Za-z]:)[\\/](?:Users|Documents and Settings)[\\/]|file:///(?:home|Users)/")
_IMAGE = re.compile(r"\.(?:jpe?g|png|gif|tiff?|webp|bmp)$", re.IGNORECASE)


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
    if _COMMENTS.fullmatch(name) and re.search(rb"<(?:\w+:)?(?:comment|cm|threadedComment)[ >]", data):
        yield Trait(Kind.HIDDEN, "có lời nhận xét")
    has_edits = has_hidden = has_people = False
    people = name.startswith("docProps/") or name == "meta.xml"
    for element in _elements(data):
        tag = _local(element.tag)
        if tag in _EDITS:
            has_edits = True
        elif tag == "sheet" and element.get("state") in ("hidden", "veryHidden"):
            has_hidden = True
        elif people and tag in _PEOPLE and (element.text or "").strip():
            has_people = True
        elif tag == "textpath":
            yield Segment(1, element.get("string", ""), Place.LINE, "chữ chìm")
        elif tag == "annotation" and "opendocument" in str(element.tag):
            yield Trait(Kind.HIDDEN, "có lời nhận xét")
        if people and not len(element) and tag not in _PEOPLE:
            yield Segment(1, element.text or "", Place.LINE, "thuộc tính của tệp")
    if has_people:
        yield Trait(Kind.METADATA, "tên người soạn hoặc người sửa cuối")
    if has_edits:
        yield Trait(Kind.HIDDEN, "còn các chỗ sửa chưa chấp nhận (Track Changes)")
    if has_hidden:
        yield Trait(Kind.HIDDEN, "có trang tính bị ẩn")
    if not people:
        yield from _paragraphs(ElementTree.fromstring(data))


def _elements(data: bytes) -> Iterator[ElementTree.Element]:
    return ElementTree.fromstring(data).iter()


def _local(tag: object) -> str:
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _paragraphs(root: ElementTree.Element) -> Iterator[Segment]:
    stack: list[tuple[ElementTree.Element, Place]] = [(root, Place.LINE)]
    while stack:
        element, place = stack.pop()
        tag = _local(element.tag)
        if tag in ("tc", "table-cell", "c", "si"):
            place = Place.CELL
        if tag in _PARAGRAPHS:
            here = Place.HEADING if tag == "h" or _is_heading(element) else place
            lines = "".join(_words(element)).split("\n")
            yield from (Segment(1, line, here, "nội dung") for line in lines if line.strip())
            # A text box stands within a paragraph, and has paragraphs of its own.
            stack += [(one, Place.LINE) for one in _boxes(element)]
            continue
        stack += [(child, place) for child in reversed(element)]


def _is_heading(paragraph: ElementTree.Element) -> bool:
    for properties in paragraph:
        if _local(properties.tag) == "pPr":
            for one in properties:
                if _local(one.tag) == "numPr":
                    return True
                value = next((v for k, v in one.attrib.items() if _local(k) == "val"), "")
                if _local(one.tag) == "pStyle" and (_HEADING.search(value) or "list" in value.lower()):
                    return True
    return False


def _boxes(paragraph: ElementTree.Element) -> list[ElementTree.Element]:
    return [one for one in paragraph.iter() if _local(one.tag) in ("txbxContent", "text-box")]


def _words(element: ElementTree.Element) -> Iterator[str]:
    stack: list[ElementTree.Element | str] = [element]
    is_odf = "opendocument" in str(element.tag)
    while stack:
        one = stack.pop()
        if isinstance(one, str):
            yield one
            continue
        tag = _local(one.tag)
        if tag in ("txbxContent", "text-box", "pPr", "rPr", "instrText") and one is not element:
            continue
        if one is not element and is_odf and one.tail:
            stack.append(one.tail)
        yield _SPACES.get(tag, "")
        if one.text and (tag in ("t", "delText") or is_odf):
            yield one.text
        stack += list(reversed(one))
