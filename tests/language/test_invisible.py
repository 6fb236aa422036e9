"""Invisible characters are removed from Vietnamese text but kept in the scripts and emoji that need them."""

import pytest

from infopage.language.invisible import name_of, odd_spaces, strip_invisible


@pytest.mark.parametrize(
    "character", "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202c\u2060\u2066\u2069\ufeff\u3164\ufe0f"
)
def test_a_character_nobody_sees_is_taken_out_of_a_vietnamese_word(character: str) -> None:
    assert strip_invisible(f"một\nNghị quy{character}ết\n{character}ba") == ("một\nNghị quyết\nba", {character: [2, 3]})
    assert name_of(character).startswith(f"U+{ord(character):04X} (")


@pytest.mark.parametrize(
    "text",
    ["", "Nghị quyết 50\u00a0%", "ភាសា\u200bខ្មែរ", "می\u200cخواهم", "👨\u200d👩\u200d👧", "☎\ufe0f 0200"],
)
def test_what_a_script_or_a_picture_needs_stays(text: str) -> None:
    assert strip_invisible(text) == (text, {})


def test_odd_spaces_are_told_once_each() -> None:
    assert odd_spaces("a\u00a0b\u00a0c\u2009d e") == ["\u00a0", "\u2009"]
