"""A preview server between its builds: what it shows, and the build that goes on in a thread.

After an edit, a build first shows the pages of the edited texts (building/early.py). Lists, feeds and search follow in
the thread, while the server answers requests. Another edit stops that build and begins a new one.
"""

import gc
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from tempfile import mkstemp
from threading import Event, Thread
from typing import TYPE_CHECKING

from infopage.progress.phases import Progress
from infopage.progress.stopping import Stoppable, StoppedError

if TYPE_CHECKING:
    from infopage.building.build import Build

_PAUSE = 1
"""The seconds that the background thread waits before it builds the rest of the site.

Meanwhile, browsers load the edited pages. If another edit follows within this time, no build has to be stopped.
"""


@dataclass
class Shown:
    """What the preview server shows, as of the last build."""

    common: str = ""
    """A fingerprint of the data that all pages depend on, and of the theme."""
    texts: Mapping[str, str] = field(default_factory=dict)
    """The fingerprints of the texts, by path."""
    is_behind: bool = False
    """Whether the pages of edited texts are newer than the rest of the site."""


class Preview:
    """The state that a preview server keeps from build to build."""

    def __init__(self, pause: float = _PAUSE) -> None:
        """Begin before the server is open: nothing is shown yet.

        The thread that builds the rest of the site after an edit waits ``pause`` seconds before it begins.
        """
        self.shown = Shown()
        self._pause = pause
        self._stopped = Event()
        self._stamp: Path | None = None
        self._progress = Stoppable(Progress())
        self._build: Build | None = None
        self._thread: Thread | None = None

    @property
    def is_open(self) -> bool:
        """Whether the server has made its first build, and watches for changes."""
        return self._stamp is not None

    def open(self) -> Path:
        """Return a new file that grows after each build in the background thread.

        A server that watches it then reloads.
        """
        handle, name = mkstemp(prefix="infopage_")
        os.close(handle)
        self._stamp = Path(name)
        return self._stamp

    def close(self) -> None:
        """Stop the build in the background thread, if any, and delete the file that :meth:`open` made."""
        self.stop()
        if self._stamp:
            self._stamp.unlink(missing_ok=True)

    def stoppable(self, progress: Progress) -> Progress:
        """Return the observer for the next build: it passes reports on to ``progress``, and can stop the build."""
        self._progress = Stoppable(progress)
        return self._progress

    def go_on(self, build: "Build", finish: Callable[[], None], failed: Callable[[Exception], None]) -> None:
        """In a background thread, plan ``build``, whose edited pages are already shown, and then call ``finish``.

        ``failed`` is called with an exception that ends the build.
        """
        self._stopped.clear()
        self._build, self._thread = build, Thread(target=self._run, args=(build, finish, failed))
        self._thread.start()

    def _run(self, build: "Build", finish: Callable[[], None], failed: Callable[[Exception], None]) -> None:
        try:
            if self._stopped.wait(self._pause):
                return
            build.plan()
            finish()
        except StoppedError:
            return
        except Exception as error:
            failed(error)
        finally:
            build.abandon()
            gc.enable()
        self.shown.is_behind = False
        if self._stamp:
            with self._stamp.open("ab") as stamp:
                stamp.write(b".")

    def is_current(self, now: datetime) -> bool:
        """Tell whether the build in the background thread, running or finished, has all changes made before ``now``."""
        return self._build is not None and self._build.has_same_inputs(now)

    def stop(self) -> None:
        """Stop the build in the background thread, if there is one, and wait for its end."""
        self._build = None
        if self._thread:
            self._stopped.set()
            self._progress.stop()
            self._thread.join()
            self._thread = None
