"""The versions of a document's text as of different days, for the band of links above the text."""

from dataclasses import dataclass

from infopage.outputs.views.links import Link


@dataclass(frozen=True)
class Version:
    """A version: its name, a short remark such as its day, its address, and whether the page shows it."""

    name: str
    note: str
    address: str
    is_shown: bool


@dataclass(frozen=True)
class VersionsView:
    """The versions of a document's text. ``title`` and ``by`` are empty if the page shows the text as issued.

    ``by`` are the documents whose changes the shown version contains. ``official`` are the texts consolidated
    officially, the newest first.
    """

    title: str
    by: tuple[Link, ...]
    versions: tuple[Version, ...]
    official: tuple[Link, ...] = ()
    amended: tuple[str, ...] = ()
    """The anchors of the headings below which the text was changed, to mark them in the table of contents."""
