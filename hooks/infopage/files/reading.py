"""What reading a file yields beside its text: what it carries unseen, and what could not be read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from infopage.files.segments import Segment


class TraitKind(Enum):
    """What kind of thing a trait tells."""

    METADATA = 1
    """Names of persons, places, devices: nobody reads them, and anybody can."""
    HIDDEN = 2
    """Comments, edits, sheets, programs and files that the page does not show."""
    UNREADABLE = 3
    """The file, or a part of it, cannot be looked into."""
    NO_READER = 4
    """This machine lacks the library that reads such a file."""


@dataclass(frozen=True)
class Trait:
    """Something about a file beside its text; ``about`` says what in words for people, without its content.

    ``where`` names the page or the part. ``mild`` marks what a person has to look at, but is no fault by itself.
    """

    kind: TraitKind
    about: str
    where: str = ""
    mild: bool = False


HOME = re.compile(
    r"(?:file:///[A-Za-z]:|[A-Za-z]:)[\\/](?:Users|Documents and Settings)[\\/]|file:///(?:home|Users)/"
    r"|/(?:[h]ome|Users)/[a-z][\w.-]+/|d\.docs\.live\.net/|-my\.sharepoint\.com/personal/"
)
"""A path to somebody's own folder, on a machine or at a service, which tells a name."""

Reading: TypeAlias = Iterator[Segment | Trait]


def unreadable(why: str) -> Trait:
    """Return that a file cannot be looked into."""
    return Trait(TraitKind.UNREADABLE, why)


def no_reader(what: str) -> Trait:
    """Return that this machine has no reader for ``what``."""
    return Trait(TraitKind.NO_READER, f"máy này chưa có bộ đọc {what}; {INSTALL}")


INSTALL = "hãy cài bằng lệnh: scripts/infopage install-hook"
"""How to get the readers that a machine which only builds the site does not have."""
