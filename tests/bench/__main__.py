"""``python -m tests.bench``: measures builds of made-up texts, by this project and by other site generators.

This project is built in full and after each change of a usual working day.
"""

import argparse
import os
import platform
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench import report, scenarios
from tests.bench.bars import bars
from tests.bench.corpus import Sample, samples
from tests.bench.measuring import BuildError, Figures, emptied, measured
from tests.bench.peers import peers
from tests.bench.projects import digest, weights, write_ours
from tests.bench.serving import edit_shown
from tests.support import ROOT

WRITTEN = ROOT / "build" / "bench"
_MEMORY = "/dev/shm"
_SHOWN = 3
_ROOM = 10**6
"""The most bytes an item takes on disk: its text, its built files before and after a build, and the build's cache."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure the builds and print their costs; the exit code is 1 if one exceeds its limit (see bars.py)."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--items", type=int, default=10_000, help="how many texts (default: 10000)")
    parser.add_argument("--serve", action="store_true", help="only: how soon a preview shows an edit")
    parser.add_argument(
        "--write", nargs="?", type=Path, const=WRITTEN, metavar="FOLDER", help="write the picture and table of a README"
    )
    options = parser.parse_args(arguments)
    made = samples(options.items)
    words = sum(len(sample.body.split()) for sample in made)
    about = f"{len(made):,} texts, {words:,} words"
    print(f"{about}; digest {digest(made)}", flush=True)
    with TemporaryDirectory(prefix="infopage-bench-", dir=_place(len(made))) as folder:
        try:
            return _served(Path(folder), made) if options.serve else _bench(Path(folder), made, about, options.write)
        except BuildError as error:
            sys.exit(f"a build failed:\n{error}")


def _place(items: int) -> str | None:
    """Return a folder in memory if there is one with enough room for this many items; None otherwise.

    In memory, because the CPU cost of a disk varies.
    """
    is_there = os.access(_MEMORY, os.W_OK)
    return _MEMORY if is_there and shutil.disk_usage(_MEMORY).free > items * _ROOM else None


def _bench(folder: Path, made: Sequence[Sample], about: str, write: Path | None) -> int:
    theirs = _peers(folder, made)
    fewer = made[: len(made) // 10]
    smaller = _ours(folder / "smaller", fewer)
    full = scenarios.full(smaller)
    found = {len(fewer): weights(smaller / "site")}
    shutil.rmtree(smaller)
    project = _ours(folder / "ours", made)
    ours = {scenarios.FULL: scenarios.full(project)}
    _told(scenarios.FULL, ours[scenarios.FULL])
    found[len(made)] = weights(project / "site")
    for name, figures in scenarios.changes(project, made):
        ours[name] = figures
        _told(name, figures)
    print(f"\n{report.plain(theirs, ours)}\n")
    print("CPU seconds by phase (full build; a tenth of the texts; nothing changed; one document edited):")
    shown = (ours[scenarios.FULL], full, ours[scenarios.NOTHING], ours[scenarios.EDIT])
    for phase in shown[0].phases:
        print(f"  {phase:24}" + "".join(f"{one.phases.get(phase, 0):9.2f}" for one in shown))
    for items, sizes in found.items():
        bytes_of = ", ".join(f"{name} {sizes[name] / 1e6:,.0f} MB" for name in ("all", "pages", "feeds"))
        print(f"written of {items:,} texts: {sizes['files']:,} files; {bytes_of}")
    print()
    held = list(bars(theirs, ours, found, full))
    print(*held, sep="\n")
    if write:
        where = f"{about}; Python {platform.python_version()}"
        write.mkdir(parents=True, exist_ok=True)
        (write / "bench.svg").write_text(report.picture(theirs, ours, where), "utf-8")
        (write / "bench.md").write_text(report.markdown(theirs, ours, where), "utf-8")
        print(f"\nwritten: {write}/bench.svg, {write}/bench.md")
    return int(not all(bar.is_kept for bar in held))


def _peers(folder: Path, made: Sequence[Sample]) -> dict[str, Figures]:
    found, missing = peers(folder)
    print(*missing, sep="\n", end="\n" if missing else "")
    theirs: dict[str, Figures] = {}
    for peer in found:
        project = folder / peer.name
        peer.write(project, made)
        emptied(project, peer.made)
        theirs[peer.name] = measured(project, peer.command, peer.environment)
        _told(peer.name, theirs[peer.name])
        shutil.rmtree(project)
    return theirs


def _ours(project: Path, made: Sequence[Sample]) -> Path:
    write_ours(project, made)
    return project


def _served(folder: Path, made: Sequence[Sample]) -> int:
    project = _ours(folder / "ours", made)
    took = list[float]()
    for wall, cpu in edit_shown(project, made):
        took.append(wall)
        print(f"a preview shows an edit after {wall:.1f} s, {cpu:.1f} s CPU (bar: {_SHOWN} s)", flush=True)
    return int(max(took) > _SHOWN)


def _told(name: str, figures: Figures) -> None:
    """Print the CPU time, wall-clock time and memory of a build at once, because the whole run takes minutes."""
    print(f"  {name}: {figures.cpu:.1f} s CPU, {figures.wall:.1f} s, {figures.memory / 1e6:.0f} MB", flush=True)


if __name__ == "__main__":
    sys.exit(main())
