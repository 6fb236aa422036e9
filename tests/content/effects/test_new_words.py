"""The new words of an amendment, with Markdown: shown in the amended text as in the text that quotes them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infopage.content.acts import Action
from infopage.content.effects.blocks import TextBlock, blocks_of, text_of
from infopage.content.effects.folding import Folded, Modification, text_on
from infopage.content.effects.new_words import new_words
from infopage.content.markdown import MarkdownRenderer
from tests.content.effects.texts import ISSUED, LATER, blocks, lines
from tests.properties import examples

RENDERER = MarkdownRenderer()
AMENDING = """Điều 1. Sửa đổi

1. Sửa đổi khoản 1 Điều 1 như sau:

“1. Đến năm 2030 có **chín mươi phần trăm**:[^1]

| Năm | Tỷ lệ |
|---|---|
| 2028 | 85% |
| 2030 | 90%” |

2. Sửa đổi điểm b khoản 2 Điều 1 như sau: “**b)** Xin lỗi bằng *văn bản*, mức < 5 & > 2.”

3. Sửa đổi khoản 2 Điều 2 như sau:

> 2. Văn phòng *theo dõi*:
>
> - hằng tuần;
>
> - hằng tháng.

4. Sửa đổi khoản 2 Điều 2 như sau:

“Văn phòng theo dõi theo bảng:

| A | B |
|---|---|
| 1 | [2](https://vi-du.example/) |

”

5. Sửa đổi khoản 1 Điều 2 như sau:

“**1.** Các __xã__, phường báo cáo.

> Lời dặn.

a) Theo `mẫu`.”

