"""One build: checks whether anything has changed, builds the site, and puts it in its place.

Most modules are imported only when they are needed: importing them takes half the time of a build with nothing to do.
"""

import contextlib
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from infopage.building.unchanged import Remembered, inputs, remember, unchanged
from infopage.progress.phases import Progress
from infopage.store.store import Store

if TYPE_CHECKING:
    from infopage.building.gathering import Gathered

WORK = "build"
"""The folder of the project where builds keep files for the next build."""

_NOTHING = "khong-doi"


@dataclass(frozen=True, kw_only=True)
class Request:
    """A request for a build: the project's folders and settings, and the folder and address of its site.

    ``first_published`` is the path of the file of first publications, relative to ``root``; empty if there is none.
    If a preview server is ``serving`` the site, faults are shown instead of the site.
    """

    root: Path
    settings_file: Path
    docs: Path
    theme: Path
    site: Path
    name: str
    url: str
    first_published: str
    preview: bool
    serving: bool


class FaultsError(Exception):
    """Raised if faults prevent the build; its text is the report."""


class Build:
    """A build of a request, as of an instant."""

    def __init__(self, request: Request, instant: datetime, progress: Progress, say: Callable[[str], None]) -> None:
        """Prepare a build; ``say`` shows a message to people."""
        self._request, self._instant, self._progress, self._say = request, instant, progress, say
        self._work = request.root / WORK
        self._store = Store(self._work)
        self._inputs = ""
        self._gathered: Gathered | None = None
        self.made = self._work / _NOTHING
        """The folder in which the new site is made."""

    def is_unchanged(self, now: datetime) -> bool:
        """Tell whether there is nothing to do; if so, repeat the report of the last build.

        ``now`` is the time of the machine's clock.
        """
        request = self._request
        read = [request.settings_file, request.root / "data", request.theme]
        read += [request.root / request.first_published] if request.first_published else []
        told = (request.name, request.url, str(request.preview), request.first_published)
        with contextlib.suppress(OSError):  # the build itself reports files that cannot be read
            self._inputs = inputs(request.docs, read, told, now)
        report = unchanged(self._store, request.site, self._inputs, self._instant)
        if report is None:
            return False
        self._say(f"{self._about()}\n{report}")
        self._say("Không có gì thay đổi từ lần dựng trước; trang giữ nguyên.")
        return True

    def gather(self) -> None:
        """Load and check everything the site is made of; raises ValueError or FaultsError with a message for people."""
        from infopage.building import gathering  # imported late: not needed if there is nothing to do

        request = self._request
        self._gathered = found = gathering.gather(request, self._store, self._instant, self._progress)
        self.made = gathering.made_in(request)
        if found.site is None:
            if not request.serving:
                raise FaultsError(found.report)
            return
        self._say(f"{self._about()}\n{found.report}")
        try:
            found.keep_searched(self._work)
        except OSError as error:
            self._say(f"Không ghi được {self._work.name} ({error.strerror}); lần dựng sau sẽ đọc lại mọi mục")

    @property
    def faults(self) -> str:
        """The report that a preview server shows instead of the site; empty if the site can be built."""
        return self._gathered.report if self._gathered and self._gathered.site is None else ""

    def finish(self, *, is_refused: bool) -> None:
        """Write the site, and put it in its place; ``is_refused`` means that another check forbids the latter."""
        if self._gathered is None:
            shutil.rmtree(self.made, ignore_errors=True)
            self._store.close()
            return
        from infopage.building import gathering  # imported late, as in ``gather``

        if self.faults:
            gathering.put_faults(self.faults, self._request, self.made)
        else:
            placed = gathering.write(self._gathered, self.made)
            if not is_refused:
                placed()
                since, until = self._gathered.span
                remember(self._store, self._request.site, Remembered(self._inputs, since, until, self._gathered.report))
            self._store.commit()
        self._store.close()

    def _about(self) -> str:
        named = self._request.first_published
        known = f"theo {named}" if named else "theo ngay_dang"
        return f"Thời điểm dựng: {self._instant.isoformat()}; lần đăng đầu: {known}"


def show(faults: str, url: str, folder: Path) -> None:
    """Write a page with the faults into a folder that a preview server serves at ``url``."""
    from infopage.building import gathering  # imported late, as in ``Build.gather``

    gathering.show(faults, url, folder)


def clear(site: Path) -> None:
    """Delete the folders that builds for a preview server have left beside its site."""
    from infopage.building import gathering  # imported late, as in ``Build.gather``

    gathering.clear(site)
