"""The text of a document as of a day: the text as issued, with the changes that other documents make to it."""

from datetime import date, timedelta
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infopage.content.acts import Action
from infopage.content.effects.folding import Modification, days_of, text_on
from infopage.content.effects.new_words import new_words
from tests.content.effects.texts import ISSUED, LATER, blocks, does, lines, on
from tests.properties import examples

BEFORE = LATER - timedelta(days=1)
SUBSTITUTED = does(Action.SUBSTITUTION, "dieu-1.2", "dieu-1.1")
INSERTED = does(Action.INSERTION, "dieu-2.2", "dieu-1.2")
REPEALED = does(Action.REPEAL, "dieu-1.1")


def anchors(*found: Modification, day: date = LATER) -> list[str]:
    return [block.anchor for block in on(day, *found).blocks if block.anchor]


def test_without_modifications_the_text_is_as_issued() -> None:
    assert on(LATER).blocks == blocks()


def test_nothing_changes_before_its_day() -> None:
    assert on(BEFORE, SUBSTITUTED, INSERTED, REPEALED).blocks == blocks()


def test_new_words_take_the_place_and_the_anchors_of_the_old_ones() -> None:
    assert lines(on(LATER, SUBSTITUTED), "dieu-1.2") == [
        "2. Siết chặt kỷ luật, kỷ cương:",
        "a) Không yêu cầu giấy tờ thừa, bản sao;",
        "b) Xin lỗi bằng văn bản hoặc tin nhắn;",
        "c) Công khai hằng tuần.",
    ]
    assert anchors(SUBSTITUTED)[2:6] == ["dieu-1.2", "dieu-1.2.a", "dieu-1.2.b", "dieu-1.2.c"]


def test_words_without_a_label_keep_the_label_of_the_place() -> None:
    found = on(LATER, does(Action.SUBSTITUTION, "dieu-1.2.b", "dieu-1.4"))
    assert lines(found, "dieu-1.2.b") == ["b) Xin lỗi bằng văn bản, qua điện thoại."]


def test_words_quoted_within_the_line_are_found() -> None:
    found = on(LATER, does(Action.SUBSTITUTION, "dieu-1.1", "dieu-1.3"))
    assert lines(found, "dieu-1.1") == ["1. Đến năm 2030 có chín mươi phần trăm hồ sơ trực tuyến."]


def test_a_passage_of_two_provisions_replaces_one_and_adds_one() -> None:
    found = does(Action.SUBSTITUTION, "dieu-2.2", "dieu-1.6")
    assert lines(on(LATER, found), "dieu-2.")[1:] == [
        "2. Văn phòng theo dõi, đôn đốc.",
        "3. Ban Tổ chức giúp Văn phòng.",
    ]
    assert anchors(found)[-2:] == ["dieu-2.2", "dieu-2.3"]


def test_an_inserted_clause_and_an_inserted_article_get_anchors_of_their_labels() -> None:
    found = anchors(INSERTED, does(Action.INSERTION, "dieu-1", "dieu-1.5"))
    assert found[found.index("dieu-1.2.b") + 1 :] == [
        "dieu-1a",
        "dieu-1a.1",
        "dieu-1a.2",
        "dieu-2",
        "dieu-2.1",
        "dieu-2.2",
        "dieu-2.2a",
    ]


def test_an_inserted_article_is_a_heading_as_the_one_before() -> None:
    article = next(b for b in on(LATER, does(Action.INSERTION, "dieu-1", "dieu-1.5")).blocks if b.anchor == "dieu-1a")
    assert article.html.startswith('<h2 id="dieu-1a">')


def test_what_was_repealed_keeps_its_label_and_anchor() -> None:
    assert lines(on(LATER, does(Action.REPEAL, "dieu-1.2")), "dieu-1.2") == ["2. (được bãi bỏ)"]
    assert lines(on(LATER, does(Action.ANNULMENT, "dieu-1.1")), "dieu-1.1") == ["1. (bị hủy bỏ)"]
    assert lines(on(LATER, does(Action.REPLACEMENT, "dieu-2")), "dieu-2") == ["Điều 2. (được thay thế)"]


def test_the_signature_belongs_to_no_provision() -> None:
    assert [block.text for block in on(LATER, does(Action.REPEAL, "dieu-2")).blocks][-2:] == [
        "Nơi nhận:",
        "- Các chi bộ.",
    ]


def test_a_phrase_is_replaced_where_it_stands_as_often_as_said() -> None:
    one = does(Action.SUBSTITUTION, "dieu-2.1", phrase="xã, phường, thị trấn", new_phrase="xã, phường")
    assert lines(on(LATER, one), "dieu-2.1") == ["1. Các xã, phường báo cáo hằng tháng với phường, xã bạn."]
    gone = does(Action.SUBSTITUTION, "dieu-2.1", phrase="hằng tháng")
    assert lines(on(LATER, gone), "dieu-2.1") == ["1. Các xã, phường, thị trấn báo cáo với phường, xã bạn."]
    twice = does(Action.SUBSTITUTION, "dieu-2.1", phrase="phường", new_phrase="phường (mới)", times=2)
    assert on(LATER, twice).misfits == ()
    word = does(Action.SUBSTITUTION, "dieu-2.1", phrase="tháng", new_phrase="quý", times=2)
    assert on(LATER, word).blocks == blocks()
    assert [misfit.reason for misfit in on(LATER, word).misfits] == [
        "cụm từ “tháng” có ở chỗ ấy 1 lần, không phải 2 lần"
    ]


