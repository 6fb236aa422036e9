"""The jobs (build steps) of items.

One job makes an item's page and its files, and tracks the catalogue data that they use.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any, NamedTuple

from infopage.content.addresses import address_of
from infopage.content.catalogue import Catalogue
from infopage.content.model import Collection, Item, OfficialDocument
from infopage.content.pictured import CENTRE, picture_paths
from infopage.language.dates import format_date
from infopage.outputs.data.catalogue_csv import csv_file, csv_row
from infopage.outputs.data.files import (
    CATALOGUE_CSV,
    CATALOGUE_JSON,
    catalogue_json,
    data_links,
    document_files,
    version_files,
    version_links,
)
from infopage.outputs.data.records import record
from infopage.outputs.data.withdrawn import withdrawn_records
from infopage.outputs.feeds.document_feed import NAME, document_feed, follow_link
from infopage.outputs.jobs.fingerprints import Fingerprints, Trace
from infopage.outputs.jobs.job import Head, Job, Made
from infopage.outputs.jobs.tracking import Tracked
from infopage.outputs.metadata.structured import structured
from infopage.outputs.packs.book import epub_of
from infopage.outputs.packs.whole import whole_page
from infopage.outputs.pages.items import item_page
from infopage.outputs.pages.versions import version_pages
from infopage.outputs.views.links import TypedLink
from infopage.outputs.views.page import Page
from infopage.outputs.views.pictures import Rendition
from infopage.outputs.wording.collections import epub_link, whole_address
from infopage.outputs.wording.described import described
from infopage.outputs.wording.effects import dated_texts, version_address, version_days
from infopage.outputs.wording.encoding import json_text
from infopage.outputs.wording.frame import Settings
from infopage.store.digests import digest
from infopage.store.lots import Lots
from infopage.store.store import Store
from infopage.store.values import packed

_TRACES, _RECORDS, _IN_BOOKS = "muc", "ban-ghi", "anh-trong-sach"


def _links(item: Item) -> tuple[TypedLink, ...]:
    """Return the links to the files that belong to an item's page: data files and feed, or the EPUB of a collection."""
    if isinstance(item, OfficialDocument):
        return (*data_links(item), follow_link(item))
    return (epub_link(item),) if isinstance(item, Collection) else ()


class _Row(NamedTuple):
    """An official document in the open data, as JSON and as a row of the CSV table.

    ``key`` is a hash of the inputs from which both were made.
    """

    key: str
    json: str
    csv: str


class _Traced(NamedTuple):
    """The inputs from which an item's page and files were last made.

    ``common`` is the fingerprint of the data that all pages share. ``trace`` lists the catalogue data used
    (jobs/tracking.py), and ``key`` is the hash of the trace.
    """

    common: str
    key: str
    trace: Trace


