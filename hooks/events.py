"""MkDocs events and nothing else: each line hands over to infopage.

ProperDocs, which goes on where MkDocs ended, calls them too, and answers for MkDocs's names.
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
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files
from mkdocs.utils import CountHandler

from infopage.building.build import Build, FaultsError, Request, clear, show
from infopage.content.first_published_file import USUAL
from infopage.environment import PREVIEW, SERVING, TIMINGS, build_instant, first_published
from infopage.progress.followed import Followed, followed

_CALLER = MkDocsConfig.__module__.partition(".")[0]
"""Who calls, by the name that its messages are counted under."""

log = logging.getLogger(f"{_CALLER}.infopage")

_LAST: list[object] = []
"""The last build of a process that ends with it: what holds itself is not taken apart at the end, value by value, which
would take a tenth of a build after an edit.
"""
atexit.register(lambda: _LAST.append(_LAST))


def on_startup(command: str, dirty: bool) -> None:
    """Let an editor's own server show what is not public yet; no release is made from it."""
    if command == "serve":
        os.environ[PREVIEW] = os.environ[SERVING] = "1"
        signal.signal(signal.SIGTERM, signal.default_int_handler)  # whoever ends it, it clears up behind itself


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Gather everything and refuse here, before MkDocs writes anything, where anything is wrong."""
    config.theme.dirs, config.theme.static_templates = config.theme.dirs[:1], set()  # ours; MkDocs renders nothing
    is_heard = log.isEnabledFor(logging.INFO)
    progress = followed(time.perf_counter, time.process_time, sys.stderr, log.info, is_heard=is_heard)
    try:
        build = Build(_request(config), build_instant(os.environ), progress, log.info)
        if not build.is_unchanged(datetime.now(UTC)):
            # To the build's end: of 1,600 MB that are gathered of 10,000 items 9 are garbage, and looking for it, again
            # and again, takes a seventh of the build's time.
            gc.disable()
            build.gather()
    except ValueError as error:
        raise PluginError(str(error)) from None
    except FaultsError as faults:
        raise PluginError(f"\n{faults}") from None
    if build.faults:
        log.error("\n%s", build.faults)
    # The state of a build lives in the config, never in a module.
    config.infopage = build, progress, config.site_dir  # type: ignore[attr-defined]
    config.site_dir = str(build.made)
    if not os.environ.get(SERVING):
        build.made.mkdir(parents=True, exist_ok=True)
        config.docs_dir = config.site_dir  # MkDocs goes through every file there, to use none; a preview watches them
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leave MkDocs nothing to read, render or copy: all is written from the site's own values when it has finished."""
    return Files([])


def on_build_error(error: Exception) -> None:
    """Leave a preview's server, which goes on, as it was."""
    gc.enable()


def on_post_build(config: MkDocsConfig) -> None:
    """Write the site, and put it, when it is whole, in the place of the old one."""
    build: Build
    progress: Followed
    build, progress, config.site_dir = config.infopage  # type: ignore[attr-defined]  # set by on_config
    build.finish(is_refused=bool(config.strict and _has_warned()))
    del config.infopage  # type: ignore[attr-defined]  # a preview's server has room for one site, not for two
    if not os.environ.get(SERVING):
        _LAST[:] = [build]
        gc.freeze()  # the process ends: to look for garbage twice more, among all there is, took a fortieth of its time
    gc.enable()
    if timings := os.environ.get(TIMINGS):
        Path(timings).parent.mkdir(parents=True, exist_ok=True)
        Path(timings).write_text(progress.table(), encoding="utf-8")


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
    """Let the browser show whatever a build broke off with, in the place of waiting for one that does not."""

    def told() -> None:
        try:
            builder()
        except (Exception, SystemExit) as error:  # such as a mistake in mkdocs.yml, met before any event of ours
            log.error("%s", error)
            show(f"{error}\nXem thêm ở cửa sổ đang chạy bản xem trước.", server.url, Path(server.root))

    server.builder = told
    atexit.register(clear, Path(server.root))
    return server


def _has_warned() -> bool:
    """Tell whether MkDocs has met what it breaks off a strict build for, when all is written."""
    counters = (one for one in logging.getLogger(_CALLER).handlers if isinstance(one, CountHandler))
    return any(counter.get_counts() for counter in counters)
