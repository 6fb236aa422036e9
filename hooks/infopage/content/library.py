"""Everything editors wrote, read once: registries, items with their rendered bodies, the files beside them."""

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from infopage.content import frontmatter, registries, schema
from infopage.content.diagnostics import Diagnostic
from infopage.content.fields import Known
from infopage.content.frontmatter import Page
from infopage.content.markdown import Rendered, Renderer
from infopage.content.model import ITEM_TYPES, Item, OfficialDocument, StandingPage
from infopage.content.registries import Registries
from infopage.content.source import read

TYPE_OF_FOLDER: dict[str, type[Item]] = {cls.section: cls for cls in ITEM_TYPES}
"""Which kind of item a folder of docs/ holds."""

_PATH = re.compile(r"[a-z0-9-]+(?:/[a-z0-9-]+)*\.md")


@dataclass(frozen=True)
class Text:
    """An item or standing page, its file taken apart and its body as HTML."""

    item: Item | StandingPage
    page: Page
    rendered: Rendered

    @property
    def path(self) -> str:
        """The file as messages name it, relative to the project's root."""
        return self.page.path

    def line_of(self, key: str) -> int:
        """Return the line of a header key, or of the header where the key is not there."""
        return next((e.line for e in self.page.header.entries if e.key == key), self.page.header.line)

    def line_in_body(self, fragment: str) -> int:
        """Return the first line of the body that has ``fragment``, or the body's first line."""
        at = self.page.body.casefold().find(fragment.casefold())
        return self.page.body_line + (self.page.body.count("\n", 0, at) if at > 0 else 0)


@dataclass(frozen=True)
class Library:
    """What the repository holds.

    ``broken`` are ids whose header has faults: they count as known, so that one fault does not accuse every item that
    refers to it. ``markdown`` are all Markdown files, ``files`` all other files with their sizes in bytes, both by
    their path relative to docs/.
    """

    registries: Registries
    items: tuple[Text, ...]
    pages: tuple[Text, ...]
    broken: frozenset[str]
    markdown: frozenset[str]
    files: Mapping[str, int]

    @property
    def texts(self) -> tuple[Text, ...]:
        """Items and standing pages."""
        return self.items + self.pages


def load(root: Path) -> tuple[Library | None, list[Diagnostic]]:
    """Read docs/ and data/ below ``root``; no library where the registries cannot be read."""
    lists, faults = registries.load(root)
    if lists is None:
        return None, faults
    known = lists.known()
    renderer = Renderer()
    texts: list[Text] = []
    broken: set[str] = set()
    markdown: set[str] = set()
    files: dict[str, int] = {}
    for name, fault in _walk(root / "docs"):
        if fault:
            faults.append(fault)
        elif not name.endswith(".md"):
            files[name] = (root / "docs" / name).stat().st_size
        elif cls := _type_of(name):
            markdown.add(name)
            text, found, id = _read(root, name, cls, known, renderer)
            faults += found
            if text:
                texts.append(text)
            elif id:
                broken.add(id)
        else:
            faults.append(Diagnostic(f"docs/{name}", 1, "cho-de", _where(name)))
    items = tuple(t for t in texts if isinstance(t.item, Item))
    pages = tuple(t for t in texts if isinstance(t.item, StandingPage))
    return Library(lists, items, pages, frozenset(broken), frozenset(markdown), files), faults


def _walk(docs: Path) -> Iterator[tuple[str, Diagnostic | None]]:
    for folder, folders, names in os.walk(docs):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        for name in sorted(names):
            path = Path(folder, name)
            relative = path.relative_to(docs).as_posix()
            if path.is_symlink():
                message = "đây là liên kết tượng trưng tới tệp khác; hãy đặt chính tệp ấy vào docs/"
                yield relative, Diagnostic(f"docs/{relative}", 1, "khong-doc-duoc", message)
            elif not name.startswith("."):
                yield relative, None
        for name in folders:
            if (Path(folder) / name).is_symlink():
                relative = (Path(folder) / name).relative_to(docs).as_posix()
                message = "đây là liên kết tượng trưng tới thư mục khác; hãy đặt chính thư mục ấy vào docs/"
                yield relative, Diagnostic(f"docs/{relative}", 1, "khong-doc-duoc", message)


def _type_of(name: str) -> type[Item] | type[StandingPage] | None:
    if not _PATH.fullmatch(name) or (name.split("/")[-1] == "index.md" and name != "index.md"):
        return None
    return TYPE_OF_FOLDER.get(name.split("/")[0]) if "/" in name else StandingPage


def _where(name: str) -> str:
    if not _PATH.fullmatch(name):
        return "tên tệp và thư mục chỉ gồm chữ thường không dấu, chữ số, dấu gạch nối; hãy đổi tên như 05-nq-tu.md"
    folders = ", ".join(f"docs/{folder}/" for folder in TYPE_OF_FOLDER)
    return f"không biết đây là loại mục nào; hãy đặt tệp vào một trong: {folders}; trang chung đặt ngay trong docs/"


def _read(
    root: Path, name: str, cls: type[Item] | type[StandingPage], known: Known, renderer: Renderer
) -> tuple[Text | None, list[Diagnostic], str]:
    source, faults = read(root, f"docs/{name}")
    page, found = frontmatter.split(source) if source else (None, [])
    faults += found
    if page is None:
        return None, faults, ""
    item, wrong, values = schema.read(cls, page.header, known, path=name)
    faults += (Diagnostic(page.path, f.line, f.rule or "yaml", f.message) for f in wrong)
    if item is None or faults:
        return None, faults, str(values.get("id", ""))
    rendered = renderer.render(name, page.body, official=cls is OfficialDocument)
    return Text(item, page, rendered), faults, ""
