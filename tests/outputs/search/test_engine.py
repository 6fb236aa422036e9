"""The search engine in a real browser on a small site: queries, and the results that must be first."""

import json
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from infopage.outputs.search.scripts import MANIFEST
from tests.outputs.search.conftest import Opener
from tests.outputs.search.values import Index, index_of, write_document, write_news
from tests.sites import BASE, GOLDEN, lay_out

SEARCH = """async ([query, options]) => {
  try { return JSON.stringify(await thamsau.search(query, options)); }
  catch (error) { return JSON.stringify({ error: error.message }); }
}"""
TU = "van-ban/tinh-uy/2025-2030/"
OLD = "van-ban/tinh-uy/2020-2025/"
NEWS = "tin-tuc/2026/"
Search = Callable[..., dict[str, Any]]


@pytest.fixture(scope="module", params=["small", "large"])
def index(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Index:
    """Return the index of a site of easily confused texts, once with a small site's limits, once with a large one's."""
    project = lay_out(tmp_path_factory.mktemp("engine") / "project", BASE, GOLDEN)
    write_document(project, "16-NQ/TU", "Phát triển du lịch bền vững.\n\nCác chi bộ thực hiện.", trich_yeu="về du lịch")
    write_document(project, "16-NQ/TU", "Việc cũ.", term="2020-2025", trich_yeu="về du lịch giai đoạn trước")
    write_document(project, "116-NQ/TU", "Việc khác.", trich_yeu="về nước sạch")
    write_document(
        project, "16-KH/TU", "Thực hiện Nghị quyết số 16-NQ/TU, nhiều lần 16-NQ/TU.", trich_yeu="về kế hoạch du lịch"
    )
    write_document(project, "18-NQ/TU", "Việc của tỉnh.", trich_yeu="về tổ chức bộ máy")
    write_document(
        project, "20-QĐ/TU", "Thay thế.", trich_yeu="thay thế Nghị quyết số 18-NQ/TU", thay_the="nq-18-2025-2030",
        ngay_ban_hanh="20/11/2026", ngay_dang="20/11/2026",
    )  # fmt: skip
    news = {
        "btv": ("Ban Thường vụ họp phiên tháng 11", "Ban Thường vụ cho ý kiến về quy hoạch."),
        "tan": ("Ban ngành vụ việc thường ngày", "Thường ngày, các ban giải quyết nhiều vụ."),
        "viet-tat": ("BTV gặp mặt", "BTV gặp mặt cán bộ."),
        "du-an": ("Dự án đường mới", "Dự án đầu tư đường liên xã."),
        "du-an-2": ("Đủ ăn, đủ mặc", "Nhân dân đủ ăn."),
        "chi-bo": ("Sinh hoạt chi bộ", "Chi bộ sinh hoạt hằng tháng. Sinh hoạt chi bộ theo chuyên đề."),
        "roi": ("Chi tiền, bộ phận", "Chi tiền cho từng bộ phận. Bộ phận chi tiêu."),
        "hoa-giai": ("Hoà giải ở cơ sở", "Tổ hoà giải."),
        "li-luan": ("Lí luận chính trị", "Học lí luận."),
        "cham": ("Câu cuối là chữ phòng. Chống bão", "Ở trong phòng. Chống bão đến cùng."),
        "phong": ("Phòng, chống tham nhũng", "Phòng, chống tham nhũng, lãng phí."),
        "hoi": ("Thanh niên tình nguyện", "Thanh niên tham gia làm đường."),
        "nfd": (unicodedata.normalize("NFD", "An toàn giao thông"), "Giao thông an toàn."),
    }
    for n, (name, (title, body)) in enumerate(news.items()):
        write_news(project, name, title, body, ngay_dang=f"{n + 1:02}/11/2026")
    with pytest.MonkeyPatch.context() as patch:
        if request.param == "large":
            patch.setattr("infopage.outputs.search.tuning.LAZY_SPELLINGS_ENTRIES", 0)
            patch.setattr("infopage.outputs.search.tuning.ENOUGH_EXACT", 1)
        return index_of(project)


@pytest.fixture(scope="module")
def page(index: Index, opened: Opener) -> Page:
    """Return a page with the search engine and the whole index."""
    return opened(*index)


@pytest.fixture
def search(page: Page) -> Search:
    """Return a function that runs a search in the page."""
    return lambda query, **options: json.loads(page.evaluate(SEARCH, [query, options]))


def addresses(found: dict[str, Any]) -> list[str]:
    return [hit["address"] for hit in found["hits"]]


# ---- Queries with document numbers ----

SPELLINGS = (
    "16-NQ/TU|16 nq tu|nq16|NQ 16|nghị quyết 16|nghi quyet so 16|Nghị quyết số 16-NQ/TU|16/NQ-TU|016-nq/tu|16–NQ/TU|"
    "16 - NQ / TU|nq 16 tu|16NQ/TU|nghị quyết 16 tỉnh ủy"
).split("|")


@pytest.mark.parametrize("query", [*SPELLINGS, unicodedata.normalize("NFD", "nghị quyết số 16")])
def test_a_number_however_spelt_leads_to_its_document_the_one_in_force_first(query: str, search: Search) -> None:
    found = addresses(search(query))
    assert found[0] == f"{TU}16-nq-tu/"
    assert f"{TU}116-nq-tu/" not in found


def test_of_several_terms_the_newer_stands_before_the_older_and_both_before_what_names_them(search: Search) -> None:
    found = addresses(search("16-NQ/TU"))
    assert found == [f"{TU}16-nq-tu/", f"{OLD}16-nq-tu/", f"{TU}16-kh-tu/"]


def test_a_document_no_longer_in_force_is_found_by_its_number_before_the_one_that_replaced_it(search: Search) -> None:
    found = search("18-NQ/TU")
    assert addresses(found) == [f"{TU}18-nq-tu/", f"{TU}20-qd-tu/"]
    assert found["hits"][0]["status"]["tone"] == "het"


def test_words_beside_a_number_choose_among_its_documents(search: Search) -> None:
    assert addresses(search("nghị quyết 16 giai đoạn trước"))[0] == f"{OLD}16-nq-tu/"


def test_a_number_without_a_kind_is_a_number_and_nothing_else(search: Search) -> None:
    assert f"{TU}16-nq-tu/" in addresses(search("16"))
    assert search("77-NQ/TU")["total"] == 0 or f"{TU}16-nq-tu/" not in addresses(search("77-NQ/TU"))[:1]


# ---- Queries of words ----


FREQUENCIES = """async (query) => {
  const manifest = await thamsau.parts.manifest();
  const { words } = await thamsau.score.score(thamsau.query.parse(query, manifest), manifest, []);
  return words.map((word) => word.frequency);
}"""


def test_a_large_site_seeks_a_plain_word_as_it_is_spelt_where_its_neighbours_stand_beside_it_so_spelt(
    small: Path, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = ["ngoan cường", "ngoan cường lắm", "ngoạn mục", "khoáng tàu", "khoảng tàu", "khoang rộng", "khoang nữa"]
    for n, text in enumerate(texts):
        write_news(small, f"tin-{n}", f"Tin {n}", text)
    whole = opened(*index_of(small))
    assert whole.evaluate(FREQUENCIES, "ngoan cường")[0] == 3
    assert whole.evaluate(FREQUENCIES, "khoang tàu")[0] == 4
    monkeypatch.setattr("infopage.outputs.search.tuning.LAZY_SPELLINGS_ENTRIES", 0)
    monkeypatch.setattr("infopage.outputs.search.tuning.ENOUGH_EXACT", 2)
    sparing = opened(*index_of(small))
    assert sparing.evaluate(FREQUENCIES, "ngoan cường")[0] == 2
    # No text has both words in this spelling. So other spellings are searched too, as if diacritics had been left out.
    assert sparing.evaluate(FREQUENCIES, "khoang tàu")[0] == 4


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("dự án", "du-an"), ("đủ ăn", "du-an-2"), ("DỰ ÁN", "du-an"), ("chi bộ", "chi-bo"),
        ("chi bo", "chi-bo"), ("hòa giải", "hoa-giai"), ("hoa giai", "hoa-giai"), ("lý luận", "li-luan"),
        ("ly luan", "li-luan"), ("an toàn giao thông", "nfd"), (unicodedata.normalize("NFD", "dự án"), "du-an"),
        ("“phòng chống”", "phong"), ("phong chong", "phong"),
    ],
)  # fmt: skip
def test_words_are_found_however_their_marks_are_typed(query: str, first: str, search: Search) -> None:
    assert addresses(search(query))[0] == f"{NEWS}{first}/"


