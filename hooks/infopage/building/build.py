"""One build, from the question whether there is anything to do to the site in its place.

What a build is made with is imported when it is known to be needed: of a build that has nothing to do that would be
half.
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
"""The folder of the project that builds leave things in for the next."""

_NOTHING = "khong-doi"


@dataclass(frozen=True, kw_only=True)
class Request:
    """What is to be built: the project's folders and settings, and where its site is to stand.

    ``first_published`` names the file of first publications, relative to ``root``, if there is one. Where a server is
    ``serving`` the site, faults are shown in its place.
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
    """Faults stand in the site's way; its text is the report."""


class Build:
    """A build of a request at an instant."""

    def __init__(self, request: Request, instant: datetime, progress: Progress, say: Callable[[str], None]) -> None:
        """Begin; ``say`` shows people a message."""
        self._request, self._instant, self._progress, self._say = request, instant, progress, say
        self._work = request.root / WORK
        self._store = Store(self._work)
        self._inputs = ""
        self._gathered: Gathered | None = None
        self.made = self._work / _NOTHING
        """The folder that the site is made in."""

    def is_unchanged(self, now: datetime) -> bool:
        """Tell whether there is nothing to do, and say then what the last build said; ``now`` is the machine's time."""
        request = self._request
        read = [request.settings_file, request.root / "data", request.theme]
        read += [request.root / request.first_published] if request.first_published else []
        told = (request.name, request.url, str(request.preview), request.first_published)
        with contextlib.suppress(OSError):  # whatever cannot be read, the build itself tells of
            self._inputs = inputs(request.docs, read, told, now)
        report = unchanged(self._store, request.site, self._inputs, self._instant)
        if report is None:
            return False
        self._say(f"{self._about()}\n{report}")
        self._say("Không có gì thay đổi từ lần dựng trước; trang giữ nguyên.")
        return True

    def gather(self) -> None:
        """Gather all that the site is made of; raises ValueError and FaultsError, with a message for people."""
        from infopage.building import gathering  # a build that has nothing to do needs none of what this imports

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
        """The faults that a server shows in the place of the site."""
        return self._gathered.report if self._gathered and self._gathered.site is None else ""

    def finish(self, *, is_refused: bool) -> None:
        """Put the site in its place, unless something else has refused it."""
        if self._gathered is None:
            shutil.rmtree(self.made, ignore_errors=True)
            self._store.close()
            return
        from infopage.building import gathering  # as above

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
    """Show faults in a folder that a server shows at ``url``."""
    from infopage.building import gathering  # as above

    gathering.show(faults, url, folder)


def clear(site: Path) -> None:
    """Remove what builds for a server have left beside its site."""
    from infopage.building import gathering  # as above

    gathering.clear(site)
