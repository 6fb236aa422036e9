"""Provisions named in queries: how they are spelt, and where documents open."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from infopage.content.provisions.citation import citations
from infopage.content.provisions.lines import provisions
from infopage.outputs.search.places import listed
from tests.outputs.search.conftest import Opener
from tests.outputs.search.values import Index, index_of, manifest_of, parts_of, write_document, write_news
from tests.sites import BASE, GOLDEN, lay_out

TU = "van-ban/tinh-uy/2025-2030/"
RULES = """
Chương I

QUY ĐỊNH CHUNG

Điều 1. Phạm vi

Quy định việc dẫn nước.

Điều 2. Nguyên tắc

1. Tiết kiệm nước:

a) Ban ngày;

b) Ban đêm;

d) Ngày lễ;

đ) Ngày nghỉ.

2. Không làm bẩn nguồn nước.

Chương II

VIỆC LÀM

Mục 1

DẪN NƯỚC

Điều 3. Đào mương

1. Mương rộng một mét.

2. Mương sâu một mét.

Điều 12. Hiệu lực

Có hiệu lực từ ngày ký.
"""
RESOLUTION = """
I- TÌNH HÌNH

1. Kết quả

Trồng được nhiều rừng.

2. Hạn chế

a) Cây chậm lớn;

b) Còn cháy rừng.

II- NHIỆM VỤ

1. Trồng cây

2. Giữ rừng

2.1. Tuần tra hằng ngày.

2.2. Dập lửa kịp thời.

PHỤ LỤC

CHỈ TIÊU TRỒNG RỪNG

Mỗi năm một trăm héc-ta.
"""
DECISION = """
Điều 1. Ban hành kèm theo Quyết định này Quy chế bảo vệ đê.

Điều 2. Quyết định này có hiệu lực từ ngày ký.

QUY CHẾ

BẢO VỆ ĐÊ

(Kèm theo Quyết định số 30-QĐ/TU)

Điều 1. Phạm vi

Quy chế này áp dụng cho mọi tuyến đê.

Điều 7. Canh đê