def test_the_spelling_that_was_typed_stands_above_its_twin(search: Search) -> None:
    for query, above, below in (("dự án", "du-an", "du-an-2"), ("đủ ăn", "du-an-2", "du-an")):
        found = addresses(search(query))
        assert found[0] == f"{NEWS}{above}/"
        assert f"{NEWS}{below}/" not in found[:1]


def test_words_side_by_side_stand_above_the_same_words_apart(search: Search) -> None:
    found = addresses(search("chi bộ"))
    assert found[0] == f"{NEWS}chi-bo/"
    assert f"{NEWS}roi/" not in found[:2]


def test_the_end_of_a_phrase_parts_neighbours_and_a_comma_does_not(search: Search) -> None:
    found = addresses(search("phòng chống"))
    assert found[0] == f"{NEWS}phong/"
    assert f"{NEWS}cham/" not in found[:1]
    assert addresses(search("phòng. chống bão"))[0] == f"{NEWS}cham/"


def test_an_abbreviation_finds_what_it_stands_for_and_the_other_way_round(search: Search) -> None:
    for query in ("BTV", "btv", "ban thường vụ", "ban thuong vu"):
        assert set(addresses(search(query))[:2]) == {f"{NEWS}btv/", f"{NEWS}viet-tat/"}, query
        assert f"{NEWS}tan/" not in addresses(search(query))[:2]


