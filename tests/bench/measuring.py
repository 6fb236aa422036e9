"""Measures one build in a process of its own: its totals from the system, its phases from the build's own table."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

_MAC = 1 if sys.platform == "darwin" else 1024


@dataclass(frozen=True)
class Figures:
    """The cost of a build: CPU seconds (user and system), wall-clock seconds, and peak memory in bytes.

    For our own builds also the CPU seconds of each phase.
    """

    cpu: float
    wall: float
    memory: int
    phases: Mapping[str, float] = field(default_factory=dict)


class BuildError(Exception):
    """Raised if a build fails; the message is the end of the build's output."""


def measured(project: Path, command: Sequence[str], environment: Mapping[str, str], timings: str = "") -> Figures:
    """Run the command of a build in the folder ``project`` and return its cost (CPU time and so on). Raises BuildError.

    ``timings`` is the file, in that folder, to which a build of ours writes the times of its phases.
    """
    log = project.with_name(f"{project.name}.log")
    begun = time.monotonic()
    with log.open("wb") as out:
        process = subprocess.Popen(command, cwd=project, env={**_plain(), **environment}, stdout=out, stderr=out)
        _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise BuildError(log.read_text("utf-8", "replace")[-2000:])
    phases = _phases((project / timings).read_text("utf-8")) if timings else {}
    return Figures(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss * _MAC, phases)


def _plain() -> dict[str, str]:
    """Return the environment variables without those for Python, so that it behaves as on a user's machine.

    For example, it then stores the bytecode that it compiles.
    """
    return {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}


def emptied(project: Path, made: Iterable[str]) -> None:
    """Remove the folders ``made``, which have what earlier builds wrote and cached."""
    for name in made:
        shutil.rmtree(project / name, ignore_errors=True)


def _phases(table: str) -> dict[str, float]:
    """Return the CPU seconds by phase from a build's table, whose last row is the sum."""
    rows = table.splitlines()[1:-1]
    return {row[:24].strip(): float(row[24:].split()[0].replace(".", "").replace(",", ".")) for row in rows}
