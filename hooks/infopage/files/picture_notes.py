"""Reads the notes (metadata) in a picture's file: any segment, chunk or box that is not the picture itself.

Both standard and private ones are read.
"""

import re
import zlib
from collections.abc import Iterator

from infopage.files.loose import loose_words
from infopage.files.picture_parts import gif_notes, jpeg_segments, png_chunks, png_texts, raw_profile, riff_chunks
from infopage.files.types import FileType

_PACKET = re.compile(rb"<(?:x:xmpmeta|rdf:RDF).{0,200000}?</(?:x:xmpmeta|rdf:RDF)>", re.DOTALL)
_IPTC_PERSONS = re.compile(rb"\x1c\x02[\x50\x55\x5a\x5c\x5f\x6e\x76\x7a]\0[\x01-\xff][\x20-\xff]")
"""Matches a non-empty IPTC-IIM record that names a person or a place."""
_OWNER = re.compile(r"\b(?:owner|serial)", re.IGNORECASE)
_CREDENTIALS = b"jumb"
"""The box type that holds content credentials (C2PA), which name a picture's maker (ISO/IEC 19566-5)."""
_SMALL_PICTURE = re.compile(rb"8BIM\x04[\x09\x0c]")
"""Matches the start of the thumbnail that Photoshop keeps of the first saved version."""
_DRAWN = {
    FileType.PNG: (b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"fdAT", b"fcTL"),
    FileType.WEBP: (b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP", b"EXIF"),
}
"""The chunks not searched for notes: pixels, instructions for showing them, and WebP's Exif (see images.py)."""
_MOST_OF_POINTS = 32 << 20


def note_words(data: bytes, kind: FileType) -> Iterator[str]:
    """Yield the runs of letters in the notes (metadata) of a picture of the type ``kind``."""
    for note in _notes(data, kind):
        yield from loose_words(note)
    for _, text in png_texts(data) if kind is FileType.PNG else ():
        if profile := raw_profile(text):
            yield from loose_words(profile)


def packets(data: bytes, kind: FileType) -> Iterator[bytes]:
    """Yield each XMP packet (a block of metadata) of a picture of the type ``kind``, wherever it is in the file."""
    for one in (data, *(note for note in _notes(data, kind) if kind is FileType.GIF)):
        yield from (found[0] for found in _PACKET.finditer(one))
    for segment in jpeg_segments(data) if kind is FileType.JPEG else ():
        if segment.startswith(b"http://ns.adobe.com/xmp/extension/\0"):
            yield segment[75:]  # without the segment's header: a name, a digest and two lengths


def told_by_notes(data: bytes, kind: FileType) -> Iterator[str]:
    """Yield a message for each kind of data about persons in the metadata, and for data hidden after the pixels."""
    notes = list(_notes(data, kind))
    profiles = [raw_profile(text) for _, text in png_texts(data)] if kind is FileType.PNG else []
    if any(_IPTC_PERSONS.search(one) for one in profiles):
        yield "tên tác giả"
    if any(_CREDENTIALS in one for one in notes):
        yield "chứng thực nguồn gốc ảnh (C2PA), có thể nêu tên người"
    if any(one.startswith(b"JFXX\0") or _SMALL_PICTURE.search(one) for one in notes):
        yield "ảnh thu nhỏ của bản chưa sửa"
    if any(one.startswith(b"Exif\0") and _OWNER.search(one.decode("latin-1")) for one in notes):
        yield "tên chủ hoặc số máy ảnh"
    if kind is FileType.PNG and _has_more_than_points(data):
        yield "dữ liệu nối thêm sau phần ảnh"


def _notes(data: bytes, kind: FileType) -> Iterator[bytes]:
    if kind is FileType.JPEG:
        yield from (one for one in jpeg_segments(data) if not one.startswith(b"ICC_PROFILE\0"))
    elif kind is FileType.PNG:
        yield from (content for name, content in png_chunks(data) if name not in _DRAWN[kind])
    elif kind is FileType.WEBP:
        yield from (content for name, content in riff_chunks(data) if name not in _DRAWN[kind])
    elif kind is FileType.GIF:
        yield from gif_notes(data)
    elif kind is FileType.AVIF:
        at = 0
        while at + 8 <= len(data):
            size = int.from_bytes(data[at : at + 4], "big")
            if data[at + 4 : at + 8] not in (b"mdat", b"meta", b"ftyp"):
                yield data[at + 8 : at + max(size, 8)]
                # The first 8 bytes of the content may be the header of an inner box, so the content after them is
                # yielded too.
                yield data[at + 16 : at + max(size, 8)]
            at += max(size, 8)


def _has_more_than_points(data: bytes) -> bool:
    """Tell whether a PNG file has other data in its IDAT chunks, after the end of the compressed pixels."""
    packed = zlib.decompressobj()
    left = _MOST_OF_POINTS
    for name, content in png_chunks(data):
        if name != b"IDAT" or left <= 0:
            continue
        try:
            while content and not packed.eof and left > 0:
                left -= len(packed.decompress(content, 1 << 20))
                content = packed.unconsumed_tail
        except zlib.error:
            return False
        if packed.eof and (packed.unused_data or (content and not packed.unconsumed_tail)):
            return True
    return False
