"""A phrase is replaced in HTML, whether tags stand inside it, across its end or around it."""

import re

from hypothesis import given
from hypothesis import strategies as st

from infopage.content.effects.blocks import text_of
from infopage.content.effects.phrases import with_phrase
from tests.properties import examples


def test_attributes_and_other_cells_are_no_words() -> None:
    html = '<a href="#dieu-5" title="Điều 5">Điều 6</a> <td>9</td><td>0%</td>'
    assert with_phrase(html, "Điều 5", "x") == (html, 0)
    assert with_phrase(html, "90%", "x") == (html, 0)
    assert with_phrase(html, "Điều 6", "Điều 7")[0].startswith('<a href="#dieu-5" title="Điều 5">Điều 7</a>')


def test_a_phrase_across_tags_keeps_the_tags() -> None:
    assert with_phrase("một <b>hai</b> ba", "hai ba", "bốn") == ("một <b>bốn</b>", 1)
    assert with_phrase("5&nbsp;&lt; 6", "5 < 6", "6 > 5") == ("6 &gt; 5", 1)


def test_a_removed_phrase_leaves_no_space_behind() -> None:
    assert with_phrase("<i>một</i> hai ba", "hai", "") == ("<i>một</i> ba", 1)
    assert with_phrase("một hai, ba", "hai", "") == ("một, ba", 1)


@examples(100)
@given(st.lists(st.sampled_from(["một", "hai", "ba", "<b>", "</b>", "&amp;", "&lt;"]), max_size=12), st.booleans())
def test_replacing_in_html_is_replacing_in_its_text(parts: list[str], spaced: bool) -> None:
    html = (" " if spaced else "").join(parts)
    plain = re.sub(r"</?b>", "", html)
    made, count = with_phrase(html, "hai ba", "bốn")
    expected, times = re.subn(r"(?<!\w)hai\s+ba(?!\w)", "bốn", text_of(plain))
    assert (text_of(made), count) == (expected, times)
