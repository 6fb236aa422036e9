"""The index's data about an item: its passages, the data that results show, and its words."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from infopage.language.analysis import syllable, word_code
from infopage.outputs.search.attached import AttachedPart
from infopage.outputs.search.entries import IndexedEntry, entry
from infopage.outputs.search.sources import IndexSource
from infopage.outputs.search.terms import ENDED, IN_FORCE, MENTIONED, TokenTable, number_code
from infopage.outputs.search.texts import per_file, share
from infopage.outputs.search.tuning import LEAST_TEXT, MOST_TEXT, RECORD_FILES
from tests.outputs.search.values import (
    catalogue_of,
    index_of,
    manifest_of,
    outlined,
    parts_of,
    records_of,
    write_document,
    write_news,
)

PLAIN = IndexSource(address="x/", title="Tên bài", section="tin-tuc", html="<p>Một đoạn văn.</p>")
RESOLUTION = "van-ban/tinh-uy/2025-2030/05-nq-tu/"


def places(html: str, letters: int = 10_000) -> list[list[str]]:
    return json.loads(entry(replace(PLAIN, html=html), letters, TokenTable()).record)[-1]  # type: ignore[no-any-return]


def often(found: IndexedEntry, word: str) -> int:
    code = word_code(f"2{syllable(word).exact}")
    return dict(zip(found.terms.words.codes.tolist(), found.terms.words.counts.tolist(), strict=True)).get(code, 0)


def has(found: IndexedEntry, key: str, role: int) -> bool:
    return number_code(key, role) in found.terms.words.codes.tolist()


# ---- Passages of a text, with their anchors ----


def test_a_document_is_kept_by_provision_each_under_its_own_anchor(small: Path) -> None:
    assert records_of(index_of(small))[RESOLUTION] == [
        RESOLUTION,
        "Về chuyển đổi số tỉnh Minh Họa đến năm 2030",
        "05-NQ/TU",
        "Nghị quyết",
        "van-ban",
        "Tỉnh ủy Minh Họa",
        2026,
        "2026-10-12",
        ["sua", "◐", "Còn hiệu lực, đã được sửa đổi"],
        0,
        [
            ["I", "I- MỤC TIÊU", ""],
            ["I.1", "1. Mục tiêu chung", ""],
            ["I.1.a", "1. Mục tiêu chung › a)", "a) Phát triển chính quyền số."],
            ["I.1.b", "1. Mục tiêu chung › b)", "b) Phát triển kinh tế số."],
            ["I.2", "2. Mục tiêu cụ thể", "Đến năm 2030, 90% hồ sơ được nộp trực tuyến."],
            ["__tep-1", "trong tệp 05-nq-tu.pdf, trang 1", "Ban goc"],
        ],
    ]


def test_news_are_kept_by_heading_after_what_stands_before_the_first(small: Path) -> None:
    write_news(
        small, "tin", "Tin", "Mở đầu.\n\n## Phần một\n\nMột.\n\nHai.\n\n## Phần hai\n\n- Ba\n- Bốn", tom_tat="Tóm tắt."
    )
    assert records_of(index_of(small))["tin-tuc/2026/tin/"][-1] == [
        ["", "", "Tóm tắt. Mở đầu."],
        ["phan-mot", "Phần một", "Một. Hai."],
        ["phan-hai", "Phần hai", "Ba Bốn"],
    ]


def test_marks_of_html_are_no_words_and_cells_stay_apart() -> None:
    assert places("<p>a <b>và</b> &lt;b&gt; &amp;</p>") == [["", "", "a và <b> &"]]
    assert places("<table><tr><th>Năm</th><th>Số</th></tr><tr><td>1</td><td>2</td></tr></table>") == [
        ["", "", "Năm Số 1 2"]
    ]
    assert places("<p>một<br>hai</p>") == [["", "", "một hai"]]


def test_signs_that_only_serve_the_page_are_left_out() -> None:
    html = '<h2 id="a">Mục <a class="neo" href="#a">¶</a></h2><p>Chữ<sup id="fnref:1"><a href="#fn:1">1</a></sup>.</p>'
    note = '<ol><li id="fn:1">Chú thích <a class="footnote-backref" href="#fnref:1">↩</a></li></ol>'
    assert places(html + note) == [["a", "Mục", "Chữ. Chú thích"]]


def test_a_long_heading_is_cut_at_a_word() -> None:
    (found,) = places(f'<h2 id="a">{"dài " * 40}</h2>')
    assert found == ["a", f"{'dài ' * 22}…", ""]
    assert len(found[1]) <= 92


def test_an_item_without_text_has_a_record() -> None:
    assert places("") == []
    assert often(entry(replace(PLAIN, html=""), 100, TokenTable()), "bài") == 8


# ---- How much text of each entry a large site keeps ----


def test_a_text_beyond_its_share_is_cut_in_every_place_alike_and_at_words() -> None:
    html = "".join(f'<h2 id="m{n}">Mục {n}</h2><p>{"chữ " * 100}</p>' for n in range(5))
    found = places(html, 1000)
    assert [place[0] for place in found] == ["m0", "m1", "m2", "m3", "m4"]
    assert all(180 < len(place[2]) < 210 and place[2].endswith("chữ …") for place in found)


def test_of_a_text_without_end_few_headings_are_kept() -> None:
    html = "".join(f'<h2 id="m{n}">Mục {n}</h2><p>{"chữ " * 200}</p>' for n in range(500))
    assert len(places(html, 40_000)) == 500
    assert len(places(html, 1200)) <= 20


def test_what_is_cut_from_snippets_is_found_all_the_same() -> None:
    found = entry(replace(PLAIN, html=f"<p>{'chữ ' * 3000} cuối</p>"), LEAST_TEXT, TokenTable())
    assert "cuối" not in found.record
    assert often(found, "cuối") == 1


def test_the_share_falls_in_steps_and_files_stay_few() -> None:
    shares = [share(entries) for entries in range(20_000)]
    assert shares == sorted(shares, reverse=True)
    assert len(set(shares)) < 10
    assert (shares[0], share(10**6)) == (MOST_TEXT, LEAST_TEXT)
    assert all(-(-entries // per_file(entries)) <= RECORD_FILES for entries in (1, 2500, 2501, 10_000, 123_456))
    assert per_file(0) == 1


# ---- The words of an entry, and their weights ----


def test_a_title_outweighs_a_heading_a_heading_the_text() -> None:
    html = '<h2 id="a">thân mục</h2><p>đoạn đoạn</p>'
    found = entry(replace(PLAIN, title="tên", summary="tóm", names="phụ", html=html), 1000, TokenTable())
    assert [often(found, word) for word in ("tên", "tóm", "mục", "đoạn", "phụ", "khác")] == [8, 3, 3, 2, 1, 0]
    assert found.terms.length == 3  # two words of the text and one of the summary


def test_a_word_that_stands_without_end_counts_as_247() -> None:
    assert often(entry(replace(PLAIN, html=f"<p>{'chữ ' * 1000}</p>"), 1000, TokenTable()), "chữ") == 247


def test_a_documents_number_tells_whether_it_is_the_document_was_it_or_names_it(small: Path) -> None:
    found = {source.number: source for source in (one.read() for one in outlined(catalogue_of(small)))}
    read = {number: entry(source, 1000, TokenTable()) for number, source in found.items()}
    assert has(read["05-NQ/TU"], "5nq", IN_FORCE)
    assert has(read["05-NQ/TU"], "5nqtu", IN_FORCE)
    assert not has(read["05-NQ/TU"], "5nqtu", MENTIONED)
    assert has(read["03-NQ/HU"], "3nqhu", ENDED)
    assert not has(read["03-NQ/HU"], "3nqhu", IN_FORCE)
    assert has(read["45/KH-UBND"], "5nqtu", MENTIONED)


def test_abbreviations_that_a_text_introduces_are_kept(small: Path) -> None:
    write_document(small, "21-NQ/TU", "Thành lập Ban Chỉ đạo Chuyển đổi số (BCĐCĐS) và Trung tâm Phục vụ (TTPV).")
    known = dict(manifest_of(index_of(small))["abbreviations"])
    assert known["BTC"] == "Ban Tổ chức"
    assert "BCĐCĐS" in known


# ---- Facets (filters of search results) ----


def test_each_entry_is_in_the_row_of_its_values(small: Path) -> None:
    index = index_of(small)
    (found,) = parts_of(index[1], "loc").values()
    names, rows = found["names"], found["rows"]
    read = {record[0]: rows[ord(sign) - 0x24] for record, sign in zip(ordered(index), found["column"], strict=True)}

    def told(address: str) -> dict[str, list[str]]:
        places = {facet: at if isinstance(at, list) else [at] for facet, at in zip(names, read[address], strict=True)}
        values = {facet: [names[facet][one][0] for one in at if one >= 0] for facet, at in places.items()}
        return {facet: found for facet, found in values.items() if found}

    assert told(RESOLUTION) == {
        "section": ["van-ban"],
        "kind": ["nghi-quyet"],
        "issuer": ["tinh-uy"],
        "term": ["2025-2030"],
        "status": ["sua"],
        "year": ["2026"],
        "topic": ["chuyen-doi-so"],
    }
    ended = told("van-ban/huyen-uy-dong/2020-2025/03-nq-hu/")
    assert (ended["issuer"], ended["status"], ended["year"]) == (["huyen-uy-dong"], ["het"], ["2022"])
    assert told("nguon-tin/") == {"section": ["trang"]}
    assert told("tin-tuc/2026/hoi-nghi/") == {"section": ["tin-tuc"], "year": ["2026"]}
    assert told("hoc-tap/de-cuong/")["audience"] == ["dang-vien"]


def test_a_bodys_facet_names_the_bodies_it_came_from(small: Path) -> None:
    body = small / "docs/van-ban/dang-uy-xa-dong/2025-2030/07-nq-du.md"
    body.parent.mkdir(parents=True)
    written = write_document(small, "07-NQ/TU", "Toàn văn.").read_text("utf-8").replace("07-NQ/TU", "07-NQ/ĐU")
    (small / "docs/van-ban/tinh-uy/2025-2030/07-nq-tu.md").unlink()
    body.write_text(written.replace('"tinh-uy"', '"dang-uy-xa-dong"'), "utf-8")
    (found,) = parts_of(index_of(small)[1], "loc").values()
    issuers = found["names"]["issuer"]
    (successor,) = [issuer for issuer in issuers if issuer[0] == "dang-uy-xa-dong"]
    assert [issuers[at][0] for at in successor[2]] == ["huyen-uy-dong"]


def ordered(index: tuple[str, dict[str, bytes]]) -> list[Any]:
    """Return the records (what results show of each entry) in the order of the index's entries."""
    parts = parts_of(index[1], "muc-")
    return [record for name in sorted(parts, key=lambda name: int(name[4:])) for record in parts[name]]


