"""MkDocs events and nothing else: each line hands over to infopage."""

import gc
import logging
import os
import signal
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files
from mkdocs.utils import CountHandler

from infopage.content import catalogue
from infopage.content.diagnostics import has_errors, report
from infopage.content.first_published import USUAL, FirstPublished
from infopage.environment import PREVIEW, SERVING, TIMINGS, build_instant, first_published
from infopage.outputs.fault_page import fault_pages
from infopage.outputs.pages import Settings
from infopage.outputs.rendering.folder import SiteFolder
from infopage.outputs.rendering.keeping import KeptFolder, know_files, known_files
from infopage.outputs.rendering.renderer import Renderer
from infopage.outputs.rendering.writing import write_site
from infopage.outputs.search.store import Store
from infopage.outputs.site import Site, site
from infopage.outputs.staging import put, staging
from infopage.progress.followed import Followed, followed
from infopage.progress.phases import Phase
from infopage.release.headers import policy
from infopage.store.store import Store as Kept

WORK = "build"
STORE = f"{WORK}/search"
"""What was read of each item for the search, kept from build to build."""

log = logging.getLogger("mkdocs.infopage")


def on_startup(command: str, dirty: bool) -> None:
    """Let an editor's own server show what is not public yet; no release is made from it."""
    if command == "serve":
        os.environ[PREVIEW] = os.environ[SERVING] = "1"
        signal.signal(signal.SIGTERM, signal.default_int_handler)  # whoever ends it, it clears up behind itself


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Gather everything and refuse here, before MkDocs writes anything, where anything is wrong."""
    config.theme.dirs, config.theme.static_templates = config.theme.dirs[:1], set()  # ours; MkDocs renders nothing
    # To the build's end: of 1,600 MB that are gathered of 10,000 items 9 are garbage, and looking for
    # it, again and again, takes a seventh of the build's time.
    gc.disable()
    return _gathered(config)


def _gathered(config: MkDocsConfig) -> MkDocsConfig:
    root = Path(config.config_file_path or "mkdocs.yml").parent
    try:
        instant = build_instant(os.environ)
        named = first_published(os.environ, root, USUAL)
        before = FirstPublished.read(root, named) if named else None
    except ValueError as error:
        raise PluginError(str(error)) from None
    is_heard = log.isEnabledFor(logging.INFO)
    progress = followed(time.perf_counter, time.process_time, sys.stderr, log.info, is_heard=is_heard)
    config.infopage_progress = progress  # type: ignore[attr-defined]  # as below
    is_preview = bool(os.environ.get(PREVIEW))
    kept = Kept(root / WORK)
    config.infopage_kept = kept  # type: ignore[attr-defined]  # as below
    found, faults = catalogue.build(root, instant, preview=is_preview, before=before, progress=progress, store=kept)
    kept.commit()
    settings = _settings(config)
    store = Store.read(root / STORE)
    contents, more = site(found, settings, kept, progress, store) if found else (None, [])
    faults += more
    progress.end()
    if contents is None or has_errors(faults):
        if not os.environ.get(SERVING):
            raise PluginError("\n" + report(faults))
        log.error("\n%s", report(faults))
        config.infopage_faults = fault_pages(report(faults), settings.url)  # type: ignore[attr-defined]  # as below
        return config
    known = f"theo {named}" if named else "theo ngay_dang"
    log.info("Thời điểm dựng: %s; lần đăng đầu: %s\n%s", instant.isoformat(), known, report(faults))
    progress.begin(Phase.WRITING)
    try:
        store.write(root / STORE)
    except OSError as error:
        log.info("Không ghi được %s (%s); lần dựng sau sẽ đọc lại mọi mục", STORE, error.strerror)
    progress.begin(Phase.RENDERER)
    config.infopage = contents  # type: ignore[attr-defined]  # state of a build lives in the config, never in a module
    config.infopage_final = config.site_dir  # type: ignore[attr-defined]  # as above
    if not os.environ.get(SERVING):
        config.site_dir = str(staging(Path(config.site_dir), root / WORK))
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leave MkDocs nothing to read, render or copy: all is written from the site's own values when it has finished."""
    return Files([])


def on_build_error(error: Exception) -> None:
    """Leave a preview's server, which goes on, as it was."""
    gc.enable()


def on_post_build(config: MkDocsConfig) -> None:
    """Write the site, and put it, when it is whole, in the place of the old one."""
    _written(config)
    gc.enable()


def _written(config: MkDocsConfig) -> None:
    made = Path(config.site_dir)
    if faults := _faults(config):
        SiteFolder(made).put_all(faults)
        return
    kept: Kept = config.infopage_kept  # type: ignore[attr-defined]  # set by on_config
    final = Path(config.infopage_final)  # type: ignore[attr-defined]  # set by on_config
    folder = KeptFolder(made, final, known_files(kept, final))
    renderer = Renderer(Path(config.theme.dirs[0]), _site(config).view, _settings(config), policy(in_page=True))
    write_site(_site(config), folder, renderer, Path(config.docs_dir), _progress(config))
    if not os.environ.get(SERVING) and not (config.strict and _has_warned()):
        config.site_dir = str(final)
        if not folder.is_as_it_was():
            folder.fill()
            put(made, final)
    know_files(kept, final, folder.known)
    kept.commit()
    kept.close()
    del config.infopage  # type: ignore[attr-defined]  # a preview's server has room for one site, not for two
    _progress(config).end()
    if timings := os.environ.get(TIMINGS):
        SiteFolder(Path(timings).parent).put(Path(timings).name, _progress(config).table().encode())


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Callable[[], None]) -> LiveReloadServer:
    """Let the browser show whatever a build broke off with, in the place of waiting for one that does not."""

    def told() -> None:
        try:
            builder()
        except (Exception, SystemExit) as error:  # such as a mistake in mkdocs.yml, met before any event of ours
            log.error("%s", error)
            faults = fault_pages(f"{error}\nXem thêm ở cửa sổ đang chạy bản xem trước.", server.url)
            SiteFolder(Path(server.root)).put_all(faults)

    server.builder = told
    return server


def _settings(config: MkDocsConfig) -> Settings:
    return Settings(config.site_name, config.site_url or "")


def _has_warned() -> bool:
    """Tell whether MkDocs has met what it breaks off a strict build for, when all is written."""
    counters = (one for one in logging.getLogger("mkdocs").handlers if isinstance(one, CountHandler))
    return any(counter.get_counts() for counter in counters)


def _progress(config: MkDocsConfig) -> Followed:
    progress: Followed = config.infopage_progress  # type: ignore[attr-defined]  # set by on_config
    return progress


def _faults(config: MkDocsConfig) -> Mapping[str, bytes]:
    """Return what a preview shows in the place of the site; empty where nothing stands in the site's way."""
    return getattr(config, "infopage_faults", {})


def _site(config: MkDocsConfig) -> Site:
    contents: Site = config.infopage  # type: ignore[attr-defined]  # set by on_config
    return contents
