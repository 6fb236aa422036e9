"""Everything editors wrote, read once: registries, items with their rendered bodies, the files beside them."""

import os
import posixpath
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from infopage.content import frontmatter, misnamed, registries, schema
from infopage.content.addresses import Link
from infopage.content.diagnostics import Diagnostic, has_errors
from infopage.content.fields import Known
from infopage.content.frontmatter import Page
from infopage.content.markdown import Renderer
from infopage.content.model import ITEM_TYPES, Item, OfficialDocument, StandingPage
from infopage.content.registries import Registries
from infopage.content.rendered import Rendered
from infopage.content.rendering import rendered
from infopage.content.source import read
from infopage.progress.phases import SILENT, Phase, Progress

TYPE_OF_FOLDER: dict[str, type[Item]] = {cls.section: cls for cls in ITEM_TYPES}
"""Which kind of item a folder of docs/ holds."""

_PATH = re.compile(r"[a-z0-9-]+(?:/[a-z0-9-]+)*\.md")
_CLAIM = re.compile(rb"""^[ \t]*ma[ \t]*[:=][ \t]*["']?([a-z0-9-]+)""", re.MULTILINE)


def _folded(path: str) -> str:
    return unicodedata.normalize("NFC", path).casefold()


@dataclass(frozen=True)
class Body:
    """A Markdown file taken apart and its body as HTML, whatever is wrong with its header."""

    page: Page
    rendered: Rendered

    @property
    def path(self) -> str:
        """The file as messages name it, relative to the project's root."""
        return self.page.path

    def line_of(self, key: str) -> int:
        """Return the line of a header key, or of the header where the key is not there."""
        return next((e.line for e in self.page.header.entries if e.key == key), self.page.header.line)

    def line_in_body(self, *fragments: str) -> int:
        """Return the first line of the body that has the first of ``fragments`` that is there, or the body's first."""
        return self.lines_in_body(*fragments)[0]

    def lines_in_body(self, *fragments: str) -> list[int]:
        """Return the lines of the body that have the first of ``fragments`` that is there, or the body's first."""
        lines = unescape(self.page.body).casefold().split("\n")
        for fragment in filter(None, fragments):
            if found := [n for n, line in enumerate(lines, self.page.body_line) if fragment.casefold() in line]:
                return found
        return [self.page.body_line]

    def line_of_link(self, links: Sequence[Link], index: int) -> int:
        """Return the line of one of the body's ``links``; met for the n-th time, where it is written that time."""
        written = links[index].written
        whole = rf"(?<![^\s(<\"'=]){re.escape(written)}(?![^\s)>\"'])"
        pattern = re.compile(whole if written else r"\]\(\s*\)")
        lines = enumerate(self.page.body.split("\n"), self.page.body_line)
        found = [number for number, line in lines for _ in pattern.finditer(line)]
        before = sum(link.written == written for link in links[:index])
        return found[min(before, len(found) - 1)] if found else self.line_in_body(written, *written.split()[:1])


@dataclass(frozen=True)
class Text(Body):
    """An item or standing page with its body."""

    item: Item | StandingPage


@dataclass(frozen=True)
class Library:
    """What the repository holds.

    ``broken`` are the ids that files with faults claim: they count as known, so that one fault does not accuse every
    item that refers to it; ``hides_ids`` tells that a file cannot even be asked for its id. ``bodies`` are those of
    files left out for their headers. ``markdown`` are all Markdown files, ``files`` all other files with their sizes in
    bytes, both by their path relative to docs/.
    """

    registries: Registries
    items: tuple[Text, ...]
    pages: tuple[Text, ...]
    broken: frozenset[str]
    bodies: tuple[Body, ...]
    markdown: frozenset[str]
    files: Mapping[str, int]
    hides_ids: bool

    @property
    def texts(self) -> tuple[Text, ...]:
        """Items and standing pages."""
        return self.items + self.pages

    def instead_of(self, path: str) -> str:
        """Return what to write instead of a file's name that is not there, as the end of a message."""
        if any(part.startswith(".") for part in path.split("/")):
            return "tên mở đầu bằng dấu chấm là của tệp ẩn, không được đính kèm"
        alike = next((one for one in sorted(self.files) if _folded(one) == _folded(path)), None)
        if alike is None:
            return "hãy đặt tệp vào hoặc sửa tên"
        if unicodedata.normalize("NFC", alike) == unicodedata.normalize("NFC", path):
            return "tệp ấy có, nhưng tên lưu bằng dấu tổ hợp; hãy đổi tên tệp, tốt nhất là không dấu"
        return f"có phải “{posixpath.basename(alike)}”? (chữ hoa, chữ thường phải đúng như tên tệp)"


