"""Parses the segments, chunks and boxes of a picture's file, to find its end and the texts in it."""

import re
import zlib
from collections.abc import Callable, Iterator, Mapping

from infopage.files.types import FileType

_PADDING = b"\0\xff \r\n"
_DIGITS = re.compile(rb"(?:[0-9a-fA-F]{2})+")
_MOST_WORDS = 1 << 20
"""The largest text uncompressed from a PNG, in bytes. A longer one is no caption, and its rest is dropped."""


def after_end(data: bytes, kind: FileType) -> bytes:
    """Return the data after the end of a picture of the type ``kind``, without padding.

    The result is empty if there is none or the end is unknown.
    """
    end = _ENDS[kind](data) if kind in _ENDS else None
    return b"" if end is None else data[end:].strip(_PADDING)


def is_whole(data: bytes, kind: FileType) -> bool:
    """Tell whether a picture of the type ``kind`` is complete.

    A type without an entry in ``_ENDS`` counts as complete.
    """
    return kind not in _ENDS or _ENDS[kind](data) is not None


def jpeg_segments(data: bytes) -> Iterator[bytes]:
    """Yield the contents of a JPEG file's APP0 to APP15 and comment segments."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF and data[at + 1] != 0xDA:
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        if 0xE0 <= data[at + 1] <= 0xEF or data[at + 1] == 0xFE:
            yield data[at + 4 : at + 2 + length]
        at += 2 + max(2, length) if data[at + 1] != 0xFF else 1


def riff_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the name and content of each chunk of a RIFF file, such as WebP."""
    at = 12
    while at + 8 <= len(data):
        length = int.from_bytes(data[at + 4 : at + 8], "little")
        yield data[at : at + 4], data[at + 8 : at + 8 + length]
        at += 8 + length + length % 2


def gif_notes(data: bytes) -> Iterator[bytes]:
    """Yield the content of each GIF extension (comment, plain text or application data), with its blocks joined."""
    at = 13 + _colours(data[10:11])
    while at < len(data) and data[at] in (0x21, 0x2C):
        is_note = data[at] == 0x21 and data[at + 1 : at + 2] != b"\xf9"  # 0xF9 (delay, transparency) contains no text
        at += 2 if data[at] == 0x21 else 11 + _colours(data[at + 9 : at + 10])
        start, parts = at, []
        while at < len(data) and data[at]:
            parts.append(data[at + 1 : at + 1 + data[at]])
            at += 1 + data[at]
        at += 1
        if is_note:
            # Adobe writes an XMP packet as it is, not in blocks that begin with their length.
            yield b"".join(parts) if not parts or not parts[0].startswith(b"XMP Data") else data[start:at]


def jpeg_end(data: bytes) -> int | None:
    """Return the offset of the first picture's end in a JPEG (ISO/IEC 10918-1, annex B); None if it is cut short."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
        elif marker == 0xD9:
            return at + 2
        elif marker in (0x01, *range(0xD0, 0xD9)):
            at += 2
        else:
            at += 2 + max(2, int.from_bytes(data[at + 2 : at + 4], "big"))
            if marker == 0xDA:
                at = _scan_end(data, at)
    return at + 2 if data[at : at + 2] == b"\xff\xd9" else None


def _scan_end(data: bytes, at: int) -> int:
    """Return the offset of the first marker after the scan (compressed pixels) at the offset ``at``.

    Within a scan, 0xFF is always followed by zero, by another 0xFF or by the rest of a restart marker. If no marker
    follows the scan, the length of the file is returned.
    """
    while (at := data.find(b"\xff", at)) >= 0 and at + 1 < len(data):
        if data[at + 1] != 0 and not 0xD0 <= data[at + 1] <= 0xD7 and data[at + 1] != 0xFF:
            return at
        at += 1 if data[at + 1] == 0xFF else 2
    return len(data)


def _png_end(data: bytes) -> int | None:
    ends = (at + length + 4 for name, at, length in _chunks(data) if name == b"IEND")
    return next((end for end in ends if end <= len(data)), None)


def _chunks(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Yield each chunk of a PNG file as its name, its content's offset and length (ISO/IEC 15948, 5.3)."""
    at = 8
    while at + 8 <= len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        name = data[at + 4 : at + 8]
        yield name, at + 8, length
        if name == b"IEND":
            return
        at += 12 + length


