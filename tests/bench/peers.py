"""The other site generators that are measured (peers), each on the same texts; the bench installs missing ones."""

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
"""The folder of the peers' virtual environments, one each, as they may need other versions of a library."""


@dataclass(frozen=True)
class Peer:
    """A site generator that is measured: how to write and build its project, and the folders that builds leave."""

    name: str
    write: Callable[[Path, Sequence[Sample]], None]
    command: Sequence[str]
    made: Sequence[str]
    environment: Mapping[str, str]


@dataclass(frozen=True)
class _Package:
    """A generator's package, at the version that is measured."""

    name: str
    version: str
    program: str
    arguments: Sequence[str]
    write: Callable[[Path, Sequence[Sample]], None]
    made: Sequence[str]


_PACKAGES = (
    # Hugo's package has the program and a Python wrapper for it. The program itself is run.
    _Package(
        "hugo", "0.168.0", "hugo/binaries/hugo", ("--quiet", "--cacheDir", "{}/cache"), write_hugo, ("public", "cache")
    ),
    _Package("zensical", "0.0.73", "bin/zensical", ("build",), write_peer, ("site", ".cache")),
)


def peers(folder: Path) -> tuple[list[Peer], list[str]]:
    """Return the other site generators that can be run, with projects in ``folder``, and messages about the rest."""
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
    """Return the path of a site generator's program, installed if needed; if that fails, None and the reason."""
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
