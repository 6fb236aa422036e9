"""The order of results: by the kind of text, what carries it out, whether it is in force, and its title."""

import json
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from infopage.language.analysis import syllable, title_code, word_code
from infopage.outputs.search import tuning
from infopage.outputs.search.authority import authority, principal, replacing
from infopage.outputs.search.terms import GIVEN, TokenTable, count
from infopage.outputs.search.titles import IN_TITLE, KIND, PART, WHOLE, Titles, title_levels
from tests.outputs.search.conftest import Opener
from tests.outputs.search.test_engine import NEWS, OLD, SEARCH, TU, addresses
from tests.outputs.search.values import catalogue_of, index_of, write_document, write_news
from tests.sites import BASE, GOLDEN, lay_out

ABOUT = "Phát triển kinh tế đêm. Kinh tế đêm là việc mới."
Search = Callable[..., dict[str, Any]]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project about one subject: resolutions, what carries one of them out, and what tells of it."""
    made = lay_out(tmp_path_factory.mktemp("ranking") / "project", BASE, GOLDEN)
    write_document(
        made,
        "31-NQ/TU",
        ABOUT,
        trich_yeu="về kinh tế đêm giai đoạn 2021 - 2025",
        term="2020-2025",
    )
    write_document(
        made, "32-NQ/TU", ABOUT, trich_yeu="về kinh tế đêm giai đoạn 2026 - 2030", thay_the="nq-31-2020-2025",
        ngay_ban_hanh="01/9/2026", ngay_dang="01/9/2026",
    )  # fmt: skip
    write_document(
        made, "33-KH/TU", f"Thực hiện Nghị quyết 32-NQ/TU. {ABOUT}",
        trich_yeu="thực hiện Nghị quyết 32-NQ/TU về kinh tế đêm",
        cu_the_hoa="nq-32-2025-2030", ngay_ban_hanh="15/9/2026",
    )  # fmt: skip
    write_document(made, "34-QĐ/TU", "Về một việc.", trich_yeu="về việc khác", ngay_ban_hanh="02/10/2026")
    write_news(made, "dem", "Kinh tế đêm", f"{ABOUT} Nghị quyết 32-NQ/TU nói về kinh tế đêm.", ngay_dang="10/11/2026")
    write_news(made, "so", "Chuyển đổi số ở phố", "Chuyển đổi số. " * 9, chu_de="chuyen-doi-so")
    write_document(made, "35-KH/TU", "Chuyển đổi số. " * 9, trich_yeu="chuyển đổi số ở tỉnh", chu_de="chuyen-doi-so")
    write_news(made, "hoc", "Đề cương tuyên truyền Nghị quyết 32-NQ/TU", "Học Nghị quyết 32-NQ/TU.")
    write_news(made, "hai-cau", "Kinh tế đêm: nhiều cách làm hay ở phố cũ", f"{ABOUT} {ABOUT}", ngay_dang="11/11/2026")
    return made


@pytest.fixture(scope="module")
def page(project: Path, opened: Opener) -> Page:
    """Return a page with the search engine and the project's index."""
    return opened(*index_of(project))


@pytest.fixture
def search(page: Page) -> Callable[[str], list[str]]:
    """Return a function that runs a search in the page and returns the addresses of the results."""
    return lambda query: addresses(json.loads(page.evaluate(SEARCH, [query, {"limit": 20}])))


@pytest.mark.parametrize(
    "query",
    ["phát triển kinh tế đêm", "nghị quyết kinh tế đêm", "nghi quyet ve kinh te dem"],
)
def test_a_resolution_stands_above_its_plan_and_the_news_about_it(
    query: str, search: Callable[[str], list[str]]
) -> None:
    found = search(query)
    assert found[0] == f"{TU}32-nq-tu/"
    assert found.index(f"{TU}33-kh-tu/") < found.index(f"{NEWS}hai-cau/")


def test_a_query_that_names_the_kind_finds_that_kind_first(search: Callable[[str], list[str]]) -> None:
    assert search("kế hoạch kinh tế đêm")[0] == search("ke hoach kinh te dem")[0] == f"{TU}33-kh-tu/"


@pytest.mark.parametrize("query", ["kinh tế đêm", "giai đoạn kinh tế đêm", "kinh te dem giai doan", "việc mới"])
def test_a_replaced_document_stands_below_the_one_that_replaced_it(
    query: str, search: Callable[[str], list[str]]
) -> None:
    found = search(query)
    assert found.index(f"{TU}32-nq-tu/") < found.index(f"{OLD}31-nq-tu/")


@pytest.mark.parametrize("query", ["31-NQ/TU", "về kinh tế đêm giai đoạn 2021 - 2025"])
def test_a_replaced_document_that_is_named_is_first(query: str, search: Callable[[str], list[str]]) -> None:
    assert search(query)[0] == f"{OLD}31-nq-tu/"


