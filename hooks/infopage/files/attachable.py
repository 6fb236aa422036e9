"""The list of file types that may be attached to a text. Each check tests a file's content and its name.

An attachment is published on the site's own domain, so no type is accepted that a browser or a server would run.
"""

import io
import posixpath
import re
import unicodedata
from collections.abc import Iterator, Mapping
from enum import Enum
from zipfile import is_zipfile

from infopage.files.drawing import unsafe_part
from infopage.files.picture_parts import is_whole
from infopage.files.types import ENDINGS, IMAGES, OFFICE, FileType, type_of

PICTURES = (FileType.JPEG, FileType.PNG, FileType.GIF, FileType.WEBP, FileType.AVIF, FileType.SVG)
"""The types that browsers show as a picture."""

RECORDED: Mapping[FileType, tuple[str, ...]] = {
    FileType.MP4: (".mp4", ".m4a"),
    FileType.WEBM: (".webm",),
    FileType.MP3: (".mp3",),
    FileType.OGG: (".ogg", ".oga"),
}
"""The types of video and audio, each with the file name endings it may have."""

ATTACHABLE: Mapping[FileType, tuple[str, ...]] = {
    FileType.PDF: (".pdf",),
    FileType.JPEG: (".jpg", ".jpeg"),
    **{kind: ENDINGS[kind] for kind in PICTURES if kind is not FileType.JPEG},
    **{kind: ENDINGS[kind] for kind in FileType if kind in OFFICE},
    FileType.TEXT: (".txt", ".csv", ".vtt"),
    **RECORDED,
}
"""The types that may be attached, each with the file name endings it may have."""

_LIST = (
    "PDF, ảnh (.jpg, .png, .gif, .webp, .avif, .svg), Word, Excel, PowerPoint, ODF (.docx, .odt…), .txt, .csv, "
    "video (.mp4, .webm), âm thanh (.mp3, .m4a, .ogg)"
)

MOST = 100_000_000
"""The maximum size of a file in bytes. Hosts of git repositories refuse larger files."""

MOST_OF_PICTURE = 10_000_000
"""The maximum size of a picture in bytes. A larger one takes over a minute to load on a slow mobile connection."""

_KINDS = {ending: kind for kind, endings in (*ENDINGS.items(), *ATTACHABLE.items()) for ending in endings}
_PICTURE_ENDINGS = tuple(ending for kind in (*PICTURES, *IMAGES) for ending in ENDINGS[kind])
_RUN = re.compile(
    r"\.(?:ph(?:p[0-9]?|ps|tml|ar|t)|aspx?|ash?x|asmx|ascx|cer|jspx?|jsw|cgi|fcgi|s?html?|xht(?:ml)?|m?js|exe|bat|cmd|config"
    r"|htaccess|htpasswd)(?=[.;]|$)",
    re.IGNORECASE,
)
"""File extensions that a server or browser may run, anywhere in a name (``a.php.pdf``)."""

_ODD = '\\:*?"<>|'
"""Characters that Windows forbids in file names; releases are packed and served on Windows too."""

_AS_IMAGE = "hãy lưu lại thành JPEG hoặc PNG"
_AS_OFFICE = "hãy lưu lại thành .docx, .xlsx, .pptx hoặc PDF"
_UNPACKED = "hãy đính kèm từng tệp ở trong"
_AS_TEXT = "hãy đưa nội dung vào bài, hoặc in thành PDF"
_ADVICE: Mapping[FileType, str] = {
    **dict.fromkeys((FileType.HEIC, FileType.TIFF, FileType.BMP, FileType.ICO), _AS_IMAGE),
    **dict.fromkeys((FileType.OLE, FileType.RTF), _AS_OFFICE),
    **dict.fromkeys((FileType.ZIP, FileType.GZIP, FileType.RAR, FileType.SEVEN_ZIP), _UNPACKED),
    FileType.WAV: "hãy xuất lại thành MP3 hoặc M4A",
    **dict.fromkeys((FileType.HTML, FileType.XML), _AS_TEXT),
    FileType.EPUB: "hãy đính kèm bản PDF",
}


class Flaw(Enum):
    """Why a file may not be attached."""

    TYPE = 1
    """The type is not in ``ATTACHABLE``, the name's ending belongs to another type, or the file contains a script."""
    BROKEN = 2
    """The file is empty or cut short."""
    TOO_LARGE = 3


def name_flaw(path: str) -> str | None:
    """Return a message on the fault in a file's path, relative to docs/; None where it has none."""
    for part in path.split("/"):
        if part.startswith("."):
            return "tên mở đầu bằng dấu chấm là của tệp ẩn, không được đính kèm; hãy đổi tên"
        if odd := next((one for one in part if one in _ODD or unicodedata.category(one).startswith("C")), ""):
            return f"tên có {f'“{odd}”' if odd in _ODD else 'ký tự không nhìn thấy'}; hãy đổi tên"
        if part != part.strip() or part.endswith("."):
            return "tên mở đầu bằng dấu cách, hoặc kết thúc bằng dấu cách, dấu chấm; hãy đổi tên"
    name = posixpath.basename(path)
    if found := _RUN.search(name):
        ending = found[0].lower()
        instead = f"hãy bỏ “{ending}” khỏi tên" if found.end() < len(name) else f"chỉ nhận {_LIST}"
        return f"tên có đuôi {ending} của trang web hoặc chương trình, không được đính kèm; {instead}"
    ending = posixpath.splitext(name)[1].lower()
    if not ending:
        return f"tên tệp chưa có đuôi; chỉ nhận {_LIST}"
    if ending not in _KINDS:
        return f"tệp {ending} không được đính kèm; chỉ nhận {_LIST}"
    return None


