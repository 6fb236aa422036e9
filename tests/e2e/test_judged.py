"""The judged queries ask what they should, and their browser reads from the page and the dialog what a reader sees."""

import re
from collections import Counter
from pathlib import Path

from playwright.sync_api import Browser

from tests.bench.judged.asking import ask
from tests.bench.judged.queries import read
from tests.support import ROOT

SETS = ROOT / "tests/bench/judged"
KINDS = 14
LEAST = 20
"""The least number of queries of each kind, in both files together."""
RESOLUTION = ("van-ban/tinh-uy/2025-2030/16-nq-tu/", "")
QUERIES = ("16-NQ/TU", "qwrtzqwrtz", "Nghị quyết số 16-NQ/TU", "%")


def test_the_page_and_the_dialog_give_their_results_in_order(browser: Browser, base: str) -> None:
    for in_dialog in (False, True):
        number, nothing, named, sign = ask(browser, base, QUERIES, in_dialog=in_dialog)
        assert number[0] == named[0] == RESOLUTION
        assert len(number) > 1
        assert nothing == sign == []


def test_there_are_enough_judged_queries_of_each_kind() -> None:
    kinds = Counter(query.kind for file in SETS.glob("*.json") for query in read(file))
    assert len(kinds) == KINDS
    assert {kind: n for kind, n in kinds.items() if n < LEAST} == {}


def test_the_judged_queries_expect_pages_and_places_that_the_demonstration_has(demonstration: Path) -> None:
    for query in read(SETS / "demonstration.json"):
        for address in query.expect:
            html = (demonstration / address / "index.html").read_text("utf-8")
            assert not query.open_at or re.search(rf' id="{re.escape(query.open_at)}"', html), query
