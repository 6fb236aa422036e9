"""Faulty inputs, one folder per case: its differences from the valid project ``_base``, and the expected report.

A case's files under ``docs/``, ``data/`` and ``build/`` overwrite those of the base; ``options.txt`` holds the options
of the command. ``change.txt`` holds further changes, one per line:

    edit FILE           the lines below change this file: ``-`` removes a line, ``+`` adds one in its place,
                        or at the end of the file if none was removed
    remove FILE         delete the file
    move FILE TO        rename the file; TO is relative to its folder
    link FILE TO        put a symbolic link in its place
    weigh FILE BYTES    enlarge the file to this size with empty data
    copy FILE TO        add a copy of the file
    folder FILE         put a folder in its place
    crlf | bom | nfd | latin1 | utf16 | nul | empty | bullet | huge | tangled FILE
                        save the file in this form, which the function of this name in ``_VERBS`` makes
"""

import contextlib
import io
import os
import shutil
import unicodedata
from collections.abc import Callable
from pathlib import Path

from infopage.cli import main

CASES = Path(__file__).parent
INSTANT = "1795132800"
"""20/11/2026 07:00 in Hà Nội, as SOURCE_DATE_EPOCH."""


def names() -> list[str]:
    """Return the names of the cases, sorted."""
    return sorted(p.name for p in CASES.iterdir() if p.is_dir() and not p.name.startswith("_"))


def lay(name: str, project: Path) -> None:
    """Make the project of a case in the new folder ``project``."""
    shutil.copytree(CASES / "_base", project)
    for part in ("docs", "data", "build"):
        if (CASES / name / part).is_dir():
            shutil.copytree(CASES / name / part, project / part, dirs_exist_ok=True)
    change = CASES / name / "change.txt"
    if change.exists():
        _Change(project).follow(change.read_text(encoding="utf-8").split("\n")[:-1])


def options_of(name: str) -> list[str]:
    """Return the options of ``infopage check`` for a case."""
    file = CASES / name / "options.txt"
    return file.read_text(encoding="utf-8").split() if file.exists() else []


def report_of(project: Path, *options: str) -> str:
    """Return what ``infopage check`` prints for a project, and its exit code if that does not fit the report."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        code = main(["--root", str(project), "check", *options])
    text = out.getvalue()
    return text if code == int(": lỗi [" in text) else f"{text}mã thoát {code}\n"


class _Change:
    def __init__(self, project: Path) -> None:
        self._project = project
        self._edited: Path | None = None
        self._at: int | None = None

    def follow(self, steps: list[str]) -> None:
        for step in steps:
            if step.startswith(("-", "+")):
                self._edit(step[0], step[1:])
            else:
                verb, *files = step.split()
                self._edited, self._at = self._project / files[0], None
                if verb != "edit":
                    _VERBS[verb](self._edited, *files[1:])

    def _edit(self, sign: str, line: str) -> None:
        assert self._edited is not None, "a line before the first step"
        lines = self._edited.read_text(encoding="utf-8").split("\n")
        if sign == "-":
            self._at = lines.index(line, self._at or 0)
            del lines[self._at]
        else:
            at = len(lines) - 1 if self._at is None else self._at
            lines.insert(at, line)
            self._at = None if self._at is None else at + 1
        self._edited.write_text("\n".join(lines), encoding="utf-8")


def _weigh(file: Path, size: str) -> None:
    os.truncate(file, int(size))


def _save(how: Callable[[str], bytes]) -> Callable[[Path], None]:
    def save(file: Path) -> None:
        file.write_bytes(how(file.read_text(encoding="utf-8")))

    return save


def _remove(file: Path) -> None:
    file.unlink()


def _move(file: Path, to: str) -> None:
    target = file.parent / to
    target.parent.mkdir(parents=True, exist_ok=True)
    file.rename(target)


def _copy(file: Path, to: str) -> None:
    target = file.parent / to
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(file, target)


def _folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


def _link(file: Path, to: str) -> None:
    file.symlink_to(to)


_VERBS: dict[str, Callable[..., None]] = {
    "remove": _remove,
    "move": _move,
    "link": _link,
    "weigh": _weigh,
    "copy": _copy,
    "folder": _folder,
    "crlf": _save(lambda text: text.replace("\n", "\r\n").encode()),
    "bom": _save(lambda text: text.encode("utf-8-sig")),
    "nfd": _save(lambda text: unicodedata.normalize("NFD", text).encode()),
    "latin1": _save(lambda text: text.encode("cp1252", "replace")),
    "utf16": _save(lambda text: text.encode("utf-16")),
    "empty": _save(lambda _: b""),
    "nul": _save(lambda text: text.encode() + b"\0\n"),
    "bullet": _save(lambda text: f"{text}\uf0b7 Word's bullet\n".encode()),
    "tangled": _save(lambda text: f"{text}\n{'[' * 20_000}\n".encode()),
    "huge": _save(lambda text: text.encode() + b"chu " * 1_100_000),
}
