"""Top documents of a word pair: those with most of it for their length, shown before their texts are loaded."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from infopage.outputs.search.postings import PAIRS, CollectionStatistics
from infopage.outputs.search.terms import Phrases, TermCounts, Terms
from infopage.outputs.search.top_documents import threshold, top_documents
from infopage.outputs.search.tuning import TOP_DOCUMENTS, TOP_DOCUMENTS_FREQUENCY
from tests.outputs.search.conftest import Opener
from tests.outputs.search.values import Index, index_of, manifest_of, parts_of, write_news
from tests.properties import examples

EARLY = """async ([query, options]) => {
  let first = null;
  const found = await thamsau.search(query, { ...options, early: (given) => (first = JSON.stringify(given)) });
  return [first && JSON.parse(first), found];
}"""
CODES = [7, 1 << 20, (1 << 30) - 1]


def text(length: int, often: dict[int, int]) -> Terms:
    counted = TermCounts(
        np.array(sorted(often), np.uint32), np.array([often[code] for code in sorted(often)], np.uint8)
    )
    return Terms(length, counted, counted, Phrases(np.zeros(0, np.int64), counted.counts[:0]))


@examples(100)
@given(
    texts=st.lists(
        st.tuples(st.integers(1, 5000), st.dictionaries(st.sampled_from(CODES), st.integers(1, 255))), min_size=1
    )
)
def test_the_densest_come_first_and_of_equals_the_later(texts: list[tuple[int, dict[int, int]]]) -> None:
    terms = [text(*one) for one in texts]
    average_length = CollectionStatistics.of([one.length for one in terms]).average_length
    for code, found in zip(CODES, top_documents(terms, np.array(CODES), PAIRS, average_length), strict=True):
        having = [at for at, (_, often) in enumerate(texts) if code in often]
        assert len(found) == min(TOP_DOCUMENTS, len(having))
        # A text with more occurrences that is no longer is denser; one with equal counts and length is equally dense.
        for at in found:
            for other in having:
                more = texts[other][1][code] - texts[at][1][code]
                longer = texts[other][0] - texts[at][0]
                if other not in found[: found.index(at)] and other != at:
                    assert not (more > 20 and longer <= 0)
                    assert not (more == longer == 0 and other > at)


def test_too_many_lists_with_top_documents_are_fewer_longer_ones() -> None:
    least = TOP_DOCUMENTS_FREQUENCY
    assert threshold(np.array([3, least, 5000])) == least
    assert threshold(np.repeat([least, 4 * least - 1, 4 * least], [9000, 8001, 10])) == 4 * least


@pytest.fixture
def crowded(small: Path, monkeypatch: pytest.MonkeyPatch) -> Index:
    """Return the index of a site in which a pair that two documents have counts as frequent.

    So the pair has top documents (documents to show first).
    """
    monkeypatch.setattr("infopage.outputs.search.tuning.TOP_DOCUMENTS_FREQUENCY", 2)
    for n in range(9):
        write_news(
            small,
            f"tin-{n}",
            f"Làng nghề {n} “xưa & nay”",
            f"## Mục {n}\n\n{'Nghề mộc. ' * (9 - n)}Làng gốm.",
            ngay_dang=f"{n + 1:02}/11/2026",
        )
    return index_of(small)


def ask(page: Any, query: str, **options: object) -> tuple[dict[str, Any] | None, dict[str, Any]]:
    first, found = page.evaluate(EARLY, [query, options])
    return first, found


def test_what_is_found_is_shown_before_its_texts_come(crowded: Index, opened: Opener) -> None:
    first, found = ask(opened(*crowded), "làng nghề", limit=9)
    assert first
    assert [hit["address"] for hit in first["hits"]] == [hit["address"] for hit in found["hits"]][:TOP_DOCUMENTS]
    assert first["total"] == found["total"] == 9
    for early, whole in zip(first["hits"], found["hits"], strict=False):
        assert early["snippet"] is None
        assert whole["snippet"]
        assert early["titleParts"][0] == {"text": "Làng nghề", "marked": True}
        assert {key: early[key] for key in ("title", "date", "section", "illustrative", "status")} == {
            key: whole[key] for key in ("title", "date", "section", "illustrative", "status")
        }


def test_where_texts_cannot_be_had_what_is_known_of_the_documents_is_shown(crowded: Index, opened: Opener) -> None:
    files = {path: data for path, data in crowded[1].items() if "/muc-" not in path}
    first, found = ask(opened(crowded[0], files), "làng nghề", limit=9)
    assert first
    assert found["incomplete"] is True
    assert [hit["title"] for hit in found["hits"]] == [hit["title"] for hit in first["hits"]]
    assert [hit["snippet"] for hit in found["hits"]] == [[]] * TOP_DOCUMENTS


@pytest.mark.parametrize(
    ("query", "options"),
    [
        ("làng nghề", {}), ("lang nghe", {"limit": 3}), ("làng nghề", {"sort": "date"}),
        ("nghề mộc làng gốm", {}), ("lang nghe 3", {}), ("nghị quyết", {"filters": {"section": "van-ban"}}),
    ],
)  # fmt: skip
def test_what_is_shown_early_stays_where_it_is(
    query: str, options: dict[str, object], crowded: Index, opened: Opener
) -> None:
    first, found = ask(opened(*crowded), query, **options)
    assert found["hits"]
    early = [hit["address"] for hit in first["hits"]] if first else []
    assert early == [hit["address"] for hit in found["hits"]][: len(early)]


def test_of_a_word_alone_nothing_is_known_early(crowded: Index, opened: Opener) -> None:
    assert ask(opened(*crowded), "làng")[0] is None


def test_documents_that_the_levels_of_a_list_do_not_tell_apart_are_told_apart_by_density(
    crowded: Index, opened: Opener
) -> None:
    # The index stores weights in few levels, and all these documents have the highest. The older ones are denser, so
    # they must come first. By level alone, the newest would.
    found = ask(opened(*crowded), "nghề mộc", limit=9)[1]
    assert {hit["date"] for hit in found["hits"][:TOP_DOCUMENTS]} == {f"2026-11-{day:02}" for day in range(1, 6)}


def test_in_a_sentence_density_is_worth_nothing(crowded: Index, opened: Opener) -> None:
    worth = """async (query) => {
      const manifest = await thamsau.parts.manifest();
      const { pairs } = await thamsau.score.score(thamsau.query.parse(query, manifest), manifest, []);
      return Math.max(...pairs[0].values);
    }"""
    page = opened(*crowded)
    phrase, sentence = (page.evaluate(worth, query) for query in ("nghề mộc", "nghề mộc ở đâu còn"))
    assert phrase > sentence > 0


def test_a_small_site_has_no_top_documents(small: Path) -> None:
    index = index_of(small)
    assert manifest_of(index)["n"] > TOP_DOCUMENTS
    assert all(isinstance(part, str) for part in parts_of(index[1], "cap-").values())


def test_what_is_shown_early_is_in_the_index_as_json(crowded: Index) -> None:
    rows = [row for part in parts_of(crowded[1], "cap-").values() if isinstance(part, list) for row in part[1]]
    assert rows
    assert all(1 <= len(row) - 1 <= TOP_DOCUMENTS for row in rows)
    assert "“xưa & nay”" in json.dumps(rows, ensure_ascii=False)
