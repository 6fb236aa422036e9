"""Reads the metadata of a picture: place, author, device, and text written into it.

The tags are those of CIPA DC-008 (Exif 2.32), IPTC-IIM 4.2 and ISO 16684 (XMP).
"""

import io
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from infopage.files.photo import tells_place
from infopage.files.picture_notes import note_words, packets, told_by_notes
from infopage.files.picture_parts import after_end, png_words, raw_profile
from infopage.files.reading import Reading, Trait, TraitKind, no_reader, unreadable
from infopage.files.segments import Position, Segment
from infopage.files.types import FileType, type_of
from infopage.files.xmp import read_xmp

FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "TIFF", "BMP", "ICO", "AVIF")
"""The formats that Pillow may try. MPO, JPEG with several pictures, is not needed: such a file opens as JPEG."""
_EXIF_IFD, _GPS_IFD, _THUMBNAIL_IFD = 0x8769, 0x8825, -1
"""Pillow's keys for the Exif directories with the camera settings, the place and the thumbnail.

The first two are the numbers of the Exif tags that point to the directory. The third has no tag; Pillow uses -1.
"""
_PLACE = "nơi chụp (GPS)"
_THUMBNAIL = 0x0201
_USER_COMMENT = 0x9286
_MAKER_NOTE = 0x927C
_OF_WINDOWS = range(0x9C9B, 0x9CA0)
"""The Exif tags in which Windows writes title, comment, author, keywords and subject, in UTF-16."""
_PERSONS = {
    0x013B: "tên tác giả",
    0x9C9D: "tên tác giả",
    0x013C: "tên máy tính",
    0xA430: "tên chủ máy ảnh",
    0xA431: "số máy ảnh",
    0xA435: "số ống kính",
    0xA437: "tên tác giả",
    0xA438: "tên tác giả",
    0xC62F: "số máy ảnh",
    0xFDE8: "tên chủ máy ảnh",
    0xFDE9: "số máy ảnh",
}
_IPTC_PERSONS = {
    (2, 80): "tên tác giả",
    (2, 85): "tên tác giả",
    (2, 90): "nơi chụp",
    (2, 92): "nơi chụp",
    (2, 95): "nơi chụp",
    (2, 110): "tên, thông tin liên hệ của người chụp",
    (2, 118): "thông tin liên hệ",
    (2, 122): "tên người viết chú thích",
}
_AUTHOR_KEYS = frozenset(("author", "artist", "creator"))
_PACKET_KEYS = ("xmp", "XML:com.adobe.xmp", "Raw profile type xmp")
_NO_WORDS = frozenset(("exif", "icc_profile", "photoshop", "mp", "mpoffset", *(key.lower() for key in _PACKET_KEYS)))


@dataclass(frozen=True)
class _Header:
    """A picture's metadata, as Pillow reads it.

    ``tags``, ``place`` and ``first`` are the Exif directories of the picture, of the place (GPS) and of the thumbnail,
    as values by tag number. ``iptc`` and ``info`` have metadata of other kinds. ``is_broken`` tells whether the Exif
    data is broken, and ``has_more`` whether the file has further pictures.
    """

    tags: dict[int, Any]
    place: dict[int, Any]
    first: dict[int, Any]
    iptc: dict[tuple[int, int], Any]
    info: dict[str, Any]
    is_broken: bool
    has_more: bool


def read_image(data: bytes) -> Reading:
    """Yield the texts and the traits (findings such as an author's name) of a picture.

    Only the data around the pixels is read, not the pixels.
    """
    try:
        import PIL.Image  # noqa: F401 -- tests whether Pillow is installed
    except ImportError:
        yield no_reader("ảnh")
        return
    try:
        header = _header(data)
    except Exception:  # a malicious file may raise any exception, and must be reported as unreadable
        yield unreadable(
            "ảnh hỏng hoặc không thuộc loại đọc được (JPEG, PNG, WebP, GIF); hãy lưu lại thành JPEG hoặc PNG"
        )
        return
    kind = type_of(data)
    told = dict.fromkeys((*_told(header), *told_by_notes(data, kind)))
    if tells_place(data):
        told |= {_PLACE: None}
    yield from (Trait(TraitKind.METADATA, about) for about in told)
    rest = after_end(data, kind)
    if rest and not header.has_more:
        yield Trait(TraitKind.METADATA, "dữ liệu nối thêm sau phần ảnh")
    texts = [*_words_of(header)]
    for key, words in png_words(data) if kind is FileType.PNG else ():
        if key.lower() in _AUTHOR_KEYS and words.strip():
            yield Trait(TraitKind.METADATA, "tên tác giả")
        texts += [] if key in _PACKET_KEYS else [words]
    for words in dict.fromkeys(texts):
        yield from (Segment(1, line, Position.LINE, "lời ghi trong ảnh") for line in words.split("\n") if line.strip())
    for words in note_words(data, kind):
        yield Segment(1, words, Position.STRING, "lời ghi trong ảnh")
    for packet in (_packet(header.info), *packets(data, kind)):
        yield from read_xmp(packet)


