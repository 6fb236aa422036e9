"""The file of first publications: its format, and how a later one may differ."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infopage.content.first_published import FirstPublished
from infopage.language.dates import HANOI
from tests.properties import examples

ids = st.from_regex(r"[a-z][a-z0-9-]{0,9}(#\d{4}-\d\d-\d\d(#giau-ten)?)?", fullmatch=True)
minutes = st.integers(0, 10**7).map(lambda number: datetime(2020, 1, 1, tzinfo=HANOI) + timedelta(minutes=number))


@examples(60)
@given(st.dictionaries(ids, minutes, max_size=8))
def test_what_is_written_is_read_again(instants: dict[str, datetime]) -> None:
    text = str(FirstPublished(instants))
    assert FirstPublished.parse(text) == FirstPublished(instants)
    assert text.splitlines()[1:] == sorted(text.splitlines()[1:])


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda text: "", "không phải sổ lần đăng đầu"),
        (lambda text: text + "tin-1 2026-11-30T08:00\n", "dòng 3"),
        (lambda text: text + "tin-1\t2026-13-30T08:00\n", "dòng 3"),
        (lambda text: text + "tin\t2026-11-30T08:01\n", "dòng 3"),
        (lambda text: text + "tin-1#hôm qua\t2026-11-30T08:00\n", "dòng 3"),
        (lambda text: text.encode("utf-16").decode("latin-1"), "không phải sổ lần đăng đầu"),
    ],
)
def test_a_damaged_file_is_refused_by_its_line(change: Callable[[str], str], words: str, tmp_path: Path) -> None:
    text = str(FirstPublished({"tin": datetime(2026, 11, 30, 8, tzinfo=HANOI)}))
    file = tmp_path / "lan-dang-dau.txt"
    file.write_text(change(text), encoding="utf-8")
    with pytest.raises(ValueError, match=words) as caught:
        FirstPublished.read(tmp_path, file.name)
    assert "infopage fetch" in str(caught.value)


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="không đọc được"):
        FirstPublished.read(tmp_path, "không có.txt")


def test_a_later_file_knows_all_of_the_one_before_and_nothing_new_of_earlier() -> None:
    at, later = datetime(2026, 11, 30, 8, tzinfo=HANOI), datetime(2026, 11, 30, 9, tzinfo=HANOI)
    before = FirstPublished({"a": at})
    assert FirstPublished({"a": at, "b": at, "c": later}).follows(before)
    assert not FirstPublished({"a": later}).follows(before)
    assert not FirstPublished({"b": at}).follows(before)
    assert not FirstPublished({"a": at, "b": at - timedelta(minutes=1)}).follows(before)
    assert before.follows(FirstPublished())