def load(root: Path, progress: Progress = SILENT) -> tuple[Library | None, list[Diagnostic]]:
    """Read docs/ and data/ below ``root``; no library where anything is wrong with the registries."""
    lists, known, faults = registries.load(root)
    renderer = Renderer()
    texts: list[Text] = []
    bodies: list[Body] = []
    broken: set[str | None] = set()
    markdown: set[str] = set()
    files: dict[str, int] = {}
    docs = root / "docs"
    walked = list(_walk(docs))
    progress.begin(Phase.READING, len(walked))
    for name, fault in walked:
        progress.step()
        if not fault and (right := misnamed.right_name(docs, name)):
            faults.append(misnamed.text_fault(docs, name, right))
            broken.add(_claimed_id(docs / name))
            markdown.add(right)
            continue
        if not name.endswith(".md"):
            faults += [fault] if fault else []
            files[name] = 0 if fault else (docs / name).stat().st_size
            continue
        markdown.add(name)
        body, found = (None, [fault]) if fault else _read(root, name, known, renderer)
        faults += found
        if isinstance(body, Text):
            texts.append(body)
            continue
        id = _claimed_id(docs / name)
        if id or ("/" in name and not body):
            broken.add(id)
        bodies += [body] if body else []
    if lists is None:
        return None, faults
    items = tuple(t for t in texts if isinstance(t.item, Item))
    pages = tuple(t for t in texts if isinstance(t.item, StandingPage))
    ids = frozenset(id for id in broken if id)
    return Library(lists, items, pages, ids, tuple(bodies), frozenset(markdown), files, None in broken), faults


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
                message = "đây là liên kết tượng trưng tới thư mục khác; hãy đặt chính thư mục ấy vào docs/"
            elif name.endswith(".md"):
                message = "đây là thư mục mà mang tên như một bài; hãy đổi tên thư mục, bỏ đuôi .md"
            else:
                continue
            relative = (Path(folder) / name).relative_to(docs).as_posix()
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


def _read(root: Path, name: str, known: Known, renderer: Renderer) -> tuple[Body | None, list[Diagnostic]]:
    if not (cls := _type_of(name)):
        return None, [Diagnostic(f"docs/{name}", 1, "cho-de", _where(name))]
    source, faults = read(root, f"docs/{name}")
    page, found = frontmatter.split(source) if source else (None, [])
    faults += found
    if page is None:
        return None, faults
    item, wrong = schema.read(cls, page.header, known, path=name)
    faults += (Diagnostic(page.path, f.line, f.rule or "yaml", f.message) for f in wrong)
    html = rendered(renderer, name, page, official=cls is OfficialDocument)
    if isinstance(html, Diagnostic):
        return None, [*faults, html]
    return (Body(page, html) if item is None or has_errors(faults) else Text(page, html, item)), faults


def _claimed_id(file: Path) -> str | None:
    """Return the id that a file with faults gives itself, as far as can be told."""
    try:
        found = _CLAIM.search(file.read_bytes()[:65536].replace(b"\0", b"").replace(b"\r", b"\n"))  # UTF-16 too
    except OSError:
        return None
    return found[1].decode() if found else None
