"""Renditions are written once: from the builds' cache, or as files of the old site, if the picture has not changed."""

import io
from pathlib import Path

import pytest
from PIL import Image

from infopage.content.pictured import CENTRE
from infopage.content.pictures import Picture
from infopage.outputs.renditions import making
from infopage.outputs.renditions.sizes import renditions
from infopage.outputs.site.keeping import KeptFolder
from infopage.outputs.site.pictures import Wanted, write_pictures
from infopage.store.store import Store


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    for name in ("a.jpg", "b.jpg"):
        Image.new("RGB", (30, 20), "red").save(tmp_path / "docs" / name)
    return tmp_path / "docs"


PICTURES = {name: Wanted(Picture(30, 20, name), tuple(renditions(name, 30, 20)), CENTRE) for name in ("a.jpg", "b.jpg")}


def written(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir())}


def test_a_picture_is_made_once_and_keeps_its_bytes(
    docs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, steps = Store(), list[int]()
    first = KeptFolder(tmp_path / "first", tmp_path / "none", {})
    write_pictures(PICTURES, (), docs, first, store, lambda: steps.append(1))
    assert list(written(tmp_path / "first")) == ["a.jpg", "a.jpg.30.webp", "b.jpg", "b.jpg.30.webp"]
    assert len(steps) == 2
    monkeypatch.setattr(making, "make", lambda *_: pytest.fail("made twice"))
    again = KeptFolder(tmp_path / "second", tmp_path / "first", {})
    write_pictures(PICTURES, (), docs, again, store, lambda: None)
    assert written(tmp_path / "second") == written(tmp_path / "first")
    kept = KeptFolder(tmp_path / "third", tmp_path / "first", first.known)
    write_pictures(PICTURES, (), docs, kept, Store(), lambda: None)
    assert kept.is_as_it_was()


def test_a_picture_that_is_offered_for_download_is_not_replaced(docs: Path, tmp_path: Path) -> None:
    folder = KeptFolder(tmp_path / "site", tmp_path / "none", {})
    write_pictures(PICTURES, ("a.jpg",), docs, folder, Store(), lambda: None)
    assert list(written(tmp_path / "site")) == ["a.jpg.30.webp", "b.jpg", "b.jpg.30.webp"]
    with Image.open(io.BytesIO(written(tmp_path / "site")["b.jpg"])) as image:
        assert image.size == (30, 20)
