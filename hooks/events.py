"""Handlers for the events of MkDocs, which only call infopage.

ProperDocs, the continuation of MkDocs, calls these handlers too. It also provides the modules named ``mkdocs``, so the
imports are the same.
"""

import atexit
import gc
import logging
import os
import signal
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files
from mkdocs.utils import CountHandler

from infopage.building.build import Build, FaultsError, Request, clear, show
from infopage.building.preview import Preview
from infopage.content.first_published_file import USUAL
from infopage.environment import PREVIEW, SERVING, TIMINGS, build_instant, first_published
from infopage.progress.followed import Followed, followed

_CALLER = MkDocsConfig.__module__.partition(".")[0]
"""The calling program, ``mkdocs`` or ``properdocs``.

Our logger's name begins with it, because the program only counts the warnings of loggers whose names do.
"""

log = logging.getLogger(f"{_CALLER}.infopage")

_LAST: list[object] = []
"""Keeps the last build of the process in a reference cycle, so that Python does not free its values one by one at exit.

Freeing them would take a tenth of the time of a build after an edit.
"""
atexit.register(lambda: _LAST.append(_LAST))

_PREVIEW = Preview()
"""The state of the preview server, if one runs in this process. MkDocs loads this module only once."""


def on_startup(command: str, dirty: bool) -> None:
    """Set the environment variables of a preview if the command is ``serve``; ``dirty`` is not used.

    With these, a build includes items that are not public yet, and shows its faults as a web page. No release is made
    from a preview.
    """
    if command == "serve":
        os.environ[PREVIEW] = os.environ[SERVING] = "1"
        # So that the server also cleans up when it is terminated, as after Ctrl+C.
        signal.signal(signal.SIGTERM, signal.default_int_handler)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load and check all content of the site. If it has errors, stop here, before MkDocs writes anything."""
    # Keep only our theme, without MkDocs's own: MkDocs renders nothing.
    config.theme.dirs, config.theme.static_templates = config.theme.dirs[:1], set()
    is_heard = log.isEnabledFor(logging.INFO)
    progress = followed(time.perf_counter, time.process_time, sys.stderr, log.info, is_heard=is_heard)
    try:
        build = Build(_request(config), build_instant(os.environ), _PREVIEW.stoppable(progress), log.info)
        if not build.is_unchanged(datetime.now(UTC)):
            # Garbage collection is disabled until the end of the build. Only 9 of the 1,600 MB loaded for 10,000 items
            # are garbage, and repeated collections take a seventh of the build's time.
            gc.disable()
            build.load()
            if os.environ.get(SERVING):
                build.show_edited(_PREVIEW.shown)
            if not build.is_shown_early:
                build.plan()
    except ValueError as error:
        raise PluginError(str(error)) from None
    except FaultsError as faults:
        raise PluginError(f"\n{faults}") from None
    # The state of a build is kept in the config, which is new for each build. A preview server runs many builds.
    config.infopage = build, progress, config.site_dir  # type: ignore[attr-defined]
    config.site_dir = str(build.made)
    if _PREVIEW.is_open or not os.environ.get(SERVING):
        build.made.mkdir(parents=True, exist_ok=True)
        # Without this, MkDocs would scan all files of docs/. Only a new preview server watches that folder for changes.
        config.docs_dir = config.site_dir
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Return no files, so that MkDocs reads, renders and copies nothing: infopage writes all files at the end."""
    return Files([])


def on_build_error(error: Exception) -> None:
    """Enable garbage collection, which :func:`on_config` disabled: a preview server goes on running after an error."""
    gc.enable()


def on_post_build(config: MkDocsConfig) -> None:
    """Write the new site and, when it is complete, replace the old site by it."""
    build: Build
    progress: Followed
    build, progress, config.site_dir = config.infopage  # type: ignore[attr-defined]  # set by on_config
    del config.infopage  # type: ignore[attr-defined]  # a preview server must not keep two sites in memory
    if build.is_shown_early:
        _PREVIEW.go_on(build, partial(_finish, build), partial(_show, config.site_url or "", Path(config.site_dir)))
        return
    _finish(build, is_refused=bool(config.strict and _has_warned()))
    if not os.environ.get(SERVING):
        _LAST[:] = [build]
        gc.freeze()  # prevents two garbage collections at exit, which would take a fortieth of the time
    gc.enable()
    if timings := os.environ.get(TIMINGS):
        Path(timings).parent.mkdir(parents=True, exist_ok=True)
        Path(timings).write_text(progress.table(), encoding="utf-8")


def _finish(build: Build, *, is_refused: bool = False) -> None:
    if build.faults:
        log.error("\n%s", build.faults)
    build.finish(is_refused=is_refused)


def _request(config: MkDocsConfig) -> Request:
    settings = Path(config.config_file_path or "mkdocs.yml")
    return Request(
        root=settings.parent,
        settings_file=settings,
        docs=Path(config.docs_dir),
        theme=Path(config.theme.dirs[0]),
        site=Path(config.site_dir),
        name=config.site_name,
        url=config.site_url or "",
        first_published=first_published(os.environ, settings.parent, USUAL),
        preview=bool(os.environ.get(PREVIEW)),
        serving=bool(os.environ.get(SERVING)),
    )


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Callable[[], None]) -> LiveReloadServer:
    """Make the preview server show edited pages early, and show the error of a failed build in the browser.

    ``builder`` is the server's function that runs a build after a change; it is wrapped.
    """

    def told() -> None:
        if _PREVIEW.is_current(datetime.now(UTC)):
            return
        _PREVIEW.stop()
        try:
            builder()
        # A mistake in mkdocs.yml makes MkDocs raise SystemExit, which must not end the server.
        except (Exception, SystemExit) as error:
            _show(server.url, Path(server.root), error)

    server.builder = told
    server.watch(str(_PREVIEW.open()))
    atexit.register(clear, Path(server.root))
    return server


def on_shutdown() -> None:
    """End the build that a preview server may be running in a thread."""
    _PREVIEW.close()


def _show(url: str, folder: Path, error: BaseException) -> None:
    """Show an unexpected error in place of the site in ``folder``, which a preview server serves at ``url``."""
    log.error("%s", error)
    show(f"{error}\nXem thêm ở cửa sổ đang chạy bản xem trước.", url, folder)


def _has_warned() -> bool:
    """Tell whether MkDocs has counted a warning: then it will abort a strict build at the end."""
    counters = (one for one in logging.getLogger(_CALLER).handlers if isinstance(one, CountHandler))
    return any(counter.get_counts() for counter in counters)
