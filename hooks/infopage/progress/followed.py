"""Measures and reports the progress of an operation, phase by phase. Its clocks are passed in as functions."""

from collections.abc import Callable
from dataclasses import dataclass
from math import inf
from typing import TextIO

from infopage.progress.phases import Phase, Progress
from infopage.progress.tellers import Lines, Nobody, Screen, Teller, decimal, whole

AT_ONCE = 0.2
"""The minimum time, in seconds, between two reports about one phase on a terminal."""
A_MINUTE = 60
"""The minimum time, in seconds, between two reports about one phase in a log."""


@dataclass
class Spent:
    """The CPU time and wall-clock time of a phase, in seconds, and the number of steps done."""

    cpu: float = 0
    wall: float = 0
    count: int = 0


class Followed(Progress):
    """Measures progress with two clocks, in seconds: wall-clock time, and CPU time since the start of the program."""

    def __init__(self, wall: Callable[[], float], cpu: Callable[[], float], teller: Teller, pause: float) -> None:
        """Measure an operation with the clocks ``wall`` and ``cpu``, and report its progress to ``teller``.

        ``pause`` is the minimum time in seconds between two reports about one phase.
        """
        self._wall, self._cpu, self._teller, self._pause = wall, cpu, teller, pause
        self._spent = {Phase.START: Spent(cpu=cpu())}
        self._phase: Phase | None = None
        self._count = self._done = 0
        self._begun = self._told = self._cpu_begun = 0.0

    def begin(self, phase: Phase, count: int = 0) -> None:
        """End the last phase, and begin one with ``count`` steps (0 if unknown). A phase may occur several times."""
        self.end()
        self._phase, self._count, self._done = phase, count, 0
        self._begun = self._told = self._wall()
        self._cpu_begun = self._cpu()
        self._teller.moves(phase, 0, count, None)

    def step(self, done: int = 1) -> None:
        """Count ``done`` more steps. Report the progress if the last report is at least ``pause`` seconds old."""
        self._done += done
        now = self._wall()
        if self._phase and now - self._told >= self._pause:
            self._told = now
            is_known = 0 < self._done <= self._count
            left = (now - self._begun) * (self._count - self._done) / self._done if is_known else None
            self._teller.moves(self._phase, self._done, self._count, left)

    def end(self) -> None:
        """End the current phase and add up its times."""
        if not self._phase:
            return
        spent = self._spent.setdefault(self._phase, Spent())
        took = self._wall() - self._begun
        spent.cpu += self._cpu() - self._cpu_begun
        spent.wall += took
        spent.count += self._done
        self._teller.ends(self._phase, self._done, took)
        self._phase = None

    def table(self) -> str:
        """Return a table of the time spent, with a line for each phase.

        For the start of the program, it only has the CPU time: the wall-clock time was not measured.
        """
        lines = [f"{'giai đoạn':24}{'giây CPU':>10}{'giây thực':>11}{'số lượng':>11}"]
        spent_on_all = self._spent.values()
        total = Spent(sum(one.cpu for one in spent_on_all), sum(one.wall for one in spent_on_all))
        for phase, spent in (*self._spent.items(), ("tổng cộng", total)):
            count = whole(spent.count) if spent.count else ""
            lines.append(f"{phase:24}{decimal(spent.cpu, 2):>10}{decimal(spent.wall, 2):>11}{count:>11}")
        return "".join(f"{line.rstrip()}\n" for line in lines)


def followed(
    wall: Callable[[], float], cpu: Callable[[], float], stream: TextIO, say: Callable[[str], None], *, is_heard: bool
) -> Followed:
    """Return an observer that shows progress on ``stream`` if that is a terminal, or else logs it with ``say``.

    If ``is_heard`` is false, it shows and logs nothing and only measures the times. ``wall`` and ``cpu`` are its clocks
    (see :class:`Followed`).
    """
    if not is_heard:
        return Followed(wall, cpu, Nobody(), inf)
    if stream.isatty():
        return Followed(wall, cpu, Screen(stream), AT_ONCE)
    return Followed(wall, cpu, Lines(say), A_MINUTE)
