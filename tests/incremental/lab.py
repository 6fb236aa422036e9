"""A project that is changed and built again and again, beside one that is built anew each time."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from random import Random
from time import monotonic, sleep

from infopage.content.first_published_file import USUAL
from infopage.environment import RUNNER
from tests.incremental.changes import KINDS, Project, forget_bytecode
from tests.sites import golden_project, tree

_INPUTS = ("docs/", "data/", "hooks/", "mkdocs.yml", USUAL)

KILLED, TWO = "killed", "two at once"
"""What builds themselves may meet, beside the changes of their input."""

ALL = (*KINDS, KILLED, TWO)


class Lab:
    """A small project, built once."""

    def __init__(self, folder: Path, seed: str, news: int = 32) -> None:
        """Make a project with at most so many news beside its other items."""
        self.random = Random(seed)
        self.project = Project(golden_project(folder / "project"))
        for file in self.project.texts("tin-tuc/2026/tin-so-*.md")[news:]:
            file.unlink()
        self.site = self.project.root / "site"
        self._clean = folder / "clean"
        self.log = folder / "log"
        """What the last build said."""
        self.refused = False
        self._took = 0.0
        self._right: dict[str, bytes] = {}
        self.project.kept.append(self.project.words())
        assert self.build() == 0

    def change(self, *kinds: str) -> None:
        """Make some changes."""
        for kind in kinds:
            self.project.number += 1
            if kind == KILLED:
                self._kill_a_build()
            elif kind == TWO:
                self._build_two_at_once()
            else:
                KINDS[kind](self.random, self.project)

    def start(self, root: Path | None = None) -> subprocess.Popen[bytes]:
        """Start a build in a process of its own."""
        clean = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR") if name in os.environ}
        settings = {"PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": "hooks"}
        settings["SOURCE_DATE_EPOCH"] = str(int(self.project.instant.timestamp()))
        command = [sys.executable, "-m", RUNNER, "build", "--quiet"]
        with self.log.open("wb") as log:
            return subprocess.Popen(
                command, cwd=root or self.project.root, env=clean | settings, stdout=log, stderr=log
            )

    def build(self) -> int:
        """Build on what was made before."""
        begun = monotonic()
        code = self.start().wait()
        self._took = monotonic() - begun
        return code

    def _kill_a_build(self) -> None:
        build = self.start()
        sleep(self._took * self.random.random())
        build.kill()
        build.wait()

    def _build_two_at_once(self) -> None:
        one = self.start()
        self.change("body")
        two = self.start()
        one.wait()
        two.wait()

    def differences(self) -> list[str]:
        """Return the files in which the built site is not the one of a clean build."""
        if self._built_clean():
            return ["a clean build is refused"]
        self._right = tree(self._clean / "site")
        return self.changed()

    def changed(self) -> list[str]:
        """Return the files in which the built site is not the one of the last clean build."""
        ours = tree(self.site)
        return sorted(path for path in ours.keys() | self._right.keys() if ours.get(path) != self._right.get(path))

    def step(self, *kinds: str) -> list[str]:
        """Make some changes, build and compare; what a build refuses a clean one refuses too, and it is taken back."""
        before, instant = _inputs(self.project.root), self.project.instant
        self.change(*kinds)
        self.refused = self.build() != 0
        if self.refused:
            if not self._built_clean():
                return ["a clean build goes through"]
            _lay(self.project.root, before)
            self.project.instant = instant
            if self.build():
                return ["what went through is refused"]
        if self.random.random() < 0.2:
            self.project.kept.append(self.project.words())
        return self.differences()

    def _built_clean(self) -> int:
        for made in ("site", "build"):
            shutil.rmtree(self._clean / made, ignore_errors=True)
        _lay(self._clean, _inputs(self.project.root))
        return self.start(self._clean).wait()


def _inputs(root: Path) -> dict[str, bytes]:
    """Return all that a build is made of, by path."""
    found = (file for file in root.rglob("*") if file.is_file() and "__pycache__" not in file.parts)
    named = ((file.relative_to(root).as_posix(), file) for file in found)
    return {path: file.read_bytes() for path, file in named if path.startswith(_INPUTS)}


def _lay(root: Path, inputs: Mapping[str, bytes]) -> None:
    """Make a project one of these inputs; what is so already is left alone."""
    was = _inputs(root)
    for path in was.keys() - inputs.keys():
        (root / path).unlink()
    for path, data in inputs.items():
        if was.get(path) != data:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(data)
            forget_bytecode(root / path)
