"""Whoever is told how a work goes on: a line of a terminal, or lines of a log."""

from collections.abc import Callable
from typing import Protocol, TextIO

from infopage.progress.phases import Phase


class Teller(Protocol):
    """Whoever is told how a work goes on."""

    def moves(self, phase: Phase, done: int, count: int, left: float | None) -> None:
        """Tell how far a phase is; ``left`` are the seconds it still takes, where that can be said."""

    def ends(self, phase: Phase, done: int, took: float) -> None:
        """Tell that a phase has ended."""


class Nobody:
    """Where only the clocks are read."""

    def moves(self, phase: Phase, done: int, count: int, left: float | None) -> None:
        """Say nothing."""

    def ends(self, phase: Phase, done: int, took: float) -> None:
        """Say nothing."""


class Screen:
    """A line of a terminal that is written over again and again; nothing of it stays."""

    def __init__(self, stream: TextIO) -> None:
        """Write to a terminal."""
        self._stream = stream
        self._length = 0

    def moves(self, phase: Phase, done: int, count: int, left: float | None) -> None:
        """Show the phase."""
        self._show(_said(phase, done, count, left))

    def ends(self, phase: Phase, done: int, took: float) -> None:
        """Take the line away."""
        self._show("")

    def _show(self, text: str) -> None:
        # Back at the line's beginning: whatever else is printed writes over it.
        print(f"\r{text.ljust(self._length)}\r", end="", file=self._stream, flush=True)
        self._length = len(text)


class Lines:
    """A line of a log for each phase that has ended, and one for each time that a long one was heard of."""

    def __init__(self, say: Callable[[str], None]) -> None:
        """Write by ``say``."""
        self._say = say

    def moves(self, phase: Phase, done: int, count: int, left: float | None) -> None:
        """Say how far it is, if it has been going on."""
        if done:
            self._say(_said(phase, done, count, left))

    def ends(self, phase: Phase, done: int, took: float) -> None:
        """Say what it took."""
        number = f" ({whole(done)})" if done and phase != Phase.UPLOAD else ""
        self._say(f"{_capital(phase)}{number}: {decimal(took, 1)} giây")


def _said(phase: Phase, done: int, count: int, left: float | None) -> str:
    if phase == Phase.UPLOAD:
        told = f": {done} %"
    elif count:
        told = f": {whole(done)}/{whole(count)}"
    else:
        told = "…"
    return f"{_capital(phase)}{told}{_left(left)}"


def _left(seconds: float | None) -> str:
    if seconds is None or seconds < 1:
        return ""
    minutes = round(seconds / 60)
    return f", còn khoảng {minutes} phút" if seconds >= 90 else f", còn khoảng {round(seconds)} giây"


def _capital(phase: Phase) -> str:
    return phase[:1].upper() + phase[1:]


def whole(number: int) -> str:
    """Return a whole number as Vietnamese writes it."""
    return f"{number:,}".replace(",", ".")


def decimal(number: float, places: int) -> str:
    """Return a number with so many decimal places as Vietnamese writes it."""
    return f"{number:.{places}f}".replace(".", ",")
