"""Reads MP4 and M4A files: ISO base media files, which consist of nested boxes (ISO/IEC 14496-12)."""

from collections.abc import Iterator
from typing import NamedTuple

from infopage.files.recording import CodecError, CutError, Note, Recording

_KNOWN = {b"avc1": "H.264", b"avc3": "H.264", b"mp4a": "AAC", b".mp3": "MP3"}
"""The codecs that all browsers play, by the type of the sample entry."""
_NAMES = {
    **dict.fromkeys((b"hvc1", b"hev1", b"dvh1", b"dvhe"), "H.265 (HEVC)"),
    **dict.fromkeys((b"apcn", b"apch", b"apcs", b"apco", b"ap4h"), "ProRes"),
    **dict.fromkeys((b"mp4v", b"s263", b"h263"), "MPEG-4 kiểu cũ"),
    **dict.fromkeys((b"samr", b"sawb"), "AMR của máy ghi âm điện thoại"),
    **dict.fromkeys((b"sowt", b"twos", b"lpcm"), "âm thanh không nén"),
    **{b"av01": "AV1", b"vp09": "VP9", b"ac-3": "AC-3", b"ec-3": "E-AC-3", b"alac": "ALAC", b"fLaC": "FLAC"},
    **{b"Opus": "Opus", b"jpeg": "Motion JPEG", b"mjpa": "Motion JPEG"},
}
_ENCRYPTED = (b"encv", b"enca", b"drms", b"drmi")
_DEEP_COLOURS = (110, 122, 244)
"""H.264 profiles with 10 bits or with full colour resolution (ISO/IEC 14496-10, A.2): browsers cannot show them."""
_HOW = "hãy xuất lại thành MP4 với hình H.264 và tiếng AAC"
_NOTED = {
    **{b"\xa9ART": "artist", b"aART": "artist", b"\xa9wrt": "composer", b"\xa9aut": "author", b"\xa9cmt": "comment"},
    **{b"\xa9nam": "title", b"\xa9alb": "album", b"\xa9des": "description", b"desc": "description"},
    **{b"ldes": "description", b"\xa9lyr": "lyrics", b"cprt": "copyright", b"\xa9cpy": "copyright"},
    **{b"\xa9xyz": "location", b"loci": "location", b"\xa9mak": "make", b"\xa9mod": "model", b"\xa9too": "encoder"},
    **{b"auth": "author", b"perf": "artist", b"titl": "title", b"dscp": "description", b"\xa9own": "owner"},
}
_WITHIN = frozenset((b"moov", b"trak", b"mdia", b"minf", b"dinf", b"stbl", b"udta", b"ilst"))
_DEEPEST = 8


class Box(NamedTuple):
    """A box: its type, where it starts, where its content starts, and where it ends."""

    kind: bytes
    start: int
    body: int
    end: int


def recorded(data: bytes) -> Recording:
    """Return the facts about an MP4 or M4A file. Raises CutError or CodecError."""
    top = list(boxes(data, 0, len(data)))
    kinds = [box.kind for box in top]
    if b"moov" not in kinds or not {b"mdat", b"moof"} & set(kinds):
        raise CutError
    moov = top[kinds.index(b"moov")]
    codecs: list[str] = []
    width = height = 0
    for track in _found(data, moov, b"trak"):
        kind = next((data[box.body + 8 : box.body + 12] for box in _found(data, track, b"mdia", b"hdlr")), b"")
        if kind not in (b"vide", b"soun"):
            continue
        entry = _entry(data, track)
        codecs.insert(0 if kind == b"vide" else len(codecs), _codec(data, entry))
        if kind == b"vide":
            width, height = _size(data, track, entry)
    if not codecs or not any(_samples(data, moov)):
        raise CutError
    late = b"mdat" in kinds and kinds.index(b"mdat") < kinds.index(b"moov")
    return Recording(tuple(codecs), _seconds(data, moov), width, height, late)


def boxes(data: bytes, start: int, end: int) -> Iterator[Box]:
    """Yield the boxes between two offsets of a file.

    Raises CutError if a box is longer than the one that contains it.
    """
    while start + 8 <= end:
        size, kind, body = int.from_bytes(data[start : start + 4], "big"), data[start + 4 : start + 8], start + 8
        if size == 1:
            size, body = int.from_bytes(data[start + 8 : start + 16], "big"), start + 16
        stop = end if size == 0 else start + size
        if stop > end or stop < body:
            raise CutError
        yield Box(kind, start, body, stop)
        start = stop


def notes(data: bytes) -> Iterator[Note]:
    """Yield the notes in an MP4 file: those of iTunes (``ilst``), of phones and of 3GPP (``udta``)."""
    for box in _all(data, Box(b"", 0, 0, len(data)), 0):
        if name := _NOTED.get(box.kind):
            yield Note(name, _text(data, box))
        elif box.kind == b"mdta":
            yield from _apple(data, box)


