"""Keeps, from build to build, a record of what was found in each file of docs/.

A file is read again only if its content, or a registry entry that it depends on, has changed.
"""

import os
from functools import partial
from pathlib import Path

from infopage.content.diagnostics import Diagnostic
from infopage.content.frontmatter import MarkdownFile
from infopage.content.large import Large
from infopage.content.nodes import Mapping
from infopage.content.reading import KnownFile, Reader
from infopage.content.rendered import Rendered
from infopage.content.texts import Body, Text
from infopage.store.digests import digest
from infopage.store.lots import Lots
from infopage.store.seen import Seen
from infopage.store.store import Store

_SHELF, _SEEN = "texts", "seen"


class Records:
    """The records of the files of docs/ (see :class:`KnownFile`) from earlier builds, by file name."""

    def __init__(self, docs: Path, reader: Reader, store: Store) -> None:
        self._docs = docs
        self._reader = reader
        self._large = Large(store)
        self._lots: Lots[KnownFile] = Lots(store, _SHELF)
        self._seen = Seen(store, _SEEN)
        self._digests: list[str] = []

    def of(self, name: str, stat: os.stat_result) -> KnownFile:
        """Return the record of the file ``name``; the file is read only if its record is out of date.

        ``stat`` is the file's current ``os.stat`` result.
        """
        record = self._lots.get(name)
        content = self._seen.fingerprint(name, stat) if record else None
        if record is None or content is None or record.source != self._reader.source(content, record.named):
            try:
                data = (self._docs / name).read_bytes()
            except OSError as error:
                return KnownFile("", "", faults=(_unread(name, error),))
            content = digest(data)
            self._seen.note(name, stat, content)
            if record is None or record.source != self._reader.source(content, record.named):
                record, body = self._reader.read(name, data)
                if body:
                    self._large.put(record.digest, body.rendered)
        self._lots.set(name, record)
        self._digests.append(record.digest)
        return record

    def body(self, name: str, record: KnownFile) -> Body | None:
        """Return the text of a file, given its record; None if it could not be rendered.

        The large parts of the text are loaded on each access.
        """
        if (light := record.light) is None:
            return None
        parts = _Parts(self, name, record)
        page = MarkdownFile.without(parts.of_page, path=f"docs/{name}", body_line=light.body_line, lines=light.lines)
        told: dict[str, object] = {"links": light.links, "images": light.images, "is_plain": light.is_plain}
        if not light.has_provisions:
            told.update(provisions=(), cited={})
        html = Rendered.without(parts.of_html, **told)
        if light.item is None:
            return Body(page, html)
        return Text(page, html, light.item, light.references, light.quotations, record.digest, light.head)

    def keep(self) -> None:
        """Keep the records used by this build in the builds' cache, and delete all others from it."""
        self._seen.keep()
        self._lots.keep()
        self._large.keep(self._digests)

    def page(self, name: str) -> MarkdownFile | None:
        """Read a file again and return it split into header and body; None if that fails."""
        try:
            return self._reader.page(name, (self._docs / name).read_bytes())
        except OSError:
            return None

    def rendered(self, name: str, fingerprint: str) -> Rendered:
        """Render a file again, because parts of its rendered text are missing from the builds' cache.

        Raises OSError if the file has changed since its ``fingerprint`` was computed.
        """
        record, body = self._reader.read(name, (self._docs / name).read_bytes())
        if record.digest != fingerprint or body is None:
            raise OSError(f"docs/{name}: tệp bị sửa trong lúc dựng; hãy dựng lại")
        return body.rendered

    def part(self, name: str, fingerprint: str, part: str) -> object:
        """Return the large part ``part`` (a field of ``Rendered``) of the text with this file name and fingerprint."""
        return self._large.part(fingerprint, partial(self.rendered, name, fingerprint), part)


def _unread(name: str, error: OSError) -> Diagnostic:
    reason = "không có tệp này" if isinstance(error, FileNotFoundError) else "không mở được tệp"
    return Diagnostic(f"docs/{name}", 1, "khong-doc-duoc", f"{reason}; hãy kiểm tra tên tệp và quyền đọc")


class _Parts:
    """Loads the large parts of one text: those of its ``MarkdownFile`` and those of its ``Rendered``."""

    __slots__ = ("_name", "_record", "_records")

    def __init__(self, records: Records, name: str, record: KnownFile) -> None:
        self._records, self._name, self._record = records, name, record

    def of_page(self, part: str) -> object:
        if page := self._records.page(self._name):
            return getattr(page, part)
        return "" if part == "body" else Mapping((), 1)

    def of_html(self, part: str) -> object:
        if part == "anchors":
            assert self._record.light
            return frozenset(self._record.light.anchors.split("\n")) - {""}
        return self._records.part(self._name, self._record.digest, part)
