"""Removes the notes of video and audio files, and moves the index of a video to its beginning."""

from collections.abc import Iterator

from infopage.files import boxes, matroska, mpeg_audio
from infopage.files.boxes import Box
from infopage.files.recording import CutError
from infopage.files.types import FileType
from infopage.release.guard.cleaning.refusal import CleaningError

_CUT = "tệp bị cắt cụt hoặc hỏng; hãy chép lại tệp gốc"
_WITHIN = (b"moov", b"trak", b"mdia", b"minf", b"stbl")


def clean_recording(data: bytes, kind: FileType) -> bytes:
    """Return a recording without notes about persons, places and devices. Raises CleaningError."""
    try:
        if kind is FileType.MP3:
            return data[mpeg_audio.sound_start(data) : mpeg_audio.sound_end(data)]
        if kind is FileType.MP4:
            return begun_by_index(_without_boxes(data))
        if kind is FileType.WEBM:
            return _without_elements(data)
    except CutError:
        raise CleaningError(_CUT) from None
    raise CleaningError("tệp Ogg không gỡ được; hãy xuất lại thành MP3, hoặc xóa các ô tác giả, ghi chú rồi xuất lại")


def begun_by_index(data: bytes) -> bytes:
    """Return an MP4 file whose index (``moov``) stands before the pictures and the sound, so that it plays at once."""
    top = list(boxes.boxes(data, 0, len(data)))
    kinds = [box.kind for box in top]
    if b"moov" not in kinds or b"mdat" not in kinds or kinds.index(b"moov") < kinds.index(b"mdat"):
        return data
    moov, first = top[kinds.index(b"moov")], top[kinds.index(b"mdat")]
    moved = bytearray(data[moov.start : moov.end])
    if moov.end != len(data):
        return data  # something follows the index, whose place would change too
    for table, wide in _places(moved):
        for at in range(table.body + 8, table.end, wide):
            place = int.from_bytes(moved[at : at + wide], "big") + len(moved)
            if place >= 1 << 8 * wide:
                return data
            moved[at : at + wide] = place.to_bytes(wide, "big")
    return data[: first.start] + bytes(moved) + data[first.start : moov.start]


def _places(moov: bytearray) -> Iterator[tuple[Box, int]]:
    """Yield the tables of the places of samples in the file, each with the bytes of a place."""
    stack = list(boxes.boxes(bytes(moov), 0, len(moov)))
    while stack:
        box = stack.pop()
        if box.kind in _WITHIN:
            stack += boxes.boxes(bytes(moov), box.body, box.end)
        elif box.kind in (b"stco", b"co64"):
            yield box, 4 if box.kind == b"stco" else 8


def _without_boxes(data: bytes) -> bytes:
    """Return an MP4 file in which the boxes with notes are empty. Their sizes stay, as the index counts bytes."""
    cleaned = bytearray(data)
    for box in boxes.noted(data):
        cleaned[box.start + 4 : box.start + 8] = b"free"
        cleaned[box.body : box.end] = bytes(box.end - box.body)
    return bytes(cleaned)


def _without_elements(data: bytes) -> bytes:
    """Return a WebM file in which an empty element (Void) stands in the place of each element with notes."""
    cleaned = bytearray(data)
    for one in matroska.noted(data):
        length = one.end - one.start
        if length < 9:
            continue
        cleaned[one.start : one.start + 9] = b"\xec\x01" + (length - 9).to_bytes(7, "big")
        cleaned[one.start + 9 : one.end] = bytes(length - 9)
    return bytes(cleaned)
