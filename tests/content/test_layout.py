"""Text pasted into a body shows as the editor meant it, though Markdown would read it otherwise."""

import re

import pytest

from infopage.content.layout.laying import laid_out
from infopage.content.markdown import MarkdownRenderer

RENDERER = MarkdownRenderer()
LONG = "Đại biểu dự hội nghị thảo luận sôi nổi các nội dung chính của nghị quyết."
TABLE = "<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>"


def shape(body: str) -> str:
    """Return a prose body's HTML without attributes, table wrappers and white space between tags."""
    html = RENDERER.render("tin-tuc/2026/tin.md", body, official=False).html
    html = re.sub(r"</?div\b[^>]*>", "", html)
    html = re.sub(r"<(\w+)( start=\"\d+\")?[^>]*>", r"<\1\2>", html)
    return re.sub(r"\s*\n\s*(?=<)|(?<=>)\s*\n\s*", "", html).replace("\n    ", " ").replace("<br> ", "<br>")


PARAGRAPHS = [
    ("\tMột.\n\n    Hai.\n\n\u00a0\u00a0\u00a0\u00a0Ba.", "<p>Một.</p><p>Hai.</p><p>Ba.</p>"),
    ("\tMột.\n\tHai hai hai hai hai hai hai hai hai hai hai hai hai hai.", "<p>Một.</p><p>Hai{}.</p>"),
    (f"{LONG}\n{LONG}", f"<p>{LONG}</p><p>{LONG}</p>"),
    (f"{LONG}\n\t{LONG}", f"<p>{LONG}</p><p>{LONG}</p>"),
    ("Địa chỉ: số 1\nĐiện thoại: 0200", "<p>Địa chỉ: số 1<br>Điện thoại: 0200</p>"),
    ("Thơ một\nThơ hai\nThơ ba", "<p>Thơ một<br>Thơ hai<br>Thơ ba</p>"),
    ("Thơ một\n  Thơ hai\n  Thơ ba", "<p>Thơ một<br>Thơ hai<br>Thơ ba</p>"),
    ("Thơ một\n   Thơ hai\n   Thơ ba", "<p>Thơ một</p><p>Thơ hai<br>Thơ ba</p>"),
    ("Một  \nHai", "<p>Một<br>Hai</p>"),
    ("Một \\\nHai", "<p>Một <br>Hai</p>"),
    ("Một<br>\nHai", "<p>Một<br>Hai</p>"),
    ("## Mục\nMột", "<h2>Mục</h2><p>Một</p>"),
    ("Một\n---\nHai", "<p>Một</p><hr><p>Hai</p>"),
    ("Một\n-\nHai", "<p>Một</p><p>-</p><p>Hai</p>"),
    ("1986. Năm đổi mới.", "<p>1986. Năm đổi mới.</p>"),
    ("*Ghi chú: a\n*Lưu ý: b", "<p>*Ghi chú: a<br>*Lưu ý: b</p>"),
    ("*Thơ một\nThơ hai*", "<p><em>Thơ một<br>Thơ hai</em></p>"),
    ("Giá (*) và (*)", "<p>Giá (*) và (*)</p>"),
    ("!!!\n\n    Một ạ.", "<p>!!!</p><p>Một ạ.</p>"),
    ("Thửa 3*4*5", "<p>Thửa 3*4*5</p>"),
    ("Thửa `3*4*5`", "<p>Thửa <code>3*4*5</code></p>"),
    (
        "> Lời trích.\n> — Nguồn\nNgoài lời.",
        "<blockquote><p>Lời trích.</p><p>— Nguồn</p></blockquote><p>Ngoài lời.</p>",
    ),
    ("\tMột.\n\n- a\n\n\tHai.", "<p>Một.</p><ul><li>a</li></ul><p>Hai.</p>"),
    (
        "    van-ban/06-nq-tu.md\n    van-ban/07-nq-tu.md",
        "<pre><code>van-ban/06-nq-tu.md\nvan-ban/07-nq-tu.md</code></pre>",
    ),
    ("<p>- nguyên\n- như</p>\nMột", "<p>- nguyên\n- như</p><p>Một</p>"),
]
LISTS = [
    *((f"Gồm:\n{mark} a\n{mark} b\nHết.", "<p>Gồm:</p><ul><li>a</li><li>b</li></ul><p>Hết.</p>") for mark in "-+*•●"),
    ("Gồm:\n·\ta\n·\tb", "<p>Gồm:</p><ul><li>a</li><li>b</li></ul>"),
    ("Gồm:\n-Đẩy mạnh\n-Tăng cường", "<p>Gồm:</p><ul><li>Đẩy mạnh</li><li>Tăng cường</li></ul>"),
    ("Gồm:\n1. a\n2. b\nHết.", "<p>Gồm:</p><ol><li>a</li><li>b</li></ol><p>Hết.</p>"),
    *((f"Gồm:\n{a} a\n{b} b", f"<p>Gồm:</p><p>{a} a</p><p>{b} b</p>") for a, b in ("––", ("a)", "b)"), ("1)", "2)"))),
    ("Gồm:\n1.1. a\n1.2. b", "<p>Gồm:</p><p>1.1. a</p><p>1.2. b</p>"),
    ("- a\n  - b\n    - c\n- d", "<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li><li>d</li></ul>"),
    ("- a\n   - b\n      - c\n- d", "<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li><li>d</li></ul>"),
    ("1. a\n   - b\n2. c", "<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>"),
    ("1. a\n- b\n+ c\n- d\n2. e", "<ol><li>a<ul><li>b<ul><li>c</li></ul></li><li>d</li></ul></li><li>e</li></ol>"),
    ("1.\tMột\n\ta) x\n\tb) y\n2.\tHai", "<ol><li>Một<br>a) x<br>b) y</li><li>Hai</li></ol>"),
    ("\t- a\n\t- b", "<ul><li>a</li><li>b</li></ul>"),
    ("- a\n  nối\n- b", "<ul><li>a nối</li><li>b</li></ul>"),
    ("- a\n\n  Đoạn.\n- b", "<ul><li><p>a</p><p>Đoạn.</p></li><li><p>b</p></li></ul>"),
    ("- a\n1. b", "<ul><li>a</li></ul><ol><li>b</li></ol>"),
    ("1. a\n2. b\n1. c", "<ol><li>a</li><li>b</li></ol><ol><li>c</li></ol>"),
    ("1. a\n3. b", '<ol><li>a</li></ol><ol start="3"><li>b</li></ol>'),
    ("1. a\n1. b", "<ol><li>a</li><li>b</li></ol>"),
    ("> Gồm:\n> - a\n> - b", "<blockquote><p>Gồm:</p><ul><li>a</li><li>b</li></ul></blockquote>"),
]
TABLES = [
    (f"{before}| A | B |\n|---|---|\n| 1 | 2 |{after}", f"{first}{TABLE}{last}")
    for before, first in (("Bảng:\n", "<p>Bảng:</p>"), ("", ""), ("- Bảng:\n\n", "<ul><li>Bảng:</li></ul>"))
    for after, last in (("\nHết.", "<p>Hết.</p>"), ("\n- a", "<ul><li>a</li></ul>"), ("", ""))
]