def png_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the name and content of each chunk of a PNG file."""
    for name, at, length in _chunks(data):
        yield name, data[at : at + length]


def _gif_end(data: bytes) -> int | None:
    """Return the offset of the end of a GIF file (GIF89a, sections 15 to 27); None if it is cut short.

    The trailer (the last byte) may be missing, because old programs omit it.
    """
    at, has_picture = 13 + _colours(data[10:11]), False
    while at < len(data):
        if data[at] == 0x3B:
            return at + 1
        if data[at] == 0x2C:
            has_picture = True
            at += 10 + _colours(data[at + 9 : at + 10]) + 1
        elif data[at] == 0x21:
            at += 2
        else:
            return None
        while at < len(data) and data[at]:
            at += 1 + data[at]
        at += 1
    return at if has_picture and at == len(data) else None


def _colours(packed: bytes) -> int:
    return 3 << ((packed[0] & 7) + 1) if packed and packed[0] & 0x80 else 0


def _riff_end(data: bytes) -> int | None:
    length = int.from_bytes(data[4:8], "little")
    return 8 + length + length % 2 if 12 < 8 + length <= len(data) else None


def _avif_end(data: bytes) -> int | None:
    """Return the length of an AVIF file if its outer boxes fill it and hold a picture, else None.

    The boxes are those of ISO/IEC 14496-12.
    """
    at, kinds = 0, set()
    while at + 8 <= len(data):
        size = int.from_bytes(data[at : at + 4], "big")
        if size == 1:
            size = int.from_bytes(data[at + 8 : at + 16], "big")
        size = size or len(data) - at
        if size < 8:
            return None
        kinds.add(data[at + 4 : at + 8])
        at += size
    return at if at == len(data) and {b"meta", b"mdat"} <= kinds else None


_ENDS: Mapping[FileType, Callable[[bytes], int | None]] = {
    FileType.JPEG: jpeg_end,
    FileType.PNG: _png_end,
    FileType.GIF: _gif_end,
    FileType.WEBP: _riff_end,
    FileType.AVIF: _avif_end,
}
"""For each type, the function that returns where its picture ends, or None if it is cut short."""


def png_words(data: bytes) -> Iterator[tuple[str, str]]:
    """Yield the keyword and text of each text chunk of a PNG file (ISO/IEC 15948, 11.3.4)."""
    for key, text in png_texts(data):
        yield key, text.decode("utf-8", "replace")


def png_texts(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the keyword and uncompressed bytes of each text chunk of a PNG file."""
    for name, at, length in _chunks(data):
        content = data[at : at + length]
        key, _, rest = content.partition(b"\0")
        if name == b"tEXt":
            words = rest
        elif name == b"zTXt":
            words = _unpacked(rest[1:])
        elif name == b"iTXt":
            is_packed, (_, _, text) = rest[:1] == b"\1", _three(rest[2:])
            words = _unpacked(text) if is_packed else text
        else:
            continue
        yield key.decode("latin-1"), words


def _three(content: bytes) -> tuple[bytes, bytes, bytes]:
    language, _, rest = content.partition(b"\0")
    translated, _, text = rest.partition(b"\0")
    return language, translated, text


def _unpacked(content: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(content, _MOST_WORDS)
    except zlib.error:
        return b""


def raw_profile(text: bytes) -> bytes:
    """Return the profile (a block of metadata) in a text of a PNG; empty if there is none.

    ImageMagick writes such texts: the profile's name, its length, and its bytes as hexadecimal digits.
    """
    digits = b"".join(text.split()[2:])
    return bytes.fromhex(digits.decode()) if _DIGITS.fullmatch(digits) else b""
