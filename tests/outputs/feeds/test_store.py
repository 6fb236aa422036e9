"""The store: feeds that nothing has changed are linked, and whatever is wrong with it the feeds are right."""

import json
import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from infopage.content.catalogue import Catalogue
from infopage.content.model import Item
from infopage.outputs.feeds import feeds as feeds_module
from infopage.outputs.feeds.feeds import Feeds
from infopage.outputs.feeds.store import FeedStore
from infopage.outputs.pages import Settings
from infopage.outputs.site import Site
from tests.outputs.feeds.values import whole
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


def again(stored: tuple[Catalogue, Path]) -> dict[str, bytes]:
    """Build once more; return what is in the site."""
    catalogue, folder = stored
    FeedStore(folder / "store").write(Feeds(catalogue, SETTINGS), folder / "again")
    return tree(folder / "again")


def test_what_has_not_changed_is_not_made_again(
    stored: tuple[Catalogue, Path], golden_values: Values, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = whole(golden_values[1])
    assert tree(stored[1] / "first") == expected
    monkeypatch.setattr(feeds_module, "feed_files", None)
    assert FeedStore(stored[1] / "store").holds(Feeds(stored[0], SETTINGS))
    assert again(stored) == expected


def _cut(store: Path, site: Path) -> None:
    (store / "files" / RSS).write_bytes(b"<rss")


def _through_the_site(store: Path, site: Path) -> None:
    with (site / RSS).open("ab") as file:
        file.write(b" ")


def _in_place(store: Path, site: Path) -> None:
    found = (store / "files" / RSS).read_bytes()
    (store / "files" / RSS).write_bytes(found[::-1])


DAMAGES: list[Callable[[Path, Path], object]] = [
    _cut,
    _through_the_site,
    _in_place,
    lambda store, site: (store / "files" / RSS).unlink(),
    lambda store, site: shutil.rmtree(store / "files"),
    lambda store, site: shutil.rmtree(store),
    lambda store, site: (store / "index.json").write_bytes(b"\xff{"),
    lambda store, site: (store / "index.json").write_text("[1, 2]"),
    lambda store, site: (store / "index.json").write_text('{"files": 3, "digest": "a"}'),
    lambda store, site: (store / "index.json").unlink(),
]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_store_is_made_anew(
    stored: tuple[Catalogue, Path], golden_values: Values, damage: Callable[[Path, Path], object]
) -> None:
    damage(stored[1] / "store", stored[1] / "first")
    assert again(stored) == whole(golden_values[1])
    assert FeedStore(stored[1] / "store").holds(Feeds(stored[0], SETTINGS))


def test_an_index_cannot_lead_out_of_the_feeds_folder(stored: tuple[Catalogue, Path], golden_values: Values) -> None:
    store = stored[1] / "store"
    strange = store / "strange.txt"
    strange.write_text("a")
    index = json.loads((store / "index.json").read_bytes())
    index["files"]["nguon-tin/../../strange.txt"] = [1, strange.stat().st_mtime_ns]
    (store / "index.json").write_text(json.dumps(index))
    assert again(stored) == whole(golden_values[1])
    assert not (stored[1] / "strange.txt").exists()


def test_whatever_the_feeds_are_made_of_has_part_in_the_digest(stored: tuple[Catalogue, Path]) -> None:
    catalogue, _ = stored
    library = catalogue.library
    known = Feeds(catalogue, SETTINGS).digest
    fewer = replace(library, items=library.items[1:])
    larger = replace(library, files={path: size + 1 for path, size in library.files.items()})
    first = library.items[0]
    rewritten = replace(first, rendered=replace(first.rendered, html="<p>Chữ khác.</p>"))
    otherwise = replace(library, items=(rewritten, *library.items[1:]))
    assert isinstance(first.item, Item)
    marked = replace(first, item=replace(first.item, illustrative=not first.item.illustrative))
    others = [
        Feeds(
            Catalogue(replace(library, items=(marked, *library.items[1:])), catalogue.instant, preview=False), SETTINGS
        ),
        Feeds(Catalogue(otherwise, catalogue.instant, preview=False), SETTINGS),
        Feeds(catalogue, Settings("Tên khác", SETTINGS.url)),
        Feeds(catalogue, Settings(SETTINGS.name, "https://khac.example/")),
        Feeds(Catalogue(fewer, catalogue.instant, preview=False), SETTINGS),
        Feeds(Catalogue(library, catalogue.instant + timedelta(days=365), preview=False), SETTINGS),
        Feeds(Catalogue(larger, catalogue.instant, preview=False), SETTINGS),
    ]
    assert len({known, *(other.digest for other in others)}) == len(others) + 1
    later = Catalogue(library, catalogue.instant + timedelta(hours=1), preview=False)
    assert Feeds(later, SETTINGS).digest == known


def test_a_store_on_another_file_system_is_done_without(golden_values: Values, tmp_path: Path) -> None:
    other = Path("/dev/shm")
    if not os.access(other, os.W_OK) or other.stat().st_dev == tmp_path.stat().st_dev:
        skip_or_fail("there is no second file system to write to", "mount -t tmpfs tmpfs /dev/shm")
    store = other / f"infopage-{os.getpid()}"
    try:
        FeedStore(store).write(Feeds(golden_values[0], SETTINGS), tmp_path / "site")
        assert tree(tmp_path / "site") == whole(golden_values[1])
        assert not FeedStore(store).holds(Feeds(golden_values[0], SETTINGS))
    finally:
        shutil.rmtree(store, ignore_errors=True)
