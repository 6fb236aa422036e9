"""What is known of a file that texts use: its size, and the picture, the text or the recording in it."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from infopage.content.pictures import Picture
from infopage.files.recording import Recording
from infopage.files.types import text_of


@dataclass(frozen=True)
class PlainFile:
    """A file of plain text that texts use: its path on this machine, and the fingerprint of its content."""

    file: Path = field(repr=False)
    digest: str

    def text(self) -> str:
        """Return the text in the file."""
        return text_of(self.file.read_bytes()) or ""


class UsedFile(NamedTuple):
    """A file of docs/: its size in bytes, and the picture, text or recording in it, if a text uses it."""

    size: int
    picture: Picture | None = None
    plain: PlainFile | None = None
    recording: Recording | None = None