Canh đê ngày đêm.
"""


Search = Callable[[str], dict[str, Any]]
SEARCH = "async (query) => JSON.stringify(await thamsau.search(query, {}))"


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    """Return the index of a site with a regulation, a resolution of the Party, and a decision with an attached text."""
    project = lay_out(tmp_path_factory.mktemp("places") / "project", BASE, GOLDEN)
    write_document(project, "20-QĐ/TU", RULES, trich_yeu="về dẫn nước vào ruộng")
    write_document(project, "21-NQ/TU", RESOLUTION, trich_yeu="về trồng rừng đầu nguồn")
    write_document(project, "30-QĐ/TU", DECISION, trich_yeu="ban hành Quy chế bảo vệ đê")
    write_document(project, "22-KH/TU", "Việc cần làm.", trich_yeu="thực hiện khoản 2 Điều 2 về dẫn nước vào ruộng")
    write_news(project, "nuoc", "Dẫn nước vào ruộng", "Nhân dân dẫn nước vào ruộng theo Điều 3.")
    write_news(project, "khoan", "Khoán 10 trong nông nghiệp", "Khoán 10 đổi mới nông nghiệp.")
    return index_of(project)


@pytest.fixture(scope="module")
def page(index: Index, opened: Opener) -> Page:
    """Return a page with the search engine and the whole index."""
    return opened(*index)


@pytest.fixture
def search(page: Page) -> Search:
    """Return a function that runs a search in the page."""
    return lambda query: json.loads(page.evaluate(SEARCH, query))  # type: ignore[no-any-return]


def first(found: dict[str, Any]) -> tuple[str, str]:
    """Return the address of the first hit, without its folder, and the anchor at which it opens."""
    hit = found["hits"][0]
    return hit["address"].removeprefix(TU).rstrip("/"), hit["place"]["anchor"] if hit["place"] else ""


NAMED = """
dieu-2: điều 2 dẫn nước vào ruộng|Điều 2. Quy định dẫn nước vào ruộng|dẫn nước vào ruộng điều 2|20-QĐ/TU, Điều 2
dieu-2: Ðiều 2 20-QĐ/TU|đieu 2 20-QĐ/TU|(điều 2) 20-QĐ/TU|“điều 2” 20-QĐ/TU
dieu-2: đ2 20-QĐ/TU|đ.2 quyết định 20|ĐIỀU 2 DẪN NƯỚC VÀO RUỘNG|dieu 2 dan nuoc vao ruong|điều2 20-QĐ/TU
dieu-2: điều hai quy định dẫn nước vào ruộng|điều thứ 2 20-QĐ/TU|theo điều 2 của quyết định 20 thì sao
dieu-2: quyết định 20 quy định tại điều 2|điều 2, 3 và 12 20-QĐ/TU
dieu-2: cho tôi hỏi điều 2 quyết định về dẫn nước vào ruộng quy định gì?|nội dung điều 2 quyết định 20 thế nào
dieu-2.1: khoản 1 điều 2 20-QĐ/TU|k1 đ2 20-QĐ/TU|đ2 k1 20-QĐ/TU|đ2k1 quyết định 20|k.1 đ.2 quyết định 20
dieu-2.1: điều 2.1 20-QĐ/TU|khoản 1 và khoản 2 điều 2 20-QĐ/TU
dieu-2.1.a: điểm a khoản 1 điều 2 20-QĐ/TU|Điều 2 khoản 1 điểm a 20-QĐ/TU|20-QĐ/TU điều 2.1.a
dieu-2.1.a: điểm a, khoản 1, Điều 2 của Quyết định số 20-QĐ/TU|diem a khoan 1 dieu 2 quyet dinh 20
dieu-2.1.a: điểm a) khoản một điều hai quyết định 20|điểm a, b khoản 1 điều 2 20-QĐ/TU
dieu-2.1.dd: điểm đ khoản 1 điều 2 20-QĐ/TU
dieu-12: điều mười hai của quyết định 20|dieu muoi hai quyet dinh 20|Đ12 20-QĐ/TU
chuong-ii: chương II 20-QĐ/TU|chương 2 20-QĐ/TU|chuong ii quyet dinh 20|chương thứ hai quyết định 20
chuong-ii.muc-1: mục 1 chương II 20-QĐ/TU|chương 2, mục 1 20-QĐ/TU
"""
OF_PARTY = """
I.2: mục I.2 21-NQ/TU|I.2 21-NQ/TU|21-NQ/TU mục I.2|mục 2 phần I nghị quyết 21|khoản 2, mục I 21-NQ/TU|muc i.2 nq 21
I.2: phần I mục 2 trồng rừng đầu nguồn|trồng rừng đầu nguồn I.2|mục I khoản 2 nghị quyết 21
I.2: theo mục I.2 của nghị quyết 21 thì sao
I.2.b: điểm b mục I.2 21-NQ/TU|mục I.2.b 21-NQ/TU|điểm b khoản 2 mục I nghị quyết 21
I.2.b: phần I mục 2 điểm b nghị quyết 21
II: m.II nq 21|p.II 21-NQ/TU|mục II 21-NQ/TU|phần II 21-NQ/TU|mục 2 21-NQ/TU|phần thứ hai nghị quyết 21
II.2.2: điểm 2.2 mục II 21-NQ/TU|điểm 2.2, khoản 2, mục II 21-NQ/TU|II.2.2 21-NQ/TU
phu-luc: phụ lục 21-NQ/TU|phụ lục nghị quyết trồng rừng đầu nguồn|nghị quyết 21 phụ lục|phu luc nq 21
"""


def told(table: str) -> list[tuple[str, str]]:
    """Return the queries of a table, each with the anchor at which its line begins."""
    lines = [line.partition(": ") for line in table.strip().split("\n")]
    return [(query, anchor) for anchor, _, queries in lines for query in queries.split("|")]


@pytest.mark.parametrize(("query", "anchor"), told(NAMED))
def test_a_document_opens_at_the_provision_that_a_query_names(query: str, anchor: str, search: Search) -> None:
    assert first(search(query)) == ("20-qd-tu", anchor)


@pytest.mark.parametrize(("query", "anchor"), told(OF_PARTY))
def test_so_does_a_document_of_the_party_with_its_own_divisions(query: str, anchor: str, search: Search) -> None:
    assert first(search(query)) == ("21-nq-tu", anchor)


def test_the_place_is_shown_with_its_heading_and_text(search: Search) -> None:
    hit = search("k1 đ2 20-QĐ/TU")["hits"][0]
    assert hit["place"]["title"] == "Điều 2. Nguyên tắc › khoản 1"
    assert "".join(part["text"] for part in hit["snippet"]).startswith("1. Tiết kiệm nước: a) Ban ngày;")
    assert hit["places"] == []


def test_what_a_document_lacks_is_said_in_full_words_and_of_the_first_alone(search: Search) -> None:
    told = [hit["lacks"] for hit in search("k9 đ2 quyết định dẫn nước vào ruộng")["hits"]]
    assert (told[0], set(told[1:])) == ("khoản 9 điều 2", {""})
    assert search("mục x.3 20-QĐ/TU")["hits"][0]["lacks"] == "mục X.3"


def test_an_article_is_the_documents_own_before_that_of_a_text_attached_to_it(search: Search) -> None:
    assert first(search("điều 1 30-QĐ/TU")) == ("30-qd-tu", "dieu-1")
    assert first(search("điều 7 30-QĐ/TU")) == ("30-qd-tu", "kem-theo.dieu-7")


@pytest.mark.parametrize(
    "query", ["điều 99 20-QĐ/TU", "khoản 9 điều 2 20-QĐ/TU", "mục III.2 20-QĐ/TU", "khoản 1 20-QĐ/TU"]
)
def test_a_document_without_the_provision_opens_at_its_top(query: str, search: Search) -> None:
    found = search(query)
    assert first(found) == ("20-qd-tu", "")
    if query != "khoản 1 20-QĐ/TU":  # this clause may be in one of several
        assert found["hits"][0]["lacks"] == query.removesuffix(" 20-QĐ/TU")


def test_a_provision_alone_leads_to_the_documents_that_have_it(search: Search) -> None:
    assert first(search("điều 12")) == ("20-qd-tu", "dieu-12")


NO_PROVISIONS = """
điều chỉnh quy hoạch|5 điểm mới|năm điểm mới|mục tiêu 2030|chương trình 08-CTr/TU|điều lệ đảng|quan điểm 1|16-NQ/TU|v.v
hai phần ba đảng viên|điểm 9,5 môn toán|khoản 5 tỷ đồng|điểm y tế xã|mục vi phạm|danh mục 5 thủ tục
chương trình năm 2026|4.0|điểm 5/10|khoan 10 trong nong nghiep|vitamin D3|thời điểm 30/6|phần mềm 365|quý III.2026
mục 16-NQ/TU|điều kiện 3 tháng|19 điều đảng viên không được làm|diem sang
dieu hai ben cam ket|điều động 5 cán bộ|K65|tiết kiệm 10%|điểm 10 môn toán
"""


@pytest.mark.parametrize("query", NO_PROVISIONS.strip().replace("\n", "|").split("|"))
def test_what_only_looks_like_a_provision_names_none(query: str, page: Page) -> None:
    read = "async ([query, lists]) => (await thamsau.parts.places()) && thamsau.naming.read(query, lists)"
    assert page.evaluate(read, [query, {"kinds": {"nghi quyet": "nq"}}]) is None


def test_words_that_may_mean_something_else_are_sought_if_no_document_has_the_provision(search: Search) -> None:
    assert search("khoản 10 luật nông nghiệp")["hits"][0]["lacks"] == ""


def test_a_title_that_names_a_provision_is_a_title(search: Search) -> None:
    assert first(search("thực hiện khoản 2 Điều 2 về dẫn nước vào ruộng")) == ("22-kh-tu", "")


def test_a_question_is_no_part_of_a_title(search: Search) -> None:
    query = "theo điều 1 của kế hoạch thực hiện khoản 2 Điều 2 về dẫn nước vào ruộng thì ai trồng rừng đầu nguồn"
    assert first(search(query))[0] == "22-kh-tu"


def test_of_one_number_the_document_of_the_kind_named_opens(index: Index, opened: Opener, small: Path) -> None:
    kinds = small / "data/loai-van-ban.yml"
    kinds.write_text(f"{kinds.read_text('utf-8')}- ma: quy-dinh\n  ten: Quy định\n  viet_tat: QĐ\n", "utf-8")
    write_document(small, "40-QĐ/TU", RULES, trich_yeu="về nuôi cá")
    write_document(small, "40-QĐ/TU", DECISION, term="2020-2025", loai="quy-dinh", ma="qdi-40", trich_yeu="về giữ đê")
    page = opened(*index_of(small))
    found = {kind: json.loads(page.evaluate(SEARCH, f"điều 1 {kind} 40")) for kind in ("quyết định", "quy định")}
    assert [one["hits"][0]["kind"] for one in found.values()] == ["Quyết định", "Quy định"]
    opened(*index)


def test_a_citation_of_a_provision_leads_to_it(page: Page) -> None:
    find = """async ([cited, listed]) => {
      await thamsau.parts.places();
      return thamsau.places.find(listed, thamsau.naming.read(cited, { kinds: {} }).named).anchor;
    }"""
    for text in (RULES, RESOLUTION):
        found = provisions(enumerate(text.split("\n"), 1))
        places = json.loads(listed([(one.anchor, "") for one in found if one.anchor], 0))
        for anchor, cited in citations(found).items():
            assert page.evaluate(find, [cited, places]) == anchor, cited


def test_what_finds_places_is_loaded_only_for_a_query_that_may_name_one(index: Index, opened: Opener) -> None:
    page = opened(*index)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.evaluate(SEARCH, "dẫn nước vào ruộng")
    assert [name for name in asked if name.startswith(("places.", "cho-"))] == []
    page.evaluate(SEARCH, "điều 2 dẫn nước vào ruộng")
    assert sorted(name.partition(".")[0] for name in asked if name.startswith(("places.", "cho-"))) == [
        "cho-0",
        "places",
    ]


def test_without_the_file_of_places_the_search_goes_on(index: Index, opened: Opener) -> None:
    page = opened(*index)
    page.route("**/places.*", lambda route: route.abort())
    page.route("**/cho-*", lambda route: route.abort())
    assert first(json.loads(page.evaluate(SEARCH, "điều 2 20-QĐ/TU")))[0] == "20-qd-tu"


def test_the_index_lists_the_places_of_documents_alone(index: Index) -> None:
    assert manifest_of(index)["places"] == [0]
    (rows,) = parts_of(index[1], "cho-").values()
    assert sum(1 for row in rows if row) >= 4
    assert any(row and "dieu-2 .1 ..a ..b ..d ..dd .2" in row for row in rows)
