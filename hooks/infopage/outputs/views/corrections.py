"""Corrections and withdrawals as templates show them."""

from dataclasses import dataclass

from infopage.outputs.views.links import Link, When


@dataclass(frozen=True)
class Corrected:
    """One correction in the public list."""

    link: Link
    when: When
    wrong: str
    right: str


@dataclass(frozen=True)
class Withdrawn:
    """An item that was taken back, in the public list: what it was called, and what is said of it."""

    name: str
    text: str


@dataclass(frozen=True)
class CorrectionsView:
    """The public list of corrections."""

    corrections: tuple[Corrected, ...]
    withdrawn: tuple[Withdrawn, ...] = ()
