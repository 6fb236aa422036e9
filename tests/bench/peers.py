"""The generators that are measured beside ours, each with a site of the same texts; the bench gets what is missing."""

import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench.corpus import Sample
from tests.bench.projects import INSTANT, write_hugo, write_peer
from tests.support import ROOT

MATERIAL = "MkDocs + Material"
_ENVIRONMENTS = ROOT / "build" / "bench"
"""Each peer has one of its own: what it wants of a library need not be what this project wants."""


@dataclass(frozen=True)
class Peer:
    """A generator: how its project is written, how it is built, and what builds leave there."""

    name: str
    write: Callable[[Path, Sequence[Sample]], None]
    command: Sequence[str]
    made: Sequence[str]
    environment: Mapping[str, str]


@dataclass(frozen=True)
class _Package:
    """A generator as the registry has it, of a version at which it was measured."""

    name: str
    version: str
    program: str
    arguments: Sequence[str]
    write: Callable[[Path, Sequence[Sample]], None]
    made: Sequence[str]


_PACKAGES = (
    # The program itself, not the Python that starts it.
    _Package(
        "hugo", "0.168.0", "hugo/binaries/hugo", ("--quiet", "--cacheDir", "{}/cache"), write_hugo, ("public", "cache")
    ),
    _Package("zensical", "0.0.73", "bin/zensical", ("build",), write_peer, ("site", ".cache")),
)


def peers(folder: Path) -> tuple[list[Peer], list[str]]:
    """Return the peers that can be had, with projects in ``folder`` to be, and what is to be said of the others."""
    environment = {"SOURCE_DATE_EPOCH": INSTANT, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    mkdocs = (sys.executable, "-m", "mkdocs", "build", "--quiet")
    found, missing = [Peer(MATERIAL, write_peer, mkdocs, ("site",), environment)], list[str]()
    for one in _PACKAGES:
        title = f"{one.name.capitalize()} {one.version}"
        program, failure = _program(one)
        if program is None:
            missing.append(f"{title} could not be had: {failure}")
            continue
        arguments = (argument.format(folder / title) for argument in one.arguments)
        found.append(Peer(title, one.write, (str(program), *arguments), one.made, environment))
    return found, missing


def _program(package: _Package) -> tuple[Path | None, str]:
    """Return a peer's program, installed if it is not yet, or None and why not."""
    root = _ENVIRONMENTS / f"{package.name}-{package.version}"
    if (program := _found(root, package)) is None:
        pip = ("-m", "pip", "install", "--quiet", "--only-binary", ":all:", f"{package.name}=={package.version}")
        for command in ((sys.executable, "-m", "venv", "--clear", root), (root / "bin/python", *pip)):
            ran = subprocess.run(command, capture_output=True, text=True, check=False)
            if ran.returncode:
                return None, (ran.stderr.strip().splitlines() or ["no word of why"])[-1]
        program = _found(root, package)
    return program, "" if program else f"no {package.program} in the package"


def _found(root: Path, package: _Package) -> Path | None:
    return next((path for path in root.glob(f"**/{package.program}") if path.is_file()), None)
