"""The facts about a recording (video or audio) that its header states, and what is wrong with a recording."""

from typing import NamedTuple


class Recording(NamedTuple):
    """The facts about a video or audio file.

    ``codecs`` are those of its tracks, by their usual names. ``width`` and ``height`` are those of the picture as it is
    shown, in pixels, and 0 for audio. ``seconds`` is 0 if the file does not tell its length. If ``starts_late`` is
    true, the index is at the end of the file, and a browser must look there before it can play the beginning.
    """

    codecs: tuple[str, ...]
    seconds: float
    width: int = 0
    height: int = 0
    starts_late: bool = False

    @property
    def is_video(self) -> bool:
        """Whether the recording has a picture."""
        return self.width > 0

    @property
    def has_sound(self) -> bool:
        """Whether the recording has a sound track."""
        return len(self.codecs) > self.is_video


class CutError(Exception):
    """Raised if a file ends before its header says, or lacks a part without which it cannot be played."""


class CodecError(Exception):
    """Raised if browsers cannot play a file; the message says why, and what to do."""


class Note(NamedTuple):
    """A note (tag) in a recording, such as the artist: the name of the tag in lower case, and the text."""

    name: str
    text: str