def may_be_named(path: str) -> bool:
    """Tell whether ``path``, relative to docs/, is allowed as the path of an attachment."""
    endings = tuple(ending for some in ATTACHABLE.values() for ending in some)
    return name_flaw(path) is None and path.lower().endswith(endings)


def size_flaw(path: str, size: int) -> str | None:
    """Return a message that the file is too large to be published; None where it is not."""
    most = MOST_OF_PICTURE if path.lower().endswith(_PICTURE_ENDINGS) else MOST
    if size <= most:
        return None
    shrunk = f"thu nhỏ ảnh bằng lệnh: scripts/infopage clean docs/{path}"
    what, how = ("ảnh", shrunk) if most < MOST else ("tệp", "nén hoặc chia nhỏ tệp")
    return f"{what} lớn {f'{size / 1e6:.1f}'.replace('.', ',')} MB, quá mức {most // 1_000_000} MB; hãy {how}"


def content_flaw(path: str, data: bytes) -> tuple[Flaw, str] | None:
    """Return why a file with this name and content may not be attached, with a message; None where it may."""
    kind, ending = type_of(data), posixpath.splitext(path)[1].lower()
    named = _KINDS.get(ending)
    if kind is FileType.EMPTY:
        return Flaw.BROKEN, "tệp rỗng; hãy chép lại tệp gốc"
    if named in OFFICE and kind is FileType.ZIP and not is_zipfile(io.BytesIO(data)):
        return Flaw.BROKEN, f"{_word(named)} bị cắt cụt hoặc hỏng; hãy chép lại tệp gốc"
    if kind not in ATTACHABLE:
        return Flaw.TYPE, _unlisted(kind, named)
    if ending not in ATTACHABLE[kind]:
        return Flaw.TYPE, _misnamed(kind, named, posixpath.basename(path))
    if not is_whole(data, kind) or (kind is FileType.PDF and b"startxref" not in data):
        return Flaw.BROKEN, f"{_word(kind)} bị cắt cụt, thiếu phần cuối; hãy chép lại tệp gốc"
    if kind is FileType.PDF and data[: data.index(b"%PDF-")].strip(b"\xef\xbb\xbf\0 \t\r\n"):
        return Flaw.TYPE, "trước phần PDF còn nội dung khác; hãy xuất lại PDF từ Word"
    if kind is FileType.SVG and (part := unsafe_part(data)):
        how = "hãy lưu lại dạng SVG thường (Plain SVG), hoặc xuất thành PNG"
        return Flaw.TYPE, f"hình vẽ SVG có {part}; {how}"
    return None


def flaws(path: str, data: bytes) -> Iterator[tuple[Flaw, str]]:
    """Yield the first reason why a file may not be attached, with a message; nothing if it may be attached.

    Its path is checked first, then its size, then its content.
    """
    if found := name_flaw(path):
        yield Flaw.TYPE, found
    elif found := size_flaw(path, len(data)):
        yield Flaw.TOO_LARGE, found
    elif flaw := content_flaw(path, data):
        yield flaw


def _unlisted(kind: FileType, named: FileType | None) -> str:
    """Return a message that the type ``kind`` is not allowed, or that it is not the type ``named`` by the extension."""
    advice = _ADVICE.get(kind, f"chỉ nhận {_LIST}")
    if named and named is not kind:
        if kind is FileType.UNKNOWN:
            broken = "chữ trong tệp không phải Unicode; hãy lưu lại bằng mã UTF-8"
            other = f"tệp hỏng, hoặc không phải {named.value} như đuôi tên ghi; hãy chép lại tệp gốc"
            return broken if named is FileType.TEXT else other
        return f"nội dung là {kind.value}, không phải {named.value} như đuôi tên ghi; {advice}"
    return f"{kind.value} không được đính kèm; {advice}"


def _misnamed(kind: FileType, named: FileType | None, name: str) -> str:
    """Return a message that a file of the type ``kind`` has the extension of another type, ``named``.

    The message advises to rename the file. For plain text under another type's name, it advises to copy the original
    again, because renaming would not bring back the content.
    """
    if kind is FileType.TEXT and (named is None or named not in ATTACHABLE):
        return _unlisted(named or FileType.UNKNOWN, named)
    if kind is FileType.TEXT and named:
        return f"nội dung là văn bản thuần, không phải {named.value} như đuôi tên ghi; hãy chép lại tệp gốc"
    right = posixpath.splitext(name)[0] + ATTACHABLE[kind][0]
    return f"nội dung là {kind.value} mà đuôi tên ghi khác; hãy đổi tên thành “{right}” và sửa chỗ dẫn tới tệp"


def _word(kind: FileType) -> str:
    return f"tệp {kind.value}" if kind in (FileType.PDF, *OFFICE) else kind.value
