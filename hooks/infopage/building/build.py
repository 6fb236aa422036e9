"""One build: checks whether anything has changed, builds the new site, and replaces the old site by it.

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
    from infopage.building.preview import Shown

WORK = "build"
"""The folder, relative to the project, where builds keep files for the next build."""

_NOTHING = "khong-doi"


@dataclass(frozen=True, kw_only=True)
class Request:
    """A request for a build: the project's folders and settings, and the folder and address of its site."""

    root: Path
    """The folder of the project."""
    settings_file: Path
    docs: Path
    theme: Path
    site: Path
    """The folder of the finished site."""
    name: str
    url: str
    first_published: str
    """The file that records when the public first saw each item, relative to ``root``; empty if there is none."""
    preview: bool
    """Whether items that are not public yet are included."""
    serving: bool
    """Whether a preview server runs the build. It then shows faults instead of the site."""


class FaultsError(Exception):
    """Raised if faults in the content prevent the build. Its text is the report of all faults."""


class Build:
    """A build of the site described by a request, as of a given time."""

    def __init__(self, request: Request, instant: datetime, progress: Progress, say: Callable[[str], None]) -> None:
        """Prepare the build of a ``request``, as of the time ``instant``.

        ``say`` shows a message to the person who started the build, and ``progress`` its progress.
        """
        self._request, self._instant, self._progress, self._say = request, instant, progress, say
        self._work = request.root / WORK
        self._store = Store(self._work)
        self._inputs = ""
        self._gathered: Gathered | None = None
        self.made = self._work / _NOTHING
        """The folder in which the new site is made. Until :meth:`load` sets this, it is a folder that stays empty."""
        self.is_shown_early = False
        """Whether a preview server already shows the pages of edited texts (see :meth:`show_edited`)."""

    def is_unchanged(self, now: datetime) -> bool:
        """Tell whether a new build would give the same site. If so, show the report of the last build again.

        ``now`` is the time of the machine's clock, which may differ from the time as of which the site is built.
        """
        self._inputs = self._read_inputs(now)
        report = unchanged(self._store, self._request.site, self._inputs, self._instant)
        if report is None:
            return False
        self._say(f"{self._about()}\n{report}")
        self._say("Không có gì thay đổi từ lần dựng trước; trang giữ nguyên.")
        return True

    def has_same_inputs(self, now: datetime) -> bool:
        """Tell whether the inputs of this build are still the same at the time ``now`` of the machine's clock."""
        return bool(self._inputs) and self._read_inputs(now) == self._inputs

    def _read_inputs(self, now: datetime) -> str:
        request = self._request
        read = [request.settings_file, request.root / "data", request.theme]
        read += [request.root / request.first_published] if request.first_published else []
        told = (request.name, request.url, str(request.preview), request.first_published)
        # Unreadable files are ignored here: the build reports them when it reads them.
        with contextlib.suppress(OSError):
            return inputs(request.docs, read, told, now)
        return ""

    def load(self) -> None:
        """Load and check all content of the site.

        Raises ValueError if the file ``Request.first_published`` cannot be read.
        """
        from infopage.building import gathering  # imported late, because it is not needed if there is nothing to do

        self._gathered = gathering.load(self._request, self._store, self._instant, self._progress)
        self.made = gathering.made_in(self._request)

    def show_edited(self, shown: "Shown") -> None:
        """Show the pages of edited texts before the rest of the site is made, if this is a build of a preview server.

        If that is possible, :attr:`is_shown_early` is then true. ``shown`` is what the server shows; it is updated.
        """
        from infopage.building import early  # imported late, because this import is slow

        assert self._gathered
        self.is_shown_early = early.show_edited(self._gathered, self.made, shown)

    def plan(self) -> None:
        """Plan the site, whose content is loaded.

        Raises FaultsError if the content has errors. A build for a preview server does not raise it: it has
        :attr:`faults` instead.
        """
        from infopage.building import gathering  # imported late, because it is not needed if there is nothing to do

        assert self._gathered
        self._gathered = found = gathering.plan(self._gathered)
        if found.site is None:
            if not self._request.serving:
                raise FaultsError(found.report)
            return
        self._say(f"{self._about()}\n{found.report}")
        try:
            found.keep_searched(self._work)
        except OSError as error:
            self._say(f"Không ghi được {self._work.name} ({error.strerror}); lần dựng sau sẽ đọc lại mọi mục")

    @property
    def faults(self) -> str:
        """The report of faults that a preview server shows instead of the site; empty if no error stops the build."""
        return self._gathered.report if self._gathered and self._gathered.site is None else ""

    def finish(self, *, is_refused: bool) -> None:
        """Write the new site, and replace the old one by it.

        If ``is_refused``, the old site stays. The caller sets it if MkDocs has reported warnings in strict mode.
        """
        if self._gathered is None:
            shutil.rmtree(self.made, ignore_errors=True)
            self._store.close()
            return
        from infopage.building import gathering  # imported late, because it is not needed if there is nothing to do

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

    def abandon(self) -> None:
        """End the build, finished or not, and release its memory."""
        self._store.close()
        self._gathered = None

    def _about(self) -> str:
        named = self._request.first_published
        known = f"theo {named}" if named else "theo ngay_dang"
        return f"Thời điểm dựng: {self._instant.isoformat()}; lần đăng đầu: {known}"


def show(faults: str, url: str, folder: Path) -> None:
    """Write a web page with the text ``faults`` into ``folder``, which a preview server serves at ``url``."""
    from infopage.building import gathering  # imported late, because this import is slow

    gathering.show(faults, url, folder)


def clear(site: Path) -> None:
    """Delete the working folders that builds for a preview server have left beside its folder ``site``."""
    from infopage.building import gathering  # imported late, because this import is slow

    gathering.clear(site)
