"""Traits: findings beside a file's text, such as metadata, hidden content, and parts that could not be read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from infopage.files.segments import Segment


class TraitKind(Enum):
    """The kinds of traits (findings about a file beside its text)."""

    METADATA = 1
    """Names of persons, places or devices, which viewers do not show but anybody can extract."""
    HIDDEN = 2
    """Comments, edits, hidden sheets, programs and embedded files: content that a printed page does not show."""
    UNREADABLE = 3
    """The file or a part of it cannot be read."""
    NO_READER = 4
    """The library that reads this type of file is not installed."""


@dataclass(frozen=True)
class Trait:
    """A finding about a file beside its text. ``about`` is a message on its kind, without the content found.

    ``where`` names the page or part. A ``mild`` trait is no fault by itself, but a person must look at it.
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
    """Return the trait (finding) that a file cannot be read. ``why`` is a message for people."""
    return Trait(TraitKind.UNREADABLE, why)


def no_reader(what: str) -> Trait:
    """Return the trait (finding) that the library named ``what``, which reads this type of file, is not installed."""
    return Trait(TraitKind.NO_READER, f"máy này chưa có bộ đọc {what}; {INSTALL}")


INSTALL = "hãy cài bằng lệnh: scripts/infopage install-hook"
"""Advice to install the libraries with which the guard reads files."""
