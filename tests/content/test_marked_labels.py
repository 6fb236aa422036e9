"""Labels within the signs of Markdown, and lines that only look like Markdown, in official texts."""

import pytest

from infopage.content.markdown import MarkdownRenderer
from infopage.content.provisions.bare import bare
from infopage.content.provisions.lines import provisions
from infopage.content.provisions.tree import parse

PLAIN = "I- QUAN ĐIỂM\n1. Giữ rừng\na) Trên đồi.\nb) Ven sông.\n2. Trồng rừng\nĐiều 1. Phạm vi\n- Tỉa cành."


@pytest.mark.parametrize(
    "marks",
    [
        *(
            "**{}**",
            "*{}*",
            "***{}***",
            "__{}__",
            "_{}_",
            "<b>{}</b>",
            "<strong>{}</strong>",
            "## {}",
            "### **{}** ###",
        ),
        *("> {}", ">{}", "> > **{}**"),
    ],
)
def test_marks_round_a_line_give_the_same_tree(marks: str) -> None:
    marked = "\n".join(marks.format(line) for line in PLAIN.split("\n"))
    assert parse(marked) == parse(PLAIN)


@pytest.mark.parametrize(
    ("line", "plain"),
    [
        ("**1.** Giữ rừng", "1. Giữ rừng"),
        ("**Điều 1**. Phạm vi", "Điều 1. Phạm vi"),
        ("**Điều 1.** **Phạm vi**", "Điều 1. Phạm vi"),
        ("**2. Trồng rừng:** mỗi xã một đồi", "2. **Trồng rừng:** mỗi xã một đồi"),
        ("**_a)_ Trên đồi**", "a) Trên đồi"),
        (r"1\. Giữ rừng", "1. Giữ rừng"),
        (r"a\) Trên đồi", "a) Trên đồi"),
        (r"1\.1\. Giữ rừng", "1.1. Giữ rừng"),
        (r"\- Tỉa cành", "- Tỉa cành"),
        (r"\* Giai đoạn 1", "* Giai đoạn 1"),
        ("## I- QUAN ĐIỂM {#quan-diem}", "I- QUAN ĐIỂM"),
        ("**“Điều 81. Giữ rừng**", "“Điều 81. Giữ rừng"),
        ("“**Điều 34. Giữ rừng**", "“Điều 34. Giữ rừng"),
        ("**Điều 22*****.*** **Giữ rừng**", "Điều 22. Giữ rừng"),
        ("6*.* Tổ chức *(ghi rõ tên)*", "6. Tổ chức (ghi rõ tên)"),
        ("* Giai đoạn 1: *trồng rừng*", "* Giai đoạn 1: *trồng rừng*"),
        ("**Giữ rừng** là việc chung", "**Giữ rừng** là việc chung"),
        ("# KẾT LUẬN", "# KẾT LUẬN"),
        ("**1. Giữ rừng", "1. Giữ rừng"),
    ],
)
def test_only_the_signs_of_a_label_are_removed(line: str, plain: str) -> None:
    assert bare(line) == plain


def test_a_line_that_only_looks_like_a_label_keeps_its_signs() -> None:
    html = MarkdownRenderer().render("van-ban/a.md", "Điều 1. Học\n**C. Mác** viết nhiều.", official=True).html
    assert "<strong>C. Mác</strong> viết" in html


def test_a_marked_line_that_is_parted_says_each_word_once() -> None:
    text = "**C. Mác nói I- VIỆC CHUNG** 1. Họp.\n2. Ghi.\nII- VIỆC RIÊNG"
    said = [
        word.strip("*") for provision in provisions(enumerate(text.split("\n"), 1)) for word in provision.line.split()
    ]
    assert said == text.replace("*", "").split()


def test_lines_in_bold_end_the_text_as_plain_ones_do() -> None:
    plain = "Điều 1. Họp.\nNơi nhận:\n- Lưu.\nTM. XÃ\nPHỤ LỤC I\nDANH MỤC\n(Kèm theo Quyết định)\n1. Sổ."
    marked = "\n".join(f"**{line}**" for line in plain.split("\n"))
    assert [(p.anchor, p.depth) for p in provisions(enumerate(marked.split("\n"), 1))] == [
        (p.anchor, p.depth) for p in provisions(enumerate(plain.split("\n"), 1))
    ]


def test_a_heading_without_a_label_ends_with_its_line() -> None:
    html = MarkdownRenderer().render("van-ban/a.md", "## KẾT LUẬN\nĐiều 1. Phạm vi", official=True).html
    assert '<h2 id="dieu-1">' in html


def test_a_plain_text_is_not_refused_for_signs_that_markdown_does_not_read_in_it() -> None:
    lines = [f"{number}. Việc *riêng* của thôn số {number}: " + "trồng rừng, " * 300 for number in range(1, 78)]
    body = "\n".join(line for pair in zip(lines, [": giải thích"] * 77, strict=True) for line in pair)
    assert MarkdownRenderer().render("van-ban/a.md", body, official=True).html.count(": giải thích") == 77


def test_a_quotation_has_its_place_in_the_tree_and_is_new_words_after_an_amendment() -> None:
    new = "1. Thay khoản 4 bằng:\n\n> 4. Trồng rừng\n>\n> a) Ven sông."
    body = f"{new}\n\n2. Các xã, phường làm như sau:\n\n> a) Trồng cây;"
    rendered = MarkdownRenderer().render("van-ban/a.md", body, official=True)
    found = [(one.anchor, one.quoted) for one in rendered.provisions]
    assert found == [("1", False), ("1.q.4", True), ("1.q.4.a", True), ("2", False), ("2.a", False)]


def test_orders_to_amend_are_no_new_words_even_if_they_are_set_in() -> None:
    found = parse("Điều 1. Sửa đổi như sau:\n> 1. Thay khoản 4 bằng “Trồng rừng”.\n> 2. Bãi bỏ khoản 5.")
    assert [one.anchor for one in found[0].children] == ["dieu-1.1", "dieu-1.2"]


@pytest.mark.parametrize("line", ["> 90% số hộ", ">= 5 thôn", "> 5 năm liền", "> 2,5 ha"])
def test_more_than_is_no_quotation(line: str) -> None:
    html = MarkdownRenderer().render("van-ban/a.md", f"**1.** Chỉ tiêu:\n\n{line}", official=True).html
    assert f"<p>{line.replace('>', '&gt;')}</p>" in html


def test_a_table_and_a_quotation_with_its_source_stay_what_they_are() -> None:
    body = "> | A | B |\n> |---|---|\n> | 1 | 2 |\n\n> Giữ rừng là việc chung.\n> — [điểm a](vb:nq-06#a)"
    html = MarkdownRenderer().render("van-ban/a.md", body, official=True).html
    assert "<td>2</td>" in html
    assert "<blockquote>\n<p>Giữ rừng" in html
