"""The judged queries' browser reads from the results page and from the dialog what a reader sees."""

from playwright.sync_api import Browser

from tests.bench.judged.asking import ask

RESOLUTION = ("van-ban/tinh-uy/2025-2030/16-nq-tu/", "")
QUERIES = ("16-NQ/TU", "qwrtzqwrtz", "Nghị quyết số 16-NQ/TU", "%")


def test_the_page_and_the_dialog_give_their_results_in_order(browser: Browser, base: str) -> None:
    for in_dialog in (False, True):
        number, nothing, named, sign = ask(browser, base, QUERIES, in_dialog=in_dialog)
        assert number[0] == named[0] == RESOLUTION
        assert len(number) > 1
        assert nothing == sign == []
