"""Titles of the demonstration with typing errors find their items as the right titles do; right ones stay unchanged."""

import json

import pytest
from playwright.sync_api import Page

from tests.bench.slips import SEARCH, Success, measured
from tests.outputs.search.conftest import Opener
from tests.outputs.search.values import catalogue_of, index_of, outlined
from tests.support import ROOT


@pytest.fixture(scope="module")
def titles() -> dict[str, str]:
    """Return the titles of the demonstration's items by address."""
    return {one.address: one.read().title for one in outlined(catalogue_of(ROOT))}


@pytest.fixture(scope="module")
def page(opened: Opener) -> Page:
    """Return a page with the search engine and the index of the demonstration."""
    return opened(*index_of(ROOT))


def test_mistyped_titles_find_their_items(page: Page, titles: dict[str, str]) -> None:
    found = measured(page, titles, 2, 7)
    whole = Success(*(sum(column) for column in zip(*found.values(), strict=True)))
    assert len(found) > 15
    assert whole.first >= 0.9 * whole.asked


@pytest.mark.thorough
def test_each_kind_of_slip_reaches_its_bars(page: Page, titles: dict[str, str]) -> None:
    missed = {kind: one for kind, one in measured(page, titles, 40, 1).items() if not one.passes(kind)}
    assert not missed


def test_right_titles_are_left_alone(page: Page, titles: dict[str, str]) -> None:
    assert not [told for _, told in page.evaluate(SEARCH, list(titles.values())) if told]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("chuyến đồi sổ", "chuyển đổi số"),
        ("chuyểnđổisố", "chuyển đổi số"),
        ("#chuyendoiso", "chuyen doi so"),
        ("chuye63n d9o63i so61", "chuyển đổi số"),
        ("chuyeenr ddooir soos", "chuyển đổi số"),
        ("sinh hoạt ch i bộ", "sinh hoạt chi bộ"),
        ("nghij quyeets 16-nq/tu", "nghị quyết 16-nq/tu"),
        ("hội nghi trục tuyén", "hội nghị trực tuyến"),
    ],
)
def test_what_was_meant_is_told_with_its_marks(typed: str, meant: str, page: Page) -> None:
    ((typed_hits, told),) = page.evaluate(SEARCH, [typed])
    ((hits, _),) = page.evaluate(SEARCH, [meant])
    assert told == meant
    assert typed_hits[0] == hits[0]


@pytest.mark.parametrize("typed", ["GTGT", "bhtnx", "DVCTTX", "luật GTGT"])
def test_an_abbreviation_that_stands_nowhere_is_said_and_not_bent(typed: str, page: Page) -> None:
    found = json.loads(page.evaluate("async (q) => JSON.stringify(await thamsau.search(q))", typed))
    assert found["suggestion"] is None
    assert typed.split()[-1] in found["absent"]


def test_letters_of_old_keyboards_find_what_is_typed_rightly(page: Page) -> None:
    (one, other) = page.evaluate(SEARCH, ["Ðiều lệ Ðảng", "Điều lệ Đảng"])
    assert one == other
