"""Corrections and withdrawals as templates show them."""

from dataclasses import dataclass

from infopage.outputs.views.links import Link, When


@dataclass(frozen=True)
class ChangeLine:
    """A line of an item's history of changes: the day, and what was changed on it."""

    when: When
    text: str


@dataclass(frozen=True)
class Corrected:
    """One correction in the public list of them: the corrected item, the day, the wrong words and the right words.

    ``wrong`` is empty where the wrong words would give away somebody's private life. ``source`` is the name of the
    source of a reprint, if it made the correction; otherwise ''.
    """

    link: Link
    when: When
    wrong: str
    right: str
    source: str = ""

    @property
    def following(self) -> str:
        """Return the end of the correction's heading that names the source which made it; '' if this site did."""
        return f", theo {self.source}" if self.source else ""


@dataclass(frozen=True)
class Withdrawn:
    """A withdrawn item in the public list of corrections: its name, and the notice about it."""

    name: str
    text: str


@dataclass(frozen=True)
class CorrectionsView:
    """The public list of corrections and withdrawn items."""

    corrections: tuple[Corrected, ...]
    withdrawn: tuple[Withdrawn, ...] = ()