def test_a_word_by_which_one_asks_says_nothing_of_what_is_sought(search: Search) -> None:
    plain = addresses(search("chi bộ sinh hoạt"))
    assert addresses(search("chi bộ sinh hoạt như thế nào?"))[0] == plain[0] == f"{NEWS}chi-bo/"
    assert addresses(search("thanh nien lam gi"))[0] == f"{NEWS}hoi/"


# ---- Queries that are titles ----


def test_what_is_the_whole_of_a_title_stands_above_what_is_a_part_of_it(small: Path, opened: Opener) -> None:
    def asked(page: Page, query: str) -> list[str]:
        return addresses(json.loads(page.evaluate(SEARCH, [query, {"limit": 5}])))

    titles = ["Kiểm tra đơn", "Về kiểm tra đơn thư", "Kiểm tra: đơn kiện, đơn kháng cáo"]
    titles += [f"{more} kiểm tra đơn thư {more}" for more in ("việc", "cách", "lần", "người", "nơi", "ngày")]
    for n, title in enumerate(titles):
        write_news(small, f"tin-{n}", title, "Kiểm tra đơn thư. " * (n + 1), ngay_dang=f"{n + 1:02}/11/2026")
    page = opened(*index_of(small))
    for query in ("kiểm tra đơn", "KIEM TRA DON", "kiểm tra đơn."):
        assert asked(page, query)[0] == f"{NEWS}tin-0/", query
    for query in ("kiểm tra đơn thư", "kiem tra don thu", "về kiểm tra đơn thư", "kiểm tra đơn thhư"):
        assert asked(page, query)[0] == f"{NEWS}tin-1/", query
    assert asked(page, "đơn kiện, đơn kháng cáo")[0] == f"{NEWS}tin-2/"
    # The results page and its later pages have the same order.
    first = json.loads(page.evaluate(SEARCH, ["kiểm tra đơn thư", {"limit": 8}]))
    assert addresses(first)[:5] == asked(page, "kiểm tra đơn thư")
    later = json.loads(page.evaluate(SEARCH, ["kiểm tra đơn thư", {"offset": 3, "limit": 5}]))
    assert addresses(later) == addresses(first)[3:8]


# ---- Queries with typing errors ----


