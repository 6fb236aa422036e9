"""Reads Ogg files (RFC 3533): pages that carry Vorbis or Opus sound."""

from collections.abc import Iterator
from typing import NamedTuple

from infopage.files.recording import CodecError, CutError, Note, Recording

_HOW = "hãy xuất lại thành MP3 hoặc M4A"
_MOST = 1_000_000


class _Page(NamedTuple):
    flags: int
    granule: int
    content: bytes
    end: int


def recorded(data: bytes) -> Recording:
    """Return the facts about an Ogg file. Raises CutError or CodecError."""
    first = _page(data, 0)
    head = first.content
    if head[:7] == b"\x01vorbis":
        codec, rate, skipped = "Vorbis", int.from_bytes(head[12:16], "little"), 0
    elif head[:8] == b"OpusHead":
        codec, rate, skipped = "Opus", 48000, int.from_bytes(head[10:12], "little")
    else:
        known = {b"\x80theora": "Theora", b"\x7fFLAC": "FLAC", b"Speex  ": "Speex", b"fishead": "nhiều luồng"}
        name = next((name for begins, name in known.items() if head.startswith(begins)), "bộ mã lạ")
        raise CodecError(f"tệp Ogg dùng {name}, nhiều trình duyệt không mở được; {_HOW}")
    at = data.rfind(b"OggS")
    last = _page(data, at)
    if not rate or last.end < len(data.rstrip(b"\0")) or at == 0:
        raise CutError
    return Recording((codec,), max(0, last.granule - skipped) / rate)


def notes(data: bytes) -> Iterator[Note]:
    """Yield the notes of an Ogg file (Vorbis comments)."""
    try:
        content = b"".join(page.content for page in _pages(data))
    except CutError:
        return
    place = max(content.find(b"\x03vorbis") + 7 if b"\x03vorbis" in content else 0, content.find(b"OpusTags") + 8)
    at = place + 4 + int.from_bytes(content[place : place + 4], "little")
    count = int.from_bytes(content[at : at + 4], "little")
    at += 4
    for _ in range(min(count, 1000)):
        size = int.from_bytes(content[at : at + 4], "little")
        name, _, text = content[at + 4 : at + 4 + size].decode("utf-8", "replace").partition("=")
        if name:
            yield Note(name.lower(), text)
        at += 4 + size


def _pages(data: bytes) -> Iterator[_Page]:
    """Yield the first pages, which have the notes."""
    at = 0
    while at < min(len(data), _MOST):
        page = _page(data, at)
        yield page
        at = page.end


def _page(data: bytes, at: int) -> _Page:
    if data[at : at + 4] != b"OggS" or at + 27 > len(data):
        raise CutError
    count = data[at + 26]
    body = at + 27 + count
    end = body + sum(data[at + 27 : body])
    if end > len(data):
        raise CutError
    return _Page(data[at + 5], int.from_bytes(data[at + 6 : at + 14], "little", signed=True), data[body:end], end)
