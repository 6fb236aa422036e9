"""Table columns of words get a minimum width; columns of numbers, units and marks do not."""

import re

from infopage.content.markdown import MarkdownRenderer
from infopage.content.safe_html import clean


def widths(table: str) -> list[list[bool]]:
    """Return row by row whether each cell of a Markdown table has the CSS class of text columns in the page."""
    html = clean(MarkdownRenderer().render("tin.md", table, official=False).html)
    rows = [re.findall(r"<t[hd]\b([^>]*)>", row) for row in html.split("</tr>")]
    return [["rong" in attributes for attributes in row] for row in rows if row]


def test_only_the_column_of_words_is_wide() -> None:
    head = "| TT | Chỉ tiêu của từng năm | Đơn vị tính | Năm 2030 |\n|---|---|:-:|--:|\n"
    body = "| 1 | Hồ sơ nộp trực tuyến toàn trình | % | 90 |\n| 2 | Lượt khách | lượt | 1.500.000 |\n"
    assert widths(head + body) == [[False, True, False, False]] * 3


def test_a_head_alone_makes_no_column_wide_and_a_short_row_breaks_nothing() -> None:
    table = "| Thời gian thực hiện | Số lượng |\n|---|--:|\n| 10 phút | 5 |\n| 20 phút |\n"
    assert widths(table) == [[False, False]] * 3
    assert not any(map(any, widths("| A | B |\n|---|---|\n")))


def test_alignment_is_kept_beside_the_width() -> None:
    html = MarkdownRenderer().render("tin.md", "| A |\n|:-:|\n| Ủy ban nhân dân các xã |\n", official=False).html
    assert 'class="giua rong"' in html
