"""The guard (the checks before publication) finds everything that an office file, an e-mail or an RTF file hides."""

import pytest

from infopage.release.guard.cleaning import clean_bytes
from infopage.release.guard.files import Guard
from infopage.release.guard.patterns import Patterns, load
from tests.release.guard.hidden_office import HIDDEN, METADATA, PLAIN, WORDS, Make
from tests.release.guard.leaks import SECRET, TOP
from tests.support import ROOT

GUARD = Guard(load(ROOT)[0] or Patterns())


def rules(make: Make, words: str = "") -> set[str]:
    kind, data = make(words)
    return {one.rule for one in GUARD.check(f"docs/a.{kind}", data)}


@pytest.mark.parametrize("place", WORDS)
@pytest.mark.parametrize("words", [TOP, SECRET, "LƯU HÀNH NỘI BỘ"])
def test_a_stamp_is_found_wherever_it_stands(place: str, words: str) -> None:
    assert ("dau-noi-bo" if "BỘ" in words else "dau-mat") in rules(WORDS[place], words)


@pytest.mark.parametrize("place", WORDS)
def test_a_plain_word_in_the_same_place_is_no_fault(place: str) -> None:
    assert rules(WORDS[place], "Chuyển đổi số của tỉnh") == set()


@pytest.mark.parametrize("place", METADATA)
def test_what_names_a_person_is_found_and_cleaned(place: str) -> None:
    assert rules(METADATA[place], "Lê Văn C") == {"sieu-du-lieu"}
    kind, data = METADATA[place]("Lê Văn C")
    cleaned, told = clean_bytes(data)
    assert told
    assert list(GUARD.check(f"docs/a.{kind}", cleaned)) == []


@pytest.mark.parametrize("place", HIDDEN)
def test_what_lies_hidden_is_found(place: str) -> None:
    assert rules(HIDDEN[place]) == {"an-trong-tep"}


@pytest.mark.parametrize("place", PLAIN)
def test_a_file_that_hides_nothing_passes(place: str) -> None:
    assert rules(PLAIN[place]) == set()
