"""No word of a body is lost silently: it is on the page or a fault names its line; correct text gets no fault."""

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from infopage.content.checks import check_body
from infopage.content.frontmatter import split
from infopage.content.markdown import MarkdownRenderer
from infopage.content.source import Source
from infopage.content.texts import Body
from tests.properties import examples

RENDERER = MarkdownRenderer()
HEADER = "---\nma: x\n---\n"
OPENINGS = (
    *(
        "",
        "    ",
        "\t",
        "- ",
        "  - ",
        "    - ",
        "• ",
        "+ ",
        "1. ",
        "7. ",
        "a) ",
        "> ",
        "> - ",
        "## ",
        "| ",
        "| a | ",
        ": ",
    ),
    *("[^1]: ", "[^2]: ", "!!! note\n    ", "!!! ", '!!! tip "', "[a]: ", "[a]: x.md ", "[a]: <", "*[A]: ", "{", "{: "),
    *(
        "<b ",
        "a<b ",
        "<tên ",
        "<",
        "<div>",
        "<!-- x -->",
        "<u>",
        "</u>",
        "<https://",
        "&",
        "&#",
        "\\",
        "**",
        "*",
        "_",
        "`",
    ),
    *("[", "[^", "[x](", "![", "![x](y.jpg) ", "[x][a] ", "~~", "```\n", "I- ", "Điều 1. ", "1.1. "),
)
ENDINGS = (
    *("", ".", ":", ";", " \\", "  ", " |", " | b |", "[^1]", "[^2]", " **", "<br>", " {: #x }", "\n---", "\n===", "}"),
    *("\n|---|---|", "\n|---|---|\n| a | b | c |", ">", "</b>", "`", "]", "](y)", "]: z", "*", "_", '"'),
)
lines_of = st.lists(
    st.tuples(st.sampled_from(OPENINGS), st.integers(1, 9), st.sampled_from(ENDINGS), st.sampled_from(("\n", "\n\n"))),
    min_size=1,
    max_size=6,
)


def rendered(body: str, *, official: bool) -> Body:
    page, _ = split(Source("docs/tin-tuc/2026/x.md", HEADER + body))
    assert page
    return Body(page, RENDERER.render("tin-tuc/2026/x.md", body, official=official))


@examples(250)
@given(lines_of, st.booleans())
def test_each_word_shows_or_its_line_is_told(parts: list[tuple[str, int, str, str]], official: bool) -> None:
    body, number = "", 0
    for opening, count, ending, end in parts:
        words = " ".join(f"từ{number + n}x" for n in range(count))
        body += f"{opening}{words}{ending}{end}"
        number += count
    text = rendered(body, official=official)
    page = text.rendered
    addresses = (f"{link.href} {link.written}" for link in (*page.links, *(one.link for one in page.images)))
    seen = " ".join((re.sub(r"<[^>]*>", "", page.html), *addresses, *(one.alt for one in page.images)))
    shown = set(re.findall(r"từ\d+x", unescape(seen).casefold()))
    told = {fault.line - HEADER.count("\n") for fault in check_body(text)}
    lost = [
        (number, word)
        for number, line in enumerate(body.split("\n"), 1)
        for word in re.findall(r"từ\d+x", line)
        if word not in shown and number not in told
    ]
    assert lost == []


def test_the_id_of_a_converted_heading_is_no_word_of_it() -> None:
    body = "## I- TÌNH HÌNH {#i--tình-hình}\n\nMột.\n\n## II- VIỆC {#việc .unnumbered}\n\nHai."
    found = rendered(body, official=True)
    assert list(check_body(found)) == []
    assert {"I", "II"} <= found.rendered.anchors
    assert "{#" not in found.rendered.html


INLINE = (
    *(
        "Nghị quyết",
        "**đậm**chữ",
        "*nghiêng*",
        "`a|b`",
        "[báo](https://bao.example/a_b)",
        "[tin][ngoai]",
        "chữ[^1]",
        "3*4*5",
    ),
    *(
        "x < 5 và y > 3",
        "A&amp;B",
        "a&nbsp;b",
        "H<sub>2</sub>O",
        "dòng<br>mới",
        "<https://bao.example>",
        "\\*sao\\*",
        "(*)",
    ),
    *(
        "<u>gạch</u>",
        "[a (b)](tep(1).pdf)",
        "{ngoặc}",
        "GRDP** tăng",
        "sóng (**)",
        "09****12",
        "tên_tệp",
        "[…]",
        "A | B",
        "- x",
    ),
    *(
        "a<b>b</b>c",
        "“trích” [1]",
        "Chú ý!!!",
        "5 > 3",
        "[ngoai],",
        "</u>x".removeprefix("</u>"),
        "1.000.000",
        "`<b>`",
        "C:\\tệp",
    ),
)
BLOCKS = (
    *(
        "%",
        "## %",
        "## % {: #cho-@ }",
        "- %\n- b",
        "1. %\n2. b\n    - c",
        "> %\n> — nguồn",
        "    % ạ",
        "a) %",
    ),
    *("| A | B |\n|---|--:|\n| ô | 2 |", '!!! note "@"\n    %', "Từ\n: %", "% ạ\n% ạ", "---"),
    *(
        "![@](hoi-nghi.jpg)",
        "<details><summary>@</summary>b</details>",
        "• %\n+ b",
        "2. %\n4. b",
        "1986. %",
        "12. %",
    ),
)
right = st.lists(
    st.tuples(st.sampled_from(BLOCKS), st.lists(st.sampled_from(INLINE), min_size=1, max_size=4)), max_size=6
)


@examples(200)
@given(right)
def test_what_is_written_right_gets_no_fault(blocks: list[tuple[str, list[str]]]) -> None:
    parts = [block.replace("@", str(n)).replace("%", " ".join(words)) for n, (block, words) in enumerate(blocks)]
    body = "\n\n".join((*parts, "[tin][ngoai][^1]", "[^1]: Lời.", '[ngoai]: https://bao.example/tin "Tin"'))
    found = list(check_body(rendered(body, official=False)))
    assert [str(fault) for fault in found if fault.rule not in ("cap-tieu-de", "tep-dinh-kem")] == []
