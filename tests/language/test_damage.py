"""Damaged letters are found, with the original words if they can be recovered; undamaged texts get no fault."""

import pytest

from infopage.language.damage import Damage, damage


def misread(text: str) -> str:
    """Return a text whose UTF-8 bytes were decoded as Windows-1252, as browsers and Excel do."""
    return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in text.encode())


@pytest.mark.parametrize("word", ["Nghị", "quyết", "Đảng", "ủy", "ước", "à", "đ", "Ế", "“Trích”", "bộ,", "(tỉnh)"])
def test_utf_8_read_as_windows_1252_is_read_again(word: str) -> None:
    assert damage(f"Toàn {misread(word)} ta") == Damage(misread(word), word)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Ngh? quy?t", "Ngh? quy?t"),
        ("Nghị quy?t 06", "quy?t"),
        ("H?I NGH?", "H?I NGH?"),
        ("Ð?ng b? t?nh", "b? t?nh"),
        ("Ban (m?i), cơ quan", "(m?i),"),
        ("Nghị quy\ufffdt", "quy\ufffdt"),
    ],
)
def test_letters_turned_to_a_stand_in_are_seen(text: str, written: str) -> None:
    assert damage(text) == Damage(written)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Nghị quyết của Đảng bộ tỉnh: Ủy ban, ước mơ, ngoài ra; điểm đ, khoản 1",
        "Vì sao? Làm gì? Ai làm? Thế nào?Ai chịu trách nhiệm? Đúng không?và sao nữa? Th? C?",
        "https://minhhoa.example/?a=b&c=d, minhhoa.example/tim?q=nghi, banbientap@minhhoa.example?subject=a",
        "La Société française; Señor Núñez; São Paulo; Ångström; Curaçao; Größe; Ærø; «từ»; 25 °C; § 5; ½; ±2 m³",
        "Uû ban nh©n d©n tØnh; NghÞ quyÕt cña §¶ng; Uûy ban nhaân daân tænh",
        "Phường, XÃ… “PHƯỜNG, XÃ”, ĐÃ–ĐANG",
        "a?b, x?1:0, ???, ?!, (?), “?”",
    ],
)
def test_sound_texts_are_left_in_peace(text: str) -> None:
    assert damage(text) is None