@pytest.mark.parametrize(
    "query",
    [
        "Đề cương tuyên truyền Nghị quyết 32-NQ/TU",
        "de cuong tuyen truyen nghi quyet 32-nq/tu",
        "ĐỀ CƯƠNG TUYÊN TRUYỀN NGHỊ QUYẾT 32-NQ/TU.",
        "tuyên truyền nghị quyết 32-NQ/TU",
    ],
)
def test_a_title_with_the_number_of_another_document_finds_the_item_so_called(
    query: str, search: Callable[[str], list[str]]
) -> None:
    assert search(query)[:2] == [f"{NEWS}hoc/", f"{TU}32-nq-tu/"]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("kinh tế đêm", f"{NEWS}dem/"),
        ("Kinh tế đêm: nhiều cách làm hay ở phố cũ", f"{NEWS}hai-cau/"),
        ("kế hoạch thực hiện nghị quyết 32-NQ/TU về kinh tế đêm", f"{TU}33-kh-tu/"),
        ("Kế hoạch số 33-KH/TU: Thực hiện Nghị quyết 32-NQ/TU về kinh tế đêm", f"{TU}33-kh-tu/"),
        ("nghị quyết 32-NQ/TU kinh tế đêm", f"{TU}32-nq-tu/"),
        ("Nghị quyết số 32-NQ/TU", f"{TU}32-nq-tu/"),
    ],
)
def test_whoever_types_a_whole_title_finds_it_first(query: str, first: str, search: Callable[[str], list[str]]) -> None:
    for typed in (query, unicodedata.normalize("NFD", query), query.upper()):
        assert search(typed)[0] == first


def test_the_name_of_a_topic_leads_to_its_principal_document(project: Path, opened: Opener) -> None:
    catalogue = catalogue_of(project)
    [topic] = [one for one in catalogue.registries.topics if one.id == "chuyen-doi-so"]
    document = principal(topic.id, catalogue)
    assert document
    assert document.id == "nq-05-tu-2026"
    page = opened(*index_of(project))
    for query in (topic.name, topic.name.upper()):
        assert addresses(json.loads(page.evaluate(SEARCH, [query, {}])))[0] == f"{TU}05-nq-tu/"


def test_authority_grows_with_kind_force_and_followers(project: Path) -> None:
    catalogue = catalogue_of(project)
    found = {item.id: authority(item, catalogue) for item in catalogue.current}
    order = ["nq-32-2025-2030", "qd-34-2025-2030", "kh-33-2025-2030", "tin-dem"]
    levels = [found[id] for id in order]
    assert levels == sorted(levels, reverse=True)
    assert len(set(levels)) == len(levels)
    assert found["nq-31-2020-2025"] < found["kh-33-2025-2030"]
    assert all(0 <= level <= 15 for level in found.values())


# ---- Codes (hashes) of titles ----


def test_a_title_has_codes_of_its_words_its_sentences_and_the_whole() -> None:
    levels = title_levels(Titles(title="Đêm phố: việc cần làm", kind="Kế hoạch", topics="Du lịch"))
    [length] = {levels[word_code(f"2{exact}") ^ IN_TITLE] for exact in ("đêm", "phô2", "viêc5", "cân1", "lam1")}
    assert length == levels[word_code("1dem") ^ IN_TITLE] == 1
    assert levels[word_code("1lich") ^ IN_TITLE] == len(tuning.TITLE_LENGTHS)
    assert levels[word_code("2hoach5") ^ IN_TITLE] == KIND
    folded = ["dem", "pho", "viec", "can", "lam"]
    assert (
        levels[title_code(folded, word_code("1lam"))]
        == levels[title_code(["ke", "hoach", *folded], word_code("1lam"))]
        == WHOLE
    )
    assert levels[title_code(folded[2:], word_code("1lam"))] == PART


@pytest.mark.parametrize("words", [("du", "lịch"), ("về", "du", "lịch"), ("về", "việc", "du", "lịch")])
def test_a_title_is_found_with_and_without_the_word_about(words: tuple[str, ...]) -> None:
    levels = title_levels(Titles(title=" ".join(words)))
    for typed in {words, words[words[0] == "về" :]}:
        exact = [syllable(word).exact for word in typed]
        assert levels[title_code(exact, word_code(f"2{exact[-1]}"))] == WHOLE


def test_a_given_level_is_kept_and_words_are_counted_below_it() -> None:
    terms = count("chữ " * 500, [], TokenTable(), {5: 3, 2: 7})
    assert terms.words.counts[terms.words.codes == 2] == GIVEN + 7
    assert terms.words.counts[terms.words.codes == 5] == GIVEN + 3
    assert max(terms.words.counts[terms.words.codes > 5]) == GIVEN - 1


def test_a_document_of_the_same_kind_body_and_title_stands_for_an_earlier_one(tmp_path: Path) -> None:
    project = lay_out(tmp_path / "project", BASE, GOLDEN)
    for term, day in (("2020-2025", "05/11/2021"), ("2025-2030", "05/11/2026")):
        write_document(
            project, "41-NQ/TU", "Việc chung.", trich_yeu="về quy chế làm việc", term=term, ngay_ban_hanh=day
        )
    catalogue = catalogue_of(project)
    [old, new] = sorted((one for one in catalogue.documents if one.id.startswith("nq-41")), key=lambda one: one.issued)
    assert replacing(old, catalogue) == (f"{TU}41-nq-tu/",)
    assert replacing(new, catalogue) == ()
