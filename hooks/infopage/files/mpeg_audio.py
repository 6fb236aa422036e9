"""Reads MP3 files: frames of MPEG audio (ISO/IEC 11172-3), with notes before them (ID3v2) and after them (ID3v1)."""

import zlib
from collections.abc import Iterator

from infopage.files.recording import CutError, Note, Recording

_RATES = (44100, 48000, 32000)
_KILOBITS = {
    1: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    2: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
"""The bit rates of layer III in kbit/s, of MPEG 1 and of MPEG 2 and 2.5."""
_SEARCHED = 64 * 1024
_NOTED = {
    **dict.fromkeys(("TPE1", "TPE2", "TP1", "TP2"), "artist"),
    **dict.fromkeys(("TCOM", "TCM", "TEXT", "TOLY", "TOPE"), "composer"),
    **dict.fromkeys(("TOWN", "TRSN"), "owner"),
    **dict.fromkeys(("TIT2", "TT2"), "title"),
    **dict.fromkeys(("TALB", "TAL"), "album"),
    **dict.fromkeys(("COMM", "COM"), "comment"),
    **dict.fromkeys(("USLT", "ULT"), "lyrics"),
    **dict.fromkeys(("TENC", "TEN"), "encoded_by"),
    **dict.fromkeys(("APIC", "PIC", "GEOB", "PRIV"), "attached"),
}
_MOST = 1_000_000
"""The most bytes of a compressed note that are read, so that a small file cannot fill the memory."""
_END = 128
_ENCODINGS = ("latin-1", "utf-16", "utf-16-be", "utf-8")


def recorded(data: bytes) -> Recording:
    """Return the facts about an MP3 file. Raises CutError."""
    start = sound_start(data)
    for at in range(start, min(len(data) - 4, start + _SEARCHED)):
        if data[at] != 0xFF or not (frame := _frame(data, at)):
            continue
        length, rate, samples, kilobits = frame
        if at + length < len(data) - _END and not _frame(data, at + length):
            continue
        seconds = _by_index(data, at, length, rate, samples)
        return Recording(("MP3",), seconds or (len(data) - at) * 8 / (kilobits * 1000))
    raise CutError


def sound_start(data: bytes) -> int:
    """Return where the sound begins, after the notes. Raises CutError if these are longer than the file."""
    if data[:3] != b"ID3":
        return 0
    size = 10 + _seven_bits(data[6:10]) + (10 if data[5] & 0x10 else 0)
    if size >= len(data):
        raise CutError
    return size


def sound_end(data: bytes) -> int:
    """Return where the sound ends, before the notes after it (ID3v1)."""
    return len(data) - (_END if data[-_END : -_END + 3] == b"TAG" else 0)


def notes(data: bytes) -> Iterator[Note]:
    """Yield the notes of an MP3 file."""
    if data[:3] == b"ID3":
        yield from _frames_of_notes(data[: 10 + _seven_bits(data[6:10])], data[3])
    if sound_end(data) < len(data):
        last = data[-_END:]
        for name, part in (
            ("title", last[3:33]),
            ("artist", last[33:63]),
            ("album", last[63:93]),
            ("comment", last[97:127]),
        ):
            if text := part.decode("latin-1").strip("\0 "):
                yield Note(name, text)


def _frames_of_notes(tag: bytes, version: int) -> Iterator[Note]:
    head, name_length = (6, 3) if version == 2 else (10, 4)
    at = 10
    while at + head <= len(tag) and tag[at : at + 1].isalnum():
        name = tag[at : at + name_length].decode("latin-1")
        raw = tag[at + name_length : at + name_length + (3 if version == 2 else 4)]
        size = _seven_bits(raw) if version == 4 else int.from_bytes(raw, "big")
        content = tag[at + head : at + head + size]
        flags = tag[at + 9] if version > 2 and at + 9 < len(tag) else 0
        if flags & (0x08 if version == 4 else 0x80):
            content = _unpacked(content)
        told = _NOTED.get(name) or ("other" if name.startswith("T") else "")
        if told:
            yield Note(told, "" if told == "attached" else _text(content, has_language=told in ("comment", "lyrics")))
        at += head + size


def _unpacked(content: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(content[4:], _MOST)
    except zlib.error:
        return b""


def _text(content: bytes, *, has_language: bool) -> str:
    if not content:
        return ""
    encoding = _ENCODINGS[content[0]] if content[0] < len(_ENCODINGS) else "latin-1"
    return content[4 if has_language else 1 :].decode(encoding, "replace").replace("\0", "\n").strip("\n \ufeff")


def _seven_bits(four: bytes) -> int:
    """Return a number of which each byte has seven bits (ID3v2, 6.2)."""
    value = 0
    for byte in four:
        value = value << 7 | byte & 0x7F
    return value


def _frame(data: bytes, at: int) -> tuple[int, int, int, int] | None:
    """Return (bytes, sampling rate, samples, kbit/s) of the frame that begins at a place; None if none begins there."""
    if at + 4 > len(data) or data[at] != 0xFF or data[at + 1] & 0xE6 != 0xE2:
        return None
    version = (data[at + 1] >> 3) & 3  # 3 is MPEG 1, 2 is MPEG 2, 0 is MPEG 2.5
    index, rate_index = data[at + 2] >> 4, (data[at + 2] >> 2) & 3
    if version == 1 or index in (0, 15) or rate_index == 3:
        return None
    kilobits = _KILOBITS[1 if version == 3 else 2][index]
    rate = _RATES[rate_index] // {3: 1, 2: 2, 0: 4}[version]
    samples = 1152 if version == 3 else 576
    return samples // 8 * kilobits * 1000 // rate + ((data[at + 2] >> 1) & 1), rate, samples, kilobits


def _by_index(data: bytes, at: int, length: int, rate: int, samples: int) -> float:
    """Return the length in seconds that the index in the first frame states (Xing, VBRI); 0 if there is none.

    Raises CutError if the file is shorter than the index states.
    """
    frame = data[at : at + length]
    place = max(frame.find(b"Xing"), frame.find(b"Info"))
    if place > 0:
        flags = frame[place + 7]
        frames = int.from_bytes(frame[place + 8 : place + 12], "big") if flags & 1 else 0
        size = int.from_bytes(frame[place + 12 : place + 16], "big") if flags & 3 == 3 else 0
        if size > len(data) - at + length:
            raise CutError
        return frames * samples / rate
    place = frame.find(b"VBRI")
    return int.from_bytes(frame[place + 14 : place + 18], "big") * samples / rate if place > 0 else 0.0
