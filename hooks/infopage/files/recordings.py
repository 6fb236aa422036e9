"""Reads video and audio files of every type: the facts that their headers state, and the notes in them."""

import struct
from collections.abc import Callable, Iterator

from infopage.files import boxes, matroska, mpeg_audio, ogg
from infopage.files.attachable import Flaw
from infopage.files.reading import Reading, Trait, TraitKind, unreadable
from infopage.files.recording import CodecError, CutError, Note, Recording
from infopage.files.segments import Position, Segment
from infopage.files.types import FileType

_READERS: dict[FileType, tuple[Callable[[bytes], Recording], Callable[[bytes], Iterator[Note]]]] = {
    FileType.MP4: (boxes.recorded, boxes.notes),
    FileType.WEBM: (matroska.recorded, matroska.notes),
    FileType.MP3: (mpeg_audio.recorded, mpeg_audio.notes),
    FileType.OGG: (ogg.recorded, ogg.notes),
}
_BROKEN = "{} bị cắt cụt hoặc hỏng, không mở được; hãy chép lại tệp gốc, hoặc xuất lại từ chương trình đã dựng"
_TOLD = {
    **dict.fromkeys(("artist", "author", "composer", "performer", "owner", "director"), "tên tác giả"),
    **dict.fromkeys(("encoded_by", "copyright"), "tên người làm ra tệp"),
    **dict.fromkeys(("location", "iso6709", "gps"), "nơi quay, nơi ghi"),
    **dict.fromkeys(("make", "model"), "máy đã dùng"),
    "attached": "tệp khác nằm trong tệp này",
}
"""What a note tells about persons, places and devices, by the name of the note."""


def recorded(data: bytes, kind: FileType) -> Recording | tuple[Flaw, str]:
    """Return the facts about a recording of the type ``kind``, or why it cannot be published, with a message."""
    try:
        found = _READERS[kind][0](data)
    except CodecError as error:
        return Flaw.TYPE, str(error)
    except (CutError, IndexError, struct.error, OverflowError):
        return Flaw.BROKEN, _BROKEN.format(kind.value)
    if found.is_video and not (found.width and found.height):
        return Flaw.BROKEN, _BROKEN.format(kind.value)
    return found


def read_recording(data: bytes, kind: FileType) -> Reading:
    """Yield the texts and the traits (findings such as an author's name) of a recording of the type ``kind``."""
    found = recorded(data, kind)
    if not isinstance(found, Recording) and found[0] is Flaw.BROKEN:
        yield unreadable(found[1])
        return
    told: dict[str, None] = {}
    try:
        for note in _READERS[kind][1](data):
            if about := _TOLD.get(note.name):
                told[about] = None
            for line in note.text.split("\n"):
                if line.strip():
                    yield Segment(1, line, Position.LINE, "lời ghi trong tệp")
    except (CutError, IndexError, struct.error, OverflowError):
        pass
    yield from (Trait(TraitKind.METADATA, about) for about in told)
