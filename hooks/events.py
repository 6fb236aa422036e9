"""MkDocs events and nothing else: each line hands over to infopage."""

import gc
import logging
import os
import signal
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.parse import unquote

from jinja2 import Environment, pass_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler
from mkdocs.utils.templates import TemplateContext, url_filter

from infopage.content import catalogue
from infopage.content.addresses import relative
from infopage.content.diagnostics import has_errors, report
from infopage.content.first_published import USUAL, FirstPublished
from infopage.environment import PREVIEW, SERVING, TIMINGS, build_instant, first_published
from infopage.outputs.assets import ASSETS, fingerprinted, joined, lean, plain
from infopage.outputs.fault_page import fault_pages
from infopage.outputs.feeds.store import FeedStore
from infopage.outputs.gone import FILE as GONE
from infopage.outputs.html import mend
from infopage.outputs.pages import Settings
from infopage.outputs.search.store import Store
from infopage.outputs.site import Site, site
from infopage.outputs.staging import put, staging
from infopage.outputs.words import whole_numbers
from infopage.progress.followed import Followed, followed
from infopage.progress.phases import Phase
from infopage.release.headers import policy

WORK = "build"
STORE = f"{WORK}/search"
"""What was read of each item for the search, kept from build to build."""

log = logging.getLogger("mkdocs.infopage")


class _RenderedPage(Page):
    """A page whose text is rendered already: MkDocs would make a Markdown parser for it, to render nothing."""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        self.content = ""


def on_startup(command: str, dirty: bool) -> None:
    """Let an editor's own server show what is not public yet; no release is made from it."""
    # Nearly all that a build makes stays to its end: looking for garbage among it, as often as usual, is a tenth of it.
    gc.set_threshold(10_000, 50, 100)
    if command == "serve":
        os.environ[PREVIEW] = os.environ[SERVING] = "1"
        signal.signal(signal.SIGTERM, signal.default_int_handler)  # whoever ends it, it clears up behind itself


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Gather everything and refuse here, before MkDocs writes anything, where anything is wrong."""
    # All that is gathered stays to the end of the build: looking for garbage among it, again and again, finds none.
    gc.unfreeze()
    gc.disable()
    try:
        return _gathered(config)
    finally:
        gc.freeze()
        gc.enable()


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
    found, faults = catalogue.build(root, instant, preview=is_preview, before=before, progress=progress)
    settings = Settings(config.site_name, config.site_url or "")
    store = Store.read(root / STORE)
    contents, more = site(found, settings, store, progress) if found else (None, [])
    faults += more
    progress.end()
    if contents is None or has_errors(faults):
        if not os.environ.get(SERVING):
            raise PluginError("\n" + report(faults))
        log.error("\n%s", report(faults))
        config.infopage_faults = fault_pages(report(faults), settings.url)  # type: ignore[attr-defined]  # as below
        config.theme.static_templates.clear()
        return config
    known = f"theo {named}" if named else "theo ngay_dang"
    log.info("Thời điểm dựng: %s; lần đăng đầu: %s\n%s", instant.isoformat(), known, report(faults))
    progress.begin(Phase.FEEDS)
    if not _feed_store(config).holds(contents.feeds):
        _ = contents.feeds.files  # made here, while the old site still stands
    try:
        store.write(root / STORE)
    except OSError as error:
        log.info("Không ghi được %s (%s); lần dựng sau sẽ đọc lại mọi mục", STORE, error.strerror)
    progress.begin(Phase.RENDERER)
    config.infopage = contents  # type: ignore[attr-defined]  # state of a build lives in the config, never in a module
    config.markdown_extensions = []  # the texts are rendered already; an empty parser a page is cheap
    config.theme.static_templates.discard("sitemap.xml")  # ours has the items' own dates
    if not os.environ.get(SERVING):
        config.infopage_final = config.site_dir  # type: ignore[attr-defined]  # as above
        config.site_dir = str(staging(Path(config.site_dir), root / WORK))
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Give MkDocs a file for each page of ours, the files those pages use, and our theme's, none of its base's."""
    if _faults(config):
        return Files([])
    contents = _site(config)
    kept = Files([f for f in files if f.src_uri in contents.assets])
    theme = Path(config.theme.dirs[0])
    ours = (f for f in files if str(f.src_dir) == str(theme) and f.src_uri.startswith(ASSETS))
    for path, content in ({f.src_uri: lean(f.src_uri, f.content_bytes) for f in ours} | joined(theme)).items():
        kept.append(File.generated(config, fingerprinted(path, content), content=content))
    for address, page in contents.pages.items():
        file = File.generated(config, f"{address}index.md", content="")
        if page.gone and file.url:  # its address is settled before the file gets another name
            file.dest_uri = f"{address}{GONE}"
        kept.append(file)
        _RenderedPage(None, file, config)
    _progress(config).begin(Phase.RENDERING, len(contents.pages))
    return kept


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Let templates name an asset by its plain name."""
    names = {plain(f.src_uri): f.src_uri for f in files if f.src_uri.startswith(ASSETS)}
    env.filters["url"] = _url
    env.globals["policy"] = policy(in_page=True)
    env.filters["asset"] = lambda name: names[ASSETS + name]
    return env


def on_page_read_source(page: Page, config: MkDocsConfig) -> str:
    """Keep MkDocs from reading headers: it takes broken YAML for text."""
    return ""


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Choose the template; the text itself is rendered already."""
    document = _site(config).pages[unquote(page.url)]
    page.meta = {"template": document.template, "title": document.title, "description": document.description}
    return markdown