def _header(data: bytes) -> _Header:
    from PIL import Image, IptcImagePlugin

    with warnings.catch_warnings(record=True) as complaints:
        warnings.simplefilter("always")
        with Image.open(io.BytesIO(data), formats=FORMATS) as image:
            exif = image.getexif()
            return _Header(
                tags=dict(exif) | dict(exif.get_ifd(_EXIF_IFD)),
                place=dict(exif.get_ifd(_GPS_IFD)),
                first=dict(exif.get_ifd(_THUMBNAIL_IFD)),
                iptc=dict(IptcImagePlugin.getiptcinfo(image) or {}),
                info={str(key): value for key, value in image.info.items()} | dict(getattr(image, "text", {})),
                is_broken=any("EXIF" in str(complaint.message) for complaint in complaints),
                has_more=image.format == "MPO",
            )


def _told(header: _Header) -> Iterator[str]:
    if header.is_broken:
        yield "phần Exif hỏng, không đọc hết được"
    if header.place.keys() - {0}:
        yield _PLACE
    if _THUMBNAIL in header.first:
        yield "ảnh thu nhỏ của bản chưa sửa"
    if header.has_more:
        yield "ảnh khác nằm sau ảnh này"
    yield from (about for tag, about in _PERSONS.items() if _words(header.tags.get(tag)))
    yield from (about for tag, about in _IPTC_PERSONS.items() if _words(header.iptc.get(tag)))
    for key, value in header.info.items():
        if key.lower() in _AUTHOR_KEYS and _words(value):
            yield "tên tác giả"


def _words_of(header: _Header) -> Iterator[str]:
    for tag, value in (*header.tags.items(), *header.place.items(), *header.first.items()):
        if tag in _OF_WINDOWS and isinstance(value, bytes):
            yield value.decode("utf-16-le", "replace").strip("\0 ")
        elif tag == _USER_COMMENT and isinstance(value, bytes) and value.startswith(b"UNICODE\0"):
            yield _either_end(value[8:])
        elif tag != _MAKER_NOTE:
            yield _words(value)
    yield from (_words(value) for value in header.iptc.values())
    yield from (_words(value) for key, value in header.info.items() if key.lower() not in _NO_WORDS)


def _packet(info: dict[str, Any]) -> bytes:
    value = next((info[key] for key in _PACKET_KEYS if info.get(key)), b"")
    packet = value if isinstance(value, bytes) else str(value).encode("utf-8", "replace")
    return (raw_profile(packet) if packet.lstrip().startswith(b"xmp") else b"") or packet


def _either_end(value: bytes) -> str:
    """Return UTF-16 text of unknown byte order, decoded in the order that gives more Latin and Vietnamese letters."""
    both = [value.decode(name, "replace").strip("\0 ") for name in ("utf-16-be", "utf-16-le")]
    return max(both, key=lambda text: sum(letter < "\u0250" or "\u1e00" <= letter < "\u1f00" for letter in text))


def _words(value: object) -> str:
    """Return a tag's value as text; empty where it is not text.

    By the standard, it is ASCII. In practice, programs write UTF-8 or UTF-16, so both are decoded.
    """
    if isinstance(value, list | tuple):
        return "\n".join(_words(one) for one in value) if all(isinstance(one, bytes | str) for one in value) else ""
    if isinstance(value, str):
        try:
            return value.encode("latin-1").decode("utf-8").strip("\0 \n")
        except UnicodeError:
            return value.strip("\0 \n")
    if not isinstance(value, bytes):
        return ""
    value = value.removeprefix(b"ASCII\0\0\0").removeprefix(b"\0" * 8)
    wide = len(value) > 3 and value[1::2].count(0) * 4 > len(value)
    return value.decode("utf-16-le" if wide else "utf-8", "replace").strip("\0 \n")
