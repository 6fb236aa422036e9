"""White space between words is reduced to single spaces, whatever it was."""

from hypothesis import given
from hypothesis import strategies as st

from infopage.language.spacing import spaced
from tests.properties import examples

GAPS = " \t\n\r\v\f\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2002\u200b\u2028\u2029\u202f\u205f\u3000\ufeff"


@examples(300)
@given(st.one_of(st.text(), st.lists(st.sampled_from((*GAPS, " ", "  ", "Điều", "5.", "a")), max_size=8).map("".join)))
def test_words_are_one_space_apart_whatever_stood_there(text: str) -> None:
    assert spaced(text) == " ".join(text.split())
