"""The library: all content that the editors wrote, whether public or not: registries, texts and attached files."""

import contextlib
import os
import posixpath
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from infopage.content import misnamed, registries
from infopage.content.attached import ReadableFile
from infopage.content.diagnostics import Diagnostic
from infopage.content.model import Item, StandingPage
from infopage.content.pictures import Picture
from infopage.content.reading import Reader, claimed_id
from infopage.content.records import Records
from infopage.content.registries import Registries
from infopage.content.texts import Body, Text
from infopage.content.used_files import PlainFile, UsedFile
from infopage.files.recording import Recording
from infopage.progress.phases import SILENT, Phase, Progress
from infopage.store.store import Store


def _folded(path: str) -> str:
    return unicodedata.normalize("NFC", path).casefold()


@dataclass(frozen=True)
class Library:
    """The content of docs/ and data/. Paths are relative to docs/."""

    registries: Registries
    items: tuple[Text, ...]
    """The documents, news, study guides and events."""
    pages: tuple[Text, ...]
    """The standing pages, such as the contact page."""
    broken: frozenset[str]
    """The ids of files with faults. They count as existing, so that references to them cause no more faults."""
    bodies: tuple[Body, ...]
    """The bodies of the files whose header has faults."""
    markdown: frozenset[str]
    """The paths of all Markdown files."""
    files: Mapping[str, int]
    """The sizes in bytes of all files but the Markdown ones, by path."""
    hides_ids: bool
    """Whether the id of some file could not be read. So references to unknown ids may be right: none is reported."""
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    """The pictures that texts use, by path; drawings (SVG) are not among them. They are added after the checks."""
    plain: Mapping[str, PlainFile] = field(default_factory=dict)
    """The files of plain text that texts use, by path. They are added after the checks."""
    recordings: Mapping[str, Recording] = field(default_factory=dict)
    """The video and audio files that texts use, by path. They are added after the checks."""
    readable: Mapping[str, ReadableFile] = field(default_factory=dict)
    """The PDF and office files that texts use, by path. They are added after the checks."""
    store: Store = field(default_factory=Store, repr=False, compare=False)
    """The cache with results of earlier builds and of this one."""
    docs: Path = Path("docs")
    """The folder of the content."""

    def read(self, path: str) -> bytes:
        """Return the content of the file ``path``. Raises OSError if it has gone since the library was loaded."""
        return (self.docs / path).read_bytes()

    def known(self, path: str) -> UsedFile:
        """Return what is known of the file ``path`` of docs/."""
        return UsedFile(self.files[path], self.pictures.get(path), self.plain.get(path), self.recordings.get(path))

    def is_scan(self, path: str) -> bool:
        """Tell whether the file ``path`` has only pictures of text."""
        return path in self.readable and self.readable[path].is_scan

    @property
    def texts(self) -> tuple[Text, ...]:
        """All texts: the items and the standing pages."""
        return self.items + self.pages

    def instead_of(self, path: str) -> str:
        """Return the end of a message about the file ``path``, which does not exist: what the editor should do."""
        if any(part.startswith(".") for part in path.split("/")):
            return "tên mở đầu bằng dấu chấm là của tệp ẩn, không được đính kèm"
        alike = next((one for one in sorted(self.files) if _folded(one) == _folded(path)), None)
        if alike is None:
            return "hãy đặt tệp vào hoặc sửa tên"
        if unicodedata.normalize("NFC", alike) == unicodedata.normalize("NFC", path):
            return "tệp ấy có, nhưng tên lưu bằng dấu tổ hợp; hãy đổi tên tệp, tốt nhất là không dấu"
        return f"có phải “{posixpath.basename(alike)}”? (chữ hoa, chữ thường phải đúng như tên tệp)"


def load(
    root: Path, store: Store | None = None, progress: Progress = SILENT
) -> tuple[Library | None, list[Diagnostic]]:
    """Read docs/ and data/ below ``root``, and check each text on its own.

    Returns (None, faults) if the registries have errors. The cache ``store`` saves time, but never changes the result.
    ``progress`` observes the steps.
    """
    store = store or Store()
    lists, known, faults = registries.load(root)
    docs = root / "docs"
    records = Records(docs, Reader(known, lists), store)
    texts: list[Text] = []
    bodies: list[Body] = []
    broken: set[str] = set()
    markdown: set[str] = set()
    files: dict[str, int] = {}
    walked = list(_walk(docs))
    progress.begin(Phase.READING, len(walked))
    for name, stat, fault in walked:
        progress.step()
        if stat and (right := misnamed.right_name(docs, name)):
            faults.append(misnamed.text_fault(docs, name, right))
            broken.add(_claimed_id(docs / name))
            markdown.add(right)
            continue
        faults += [fault] if fault else []
        if not name.endswith(".md"):
            files[name] = stat.st_size if stat else 0
            continue
        markdown.add(name)
        record = records.of(name, stat) if stat else None
        faults += (*record.faults, *record.checked) if record else ()
        body = records.body(name, record) if record else None
        if isinstance(body, Text):
            texts.append(body)
            continue
        id = record.claims if record else _claimed_id(docs / name)
        if id or ("/" in name and not body):
            broken.add(id)
        bodies += [body] if body else []
    records.keep()
    if lists is None:
        return None, faults
    items = tuple(t for t in texts if isinstance(t.item, Item))
    pages = tuple(t for t in texts if isinstance(t.item, StandingPage))
    ids = frozenset(broken - {""})
    return Library(
        lists, items, pages, ids, tuple(bodies), frozenset(markdown), files, "" in broken, store=store, docs=docs
    ), faults


def _walk(docs: Path, below: str = "") -> Iterator[tuple[str, os.stat_result | None, Diagnostic | None]]:
    """Yield (name, ``os.stat`` result, None) for each file to read, and (name, None, fault) for each refused one.

    ``below`` is the folder to search, relative to ``docs``, with a slash at its end. Symbolic links are refused, and
    folders named like a Markdown file.
    """
    try:
        with os.scandir(docs / below) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError:
        return
    folders = [entry for entry in entries if entry.is_dir() and not entry.name.startswith(".")]
    for entry in entries:
        if entry.is_dir():
            continue
        if entry.is_symlink():
            message = "đây là liên kết tượng trưng tới tệp khác; hãy đặt chính tệp ấy vào docs/"
            yield _not_read(below + entry.name, message)
        elif not entry.name.startswith("."):
            with contextlib.suppress(FileNotFoundError):  # ignore a file that has just been deleted
                yield below + entry.name, entry.stat(), None
    for entry in folders:
        if entry.is_symlink():
            message = "đây là liên kết tượng trưng tới thư mục khác; hãy đặt chính thư mục ấy vào docs/"
            yield _not_read(below + entry.name, message)
        elif entry.name.endswith(".md"):
            message = "đây là thư mục mà mang tên như một bài; hãy đổi tên thư mục, bỏ đuôi .md"
            yield _not_read(below + entry.name, message)
    for entry in folders:
        if not entry.is_symlink():
            yield from _walk(docs, f"{below}{entry.name}/")


def _not_read(name: str, message: str) -> tuple[str, None, Diagnostic]:
    return name, None, Diagnostic(f"docs/{name}", 1, "khong-doc-duoc", message)


def _claimed_id(file: Path) -> str:
    """Return the id in a file that is ignored because of its name or type; empty if it cannot be found."""
    try:
        return claimed_id(file.read_bytes())
    except OSError:
        return ""
