"""Dates, signers and issuing bodies in queries: however they are spelt, they lead to the documents that have them."""

import json
import unicodedata
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from infopage.language.analysis import title_code, word_code
from infopage.language.folding import fold
from infopage.outputs.search.attributes import KIN, OWN, attribute_levels, date_keys
from tests.outputs.search.conftest import Opener
from tests.outputs.search.test_engine import NEWS, SEARCH, TU, addresses
from tests.outputs.search.values import index_of, write_document, write_news
from tests.sites import BASE, GOLDEN, lay_out

DAY, MONTH, YEAR = f"{TU}51-nq-tu/", f"{TU}52-kh-tu/", f"{TU}53-nq-tu/"
HEIR = ("van-ban/huyen-uy-dong/2020-2025/54-nq-hu/", "van-ban/dang-uy-xa-dong/2025-2030/55-nq-du/")
Search = Callable[[str], list[str]]


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory, opened: Opener) -> Page:
    """Return a page with the index of documents of several dates, of a signer, and of news that mention all these."""
    made = lay_out(tmp_path_factory.mktemp("attributes") / "project", BASE, GOLDEN)
    signed = write_document(made, "51-NQ/TU", "Giữ rừng.", trich_yeu="về giữ rừng", ngay_ban_hanh="08/9/2026")
    text = signed.read_text("utf-8")
    signed.write_text(text.replace("---\n", "---\nnguoi_ky:\n  ten: Đặng Thị Thí Dụ\n  chuc_vu: Bí thư\n", 1), "utf-8")
    write_document(made, "52-KH/TU", "Trồng cây.", trich_yeu="trồng cây gây rừng", ngay_ban_hanh="20/9/2026")
    write_document(made, "53-NQ/TU", "Nuôi cá.", trich_yeu="về nuôi cá", ngay_ban_hanh="15/02/2026")
    for address, body, day in zip(HEIR, ("huyen-uy-dong", "dang-uy-xa-dong"), ("04/5/2022", "04/5/2026"), strict=True):
        symbol = address.split("/")[-2].replace("-", "").replace("nq", "-NQ/").replace("hu", "HU").replace("du", "ĐU")
        path = write_document(
            made, symbol, "Việc chung.", trich_yeu="về việc chung", co_quan=body, nhiem_ky=address.split("/")[2],
            ngay_ban_hanh=day, ngay_dang=day,
        )  # fmt: skip
        moved = made / "docs" / f"{address[:-1]}.md"
        moved.parent.mkdir(parents=True, exist_ok=True)
        path.rename(moved)
    told = "Ngày 08/9/2026, tháng 9 năm 2026, quý III năm 2026, đồng chí Đặng Thị Thí Dụ nói chuyện. "
    write_news(made, "ke", "Nói chuyện", told * 9, ngay_dang="01/10/2026")
    return opened(*index_of(made))


@pytest.fixture
def search(page: Page) -> Search:
    """Return a function that runs a search in the page and returns the addresses of the results."""
    return lambda query: addresses(json.loads(page.evaluate(SEARCH, [query, {"limit": 20}])))


DAYS = (
    "08/9/2026|8/9/2026|08-9-2026|8.9.2026|2026-09-08|ngày 08/9/2026|ngày 8 tháng 9 năm 2026|ngay 8 thang 9 nam 2026|"
    "8 tháng 9 năm 2026|ngày 8 tháng chín năm 2026|ngày 8/9|ngày 8 tháng 9|nghị quyết ngày 08/9/2026|giữ rừng 8/9/2026"
).split("|")
MONTHS = (
    "kế hoạch tháng 9/2026|kế hoạch tháng 9 năm 2026|ke hoach thang 9 nam 2026|kế hoạch tháng 09-2026|kế hoạch 9/2026|"
    "kế hoạch tháng chín|kế hoạch tháng 9|kế hoạch quý III/2026|kế hoạch quý 3 năm 2026|ke hoach quy iii 2026|"
    "kế hoạch Q3/2026|kế hoạch quý III"
).split("|")


@pytest.mark.parametrize("query", DAYS)
def test_a_date_however_spelt_leads_to_what_was_issued_on_it(query: str, search: Search) -> None:
    for typed in (query, unicodedata.normalize("NFD", query), query.upper()):
        assert search(typed)[0] == DAY


@pytest.mark.parametrize("query", MONTHS)
def test_a_month_or_quarter_leads_to_what_was_issued_in_it(query: str, search: Search) -> None:
    assert search(query)[0] == MONTH
    assert search(query.replace("kế hoạch", "nghị quyết").replace("ke hoach", "nghi quyet"))[0] == DAY


def test_a_year_leads_to_the_documents_of_that_year_and_an_aim_does_not(search: Search) -> None:
    found = search("nghị quyết năm 2026")
    assert max(map(found.index, (DAY, YEAR))) < min(map(found.index, (MONTH, f"{NEWS}ke/")))
    assert YEAR not in search("đến năm 2030")


@pytest.mark.parametrize(
    "query", ["Đặng Thị Thí Dụ", "dang thi thi du", "nghị quyết do Đặng Thị Thí Dụ ký", "ĐẶNG THỊ THÍ DỤ"]
)
def test_a_signer_leads_to_what_they_signed_and_then_to_what_tells_of_them(query: str, search: Search) -> None:
    found = search(query)
    assert found[0] == DAY
    assert f"{NEWS}ke/" in found


@pytest.mark.parametrize(
    "query", ["6 tháng đầu năm", "tháng 13/2026", "32/13/2026", "ngày", "quý V", "tháng", "năm 99999"]
)
def test_what_only_looks_like_a_date_is_sought_as_words(query: str, search: Search) -> None:
    assert isinstance(search(query), list)


@pytest.mark.parametrize(
    ("query", "first", "then"),
    [("Huyện ủy Đông", HEIR[0], HEIR[1]), ("đảng ủy xã đông", HEIR[1], HEIR[0]), ("dang uy xa dong", HEIR[1], HEIR[0])],
)
def test_the_name_of_a_body_finds_its_documents_and_then_those_of_its_heirs_and_forebears(
    query: str, first: str, then: str, search: Search
) -> None:
    assert [address for address in search(query) if address in HEIR] == [first, then]


# ---- Codes (hashes) of dates and names ----


def test_a_date_has_a_key_for_each_way_to_ask_for_it() -> None:
    assert list(date_keys("2026-02-05")) == ["2026", "2026-2", "2026q1", "-2", "q1", "2026-2-5", "-2-5"]
    assert list(date_keys("1997")) == ["1997"]
    assert list(date_keys("")) == []


def test_names_are_own_or_of_kin_with_and_without_marks() -> None:
    levels = attribute_levels("2026", ["Ban Dân vận"], ["Ban Dân vận", "Ban Tuyên giáo"])
    for name, level in (("ban dân vận", OWN), ("ban tuyên giáo", KIN)):
        folded = fold(name).split()
        assert levels[title_code(["@", *folded], word_code(f"1{folded[-1]}"))] == level
    assert levels[word_code("@2026")] == OWN
    assert attribute_levels("", ["Ban"], []) == {}
