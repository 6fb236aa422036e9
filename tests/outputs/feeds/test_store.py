"""The store: a file of the feeds that nothing has changed is linked; whatever is wrong with it the feeds are right."""

import json
import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from infopage.content.catalogue import Catalogue
from infopage.content.library import Text
from infopage.content.model import Item, NewsItem
from infopage.outputs.feeds import store as store_module
from infopage.outputs.feeds.feeds import Feeds
from infopage.outputs.feeds.store import FeedStore
from infopage.outputs.feeds.tree import Document
from infopage.outputs.pages import Settings
from infopage.outputs.site import Site
from tests.outputs.feeds.values import made, whole
from tests.outputs.values import SETTINGS
from tests.sites import tree
from tests.support import skip_or_fail

Values = tuple[Catalogue, Site]
RSS = "nguon-tin/tat-ca/rss.xml"


@pytest.fixture
def stored(golden_values: Values, tmp_path: Path) -> tuple[Catalogue, Path]:
    """Return the golden catalogue, and a folder with the store and the site of a first build."""
    FeedStore(tmp_path / "store").write(Feeds(golden_values[0], SETTINGS), tmp_path / "first")
    return golden_values[0], tmp_path


@pytest.fixture
def makes(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that grows by the path of each file that is made."""
    told: list[str] = []
    make = store_module._make

    def counted(document: Document, path: Path) -> None:
        told.append(document.path)
        make(document, path)

    monkeypatch.setattr(store_module, "_make", counted)
    return told


def again(stored: tuple[Catalogue, Path], name: str = "again") -> dict[str, bytes]:
    """Build once more; return what is in the site."""
    catalogue, folder = stored
    FeedStore(folder / "store").write(Feeds(catalogue, SETTINGS), folder / name)
    return tree(folder / name)


def test_what_has_not_changed_is_not_made_again(
    stored: tuple[Catalogue, Path], golden_values: Values, makes: list[str]
) -> None:
    assert tree(stored[1] / "first") == whole(golden_values[1])
    assert again(stored) == whole(golden_values[1])
    assert makes == []


def _cut(store: Path, site: Path) -> None:
    (store / "files" / RSS).write_bytes(b"<rss")


def _through_the_site(store: Path, site: Path) -> None:
    with (site / RSS).open("ab") as file:
        file.write(b" ")


def _in_place(store: Path, site: Path) -> None:
    found = (store / "files" / RSS).read_bytes()
    (store / "files" / RSS).write_bytes(found[::-1])


def _a_folder(store: Path, site: Path) -> None:
    (store / "files" / RSS).unlink()
    (store / "files" / RSS / "a").mkdir(parents=True)


def _of_other_code(store: Path, site: Path) -> None:
    index = json.loads((store / "index.json").read_bytes())
    (store / "index.json").write_text(json.dumps(index | {"code": "0"}))


DAMAGES: list[Callable[[Path, Path], object]] = [
    _cut,
    _through_the_site,
    _in_place,
    _a_folder,
    _of_other_code,
    lambda store, site: (store / "files" / RSS).unlink(),
    lambda store, site: shutil.rmtree(store / "files"),
    lambda store, site: shutil.rmtree(store),
    lambda store, site: (store / "index.json").write_bytes(b"\xff{"),
    lambda store, site: (store / "index.json").write_text("[1, 2]"),
    lambda store, site: (store / "index.json").write_text('{"files": 3, "code": "a"}'),
    lambda store, site: (store / "index.json").unlink(),
]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_store_is_made_anew(
    stored: tuple[Catalogue, Path], golden_values: Values, damage: Callable[[Path, Path], object], makes: list[str]
) -> None:
    damage(stored[1] / "store", stored[1] / "first")
    assert again(stored) == whole(golden_values[1])
    assert makes
    if damage is not _a_folder:
        makes.clear()
        assert again(stored, "third") == whole(golden_values[1])
        assert makes == []


def test_what_is_no_more_leaves_the_store(stored: tuple[Catalogue, Path], golden_values: Values) -> None:
    strange = stored[1] / "store" / "files" / "nguon-tin" / "chu-de" / "cu" / RSS
    strange.parent.mkdir(parents=True)
    strange.write_text("a")
    index = json.loads((stored[1] / "store" / "index.json").read_bytes())
    index["files"][f"nguon-tin/chu-de/cu/{RSS}"] = ["a", 1, 1]
    (stored[1] / "store" / "index.json").write_text(json.dumps(index))
    assert again(stored) == whole(golden_values[1])
    assert not strange.exists()
    assert not strange.parent.exists()


def _with(library: Catalogue, first: Text) -> Catalogue:
    items = (first, *library.library.items[1:])
    return Catalogue(replace(library.library, items=items), library.instant, preview=False)


def _changes(catalogue: Catalogue) -> list[Feeds]:
    """Return feeds of which each differs in one thing from those of the catalogue."""
    library = catalogue.library
    first = library.items[0]
    assert isinstance(first.item, Item)
    unused = next(text for text in library.items if isinstance(text.item, NewsItem))
    fewer = replace(library, items=tuple(text for text in library.items if text is not unused))
    larger = replace(library, files={path: size + 1 for path, size in library.files.items()})
    rewritten = replace(first, rendered=replace(first.rendered, html="<p>Chữ khác.</p>"))
    marked = replace(first, item=replace(first.item, illustrative=not first.item.illustrative))
    titled = replace(first, item=replace(first.item, title="Tên khác"))
    return [
        Feeds(_with(catalogue, marked), SETTINGS),
        Feeds(_with(catalogue, titled), SETTINGS),
        Feeds(_with(catalogue, rewritten), SETTINGS),
        Feeds(catalogue, Settings("Tên khác", SETTINGS.url)),
        Feeds(catalogue, Settings(SETTINGS.name, "https://khac.example/")),
        Feeds(Catalogue(fewer, catalogue.instant, preview=False), SETTINGS),
        Feeds(Catalogue(library, catalogue.instant + timedelta(days=365), preview=False), SETTINGS),
        Feeds(Catalogue(larger, catalogue.instant, preview=False), SETTINGS),
    ]


def test_a_file_whose_bytes_change_has_another_fingerprint(each_site: Values) -> None:
    catalogue = each_site[0]
    known = {document.path: document.digest for document in Feeds(catalogue, SETTINGS).documents()}
    before = whole(each_site[1])
    for feeds in _changes(catalogue):
        after, same = made(feeds), 0
        for document in feeds.documents():
            if known.get(document.path) == document.digest:
                same += 1
                assert after[document.path] == before[document.path]
        assert before != after
        assert same or feeds.settings != SETTINGS
    later = Catalogue(catalogue.library, catalogue.instant + timedelta(hours=1), preview=False)
    assert {one.path: one.digest for one in Feeds(later, SETTINGS).documents()} == known


def test_a_store_on_another_file_system_is_done_without(golden_values: Values, tmp_path: Path) -> None:
    other = Path("/dev/shm")
    if not os.access(other, os.W_OK) or other.stat().st_dev == tmp_path.stat().st_dev:
        skip_or_fail("there is no second file system to write to", "mount -t tmpfs tmpfs /dev/shm")
    store = other / f"infopage-{os.getpid()}"
    try:
        for name in ("site", "again"):
            FeedStore(store).write(Feeds(golden_values[0], SETTINGS), tmp_path / name)
            assert tree(tmp_path / name) == whole(golden_values[1])
    finally:
        shutil.rmtree(store, ignore_errors=True)
