"""Symbols of documents (such as 05-NQ/TU): how they are read, compared, printed, and written in addresses."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infopage.language.symbols import Symbol
from tests.properties import examples

PRINTED = {
    "05-NQ/TU": Symbol("05", "NQ/TU", party=True),
    "21-KH/ĐU": Symbol("21", "KH/ĐU", party=True),
    "08-CTr/TU": Symbol("08", "CTr/TU", party=True),
    "1201-QĐ/TU": Symbol("1201", "QĐ/TU", party=True),
    "12-HD/BTGDVTU": Symbol("12", "HD/BTGDVTU", party=True),
    "05a-NQ/TU": Symbol("05a", "NQ/TU", party=True),
    "29-NQ/TW": Symbol("29", "NQ/TW", party=True),
    "03/2022/QH15": Symbol("03", "QH15", year=2022),
    "13/2023/NĐ-CP": Symbol("13", "NĐ-CP", year=2023),
    "02/2023/TT-BTTTT": Symbol("02", "TT-BTTTT", year=2023),
    "10/2020/TTLT-BTP-BNV": Symbol("10", "TTLT-BTP-BNV", year=2020),
    "145/KH-UBND": Symbol("145", "KH-UBND"),
    "31/NQ-HĐND": Symbol("31", "NQ-HĐND"),
    "1982/QĐ-TTg": Symbol("1982", "QĐ-TTg"),
    "40-LCT/HĐNN8": Symbol("40", "LCT/HĐNN8", party=True),
    "66.13/2026/NQ-CP": Symbol("66.13", "NQ-CP", year=2026),
    "04/2013/TTLT/BTP-BNV": Symbol("04", "TTLT/BTP-BNV", year=2013),
    "525/NQLT/UBND-MTTQ": Symbol("525", "NQLT/UBND-MTTQ"),
    "01-NQLT/TU-UBND": Symbol("01", "NQLT/TU-UBND", party=True),
    "217-CP": Symbol("217", "CP", party=True),
    "172-HĐBT": Symbol("172", "HĐBT", party=True),
    "01A-QĐ/TU": Symbol("01A", "QĐ/TU", party=True),
    "58-2020/QĐ-UBND": Symbol("58", "2020/QĐ-UBND", party=True),
}


@pytest.mark.parametrize("text", PRINTED)
def test_a_symbol_is_taken_apart_and_printed_again(text: str) -> None:
    assert Symbol.parse(text) == PRINTED[text]
    assert str(PRINTED[text]) == text


@pytest.mark.parametrize(
    "text", [" 05-NQ/TU ", "05 - NQ / TU", "05–NQ/TU", "05‑NQ/TU", unicodedata.normalize("NFD", "05-NQ/TU")]
)
def test_spaces_and_dashes_of_word_do_not_matter(text: str) -> None:
    assert str(Symbol.parse(text)) == "05-NQ/TU"


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "05",
            "NQ/TU",
            "05-NQ",
            "05-/TU",
            "05-NQ/",
            "Số 05-NQ/TU",
            "05-NQ/TU ngày 12/10/2026",
            "-5-NQ/TU",
            "5.5-NQ/TU",
        ),
        *("45-CT", "12-kh", "1/2/2026", "12/10/2026", "217-C", "66.13-NQ/TU", "66./2026/NQ-CP"),
        *("12345678-NQ/TU", "٥-NQ/TU", "05-NQ/TU/2026", "13/2023/NĐ-CP/x", "05-N<Q/TU", "05-NQ/T_U", "05-NQ//TU"),
    ],
)
def test_what_is_no_symbol_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  # the text itself is the message
        Symbol.parse(text)


def test_five_and_zero_five_are_one_number_and_five_a_comes_after() -> None:
    numbers = ["5-NQ/TU", "05-NQ/TU", "5a-NQ/TU", "5đ-NQ/TU", "6-NQ/TU", "10-NQ/TU"]
    ordinals = [Symbol.parse(text).ordinal for text in numbers]
    assert ordinals[0] == ordinals[1]
    assert sorted(ordinals) == ordinals


def test_joint_documents_have_a_series_of_their_own() -> None:
    joint = ("01-NQLT/TU-UBND", "04/2013/TTLT/BTP-BNV", "10/2020/TTLT-BTP-BNV", "525/NQLT/UBND-MTTQ")
    assert all(Symbol.parse(text).is_joint for text in joint)
    assert not any(Symbol.parse(text).is_joint for text in ("01-NQ/TU", "217-CP", "145/KH-UBND"))


def test_a_letter_or_a_further_number_comes_after_the_number_itself() -> None:
    numbers = ["1-QĐ/TU", "01A-QĐ/TU", "01b-QĐ/TU", "66/2026/NQ-CP", "66.13/2026/NQ-CP", "67/2026/NQ-CP"]
    assert sorted(numbers, key=lambda text: Symbol.parse(text).ordinal) == numbers


def test_a_symbol_has_an_ascii_address() -> None:
    assert (Symbol.parse("21-KH/ĐU").slug, Symbol.parse("13/2023/NĐ-CP").slug) == ("21-kh-du", "13-2023-nd-cp")


parts = st.from_regex(r"[A-ZĐ][A-Za-zđ0-9]{0,5}([-.][A-ZĐ0-9]{1,4}){0,2}", fullmatch=True)
symbols = st.builds(
    Symbol,
    number=st.from_regex(r"[0-9]{1,4}[a-zđ]?", fullmatch=True),
    suffix=st.tuples(parts, parts).map("/".join),
    party=st.just(True),
) | st.builds(Symbol, st.from_regex(r"[0-9]{1,4}", fullmatch=True), parts, st.none() | st.integers(1945, 2100))


@examples(300)
@given(symbols)
def test_a_printed_symbol_reads_back(symbol: Symbol) -> None:
    assert Symbol.parse(str(symbol)) == symbol


@examples(300)
@given(st.text("05a-/.NQĐU ", max_size=30))
def test_any_text_is_a_symbol_that_reads_back_or_is_refused(text: str) -> None:
    try:
        symbol = Symbol.parse(text)
    except ValueError:
        return
    assert Symbol.parse(str(symbol)) == symbol
    assert symbol.ordinal[0] >= 0


def test_a_hostile_line_is_refused_at_once() -> None:
    start = time.process_time()
    for text in ("1-A" + "." * 5000 + "!", "1-" + "A-" * 5000, "1" * 5000, "1/" + "2.a" * 5000 + "!"):
        with pytest.raises(ValueError):  # noqa: PT011  # the text itself is the message
            Symbol.parse(text)
    assert time.process_time() - start < 1


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("06-nq/tu", "06-NQ/TU"),
        ("06-Nq/Tu", "06-NQ/TU"),
        ("5a-kh/đu", "5a-KH/ĐU"),
        ("03/2022/qh15", "03/2022/QH15"),
        ("01/qđ-ttg", "01/QĐ-TTg"),
        ("12/TTr-UBND", "12/TTr-UBND"),
    ],
)
def test_a_symbol_is_printed_in_capitals(written: str, printed: str) -> None:
    assert str(Symbol.parse(written).in_capitals) == printed
