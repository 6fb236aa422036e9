"""Detects the type of a file from its content alone, because a name may be wrong.

The signatures are those of the WHATWG MIME Sniffing Standard and the formats' specifications. Some signatures may also
begin a plain text, such as a font's ``true``. They count only with the rest of the header.
"""

import io
import re
import zipfile
from enum import Enum


class FileType(Enum):
    """A type of file; the value is its Vietnamese name for messages."""

    PDF = "PDF"
    JPEG = "ảnh JPEG"
    PNG = "ảnh PNG"
    GIF = "ảnh GIF"
    WEBP = "ảnh WebP"
    AVIF = "ảnh AVIF"
    HEIC = "ảnh HEIC"
    TIFF = "ảnh TIFF"
    BMP = "ảnh BMP"
    ICO = "biểu tượng ICO"
    SVG = "hình vẽ SVG"
    HTML = "trang HTML"
    XML = "XML"
    RTF = "RTF"
    DOCX = "Word (.docx)"
    XLSX = "Excel (.xlsx)"
    PPTX = "PowerPoint (.pptx)"
    ODT = "văn bản ODF (.odt)"
    ODS = "bảng tính ODF (.ods)"
    ODP = "trình chiếu ODF (.odp)"
    EPUB = "sách EPUB"
    OLE = "tệp Office kiểu cũ hoặc có mật khẩu"
    ZIP = "tệp nén ZIP"
    GZIP = "tệp nén gzip"
    RAR = "tệp nén RAR"
    SEVEN_ZIP = "tệp nén 7z"
    MP3 = "âm thanh MP3"
    OGG = "âm thanh Ogg"
    WAV = "âm thanh WAV"
    MP4 = "video MP4 hoặc âm thanh M4A"
    WEBM = "video WebM"
    FONT = "phông chữ"
    PROGRAM = "chương trình máy tính"
    EMPTY = "tệp rỗng"
    TEXT = "văn bản thuần"
    UNKNOWN = "loại tệp không rõ"


IMAGES = frozenset(
    (
        *(FileType.JPEG, FileType.PNG, FileType.GIF, FileType.WEBP, FileType.AVIF, FileType.HEIC),
        *(FileType.TIFF, FileType.BMP, FileType.ICO),
    )
)
"""Pictures of pixels, so without SVG."""

OFFICE = frozenset((FileType.DOCX, FileType.XLSX, FileType.PPTX, FileType.ODT, FileType.ODS, FileType.ODP))
"""Archives of XML parts that office programs write."""

ARCHIVES = OFFICE | {FileType.EPUB, FileType.ZIP}
"""Files that are zip archives."""

ENDINGS: dict[FileType, tuple[str, ...]] = {
    FileType.PDF: (".pdf",),
    FileType.JPEG: (".jpg", ".jpeg", ".jpe"),
    FileType.PNG: (".png",),
    FileType.GIF: (".gif",),
    FileType.WEBP: (".webp",),
    FileType.AVIF: (".avif",),
    FileType.HEIC: (".heic", ".heif"),
    FileType.TIFF: (".tif", ".tiff"),
    FileType.BMP: (".bmp",),
    FileType.ICO: (".ico",),
    FileType.SVG: (".svg",),
    FileType.HTML: (".html", ".htm", ".xhtml"),
    FileType.RTF: (".rtf",),
    FileType.DOCX: (".docx",),
    FileType.XLSX: (".xlsx",),
    FileType.PPTX: (".pptx",),
    FileType.ODT: (".odt",),
    FileType.ODS: (".ods",),
    FileType.ODP: (".odp",),
    FileType.EPUB: (".epub",),
    FileType.OLE: (".doc", ".xls", ".ppt"),
    FileType.ZIP: (".zip",),
    FileType.MP3: (".mp3",),
    FileType.OGG: (".ogg", ".oga", ".opus"),
    FileType.WAV: (".wav",),
    FileType.MP4: (".mp4", ".m4a", ".m4v"),
    FileType.WEBM: (".webm",),
}
"""The usual file name endings of each type, the preferred one first."""

_SIGNATURES = (
    (b"\xff\xd8\xff", FileType.JPEG),
    (b"\x89PNG\r\n\x1a\n", FileType.PNG),
    (b"GIF87a", FileType.GIF),
    (b"GIF89a", FileType.GIF),
    (b"II*\0", FileType.TIFF),
    (b"MM\0*", FileType.TIFF),
    (b"\0\0\1\0", FileType.ICO),
    (b"{\\rtf", FileType.RTF),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", FileType.OLE),
    (b"\x1f\x8b\x08", FileType.GZIP),
    (b"Rar!\x1a\x07", FileType.RAR),
    (b"7z\xbc\xaf\x27\x1c", FileType.SEVEN_ZIP),
    *((b"ID3" + bytes((version, 0)), FileType.MP3) for version in (2, 3, 4)),
    (b"OggS\0", FileType.OGG),
    (b"\x1a\x45\xdf\xa3", FileType.WEBM),
    (b"\x7fELF", FileType.PROGRAM),
)
_OFFICE_PARTS = (
    ("word/", FileType.DOCX),
    ("xl/", FileType.XLSX),
    ("ppt/", FileType.PPTX),
)
_MIME_TYPES = {
    b"application/vnd.oasis.opendocument.text": FileType.ODT,
    b"application/vnd.oasis.opendocument.spreadsheet": FileType.ODS,
    b"application/vnd.oasis.opendocument.presentation": FileType.ODP,
    b"application/epub+zip": FileType.EPUB,
}
_HTML = re.compile(
    r"(?:<!DOCTYPE\s+HTML|<(?:html|head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p)(?=[\s>]))",
    re.IGNORECASE,
)
_PROLOGUE = re.compile(r"\s*(?:<\?xml[^>]*\?>\s*|<!--.*?-->\s*|<!DOCTYPE\s+svg[^>\[]*(?:\[.*?\])?\s*>\s*)*", re.DOTALL)
_HEAD = 4096
"""The first tag of an HTML or XML file is looked for in this many characters from its start."""


