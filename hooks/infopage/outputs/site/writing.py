"""Writes a site. Each page is rendered, written and released from memory before the next one is made."""

from pathlib import Path

from infopage.outputs.jobs.job import Head
from infopage.outputs.pages.tombstones import FILE as TOMBSTONE
from infopage.outputs.site.keeping import KeptFolder
from infopage.outputs.site.pictures import write_pictures
from infopage.outputs.site.site import Site
from infopage.outputs.theme.renderer import Renderer
from infopage.outputs.views.page import Page
from infopage.progress.phases import SILENT, Phase, Progress
from infopage.store.digests import digest
from infopage.store.store import Store


def write_site(
    site: Site, folder: KeptFolder, renderer: Renderer, docs: Path, store: Store, progress: Progress = SILENT
) -> None:
    """Write the pages and files of a site, except those that ``folder`` reuses.

    ``renderer`` makes the HTML of pages. ``docs`` is the folder from which attached files are copied, and ``store`` the
    cache of earlier builds. ``progress`` observes the steps.
    """
    common = digest(site.common.encode(), renderer.digest.encode())
    progress.begin(Phase.RENDERING, len(site.jobs))
    for job in site.jobs:
        if job.key and job.is_bytes:
            (name,) = job.files
            if not folder.keeps_bytes(name, job.key):
                folder.put(name, job.make().files[name], job.key)
            progress.step()
            continue
        names = [*map(file_of, job.heads), *job.files]
        if not job.key or not folder.keeps(names, common + job.key):
            made = job.make()
            key = common + made.key
            for page in made.pages:
                folder.put(file_of(page), renderer.render(page), key)
            for name, content in made.files.items():
                folder.put(name, content, key)
        progress.step()
    site.written()
    if not folder.keeps(("404.html",), common):
        folder.put("404.html", renderer.not_found(), common)
    progress.begin(Phase.FEEDS)
    for document in site.feeds.documents():
        if not folder.keeps((document.path,), document.digest):
            folder.put(document.path, document.make(), document.digest)
        progress.step()
    progress.begin(Phase.WRITING)
    for name, content in renderer.assets.items():
        if not folder.keeps((name,), key := digest(content)):
            folder.put(name, content, key)
    for name in site.assets:
        found = (docs / name).stat()
        if not folder.keeps((name,), key := f"{found.st_size} {found.st_mtime_ns} {found.st_ctime_ns}"):
            folder.copy(name, docs / name, key)
    progress.begin(Phase.PICTURES, len(site.pictures))
    write_pictures(site.pictures, site.assets, docs, folder, store, progress.step)


def file_of(page: Page | Head) -> str:
    """Return the address of a page's HTML file."""
    return f"{page.address}{TOMBSTONE if page.gone else 'index.html'}"
