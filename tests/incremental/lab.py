"""A project that is changed and built incrementally again and again, and compared with clean builds."""

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
"""Disturbances of a build itself: it is killed, or two builds run at once."""

ALL = (*KINDS, KILLED, TWO)


class Lab:
    """A small project, built once. Tests change it and build it again."""

    def __init__(self, folder: Path, seed: str, news: int = 32) -> None:
        """Make and build a project with at most ``news`` news items; the changes are drawn by lot from ``seed``."""
        self.random = Random(seed)
        self.project = Project(golden_project(folder / "project"))
        for file in self.project.texts("tin-tuc/2026/tin-so-*.md")[news:]:
            file.unlink()
        self.site = self.project.root / "site"
        self._clean = folder / "clean"
        self.log = folder / "log"
        """The output of the last build."""
        self.refused = False
        self._took = 0.0
        self._right: dict[str, bytes] = {}
        self.project.kept.append(self.project.words())
        assert self.build() == 0

    def change(self, *kinds: str) -> None:
        """Make changes of these kinds, one after the other."""
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
        """Build incrementally; return the exit code."""
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
        """Return the files that differ between the built site and a clean build; a message if the latter is refused."""
        if self._built_clean():
            return ["a clean build is refused"]
        self._right = tree(self._clean / "site")
        return self.changed()

    def changed(self) -> list[str]:
        """Return the files that differ between the built site and the last clean build."""
        ours = tree(self.site)
        return sorted(path for path in ours.keys() | self._right.keys() if ours.get(path) != self._right.get(path))

    def step(self, *kinds: str) -> list[str]:
        """Make changes of these kinds, build, and return the files that differ from a clean build.

        If both builds refuse the changes, undo them.
        """
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
    """Return all inputs of a build, by path."""
    found = (file for file in root.rglob("*") if file.is_file() and "__pycache__" not in file.parts)
    named = ((file.relative_to(root).as_posix(), file) for file in found)
    return {path: file.read_bytes() for path, file in named if path.startswith(_INPUTS)}


def _lay(root: Path, inputs: Mapping[str, bytes]) -> None:
    """Make the project's inputs equal to ``inputs``, leaving equal files untouched."""
    was = _inputs(root)
    for path in was.keys() - inputs.keys():
        (root / path).unlink()
    for path, data in inputs.items():
        if was.get(path) != data:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(data)
            forget_bytecode(root / path)
