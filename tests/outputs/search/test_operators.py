"""Phrases and exclusions in queries, in a real browser, on small sites whose texts tell them apart."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.outputs.search.conftest import Opener
from tests.outputs.search.test_engine import SEARCH
from tests.outputs.search.values import index_of, write_document, write_news
from tests.sites import BASE, GOLDEN, lay_out

READ = """async (query) => {
  await thamsau.parts.operators();
  const { words, phrases, excluded } = thamsau.query.parse(query, await thamsau.parts.manifest());
  const said = (list) => list.map((one) => one.text);
  return [words.map((word) => word.text).join(" "), said(phrases), said(excluded)];
}"""
NEWS = {
    "so": ("Chuyển đổi số ở xã", "Người dân làm quen với dịch vụ công trực tuyến. Có mạng ở mọi thôn."),
    "xa-nhau": ("Chuyển việc, đổi giờ", "Cơ quan chuyển đổi giờ làm. Đổi số nhà cho các hộ."),
    "chuyen": ("Chuyên đối tượng", "Chuyên đối xử tốt; chuyển nhà, đổi việc."),
    "tin": ("Bản tin tháng 11", "Tin về dịch vụ công. Trực tuyến từ thứ Hai."),
    "tin-nhiem": ("Lấy phiếu tín nhiệm", "Tín nhiệm cao. Dân vận khéo."),
    "ma-so": ("Mã số vùng trồng", "Mỗi vùng có một mã."),
    "ma-tuy": ("Phòng, chống ma túy", "Nói không với ma túy."),
    "ban": ("Ban Chỉ đạo họp", "Ban Chỉ đạo bàn chỉ tiêu; dân bàn, dân vận động nhau."),
}
Ask = Callable[[str], list[str]]


@pytest.fixture(scope="module")
def page(opened: Opener, tmp_path_factory: pytest.TempPathFactory) -> Page:
    """Return a page with the search engine, and an index of the texts ``NEWS`` and two documents."""
    project = lay_out(tmp_path_factory.mktemp("operators") / "project", BASE, GOLDEN)
    write_document(
        project, "16-NQ/TU", "Phát triển du lịch.", trich_yeu="về du lịch xanh", ten_goi=["Nghị quyết Vàng Son"]
    )
    write_document(project, "16-KH/TU", "Thực hiện Nghị quyết số 16-NQ/TU.", trich_yeu="về kế hoạch du lịch")
    for n, (name, (title, body)) in enumerate(NEWS.items()):
        write_news(project, name, title, body, ngay_dang=f"{n + 1:02}/11/2026")
    return opened(*index_of(project))


@pytest.fixture
def ask(page: Page) -> Ask:
    """Return a function that gives the names of the texts in ``page`` that a query finds, in alphabetical order."""

    def asked(query: str) -> list[str]:
        found = answer(page, query)
        assert not found["incomplete"]
        assert found["total"] == len(found["hits"])
        return sorted(name for name in names(found) if name in (*NEWS, "16-nq-tu", "16-kh-tu"))

    return asked


def names(found: dict[str, Any]) -> list[str]:
    return [hit["address"].rstrip("/").rpartition("/")[2] for hit in found["hits"]]


def answer(page: Page, query: str, **options: Any) -> dict[str, Any]:
    return json.loads(page.evaluate(SEARCH, [query, {"limit": 99, **options}]))  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    ("query", "read"),
    [
        ('"chuyển đổi số" xã', ["chuyển đổi số xã", ["chuyển đổi số"], []]),
        ("“chuyển đổi” «số»", ["chuyển đổi số", ["chuyển đổi", "số"], []]),
        ("„chuyển đổi số“", ["chuyển đổi số", ["chuyển đổi số"], []]),
        ("xã -tin -ban", ["xã", [], ["tin", "ban"]]),
        ("xã −tin –ban", ["xã", [], ["tin", "ban"]]),
        ('-"bản tin" xã', ["xã", [], ["bản tin"]]),
        ("xã –“bản tin", ["xã", [], ["bản tin"]]),
        ("xã -16-NQ/TU", ["xã", [], ["16-NQ/TU"]]),
        ("16-NQ/TU", ["16 NQ TU", [], []]),
        ("16 -NQ/TU", ["16 NQ TU", [], []]),
        ("16 -NQ", ["16 NQ", [], []]),
        ("16 – NQ/TU", ["16 NQ TU", [], []]),
        ("2020 -2025", ["2020 2025", [], []]),
        ("chuyển đổi-số", ["chuyển đổi số", [], []]),
        ("- xã", ["xã", [], []]),
        ("-- xã —tin", ["xã tin", [], []]),
        ("-", ["", [], []]),
        ('"', ["", [], []]),
        ('"" xã', ["xã", [], []]),
        ('"…" xã', ["xã", [], []]),
        ('"xã', ["xã", [], []]),
        ("‘xã’ 'tin'", ["xã tin", [], []]),
        ("xã\n-tin", ["xã", [], ["tin"]]),
    ],
)
def test_what_is_an_operator_and_what_only_looks_like_one(query: str, read: list[Any], page: Page) -> None:
    assert page.evaluate(READ, query) == read


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ('"chuyển đổi số"', ["so"]),
        ("“chuyen doi so”", ["so"]),
        ('"chuyen đổi số"', ["so"]),  # no text has "chuyen", so its marks are meant
        ("«chuyển đổi»", ["so", "xa-nhau"]),  # but not the text with "chuyên đối", which has "chuyển" and "đổi" apart
        ('"chuyen doi"', ["chuyen", "so", "xa-nhau"]),
        ('"chuyên đối"', ["chuyen"]),
        ('"đổi chuyển"', []),
        ('"dịch vụ công trực tuyến"', ["so"]),  # in the news "tin", a full stop parts these words
        ('"dân vận khéo"', ["tin-nhiem"]),
        ('"ban chỉ đạo"', ["ban"]),
        ('"Nghị quyết Vàng Son"', ["16-nq-tu"]),
        ('"16-NQ/TU"', ["16-kh-tu", "16-nq-tu"]),
        ('16-NQ/TU "kế hoạch"', ["16-kh-tu"]),
        ('"du lịch" "kế hoạch"', ["16-kh-tu"]),
        ("16-NQ/TU -kế", ["16-nq-tu"]),
        ('du lịch -"kế hoạch"', ["16-nq-tu"]),
        ("du lich -xanh", ["16-kh-tu"]),
        ("dịch vụ công -bản", ["so"]),
        ("dịch vụ công –“công trực tuyến”", ["tin"]),  # in this news, a full stop parts "công" and "trực tuyến"
        ("ma -mã", ["ma-tuy"]),
        ("mã -ma", ["ma-so"]),  # typed with marks: "ma" and no other
        ("ma -ma", []),
        ("du lich -du", []),
    ],
)
def test_a_phrase_must_be_in_a_result_and_what_is_excluded_must_not(query: str, found: list[str], ask: Ask) -> None:
    assert ask(query) == found


def test_a_query_that_only_excludes_finds_everything_else_the_newest_first(page: Page) -> None:
    found, everything = answer(page, '-mã -"du lịch xanh"'), answer(page, "-qqqq")
    assert names(found) == [name for name in names(everything) if name not in ("ma-so", "16-nq-tu")]
    assert [hit["date"] for hit in everything["hits"]] == sorted(
        (hit["date"] for hit in everything["hits"]), reverse=True
    )


def test_a_topics_principal_document_is_left_out_like_any_other(page: Page) -> None:
    assert names(answer(page, "chuyển đổi số"))[0] == "05-nq-tu"
    found = names(answer(page, "chuyển đổi số -kinh"))
    assert "05-nq-tu" not in found
    assert "so" in found


def test_operators_go_together_with_filters_and_order(page: Page) -> None:
    query = 'du lịch -"kế hoạch"'
    assert answer(page, query, filters={"kind": "nghi-quyet"})["total"] == 1
    found = answer(page, query, filters={"kind": "chi-thi"})
    assert (found["total"], [kind["id"] for kind in found["facets"]["kind"]]) == (0, ["nghi-quyet"])
    assert answer(page, query, sort="date")["total"] == 1


def test_an_answer_tells_how_the_query_was_read_and_a_suggestion_keeps_the_operators(page: Page) -> None:
    without = answer(page, '"chuyển đổi  số" –tin')["operators"]
    assert without == {"phrases": ["chuyển đổi  số"], "excluded": ["tin"], "without": "chuyển đổi số tin"}
    assert answer(page, "chuyển đổi số")["operators"] is None
    assert answer(page, '"chuyển đổi số" trự tuyến -tin')["suggestion"] == '"chuyển đổi số" trực tuyến -tin'


def test_a_phrase_too_rare_for_the_index_of_a_large_site_is_looked_up_in_the_texts(
    small: Path, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    for n, body in enumerate(("Gà gáy sáng rồi.", "Sáng rồi gà mới gáy.", "Gà gáy. Trời sáng.")):
        write_news(small, f"tin-{n}", f"Tin {n}", body)
    monkeypatch.setattr("infopage.outputs.search.tuning.ENTRIES_PER_PAIR_FREQUENCY", 1)
    page = opened(*index_of(small))
    found = [hit["address"] for hit in answer(page, '"gáy sáng"')["hits"]]
    assert found == ["tin-tuc/2026/tin-0/"]
    assert len(answer(page, 'gà -"gáy sáng"')["hits"]) == 2


def test_without_the_part_that_reads_them_operators_are_words_and_this_is_said(opened: Opener, small: Path) -> None:
    page = opened(*index_of(small))
    (part,) = Path(page.url.removeprefix("file://")).parent.glob("operators.*.js")
    part.unlink()
    found = answer(page, '"chuyển đổi số"')
    assert (found["operators"], found["missing"]) == (None, ["dau"])
    assert found["total"] > 0
