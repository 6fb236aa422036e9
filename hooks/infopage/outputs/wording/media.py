"""What is said of an item's recordings wherever they are named: length, credits, and the words spoken."""

from collections.abc import Iterator

from infopage.content.catalogue import Catalogue
from infopage.content.long_texts import paragraphs
from infopage.content.media import Audio, Video, audios_of, outside_videos_of, videos_of
from infopage.content.model import Item
from infopage.files.captions import captions
from infopage.outputs.renditions.infographics import words_of
from infopage.outputs.renditions.lead import whole_picture
from infopage.outputs.renditions.sizes import ON_PHONES, THUMB, cut
from infopage.outputs.views.media import MediaView, OutsideVideoView, RecordingView
from infopage.outputs.views.pictures import PictureView
from infopage.outputs.wording.encoding import media_type
from infopage.outputs.wording.notices import readable_size

GENERATED = "Hình hoặc tiếng do máy tạo ra (AI)"


def media_view(item: Item, catalogue: Catalogue) -> MediaView | None:
    """Return the recordings below an item's text; None if it has none."""
    videos = tuple(recording_view(one, item, catalogue) for one in videos_of(item))
    audios = tuple(recording_view(one, item, catalogue) for one in audios_of(item))
    outside = tuple(
        OutsideVideoView(
            title=one.title,
            address=one.address,
            publisher=one.publisher,
            length=one.length,
            picture=_small(one.picture.within(item.path)) if one.picture else None,
        )
        for one in outside_videos_of(item)
    )
    return MediaView(videos, audios, outside) if videos or audios or outside else None


def recording_view(one: Video | Audio, item: Item, catalogue: Catalogue) -> RecordingView:
    """Return a recording of the site's own as pages, feeds and data tell of it."""
    path = one.file.within(item.path)
    file = catalogue.file(path)
    assert file.recording  # the checks let no file through that cannot be read
    seconds = round(file.recording.seconds)
    video = one if isinstance(one, Video) else None
    return RecordingView(
        title=one.title,
        address=path,
        type=media_type(path),
        size=readable_size(file.size),
        length=_length(seconds),
        iso=f"PT{seconds // 60}M{seconds % 60}S" if seconds else "",
        credits=tuple(_credits(one)),
        told=tuple(paragraphs(told(one, item, catalogue))),
        width=file.recording.width,
        height=file.recording.height,
        poster=_poster(video.poster.within(item.path), catalogue) if video and video.poster else "",
        captions=video.captions.within(item.path) if video and video.captions else "",
    )


def told(one: Video | Audio, item: Item, catalogue: Catalogue) -> str:
    """Return the text that tells a recording in words: the editor's, or else that of the captions."""
    words = words_of(one, item, catalogue)
    if not words and isinstance(one, Video) and one.captions:
        file = catalogue.file(one.captions.within(item.path)).plain
        cues, _ = captions(file.text()) if file else ([], [])
        words = " ".join(" ".join(cue.text.split()) for cue in cues)
    return words


def _credits(one: Video | Audio) -> Iterator[str]:
    if one.credit:
        yield f"Thực hiện: {one.credit}"
    if one.is_generated:
        yield GENERATED


def _length(seconds: int) -> str:
    """Return a length for readers.

    >>> _length(65), _length(40), _length(0)
    ('1 phút 05 giây', '40 giây', '')
    """
    if seconds < 60:
        return f"{seconds} giây" if seconds else ""
    return f"{seconds // 60} phút {seconds % 60:02} giây"


def _poster(path: str, catalogue: Catalogue) -> str:
    """Return the address of the rendition for phones, as browsers know no others for the picture of a video."""
    return min(whole_picture(path, catalogue).jpeg, key=lambda one: abs(one.width - ON_PHONES)).address


def _small(path: str) -> PictureView:
    return PictureView((cut(path, THUMB, "webp"),), (cut(path, THUMB, "jpg"),), *THUMB)