# ---- Abbreviations and their full forms ----


def test_kinds_are_known_by_their_letters_the_lists_own_over_the_usual(small: Path) -> None:
    kinds = small / "data/loai-van-ban.yml"
    kinds.write_text(kinds.read_text("utf-8") + "- ma: tb-kl\n  ten: Thông báo\n  viet_tat: TBKL\n", "utf-8")
    known = manifest_of(index_of(small))["kinds"]
    assert (known["nghi quyet"], known["quyet dinh"], known["thong bao"], known["huong dan"]) == (
        "nq",
        "qd",
        "tbkl",
        "hd",
    )


def test_an_abbreviation_means_what_the_editors_say_then_what_most_texts_say(small: Path) -> None:
    write_news(small, "mot", "Một", "Ban Thanh vận (BTV) họp; Bộ Tài chính (BTC) dự.")
    write_news(small, "hai", "Hai", "Bộ Tài chính (BTC) báo cáo.")
    write_news(small, "ba", "Ba", "Bộ Tài chính (BTC) trả lời.")
    known = dict(manifest_of(index_of(small))["abbreviations"])
    assert known["BTV"] == "Ban Thường vụ"
    assert known["BTC"] == "Bộ Tài chính"
    assert known["CĐS"] == "Chuyển đổi số"  # an abbreviation made from the initials of a topic's name


