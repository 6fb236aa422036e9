"""The recordings of an item: its own video and audio files, and videos on other sites."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from infopage.content.field_types.addresses import Attachment, FilePath, WebAddress
from infopage.content.field_types.dates import Day
from infopage.content.field_types.plain import Flag, Line
from infopage.content.fields import ListOf
from infopage.content.long_texts import InWords
from infopage.content.pictured import PICTURE_FILE
from infopage.content.schema import RecordOf, key

_VIDEO = Attachment("hoi-nghi.mp4", "tệp video", (".mp4", ".webm"))
_AUDIO = Attachment("ban-tin.mp3", "tệp âm thanh", (".mp3", ".m4a", ".ogg", ".oga"))
_CAPTIONS = Attachment("hoi-nghi.vtt", "tệp phụ đề", (".vtt",))


@dataclass(frozen=True, kw_only=True)
class Recorded:
    """A recording of the site's own, with the words about it.

    ``ground`` says by what right the likeness and the voices of the persons in it are published. No page shows it.
    """

    file: FilePath
    title: str = key("tieu_de", Line("Thôn Thượng làm đường hoa", 200), "tên của video hoặc bản ghi âm")
    credit: str = key("tac_gia", Line("Lê Minh Họa", 120), "người quay, người đọc hoặc người thực hiện", default="")
    taken: date | None = key("ngay", Day(), "ngày quay, ngày ghi", default=None)
    ground: str = key(
        "can_cu",
        Line("Người trong video đồng ý, biên bản ngày 10/10/2026", 300),
        "căn cứ để đăng hình, tiếng của người trong tệp; chỉ để lưu, không hiện trên trang",
        default="",
    )
    is_generated: bool = key("ai", Flag(), "hình hoặc tiếng do máy tạo ra (AI); trang ghi rõ bên dưới", default=False)


@dataclass(frozen=True, kw_only=True)
class Video(InWords, Recorded):
    """A video of the site's own."""

    file: FilePath = key("tep", _VIDEO, "tệp video đặt cạnh bài: MP4 với hình H.264, tiếng AAC; hoặc WebM")
    poster: FilePath | None = key("anh_bia", PICTURE_FILE, "ảnh hiện trước khi xem", default=None)
    captions: FilePath | None = key("phu_de", _CAPTIONS, "tệp phụ đề WebVTT, cho người không nghe được", default=None)


@dataclass(frozen=True, kw_only=True)
class Audio(InWords, Recorded):
    """A sound recording of the site's own."""

    file: FilePath = key("tep", _AUDIO, "tệp âm thanh đặt cạnh bài")


@dataclass(frozen=True, kw_only=True)
class OutsideVideo:
    """A video on another site: a card with a link. It is never embedded."""

    address: str = key("dia_chi", WebAddress(), "địa chỉ trang có video")
    title: str = key("tieu_de", Line("Phóng sự về đường hoa thôn Thượng", 200), "tên của video")
    publisher: str = key("noi_dang", Line("Truyền hình Minh Họa", 120), "nơi đăng video")
    length: str = key("thoi_luong", Line("12 phút", 40), "thời lượng", default="")
    picture: FilePath | None = key("anh", PICTURE_FILE, "ảnh của video, chép về đặt cạnh bài", default=None)


@dataclass(frozen=True, kw_only=True)
class WithMedia:
    """A base class of items that may have recordings."""

    videos: tuple[Video, ...] = key("video", ListOf(RecordOf(Video)), "video của trang, xem ngay trong bài", default=())
    audios: tuple[Audio, ...] = key(
        "am_thanh", ListOf(RecordOf(Audio)), "âm thanh của trang, nghe ngay trong bài và trong nguồn tin", default=()
    )
    outside_videos: tuple[OutsideVideo, ...] = key(
        "video_ngoai", ListOf(RecordOf(OutsideVideo)), "video ở trang khác, hiện thành thẻ dẫn tới trang ấy", default=()
    )


class _Placed(Protocol):
    @property
    def path(self) -> str: ...


def videos_of(item: object) -> tuple[Video, ...]:
    """Return the declarations of an item's own videos."""
    return item.videos if isinstance(item, WithMedia) else ()


def audios_of(item: object) -> tuple[Audio, ...]:
    """Return the declarations of an item's own audio files."""
    return item.audios if isinstance(item, WithMedia) else ()


def outside_videos_of(item: object) -> tuple[OutsideVideo, ...]:
    """Return the declarations of the videos on other sites to which an item leads."""
    return item.outside_videos if isinstance(item, WithMedia) else ()


def recordings_of(item: object) -> tuple[Video | Audio, ...]:
    """Return the declarations of an item's own recordings: videos, then audio."""
    return (*videos_of(item), *audios_of(item))


def recording_paths(item: _Placed) -> Iterator[str]:
    """Yield the paths, relative to docs/, of an item's own recordings."""
    yield from (one.file.within(item.path) for one in recordings_of(item))


def media_files(item: object) -> Iterator[FilePath]:
    """Yield the files that the keys of an item's recordings name, except for those with their words."""
    for one in recordings_of(item):
        yield one.file
    for video in videos_of(item):
        yield from (file for file in (video.poster, video.captions) if file)
    yield from (one.picture for one in outside_videos_of(item) if one.picture)