@pytest.mark.parametrize(
    ("query", "meant", "first"),
    [
        ("sinh hoạy chi bộ", "sinh hoạt chi bộ", "chi-bo"),
        ("thanh nein tinh nguyen", "thanh nien tinh nguyen", "hoi"),
        ("tham nhũn", "tham nhũng", "phong"),
        ("sinh hoatj chi bo", "sinh hoạt chi bộ", "chi-bo"),
        ("Ban Thuwowngf vụ họp", "Ban Thường vụ họp", "btv"),
        ("Thanh niên tifnh nguyện", "Thanh niên tình nguyện", "hoi"),
        ("tham nhu4ng", "tham nhũng", "phong"),
        ("an toàn giao tho6ng", "an toàn giao thông", "nfd"),
        ("d9u3 ăn", "đủ ăn", "du-an-2"),
    ],
)
def test_a_slip_is_met_with_what_was_meant_with_the_marks_that_were_typed_as_such_or_as_keys(
    query: str, meant: str, first: str, search: Search
) -> None:
    found = search(query)
    assert found["suggestion"] == meant
    assert addresses(found)[0] == f"{NEWS}{first}/"


@pytest.mark.parametrize("query", ["sinh hoạt chi bộ", "16-NQ/TU", "BTV", "du an", "qqqq"])
def test_nothing_is_suggested_where_nothing_is_amiss_or_nothing_near(query: str, search: Search) -> None:
    assert search(query)["suggestion"] is None


def test_an_unfinished_word_is_finished(search: Search) -> None:
    assert addresses(search("thanh ni"))[0] == f"{NEWS}hoi/"
    assert addresses(search("thanh niên tình ngu"))[0] == f"{NEWS}hoi/"


# ---- Filters, numbers of results, their order, and pages of them ----


def test_each_count_is_what_its_filter_leaves(search: Search) -> None:
    whole = search("du lịch", limit=99)
    for facet, values in whole["facets"].items():
        for value in values:
            assert search("du lịch", filters={facet: value["id"]})["total"] == value["count"], (facet, value)
    assert {value["id"]: value["count"] for value in whole["facets"]["kind"]} == {"nghi-quyet": 2, "ke-hoach": 1}


def test_counts_of_a_facet_are_as_if_it_were_not_chosen_and_others_kept(search: Search) -> None:
    found = search("du lịch", filters={"kind": "nghi-quyet", "year": "2026"})
    assert addresses(found) == [f"{TU}16-nq-tu/"]
    kinds = {value["id"]: value["count"] for value in found["facets"]["kind"]}
    years = {value["id"]: value["count"] for value in found["facets"]["year"]}
    assert (kinds, years) == ({"nghi-quyet": 1, "ke-hoach": 1}, {"2026": 1, "2021": 1})


def test_several_values_of_a_facet_are_added_and_unknown_ones_find_nothing(search: Search) -> None:
    assert search("du lịch", filters={"kind": ["nghi-quyet", "ke-hoach"]})["total"] == 3
    assert search("du lịch", filters={"kind": "khong-co"})["total"] == 0
    assert search("du lịch", filters={"kind": [], "year": ""})["total"] == 3


def test_filters_alone_find_all_that_passes_the_newest_first(search: Search) -> None:
    found = search("", filters={"section": "tin-tuc"}, limit=99)
    dates = [hit["date"] for hit in found["hits"]]
    assert found["total"] == len(dates) == 16
    assert dates == sorted(dates, reverse=True)
    assert search("")["total"] == search("  ")["total"] == 0


def test_sorted_by_date_the_same_documents_come_newest_first(search: Search) -> None:
    best, dated = search("du lịch", limit=99), search("du lịch", sort="date", limit=99)
    assert sorted(addresses(best)) == sorted(addresses(dated))
    dates = [hit["date"] for hit in dated["hits"]]
    assert dates == sorted(dates, reverse=True)


def test_pages_of_results_join_to_the_whole_list(search: Search) -> None:
    whole = search("chi", limit=99)
    parts = [search("chi", limit=2, offset=offset) for offset in range(0, whole["total"] + 2, 2)]
    assert [one for part in parts for one in addresses(part)] == addresses(whole)
    assert {part["total"] for part in parts} == {whole["total"]}


# ---- Links into pages, and highlighted words ----


def test_a_result_opens_at_the_provision_that_answers_and_marks_the_words_as_the_text_has_them(search: Search) -> None:
    hit = search("kinh te so")["hits"][0]
    assert hit["address"] == f"{TU}05-nq-tu/"
    assert hit["place"] == {"anchor": "I.1.b", "title": "1. Mục tiêu chung › b)"}
    assert [part["text"] for part in hit["snippet"] if part["marked"]] == ["kinh tế số"]
    assert "".join(part["text"] for part in hit["snippet"]) == "b) Phát triển kinh tế số."


