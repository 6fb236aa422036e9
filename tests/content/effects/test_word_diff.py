"""Two versions of a text compared word by word."""

from hypothesis import given
from hypothesis import strategies as st

from infopage.content.effects import word_diff as module
from infopage.content.effects.word_diff import word_diff


def test_replaced_words_come_old_before_new() -> None:
    assert list(word_diff("trong 30 ngày", "trong 20 ngày làm việc")) == [
        ("same", "trong "),
        ("old", "30"),
        ("new", "20"),
        ("same", " ngày"),
        ("new", " làm việc"),
    ]


def test_very_long_texts_are_not_compared_by_words() -> None:
    long = "a " * 3000
    assert list(word_diff(long, long + "b")) == [("old", long), ("new", long + "b")]
    assert module._MOST < 6000 * 6000


@given(st.text(" aăâb\n.,", max_size=60), st.text(" aăâb\n.,", max_size=60))
def test_both_versions_can_be_read_from_the_difference(old: str, new: str) -> None:
    found = list(word_diff(old, new))
    assert "".join(text for kind, text in found if kind != "new") == old
    assert "".join(text for kind, text in found if kind != "old") == new
