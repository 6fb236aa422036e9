"""Look-alike letters are reported with the correct word; foreign words and symbols get no fault."""

import pytest

from infopage.language.lookalikes import lookalikes


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Ðảng", "Đảng"),
        ("ðiểm", "điểm"),
        ("Ɖảng", "Đảng"),
        ("ɖiều", "điều"),
        ("HÐND", "HĐND"),
        ("ð", "đ"),
        ("05-NQ/ÐU", "05-NQ/ĐU"),
        ("01/QÐ-TTg", "01/QĐ-TTg"),
        ("nghị", "nghị"),
        ("quy\u0435t", "quyet"),
        ("05-NQ/\u0422U", "05-NQ/TU"),
        ("\u0391n", "An"),
        ("𝐪𝐮𝐲ế𝐭", "quyết"),
        ("ＮＱ", "NQ"),
        ("05\u00adNQ", "05-NQ"),
    ],
)
def test_a_word_is_told_with_the_letters_it_must_have(written: str, meant: str) -> None:
    found = list(lookalikes(f"Của {written}) tỉnh"))
    assert found == ([(written, meant)] if written != meant else [])


@pytest.mark.parametrize(
    "text",
    [
        "Đảng ủy, điểm đ) khoản 1, HĐND, 05-NQ/ĐU",
        "Sigurður Guðmundsson ở Seyðisfjörður",
        "Русский язык, танк Т-34, СССР; Ελληνικά",
        "10 μm, 5 µg, α-amylase, ΔT, 3 Ω, λ = 2πr",
        "ng\u00adười",
    ],
)
def test_foreign_words_and_signs_are_left_in_peace(text: str) -> None:
    assert list(lookalikes(text)) == []