[^1]: Chú thích của văn bản sửa đổi.
"""


def amending(source: str = AMENDING) -> tuple[TextBlock, ...]:
    rendered = RENDERER.render("van-ban/a.md", source, official=True)
    return blocks_of(rendered.html, rendered.provisions)


def changed(anchor: str, place: str, *, action: Action = Action.SUBSTITUTION, source: str = AMENDING) -> Folded:
    words = new_words(place, amending(source))
    one = Modification(action=action, anchor=anchor, document="nq-12", issued=ISSUED, since=LATER, words=words)
    return text_on(LATER, blocks(), [one])


def shown(folded: Folded, anchor: str) -> str:
    return "\n".join(block.html for block in folded.blocks if block.anchor.startswith(anchor) or not block.provision)


def test_emphasis_and_a_table_are_shown_as_in_the_quoting_text() -> None:
    html = shown(changed("dieu-1.1", "dieu-1.1"), "dieu-1.1")
    assert 'id="dieu-1.1"' in html
    assert "<strong>chín mươi phần trăm</strong>:" in html
    assert "<td>90%</td>" in html, "the quotation mark in the last cell closes the passage"
    assert 'id="fnref' not in html
    assert 'href="#fn:1"' in html


def test_a_table_is_inside_the_provision_that_it_follows() -> None:
    folded = changed("dieu-1.1", "dieu-1.1")
    gone = Modification(
        action=Action.REPEAL, anchor="dieu-1.1", document="nq-13", issued=ISSUED, since=date(2028, 1, 1)
    )
    text = text_on(gone.since, folded.blocks, [gone])
    assert lines(text, "dieu-1.1") == ["1. (được bãi bỏ)"]
    assert not [block for block in text.blocks if block.provision is None]


def test_words_in_the_line_keep_their_markup() -> None:
    html = shown(changed("dieu-1.2.b", "dieu-1.2"), "dieu-1.2.b")
    assert html.endswith("</span> Xin lỗi bằng <em>văn bản</em>, mức &lt; 5 &amp; &gt; 2.</p>")


def test_new_words_may_be_set_as_a_quotation() -> None:
    assert [one.anchor for one in new_words("dieu-1.3", amending())][:1] == ["dieu-1.3.q.2"]
    folded = changed("dieu-2.2", "dieu-1.3")
    assert lines(folded, "dieu-2.2") == ["2. Văn phòng theo dõi:"]
    assert [block.text for block in folded.blocks][-4:-2] == ["- hằng tuần;", "- hằng tháng."]
    assert "<em>theo dõi</em>" in shown(folded, "dieu-2.2")


def test_words_without_a_label_keep_that_of_the_place_above_their_table() -> None:
    folded = changed("dieu-2.2", "dieu-1.4")
    assert lines(folded, "dieu-2.2") == ["2. Văn phòng theo dõi theo bảng:"]
    html = shown(folded, "dieu-2.2")
    assert 'href="https://vi-du.example/">2</a>' in html
    assert "”" not in html


def test_a_passage_of_a_table_alone_stands_below_the_label() -> None:
    source = "Điều 1. Sửa đổi\n\n1. Thay bảng như sau:\n\n“\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n”\n"
    folded = changed("dieu-2.2", "dieu-1.1", source=source)
    assert lines(folded, "dieu-2.2") == ["2."]
    assert "<td>2</td>" in shown(folded, "dieu-2.2")


def test_quotations_and_code_within_new_words_are_kept() -> None:
    folded = changed("dieu-2.1", "dieu-1.5")
    html = shown(folded, "dieu-2.1")
    assert "<strong>xã</strong>" in html
    assert "<p>Lời dặn.</p>" in [block.html for block in folded.blocks]
    assert '<p class="nhan-cap-2" id="dieu-2.1.a">' in html
    assert "<code>mẫu</code>." in html


@pytest.mark.parametrize("place", ["dieu-1.1", "dieu-1.2", "dieu-1.3", "dieu-1.4", "dieu-1.5"])
def test_no_sign_of_markdown_and_no_quotation_mark_is_left(place: str) -> None:
    words = "".join(block.text for block in changed("dieu-1.1", place).blocks)
    assert not [sign for sign in ("**", "__", "|", "`", "[^", "“", "”") if sign in words]


def test_a_phrase_is_replaced_in_a_table_and_across_emphasis() -> None:
    folded = changed("dieu-1.1", "dieu-1.1")
    phrases = {"85%": "86%", "có chín mươi": "đạt chín mươi", "Năm": "Tới năm"}
    found = [
        Modification(
            action=Action.SUBSTITUTION,
            anchor="dieu-1.1",
            document=f"nq-{number}",
            issued=ISSUED,
            since=LATER,
            phrase=phrase,
            new_phrase=new,
        )
        for number, (phrase, new) in enumerate(phrases.items())
    ]
    text = text_on(LATER, folded.blocks, found)
    assert text.misfits == ()
    html = shown(text, "dieu-1.1")
    assert "<td>86%</td>" in html
    assert "Đến năm 2030 đạt chín mươi<strong> phần trăm</strong>" in html
    assert ">Tới năm</th>" in html


def test_two_passages_with_one_label_are_a_misfit() -> None:
    source = "Điều 1. Sửa đổi\n\n1. Sửa như sau:\n\n“a) Một.”\n\nvà\n\n“a) Hai.”\n"
    folded = changed("dieu-1.2.b", "dieu-1.1", source=source)
    assert [one.reason for one in folded.misfits] == [
        "lời mới có hai đoạn cùng nhãn “a)” (hãy trỏ khóa loi vào một đoạn)"
    ]
    assert folded.blocks == blocks()


PIECES = (
    *("“a) Lời **mới**.”", "“", "”", "| A | B |\n|---|---|\n| 1 | 2” |", "> “2. Lời”", "Điều 3. Sửa đổi"),
    *("1. Sửa như sau:", "2. Sửa: “**b)** Lời *mới*”", "“Điều 5. Tên\n\n1. Một\n\na) Hai”", "- gạch", "**“d) đậm”**"),
    *("“1.1. Lời `mã` [l](https://a.vn/)”", "x[^1]\n\n[^1]: chú", "“a) Một\n\na) Hai”"),
)


@examples(100)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=8), st.data())
def test_any_new_words_give_blocks_with_own_anchors(pieces: list[str], data: st.DataObject) -> None:
    source = amending("\n\n".join(pieces))
    places = [one.anchor for one in source if new_words(one.anchor, source)]
    if not places:
        return
    action = data.draw(st.sampled_from((Action.SUBSTITUTION, Action.INSERTION)))
    words = new_words(data.draw(st.sampled_from(places)), source)
    anchor = data.draw(st.sampled_from(("dieu-1", "dieu-1.2", "dieu-1.2.b", "dieu-2.2")))
    one = Modification(action=action, anchor=anchor, document="nq-12", issued=ISSUED, since=LATER, words=words)
    folded = text_on(LATER, blocks(), [one]).blocks
    anchors = [block.anchor for block in folded if block.anchor]
    assert len(anchors) == len(set(anchors))
    assert all(block.text == text_of(block.html) for block in folded if block.provision)