class Items:
    """The jobs (build steps) that make the pages and files of current items, and the open data about all documents."""

    def __init__(self, catalogue: Catalogue, settings: Settings, common: str, store: Store) -> None:
        """Prepare the jobs; ``common`` is the fingerprint of the data that all pages share.

        ``store`` is the cache of earlier builds, which has the inputs that each page was made from.
        """
        self._catalogue, self._settings, self._common, self._store = catalogue, settings, common, store
        self.answers = Fingerprints(catalogue)
        self._known: Lots[_Traced] = Lots(store, _TRACES)
        self._rows: dict[str, _Row] = {}
        self._keys: dict[str, str] = {}

    def jobs(self) -> Iterator[Job]:
        """Yield the job (build step) of each item, then the one that makes the catalogue files (JSON and CSV)."""
        for item in self._catalogue.current:
            key = self._key(item)
            if key:
                self._keys[item.id] = key
            heads = (self._head(item), *self._version_heads(item), *self._whole_heads(item))
            yield Job(key, partial(self.make, item), heads, self._files(item))
        yield self._catalogue_job()

    def keep(self) -> None:
        """Save the recorded inputs of all items for the next build. Call this when all jobs are done."""
        self._known.keep()

    def _key(self, item: Item) -> str | None:
        """Return the key of an item's page and files as last made: a hash of the catalogue data that they use.

        Return None if they were never made, or if an input has changed.
        """
        known = self._known.get(item.id)
        if known is None or known.common != self._common or not self.answers.are_still(known.trace):
            return None
        self._known.set(item.id, known)
        return known.key

    def _head(self, item: Item) -> Head:
        return Head(
            address=address_of(item.path),
            titled=lambda: described(item, self._catalogue).heading,
            source=item.path,
            changed=item.changed_on,
            files=_links(item),
            images=tuple(picture_paths(item)),
        )

    def _version_heads(self, item: Item) -> Iterator[Head]:
        if isinstance(item, OfficialDocument):
            for day in version_days(item, self._catalogue):
                yield Head(
                    address=version_address(item, day),
                    titled=partial(self._version_title, item, day),
                    indexed=False,
                    files=version_links(item, day),
                )

    def _version_title(self, document: OfficialDocument, day: date) -> str:
        return f"{described(document, self._catalogue).heading} (tại ngày {format_date(day)})"

    def _whole_heads(self, item: Item) -> Iterator[Head]:
        if isinstance(item, Collection):
            yield Head(address=whole_address(item), titled=lambda: f"{item.title} (toàn văn)", indexed=False)

    def _files(self, item: Item) -> tuple[str, ...]:
        days = version_days(item, self._catalogue) if isinstance(item, OfficialDocument) else ()
        dated = (link for day in days for link in version_links(item, day))  # type: ignore[arg-type]
        return tuple(link.address for link in (*_links(item), *dated))

    def make(self, item: Item) -> Made:
        """Return an item's page and its files."""
        tracked, settings = Tracked(self._catalogue, self.answers), self._settings
        texts = dated_texts(item, tracked) if isinstance(item, OfficialDocument) else None
        page = item_page(item, tracked, settings, texts)
        files: dict[str, bytes] = {}
        beside: dict[str, Any] = {}
        dated: tuple[Page, ...] = ()
        if isinstance(item, OfficialDocument) and texts:
            beside = {"data": data_links(item), "follow": follow_link(item)}
            own = record(item, tracked, settings)
            files = document_files(item, own, tracked, settings) | version_files(item, own, texts, tracked, settings)
            files[page.address + NAME] = document_feed(item, tracked, settings)
            row = json_text(own), csv_row(own)
            dated = tuple(version_pages(item, page, texts, tracked))
        if isinstance(item, Collection):
            beside = {"data": _links(item)}
            files = {epub_link(item).address: epub_of(item, tracked, settings, self._picture)}
            dated = (whole_page(item, tracked, settings),)
        page = replace(page, structured=structured(page, item, tracked, settings), **beside)
        trace = tracked.trace()
        key = digest(packed(trace))
        known = self._known.get(item.id)
        made = _Traced(self._common, key, trace)
        self._known.set(item.id, known if known == made else made)
        self._keys[item.id] = key
        if isinstance(item, OfficialDocument):
            self._rows[item.id] = _Row(key, *row)
        return Made(key, (page, *dated), files)

    def _picture(self, path: str, one: Rendition) -> bytes:
        """Return a rendition of a picture for an EPUB; the store keeps it."""
        from infopage.outputs.renditions.making import make  # imported late: most builds make no picture

        library = self._catalogue.library
        key = f"{library.pictures[path].digest} {one.width}"
        return self._store.made(_IN_BOOKS, key, lambda: make(library.read(path), (one,), CENTRE)[one.address])

    def _catalogue_job(self) -> Job:
        documents = sorted(self._catalogue.documents, key=lambda document: document.id)
        files = (CATALOGUE_JSON, CATALOGUE_CSV)
        if any(document.id not in self._keys for document in documents):
            return Job(None, lambda: self._make_catalogue(documents), (), files)
        return Job(self._catalogue_key(documents), lambda: self._make_catalogue(documents), (), files)

    def _catalogue_key(self, documents: list[OfficialDocument]) -> str:
        keys = (f"{document.id} {self._keys[document.id]}".encode() for document in documents)
        withdrawn = json_text(withdrawn_records(self._catalogue))
        return digest(self._catalogue.today.isoformat().encode(), withdrawn.encode(), *keys)

    def _make_catalogue(self, documents: list[OfficialDocument]) -> Made:
        known: Lots[_Row] = Lots(self._store, _RECORDS)
        rows = [self._row(document, known.get(document.id)) for document in documents]
        for document, row in zip(documents, rows, strict=True):
            known.set(document.id, row)
        known.keep()
        files = {
            CATALOGUE_JSON: catalogue_json((row.json for row in rows), self._catalogue, self._settings),
            CATALOGUE_CSV: csv_file(row.csv for row in rows),
        }
        return Made(self._catalogue_key(documents), (), files)

    def _row(self, document: OfficialDocument, known: _Row | None) -> _Row:
        """Return a document's JSON and CSV row; those of an earlier build, ``known``, are reused if still correct."""
        if document.id not in self._rows:
            if known and known.key == self._keys.get(document.id):
                return known
            self.make(document)
        return self._rows[document.id]
