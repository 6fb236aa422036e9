"""Judged queries: every fault of a file is named, the figures are right, and a half of the queries is never shown."""

import json
import re
from pathlib import Path

import pytest

from tests.bench.judged import figures
from tests.bench.judged.__main__ import main
from tests.bench.judged.queries import Judged, JudgedError, read
from tests.bench.judged.sites import words_of
from tests.bench.judged.titles import BY_NUMBER, BY_TITLE, title_queries
from tests.e2e.conftest import serving

ITEM = (
    '<article class="article"><p class="kicker">Nghị quyết số <span class="number">1{n}-NQ/TU</span> · minh họa</p>'
    '<h1>Về {title} <span class="whole">&amp; số</span></h1></article>'
)


def written(tmp_path: Path, content: object) -> Path:
    file = tmp_path / "cau-hoi.json"
    file.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
    return file


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('[\n{"q": ]', ":2: không phải JSON đúng, ở cột 7."),
        ("{}", "tệp phải là một danh sách"),
        ([], "tệp phải là một danh sách"),
        (["a"], "câu thứ 1: phải là một đối tượng"),
        ([{"expect": ["a/"]}], "câu thứ 1: thiếu q"),
        ([{"q": " ", "expect": ["a/"]}], "thiếu q"),
        ([{"q": "a"}], "thiếu expect"),
        ([{"q": "a", "expect": "a/"}], "thiếu expect"),
        ([{"q": "a", "expect": ["https://a.example/b/"]}], "phải viết như van-ban/"),
        ([{"q": "a", "expect": ["b/#dieu-1"]}], "phải viết như van-ban/"),
        ([{"q": "a", "expect": ["b/"], "open": ""}], "không có khóa open"),
        ([{"q": "a", "expect": ["b/"], "open_at": 5}], "open_at phải là neo"),
        ([{"q": "a", "expect": ["b/"], "kind": None}], "kind phải là tên"),
        ([{"q": "a", "expect": ["b/"]}, {"q": "a", "expect": ["c/"]}], "câu thứ 2: “a” đã có ở câu thứ 1"),
    ],
)
def test_each_fault_of_a_file_is_named_with_its_query(tmp_path: Path, content: object, said: str) -> None:
    with pytest.raises(JudgedError, match=re.escape(said)):
        read(written(tmp_path, content))


def test_a_file_that_cannot_be_read_and_a_site_that_is_none_are_said_without_a_traceback(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path / "a.json"), "--site", "x"]) == 2
    (tmp_path / "b.json").write_bytes("[“ệ”]".encode("utf-16"))
    assert main([str(tmp_path / "b.json"), "--site", "x"]) == 2
    assert main(["--titles", "--site", str(tmp_path)]) == 2
    told = capsys.readouterr().err.splitlines()
    assert [line.partition(": ")[2][:20] for line in told] == [
        "không đọc được tệp (",
        "tệp không phải UTF-8",
        "thư mục này không ph",
    ]


def test_addresses_may_be_written_as_in_the_browser(tmp_path: Path) -> None:
    assert read(written(tmp_path, [{"q": "a", "expect": ["/b/", "c/index.html"]}])) == [Judged("a", ("b/", "c/"))]


def test_about_half_of_the_queries_are_held_out_however_their_marks_are_written() -> None:
    queries = [Judged(f"nghị quyết số {n}", ("a/",)) for n in range(200)]
    assert 80 < sum(query.is_held_out for query in queries) < 120
    assert Judged("nghi\u0323", ("a/",)).is_held_out == Judged("nghị", ("a/",)).is_held_out


def test_the_figures_count_ranks_and_places_and_a_right_page_at_a_wrong_place_is_a_miss() -> None:
    right, elsewhere, second, absent = (
        Judged("một", ("a/", "b/"), "tên", ""),
        Judged("hai", ("b/",), "tên", "dieu-5"),
        Judged("ba", ("c/",)),
        Judged("bốn", ("z/",)),
    )
    asked = (right, elsewhere, second, absent)
    found = [("b/", ""), ("a/", "x"), ("c/", "")]
    answers = [found, found, [("a/", ""), ("c/", "")], []]
    rows = figures.rows(asked, answers)
    assert rows["tên"] == (2, 2, 2, 2, 2, 1)
    assert rows["chung"] == (2, 0, 1, 0.5, 0, 0)
    assert rows[figures.ALL] == (4, 2, 3, 2.5, 2, 1)
    assert list(figures.table(rows))[-1].split() == "tất cả 4 0.500 0.750 0.625 0.500 2".split()
    assert [line.partition(":")[0] for line in figures.misses(asked, answers)] == [
        "  [tên] “hai”",
        "  [chung] “ba”",
        "  [chung] “bốn”",
    ]


def test_the_titles_of_a_site_are_asked_and_equal_titles_are_all_right(tmp_path: Path) -> None:
    pages = {"": "<h1>Trang chủ</h1>", "a/": ITEM.format(n=1, title="Học"), "b/": ITEM.format(n=2, title="học")}
    for address, html in pages.items():
        (tmp_path / address).mkdir(exist_ok=True)
        (tmp_path / address / "index.html").write_text(html, "utf-8")
    listed = "".join(f"<loc>https://x.example/trang/{address}</loc>" for address in pages)
    (tmp_path / "sitemap.xml").write_text(f"<urlset>{listed}</urlset>", "utf-8")
    with serving(tmp_path) as base:
        made = title_queries(base)
    assert made == [
        Judged("Về Học & số", ("a/", "b/"), BY_TITLE, ""),
        Judged("Về học & số", ("a/", "b/"), BY_TITLE, ""),
        Judged("Nghị quyết số 11-NQ/TU Về Học & số", ("a/",), BY_NUMBER, ""),
        Judged("Nghị quyết số 12-NQ/TU Về học & số", ("b/",), BY_NUMBER, ""),
    ]


@pytest.mark.parametrize(
    ("address", "number", "words"),
    [
        ("luat-dien-luc-so-28-2004-qh11--18565", "28-2004-qh11", "Luat dien luc"),
        ("luat-dien-anh-2022-486445", "05-2022-qh15", "Luat dien anh 2022"),
        ("thong-tu-15-2024-tt-nhnn-cung-ung-dich-vu-615581", "15-2024-tt-nhnn", "Cung ung dich vu"),
        ("nghi-dinh-so-88-1999-nd-cp-ve-viec-ban-hanh-quy-che--6933", "88-1999-nd-cp", "Ban hanh quy che"),
    ],
)
def test_an_address_gives_the_title_that_stands_in_it(address: str, number: str, words: str) -> None:
    assert words_of(address, number) == words
