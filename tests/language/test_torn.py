"""Words that conversion from PDF tore apart, and what page footers left in a text."""

import pytest

from infopage.language.torn import torn


@pytest.mark.parametrize(
    ("written", "whole"),
    [
        *(("tri ển", "triển"), ("bi ển", "biển"), ("chuy ển", "chuyển"), ("quy ết", "quyết"), ("nhi ệm", "nhiệm")),
        *(("đi ều", "điều"), ("trư ờng", "trường"), ("ngư ời", "người"), ("đư ợc", "được"), ("nư ớc", "nước")),
        *(
            ("lo ại", "loại"),
            ("đo àn", "đoàn"),
            ("kho ản", "khoản"),
            ("lu ật", "luật"),
            ("xu ất", "xuất"),
            ("Hi ến", "Hiến"),
            ("KI ỂM", "KIỂM"),
        ),
    ],
)
def test_a_word_torn_between_two_vowels_is_found(written: str, whole: str) -> None:
    assert [(one.written, one.whole) for one in torn(f"việc {written} ở xã")] == [(written, whole)]


@pytest.mark.parametrize(
    "text",
    [
        "đi êm, như ơn trời, thư ơi, lá như ớt, quy ước và ý ếch, vào ài, tri êu",
        "Trung ương, tư ương, bia ở chợ, thi ôn, lo âu, lo ấy, chi ăn, bi ai, nghi án, kho ẩm, to ầm",
    ],
)
def test_words_that_begin_with_a_vowel_are_left_alone(text: str) -> None:
    assert torn(text) == []


def _pages(*numbers: int, lines: int = 14) -> str:
    return "\n".join("Một dòng chữ.\n" * lines + str(number) for number in numbers)


def test_numbers_of_pages_alone_on_their_lines_are_found() -> None:
    assert [one.written for one in torn(_pages(2, 3, 4))] == ["2", "3", "4"]
    assert torn(_pages(2, 3, lines=3)) == torn(_pages(2, 5)) == torn(_pages(7)) == []
