"""The parts of a picture's file, walked as its format lays them: where it ends, and words between its points."""

import zlib
from collections.abc import Iterator

from infopage.files.types import FileType

_PADDING = b"\0\xff \r\n"
_MOST_WORDS = 1 << 20
"""Bytes that a compressed text of a PNG may unfold to: more is no caption."""


def after_end(data: bytes, kind: FileType) -> bytes:
    """Return what a file holds behind the end of its picture, padding left out; empty where nothing is, or is known."""
    ends = {FileType.JPEG: jpeg_end, FileType.PNG: _png_end, FileType.GIF: _gif_end, FileType.WEBP: _riff_end}
    end = ends[kind](data) if kind in ends else len(data)
    return data[end:].strip(_PADDING)


def jpeg_end(data: bytes) -> int:
    """Return where the first picture of a JPEG file ends (ISO/IEC 10918-1, annex B)."""
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
            at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
            if marker == 0xDA:
                at = _scan_end(data, at)
    return at + 2 if data[at : at + 2] == b"\xff\xd9" else len(data)


def _scan_end(data: bytes, at: int) -> int:
    """Return the first marker behind a scan's points, where 0xFF stands before zero or a restart mark alone."""
    while (at := data.find(b"\xff", at)) >= 0 and at + 1 < len(data):
        if data[at + 1] != 0 and not 0xD0 <= data[at + 1] <= 0xD7 and data[at + 1] != 0xFF:
            return at
        at += 1 if data[at + 1] == 0xFF else 2
    return len(data)


def _png_end(data: bytes) -> int:
    end = len(data)
    for name, at, length in _chunks(data):
        if name == b"IEND":
            end = at + length + 4
    return end


def _chunks(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Yield each chunk of a PNG file: its name, where its content begins, how long that is (ISO/IEC 15948, 5.3)."""
    at = 8
    while at + 8 <= len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        name = data[at + 4 : at + 8]
        yield name, at + 8, length
        if name == b"IEND":
            return
        at += 12 + length


def _gif_end(data: bytes) -> int:
    """Return where a GIF file's trailer stands (GIF89a, sections 15 to 27)."""
    at = 13 + _colours(data[10:11])
    while at < len(data):
        if data[at] == 0x3B:
            return at + 1
        if data[at] == 0x2C:
            at += 10 + _colours(data[at + 9 : at + 10]) + 1
        elif data[at] == 0x21:
            at += 2
        else:
            return len(data)
        while at < len(data) and data[at]:
            at += 1 + data[at]
        at += 1
    return len(data)


def _colours(packed: bytes) -> int:
    return 3 << ((packed[0] & 7) + 1) if packed and packed[0] & 0x80 else 0


def _riff_end(data: bytes) -> int:
    length = int.from_bytes(data[4:8], "little")
    return 8 + length + length % 2


def png_words(data: bytes) -> Iterator[tuple[str, str]]:
    """Yield the key and the words of each text chunk of a PNG file, wherever it stands (ISO/IEC 15948, 11.3.4)."""
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
        yield key.decode("latin-1"), words.decode("utf-8", "replace")


def _three(content: bytes) -> tuple[bytes, bytes, bytes]:
    language, _, rest = content.partition(b"\0")
    translated, _, text = rest.partition(b"\0")
    return language, translated, text


def _unpacked(content: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(content, _MOST_WORDS)
    except zlib.error:
        return b""
