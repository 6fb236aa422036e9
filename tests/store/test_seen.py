"""An unchanged file is recognised without being read; a file that may have changed is read."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from infopage.store import seen as module
from infopage.store.lots import Lots
from infopage.store.seen import Seen
from infopage.store.store import Store

LONG_AGO = 20_000_000_000


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make builds run long after their files were written, so that they trust the timestamps."""
    now = module.time.time_ns
    monkeypatch.setattr(module.time, "time_ns", lambda: now() + LONG_AGO)


def read(folder: Path, file: Path) -> str | None:
    """Read a file as a build does; return its fingerprint if it is known to be unchanged, else None."""
    store = Store(folder / "store")
    seen = Seen(store, "ke", is_told=True)
    stat = file.stat()
    known = seen.fingerprint("a", stat)
    if known is None:
        seen.note("a", stat, file.read_text("utf-8"))
    seen.keep()
    store.commit()
    store.close()
    return known


def again(file: Path) -> None:
    """Overwrite a file with other words of the same length, keeping its modification time."""
    stat = file.stat()
    file.write_text("hai", "utf-8")
    os.utime(file, ns=(stat.st_atime_ns, stat.st_mtime_ns))


def another(file: Path) -> None:
    other = file.with_name("other")
    other.write_text("hai", "utf-8")
    other.replace(file)


@pytest.mark.usefixtures("later")
def test_a_file_that_stands_as_it_was_is_known(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_text("mot", "utf-8")
    assert [read(tmp_path, file) for _ in range(3)] == [None, "mot", "mot"]


@pytest.mark.usefixtures("later")
@pytest.mark.parametrize("change", [again, another, os.utime])
def test_one_that_was_touched_is_read(tmp_path: Path, change: Callable[[Path], None]) -> None:
    file = tmp_path / "a"
    file.write_text("mot", "utf-8")
    read(tmp_path, file)
    change(file)
    assert read(tmp_path, file) is None


def test_one_that_has_just_been_written_is_read_however_often(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_text("mot", "utf-8")
    assert [read(tmp_path, file) for _ in range(3)] == [None, None, None]


def test_where_no_date_can_be_trusted_all_is_read(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("mot", "utf-8")
    store = Store(tmp_path / "store")
    Seen(store, "ke", is_told=False).keep()
    assert store.get("ke", "") is None


def test_what_was_not_said_again_is_forgotten_and_the_rest_is_not_written_anew(tmp_path: Path) -> None:
    for names in ("ab", "a", "a"):
        store = Store(tmp_path)
        lots: Lots[str] = Lots(store, "ke")
        assert lots.get("c") is None
        for name in names:
            lots.set(name, lots.get(name) or name)
        lots.keep()
        store.commit()
        store.close()
    assert [value for lot in Store(tmp_path).all("ke").values() for value in lot] == ["a"]  # type: ignore[attr-defined]  # lots are mappings
