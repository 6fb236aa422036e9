"""Abbreviations that no text explains find titles with these initials; misread numbers find their documents."""

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from infopage.language.analysis import word_code
from infopage.outputs.search.initials import IN_SUMMARY, IN_TITLE, INITIALS, initial_levels
from tests.outputs.search.conftest import Opener
from tests.outputs.search.test_engine import SEARCH, addresses
from tests.outputs.search.values import index_of, write_document, write_news
from tests.sites import BASE, GOLDEN, lay_out

FIRE = "tin-tuc/2026/chua-chay/"
NUMBERED = "van-ban/tinh-uy/2025-2030/51-nq-tu/"
Search = Callable[[str], dict[str, list[str]]]


def _code(initials: str) -> int:
    return word_code(f"1{initials}") ^ INITIALS


def test_neighbouring_words_of_a_title_give_their_initials() -> None:
    found = initial_levels(["Luật Thuế giá trị gia tăng"], ["giữ rừng"])
    assert found[_code("gtgt")] == found[_code("ltgtgt")] == IN_TITLE
    assert found[_code("gr")] == IN_SUMMARY
    assert _code("gttg") not in found


def test_initials_may_leave_out_and_but_pass_no_number_and_no_end_of_a_phrase() -> None:
    found = initial_levels(["Phòng cháy và chữa cháy. Năm 2030 xong"], [])
    assert {_code("pccc"), _code("pcvcc")} <= found.keys()
    assert not {_code("ccn"), _code("nx")} & found.keys()


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory, opened: Opener) -> Page:
    """Return a page with the index of two items, and of news that has the words of one of them apart."""
    made = lay_out(tmp_path_factory.mktemp("initials") / "project", BASE, GOLDEN)
    write_document(made, "51-NQ/TU", "Giữ rừng.", trich_yeu="về giữ rừng", ngay_ban_hanh="08/9/2026")
    write_news(made, "chua-chay", "Tập huấn phòng cháy và chữa cháy ở thôn", "Bà con học dùng bình.")
    write_news(made, "nau-an", "Chữa bếp cháy", "Phòng bếp có than cháy, thợ chữa bếp. " * 9)
    return opened(*index_of(made))


@pytest.fixture
def search(page: Page) -> Search:
    """Return a function that runs a search in the page and returns the addresses and the absent words."""

    def run(query: str) -> dict[str, list[str]]:
        found = page.evaluate(SEARCH, [query, {"limit": 20}])
        return {"hits": addresses(json.loads(found)), "absent": json.loads(found)["absent"]}

    return run


@pytest.mark.parametrize("query", ["PCCC", "pccc", "tập huấn PCCC", "PCCC thôn", "TẬP HUẤN PCCC"])
def test_an_abbreviation_that_no_text_explains_finds_the_title_that_it_shortens(query: str, search: Search) -> None:
    found = search(query)
    assert found["hits"][0] == FIRE
    assert not found["absent"]


@pytest.mark.parametrize("query", ["PCXX", "pcxx", "thôn PCXX"])
def test_an_abbreviation_of_nothing_is_said_to_be_absent(query: str, search: Search) -> None:
    assert search(query)["absent"] == [query.split()[-1]]


@pytest.mark.parametrize(
    "query", ["5l-NQ/TU", "51-NQlTU", "S1-NQ/TU", "5I-nq/tu", "nghị quyết 5l-NQ/TU", "51-N0/TU", "51-NQ|TU"]
)
def test_a_number_with_letters_for_digits_finds_its_document(query: str, search: Search) -> None:
    assert search(query)["hits"][0] == NUMBERED
