"""Fingerprints of the feeds' files: equal for equal inputs, different for different inputs."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from infopage.content.catalogue import Catalogue
from infopage.content.loading import build
from infopage.content.model import Item, NewsItem, OfficialDocument
from infopage.content.texts import Text
from infopage.outputs.feeds import telling as telling_module
from infopage.outputs.feeds.feeds import Feeds
from infopage.outputs.feeds.telling import tellings
from infopage.outputs.site.site import Site
from infopage.outputs.wording.frame import Settings
from infopage.store.store import Store
from tests.outputs.feeds.values import made, whole
from tests.outputs.values import NOW, SETTINGS
from tests.sites import golden_project

Values = tuple[Catalogue, Site]


def _with(catalogue: Catalogue, old: Text, new: Text) -> Feeds:
    items = tuple(new if text is old else text for text in catalogue.library.items)
    return Feeds(Catalogue(replace(catalogue.library, items=items), catalogue.instant, preview=False), SETTINGS)


def _changes(catalogue: Catalogue) -> list[Feeds]:
    """Return variants of the catalogue's feeds, each different in one thing."""
    library = catalogue.library
    named = {reference.id for text in library.items for _, reference in text.references}
    first = next(t for t in library.items if isinstance(t.item, OfficialDocument) and t.item.id in named)
    unused = next(t for t in library.items if isinstance(t.item, NewsItem) and t.item.id not in named)
    assert isinstance(first.item, Item)
    larger = replace(library, files={path: size + 1 for path, size in library.files.items()})
    rewritten = replace(first, rendered=replace(first.rendered, html="<p>Chữ khác.</p>"), digest="khác")
    marked = replace(first, item=replace(first.item, illustrative=not first.item.illustrative), head="khác")
    titled = replace(first, item=replace(first.item, title="Tên khác"), head="khác")
    fewer = replace(library, items=tuple(text for text in library.items if text is not unused))
    return [
        _with(catalogue, first, marked),
        _with(catalogue, first, titled),
        _with(catalogue, first, rewritten),
        Feeds(catalogue, Settings("Tên khác", SETTINGS.url)),
        Feeds(catalogue, Settings(SETTINGS.name, "https://khac.example/")),
        Feeds(Catalogue(fewer, catalogue.instant, preview=False), SETTINGS),
        Feeds(Catalogue(library, catalogue.instant + timedelta(days=365), preview=False), SETTINGS),
        Feeds(Catalogue(larger, catalogue.instant, preview=False), SETTINGS),
    ]


def test_a_file_whose_bytes_change_has_another_fingerprint(golden_values: Values) -> None:
    catalogue = golden_values[0]
    known = {document.path: document.digest for document in Feeds(catalogue, SETTINGS).documents()}
    before = whole(golden_values[1])
    assert any("/luu/" in path for path in before)
    for feeds in _changes(catalogue):
        after = made(feeds)
        same = [document.path for document in feeds.documents() if known.get(document.path) == document.digest]
        assert [path for path in same if after[path] != before[path]] == []
        assert before != after
        assert same or feeds.settings != SETTINGS


def test_a_later_build_of_the_same_items_has_the_same_fingerprints(golden_values: Values) -> None:
    catalogue = golden_values[0]
    later = Catalogue(catalogue.library, catalogue.instant + timedelta(hours=1), preview=False)
    first, second = ({one.path: one.digest for one in Feeds(each, SETTINGS).documents()} for each in (catalogue, later))
    assert first == second


def test_what_was_weighed_is_not_weighed_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = golden_project(tmp_path / "project")
    weights = []
    for _ in range(2):
        store = Store(tmp_path / "store")
        found, _faults = build(project, NOW, preview=False, store=store)
        assert found is not None
        weights.append({id: one.weight for id, one in tellings(found, SETTINGS).items()})
        store.commit()
        store.close()
        monkeypatch.setattr(telling_module, "weight", None)
    assert weights[0] == weights[1]