def test_a_phrase_with_signs_of_html_is_found_as_typed() -> None:
    text = "Điều 1. A\n1. Tỷ lệ < 5 & > 2 là đạt."
    one = does(Action.SUBSTITUTION, "dieu-1.1", phrase="< 5 & > 2", new_phrase="<= 6")
    folded = text_on(LATER, blocks(text), [one])
    assert folded.blocks[1].text == "1. Tỷ lệ <= 6 là đạt."
    assert "&lt;= 6" in folded.blocks[1].html


def test_new_words_are_text_and_never_markup() -> None:
    hostile = '<zz onerror=alert(1)>"'
    one = does(Action.SUBSTITUTION, "dieu-2.1", phrase="hằng tháng", new_phrase=hostile)
    (block,) = [block for block in on(LATER, one).blocks if block.anchor == "dieu-2.1"]
    assert hostile in block.text
    assert "<zz" not in block.html
    words = blocks(f"Điều 1. A\n1. Sửa như sau: “{hostile}”")
    (block,) = on(LATER, does(Action.SUBSTITUTION, "dieu-2.2", words=new_words("dieu-1.1", words))).blocks[-3:-2]
    assert "<zz" in block.text
    assert "<zz" not in block.html


def test_a_temporary_change_ends_after_its_last_day() -> None:
    one = does(Action.SUBSTITUTION, "dieu-1.2", "dieu-1.1", until=date(2027, 6, 30))
    assert on(date(2027, 6, 30), one).blocks != blocks()
    assert on(date(2027, 7, 1), one).blocks == blocks()
    assert days_of([one]) == [LATER, date(2027, 7, 1)]


def test_former_words_return_by_a_resumption_of_the_same_place() -> None:
    back = does(Action.RESUMPTION, "dieu-1.1", since=date(2028, 1, 1))
    assert lines(on(date(2027, 6, 1), REPEALED, back), "dieu-1.1") == ["1. (được bãi bỏ)"]
    assert on(date(2028, 1, 1), REPEALED, back).blocks == blocks()


def test_a_resumption_gives_the_words_before_the_last_change() -> None:
    first = does(Action.SUBSTITUTION, "dieu-1.2.b", "dieu-1.4")
    then = does(Action.REPEAL, "dieu-1.2.b", since=date(2027, 6, 1))
    back = does(Action.RESUMPTION, "dieu-1.2.b", since=date(2028, 1, 1))
    assert on(date(2028, 1, 1), back, then, first).blocks == on(LATER, first).blocks


def test_a_suspension_changes_no_word() -> None:
    suspended = does(Action.SUSPENSION, "dieu-1.1")
    assert on(LATER, suspended).blocks == blocks()
    assert days_of([suspended]) == []


@pytest.mark.parametrize(
    ("one", "reason"),
    [
        (does(Action.REPEAL, "dieu-3"), "ở thời điểm ấy văn bản kia không có chỗ “#dieu-3”"),
        (does(Action.INSERTION, "dieu-2.2", "dieu-1.6"), "văn bản đã có chỗ “#dieu-2.2”"),
    ],
)
def test_what_does_not_fit_is_reported_and_changes_nothing(one: Modification, reason: str) -> None:
    folded = on(LATER, one)
    assert folded.blocks == blocks()
    assert [(misfit.modification, misfit.reason) for misfit in folded.misfits] == [(one, reason)]


def test_a_place_that_was_inserted_can_be_changed_later() -> None:
    then = does(Action.REPEAL, "dieu-2.2a", since=date(2028, 1, 1))
    assert lines(on(date(2028, 1, 1), then, INSERTED), "dieu-2.2a") == ["2a. (được bãi bỏ)"]


MANY = (
    SUBSTITUTED,
    INSERTED,
    REPEALED,
    does(Action.INSERTION, "dieu-1", "dieu-1.5", since=date(2027, 3, 1)),
    does(Action.SUBSTITUTION, "dieu-2.1", phrase="hằng tháng", new_phrase="hằng quý", since=date(2027, 2, 1)),
    does(Action.REPEAL, "dieu-1.2.b", since=date(2028, 1, 1), issued=ISSUED + timedelta(days=1), document="nq-13"),
    does(Action.RESUMPTION, "dieu-1.1", since=date(2028, 1, 1)),
    does(Action.SUBSTITUTION, "dieu-2.2", phrase="theo dõi", new_phrase="kiểm tra", until=date(2027, 12, 31)),
)


def test_the_order_of_writing_does_not_matter_to_a_few() -> None:
    expected = on(date(2028, 1, 1), *MANY[:4])
    assert all(on(date(2028, 1, 1), *order) == expected for order in permutations(MANY[:4]))


@examples(400)
@given(st.permutations(MANY), st.dates(date(2026, 12, 1), date(2028, 2, 1)))
def test_the_order_of_writing_does_not_matter(order: list[Modification], day: date) -> None:
    assert on(day, *order) == on(day, *MANY)


@examples(400)
@given(st.sets(st.sampled_from(MANY)), st.sampled_from(MANY), st.dates(date(2026, 12, 1), date(2028, 2, 1)))
def test_removing_an_effect_gives_the_former_text(some: set[Modification], one: Modification, day: date) -> None:
    some.discard(one)
    former = on(day, *some)
    on(day, *some, one)
    assert on(day, *some) == former
