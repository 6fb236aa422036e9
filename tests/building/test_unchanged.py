"""A build is skipped only if its inputs are unchanged and the site is as it was written."""

import ast
import os
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from infopage.building.unchanged import RECENT, Remembered, _is_recent, inputs, remember, unchanged
from infopage.outputs.site.keeping import WrittenFile, know_files
from infopage.store.store import Store
from tests.support import ROOT

NOW = datetime(2026, 11, 30, 9, tzinfo=UTC)
READ = "0" * 32


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """Return a folder with two files.

    The function ``read`` pretends to run so late that their timestamps can be trusted.
    """
    made = tmp_path / "docs"
    (made / "tin-tuc").mkdir(parents=True)
    (made / "index.md").write_text("một", "utf-8")
    (made / "tin-tuc" / "a.md").write_text("hai", "utf-8")
    return made


def read(docs: Path, *whole: Path, told: str = "") -> str:
    later = datetime.now(UTC) + RECENT + timedelta(seconds=1)
    return inputs(docs, whole, [told], later)


def _edited(docs: Path) -> None:
    (docs / "index.md").write_text("ba", "utf-8")


def _same_size(docs: Path) -> None:
    time.sleep(0.02)
    (docs / "index.md").write_text("mốt", "utf-8")


def _renamed(docs: Path) -> None:
    (docs / "index.md").rename(docs / "khac.md")


def _new_folder(docs: Path) -> None:
    (docs / "van-ban").mkdir()


def _linked(docs: Path) -> None:
    (docs / "b.md").symlink_to("index.md")


def _back_in_time(docs: Path) -> None:
    """Replace a text by one of the same size, and restore the modification time, as some tools do."""
    before = (docs / "index.md").stat()
    time.sleep(0.02)
    (docs / "index.md").write_text("mốt", "utf-8")
    os.utime(docs / "index.md", ns=(before.st_atime_ns, before.st_mtime_ns))


@pytest.mark.parametrize(
    "change",
    [_edited, _same_size, _renamed, _new_folder, _linked, _back_in_time, lambda docs: (docs / "index.md").unlink()],
)
def test_any_change_in_docs_is_seen(docs: Path, change: Callable[[Path], None]) -> None:
    before = read(docs)
    assert before == read(docs) != ""
    change(docs)
    assert read(docs) not in ("", before)


def test_other_files_are_read_and_what_is_told_counts(docs: Path, tmp_path: Path) -> None:
    data, settings = tmp_path / "data", tmp_path / "mkdocs.yml"
    data.mkdir()
    (data / "trang.yml").write_text("a", "utf-8")
    settings.write_text("b", "utf-8")
    seen = {read(docs, data, settings), read(docs, data, settings, told="khác")}
    (data / "trang.yml").write_text("c", "utf-8")
    seen.add(read(docs, data, settings))
    (data / "trang.yml").rename(data / "khac.yml")
    seen.add(read(docs, data, settings))
    settings.write_text("d", "utf-8")
    seen.add(read(docs, data, settings))
    assert len(seen) == 5


@pytest.mark.parametrize(
    ("written", "age", "is_trusted"),
    [
        (1_700_000_000_123_456_789, 0.04, False),
        (1_700_000_000_123_456_789, 0.06, True),
        (1_700_000_000 * 10**9, 1.9, False),
        (1_700_000_000 * 10**9, 2.1, True),
    ],
)
def test_a_file_too_young_for_its_time_to_tell_is_not_trusted(written: int, age: float, is_trusted: bool) -> None:
    """If all timestamps are whole seconds, the file system probably stores no fractions, so a file must be older."""
    now = datetime.fromtimestamp(written / 1e9, UTC) + timedelta(seconds=age)
    assert _is_recent(written, now) is not is_trusted


def test_a_file_that_was_written_this_moment_is_not_trusted(docs: Path) -> None:
    (docs / "index.md").write_text("mới", "utf-8")
    assert inputs(docs, [], [], datetime.now(UTC)) == ""


@pytest.fixture
def built(tmp_path: Path) -> tuple[Store, Path]:
    """Return a store that knows a site of one file, and the site."""
    site, store = tmp_path / "site", Store(tmp_path / "build")
    (site / "a").mkdir(parents=True)
    (site / "a" / "index.html").write_text("x", "utf-8")
    found = (site / "a" / "index.html").stat()
    know_files(store, site, {"a/index.html": WrittenFile("k", found.st_size, found.st_mtime_ns)})
    remember(store, site, Remembered(READ, NOW, NOW + timedelta(days=1), "0 lỗi"))
    return store, site


def test_what_is_as_it_was_has_the_last_report(built: tuple[Store, Path]) -> None:
    store, site = built
    assert unchanged(store, site, READ, NOW) == "0 lỗi"
    assert unchanged(store, site, READ, NOW + timedelta(hours=23)) == "0 lỗi"


@pytest.mark.parametrize(
    ("given", "instant"),
    [("", NOW), ("1" * 32, NOW), (READ, NOW - timedelta(seconds=1)), (READ, NOW + timedelta(days=1))],
)
def test_other_inputs_and_another_time_are_a_change(built: tuple[Store, Path], given: str, instant: datetime) -> None:
    assert unchanged(*built, given, instant) is None


def _touched(site: Path) -> None:
    os.utime(site / "a" / "index.html", (0, 0))


def _more(site: Path) -> None:
    (site / "b.html").write_text("", "utf-8")


def _less(site: Path) -> None:
    (site / "a" / "index.html").unlink()


def _away(site: Path) -> None:
    site.rename(site.with_name("khac"))


@pytest.mark.parametrize("change", [_touched, _more, _less, _away])
def test_a_site_that_is_not_as_it_was_written_is_made_again(
    built: tuple[Store, Path], change: Callable[[Path], None]
) -> None:
    change(built[1])
    assert unchanged(*built, READ, NOW) is None


def test_nothing_asks_the_clock_but_by_questions_that_are_remembered() -> None:
    """The span of a catalogue (how long a build stays valid) is right only if no other code reads the clock."""
    package = ROOT / "hooks" / "infopage"
    found = [
        f"{path.relative_to(package).as_posix()}:{node.lineno}"
        for part in ("content", "outputs")
        for path in sorted((package / part).rglob("*.py"))
        if path.name not in ("catalogue.py", "clock.py", "tracking.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and node.attr == "instant"
    ]
    assert found == []
