"""Quotations attributed to a document: which are found, and whether each is in the cited place."""

import pytest

from infopage.content.citing.quotations import nearest, occurs
from infopage.content.html_text import plain
from infopage.content.markdown import MarkdownRenderer
from infopage.content.quoted import quotations

RENDERER = MarkdownRenderer()


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("Nói: “một hai ba bốn năm” ([x](vb:a#II.1)).", [("một hai ba bốn năm", ["vb:a#II.1"])]),
        ('Nói: "một **hai** ba bốn" (theo [x](vb:a), [y](vb:b)).', [("một hai ba bốn", ["vb:a", "vb:b"])]),
        ("“một hai ba bốn.” ([x](../van-ban/a.md#I))", [("một hai ba bốn.", ["../van-ban/a.md#I"])]),
        ("“làm “cho dân” thấy rõ” ([x](vb:a))", [("làm “cho dân” thấy rõ", ["vb:a"])]),
        (
            "- “một hai ba bốn” ([x](vb:a))\n- “bốn năm\n  sáu bảy” ([y](vb:b))",
            [("một hai ba bốn", ["vb:a"]), ("bốn năm sáu bảy", ["vb:b"])],
        ),
        ("> Một hai.\n> — [x](vb:a#I)", [("Một hai.", ["vb:a#I"])]),
        ("> Một hai.\n>\n> — Trích [x](vb:a), Nghị quyết", [("Một hai.", ["vb:a"])]),
        ("> Một hai.\n>\n> - [x](vb:a)", [("Một hai.", ["vb:a"])]),
        ("> Một - hai.  \n> – [x](vb:a)", [("Một - hai.", ["vb:a"])]),
        ("> Một.\n>\n> Hai […] ba\n>\n> – [x](vb:a)", [("Một. Hai […] ba", ["vb:a"])]),
        ("> Một hai ba bốn [x](vb:a)", []),
        ("> Một hai ba bốn", []),
        ("“một hai ba” ([x](vb:a))", []),
        ("“một hai ba bốn” như [x](vb:a) nêu", []),
        ("“một hai ba bốn”\n\n([x](vb:a))", []),
        ("Nói “một hai ba bốn” (trang 5)", []),
    ],
)
def test_a_quotation_is_seen_with_the_links_that_attribute_it(markdown: str, expected: list[object]) -> None:
    rendered = RENDERER.render("tin-tuc/a.md", markdown, official=False)
    found = [(q.words, [rendered.links[n].written for n in q.links]) for q in quotations(rendered.html)]
    assert found == expected


PASSAGE = (
    '<p class="nhan-cap-2" id="II.1.a"><span class="nhan">a)</span> Lấy <strong>người dân</strong> và “doanh nghiệp” '
    'làm trung tâm<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup>; mỗi thủ tục - như đã nêu -\n'
    "được rút ngắn.</p>\n<p>Giai đoạn 2026 - 2030.</p>"
)


@pytest.mark.parametrize(
    "words",
    [
        "Lấy người dân và doanh nghiệp làm trung tâm",
        "“Lấy người dân và 'doanh nghiệp'\nlàm  trung tâm”",
        "a) Lấy người dân",
        "làm trung tâm; mỗi thủ tục",
        "được rút ngắn. Giai đoạn 2026 – 2030",
        "Lấy người dân […] mỗi thủ tục…",
        "…làm trung tâm ... rút ngắn!",
        "được rút ngắn,",
    ],
)
def test_a_quotation_that_stands_in_the_passage_is_right(words: str) -> None:
    assert occurs(words, PASSAGE)


@pytest.mark.parametrize(
    "words",
    [
        "lấy người dân",
        "Lấy nhân dân",
        "Lấy người dâ",
        "mỗi thủ tục … Lấy người dân",
        "Lấy người dân, doanh nghiệp",
        "trung tâm1",
    ],
)
def test_a_quotation_that_differs_in_a_letter_is_wrong(words: str) -> None:
    assert not occurs(words, PASSAGE)


def test_the_nearest_passage_is_shown_as_it_stands_and_not_at_length() -> None:
    text = plain(PASSAGE)
    assert (
        nearest("lấy nhân dân và doanh nghiệp làm trọng tâm", text) == "Lấy người dân và “doanh nghiệp” làm trung tâm;"
    )
    assert len(nearest("chữ " * 500, "chữ " * 600)) <= 200
    assert nearest("một hai", "") == ""
