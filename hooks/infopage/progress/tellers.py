"""Shows progress to people: on one line of a terminal, or as lines of a log."""

from collections.abc import Callable
from typing import Protocol, TextIO

from infopage.progress.phases import Phase


class Teller(Protocol):
    """The interface for showing progress."""

    def moves(self, phase: Phase, done: int, count: int, left: float | None) -> None:
        """Show that ``done`` of ``count`` steps of a phase are done; ``count`` is 0 if unknown.

        ``left`` is the estimated remaining time in seconds, None if unknown.
        """

    def ends(self, phase: Phase, done: int, took: float) -> None:
        """Show that a phase has ended after ``done`` steps and ``took`` seconds."""


class Nobody:
    """Shows no progress. Used when only the table with the time of each phase is wanted."""

    def moves(self, phase: Phase, done: int, count: int, left: float | None) -> None:
        """Show nothing."""

    def ends(self, phase: Phase, done: int, took: float) -> None:
        """Show nothing."""


class Screen:
    """Shows progress on one line of a terminal, which is overwritten each time and cleared at the end."""

    def __init__(self, stream: TextIO) -> None:
        """Write to a terminal's ``stream``."""
        self._stream = stream
        self._length = 0

    def moves(self, phase: Phase, done: int, count: int, left: float | None) -> None:
        """Show the phase and its progress."""
        self._show(_said(phase, done, count, left))

    def ends(self, phase: Phase, done: int, took: float) -> None:
        """Clear the line on the terminal when a phase has ended."""
        self._show("")

    def _show(self, text: str) -> None:
        # Return to the beginning of the line, so that other output overwrites it.
        print(f"\r{text.ljust(self._length)}\r", end="", file=self._stream, flush=True)
        self._length = len(text)


class Lines:
    """Writes a line to a log for each phase that has ended, and for each progress report of a long phase."""

    def __init__(self, say: Callable[[str], None]) -> None:
        """Write lines with ``say``."""
        self._say = say

    def moves(self, phase: Phase, done: int, count: int, left: float | None) -> None:
        """Log the progress, but not the beginning of a phase."""
        if done:
            self._say(_said(phase, done, count, left))

    def ends(self, phase: Phase, done: int, took: float) -> None:
        """Log the time that the phase took."""
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
    """Return an integer in Vietnamese notation: ``1.234``."""
    return f"{number:,}".replace(",", ".")


def decimal(number: float, places: int) -> str:
    """Return a number with ``places`` decimals in Vietnamese notation: ``1,5``."""
    return f"{number:.{places}f}".replace(".", ",")