@pytest.mark.parametrize(("body", "meant"), [*PARAGRAPHS, *LISTS, *TABLES])
def test_a_body_shows_as_it_was_meant(body: str, meant: str) -> None:
    assert shape(body) == meant.replace("{}", " hai" * 13)


WRAPPED = (
    "Sáng nay, đại biểu các xã, phường về dự hội nghị đầy đủ, cùng nhau thảo luận và\n"
    "thống nhất nhiều nội dung của nghị quyết mới ban hành trong tháng vừa qua của Tỉnh\n"
    "ủy. Hội nghị kết thúc lúc mười một giờ trưa cùng ngày."
)


def test_lines_that_the_editors_program_wrapped_are_one_paragraph() -> None:
    assert shape(WRAPPED) == f"<p>{WRAPPED}</p>"
    assert shape(f"{WRAPPED}\nĐịa chỉ: số 1.\nHết.") == f"<p>{WRAPPED}</p><p>Địa chỉ: số 1.<br>Hết.</p>"


@pytest.mark.parametrize(
    "body",
    [
        "Một đoạn.\n\nHai đoạn.\n",
        "## Mục\n\n- a\n- b\n    - c\n\n1. a\n2. b\n",
        "Lời.[^1]\n\n[^1]: Chú thích\n    dài.\n\n[a]: x.md\n[b]: y.md\n",
        '!!! note "Lưu ý"\n    Một.\n\n    - a\n\nHai.\n',
        "Từ\n: nghĩa\n: nghĩa khác\n",
        "<table>\n<tr><td>- a</td></tr>\n</table>\n",
        "- a\n\n    b\n",
    ],
)
def test_what_is_written_as_markdown_wants_it_is_left_as_it_is(body: str) -> None:
    assert laid_out(body) == body


def test_the_stars_of_remarks_stay_in_an_official_text_too() -> None:
    html = RENDERER.render("van-ban/x.md", "1. Giá (*) và (*), [a](b.md), 3*4*5.", official=True).html
    assert "Giá (*) và (*), <a" in html
    assert "3*4*5." in html


@pytest.mark.parametrize("official", [False, True])
@pytest.mark.parametrize("gap", ["\n    ", "\n\t", "\n\n    ", "\n"])
def test_a_note_set_in_below_a_note_is_a_note_of_its_own(gap: str, official: bool) -> None:
    body = f"A[^1], b[^2], c[^3].\n\n[^1]: Một{gap}[^2]: Hai\n[^3]: Ba\n"
    html = RENDERER.render("van-ban/x.md", body, official=official).html
    assert [note for note in ("Một", "Hai", "Ba") if f"<p>{note}&nbsp;" not in html] == []