def on_page_context(context: TemplateContext, page: Page, config: MkDocsConfig, nav: object) -> TemplateContext:
    """Give a page's template its values."""
    _progress(config).step()
    context.update(site=_site(config).view, document=_site(config).pages[unquote(page.url)])
    return context


def on_template_context(context: TemplateContext, template_name: str, config: MkDocsConfig) -> TemplateContext:
    """Give a template without a page, the 404, the site."""
    context.update(site=_site(config).view)
    return context


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Mend the base template's HTML, and keep document numbers on one line."""
    return whole_numbers(mend(output))


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Mend the base template's HTML, and keep document numbers on one line."""
    return whole_numbers(mend(output_content))


def on_post_build(config: MkDocsConfig) -> None:
    """Write what needs no template, and put the site, which is whole now, in the place of the old one."""
    folder = Path(config.site_dir)
    if faults := _faults(config):
        _write(faults, folder)
        return
    _progress(config).begin(Phase.WRITING)
    _write(_site(config).files, folder)
    _feed_store(config).write(_site(config).feeds, folder)
    if not os.environ.get(SERVING) and not (config.strict and _has_warned()):
        config.site_dir = config.infopage_final  # type: ignore[attr-defined]  # set by on_config
        put(folder, Path(config.site_dir))
    _progress(config).end()
    if timings := os.environ.get(TIMINGS):
        _write({timings: _progress(config).table().encode()}, Path())


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Callable[[], None]) -> LiveReloadServer:
    """Let the browser show whatever a build broke off with, in the place of waiting for one that does not."""

    def told() -> None:
        try:
            builder()
        except (Exception, SystemExit) as error:  # such as a mistake in mkdocs.yml, met before any event of ours
            log.error("%s", error)
            _write(fault_pages(f"{error}\nXem thêm ở cửa sổ đang chạy bản xem trước.", server.url), Path(server.root))

    server.builder = told
    return server


def _write(contents: Mapping[str, bytes], site: Path) -> None:
    files = {site / name: content for name, content in contents.items()}
    for folder in {path.parent for path in files}:
        folder.mkdir(parents=True, exist_ok=True)
    for path, content in files.items():
        path.write_bytes(content)


@pass_context
def _url(context: TemplateContext, address: str) -> str:
    """Return the link from the page being written to an address of the site, as MkDocs does at ten times the cost; the
    site's root, ``.``, ends in a slash as any folder does.
    """
    page: Page | None = context.get("page")
    if page:
        return relative("" if address == "." else address, page.url)
    found = url_filter(context, address)
    return found.removesuffix(".") if address == "." else found


def _has_warned() -> bool:
    """Tell whether MkDocs has met what it breaks off a strict build for, when all is written."""
    counters = (one for one in logging.getLogger("mkdocs").handlers if isinstance(one, CountHandler))
    return any(counter.get_counts() for counter in counters)


def _feed_store(config: MkDocsConfig) -> FeedStore:
    return FeedStore(Path(config.config_file_path or "mkdocs.yml").parent / "build" / "feeds")


def _progress(config: MkDocsConfig) -> Followed:
    progress: Followed = config.infopage_progress  # type: ignore[attr-defined]  # set by on_config
    return progress


def _faults(config: MkDocsConfig) -> Mapping[str, bytes]:
    """Return what a preview shows in the place of the site; empty where nothing stands in the site's way."""
    return getattr(config, "infopage_faults", {})


def _site(config: MkDocsConfig) -> Site:
    contents: Site = config.infopage  # type: ignore[attr-defined]  # set by on_config
    return contents
