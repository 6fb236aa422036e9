"""What the bytes of a picture tell without any library: whether it is whole, and whether it says where it was taken."""

import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from typing import Literal

from infopage.files.types import FileType

XMP_PLACE = re.compile(rb"GPSL(?:atitude|ongitude)")
_TIFF = re.compile(rb"II\*\0|MM\0\*")
"""How a block of Exif begins (TIFF 6.0): sought in all of the file, for pictures hold others, each with its own."""
_GPS_IFD = 0x8825
_PROFILE = re.compile(rb"Raw profile type (?:exif|APP1|xmp)\0")
_MOST_TEXT = 1 << 20
"""Bytes that are unpacked of one text in a PNG."""


def is_whole(data: bytes, kind: FileType) -> bool:
    """Tell whether a picture has its end; one of a kind that is not known here counts as whole."""
    check = _WHOLE.get(kind)
    return check is None or check(data)


def tells_place(data: bytes) -> bool:
    """Tell whether a picture says where it was taken, in Exif (CIPA DC-008) or XMP (ISO 16684)."""
    return any(
        XMP_PLACE.search(part) or any(_has_gps(part, found.start()) for found in _TIFF.finditer(part))
        for part in (data, *_packed_texts(data))
    )


def _has_gps(data: bytes, start: int) -> bool:
    order: Literal["little", "big"] = "little" if data[start : start + 1] == b"I" else "big"

    def tags(at: int) -> dict[int, int]:
        """Return the values of a directory by tag, each as a number."""
        count = int.from_bytes(data[at : at + 2], order)
        entries = (data[n : n + 12] for n in range(at + 2, min(at + 2 + 12 * count, len(data) - 11), 12))
        return {int.from_bytes(one[:2], order): int.from_bytes(one[8:], order) for one in entries}

    first = int.from_bytes(data[start + 4 : start + 8], order)
    place = tags(start + first).get(_GPS_IFD)
    return place is not None and bool(tags(start + place).keys() - {0})  # 0 is the version alone


def _packed_texts(data: bytes) -> Iterator[bytes]:
    """Yield what a PNG's text chunks hold packed, or written as hexadecimal digits."""
    for kind, body in _png_chunks(data):
        keyword, _, rest = body.partition(b"\0")
        if kind == b"zTXt":
            rest = _unpacked(rest[1:])
        elif kind == b"iTXt" and rest[:1] == b"\1":
            rest = _unpacked(rest[2:].split(b"\0", 2)[-1])
        elif kind != b"tEXt":
            continue
        yield _from_digits(rest) if _PROFILE.match(keyword + b"\0") else rest


def _unpacked(data: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(data, _MOST_TEXT)
    except zlib.error:
        return b""


def _from_digits(text: bytes) -> bytes:
    """Return a profile as ImageMagick writes it: its name, its length, its bytes as digits."""
    digits = b"".join(text.split()[2:])
    return bytes.fromhex(digits.decode()) if re.fullmatch(rb"(?:[0-9a-fA-F]{2})+", digits) else b""


def _png_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the type and the body of each whole chunk of a PNG (ISO/IEC 15948)."""
    at = 8
    while data[:4] == b"\x89PNG" and at + 12 <= len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        if at + 12 + length > len(data):
            return
        yield data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        at += 12 + length


def _png_is_whole(data: bytes) -> bool:
    return any(kind == b"IEND" for kind, _ in _png_chunks(data))


def _jpeg_is_whole(data: bytes) -> bool:
    """Walk the segments to the picture itself (ITU-T T.81, annex B), in which the end's sign does not occur."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xDA:
            return data.find(b"\xff\xd9", at) > 0
        if marker == 0xFF:
            at += 1
        elif marker == 0x01 or 0xD0 <= marker <= 0xD8:
            at += 2
        else:
            at += 2 + max(2, int.from_bytes(data[at + 2 : at + 4], "big"))
    return False


def _gif_is_whole(data: bytes) -> bool:
    """Walk the blocks (GIF89a) to the trailer, or to where it should be: old programs leave it out."""
    if len(data) < 13:
        return False
    at, seen = 13 + _colours(data[10]), False
    while at < len(data):
        if data[at] == 0x3B:
            return seen
        if data[at] == 0x2C and at + 10 < len(data):
            seen = True
            at += 11 + _colours(data[at + 9])
        elif data[at] == 0x21:
            at += 2
        else:
            return False
        while at < len(data) and data[at]:
            at += data[at] + 1
        at += 1
    return seen and at == len(data)


def _colours(flags: int) -> int:
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _webp_is_whole(data: bytes) -> bool:
    return len(data) >= int.from_bytes(data[4:8], "little") + 8 > 20


def _avif_is_whole(data: bytes) -> bool:
    """Walk the outer boxes (ISO/IEC 14496-12): each ends within the file, and there is a picture in them."""
    at, kinds = 0, set()
    while at + 8 <= len(data):
        size = int.from_bytes(data[at : at + 4], "big")
        if size == 1:
            size = int.from_bytes(data[at + 8 : at + 16], "big")
        size = size or len(data) - at
        kinds.add(data[at + 4 : at + 8])
        if size < 8:
            return False
        at += size
    return at == len(data) and {b"meta", b"mdat"} <= kinds


_WHOLE: Mapping[FileType, Callable[[bytes], bool]] = {
    FileType.JPEG: _jpeg_is_whole,
    FileType.PNG: _png_is_whole,
    FileType.GIF: _gif_is_whole,
    FileType.WEBP: _webp_is_whole,
    FileType.AVIF: _avif_is_whole,
}