def noted(data: bytes) -> Iterator[Box]:
    """Yield the boxes that contain notes and nothing else that is needed for playing."""
    for box in _all(data, Box(b"", 0, 0, len(data)), 0):
        if box.kind in (b"udta", b"meta", b"uuid"):
            yield box


def _all(data: bytes, within: Box, depth: int) -> Iterator[Box]:
    """Yield all boxes in a box, outer ones first; what is cut short ends the search."""
    body = within.body + (4 if within.kind == b"meta" and data[within.body : within.body + 4] == b"\0\0\0\0" else 0)
    try:
        for box in boxes(data, body, within.end):
            yield box
            if depth < _DEEPEST and (box.kind in _WITHIN or box.kind == b"meta"):
                yield from _all(data, box, depth + 1)
    except CutError:
        return


def _apple(data: bytes, box: Box) -> Iterator[Note]:
    """Yield the name of a note in Apple's form: ``com.apple.quicktime.location.ISO6709``.

    Its value is in another box.
    """
    yield Note(data[box.body : box.end].decode("utf-8", "replace").rpartition(".")[2].lower(), "")


def _text(data: bytes, box: Box) -> str:
    content = data[box.body : box.end]
    if content[4:8] == b"data":
        content = content[16:]
    elif box.kind[:1] == b"\xa9":
        content = content[4:]
    else:
        content = content[6:]
    return content.decode("utf-8", "replace").strip("\0 ")


def _found(data: bytes, within: Box, *path: bytes) -> Iterator[Box]:
    """Yield the boxes at a path of types below a box."""
    for box in boxes(data, within.body, within.end):
        if box.kind == path[0]:
            yield from _found(data, box, *path[1:]) if path[1:] else (box,)


def _entry(data: bytes, track: Box) -> Box:
    """Return the first sample entry of a track, which says how the track is coded."""
    for table in _found(data, track, b"mdia", b"minf", b"stbl", b"stsd"):
        for entry in boxes(data, table.body + 8, table.end):
            return entry
    raise CutError


def _codec(data: bytes, entry: Box) -> str:
    if entry.kind in _ENCRYPTED:
        raise CodecError("video, âm thanh bị khóa bản quyền nên không nơi nào khác mở được; hãy dùng bản không khóa")
    if known := _KNOWN.get(entry.kind):
        if known == "H.264" and _profile(data, entry) in _DEEP_COLOURS:
            raise CodecError(
                f"hình là H.264 loại 10 bit hoặc 4:2:2, trình duyệt không xem được; {_HOW} thường (8 bit, 4:2:0)"
            )
        return known
    name = _NAMES.get(entry.kind) or entry.kind.decode("latin-1").strip()
    raise CodecError(f"tệp dùng {name}, nhiều trình duyệt không mở được; {_HOW}")


def _profile(data: bytes, entry: Box) -> int:
    for box in boxes(data, entry.start + 86, entry.end):
        if box.kind == b"avcC":
            return data[box.body + 1]
    return 0


def _size(data: bytes, track: Box, entry: Box) -> tuple[int, int]:
    width = int.from_bytes(data[entry.start + 32 : entry.start + 34], "big")
    height = int.from_bytes(data[entry.start + 34 : entry.start + 36], "big")
    for header in _found(data, track, b"tkhd"):
        matrix = header.body + (52 if data[header.body] == 1 else 40)
        if not any(data[matrix : matrix + 4]) and not any(data[matrix + 16 : matrix + 20]):
            return height, width  # the matrix turns the picture by 90 degrees
    return width, height


def _seconds(data: bytes, moov: Box) -> float:
    for header in _found(data, moov, b"mvhd"):
        at, wide = (header.body + 20, 8) if data[header.body] == 1 else (header.body + 12, 4)
        scale = int.from_bytes(data[at : at + 4], "big")
        length = int.from_bytes(data[at + 4 : at + 4 + wide], "big")
        if scale and length and length != (1 << 8 * wide) - 1:
            return length / scale
    if any(_found(data, moov, b"mvex")):
        return 0.0  # a fragmented file may leave its length open
    raise CutError


def _samples(data: bytes, moov: Box) -> Iterator[bool]:
    """Yield whether each track has samples in the file itself. Raises CodecError if they are in another file."""
    yield from (True for _ in _found(data, moov, b"mvex"))
    for track in _found(data, moov, b"trak"):
        for references in _found(data, track, b"mdia", b"minf", b"dinf", b"dref"):
            for reference in boxes(data, references.body + 8, references.end):
                if reference.kind in (b"url ", b"urn ") and not data[reference.body + 3] & 1:
                    raise CodecError(f"hình, tiếng không nằm trong tệp mà ở tệp khác; {_HOW}")
        for kind, wide in ((b"stco", 4), (b"co64", 8)):
            for table in _found(data, track, b"mdia", b"minf", b"stbl", kind):
                places = range(table.body + 8, table.end, wide)
                if any(int.from_bytes(data[at : at + wide], "big") >= len(data) for at in places):
                    raise CutError
                yield len(places) > 0
