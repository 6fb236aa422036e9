"""Letters in lower case and without marks, which are for comparisons and addresses only."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infopage.language.folding import fold, slug, strip_marks
from tests.properties import examples


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *(
            ("Đổi mới 5%", "doi-moi-5"),
            ("đường ĐỎ", "duong-do"),
            ("Ế Ữ Ặ Ỗ", "e-u-a-o"),
            ("13/2023/NĐ-CP", "13-2023-nd-cp"),
        ),
        *(
            ("  — ", ""),
            ("", ""),
            ("中文", ""),
            ("a__b", "a-b"),
            ("-a-", "a"),
            ("Œuvre", "uvre"),
            ("ﬁ", "fi"),
            ("İ", "i"),
        ),
    ],
)
def test_a_slug_keeps_letters_and_digits(text: str, expected: str) -> None:
    assert slug(text) == expected


@examples(300)
@given(st.text())
def test_a_slug_is_ascii_and_its_own_slug(text: str) -> None:
    made = slug(text)
    assert made.isascii()
    assert slug(made) == made
    assert not made.startswith("-")
    assert not made.endswith("-")


def test_both_ways_of_writing_a_letter_fold_to_one() -> None:
    text = "Quyết nghị về Đổi mới, uỷ ban và ủy ban"
    assert slug(unicodedata.normalize("NFD", text)) == slug(text)
    assert fold("uỷ  ban\n") == fold("Ủy ban") == "uy ban"


def test_lookalikes_of_a_letter_fold_as_it_does() -> None:
    assert slug("Ðiều lệ Ɖảng, cuộc ðời, ɖổi mới") == "dieu-le-dang-cuoc-doi-doi-moi"
    assert fold("QUYẾT ÐỊNH") == "quyet dinh"


def test_stripping_marks_keeps_case_and_spaces() -> None:
    assert strip_marks("Đảng  bộ TỈNH") == "Dang  bo TINH"


@examples(200)
@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