def type_of(data: bytes) -> FileType:
    """Return the type of a file with this content; ``FileType.UNKNOWN`` if no signature fits and it is not text."""
    if not data.strip():
        return FileType.EMPTY
    if b"%PDF-" in data[:1024]:  # readers search the first 1024 bytes (ISO 32000-2, annex I)
        return FileType.PDF
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            return kind
    if data[:4] in (b"PK\3\4", b"PK\5\6"):
        return _type_of_archive(data)
    if data[:4] == b"RIFF":
        return {b"WEBP": FileType.WEBP, b"WAVE": FileType.WAV}.get(data[8:12], FileType.UNKNOWN)
    if data[4:8] == b"ftyp":
        return _type_of_boxes(data)
    if data[:2] == b"BM" and int.from_bytes(data[2:6], "little") == len(data):
        return FileType.BMP
    if data[:1] == b"\xff" and len(data) > 3 and data[1] & 0xE6 == 0xE2 and data[2] & 0xF0 not in (0, 0xF0):
        return FileType.MP3
    if _is_font(data):
        return FileType.FONT
    if data[:2] == b"MZ" and b"\0" in data[:64]:
        return FileType.PROGRAM
    text = text_of(data)
    return FileType.UNKNOWN if text is None else _type_of_text(text)


def text_of(data: bytes) -> str | None:
    """Return the text of a file in UTF-8, or in UTF-16 with a byte order mark; None if it is not text."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    if b"\0" in data[:8192]:
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None


def _type_of_archive(data: bytes) -> FileType:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            if "mimetype" in names and archive.getinfo("mimetype").file_size < 100:
                return _MIME_TYPES.get(archive.read("mimetype").strip(), FileType.ZIP)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError):
        return FileType.ZIP
    if "[Content_Types].xml" in names:
        return next((kind for part, kind in _OFFICE_PARTS if any(n.startswith(part) for n in names)), FileType.ZIP)
    return FileType.ZIP


def _type_of_boxes(data: bytes) -> FileType:
    """Return the type of an ISO base media file by its brands, the codes of formats in its header.

    See ISO/IEC 14496-12, 4.3.
    """
    length = int.from_bytes(data[:4], "big")
    brands = {data[at : at + 4] for at in (8, *range(16, min(length, 256), 4))}
    if brands & {b"avif", b"avis"}:
        return FileType.AVIF
    if brands & {b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1"}:
        return FileType.HEIC
    return FileType.MP4


def _is_font(data: bytes) -> bool:
    """Tell whether a file is a font: its tables must fill it exactly, so that no other data is hidden in it."""
    if data[:4] in (b"wOFF", b"wOF2"):
        return _is_packed_font(data)
    if data[:4] not in (b"\0\1\0\0", b"OTTO", b"true"):
        return False
    tables = int.from_bytes(data[4:6], "big")
    if not (0 < tables < 256 and int.from_bytes(data[6:8], "big") == 16 << (tables.bit_length() - 1)):
        return False
    entries = (data[at : at + 16] for at in range(12, 12 + 16 * tables, 16))
    ends = [int.from_bytes(one[8:12], "big") + int.from_bytes(one[12:16], "big") for one in entries]
    return 12 + 16 * tables < max(ends) <= len(data) < max(ends) + _PADDING


def _is_packed_font(data: bytes) -> bool:
    """Tell whether a file is a WOFF font (W3C).

    The lengths in its header must account for the whole file, so that no other data is hidden in it.
    """
    tables = int.from_bytes(data[12:14], "big")
    if int.from_bytes(data[8:12], "big") != len(data) or not tables:
        return False
    if data[:4] == b"wOF2":
        about = len(data) - int.from_bytes(data[20:24], "big")
        return not any(data[28:48]) and 48 < about <= 48 + 25 * tables + _PADDING
    entries = (data[at : at + 20] for at in range(44, 44 + 20 * tables, 20))
    ends = [int.from_bytes(one[4:8], "big") + int.from_bytes(one[8:12], "big") for one in entries]
    return not any(data[24:44]) and 44 + 20 * tables < max(ends) <= len(data) < max(ends) + _PADDING


_PADDING = 4
"""Fewer bytes than this may follow a font's last table: they fill it up to a multiple of four bytes."""


def _type_of_text(text: str) -> FileType:
    head = text[:_HEAD]
    first = head[_matched(head) :]
    if re.match(r"<(?:\w+:)?svg[\s>/]", first):
        return FileType.SVG
    if _HTML.match(first):
        return FileType.HTML
    return FileType.XML if head.lstrip().startswith("<?xml") else FileType.TEXT


def _matched(head: str) -> int:
    found = _PROLOGUE.match(head)
    return found.end() if found else 0
