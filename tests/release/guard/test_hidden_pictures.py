"""The guard (the checks before publication) finds all that a picture holds besides its pixels; `clean` removes it."""

import pytest

from infopage.release.guard.cleaning import clean_bytes
from infopage.release.guard.files import Guard
from infopage.release.guard.patterns import Patterns, load
from tests.release.guard.hidden_pictures import METADATA, PLAIN, WORDS, Make
from tests.release.guard.leaks import SECRET, TOP
from tests.support import ROOT

GUARD = Guard(load(ROOT)[0] or Patterns())


def rules(make: Make, words: str) -> set[str]:
    kind, data = make(words)
    return {one.rule for one in GUARD.check(f"docs/a.{kind.lower()}", data)}


@pytest.mark.parametrize("place", WORDS)
@pytest.mark.parametrize("words", [TOP, SECRET, "Lưu hành nội bộ"])
def test_a_stamp_is_found_round_the_points(place: str, words: str) -> None:
    assert ("dau-noi-bo" if "bộ" in words else "dau-mat") in rules(WORDS[place], words)


@pytest.mark.parametrize("place", WORDS)
def test_a_plain_word_in_the_same_place_is_no_fault(place: str) -> None:
    assert rules(WORDS[place], "Cầu Ea Minh buổi sáng") == set()


@pytest.mark.parametrize("place", METADATA)
def test_what_tells_of_persons_and_places_is_found_and_cleaned(place: str) -> None:
    assert rules(METADATA[place], "Lê Văn C") == {"sieu-du-lieu"}
    kind, data = METADATA[place]("Lê Văn C")
    cleaned, told = clean_bytes(data)
    assert told
    assert list(GUARD.check(f"docs/a.{kind.lower()}", cleaned)) == []
    assert "Lê Văn C".encode() not in cleaned


@pytest.mark.parametrize("place", PLAIN)
def test_a_picture_that_tells_nothing_passes(place: str) -> None:
    assert rules(PLAIN[place], "") == set()
