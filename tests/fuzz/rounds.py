"""A fuzzing round: changes a project, checks it, builds it, runs the guard on it, and restores it."""

import contextlib
import io
import logging
import os
import shutil
import traceback
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, PluginError

from infopage.cli import main
from infopage.release.guard.cleaning import CleaningError, clean_bytes
from infopage.release.guard.files import Guard
from infopage.release.guard.patterns import Patterns, load
from tests.fuzz.changes import Change, changed
from tests.sites import BASE, GOLDEN, INSTANT, lay_out, tree
from tests.support import ROOT

BUILT = 0.25
"""The share of rounds without faults in which the project is also built; a build takes as long as ten checks."""
REFUSED = 0.02
"""The share of rounds with faults in which the project is also built; the build must refuse it."""


class Lab:
    """A project in a folder, with its site, in which rounds run."""

    def __init__(self, folder: Path, seed: int) -> None:
        self._root, self._seed = lay_out(folder / "project", BASE, GOLDEN), seed
        self._base = {path: data for path, data in tree(self._root).items() if path.startswith(("docs/", "data/"))}
        patterns = load(ROOT)[0] or Patterns()
        self._guards = (Guard(patterns), Guard(patterns, published=True))
        self.counts: Counter[str] = Counter()
        os.environ |= {"SOURCE_DATE_EPOCH": INSTANT, "NO_MKDOCS_2_WARNING": "1"}
        logging.getLogger("mkdocs").setLevel(logging.CRITICAL)
        assert self._build() is None
        self._site = tree(self._root / "site")

    def round(self, number: int) -> Iterator[str]:
        """Run one round and yield each fault, with its traceback if there is one."""
        random = Random(f"{self._seed}-{number}")
        change = changed(random, self._base)
        self.counts["vòng"] += 1
        try:
            self._apply(change)
            yield from self._held(random, change)
        finally:
            self._restore(change)

    def _held(self, random: Random, change: Change) -> Iterator[str]:
        for name, judge in (("check", self._check), ("guard", self._guarded)):
            try:
                found = judge(change)
            except (Exception, SystemExit):
                yield f"{name}: {sorted(change)}\n{traceback.format_exc()}"
                return
            if name == "check":
                has_faults = found
        self.counts["có lỗi" if has_faults else "không lỗi"] += 1
        if random.random() > (REFUSED if has_faults else BUILT):
            return
        self.counts["dựng"] += 1
        refused = self._build()
        if refused and "Traceback" in refused:
            yield f"build: {sorted(change)}\n{refused}"
        elif bool(refused) != has_faults:
            yield f"build: {sorted(change)} {'bị từ chối' if refused else 'vẫn dựng'} dù check nói khác: {refused}"
        elif refused and tree(self._root / "site") != self._site:
            yield f"build: {sorted(change)} bị từ chối mà trang cũ đã đổi"
        self._site = tree(self._root / "site")

    def _check(self, change: Change) -> bool:
        out = io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
            code = main(["--root", str(self._root), "check"])
        assert (code, ": lỗi [" in out.getvalue()) in ((0, False), (1, True)), out.getvalue()
        return code == 1

    def _guarded(self, change: Change) -> bool:
        for path, data in change.items():
            for guard in self._guards if data is not None else ():
                self.counts["tường"] += 1
                for one in guard.check(path, data or b""):
                    assert one.line >= 1
                    assert one.message
            if data and path.startswith("docs/") and not path.endswith(".md"):
                with contextlib.suppress(CleaningError):
                    clean_bytes(data)
        return False

    def _build(self) -> str | None:
        """Build the site; return why it was refused, or a crash's traceback; None if it was built."""
        try:
            with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
                config = load_config(str(self._root / "mkdocs.yml"), site_dir=str(self._root / "site"))
                config.plugins.on_startup(command="build", dirty=False)
                build(config)
        except (PluginError, Abort) as error:
            return str(error) or "bị từ chối"
        except (Exception, SystemExit):
            return traceback.format_exc()
        return None

    def _apply(self, change: Change) -> None:
        for path, data in change.items():
            file = self._root / path
            if data is None:
                file.unlink(missing_ok=True)
                continue
            with contextlib.suppress(OSError):  # if the file system refuses a file, no editor can save it
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(data)

    def _restore(self, change: Change) -> None:
        for top in ("docs", "data") if any(path not in self._base for path in change) else ():
            shutil.rmtree(self._root / top)
        wanted = change if all(path in self._base for path in change) else self._base
        for path in wanted:
            file = self._root / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(self._base[path])
