"""Traits of a file, found while reading its text: unseen content, and parts that could not be read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from infopage.files.segments import Segment


class TraitKind(Enum):
    """The kind of a trait."""

    METADATA = 1
    """Names of persons, places, devices: a reader does not see them, but anybody can read them."""
    HIDDEN = 2
    """Comments, edits, sheets, programs and embedded files that a page does not show."""
    UNREADABLE = 3
    """The file or a part of it cannot be read."""
    NO_READER = 4
    """The library that reads this type of file is not installed."""


@dataclass(frozen=True)
class Trait:
    """A fact about a file beside its text; ``about`` says in words for people what was found, never its content.

    ``where`` names the page or part. ``mild`` marks a trait that a person must look at but that is no fault by itself.
    """

    kind: TraitKind
    about: str
    where: str = ""
    mild: bool = False


HOME = re.compile(
    r"(?:file:///[A-Za-z]:|[A-Za-z]:)[\\/](?:Users|Documents and Settings)[\\/]|file:///(?:home|Users)/"
    r"|/(?:[h]ome|Users)/[a-z][\w.-]+/|d\.docs\.live\.net/|-my\.sharepoint\.com/personal/"
)
"""A path to a personal folder, on a machine or in a cloud service, which reveals a name."""

Reading: TypeAlias = Iterator[Segment | Trait]


def unreadable(why: str) -> Trait:
    """Return the trait of a file that cannot be read."""
    return Trait(TraitKind.UNREADABLE, why)


def no_reader(what: str) -> Trait:
    """Return the trait that the library for reading ``what`` is not installed."""
    return Trait(TraitKind.NO_READER, f"máy này chưa có bộ đọc {what}; {INSTALL}")


INSTALL = "hãy cài bằng lệnh: scripts/infopage install-hook"
"""How to install the reading libraries, which building the site alone does not need."""