def test_a_document_about_the_very_thing_opens_at_its_top(search: Search) -> None:
    hit = search("chuyển đổi số tỉnh Minh Họa")["hits"][0]
    assert (hit["address"], hit["place"]) == (f"{TU}05-nq-tu/", None)


# ---- Arbitrary queries ----

ODD = (
    "<script>alert(1)</script>", "' \" ` \\ ${x}", "🎉👩‍👩‍👧", "\0\u202e\ufeff", "漢字 العربية", "%E0%A4%A", "-" * 999,
    ".", "/", "16", "0" * 400, "a" * 1000, "ỗ" * 1000, "nghị " * 200, "16-NQ/TU " * 111,
    "constructor __proto__ toString", "((((", "a/b-c/d-e",
)  # fmt: skip


@pytest.mark.parametrize("query", ODD, ids=range(len(ODD)))
def test_whatever_is_typed_gets_an_answer(query: str, search: Search) -> None:
    found = search(query)
    assert "error" not in found
    assert found["total"] >= len(found["hits"])
    assert not found["incomplete"]


def test_beyond_a_thousand_letters_a_query_is_cut(search: Search) -> None:
    assert search(f"du lịch {' ' * 1000}qqqq")["total"] == search("du lịch")["total"] == 3


# ---- An incomplete index ----


def without(index: Index, *names: str) -> Index:
    """Return an index without some of its parts."""
    kept = {path: content for path, content in index[1].items() if not path.rpartition("/")[2].startswith(names)}
    assert len(kept) < len(index[1])
    return index[0], kept


@pytest.mark.parametrize("missing", [("muc-",), ("cap-",), ("loc.",)], ids=["texts", "neighbours", "facets"])
def test_where_a_part_is_missing_what_is_left_answers_and_says_so(
    missing: tuple[str, ...], index: Index, opened: Opener
) -> None:
    found = json.loads(opened(*without(index, *missing)).evaluate(SEARCH, ["du lịch bền vững", {}]))
    assert found["incomplete"] is True
    assert found["total"] > 0


@pytest.mark.parametrize("missing", [("tu-", "cap-"), (MANIFEST.rpartition("/")[2],)], ids=["words", "manifest"])
def test_where_nothing_can_be_had_the_search_says_that_it_failed(
    missing: tuple[str, ...], index: Index, opened: Opener
) -> None:
    page = opened(*without(index, *missing))
    assert "error" in json.loads(page.evaluate(SEARCH, ["bền vững", {}]))
    page.evaluate("thamsau.warm()")  # must not raise an error, even without an index


GIVEN_UP = """async ([query, part]) => {
  const asking = new AbortController();
  new MutationObserver((changes) => {
    const added = changes.flatMap((change) => [...change.addedNodes]);
    if (added.some((script) => (script.src || "").includes(part))) asking.abort();
  }).observe(document.head, { childList: true });
  if (!part) asking.abort();
  return thamsau.search(query, { signal: asking.signal }).then(() => "", (error) => error.name);
}"""


@pytest.mark.parametrize(("at", "later"), [("", ("/tu-", "/muc-")), ("/tu-", ("/muc-",)), ("/muc-", ())])
def test_a_search_given_up_loads_no_more(at: str, later: tuple[str, ...], index: Index, opened: Opener) -> None:
    page = opened(*index)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    assert page.evaluate(GIVEN_UP, ["bền vững", at]) == "AbortError"
    assert [url for url in asked if any(part in url for part in later)] == []
    assert not at or any(at in url for url in asked)
    assert json.loads(page.evaluate(SEARCH, ["bền vững", {}]))["total"] == 1


def test_what_could_not_be_loaded_is_asked_for_again(index: Index, opened: Opener, tmp_path: Path) -> None:
    page = opened(*without(index, "tu-", "cap-"))
    assert "error" in json.loads(page.evaluate(SEARCH, ["bền vững", {}]))
    folder = Path(page.url.removeprefix("file://")).parent
    for path, content in index[1].items():
        (folder / path).write_bytes(content)
    assert json.loads(page.evaluate(SEARCH, ["bền vững", {}]))["total"] == 1
