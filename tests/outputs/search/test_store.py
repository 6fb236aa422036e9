"""What was read is kept from build to build, and never changes what an index says."""

import json
import shutil
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from infopage.language.analysis import word_code
from infopage.outputs.search import entries as entries_module
from infopage.outputs.search import terms
from infopage.outputs.search.index import search_index
from infopage.outputs.search.sources import Source, sources
from infopage.outputs.search.store import Store
from tests.outputs.search.values import catalogue_of, index_of, write_news
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
    """Return the addresses that are read, as they are."""
    found: list[str] = []

    def entry(source: Source, letters: int, speech: object) -> object:
        found.append(source.address)
        return read(source, letters, speech)  # type: ignore[arg-type]

    read = entries_module.entry
    monkeypatch.setattr("infopage.outputs.search.index.entry", entry)
    return found


@examples(25)
@given(edits=EDITS)
def test_after_any_edits_an_index_with_a_store_is_the_index_without(
    edits: list[tuple[str, str | None]], tmp_path_factory: pytest.TempPathFactory, small: Path
) -> None:
    path = tmp_path_factory.mktemp("store") / "kho" / "search.npz"
    for name in NAMES:
        (small / f"docs/tin-tuc/2026/{name}.md").unlink(missing_ok=True)
    for name, body in edits:
        if body is None:
            (small / f"docs/tin-tuc/2026/{name}.md").unlink(missing_ok=True)
        else:
            write_news(small, name, f"Tin {name}", body)
        catalogue = catalogue_of(small)
        store = Store.read(path)
        assert search_index(catalogue, store) == search_index(catalogue, Store())
        store.write(path)


def test_after_an_edit_only_what_was_edited_is_read(small: Path, tmp_path: Path, reads: list[str]) -> None:
    path = tmp_path / "search.npz"
    news = write_news(small, "tin", "Tin", "Một.")
    store = Store()
    index_of(small, store)
    store.write(path)
    news.write_text(news.read_text("utf-8").replace("Một.", "Hai."), "utf-8")
    reads.clear()
    index_of(small, Store.read(path))
    assert reads == ["tin-tuc/2026/tin/"]


def test_nothing_is_written_where_nothing_changed(small: Path, tmp_path: Path) -> None:
    path = tmp_path / "search.npz"
    store = Store()
    index_of(small, store)
    store.write(path)
    before = path.stat().st_mtime_ns, path.read_bytes()
    store = Store.read(path)
    index_of(small, store)
    store.write(path)
    assert (path.stat().st_mtime_ns, path.read_bytes()) == before
    assert [one.name for one in tmp_path.iterdir() if one.is_file()] == ["search.npz"]


def test_what_is_gone_is_forgotten(small: Path, tmp_path: Path) -> None:
    path = tmp_path / "search.npz"
    news = write_news(small, "tin", "Tin", "Wxyzabc.")
    for gone in (False, True):
        if gone:
            news.unlink()
        store = Store.read(path)
        index_of(small, store)
        store.write(path)
        with np.load(path) as file:
            assert (b"Wxyzabc" in file["told"].tobytes()) is not gone


def damaged(path: Path) -> dict[str, bytes]:
    """Return files that are no store, by what is wrong with them."""
    whole = path.read_bytes()
    with np.load(path) as file:
        columns = dict(file)
    told = json.loads(columns["told"].tobytes())

    def saved(**changed: object) -> bytes:
        kept = {name: value for name, value in (columns | changed).items() if value is not None}
        np.savez(path, **kept)  # type: ignore[arg-type]
        return path.read_bytes()

    def said(value: object) -> bytes:
        return saved(told=np.frombuffer(json.dumps(value).encode(), np.uint8))

    return {
        "empty": b"",
        "not a zip": b"\xff\xfe rubbish" * 50,
        "cut short": whole[: len(whole) // 2],
        "without its end": whole[:-30],
        "a byte turned over": whole[:200] + bytes([whole[200] ^ 255]) + whole[201:],
        "a column missing": saved(pairs=None),
        "a column short": saved(words=columns["words"][:-1]),
        "sizes that say too much": saved(**{"words-sizes": columns["words-sizes"] * 2}),
        "sizes that say too little": saved(**{"pairs-sizes": columns["pairs-sizes"][:-1]}),
        "an array of objects": saved(words=np.array([{}, []], object)),
        "no JSON": saved(told=np.frombuffer(b"{", np.uint8)),
        "JSON of another kind": said([1]),
        "entries of another kind": said(told | {"entries": 7}),
        "an entry too short": said(told | {"entries": [["a"], *told["entries"][1:]]}),
        "a syllable's code that is no number": said(told | {"spelt": {"x": "y"}}),
        "older code": said(told | {"code": "0"}),
    }


def test_a_store_that_is_not_whole_or_not_ours_is_nothing_known(small: Path, tmp_path: Path, reads: list[str]) -> None:
    path = tmp_path / "search.npz"
    expected = index_of(small)
    all_of_it = list(reads)
    store = Store()
    index_of(small, store)
    store.write(path)
    for what, content in damaged(path).items():
        path.write_bytes(content)
        reads.clear()
        assert index_of(small, Store.read(path)) == expected, what
        assert reads == all_of_it, what


def test_a_folder_in_the_place_of_the_store_is_nothing_known(small: Path, tmp_path: Path) -> None:
    assert index_of(small, Store.read(tmp_path)) == index_of(small)


def test_two_syllables_with_one_code_are_read_anew_so_that_the_past_does_not_decide(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reads: list[str]
) -> None:
    path = tmp_path / "search.npz"
    write_news(small, "tin", "Tin", "Ngang ngửa.")
    store = Store()
    index_of(small, store)
    store.write(path)
    first = store.speech.spelt
    clash = {word: code for code, word in first.items()}["ngang"]
    # As though a word of a new text had the code of another.
    monkeypatch.setattr(terms, "word_code", lambda key: clash if key == "2abc" else word_code(key))
    write_news(small, "moi", "Mới", "Abc.")
    reads.clear()
    store = Store.read(path)
    assert index_of(small, store) == index_of(small)
    assert store.speech.clashed
    assert store.speech.spelt[clash] == "abc"  # the first of the alphabet, whichever was met first
    assert len(reads) > len(sources(catalogue_of(small)))


def test_a_build_keeps_its_store_and_one_that_cannot_be_kept_is_one_line_of_the_log(
    small: Path, tmp_path: Path
) -> None:
    assert build(small, tmp_path / "one").returncode == 0
    assert (small / "build/search.npz").is_file()
    shutil.rmtree(small / "build")
    (small / "build").write_text("a file where a folder should be", "utf-8")
    ran = build(small, tmp_path / "two")
    assert (ran.returncode, ran.stderr) == (0, "")
    manifests = [list((tmp_path / site).glob("tim-kiem/chi-muc/*/index.js")) for site in ("one", "two")]
    assert [one.parent.name for one in manifests[0]] == [one.parent.name for one in manifests[1]]
