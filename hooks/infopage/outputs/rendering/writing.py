"""Writing a site: each page is rendered, written and forgotten before the next one is made."""

import shutil
from collections.abc import Mapping
from pathlib import Path

from infopage.outputs.gone import FILE as GONE
from infopage.outputs.rendering.renderer import Renderer
from infopage.outputs.site import Site
from infopage.outputs.views import Page
from infopage.progress.phases import SILENT, Phase, Progress


class SiteFolder:
    """The folder that a site is written to; folders within it are made when something is first put there."""

    def __init__(self, root: Path) -> None:
        """Begin with nothing made: the folder itself need not be there."""
        self._root = f"{root}/"
        self._made: set[str] = set()

    def put(self, name: str, content: bytes) -> None:
        """Write a file at an address."""
        # Without a buffer, and by names that are strings: a site is tens of thousands of files.
        with open(self._room_for(name), "wb", buffering=0) as file:  # noqa: PTH123  # as above
            file.write(content)

    def put_all(self, contents: Mapping[str, bytes]) -> None:
        """Write files, each at its address."""
        for name, content in contents.items():
            self.put(name, content)

    def copy(self, name: str, source: Path) -> None:
        """Copy a file to an address."""
        shutil.copyfile(source, self._room_for(name))

    def _room_for(self, name: str) -> str:
        folder = name.rpartition("/")[0]
        if folder not in self._made:
            Path(self._root, folder).mkdir(parents=True, exist_ok=True)
            self._made.add(folder)
        return self._root + name


def write_site(site: Site, folder: SiteFolder, renderer: Renderer, docs: Path, progress: Progress = SILENT) -> None:
    """Write what a site is made of, but its feeds; ``docs`` is where the files stand that its pages attach."""
    progress.begin(Phase.RENDERING, len(site.pages))
    for page in site.pages.values():
        folder.put(file_of(page), renderer.render(page))
        progress.step()
    folder.put("404.html", renderer.not_found())
    progress.begin(Phase.WRITING)
    folder.put_all(renderer.assets)
    folder.put_all(site.files)
    for name in site.assets:
        folder.copy(name, docs / name)


def file_of(page: Page) -> str:
    """Return the address of a page's file."""
    return f"{page.address}{GONE if page.gone else 'index.html'}"
