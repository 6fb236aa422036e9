"""The store (the cache of values from earlier builds) keeps values, drops unused ones, and is empty if damaged."""

import pickle
import sqlite3
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infopage.language.dates import HANOI, Moment
from infopage.store import store as module
from infopage.store.digests import digest
from infopage.store.store import Store
from infopage.store.values import packed, unpacked

VALUES = [
    1,
    "chữ",
    (1, "a"),
    {"a": [1]},
    frozenset("ab"),
    date(2026, 3, 15),
    Moment(datetime(2026, 3, 15, 7, tzinfo=HANOI), True),
]


def filled(folder: Path, **values: object) -> None:
    store = Store(folder)
    for key, value in values.items():
        store.put("ke", key, value)
    store.keep("ke", values)
    store.commit()
    store.close()


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_what_is_kept_is_there_for_the_next_build(tmp_path: Path, value: object) -> None:
    filled(tmp_path, a=value)
    assert Store(tmp_path).get("ke", "a") == value
    assert Store(tmp_path).all("ke") == {"a": value}


def test_without_a_folder_nothing_is_kept() -> None:
    store = Store()
    store.put("ke", "a", 1)
    store.commit()
    assert Store().get("ke", "a") is None


def test_what_was_not_used_is_forgotten_on_the_shelves_that_were(tmp_path: Path) -> None:
    filled(tmp_path, a=1, b=2)
    store = Store(tmp_path)
    store.put("other", "c", 3)
    store.keep("ke", ["a"])
    store.commit()
    store.close()
    assert Store(tmp_path).all("ke") == {"a": 1}
    assert Store(tmp_path).all("other") == {"c": 3}


def test_much_is_written_before_the_build_ends_and_nothing_is_lost_by_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_MOST_HELD", 20)
    filled(tmp_path, old="cũ")
    store = Store(tmp_path)
    for key in "abc":
        store.put("ke", key, key * 10)
    assert Store(tmp_path).all("ke").keys() >= {"a", "b"}
    assert [store.get("ke", key) for key in "abc"] == ["a" * 10, "b" * 10, "c" * 10]
    store.keep("ke", ["a"])
    store.commit()
    assert Store(tmp_path).all("ke").keys() == set("abc")


def test_a_value_is_made_once(tmp_path: Path) -> None:
    made = []

    def make() -> str:
        made.append(1)
        return "x"

    for _ in range(2):
        store = Store(tmp_path)
        assert store.made("ke", "a", make) == "x"
        store.commit()
        store.close()
    assert len(made) == 1


def test_other_code_knows_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(tmp_path, a=1)
    monkeypatch.setattr(module, "code_digest", lambda: "0" * 32)
    assert Store(tmp_path).get("ke", "a") is None
    filled(tmp_path, b=2)
    assert [one.name for one in tmp_path.iterdir()] == [f"kho-{'0' * 32}.sqlite"]


def _emptied(file: Path) -> None:
    file.write_bytes(b"")


def _cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:5000])


def _garbage(file: Path) -> None:
    file.write_bytes(b"\x00\xff" * 5000)


def _other_table(file: Path) -> None:
    with sqlite3.connect(file) as known:
        known.execute("DROP TABLE made")


def _other_value(file: Path) -> None:
    with sqlite3.connect(file) as known:
        known.execute("UPDATE made SET value = ?", (packed("khác"),))


@pytest.mark.parametrize("spoil", [_emptied, _cut, _garbage, _other_table, _other_value, Path.unlink])
def test_a_spoilt_store_is_nothing_known_and_mends_itself(tmp_path: Path, spoil: Callable[[Path], object]) -> None:
    filled(tmp_path, a="một")
    (file,) = tmp_path.glob("*.sqlite")
    spoil(file)
    assert Store(tmp_path).get("ke", "a") is None
    filled(tmp_path, a="hai")
    assert Store(tmp_path).get("ke", "a") == "hai"


def test_a_folder_that_cannot_be_written_to_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "build").write_text("a file", "utf-8")
    filled(tmp_path / "build", a=1)
    assert (tmp_path / "build").read_text("utf-8") == "a file"


def test_two_builds_at_once_leave_a_whole_store(tmp_path: Path) -> None:
    filled(tmp_path, a=1)
    one, other = Store(tmp_path), Store(tmp_path)
    one.put("ke", "b", 2)
    other.put("ke", "c", 3)
    one.keep("ke", ["a", "b"])
    one.commit()
    assert other.get("ke", "a") == 1
    other.commit()
    one.close()
    other.close()
    assert Store(tmp_path).all("ke") == {"a": 1, "b": 2, "c": 3}


class _Acts:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return (print, ("acted",))


@pytest.mark.parametrize("value", [_Acts(), print, Path("a"), pytest], ids=["acts", "function", "path", "module"])
def test_a_pickle_that_names_anything_else_is_refused(value: object, capsys: pytest.CaptureFixture[str]) -> None:
    try:
        data = pickle.dumps(value)
    except TypeError:
        data = b"cpytest\nmain\n."
    with pytest.raises(ValueError, match="not a stored value"):
        unpacked(data)
    assert not capsys.readouterr().out


@given(st.lists(st.binary(max_size=4), max_size=4), st.lists(st.binary(max_size=4), max_size=4))
def test_a_digest_tells_parts_apart(some: list[bytes], others: list[bytes]) -> None:
    assert (digest(*some) == digest(*others)) is (some == others)
