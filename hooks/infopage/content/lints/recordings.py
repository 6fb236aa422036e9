"""Checks recordings: the right key for each file, captions, words for those who cannot hear, and how heavy they are."""

from collections.abc import Iterator

from infopage.content.diagnostics import Diagnostic, warning
from infopage.content.fields import quote
from infopage.content.library import Library
from infopage.content.media import Audio, Video, recordings_of
from infopage.content.model import Item
from infopage.content.texts import Text
from infopage.files.captions import captions
from infopage.files.recording import Recording

_MOST_BITS = 4_000_000
"""The most bits per second of a recording, on average. A phone on a slow connection cannot play more."""

_TOLERATED = 1.0
"""By how many seconds captions may go on after the video has ended."""


def check_recordings(library: Library) -> Iterator[Diagnostic]:
    """Yield the faults of all recordings that the keys of items name."""
    for text in library.texts:
        if not (isinstance(text.item, Item) and text.item.withdrawn):
            for one in recordings_of(text.item):
                yield from _recording(one, text, library)


def _recording(one: Video | Audio, text: Text, library: Library) -> Iterator[Diagnostic]:
    path, named = one.file.within(text.item.path), quote(one.file.path)
    found = library.recordings.get(path)
    if found is None:
        return  # another fault is about the file
    rule = "video" if isinstance(one, Video) else "am-thanh"
    if found.is_video != isinstance(one, Video):
        yield Diagnostic(text.path, one.file.line, rule, f"tệp {named} {_other_key(one)}")
        return
    if one.words and one.words_file:
        yield Diagnostic(text.path, one.file.line, rule, f"{named} có cả loi và tep_loi; hãy giữ lại một")
    if isinstance(one, Video):
        yield from _captions(one, found, text, library)
    captioned = isinstance(one, Video) and one.captions
    if not (one.words or one.words_file or captioned):
        what = "lời nói trong tệp" if found.has_sound or not found.is_video else "việc thấy trong video"
        message = f"{named} chưa có lời viết thành chữ; hãy ghi {what} ở khóa loi, cho người không nghe, không xem được"
        yield warning(text.path, one.file.line, rule, message)
    if isinstance(one, Video) and not one.poster:
        message = f"video {named} chưa có ảnh bìa nên trước khi xem chỉ thấy khung đen; hãy ghi ở khóa anh_bia"
        yield warning(text.path, one.file.line, rule, message)
    yield from _weight(found, path, library.files[path])


def _other_key(one: Video | Audio) -> str:
    """Return a message that a file belongs to the other of the keys for video and audio, and how to name it there."""
    name, _, ending = one.file.path.rpartition(".")
    if isinstance(one, Audio):
        return f"có hình; hãy đổi tên thành “{name}.mp4” và ghi ở khóa video"
    how = f"đổi tên thành “{name}.m4a”" if ending.lower() == "mp4" else "xuất lại thành MP3 hoặc M4A"
    return f"chỉ có tiếng; hãy {how} và ghi ở khóa am_thanh"


def _weight(found: Recording, path: str, size: int) -> Iterator[Diagnostic]:
    if found.starts_late and found.is_video:
        message = f"phần mục lục nằm ở cuối tệp nên video chậm bắt đầu; hãy chạy: scripts/infopage clean docs/{path}"
        yield warning(f"docs/{path}", 1, "tep-qua-nang", message)
    if found.seconds and size * 8 / found.seconds > _MOST_BITS:
        minute = f"{size / found.seconds * 60 / 1e6:.0f}"
        how = "hãy xuất lại với khung hình 1280 × 720, khoảng 2 Mbit mỗi giây"
        yield warning(f"docs/{path}", 1, "tep-qua-nang", f"mỗi phút xem tốn {minute} MB của người đọc; {how}")


def _captions(one: Video, found: Recording, text: Text, library: Library) -> Iterator[Diagnostic]:
    if one.captions is None:
        if found.has_sound:
            message = f"video {quote(one.file.path)} chưa có phụ đề; hãy ghi tệp .vtt ở khóa phu_de"
            yield warning(text.path, one.file.line, "phu-de", message)
        return
    path = one.captions.within(text.item.path)
    if path not in library.plain:
        return  # another fault is about the file
    cues, faults = captions(library.plain[path].text())
    yield from (Diagnostic(f"docs/{path}", fault.line, "phu-de", fault.message) for fault in faults)
    if cues and not faults and found.seconds and cues[-1].end > found.seconds + _TOLERATED:
        message = f"phụ đề kéo dài quá lúc video kết thúc ({found.seconds:.0f} giây); hãy xem lại có đúng tệp không"
        yield Diagnostic(f"docs/{path}", cues[-1].line, "phu-de", message)
