"""Reads WebM files: Matroska (RFC 9559) in EBML (RFC 8794), nested elements with numbers as their names."""

import struct
from collections.abc import Iterator
from typing import NamedTuple

from infopage.files.recording import CodecError, CutError, Note, Recording

_HEADER, _DOC_TYPE = 0x1A45DFA3, 0x4282
_SEGMENT, _INFO, _TRACKS, _CLUSTER, _TAGS = 0x18538067, 0x1549A966, 0x1654AE6B, 0x1F43B675, 0x1254C367
_SCALE, _DURATION, _TITLE = 0x2AD7B1, 0x4489, 0x7BA9
_TRACK, _CODEC, _VIDEO, _WIDTH, _HEIGHT, _ENCODINGS = 0xAE, 0x86, 0xE0, 0xB0, 0xBA, 0x6D80
_TAG, _SIMPLE_TAG, _TAG_NAME, _TAG_TEXT = 0x7373, 0x67C8, 0x45A3, 0x4487
_KNOWN = {"V_VP8": "VP8", "V_VP9": "VP9", "V_AV1": "AV1", "A_VORBIS": "Vorbis", "A_OPUS": "Opus"}
_HOW = "hãy xuất lại thành MP4 với hình H.264 và tiếng AAC"


class Element(NamedTuple):
    """An element: its id, where it starts, where its content starts and where it ends."""

    id: int
    start: int
    body: int
    end: int


def recorded(data: bytes) -> Recording:
    """Return the facts about a WebM file. Raises CutError or CodecError."""
    top = {one.id: one for one in elements(data, 0, len(data))}
    if _HEADER not in top or _SEGMENT not in top:
        raise CutError
    kind = _one(data, top[_HEADER], _DOC_TYPE)
    if kind is None or data[kind.body : kind.end].strip(b"\0") != b"webm":
        raise CodecError(f"tệp là Matroska (MKV), không phải WebM, nhiều trình duyệt không mở được; {_HOW}")
    parts: dict[int, Element] = {}
    for part in elements(data, top[_SEGMENT].body, top[_SEGMENT].end):
        parts.setdefault(part.id, part)
    if not {_INFO, _TRACKS, _CLUSTER} <= parts.keys():
        raise CutError
    codecs: list[str] = []
    width = height = 0
    for track in elements(data, parts[_TRACKS].body, parts[_TRACKS].end):
        if track.id != _TRACK:
            continue
        if _one(data, track, _ENCODINGS):
            raise CodecError(f"video bị nén hoặc khóa theo cách mà trình duyệt không mở được; {_HOW}")
        video, codec = _one(data, track, _VIDEO), _one(data, track, _CODEC)
        name = data[codec.body : codec.end].decode("latin-1").strip("\0") if codec else ""
        if name.startswith("S_"):
            continue
        if name not in _KNOWN:
            raise CodecError(f"tệp dùng {name[2:] or 'bộ mã lạ'}, trình duyệt không mở được; {_HOW}")
        codecs.insert(0 if video else len(codecs), _KNOWN[name])
        if video:
            width, height = _number(data, video, _WIDTH), _number(data, video, _HEIGHT)
    if not codecs:
        raise CutError
    return Recording(tuple(codecs), _seconds(data, parts[_INFO]), width, height)


def elements(data: bytes, start: int, end: int) -> Iterator[Element]:
    """Yield the elements between two offsets of a file. Raises CutError if one is longer than what contains it."""
    while start < end:
        id, at = _coded(data, start, keep=True)
        size, body = _coded(data, at, keep=False)
        unknown = size == (1 << 7 * (body - at)) - 1  # recorders that write as they record leave the size open
        stop = end if unknown else body + size
        if stop > end:
            raise CutError
        yield Element(id, start, body, stop)
        start = stop


def notes(data: bytes) -> Iterator[Note]:
    """Yield the notes in a WebM file: its tags and its title."""
    for part in _parts(data):
        if part.id == _TAGS:
            for tag in elements(data, part.body, part.end):
                for simple in elements(data, tag.body, tag.end) if tag.id == _TAG else ():
                    if simple.id == _SIMPLE_TAG:
                        yield Note(_text(data, simple, _TAG_NAME).lower(), _text(data, simple, _TAG_TEXT))
        elif part.id == _INFO and (title := _text(data, part, _TITLE)):
            yield Note("title", title)


def noted(data: bytes) -> Iterator[Element]:
    """Yield the elements that contain notes and nothing that is needed for playing."""
    yield from (part for part in _parts(data) if part.id == _TAGS)


def _parts(data: bytes) -> Iterator[Element]:
    try:
        for top in elements(data, 0, len(data)):
            if top.id == _SEGMENT:
                yield from elements(data, top.body, top.end)
    except CutError:
        return


def _coded(data: bytes, at: int, *, keep: bool) -> tuple[int, int]:
    """Return a number of variable length and where it ends; ``keep`` keeps the bit that marks the length."""
    first = data[at] if at < len(data) else 0
    length = 9 - first.bit_length()
    if length > 8 or at + length > len(data):
        raise CutError
    value = int.from_bytes(data[at : at + length], "big")
    return (value if keep else value & ((1 << 7 * length) - 1)), at + length


def _one(data: bytes, within: Element, id: int) -> Element | None:
    return next((one for one in elements(data, within.body, within.end) if one.id == id), None)


def _number(data: bytes, within: Element, id: int) -> int:
    found = _one(data, within, id)
    return int.from_bytes(data[found.body : found.end], "big") if found else 0


def _text(data: bytes, within: Element, id: int) -> str:
    found = _one(data, within, id)
    return data[found.body : found.end].decode("utf-8", "replace").strip("\0 ") if found else ""


def _seconds(data: bytes, info: Element) -> float:
    found = _one(data, info, _DURATION)
    if not found or found.end - found.body not in (4, 8):
        return 0.0
    (value,) = struct.unpack(">f" if found.end - found.body == 4 else ">d", data[found.body : found.end])
    return float(value) * (_number(data, info, _SCALE) or 1_000_000) / 1e9
