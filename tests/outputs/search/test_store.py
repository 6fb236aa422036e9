"""The search store is kept between builds and never changes the index."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from infopage.language.analysis import word_code
from infopage.outputs.search import entries as entries_module
from infopage.outputs.search import pieces, terms
from infopage.outputs.search.index import search_index
from infopage.outputs.search.pieces import Piece
from infopage.outputs.search.scripts import FOLDER
from infopage.outputs.search.sources import IndexSource
from infopage.outputs.search.store import IndexStore
from tests.outputs.search.values import catalogue_of, index_of, outlined, write_news
from tests.properties import examples
from tests.sites import build

NAMES = ["mot", "hai", "ba", "bon"]
BODIES = [
    "",
    "Một đoạn.",
    "Ban Tổ chức (BTC) họp.\n\n## Mục\n\nHòa bình, hoà giải.",
    "Bộ Tài chính (BTC) về Nghị quyết số 05-NQ/TU.",
    "x " * 900,
]
EDITS = st.lists(
    st.tuples(st.sampled_from(NAMES), st.one_of(st.none(), st.sampled_from(BODIES))), min_size=1, max_size=6
)


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that collects the address of each entry that is read."""
    found: list[str] = []

    def entry(source: IndexSource, letters: int, token_table: object) -> object:
        found.append(source.address)
        return read(source, letters, token_table)  # type: ignore[arg-type]

    read = entries_module.entry
    monkeypatch.setattr("infopage.outputs.search.index.entry", entry)
    return found


@examples(25)
@given(edits=EDITS)
def test_after_any_edits_an_index_with_a_store_is_the_index_without(
    edits: list[tuple[str, str | None]], tmp_path_factory: pytest.TempPathFactory, small: Path
) -> None:
    path = tmp_path_factory.mktemp("store") / "kho" / "search"
    for name in NAMES:
        (small / f"docs/tin-tuc/2026/{name}.md").unlink(missing_ok=True)
    for name, body in edits:
        if body is None:
            (small / f"docs/tin-tuc/2026/{name}.md").unlink(missing_ok=True)
        else:
            write_news(small, name, f"Tin {name}", body)
        catalogue = catalogue_of(small)
        store = IndexStore.read(path)
        found = outlined(catalogue)
        assert search_index(catalogue, found, store) == search_index(catalogue, found, IndexStore())
        store.write(path)


def test_after_an_edit_only_what_was_edited_is_read(small: Path, tmp_path: Path, reads: list[str]) -> None:
    path = tmp_path / "search"
    news = write_news(small, "tin", "Tin", "Một.")
    store = IndexStore()
    index_of(small, store)
    store.write(path)
    news.write_text(news.read_text("utf-8").replace("Một.", "Hai."), "utf-8")
    reads.clear()
    index_of(small, IndexStore.read(path))
    assert reads == ["tin-tuc/2026/tin/"]


def test_nothing_is_written_where_nothing_changed(small: Path, tmp_path: Path) -> None:
    path = tmp_path / "search"
    store = IndexStore()
    index_of(small, store)
    store.write(path)
    before = {one.name: one.stat().st_mtime_ns for one in path.iterdir()}
    store = IndexStore.read(path)
    index_of(small, store)
    store.write(path)
    assert {one.name: one.stat().st_mtime_ns for one in path.iterdir()} == before


