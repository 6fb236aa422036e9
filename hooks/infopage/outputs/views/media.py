"""Recordings as templates show them: the site's own videos and audio, and cards of videos on other sites."""

from dataclasses import dataclass

from infopage.outputs.views.pictures import PictureView


@dataclass(frozen=True, kw_only=True)
class RecordingView:
    """A video or audio file of the site's own.

    ``address`` is its file and ``type`` its media type. ``length`` is a text such as ``1 phút 05 giây``, empty if the
    length is unknown, and ``iso`` the same in ISO 8601. ``poster`` and ``captions`` are addresses or empty. ``told``
    are the paragraphs that tell it in words.
    """

    title: str
    address: str
    type: str
    size: str
    length: str
    iso: str
    credits: tuple[str, ...]
    told: tuple[tuple[str, ...], ...]
    width: int = 0
    height: int = 0
    poster: str = ""
    captions: str = ""


@dataclass(frozen=True, kw_only=True)
class OutsideVideoView:
    """The card of a video on another site: its title, its address, where it is, its length, and a picture."""

    title: str
    address: str
    publisher: str
    length: str
    picture: PictureView | None


@dataclass(frozen=True)
class MediaView:
    """The recordings below an item's text."""

    videos: tuple[RecordingView, ...]
    audios: tuple[RecordingView, ...]
    outside: tuple[OutsideVideoView, ...]
