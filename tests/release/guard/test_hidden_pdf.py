"""The guard (the checks before publication) finds all that a PDF hides; `clean` removes what it promises to remove."""

import pytest

from infopage.content.diagnostics import Severity
from infopage.release.guard.cleaning import clean_bytes
from infopage.release.guard.files import Guard
from infopage.release.guard.patterns import Patterns, load
from tests.release.guard.hidden_pdf import METADATA, PROGRAMS, WORDS, hidden, scanned
from tests.release.guard.leaks import PLAIN, SECRET, TOP
from tests.support import ROOT

GUARD = Guard(load(ROOT)[0] or Patterns())


def rules(data: bytes) -> set[str]:
    return {one.rule for one in GUARD.check("docs/a.pdf", data)}


@pytest.mark.parametrize("place", WORDS)
@pytest.mark.parametrize("words", [TOP, SECRET, PLAIN, "LƯU HÀNH NỘI BỘ", "DỰ THẢO"])
def test_a_stamp_is_found_where_no_page_shows_it(place: str, words: str) -> None:
    expected = "dau-mat" if words in (TOP, SECRET, PLAIN) else "dau-noi-bo" if "NỘI" in words else "dau-du-thao"
    found = list(GUARD.check("docs/a.pdf", hidden(WORDS[place], words)))
    assert expected in {one.rule for one in found}
    assert not any(words in one.message for one in found)


@pytest.mark.parametrize("place", WORDS)
def test_a_plain_word_in_the_same_place_is_no_fault(place: str) -> None:
    assert list(GUARD.check("docs/a.pdf", hidden(WORDS[place], "Chuyển đổi số của tỉnh"))) == []


@pytest.mark.parametrize("place", PROGRAMS)
@pytest.mark.parametrize("streams", [True, False])
def test_what_runs_or_lies_hidden_is_found(place: str, streams: bool) -> None:
    assert rules(hidden(PROGRAMS[place], streams=streams)) == {"an-trong-tep"}


@pytest.mark.parametrize("place", METADATA)
@pytest.mark.parametrize("streams", [True, False])
def test_what_tells_of_persons_and_places_is_found_and_cleaned(place: str, streams: bool) -> None:
    data = hidden(METADATA[place], "Lê Văn C", streams=streams)
    assert rules(data) == {"sieu-du-lieu"}
    cleaned, told = clean_bytes(data)
    assert told
    assert rules(cleaned) == set()
    assert clean_bytes(cleaned) == (cleaned, [])


@pytest.mark.parametrize(
    ("pages", "said"),
    [
        (("quét", "quét"), "chỉ có ảnh quét"),
        (("Nghị quyết của Tỉnh ủy về chuyển đổi số, kèm văn bản gốc", "quét", "quét"), "trang 2, 3 chỉ có ảnh quét"),
    ],
)
def test_scanned_pages_are_for_a_person_to_look_at(pages: tuple[str, ...], said: str) -> None:
    (found,) = GUARD.check("docs/a.pdf", scanned(*pages))
    assert (found.rule, found.severity) == ("khong-kiem-duoc", Severity.WARNING)
    assert said in found.message


def test_pages_of_text_or_of_nothing_are_no_scans() -> None:
    assert list(GUARD.check("docs/a.pdf", scanned("Một trang chữ", "1"))) == []