def test_an_edit_writes_only_the_pieces_that_it_touches_and_leaves_none_behind(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("infopage.outputs.search.tuning.ENTRIES_PER_PIECE", 4)
    path = tmp_path / "search"
    news = write_news(small, "tin", "Tin", "Một.")
    store = IndexStore()
    index_of(small, store)
    store.write(path)
    before = {one.name for one in path.iterdir()}
    news.write_text(news.read_text("utf-8").replace("Một.", "Hai ba."), "utf-8")
    store = IndexStore.read(path)
    index_of(small, store)
    store.write(path)
    after = {one.name for one in path.iterdir()}
    # The piece with the edited entry, the index of words and the index of pairs.
    assert len(before - after) == len(after - before) == 3
    assert len(before & after) > 3  # the other pieces of entries, and the list of pieces
    assert len(after) == len(before)


def test_what_is_gone_is_forgotten(small: Path, tmp_path: Path) -> None:
    path = tmp_path / "search"
    news = write_news(small, "tin", "Tin", "Wxyzabc.")
    for gone in (False, True):
        if gone:
            news.unlink()
        store = IndexStore.read(path)
        index_of(small, store)
        store.write(path)
        assert any(b"Wxyzabc" in one.read_bytes() for one in path.iterdir()) is not gone


def damaged(path: Path) -> Iterator[str]:
    """Damage a store in one way after another and yield each way's name; the store is restored before the next."""
    whole = {one: one.read_bytes() for one in path.iterdir()}
    list_file = path / "danh-muc.json"
    told = json.loads(whole[list_file])
    piece = path / told["pieces"][0][0]
    family = path / told["indexes"]["tu"][-1][0]

    def changed(of: list[Any], **columns: Any) -> list[Any]:
        """Overwrite columns of a piece (a file of some entries); return its new line in the store's list of pieces."""
        found = pieces.read(path, Piece(of[0], of[1], tuple(map(tuple, of[2]))))
        return list(pieces.write(path, found | columns))

    rows = json.loads(pieces.read(path, Piece(*told["pieces"][0]))["told"].tobytes())

    def text(value: object) -> Any:
        return np.frombuffer(json.dumps(value).encode(), np.uint8)

    first, others = told["pieces"][0], told["pieces"][1:]
    columns = first[2]
    lists: dict[str, object] = {
        "no list of entries": told | {"pieces": 7},
        "JSON of another kind": [1],
        "a piece from elsewhere": told | {"pieces": [["../x.cot", *first[1:]], *others]},
        "a piece of no name": told | {"pieces": [["x", *first[1:]], *others]},
        "a piece with another sum": told | {"pieces": [[first[0], 1, first[2]], *others]},
        "columns that say too much": told | {"pieces": [[*first[:2], [[n, k, c * 2] for n, k, c in columns]], *others]},
        "columns of another kind": told | {"pieces": [[*first[:2], [[n, "|O", c] for n, _, c in columns]], *others]},
        "a column missing": told | {"pieces": [changed(first, told=text([])), *others]},
        "a column short": told | {"pieces": [changed(first, counts=np.zeros(1, np.uint8)), *others]},
        "an entry too short": told | {"pieces": [changed(first, told=text([["a"], *rows[1:]])), *others]},
        "entries of another kind": told | {"pieces": [changed(first, told=text({"a": 1})), *others]},
        "a syllable's code that is no number": told | {"spelt": {"x": "y"}},
        "a family of another kind": told | {"indexes": {"tu": 7}},
        "a basis too short": told | {"indexes": told["indexes"] | {"tu": [[1], *told["indexes"]["tu"][1:]]}},
        "older code": told | {"code": "0"},
    }
    files: dict[str, tuple[Path, bytes | None]] = {
        "an empty list": (list_file, b""),
        "a list that is no text": (list_file, b"\xff\xfe rubbish" * 50),
        "a list cut short": (list_file, whole[list_file][:-30]),
        "an empty piece": (piece, b""),
        "a piece cut short": (piece, whole[piece][:-8]),
        "a byte turned over": (piece, whole[piece][:200] + bytes([whole[piece][200] ^ 255]) + whole[piece][201:]),
        "a piece gone": (piece, None),
        "a byte of a family turned over": (family, bytes([whole[family][0] ^ 1]) + whole[family][1:]),
        "a family gone": (family, None),
    } | {what: (list_file, json.dumps(value).encode()) for what, value in lists.items()}
    for what, (file, content) in files.items():
        for one, was in whole.items():
            one.write_bytes(was)
        if content is None:
            file.unlink()
        else:
            file.write_bytes(content)
        yield what


def test_a_store_that_is_not_whole_or_not_ours_is_nothing_known(small: Path, tmp_path: Path, reads: list[str]) -> None:
    path = tmp_path / "search"
    expected = index_of(small)
    all_of_it = list(reads)
    store = IndexStore()
    index_of(small, store)
    store.write(path)
    for what in damaged(path):
        reads.clear()
        store = IndexStore.read(path)
        assert index_of(small, store) == expected, what
        assert reads == all_of_it, what
        store.write(path)
        reads.clear()
        assert index_of(small, IndexStore.read(path)) == expected, what
        assert reads == [], what


def test_a_folder_in_the_place_of_the_store_is_nothing_known(small: Path, tmp_path: Path) -> None:
    assert index_of(small, IndexStore.read(tmp_path)) == index_of(small)


def test_two_syllables_with_one_code_are_read_anew_so_that_the_past_does_not_decide(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reads: list[str]
) -> None:
    path = tmp_path / "search"
    write_news(small, "tin", "Tin", "Ngang ngửa.")
    store = IndexStore()
    index_of(small, store)
    store.write(path)
    first = store.token_table.spelt
    clash = {word: code for code, word in first.items()}["ngang"]
    # Simulate that a word of a new text has the same code as another.
    monkeypatch.setattr(terms, "word_code", lambda key: clash if key == "2abc" else word_code(key))
    write_news(small, "moi", "Mới", "Abc.")
    reads.clear()
    store = IndexStore.read(path)
    assert index_of(small, store) == index_of(small)
    assert store.token_table.clashed
    assert store.token_table.spelt[clash] == "abc"  # the first in alphabetical order, whichever was read first
    assert len(reads) > len(outlined(catalogue_of(small)))


def test_a_build_keeps_its_store_and_one_that_cannot_be_kept_is_one_line_of_the_log(
    small: Path, tmp_path: Path
) -> None:
    assert build(small, tmp_path / "one").returncode == 0
    assert (small / "build/search").is_dir()
    shutil.rmtree(small / "build")
    (small / "build").write_text("a file where a folder should be", "utf-8")
    ran = build(small, tmp_path / "two")
    assert (ran.returncode, ran.stderr) == (0, "")
    folders = [[one.name for one in (tmp_path / site / FOLDER).iterdir() if one.is_dir()] for site in ("one", "two")]
    assert len(folders[0]) == 1
    assert folders[0] == folders[1]
