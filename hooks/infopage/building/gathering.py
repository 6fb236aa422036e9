"""The work of a build: loads and checks the content, writes the site to a separate folder, and moves it into place."""

import contextlib
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from infopage.building.build import WORK, Request
from infopage.content import loading
from infopage.content.catalogue import Catalogue
from infopage.content.diagnostics import Diagnostic, has_errors, report
from infopage.content.first_published import FirstPublished
from infopage.outputs.pages.fault_page import fault_pages
from infopage.outputs.search.store import IndexStore as Searched
from infopage.outputs.site.folder import SiteFolder
from infopage.outputs.site.keeping import KeptFolder, know_files, used_files
from infopage.outputs.site.site import Site, site
from infopage.outputs.site.staging import put, staging
from infopage.outputs.site.writing import write_site
from infopage.outputs.theme.renderer import Renderer
from infopage.outputs.wording.frame import Settings
from infopage.progress.phases import Phase, Progress
from infopage.release.hosting.headers import policy
from infopage.store.store import Store

_SEARCHED = "search"
"""The folder in ``build.WORK`` that keeps, for the next build, the search index and the words of each item."""


@dataclass(frozen=True)
class Gathered:
    """The content of a project (from :func:`load`), the plan of its site (from :func:`plan`), and all faults."""

    request: Request
    store: Store
    progress: Progress
    faults: list[Diagnostic]
    catalogue: Catalogue | None = None
    """The content; None if it has errors that prevent loading it."""
    site: Site | None = None
    """The pages and files to write; None if they are not planned yet, or if there are errors."""
    searched: Searched | None = None
    """The search data of each item; None as long as the site is not planned."""

    @property
    def settings(self) -> Settings:
        """The settings of the site that all outputs use."""
        return Settings(self.request.name, self.request.url)

    @property
    def report(self) -> str:
        """The report of all faults, as shown to the editor."""
        return report(self.faults)

    @property
    def span(self) -> tuple[datetime, datetime]:
        """The period (start, end) during which another build of the same content would give the same site."""
        assert self.catalogue
        return self.catalogue.span

    def keep_searched(self, work: Path) -> None:
        """Write the search data of items into the folder ``work``, for the next build; raises OSError if that fails."""
        if self.searched:
            self.searched.write(work / _SEARCHED)


def made_in(request: Request) -> Path:
    """Return the folder in which the new site of a ``request`` is made.

    For a preview server, it is beside the folder of the site, because the site may be on another disk than the project.
    Otherwise it is in the project.
    """
    return staging(request.site, request.site.parent if request.serving else request.root / WORK)


def load(request: Request, store: Store, instant: datetime, progress: Progress) -> Gathered:
    """Load and check the content of the project of a ``request``, as of the time ``instant``.

    ``store`` is the cache of earlier builds; it only saves time. ``progress`` observes the steps. Raises ValueError,
    with a message for the editor, if the file ``request.first_published`` cannot be read.
    """
    named = request.first_published
    before = FirstPublished.read(request.root, named) if named else None
    found, faults = loading.build(
        request.root, instant, preview=request.preview, before=before, progress=progress, store=store
    )
    store.commit()
    progress.end()
    return Gathered(request, store, progress, faults, found)


def plan(loaded: Gathered) -> Gathered:
    """Return the loaded content with a plan of its site, and the faults of the content and of the plan."""
    if (found := loaded.catalogue) is None:
        return loaded
    searched = Searched.read(loaded.request.root / WORK / _SEARCHED)
    contents, more = site(found, loaded.settings, loaded.store, loaded.progress, searched)
    loaded.progress.end()
    faults = loaded.faults + more
    return replace(loaded, faults=faults, site=None if has_errors(faults) else contents, searched=searched)


def write(gathered: Gathered, made: Path) -> Callable[[], None]:
    """Write the site of the content ``gathered`` into the folder ``made``.

    Return a function that replaces the old site by it. Unchanged files are taken over from the old site.
    """
    request, contents, store = gathered.request, gathered.site, gathered.store
    assert contents
    gathered.progress.begin(Phase.WRITING)
    aside = aside_of(made)
    folder = KeptFolder(made, aside if aside.is_dir() else request.site, used_files(store, request.site))
    renderer = Renderer(request.theme, contents.view, gathered.settings, policy(in_page=True))
    write_site(contents, folder, renderer, request.docs, store, gathered.progress)

    def placed() -> None:
        if aside.is_dir() or not folder.is_as_it_was():
            put(folder.fill(base := _base(made)), request.site, base)
        shutil.rmtree(aside, ignore_errors=True)
        shutil.rmtree(made, ignore_errors=True)
        know_files(store, request.site, folder.known)
        gathered.progress.end()

    return placed


def put_faults(faults: str, request: Request, made: Path) -> None:
    """Replace the site, which a preview server serves, by a web page with the text ``faults``.

    The folder of the old site is kept under another name, so that the next build can reuse its files. The unfinished
    new site in the folder ``made`` is deleted.
    """
    if not (aside := aside_of(made)).is_dir():
        with contextlib.suppress(OSError):
            request.site.rename(aside)
    shutil.rmtree(made, ignore_errors=True)
    show(faults, request.url, request.site)


def show(faults: str, url: str, folder: Path) -> None:
    """Write a web page with the text ``faults`` into ``folder``, which a preview server serves at ``url``."""
    SiteFolder(folder).put_all(fault_pages(faults, url))


def clear(site: Path) -> None:
    """Delete the working folders that builds for a preview server have left beside its folder ``site``."""
    made = staging(site, site.parent)
    for left in (aside_of(made), _base(made)):
        shutil.rmtree(left, ignore_errors=True)


def _base(made: Path) -> Path:
    """Return the folder, beside ``made``, that keeps the site of the build before the last one.

    The next site is made in it, because files that did not change since need not be copied again.
    """
    return made.with_name(f"{made.name}-cu")


def aside_of(made: Path) -> Path:
    """Return the folder, beside ``made``, to which the site is moved while a page of faults is shown in its place."""
    return made.with_name(f"{made.name}-cho")