# ---- The text of attached files ----

ANNEX = AttachedPart("__tep-1", "trong tệp phu-luc.pdf, trang 2", "Biểu mẫu kê khai\nkê khai lần đầu")


def test_the_text_of_a_file_is_a_place_of_its_own_and_each_of_its_words_counts_once() -> None:
    found = entry(replace(PLAIN, attached=(ANNEX,)), 10_000, TokenTable())
    assert json.loads(found.record)[-1] == [
        ["", "", "Một đoạn văn."],
        ["__tep-1", "trong tệp phu-luc.pdf, trang 2", "Biểu mẫu kê khai kê khai lần đầu"],
    ]
    assert (often(found, "khai"), often(found, "mẫu"), often(found, "đoạn"), often(found, "trang")) == (1, 1, 1, 0)
    assert found.terms.length == entry(PLAIN, 10_000, TokenTable()).terms.length


def test_a_page_of_a_file_that_repeats_the_text_is_left_out() -> None:
    said = "Đẩy mạnh chuyển đổi số trong hoạt động của các cơ quan, đơn vị trên địa bàn tỉnh Minh Họa đến năm 2030."
    source = replace(PLAIN, html=f"<p>{said} Mỗi năm sơ kết một lần.</p>")
    same = AttachedPart("__tep-1", "trong tệp a.pdf, trang 1", f"1\n{said.upper()}")
    number = AttachedPart("__tep-1", "trong tệp a.pdf, trang 3", "3")
    told = json.loads(entry(replace(source, attached=(same, ANNEX, number)), 10_000, TokenTable()).record)[-1]
    assert [place[0] for place in told] == ["", "__tep-1"]
    assert told[1][1] == ANNEX.title
